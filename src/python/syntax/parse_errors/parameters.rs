//! What is wrong with a list of parameters: stars, slashes and parentheses
//! where none can stand.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::{Report, span};

/// The problem of the parameters of the definition that holds a place, if it
/// is one that CPython has words for.
pub(super) fn problem(report: &Report<'_>, at: Span) -> Option<(String, Span)> {
    let line = report.line_before(at.end);
    let Some(definition) = line.iter().position(|token| token.kind() == TokenKind::Def) else {
        return lambda(report, at);
    };
    let opening = line.get(definition + 1..)?.iter().find(|token| {
        // Behind the type parameters, if there are any.
        token.kind() == TokenKind::Lpar
    })?;
    let first = opening.end().to_u32();
    let tokens = report
        .significant()
        .skip_while(|token| token.start().to_u32() < first);
    let (mut depth, mut begins, mut is_first) = (0u32, true, true);
    let (mut slash, mut star) = (false, false);
    for token in tokens.take_while(|token| token.start().to_u32() <= at.end) {
        let here = span(token.range());
        let said = |words: &str| Some((words.to_owned(), here));
        match token.kind() {
            TokenKind::Lpar if depth == 0 && begins => {
                let closing = closing(report, here)?;
                let words = "Function parameters cannot be parenthesized";
                return Some((words.to_owned(), Span::new(here.start, closing)));
            }
            TokenKind::Slash if depth == 0 && begins => {
                if is_first {
                    // CPython has words only where more parameters follow.
                    let mut after = report
                        .significant()
                        .skip_while(|token| token.start().to_u32() < here.end);
                    let more = after.next()?.kind() == TokenKind::Comma;
                    return said("at least one argument must precede /").filter(|_| more);
                }
                if slash {
                    return said("/ may appear only once");
                }
                if star {
                    return said("/ must be ahead of *");
                }
                slash = true;
            }
            TokenKind::Star if depth == 0 && begins => {
                if star {
                    return said("* argument may appear only once");
                }
                star = true;
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                depth = depth.checked_sub(1)?;
            }
            _ => {}
        }
        begins = depth == 0 && token.kind() == TokenKind::Comma;
        is_first = false;
    }
    None
}

/// `lambda (x): …`
fn lambda(report: &Report<'_>, at: Span) -> Option<(String, Span)> {
    let before = report.token_before(at.start)?;
    let begins = before.kind() == TokenKind::Lambda && report.text(at) == "(";
    let end = begins.then(|| closing(report, at))??;
    let empty = report.token_from(at.end)?.kind() == TokenKind::Rpar;
    let words = "Lambda expression parameters cannot be parenthesized";
    (!empty).then(|| (words.to_owned(), Span::new(at.start, end)))
}

/// The end of the parenthesis that closes this one.
fn closing(report: &Report<'_>, opening: Span) -> Option<u32> {
    let mut depth = 0u32;
    let tokens = report
        .significant()
        .skip_while(|token| token.start().to_u32() < opening.start);
    for token in tokens {
        match token.kind() {
            TokenKind::Lpar => depth += 1,
            TokenKind::Rpar => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(token.end().to_u32());
                }
            }
            TokenKind::Newline | TokenKind::EndOfFile => return None,
            _ => {}
        }
    }
    None
}
