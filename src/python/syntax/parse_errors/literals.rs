//! What is wrong with single tokens: strings, numbers, stray characters.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType};
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::super::problem::{ProblemKind, Stage, SyntaxProblem};
use super::{Report, span};

/// The problem with a token, in CPython's words.
pub(super) fn problem(report: &Report<'_>, error: &ParseError) -> Option<SyntaxProblem> {
    let at = span(error.location);
    let point = Span::new(at.start, at.start);
    let lines = report.lines;
    let ParseErrorType::Lexical(kind) = &error.error else {
        return None;
    };
    let (message, at) = match kind {
        LexicalErrorType::UnclosedStringError => return Some(unterminated(report, at)),
        LexicalErrorType::IndentationError => {
            let message = "unindent does not match any outer indentation level";
            // CPython has read the whole line.
            let line = lines.line(at.start);
            let length = u32::try_from(lines.line_text(line).len()).unwrap_or(0);
            let end = lines.line_start(line).saturating_add(length);
            let end = Span::new(end, end);
            let kind = ProblemKind::Indentation;
            return Some(SyntaxProblem::of_kind(kind, message, end, lines).without_end(-1));
        }
        LexicalErrorType::UnrecognizedToken { tok } if tok.is_ascii() => {
            let sort = match report.field_around(at.start) {
                Some((sort, _)) => format!("{sort}: "),
                None => String::new(),
            };
            (format!("{sort}invalid syntax"), at)
        }
        LexicalErrorType::UnrecognizedToken { tok } => {
            let code = u32::from(*tok);
            let message = if tok.is_control() || tok.is_whitespace() || is_invisible(*tok) {
                format!("invalid non-printable character U+{code:04X}")
            } else {
                format!("invalid character '{tok}' (U+{code:04X})")
            };
            (message, point)
        }
        LexicalErrorType::LineContinuationError => {
            let rest = report.text(Span::new(at.start + 1, report.end()));
            let message = if rest.is_empty() {
                "unexpected EOF while parsing"
            } else {
                "unexpected character after line continuation character"
            };
            let told = if rest.is_empty() { -1 } else { 0 };
            let end = Span::new(at.end, at.end);
            return Some(SyntaxProblem::new(message, end, lines).without_end(told));
        }
        LexicalErrorType::InvalidByteLiteral => {
            let string = string_around(report, at).unwrap_or(at);
            (
                "bytes can only contain ASCII literal characters".to_owned(),
                string,
            )
        }
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => escape(report, at),
        LexicalErrorType::OtherError(_) => return number(report, at),
        _ => return None,
    };
    let stage = match kind {
        LexicalErrorType::UnrecognizedToken { tok } if tok.is_ascii() => Stage::Parser,
        LexicalErrorType::InvalidByteLiteral
        | LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => Stage::Parser,
        _ => Stage::Tokens,
    };
    Some(SyntaxProblem::new(message, at, lines).of_stage(stage))
}

fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF)
}

impl Report<'_> {
    fn end(&self) -> u32 {
        u32::try_from(self.lines.source().len()).unwrap_or(u32::MAX)
    }

    /// The end of the text without the end of its last line.
    pub(super) fn last_of_text(&self) -> u32 {
        let source = self.lines.source();
        let text = source.strip_suffix('\n').unwrap_or(source);
        u32::try_from(text.len()).unwrap_or(u32::MAX)
    }
}

fn unterminated(report: &Report<'_>, at: Span) -> SyntaxProblem {
    let text = report.text(at);
    if let Some(message) = unclosed_field(report, at) {
        return SyntaxProblem::new(message, Span::new(at.start, at.start), report.lines)
            .of_stage(Stage::Tokens);
    }
    let is_triple = {
        let quotes = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        quotes.starts_with("\"\"\"") || quotes.starts_with("'''")
    };
    let triple = if is_triple { "triple-quoted " } else { "" };
    let last = if is_triple {
        report.lines.line(report.last_of_text())
    } else {
        report.lines.line(at.start)
    };
    let message = format!("unterminated {triple}string literal (detected at line {last})");
    SyntaxProblem::new(message, Span::new(at.start, at.start), report.lines).of_stage(Stage::Tokens)
}

/// `f'{x'`: what seems to begin a string in a field is meant to end the string
/// that the field is in.
fn unclosed_field(report: &Report<'_>, at: Span) -> Option<String> {
    let (sort, _) = report.field_around(at.start)?;
    let mut strings = Vec::new();
    for token in report.tokens {
        if token.end().to_u32() > at.start {
            break;
        }
        match token.kind() {
            TokenKind::FStringStart | TokenKind::TStringStart => strings.push(token),
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                strings.pop();
            }
            _ => {}
        }
    }
    let quotes = |text: &str| {
        let text = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let first = text.chars().next();
        let is_triple = text.len() > 2 && text.chars().take(3).all(|c| Some(c) == first);
        (first, is_triple)
    };
    let outer = quotes(report.text(span(strings.last()?.range())));
    (quotes(report.text(at)) == outer).then(|| format!("{sort}: expecting '}}'"))
}

/// The string literal that holds a place.
fn string_around(report: &Report<'_>, at: Span) -> Option<Span> {
    report
        .tokens
        .iter()
        .map(|token| span(token.range()))
        .find(|token| token.start <= at.start && at.start < token.end)
}

