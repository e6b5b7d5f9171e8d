//! A `try` whose `else` has no `except` before it.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::{Report, is_line_start, span};

/// The `else` at which CPython stops, where the parser has read on to `end`, behind
/// the block of the `else`.
pub(super) fn early_else(report: &Report<'_>, end: u32) -> Option<Span> {
    let column = |token: &Token| report.lines.line_column(token.start().to_u32()).column;
    let mut heads = Vec::new();
    let mut starts_line = true;
    for token in report.significant() {
        if token.start().to_u32() >= end {
            break;
        }
        if starts_line && !is_line_start(token.kind()) {
            heads.push(token);
        }
        starts_line = is_line_start(token.kind()) && token.kind() != TokenKind::Semi;
    }
    // Backwards, what stands further left than all behind it is around the end.
    let mut leftmost = u32::MAX;
    for (index, head) in heads.iter().enumerate().rev() {
        let own = column(head);
        if own > leftmost {
            continue;
        }
        leftmost = own;
        let clause = heads
            .iter()
            .skip(index + 1)
            .find(|next| column(next) == own);
        if head.kind() == TokenKind::Try
            && let Some(clause) = clause
            && clause.kind() == TokenKind::Else
        {
            return Some(span(clause.range()));
        }
    }
    None
}
