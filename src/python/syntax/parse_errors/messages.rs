//! What is wrong with the order of tokens.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType,
};
use ruff_text_size::Ranged;

use super::super::lower::Description;
use super::super::position::Span;
use super::super::problem::{ProblemKind, Stage, SyntaxProblem};
use super::assigning::{
    WALRUS, assigned, assigns_in_brackets, compares, named, target, tuple_in_place,
};
use super::operands::{
    ends_operand, forgot_comma, in_braces, innermost, is_closing, is_opening, is_operator,
    operand_end, operand_start, starts_block, starts_operand,
};
use super::unfinished_try::early_else;
use super::{Report, is_line_start, parameters, span};

pub(super) const INVALID: &str = "invalid syntax";
const KEY_ALONE: &str = "':' expected after dictionary key";

/// The problem that an error of the parser is, in CPython's words.
pub(super) fn problem(
    report: &Report<'_>,
    error: &ParseError,
    description: Option<Description>,
) -> SyntaxProblem {
    let at = span(error.location);
    let (message, at) = match &error.error {
        ParseErrorType::UnexpectedIndentation => {
            let last = at.end.saturating_sub(1);
            let (kind, at) = (ProblemKind::Indentation, Span::new(last, last));
            let problem = SyntaxProblem::of_kind(kind, "unexpected indent", at, report.lines);
            return problem.without_end(-1);
        }
        ParseErrorType::OtherError(text) if text.starts_with("Expected `except` or `finally`") => {
            let message = "expected 'except' or 'finally' block".to_owned();
            if let Some(at) = early_else(report, at.start) {
                return SyntaxProblem::new(message, at, report.lines);
            }
            let (kind, dedents) = (ProblemKind::Syntax, at.start == at.end);
            return behind_block(report, kind, message, at, dedents);
        }
        ParseErrorType::OtherError(text) => match missing_block(report, text, at) {
            Some(problem) => return problem,
            None => other(report, text, at),
        },
        ParseErrorType::InvalidAssignmentTarget
        | ParseErrorType::InvalidNamedAssignmentTarget
        | ParseErrorType::InvalidAugmentedAssignmentTarget
        | ParseErrorType::InvalidDeleteTarget => target(report, &error.error, description, at),
        ParseErrorType::ExpectedToken { expected, found } => {
            expected_token(report, *expected, *found, at)
        }
        ParseErrorType::SimpleStatementsOnSameLine | ParseErrorType::UnexpectedExpressionToken => {
            same_line(report, at)
        }
        ParseErrorType::ExpectedExpression => expected_expression(report, at),
        ParseErrorType::FStringError(kind) => {
            let (message, at) = field(report, kind, at);
            ("f-string: ".to_owned() + &message, at)
        }
        ParseErrorType::TStringError(kind) => {
            let (message, at) = field(report, kind, at);
            ("t-string: ".to_owned() + &message, at)
        }
        ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
            return string_problem(report, "f-string", kind, at);
        }
        ParseErrorType::Lexical(LexicalErrorType::TStringError(kind)) => {
            return string_problem(report, "t-string", kind, at);
        }
        ParseErrorType::Lexical(LexicalErrorType::Eof) => {
            let at = Span::new(report.last_of_text(), report.last_of_text());
            let problem = SyntaxProblem::new("unexpected EOF while parsing", at, report.lines);
            return problem.without_end(-1);
        }
        simple => fixed(report, simple, at),
    };
    let (message, at) = match parameters::problem(report, at) {
        Some(better) if message == INVALID => better,
        _ if message == INVALID => assigns_in_brackets(report, at)
            .or_else(|| tuple_in_place(report, at))
            .or_else(|| {
                let (named, what) = (named(report, at)?, description?);
                let words = format!("cannot use assignment expressions with {}", what.name);
                Some((words, named))
            })
            .unwrap_or((message, at)),
        _ => (message, at),
    };
    let (message, at) = in_field(report, message, at);
    // Where CPython only says that the syntax is invalid, it marks a token.
    let at = match report.token_from(at.start) {
        Some(token) if message == INVALID && report.text(at) != "<>" => {
            Span::new(at.start, at.end.min(token.end().to_u32()).max(at.start))
        }
        _ => at,
    };
    // A line's end is a point.
    let at = if report.text(at).starts_with(['\n', '\r']) {
        Span::new(at.start, at.start)
    } else {
        at
    };
    let is_key = message == KEY_ALONE;
    let problem = SyntaxProblem::new(message, at, report.lines);
    if is_key {
        problem.without_end(0)
    } else if problem.end.line > problem.start.line {
        // Of a line that is behind it, CPython shows no end.
        problem.of_stage(Stage::Tokens)
    } else {
        problem
    }
}

