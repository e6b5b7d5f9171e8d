//! Source text → syntax tree.

use ruff_python_ast::token::Token;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::lower::lower;
use super::position::LineIndex;
use super::problem::SyntaxProblem;
use super::tree::Module;
use super::{nesting, old_names, parse_errors};

/// What a source text is expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseMode {
    /// Any number of statements.
    Statements,
    /// One expression.
    Expression,
}

/// Parses a source text.
///
/// # Errors
/// What Python's parser would report first.
pub fn parse(lines: &LineIndex<'_>, mode: ParseMode) -> Result<Module, SyntaxProblem> {
    nesting::check(lines)?;
    let mode = match mode {
        ParseMode::Statements => Mode::Module,
        ParseMode::Expression => Mode::Expression,
    };
    let parsed = parse_unchecked(lines.source(), ParseOptions::from(mode));
    let report = parse_errors::Report::new(parsed.errors(), parsed.tokens(), lines);
    if let Some(problem) = report.indentation_problem() {
        return Err(problem);
    }
    let target = report.first().and_then(|error| report.named(error));
    if parsed.errors().is_empty() {
        return lower(parsed.into_syntax(), lines, None).0;
    }
    if let Some(text) = old_names::replaced(lines.source(), parsed.tokens()) {
        let parsed = parse_unchecked(&text, ParseOptions::from(mode));
        if parsed.errors().is_empty() {
            return lower(parsed.into_syntax(), lines, None).0;
        }
    }
    // Also a tree with errors is taken apart: dropping it could recurse deeply.
    let (errors, tokens) = (parsed.errors().to_vec(), parsed.tokens().to_vec());
    let (_, description) = lower(parsed.into_syntax(), lines, target);
    let report = parse_errors::Report::new(&errors, &tokens, lines);
    Err(report.problem(description))
}

/// The tokens of a source text; none if it nests too deeply.
pub(super) fn tokens(lines: &LineIndex<'_>) -> Vec<Token> {
    if nesting::check(lines).is_err() {
        return Vec::new();
    }
    let parsed = parse_unchecked(lines.source(), ParseOptions::from(Mode::Module));
    let tokens = parsed.tokens().to_vec();
    // The tree is taken apart: dropping it could recurse deeply.
    let _ = lower(parsed.into_syntax(), lines, None);
    tokens
}
