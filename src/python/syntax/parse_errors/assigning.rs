//! What is wrong on the left of `=`, `:=` and operators like `+=`.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::ParseErrorType;
use ruff_text_size::Ranged;

use super::super::lower::Description;
use super::super::position::Span;
use super::messages::{INVALID, following};
use super::operands::{
    ends_expression, ends_operand, innermost, is_closing, is_opening, operand_end, operand_start,
    starts_operand,
};
use super::{Report, is_line_start, span};

pub(super) const WALRUS: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/// Something that cannot be assigned to, or deleted.
pub(super) fn target(
    report: &Report<'_>,
    error: &ParseErrorType,
    description: Option<Description>,
    at: Span,
) -> (String, Span) {
    let what = description.unwrap_or(Description {
        name: "expression",
        is_operand: false,
    });
    let name = what.name;
    let message = match error {
        ParseErrorType::InvalidDeleteTarget => format!("cannot delete {name}"),
        // An argument of a call.
        ParseErrorType::InvalidNamedAssignmentTarget if is_argument(report, at) => {
            return (INVALID.to_owned(), following(report, at));
        }
        ParseErrorType::InvalidNamedAssignmentTarget => {
            format!("cannot use assignment expressions with {name}")
        }
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            format!("'{name}' is an illegal expression for augmented assignment")
        }
        _ if name == "yield expression" && !is_parenthesized(report, at) => {
            "assignment to yield expression not possible".to_owned()
        }
        _ => match meant_comparison(report, what, at) {
            Some(better) => return better,
            None => format!("cannot assign to {name}"),
        },
    };
    (message, at)
}

fn is_argument(report: &Report<'_>, at: Span) -> bool {
    let line = report.line_before(at.start);
    innermost(&line).is_some_and(|(place, _)| calls(&line, place))
}

/// Whether the bracket at a place of a line is a call's.
fn calls(line: &[&Token], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|place| line.get(place));
    line.get(place)
        .is_some_and(|token| token.kind() == TokenKind::Lpar)
        && before.is_some_and(|token| ends_operand(token.kind()))
}

fn is_parenthesized(report: &Report<'_>, at: Span) -> bool {
    report
        .token_before(at.start)
        .is_some_and(|token| token.kind() == TokenKind::Lpar)
}

/// What CPython takes for a comparison: the first `target = value` that no
/// other `=` follows. `what` is at `at`.
fn meant_comparison(report: &Report<'_>, what: Description, at: Span) -> Option<(String, Span)> {
    let before = report.line_before(at.start);
    let header = before
        .iter()
        .rposition(|token| token.kind() == TokenKind::Colon);
    let start = before
        .get(header.map_or(0, |colon| colon + 1))
        .map_or(at.start, |token| token.start().to_u32());
    let tokens: Vec<&Token> = report
        .significant()
        .skip_while(|token| token.start().to_u32() < start)
        .take_while(|token| !is_line_start(token.kind()) && token.kind() != TokenKind::EndOfFile)
        .collect();
    let (mut depth, mut first, mut equal) = (0i32, 0, None);
    let mut end = tokens.len();
    for (place, token) in tokens.iter().enumerate() {
        match token.kind() {
            kind if is_opening(kind) => depth += 1,
            kind if is_closing(kind) => depth -= 1,
            _ if depth > 0 => {}
            TokenKind::Equal if equal.is_none() => equal = Some(place),
            kind if equal.is_some()
                && (ends_expression(kind) || compares(kind) || kind == TokenKind::If) =>
            {
                end = place;
                break;
            }
            TokenKind::Comma => first = place + 1,
            TokenKind::Colon => return None,
            _ => {}
        }
    }
    let again = tokens.get(end).map(|token| token.kind());
    if matches!(again, Some(TokenKind::Equal | TokenKind::ColonEqual)) {
        return None;
    }
    let mut target = tokens.get(first..equal?)?;
    let value = tokens.get(equal? + 1..end)?;
    let starts = value.first()?.kind();
    if matches!(starts, TokenKind::Lambda | TokenKind::Yield) {
        return None;
    }
    if let [name] = target
        && name.kind() == TokenKind::Name
    {
        let at = Span::new(name.start().to_u32(), value.last()?.end().to_u32());
        return Some((WALRUS.to_owned(), at));
    }
    while let [open, inner @ .., close] = target
        && (open.kind(), close.kind()) == (TokenKind::Lpar, TokenKind::Rpar)
    {
        target = inner;
    }
    let place = Span::new(
        target.first()?.start().to_u32(),
        target.last()?.end().to_u32(),
    );
    let name = if place == at {
        (what.is_operand || what.name == "yield expression").then_some(what.name)
    } else {
        assigned(target)
    };
    let message = format!(
        "cannot assign to {} here. Maybe you meant '==' instead of '='?",
        name?
    );
    Some((message, place))
}