/// A message about what stands in a replacement field says so.
fn in_field(report: &Report<'_>, message: String, at: Span) -> (String, Span) {
    match report.field_around(at.start) {
        Some((sort, _)) if message.starts_with(sort) => (message, at),
        Some((sort, true)) if message == INVALID => (
            format!("{sort}: expecting a valid expression after '{{'"),
            at,
        ),
        Some((sort, _)) => (format!("{sort}: {message}"), at),
        None => (message, at),
    }
}

/// Errors with one message.
fn fixed(report: &Report<'_>, error: &ParseErrorType, at: Span) -> (String, Span) {
    let message = match error {
        ParseErrorType::InvalidStarredExpressionUsage
            if report
                .token_before(at.start)
                .is_some_and(|token| is_operator(token.kind())) =>
        {
            return (INVALID.to_owned(), Span::new(at.start, at.start + 1));
        }
        ParseErrorType::InvalidStarredExpressionUsage
            if in_braces(&report.line_before(at.start)) =>
        {
            let next = following(report, at);
            if report.text(next) == ":" {
                return (INVALID.to_owned(), next);
            }
            let colon = report
                .token_before(at.start)
                .is_some_and(|token| token.kind() == TokenKind::Colon);
            if !colon || report.text(at).starts_with("**") {
                return (INVALID.to_owned(), at);
            }
            "cannot use a starred expression in a dictionary value"
        }
        ParseErrorType::InvalidStarredExpressionUsage => "cannot use starred expression here",
        ParseErrorType::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension"
        }
        // `class A(x for x in y)`
        ParseErrorType::UnparenthesizedGeneratorExpression
            if report
                .line_before(at.start)
                .first()
                .is_some_and(|token| token.kind() == TokenKind::Class) =>
        {
            let is_for = |token: &&Token| {
                token.start().to_u32() >= at.start && token.kind() == TokenKind::For
            };
            let at = report.significant().find(is_for);
            let at = at.map_or(Span::default(), |token| span(token.range()));
            return (INVALID.to_owned(), at);
        }
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized"
        }
        ParseErrorType::InvalidMatchPatternTarget => "cannot use '_' as a target",
        ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument",
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "non-default argument follows default argument"
        }
        ParseErrorType::VarParameterWithDefault => {
            let stars = report.line_before(at.start);
            let mut stars = stars.iter().rev().map(|token| token.kind());
            let is_star =
                |kind: &TokenKind| matches!(kind, TokenKind::Star | TokenKind::DoubleStar);
            if stars.find(is_star) == Some(TokenKind::DoubleStar) {
                "var-keyword argument cannot have default value"
            } else {
                "var-positional argument cannot have default value"
            }
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => match missing_annotation(report, at) {
            Some(colon) => return (INVALID.to_owned(), colon),
            None => "illegal target for annotation",
        },
        ParseErrorType::PositionalAfterKeywordArgument => {
            return (
                "positional argument follows keyword argument".to_owned(),
                following(report, at),
            );
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            return (
                "positional argument follows keyword argument unpacking".to_owned(),
                following(report, at),
            );
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            let words = "iterable argument unpacking follows keyword argument unpacking";
            return (words.to_owned(), Span::new(at.start, at.start + 1));
        }
        // `raise x, y`: CPython blames the comma.
        ParseErrorType::UnparenthesizedTupleExpression => {
            return (INVALID.to_owned(), first_comma(report, at).unwrap_or(at));
        }
        ParseErrorType::ExpectedKeywordParam => {
            let star = report.significant().rev().find(|token| {
                token.kind() == TokenKind::Star && token.start().to_u32() <= at.start
            });
            let mut at = star.map_or(at, |star| span(star.range()));
            // Of a lambda CPython tells how far it has read.
            let line = report.line_before(at.end);
            if !line.iter().any(|token| token.kind() == TokenKind::Def) {
                at = following(report, at);
                if report.text(at) == "," {
                    at = following(report, at);
                }
            }
            return ("named arguments must follow bare *".to_owned(), at);
        }
        ParseErrorType::ExpectedRealNumber => "real number required in complex literal",
        ParseErrorType::ExpectedImaginaryNumber => "imaginary number required in complex literal",
        _ => INVALID,
    };
    (message.to_owned(), at)
}

