//! What CPython says where the parser finds fault.
//!
//! The parser reports in its own words, and goes on after an error. Here the
//! error that CPython would report is chosen and told in CPython's words, those
//! of 3.11 unless the documentation of a newer release has others, at CPython's
//! place.

mod assigning;
mod brackets;
mod indentation;
mod literals;
mod messages;
mod operands;
mod parameters;
#[cfg(test)]
mod tests;
mod unfinished_try;

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType};
use ruff_text_size::{Ranged, TextRange};

use super::lower::Description;
use super::position::{LineIndex, Span};
use super::problem::{Stage, SyntaxProblem};

/// Everything known about a text that is not Python.
pub(super) struct Report<'a> {
    errors: &'a [ParseError],
    tokens: &'a [Token],
    lines: &'a LineIndex<'a>,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        errors: &'a [ParseError],
        tokens: &'a [Token],
        lines: &'a LineIndex<'a>,
    ) -> Self {
        Self {
            errors,
            tokens,
            lines,
        }
    }

    /// The error that the parser met first, as far as CPython agrees.
    pub(super) fn first(&self) -> Option<&'a ParseError> {
        self.errors
            .iter()
            .find(|error| is_lambda_in_field(&error.error))
            .or_else(|| self.errors.first())
    }

    /// The expression that the message about an error names.
    pub(super) fn named(&self, error: &ParseError) -> Option<Span> {
        let at = span(error.location);
        if is_about_target(&error.error) {
            return Some(at);
        }
        assigning::named(self, at)
    }

    /// The problem that CPython reports. `description` is of the expression at
    /// the place of the first error.
    pub(super) fn problem(&self, description: Option<Description>) -> SyntaxProblem {
        let brackets = brackets::check(self);
        // What is wrong with tokens comes before what is wrong with their order.
        let token = self
            .errors
            .iter()
            .filter(|error| is_token_error(&error.error))
            .min_by_key(|error| error.location.start())
            // A wrong indentation is met only as far as the parser comes.
            .filter(|error| {
                !is_indentation(&error.error)
                    || self.first().is_none_or(|first| {
                        let line = self.lines.line(first.location.start().to_u32());
                        line >= self.lines.line(error.location.start().to_u32())
                    })
            });
        let mismatch = brackets
            .mismatch
            .filter(|(at, _)| token.is_none_or(|error| error.location.start().to_u32() > at.start));
        if let Some((at, message)) = mismatch {
            let at = Span::new(at.start, at.start);
            return SyntaxProblem::new(message, at, self.lines).of_stage(Stage::Tokens);
        }
        if let Some(problem) = token.and_then(|error| literals::problem(self, error)) {
            return problem;
        }
        let Some(error) = self.first() else {
            return SyntaxProblem::new("invalid syntax", Span::default(), self.lines);
        };
        let at = error.location.start().to_u32();
        // How far CPython has read: behind the operand that lacks a comma.
        let read = match &error.error {
            ParseErrorType::ExpectedToken { found, .. } if operands::starts_operand(*found) => {
                let end = operands::operand_end(self, span(error.location));
                self.start_from(end).unwrap_or(at)
            }
            ParseErrorType::SimpleStatementsOnSameLine => {
                self.read_of_two(span(error.location)).unwrap_or(at)
            }
            _ => at,
        };
        let is_end = error.error == ParseErrorType::Lexical(LexicalErrorType::Eof);
        let unclosed = brackets
            .unclosed
            .filter(|(open, _)| open.start <= read && !self.is_behind_header(open.start))
            .filter(|(open, _)| is_end || self.is_below(read, open.start));
        if let Some((open, bracket)) = unclosed {
            let message = format!("'{bracket}' was never closed");
            let at = Span::new(open.start, open.start);
            let problem = SyntaxProblem::new(message, at, self.lines).without_end(0);
            // Of a line that is behind it, CPython shows no end.
            let is_behind = self.lines.line(open.start) < self.lines.line(self.last_of_text());
            return if is_behind {
                problem.of_stage(Stage::Tokens)
            } else {
                problem
            };
        }
        if let Some(problem) = literals::number_problem(self, error) {
            return problem;
        }
        messages::problem(self, error, description)
    }

    /// Tabs and spaces that contradict each other, as far as CPython's parser
    /// comes. The parser here accepts them.
    pub(super) fn indentation_problem(&self) -> Option<SyntaxProblem> {
        let (problem, at) = indentation::check(self)?;
        self.errors
            .iter()
            .filter(|error| !is_indentation(&error.error))
            .all(|error| self.lines.line(error.location.start().to_u32()) >= self.lines.line(at))
            .then_some(problem)
    }

    /// The string whose replacement field holds a place, as messages name it,
    /// and whether the field begins there.
    fn field_around(&self, at: u32) -> Option<(&'static str, bool)> {
        let mut strings: Vec<(&'static str, u32)> = Vec::new();
        let mut last = None;
        for token in self.significant() {
            if token.end().to_u32() > at {
                break;
            }
            match (token.kind(), strings.last_mut()) {
                (TokenKind::FStringStart, _) => strings.push(("f-string", 0)),
                (TokenKind::TStringStart, _) => strings.push(("t-string", 0)),
                (TokenKind::FStringEnd | TokenKind::TStringEnd, _) => {
                    strings.pop();
                }
                (TokenKind::Lbrace, Some((_, depth))) => *depth += 1,
                (TokenKind::Rbrace, Some((_, depth))) => *depth = depth.saturating_sub(1),
                _ => {}
            }
            last = Some(token.kind());
        }
        let (sort, depth) = strings.last()?;
        let begins = *depth == 1 && last == Some(TokenKind::Lbrace);
        (*depth > 0).then_some((*sort, begins))
    }

    /// Whether a place is in a later line than another, or at the end of the
    /// text. In the line of an open bracket CPython blames what stands there.
    fn is_below(&self, at: u32, above: u32) -> bool {
        let rest = self.text(Span::new(at, u32::MAX)).trim_start();
        rest.is_empty()
            || self.text(Span::new(at, at + 1)) == "\n"
            || self.lines.line(at) > self.lines.line(above)
    }

    /// How far CPython reads where an operand stands behind another: over the second one
    /// and, if the first is a name, so that both may be a statement of Python 2, over a
    /// bracket behind that.
    fn read_of_two(&self, second: Span) -> Option<u32> {
        let behind = self.token_from(operands::operand_end(self, second))?;
        let line = self.line_before(second.start);
        let is_name = line
            .last()
            .is_some_and(|first| first.kind() == TokenKind::Name);
        let is_part = line.iter().rev().nth(1).is_some_and(|token| {
            token.kind() == TokenKind::Dot || operands::ends_operand(token.kind())
        });
        if !is_name || is_part || !operands::is_opening(behind.kind()) {
            return Some(behind.start().to_u32());
        }
        self.start_from(operands::operand_end(self, span(behind.range())))
    }

    /// Whether a brace stands where `def f()`, `class A` or `try` wants a colon, so that
    /// CPython does not read what is in it.
    fn is_behind_header(&self, open: u32) -> bool {
        let line = self.line_before(open);
        let has = |kind: TokenKind| line.iter().any(|token| token.kind() == kind);
        let is_header = has(TokenKind::Def) && has(TokenKind::Rpar)
            || has(TokenKind::Class)
            || matches!(&*line, [word] if matches!(word.kind(), TokenKind::Try | TokenKind::Finally | TokenKind::Else));
        is_header
            && operands::innermost(&line).is_none()
            && self.text(Span::new(open, open + 1)) == "{"
    }

    /// Where the first token at or behind an offset starts.
    fn start_from(&self, offset: u32) -> Option<u32> {
        self.token_from(offset).map(|token| token.start().to_u32())
    }

    fn text(&self, at: Span) -> &'a str {
        self.lines
            .source()
            .get(at.start as usize..(at.end as usize).min(self.lines.source().len()))
            .unwrap_or("")
    }

    /// The tokens that matter to the grammar.
    fn significant(&self) -> impl DoubleEndedIterator<Item = &'a Token> {
        self.tokens.iter().filter(|token| {
            !matches!(
                token.kind(),
                TokenKind::Comment | TokenKind::NonLogicalNewline
            )
        })
    }

    /// The last token that ends at or before an offset.
    fn token_before(&self, offset: u32) -> Option<&'a Token> {
        self.significant()
            .rev()
            .find(|token| token.end().to_u32() <= offset && !token.range().is_empty())
    }

    /// The first token that starts at or behind an offset.
    fn token_from(&self, offset: u32) -> Option<&'a Token> {
        self.significant()
            .find(|token| token.start().to_u32() >= offset)
    }

    /// The tokens of the logical line before an offset, first to last.
    fn line_before(&self, offset: u32) -> Vec<&'a Token> {
        let mut tokens: Vec<&'a Token> = self
            .significant()
            .rev()
            .skip_while(|token| token.end().to_u32() > offset)
            .skip_while(|token| token.range().is_empty() || token.kind() == TokenKind::Newline)
            .take_while(|token| !is_line_start(token.kind()))
            .collect();
        tokens.reverse();
        tokens
    }
}

