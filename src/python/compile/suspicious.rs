//! What compiles and is probably a slip: the `SyntaxWarning`s of CPython's
//! compiler. A missing comma makes a call or an item access of a literal, and
//! `is` compares identity where equality was meant.

use super::Compiler;
use crate::syntax::Span;
use crate::syntax::tree::{CompareOp, Comparison, ComprehensionKind, Constant, Expr, ExprKind};

impl Compiler<'_> {
    /// Remembers a warning once for each place: some code is compiled twice.
    pub(super) fn warn(&self, message: String, at: Span) {
        let line = self.lines.line_column(at.start).line;
        let warning = (at.start, line, message);
        let mut warnings = self.file.warnings.borrow_mut();
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    /// `x is 1`
    pub(super) fn warn_of_identity(&self, comparison: &Comparison, span: Span) {
        let mut left = &comparison.first;
        for (op, right) in &comparison.rest {
            let words = match op {
                CompareOp::Is => ("is", "=="),
                CompareOp::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            if is_literal(left) || is_literal(right) {
                let (operator, meant) = words;
                let message = format!("\"{operator}\" with a literal. Did you mean \"{meant}\"?");
                return self.warn(message, span);
            }
            left = right;
        }
    }

    /// `(1, 2) (3, 4)`
    pub(super) fn warn_of_call(&self, function: &Expr, span: Span) {
        let is_value = !matches!(function.kind, ExprKind::Lambda(_));
        if let Some(name) = type_name(function).filter(|_| is_value) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(message, span);
        }
    }

    /// `[1, 2] [3, 4]`
    pub(super) fn warn_of_subscript(&self, value: &Expr, index: &Expr, span: Span) {
        let Some(name) = type_name(value) else {
            return;
        };
        match name {
            "str" | "bytes" | "tuple" | "list" => {
                if let Some(index) = type_name(index).filter(|n| !matches!(*n, "int" | "bool")) {
                    self.warn(
                        format!(
                            "{name} indices must be integers or slices, not {index}; \
                             perhaps you missed a comma?"
                        ),
                        span,
                    );
                }
            }
            "dict" => {}
            _ => self.warn(
                format!("'{name}' object is not subscriptable; perhaps you missed a comma?"),
                span,
            ),
        }
    }

    /// `assert (condition, 'message')`
    pub(super) fn warn_of_assert(&self, test: &Expr, span: Span) {
        if matches!(&test.kind, ExprKind::Tuple(items) if !items.is_empty()) {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(message.to_owned(), span);
        }
    }
}

/// Whether comparing its identity says nothing.
fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(constant) => !matches!(
            constant,
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis
        ),
        ExprKind::Tuple(items) => items
            .iter()
            .all(|item| matches!(item.kind, ExprKind::Constant(_)) || is_literal(item)),
        _ => false,
    }
}

/// The type of a value that is written out.
fn type_name(expr: &Expr) -> Option<&'static str> {
    Some(match &expr.kind {
        ExprKind::Constant(constant) => match constant {
            Constant::None => "NoneType",
            Constant::True | Constant::False => "bool",
            Constant::Ellipsis => "ellipsis",
            Constant::Int(_) => "int",
            Constant::Float(_) => "float",
            Constant::Imaginary(_) => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
        },
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) => "list",
        ExprKind::Set(_) => "set",
        ExprKind::Dict(_) => "dict",
        ExprKind::FormatString(_) => "str",
        ExprKind::Lambda(_) => "function",
        ExprKind::Comprehension(comprehension) => match comprehension.kind {
            ComprehensionKind::List => "list",
            ComprehensionKind::Set => "set",
            ComprehensionKind::Dict => "dict",
            ComprehensionKind::Generator => "generator",
        },
        _ => return None,
    })
}