/// The first comma in a place that is in no brackets there.
/// The colon behind a target without an annotation: to CPython, the mistake.
fn missing_annotation(report: &Report<'_>, target: Span) -> Option<Span> {
    let is_colon = |token: &&Token| token.kind() == TokenKind::Colon;
    let colon = report.token_from(target.end).filter(is_colon)?;
    let next = report.token_from(colon.end().to_u32())?;
    (!starts_operand(next.kind())).then(|| span(colon.range()))
}

fn first_comma(report: &Report<'_>, at: Span) -> Option<Span> {
    let mut depth = 0i32;
    report
        .significant()
        .skip_while(|token| token.start().to_u32() < at.start)
        .take_while(|token| token.end().to_u32() <= at.end)
        .find(|token| {
            match token.kind() {
                kind if is_opening(kind) => depth += 1,
                kind if is_closing(kind) => depth -= 1,
                _ => {}
            }
            depth == 0 && token.kind() == TokenKind::Comma
        })
        .map(|token| span(token.range()))
}

/// The token behind a place.
pub(super) fn following(report: &Report<'_>, at: Span) -> Span {
    report
        .token_from(at.end)
        .map_or(at, |token| span(token.range()))
}

/// "expected an indented block after …"
fn missing_block(report: &Report<'_>, text: &str, at: Span) -> Option<SyntaxProblem> {
    let after = text.strip_prefix("Expected an indented block after ")?;
    let after = match after {
        "function definition" => "function definition".to_owned(),
        "`class` definition" => "class definition".to_owned(),
        other => {
            let keyword = other
                .trim_start_matches('`')
                .split('`')
                .next()
                .unwrap_or("");
            format!("'{keyword}' statement")
        }
    };
    let header = report.line_before(at.start);
    let line = report.lines.line(
        header
            .first()
            .map_or(at.start, |first| first.start().to_u32()),
    );
    let message = format!("expected an indented block after {after} on line {line}");
    let dedents = report
        .significant()
        .skip_while(|token| token.start().to_u32() < at.start)
        .find(|token| token.kind() != TokenKind::Newline)
        .is_some_and(|token| token.kind() == TokenKind::Dedent);
    let kind = ProblemKind::Indentation;
    Some(behind_block(report, kind, message, at, dedents))
}

/// What lacks where a block ends, or should begin: CPython blames the next
/// token, of a dedent only the line.
fn behind_block(
    report: &Report<'_>,
    kind: ProblemKind,
    message: String,
    at: Span,
    dedents: bool,
) -> SyntaxProblem {
    let next = report
        .significant()
        .filter(|token| token.start().to_u32() >= at.start)
        .find(|token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Dedent));
    match next {
        Some(token) if token.kind() != TokenKind::EndOfFile && !token.range().is_empty() => {
            let at = span(token.range());
            let problem = SyntaxProblem::of_kind(kind, message, at, report.lines);
            if dedents {
                problem.without_start(-1)
            } else {
                problem
            }
        }
        // At the end of the text: its last line.
        _ => {
            let at = Span::new(report.last_of_text(), report.last_of_text());
            SyntaxProblem::of_kind(kind, message, at, report.lines).without_end(-1)
        }
    }
}