/// An escape sequence that means nothing.
fn escape(report: &Report<'_>, at: Span) -> (String, Span) {
    let string = string_around(report, at).unwrap_or(at);
    // CPython has read the whole literal when it looks at its escapes.
    let end_of_string = Span::new(string.end, string.end);
    let text = report.text(string);
    let prefix = text.len()
        - text
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let is_bytes = text
        .get(..prefix)
        .is_some_and(|prefix| prefix.contains(['b', 'B']));
    let quotes = text.get(prefix..).unwrap_or("");
    let opening = if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") {
        3
    } else {
        1
    };
    let content = string.start + u32::try_from(prefix + opening).unwrap_or(0);
    let before = report.text(Span::new(content, at.end));
    let start = before.rfind('\\').unwrap_or(0);
    let escape = report
        .text(Span::new(content, string.end))
        .get(start..)
        .unwrap_or("");
    let digits = escape
        .chars()
        .skip(2)
        .take_while(char::is_ascii_hexdigit)
        .count();
    if is_bytes {
        return (
            format!("(value error) invalid \\x escape at position {start}"),
            end_of_string,
        );
    }
    let reason = match escape.chars().nth(1) {
        Some('x') => "truncated \\xXX escape",
        Some('u') => "truncated \\uXXXX escape",
        Some('U') if digits >= 8 => "illegal Unicode character",
        Some('U') => "truncated \\UXXXXXXXX escape",
        Some('N') if escape.starts_with("\\N{") => {
            let name = escape
                .get(3..)
                .and_then(|rest| rest.split('}').next())
                .unwrap_or("");
            return (
                format!(
                    "(unicode error) unknown Unicode character name {name:?}: only common \
                     characters are known here by name, write the character itself"
                ),
                end_of_string,
            );
        }
        _ => "malformed \\N character escape",
    };
    let end = start + 1 + digits;
    let message = format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}"
    );
    (message, end_of_string)
}

/// A number that the lexer refuses.
fn number(report: &Report<'_>, at: Span) -> Option<SyntaxProblem> {
    let text = report.text(at);
    let next = report.text(Span::new(at.end, report.end())).chars().next();
    let (message, at) = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => ("invalid hexadecimal literal".to_owned(), at.end - 1),
        Some(sort @ ("0o" | "0b")) => {
            let sort = if sort == "0o" { "octal" } else { "binary" };
            let is_digit = next.is_some_and(|next| next.is_ascii_digit());
            (radix_message(next, sort), at.end - u32::from(!is_digit))
        }
        _ if text.starts_with('0') => {
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            let zeros = text.len() - text.trim_start_matches(['0', '_']).len();
            let end = at.start + u32::try_from(zeros).unwrap_or(0);
            let at = Span::new(at.start, end);
            let problem = SyntaxProblem::new(message, at, report.lines);
            return Some(problem.of_stage(Stage::Tokens));
        }
        _ => ("invalid decimal literal".to_owned(), at.end),
    };
    let problem = SyntaxProblem::new(message, Span::new(at, at), report.lines);
    Some(problem.of_stage(Stage::Tokens))
}

fn radix_message(next: Option<char>, sort: &str) -> String {
    match next {
        Some(digit) if digit.is_ascii_digit() => {
            format!("invalid digit '{digit}' in {sort} literal")
        }
        _ => format!("invalid {sort} literal"),
    }
}

/// A number directly followed by something that belongs to no number.
pub(super) fn number_problem(report: &Report<'_>, error: &ParseError) -> Option<SyntaxProblem> {
    let at = span(error.location);
    let after = |token: &Token| {
        let rest = Span::new(token.end().to_u32(), report.end());
        report.text(rest).chars().next()
    };
    // The number stands before the place, or where no number may stand.
    let before = report
        .token_before(at.start)
        .filter(|token| token.end().to_u32() == at.start);
    let before = match before {
        Some(token) => token,
        None => report.token_from(at.start)?,
    };
    let next = after(before)?;
    if !(next.is_alphanumeric() || next == '_') {
        return None;
    }
    let at = span(before.range());
    let at = Span::new(at.end, at.end);
    let sort = match before.kind() {
        TokenKind::Float => "decimal",
        TokenKind::Complex => "imaginary",
        TokenKind::Int => {
            let text = report.text(span(before.range()));
            match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
                Some("0x") => "hexadecimal",
                Some("0o") => "octal",
                Some("0b") => "binary",
                _ => "decimal",
            }
        }
        _ => return None,
    };
    let message = if matches!(sort, "octal" | "binary") {
        radix_message(Some(next), sort)
    } else {
        format!("invalid {sort} literal")
    };
    // A digit too large for its base is read, anything else is not.
    let is_digit = matches!(sort, "octal" | "binary") && next.is_ascii_digit();
    let mut point = at.start - u32::from(next != '_' && !is_digit);
    // Of an exponent without digits the sign is read.
    let rest = report.text(Span::new(at.start, report.end()));
    if matches!(next, 'e' | 'E') && rest.get(1..2).is_some_and(|sign| "+-".contains(sign)) {
        point += 2;
    }
    let at = Span::new(point, point);
    Some(SyntaxProblem::new(message, at, report.lines).of_stage(Stage::Tokens))
}
