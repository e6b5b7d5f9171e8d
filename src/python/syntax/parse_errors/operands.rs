//! Operands, operators and brackets among the tokens of a line.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::{Report, is_line_start, span};

/// Whether a place is inside brackets where a comma could stand, and not in
/// the parameters of a definition.
pub(super) fn forgot_comma(line: &[&Token]) -> bool {
    let first = line.first().map(|token| token.kind());
    let in_definition = matches!(
        first,
        Some(
            TokenKind::Def
                | TokenKind::Class
                | TokenKind::Del
                | TokenKind::From
                | TokenKind::Import
        )
    );
    let opened = line.iter().filter(|token| is_opening(token.kind())).count();
    let closed = line.iter().filter(|token| is_closing(token.kind())).count();
    !in_definition && opened > closed
}

/// Where the operand that ends a line so far starts: behind the last bracket,
/// comma or `=` on its level.
pub(super) fn operand_start(line: &[&Token]) -> Option<u32> {
    let mut depth = 0usize;
    let mut start = None;
    for token in line.iter().rev() {
        let kind = token.kind();
        if is_closing(kind) {
            depth += 1;
        } else if is_opening(kind) {
            if depth == 0 {
                break;
            }
            depth -= 1;
        } else if depth == 0
            && matches!(
                kind,
                TokenKind::Comma | TokenKind::Equal | TokenKind::Colon | TokenKind::Return
            )
        {
            break;
        }
        start = Some(token);
    }
    let start = start?;
    Some(match start.kind() {
        // What is unpacked begins behind the stars.
        TokenKind::Star | TokenKind::DoubleStar => start.end().to_u32(),
        _ => start.start().to_u32(),
    })
}

/// The end of the expression that begins at a place.
pub(super) fn operand_end(report: &Report<'_>, at: Span) -> u32 {
    let (mut depth, mut strings) = (0usize, 0usize);
    let mut end = at.end;
    for token in report
        .significant()
        .skip_while(|token| token.start().to_u32() < at.start)
    {
        let kind = token.kind();
        match kind {
            TokenKind::FStringStart | TokenKind::TStringStart => strings += 1,
            // The string that the operand stands in goes on or ends.
            TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd
                if strings == 0 =>
            {
                break;
            }
            TokenKind::FStringEnd | TokenKind::TStringEnd => strings -= 1,
            _ => {}
        }
        // What ends a field may have been read again as text of the string.
        if depth == 0 && report.text(span(token.range())).starts_with('}') {
            break;
        }
        // Two operands side by side: the second is not part of the first.
        let previous = report.token_before(token.start().to_u32());
        let apart = starts_operand(kind)
            && token.start().to_u32() > at.start
            && (!is_opening(kind) || kind == TokenKind::Lbrace)
            && previous.is_some_and(|token| ends_operand(token.kind()));
        if depth == 0 && apart {
            break;
        }
        if is_opening(kind) {
            depth += 1;
        } else if is_closing(kind) {
            let Some(less) = depth.checked_sub(1) else {
                break;
            };
            depth = less;
        } else if is_line_start(kind)
            || kind == TokenKind::EndOfFile
            || depth == 0 && ends_expression(kind)
        {
            break;
        }
        end = token.end().to_u32();
    }
    end
}

pub(super) fn ends_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::Equal
            | TokenKind::Colon
            | TokenKind::ColonEqual
            | TokenKind::For
            | TokenKind::Async
            | TokenKind::Exclamation
    )
}

/// Whether the innermost open bracket of a line is a brace.
pub(super) fn in_braces(line: &[&Token]) -> bool {
    innermost(line).is_some_and(|(_, kind)| kind == TokenKind::Lbrace)
}

/// The innermost bracket that a line leaves open: its place among the tokens.
pub(super) fn innermost(line: &[&Token]) -> Option<(usize, TokenKind)> {
    let mut depth = 0usize;
    for (place, token) in line.iter().enumerate().rev() {
        let kind = token.kind();
        if is_closing(kind) {
            depth += 1;
        } else if is_opening(kind) {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some((place, kind)),
            }
        }
    }
    None
}

pub(super) fn starts_block(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::If
            | TokenKind::Elif
            | TokenKind::Else
            | TokenKind::While
            | TokenKind::For
            | TokenKind::With
            | TokenKind::Try
            | TokenKind::Except
            | TokenKind::Finally
            | TokenKind::Def
            | TokenKind::Class
            | TokenKind::Async
            | TokenKind::Match
            | TokenKind::Case
    )
}

pub(super) fn starts_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::TStringStart
            | TokenKind::Lpar
            | TokenKind::Lbrace
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Match
            | TokenKind::Case
            | TokenKind::Type
    )
}

pub(super) fn ends_operand(kind: TokenKind) -> bool {
    is_closing(kind)
        || (starts_operand(kind) && !matches!(kind, TokenKind::Lpar | TokenKind::Lbrace))
        || matches!(kind, TokenKind::FStringEnd | TokenKind::TStringEnd)
}

/// Whether an operand must follow.
pub(super) fn is_operator(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Star
            | TokenKind::DoubleStar
            | TokenKind::Slash
            | TokenKind::DoubleSlash
            | TokenKind::Percent
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::Not
    )
}

pub(super) fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace)
}

pub(super) fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace)
}