/// Errors that the parser tells only in a text.
fn other(report: &Report<'_>, text: &str, at: Span) -> (String, Span) {
    let message = match text {
        "Cannot have both 'except' and 'except*' on the same 'try'" => {
            let words = "cannot have both 'except' and 'except*' on the same 'try'";
            return (words.to_owned(), except_keyword(report, at));
        }
        "Multiple exception types must be parenthesized when using `as`" => {
            "multiple exception types must be parenthesized when using 'as'".to_owned()
        }
        // `from x import *, a`: CPython blames the comma.
        _ if text.starts_with("Star import") => {
            let star = report.significant().find(|token| {
                token.start().to_u32() >= at.start && token.kind() == TokenKind::Star
            });
            let star = star.map_or(at, |token| span(token.range()));
            let starts = report
                .token_before(star.start)
                .is_some_and(|token| token.kind() == TokenKind::Import);
            let at = if starts {
                following(report, star)
            } else {
                star
            };
            return (INVALID.to_owned(), at);
        }
        "Bytes literal cannot be mixed with non-bytes literals" => {
            let words = "cannot mix bytes and nonbytes literals".to_owned();
            return (words, Span::new(at.end, at.end));
        }
        "Positional patterns cannot follow keyword patterns" => {
            "positional patterns follow keyword patterns".to_owned()
        }
        "Trailing comma not allowed" => {
            let line = report.line_before(at.end);
            if line.iter().any(|token| token.kind() == TokenKind::Star) {
                INVALID.to_owned()
            } else if line
                .first()
                .is_some_and(|first| first.kind() == TokenKind::From)
            {
                let words = "trailing comma not allowed without surrounding parentheses";
                return (words.to_owned(), following(report, at));
            } else if ends_line(report, at)
                || line.first().is_some_and(|first| {
                    matches!(first.kind(), TokenKind::Global | TokenKind::Nonlocal)
                })
            {
                return (INVALID.to_owned(), following(report, at));
            } else {
                INVALID.to_owned()
            }
        }
        "Expected one or more exception types" => "expected one or more exception types".to_owned(),
        "Expected a parameter name" => return keyword_name(report, at),
        _ if text.starts_with("Only single target (not ") => {
            if let Some(colon) = missing_annotation(report, at) {
                return (INVALID.to_owned(), colon);
            }
            // Of `a, b: int` CPython blames the first name.
            let end = first_comma(report, at)
                .and_then(|comma| report.token_before(comma.start))
                .map_or(at.end, |first| first.end().to_u32());
            let message = text.replacen("Only", "only", 1);
            return (message, Span::new(at.start, end));
        }
        _ => INVALID.to_owned(),
    };
    (message, at)
}

/// The `except` or `except*` that the clause at `at` begins with.
fn except_keyword(report: &Report<'_>, at: Span) -> Span {
    let mut end = at.start;
    for kind in [TokenKind::Except, TokenKind::Star] {
        if let Some(token) = report.token_from(end)
            && token.kind() == kind
        {
            end = span(token.range()).end;
        }
    }
    Span::new(at.start, end)
}

/// `f(a.b=1)`
fn keyword_name(report: &Report<'_>, at: Span) -> (String, Span) {
    let through_equal = Span::new(at.start, following(report, at).end);
    match report.text(at) {
        name @ ("None" | "True" | "False") => (format!("cannot assign to {name}"), through_equal),
        _ => (
            "expression cannot contain assignment, perhaps you meant \"==\"?".to_owned(),
            through_equal,
        ),
    }
}