/// The expression before a `:=` that stands in no brackets, where only a name
/// could.
pub(super) fn named(report: &Report<'_>, at: Span) -> Option<Span> {
    let line = report.line_before(at.start);
    let last = line.last()?;
    let start = operand_start(&line)?;
    let before = line
        .iter()
        .rev()
        .find(|token| token.start().to_u32() < start);
    let can_be = report.token_from(at.start)?.kind() == TokenKind::ColonEqual
        && innermost(&line).is_none()
        && before.is_none_or(|token| token.kind() == TokenKind::Comma)
        && line.iter().all(|token| token.kind() != TokenKind::Equal)
        && (last.kind() != TokenKind::Name || last.start().to_u32() != start);
    can_be.then(|| Span::new(start, last.end().to_u32()))
}

pub(super) fn compares(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::EqEqual
            | TokenKind::NotEqual
            | TokenKind::Less
            | TokenKind::LessEqual
            | TokenKind::Greater
            | TokenKind::GreaterEqual
            | TokenKind::In
            | TokenKind::Is
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::Not
    )
}

/// What is no name in `VALUE = …`; `None` for a name, and for what is made of
/// operators.
pub(super) fn assigned(value: &[&Token]) -> Option<&'static str> {
    let is_plain = |kind| {
        starts_operand(kind) || is_opening(kind) || is_closing(kind) || kind == TokenKind::Dot
    };
    let [.., before, last] = value else {
        return None;
    };
    if !value.iter().all(|token| is_plain(token.kind())) {
        return None;
    }
    match (before.kind(), last.kind()) {
        (TokenKind::Dot, TokenKind::Name) => Some("attribute"),
        (_, TokenKind::Rsqb) if value.first().is_some_and(|t| t.kind() == TokenKind::Name) => {
            Some("subscript")
        }
        (_, TokenKind::Rpar) if value.first().is_some_and(|t| t.kind() == TokenKind::Name) => {
            Some("function call")
        }
        _ => None,
    }
}

/// `(name = value)`, where a comparison or `:=` was meant.
pub(super) fn assigns_in_brackets(report: &Report<'_>, at: Span) -> Option<(String, Span)> {
    let equal = report.token_from(at.start)?;
    let line = report.line_before(at.start);
    let (place, _) = innermost(&line)?;
    let name = line.last()?;
    // Behind a name the same bracket is a call's, whose `=` is a keyword's.
    let calls = calls(&line, place);
    let alone = line.get(place + 1..).is_some_and(|rest| {
        rest.iter()
            .rev()
            .nth(1)
            .is_none_or(|token| token.kind() == TokenKind::Comma)
    });
    let wrong = equal.kind() == TokenKind::Equal
        && name.kind() == TokenKind::Name
        && alone
        && !calls
        && line.first()?.kind() != TokenKind::Def;
    let value = following(report, span(equal.range()));
    let end = operand_end(report, value);
    // Followed by another `=` it is only invalid.
    let again = report
        .token_from(end)
        .is_some_and(|token| token.kind() == TokenKind::Equal);
    (wrong && !again).then(|| (WALRUS.to_owned(), Span::new(name.start().to_u32(), end)))
}

/// `a, b += 1`
pub(super) fn tuple_in_place(report: &Report<'_>, at: Span) -> Option<(String, Span)> {
    let operator = report.token_from(at.start)?;
    let line = report.line_before(at.start);
    let is_tuple = operator.kind().as_augmented_assign_operator().is_some()
        && innermost(&line).is_none()
        && line.iter().any(|token| token.kind() == TokenKind::Comma)
        && line.iter().all(|token| {
            matches!(
                token.kind(),
                TokenKind::Name | TokenKind::Comma | TokenKind::Dot
            )
        });
    let target = Span::new(line.first()?.start().to_u32(), line.last()?.end().to_u32());
    let words = "'tuple' is an illegal expression for augmented assignment";
    is_tuple.then(|| (words.to_owned(), target))
}