/// Tokens between logical lines.
fn is_line_start(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::Semi
    )
}

fn is_lambda_in_field(error: &ParseErrorType) -> bool {
    use ruff_python_parser::InterpolatedStringErrorType::LambdaWithoutParentheses;
    matches!(
        error,
        ParseErrorType::FStringError(LambdaWithoutParentheses)
            | ParseErrorType::TStringError(LambdaWithoutParentheses)
    )
}

/// Whether the message names the sort of expression that cannot be a target.
fn is_about_target(error: &ParseErrorType) -> bool {
    matches!(
        error,
        ParseErrorType::InvalidAssignmentTarget
            | ParseErrorType::InvalidNamedAssignmentTarget
            | ParseErrorType::InvalidAugmentedAssignmentTarget
            | ParseErrorType::InvalidDeleteTarget
    )
}

fn is_indentation(error: &ParseErrorType) -> bool {
    matches!(
        error,
        ParseErrorType::Lexical(LexicalErrorType::IndentationError)
    )
}

/// Errors about a single token.
fn is_token_error(error: &ParseErrorType) -> bool {
    match error {
        ParseErrorType::Lexical(error) => !matches!(
            error,
            LexicalErrorType::Eof
                | LexicalErrorType::FStringError(_)
                | LexicalErrorType::TStringError(_)
        ),
        _ => false,
    }
}

fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}