fn expected_token(
    report: &Report<'_>,
    expected: TokenKind,
    found: TokenKind,
    at: Span,
) -> (String, Span) {
    let line = report.line_before(at.start);
    let first = line.first().map(|token| token.kind());
    let invalid = (INVALID.to_owned(), at);
    match expected {
        // `a[b c]`: behind the first part of a slice.
        TokenKind::Colon
            if starts_operand(found)
                && innermost(&line).is_some_and(|(_, kind)| kind == TokenKind::Lsqb) =>
        {
            forgotten_comma(report, &line, at)
        }
        TokenKind::Colon => {
            let is_header = first.is_some_and(starts_block);
            let must = matches!(
                first,
                Some(TokenKind::Def | TokenKind::Try | TokenKind::Async | TokenKind::Finally)
            );
            if is_header && found == TokenKind::Equal {
                // Behind a comparison no assignment can have been meant.
                if line.iter().any(|token| compares(token.kind())) {
                    return invalid;
                }
                let start = line.last().map_or(at.start, |token| token.start().to_u32());
                if let Some(what) = assigned(line.get(1..).unwrap_or_default()) {
                    let start = line.get(1).map_or(start, |token| token.start().to_u32());
                    let end = line.last().map_or(at.start, |token| token.end().to_u32());
                    let message = format!(
                        "cannot assign to {what} here. Maybe you meant '==' instead of '='?"
                    );
                    return (message, Span::new(start, end));
                }
                let end = following(report, at).end;
                return (WALRUS.to_owned(), Span::new(start, end));
            }
            if let Some(arrow) = line.last().filter(|last| last.kind() == TokenKind::Rarrow) {
                return ("expected ':'".to_owned(), span(arrow.range()));
            }
            let else_if = first == Some(TokenKind::Else) && line.len() == 1;
            let ends = matches!(found, TokenKind::Newline | TokenKind::EndOfFile);
            if is_header && (must || ends || else_if) {
                let at = if found == TokenKind::Newline {
                    Span::new(at.start, at.start)
                } else {
                    at
                };
                return ("expected ':'".to_owned(), at);
            }
            let is_key = !is_operator(found) && in_braces(&line);
            if is_key {
                // CPython points at the last character of the key.
                let end = line.last().map_or(at.end, |token| token.end().to_u32());
                return (KEY_ALONE.to_owned(), Span::new(end.saturating_sub(1), end));
            }
            invalid
        }
        _ if matches!(found, TokenKind::For | TokenKind::Async)
            && let Some(elements) = unparenthesized(&line) =>
        {
            let words = "did you forget parentheses around the comprehension target?";
            (words.to_owned(), elements)
        }
        TokenKind::Lpar if first == Some(TokenKind::Def) => ("expected '('".to_owned(), at),
        TokenKind::Else if found != TokenKind::Colon => {
            let start = operand_start(&line).unwrap_or(at.start);
            let end = line.last().map_or(at.start, |token| token.end().to_u32());
            let message = "expected 'else' after 'if' expression";
            (message.to_owned(), Span::new(start, end))
        }
        TokenKind::Comma | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace
            if starts_operand(found) && forgot_comma(&line) =>
        {
            let name_then_text = found == TokenKind::String
                && line
                    .last()
                    .is_some_and(|token| token.kind() == TokenKind::Name);
            if name_then_text {
                return invalid;
            }
            forgotten_comma(report, &line, at)
        }
        _ => invalid,
    }
}

/// Two operands side by side in brackets; the second is at `at`.
fn forgotten_comma(report: &Report<'_>, line: &[&Token], at: Span) -> (String, Span) {
    let start = operand_start(line).unwrap_or(at.start);
    let first = report.token_from(start);
    // 3.11 takes a name for a soft keyword also where it is the start of one.
    let is_soft = first.is_some_and(|token| {
        let name = report.text(span(token.range()));
        matches!(
            token.kind(),
            TokenKind::Name | TokenKind::Match | TokenKind::Case
        ) && ["_", "case", "match"]
            .iter()
            .any(|word| word.starts_with(name))
    });
    if is_soft {
        return (INVALID.to_owned(), at);
    }
    let message = "invalid syntax. Perhaps you forgot a comma?";
    (
        message.to_owned(),
        Span::new(start, operand_end(report, at)),
    )
}

