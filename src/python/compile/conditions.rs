//! Conditions: expressions of which only the truth matters.

use super::constant::{Literal, fold};
use super::expressions::compare_op;
use super::unit::Label;
use super::{Compiler, Outcome};
use crate::code::{self, Instr};
use crate::syntax::Span;
use crate::syntax::tree::{CompareOp, Comparison, Constant, Expr, ExprKind, UnaryOp};

impl<'tree> Compiler<'tree> {
    /// Jumps to `label` if the truth of `expr` is `when`; goes on otherwise.
    pub(super) fn jump_if(&mut self, expr: &'tree Expr, when: bool, label: Label) -> Outcome {
        if let Some(literal) = fold(expr) {
            if literal.truth() == when {
                self.at(expr.span);
                self.unit.jump(label);
            }
            return Ok(());
        }
        match &expr.kind {
            ExprKind::Unary(UnaryOp::Not, operand) => self.jump_if(operand, !when, label),
            ExprKind::And(values) => self.jump_if_junction(values, false, when, label),
            ExprKind::Or(values) => self.jump_if_junction(values, true, when, label),
            ExprKind::Conditional(node) => {
                let otherwise = self.unit.label();
                let end = self.unit.label();
                self.jump_if(&node.test, false, otherwise)?;
                self.jump_if(&node.body, when, label)?;
                self.unit.jump(end);
                self.unit.place(otherwise);
                self.jump_if(&node.orelse, when, label)?;
                self.unit.place(end);
                Ok(())
            }
            ExprKind::Compare(comparison) if comparison.rest.len() == 1 => {
                self.jump_if_compare(comparison, expr.span, when, label)
            }
            _ => {
                let mark = self.unit.mark();
                let a = self.operand(expr)?;
                self.at(expr.span);
                if self.unit.is_dirty(a) && self.unit.is_temp(a) {
                    // The value itself is let go of at once.
                    self.unit.emit(Instr::Not { d: a, a });
                    self.unit.cleanse(a);
                    self.jump_on_truth(a, !when, label);
                } else {
                    self.jump_on_truth(a, when, label);
                }
                self.unit.release(mark);
                Ok(())
            }
        }
    }

    fn jump_on_truth(&mut self, a: code::Reg, when: bool, label: Label) {
        self.unit.jump_with(label, |target| {
            if when {
                Instr::JumpIfTrue { a, target }
            } else {
                Instr::JumpIfFalse { a, target }
            }
        });
    }

    /// `and` (`stop` is false) and `or` (`stop` is true).
    fn jump_if_junction(
        &mut self,
        values: &'tree [Expr],
        stop: bool,
        when: bool,
        label: Label,
    ) -> Outcome {
        let Some((last, init)) = values.split_last() else {
            return Ok(());
        };
        if when == stop {
            for value in init {
                self.jump_if(value, when, label)?;
            }
            return self.jump_if(last, when, label);
        }
        let end = self.unit.label();
        for value in init {
            self.jump_if(value, stop, end)?;
        }
        self.jump_if(last, when, label)?;
        self.unit.place(end);
        Ok(())
    }

    fn jump_if_compare(
        &mut self,
        comparison: &'tree Comparison,
        span: Span,
        when: bool,
        label: Label,
    ) -> Outcome {
        let Some((op, right)) = comparison.rest.first() else {
            return Ok(());
        };
        self.warn_of_identity(comparison, span);
        let mark = self.unit.mark();
        let a = self.operand(&comparison.first)?;
        let is_none = matches!(right.kind, ExprKind::Constant(Constant::None));
        if is_none && matches!(op, CompareOp::Is | CompareOp::IsNot) {
            self.at(span);
            self.jump_on_none(a, (*op == CompareOp::Is) == when, label);
            self.unit.release(mark);
            return Ok(());
        }
        let op = compare_op(*op);
        let is_rich = !matches!(
            op,
            code::CompareOp::In
                | code::CompareOp::NotIn
                | code::CompareOp::Is
                | code::CompareOp::IsNot
        );
        let is_order = is_rich && !matches!(op, code::CompareOp::Eq | code::CompareOp::Ne);
        let small = fold(right).as_ref().and_then(Literal::small_int::<i16>);
        if let Some(i) = small
            && is_rich
        {
            self.at(span);
            if !is_order && self.unit.is_temp(a) && self.unit.is_dirty(a) {
                return self.jump_after_compare(span, op, a, mark, Right::Small(i), when, label);
            }
            let jump = if when {
                Instr::JumpWhenInt { op, a, i, skip: 0 }
            } else {
                Instr::JumpUnlessInt { op, a, i, skip: 0 }
            };
            self.unit.relative_jump(label, jump);
            self.unit.forget(mark);
            return Ok(());
        }
        let b = self.comparison_operand(comparison.rest[0].0, right)?;
        self.at(span);
        // What is ordered is numbers and texts: no hurry to let go of them.
        if !is_order && !self.unit.dirty_from(mark).is_empty() {
            return self.jump_after_compare(span, op, a, mark, Right::Register(b), when, label);
        }
        let jump = if when {
            Instr::JumpWhen { op, a, b, skip: 0 }
        } else {
            Instr::JumpUnless { op, a, b, skip: 0 }
        };
        self.unit.relative_jump(label, jump);
        self.unit.forget(mark);
        Ok(())
    }

    /// Compares first, lets go of the operands, then jumps.
    #[expect(clippy::too_many_arguments, reason = "the parts of one comparison")]
    fn jump_after_compare(
        &mut self,
        span: Span,
        op: code::CompareOp,
        a: code::Reg,
        mark: code::Reg,
        right: Right,
        when: bool,
        label: Label,
    ) -> Outcome {
        self.at(span);
        let b = match right {
            Right::Register(b) => b,
            Right::Small(i) => {
                let b = self.unit.temp();
                self.unit.emit(Instr::LoadInt {
                    d: b,
                    i: i32::from(i),
                });
                b
            }
        };
        // One of the operands is a temporary: the first register from `mark`.
        self.unit.emit(Instr::Compare { op, d: mark, a, b });
        self.unit.cleanse(mark);
        let rest: Vec<_> = self.unit.dirty_from(mark);
        self.unit.clear_registers(&rest);
        self.jump_on_truth(mark, when, label);
        self.unit.forget(mark);
        Ok(())
    }

    fn jump_on_none(&mut self, a: code::Reg, when_none: bool, label: Label) {
        let dirty = self.unit.is_temp(a) && self.unit.is_dirty(a);
        if when_none {
            self.unit
                .jump_with(label, |target| Instr::JumpIfNone { a, target });
        } else if dirty {
            let over = self.unit.label();
            self.unit
                .jump_with(over, |target| Instr::JumpIfNone { a, target });
            self.unit.emit(Instr::Clear { d: a });
            self.unit.jump(label);
            self.unit.place(over);
            self.unit.cleanse(a);
        } else {
            self.unit
                .jump_with(label, |target| Instr::JumpIfNotNone { a, target });
        }
    }
}

/// The right operand of a comparison.
enum Right {
    Register(code::Reg),
    Small(i16),
}
