//! Brackets that do not match.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::{Report, span};

/// What is wrong with the brackets of a text.
pub(super) struct Brackets {
    /// The first closing bracket that closes nothing, or something else.
    pub(super) mismatch: Option<(Span, String)>,
    /// The innermost bracket still open at the end.
    pub(super) unclosed: Option<(Span, char)>,
}

/// Matches all brackets. What is left open in a field of an f-string has
/// messages of its own.
pub(super) fn check(report: &Report<'_>) -> Brackets {
    let mut open: Vec<(Span, char, bool)> = Vec::new();
    // How many brackets were open where each string began.
    let mut strings: Vec<usize> = Vec::new();
    for token in report.tokens {
        match token.kind() {
            TokenKind::FStringStart | TokenKind::TStringStart => strings.push(open.len()),
            // What its fields leave open ends with the string.
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                if let Some(before) = strings.pop() {
                    open.truncate(before);
                }
            }
            _ => {}
        }
        let at = span(token.range());
        let bracket = match token.kind() {
            TokenKind::Lpar => '(',
            TokenKind::Lsqb => '[',
            TokenKind::Lbrace => '{',
            TokenKind::Rpar => ')',
            TokenKind::Rsqb => ']',
            TokenKind::Rbrace => '}',
            _ => continue,
        };
        if matches!(bracket, '(' | '[' | '{') {
            open.push((at, bracket, !strings.is_empty()));
            continue;
        }
        let Some((opened, opening, in_string)) = open.pop() else {
            let message = format!("unmatched '{bracket}'");
            return Brackets {
                mismatch: Some((at, message)),
                unclosed: None,
            };
        };
        if !matches!((opening, bracket), ('(', ')') | ('[', ']') | ('{', '}')) {
            if in_string && opening == '{' {
                let message = format!("f-string: unmatched '{bracket}'");
                return Brackets {
                    mismatch: Some((at, message)),
                    unclosed: None,
                };
            }
            let sort = if in_string { "f-string: " } else { "" };
            let mut message = format!(
                "{sort}closing parenthesis '{bracket}' does not match opening parenthesis '{opening}'"
            );
            let line = report.lines.line(opened.start);
            if line != report.lines.line(at.start) {
                message.push_str(&format!(" on line {line}"));
            }
            return Brackets {
                mismatch: Some((at, message)),
                unclosed: None,
            };
        }
    }
    Brackets {
        mismatch: None,
        unclosed: open
            .pop()
            .filter(|(_, _, in_string)| !in_string)
            .map(|(at, bracket, _)| (at, bracket)),
    }
}