fn ends_line(report: &Report<'_>, at: Span) -> bool {
    report
        .token_from(at.end)
        .is_none_or(|token| is_line_start(token.kind()))
}

/// `[a, b for …]`: the elements without parentheses.
fn unparenthesized(line: &[&Token]) -> Option<Span> {
    let (place, kind) = innermost(line)?;
    let elements = line.get(place + 1..)?;
    let (first, last) = (elements.first()?, elements.last()?);
    let mut depth = 0i32;
    let mut commas = 0;
    for token in elements {
        match token.kind() {
            kind if is_opening(kind) => depth += 1,
            kind if is_closing(kind) => depth -= 1,
            TokenKind::Comma if depth == 0 => commas += 1,
            TokenKind::Colon | TokenKind::Equal if depth == 0 => return None,
            _ => {}
        }
    }
    let is_display = matches!(kind, TokenKind::Lsqb | TokenKind::Lbrace);
    let stars = matches!(first.kind(), TokenKind::Star | TokenKind::DoubleStar);
    (is_display && commas > 0 && !stars)
        .then(|| Span::new(first.start().to_u32(), last.end().to_u32()))
}

/// Two statements in one line: often a call without parentheses.
fn same_line(report: &Report<'_>, at: Span) -> (String, Span) {
    let line = report.line_before(at.start);
    let starts_expression = line.iter().rev().nth(1).is_none_or(|token| {
        matches!(
            token.kind(),
            TokenKind::Equal | TokenKind::Comma | TokenKind::Colon | TokenKind::Return
        )
    });
    if let Some(word) = line.last().filter(|_| starts_expression) {
        let name = report.text(span(word.range()));
        let has_operand = line.len() == 1
            || report
                .token_from(at.start)
                .is_some_and(|token| starts_operand(token.kind()));
        if matches!(name, "print" | "exec") && has_operand {
            let end = report
                .significant()
                .skip_while(|token| token.start().to_u32() < at.start)
                .take_while(|token| {
                    !is_line_start(token.kind()) && token.kind() != TokenKind::EndOfFile
                })
                .last()
                .map_or(at.end, |token| token.end().to_u32());
            let message =
                format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            return (message, Span::new(word.start().to_u32(), end));
        }
    }
    // `x not y`: Python blames the word behind `not`.
    let found = report.token_from(at.start);
    let at = match found {
        Some(token) if token.kind() == TokenKind::Not => following(report, span(token.range())),
        _ => at,
    };
    (INVALID.to_owned(), at)
}

fn expected_expression(report: &Report<'_>, at: Span) -> (String, Span) {
    let before = report.token_before(at.start);
    let found = report.token_from(at.start).map(|token| token.kind());
    let in_string = report.tokens.iter().rev().find(|token| {
        token.end().to_u32() <= at.start
            && matches!(
                token.kind(),
                TokenKind::FStringStart | TokenKind::FStringEnd
            )
    });
    let in_field = in_string.is_some_and(|token| token.kind() == TokenKind::FStringStart);
    match before.map(|token| token.kind()) {
        Some(TokenKind::Lbrace) if in_field => {
            let message = match found {
                Some(TokenKind::Rbrace) => "f-string: valid expression required before '}'",
                Some(TokenKind::Exclamation) => "f-string: valid expression required before '!'",
                Some(TokenKind::Colon) => "f-string: valid expression required before ':'",
                Some(TokenKind::Equal) => "f-string: valid expression required before '='",
                _ => "f-string: expecting a valid expression after '{'",
            };
            (message.to_owned(), at)
        }
        _ if in_field => ("f-string: invalid syntax".to_owned(), at),
        // `def f() -> :`
        Some(TokenKind::Rarrow) => {
            let arrow = before.map_or(at, |token| span(token.range()));
            ("expected ':'".to_owned(), arrow)
        }
        // `x <> y`
        Some(TokenKind::Less)
            if found == Some(TokenKind::Greater)
                && before.is_some_and(|token| token.end().to_u32() == at.start) =>
        {
            (INVALID.to_owned(), Span::new(at.start - 1, at.end))
        }
        Some(TokenKind::Colon) if found == Some(TokenKind::Rbrace) => {
            let colon = before.map_or(at, |token| span(token.range()));
            (
                "expression expected after dictionary key and ':'".to_owned(),
                colon,
            )
        }
        Some(TokenKind::Equal)
            if matches!(found, Some(TokenKind::Rpar | TokenKind::Comma))
                && report
                    .line_before(at.start)
                    .first()
                    .map(|token| token.kind())
                    == Some(TokenKind::Def) =>
        {
            let equal = before.map_or(at, |token| span(token.range()));
            ("expected default value expression".to_owned(), equal)
        }
        Some(TokenKind::Lpar) if found == Some(TokenKind::DoubleStar) => {
            let stars = Span::new(at.start, at.start + 2);
            let end = operand_end(report, following(report, stars));
            let closes = report
                .token_from(end)
                .is_some_and(|token| token.kind() == TokenKind::Rpar);
            let words = "cannot use double starred expression here";
            (if closes { words } else { INVALID }.to_owned(), stars)
        }
        _ => (INVALID.to_owned(), at),
    }
}

