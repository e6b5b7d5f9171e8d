//! Source text → syntax tree.

use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::lower::lower;
use super::nesting;
use super::position::LineIndex;
use super::problem::SyntaxProblem;
use super::tree::Module;

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
    let source = lines.source();
    nesting::check(lines)?;
    let mode = match mode {
        ParseMode::Statements => Mode::Module,
        ParseMode::Expression => Mode::Expression,
    };
    let parsed = parse_unchecked(source, ParseOptions::from(mode));
    let problem = parsed.errors().first().map(|e| {
        SyntaxProblem::new(
            e.error.to_string(),
            super::Span::new(e.location.start().to_u32(), e.location.end().to_u32()),
            lines,
        )
    });
    let lowered = lower(parsed.into_syntax(), lines);
    match problem {
        Some(problem) => Err(problem),
        None => lowered,
    }
}
