//! What `from __future__ import annotations` makes of an annotation: its text
//! as `ast.unparse` writes it.

use crate::syntax::tree::{Argument, BinaryOp, Constant, Expr, ExprKind, UnaryOp};
use crate::text::repr;

/// The text of what annotations usually are; `None` for rarer expressions.
pub(super) fn text(expr: &Expr) -> Option<String> {
    if let ExprKind::Binary(chain) = &expr.kind {
        let mut all = operand(&chain.first)?;
        for (operator, right, _) in &chain.rest {
            if *operator != BinaryOp::Or {
                return None;
            }
            all = format!("{all} | {}", operand(right)?);
        }
        return Some(all);
    }
    operand(expr)
}

/// What may stand beside `|`.
fn operand(expr: &Expr) -> Option<String> {
    Some(match &expr.kind {
        ExprKind::Constant(Constant::Int(number)) => number.to_string(),
        ExprKind::Unary(UnaryOp::Negative, value)
            if matches!(value.kind, ExprKind::Constant(Constant::Int(_))) =>
        {
            format!("-{}", operand(value)?)
        }
        ExprKind::Tuple(items) => match items.as_slice() {
            [one] => format!("({},)", text(one)?),
            items => format!("({})", list(items)?),
        },
        _ => primary(expr)?,
    })
}

/// What a dot or a bracket may follow.
fn primary(expr: &Expr) -> Option<String> {
    Some(match &expr.kind {
        ExprKind::Name(name) => as_written(name)?,
        ExprKind::Constant(Constant::None) => "None".to_owned(),
        ExprKind::Constant(Constant::True) => "True".to_owned(),
        ExprKind::Constant(Constant::False) => "False".to_owned(),
        ExprKind::Constant(Constant::Ellipsis) => "...".to_owned(),
        ExprKind::Constant(Constant::Str(text)) => repr::repr(text),
        ExprKind::Attribute(it) => {
            format!("{}.{}", primary(&it.value)?, as_written(&it.name.name)?)
        }
        ExprKind::List(items) => format!("[{}]", list(items)?),
        ExprKind::Subscript(parts) => {
            let (value, index) = &**parts;
            let index = match &index.kind {
                ExprKind::Tuple(items) => match items.as_slice() {
                    [] => "()".to_owned(),
                    [one] => format!("{},", text(one)?),
                    items => list(items)?,
                },
                _ => text(index)?,
            };
            format!("{}[{index}]", primary(value)?)
        }
        ExprKind::Call(call) => {
            let mut all = Vec::new();
            for argument in &call.arguments {
                all.push(match argument {
                    Argument::Positional(value) => text(value)?,
                    Argument::Keyword(name, value) => format!("{}={}", name.name, text(value)?),
                    _ => return None,
                });
            }
            format!("{}({})", primary(&call.function)?, all.join(", "))
        }
        _ => return None,
    })
}

/// The tree has private names of classes mangled, the text does not.
fn as_written(name: &str) -> Option<String> {
    (!name.starts_with('_') || !name.contains("__")).then(|| name.to_owned())
}

fn list(items: &[Expr]) -> Option<String> {
    let texts: Option<Vec<String>> = items.iter().map(text).collect();
    Some(texts?.join(", "))
}