/// What is wrong inside a replacement field.
fn field(report: &Report<'_>, kind: &InterpolatedStringErrorType, at: Span) -> (String, Span) {
    use InterpolatedStringErrorType as Kind;
    let message = match kind {
        Kind::UnclosedLbrace => {
            let found = report.token_from(at.start).map(|token| token.kind());
            let before = report.token_before(at.start).map(|token| token.kind());
            let after_value = before.is_some_and(ends_operand);
            if after_value && found.is_some_and(starts_operand) {
                return forgotten_comma(report, &report.line_before(at.start), at);
            }
            "expecting '}'".to_owned()
        }
        Kind::InvalidConversionFlag => match report.text(at) {
            "}" | "" | ":" => "missing conversion character".to_owned(),
            name => format!("invalid conversion character '{name}': expected 's', 'r', or 'a'"),
        },
        Kind::SingleRbrace => "single '}' is not allowed".to_owned(),
        Kind::LambdaWithoutParentheses => {
            "lambda expressions are not allowed without parentheses".to_owned()
        }
        Kind::ConversionFlagNotImmediatelyAfterExclamation => {
            "conversion type must come right after the exclamation mark".to_owned()
        }
        Kind::NewlineInFormatSpec => {
            "newlines are not allowed in format specifiers when using single quotes".to_owned()
        }
        Kind::UnterminatedString | Kind::UnterminatedTripleQuotedString => {
            "expecting '}'".to_owned()
        }
    };
    (message, at)
}

/// What is wrong with an f-string or t-string as a token.
fn string_problem(
    report: &Report<'_>,
    sort: &str,
    kind: &InterpolatedStringErrorType,
    at: Span,
) -> SyntaxProblem {
    use InterpolatedStringErrorType as Kind;
    let triple = match kind {
        Kind::UnterminatedString => "",
        Kind::UnterminatedTripleQuotedString => "triple-quoted ",
        other => {
            let (message, at) = field(report, other, at);
            let message = format!("{sort}: {message}");
            return SyntaxProblem::new(message, at, report.lines);
        }
    };
    let opening = report.tokens.iter().rev().find(|token| {
        token.start().to_u32() <= at.start
            && matches!(
                token.kind(),
                TokenKind::FStringStart | TokenKind::TStringStart
            )
    });
    let start = opening.map_or(at.start, |token| token.start().to_u32());
    let end = report.last_of_text();
    let last = report
        .lines
        .line(if triple.is_empty() { start } else { end });
    let message = format!("unterminated {triple}{sort} literal (detected at line {last})");
    SyntaxProblem::new(message, Span::new(start, start), report.lines).of_stage(Stage::Tokens)
}
