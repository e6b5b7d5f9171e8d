//! Expressions.

use super::constant::{Literal, fold, small_int};
use super::items::get_item;
use super::names::Place;
use super::unit::UnitKind;
use super::{Compiler, Outcome};
use crate::code::{self, Instr, NO_REG, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{
    Attribute, BinaryChain, BinaryOp, CompareOp, Comparison, Expr, ExprKind, Slice, UnaryOp,
};

impl<'tree> Compiler<'tree> {
    /// Evaluates an expression and gives the register that holds the value: a
    /// variable's own, or a new temporary.
    pub(super) fn operand(&mut self, expr: &'tree Expr) -> Outcome<Reg> {
        if let ExprKind::Name(name) = &expr.kind
            && let Place::Register {
                register,
                shifting: false,
            } = self.place(name)
        {
            self.at(expr.span);
            self.check_bound(register, name);
            return Ok(register);
        }
        self.temp_of(expr)
    }

    /// Evaluates an expression into a new temporary.
    pub(super) fn temp_of(&mut self, expr: &'tree Expr) -> Outcome<Reg> {
        let d = self.unit.temp();
        self.into(expr, d)?;
        Ok(d)
    }

    /// Evaluates an operand, into `d` if that is a temporary and the operand
    /// needs one.
    pub(super) fn operand_by(&mut self, expr: &'tree Expr, d: Reg) -> Outcome<Reg> {
        if let ExprKind::Name(name) = &expr.kind
            && let Place::Register {
                shifting: false, ..
            } = self.place(name)
        {
            return self.operand(expr);
        }
        if self.unit.is_temp(d) {
            self.into(expr, d)?;
            return Ok(d);
        }
        self.temp_of(expr)
    }

    /// Evaluates an expression into `d`, which is a variable's register or a
    /// temporary in use. A variable is written by the last instruction only,
    /// so that the expression may read it and may fail.
    pub(super) fn into(&mut self, expr: &'tree Expr, d: Reg) -> Outcome {
        if !matches!(expr.kind, ExprKind::Name(_))
            && let Some(literal) = fold(expr)
        {
            self.at(expr.span);
            self.load_literal(&literal, d);
            return Ok(());
        }
        let mark = self.unit.mark();
        match &expr.kind {
            ExprKind::Name(name) => {
                self.at(expr.span);
                if &**name == "__debug__" {
                    self.load_literal(&Literal::True, d);
                    return Ok(());
                }
                self.load_name(name, d)?;
            }
            ExprKind::Constant(constant) => {
                self.at(expr.span);
                self.load_literal(&Literal::of(constant), d);
            }
            ExprKind::Binary(chain) => self.binary(chain, d)?,
            ExprKind::Attribute(attribute) => self.attribute(attribute, expr.span, d)?,
            ExprKind::Call(call) => {
                self.warn_of_call(&call.function, expr.span);
                self.call(call, expr.span, d)?;
            }
            ExprKind::Subscript(parts) => {
                self.warn_of_subscript(&parts.0, &parts.1, expr.span);
                let a = self.operand_by(&parts.0, d)?;
                let b = self.index(&parts.1)?;
                self.at(expr.span);
                self.unit.emit(get_item(d, a, b));
                self.unit.soil(d);
            }
            ExprKind::Unary(op, operand) => self.unary(*op, operand, expr.span, d)?,
            ExprKind::Compare(comparison) => {
                self.warn_of_identity(comparison, expr.span);
                self.comparison(comparison, expr.span, d)?;
            }
            _ => self.rarer_expression(expr, d)?,
        }
        self.unit.release(mark);
        Ok(())
    }

    #[inline(never)]
    fn rarer_expression(&mut self, expr: &'tree Expr, d: Reg) -> Outcome {
        match &expr.kind {
            ExprKind::And(values) => self.junction(values, false, d),
            ExprKind::Or(values) => self.junction(values, true, d),
            ExprKind::Named(named) => {
                let (target, value) = &**named;
                let result = if self.unit.is_temp(d) {
                    d
                } else {
                    self.unit.temp()
                };
                self.into(value, result)?;
                self.at(target.span);
                self.store_name(&target.name, result, false, target.span)?;
                self.move_result(result, d);
                Ok(())
            }
            ExprKind::Conditional(node) => {
                let otherwise = self.unit.label();
                let end = self.unit.label();
                self.jump_if(&node.test, false, otherwise)?;
                self.into(&node.body, d)?;
                self.unit.jump(end);
                self.unit.place(otherwise);
                self.into(&node.orelse, d)?;
                self.unit.place(end);
                self.unit.soil(d);
                Ok(())
            }
            ExprKind::Lambda(lambda) => self.lambda(lambda, expr.span, d),
            ExprKind::List(items) => self.list(items, expr.span, d),
            ExprKind::Tuple(items) => self.tuple(items, expr.span, d),
            ExprKind::Set(items) => self.set(items, expr.span, d),
            ExprKind::Dict(items) => self.dict(items, expr.span, d),
            ExprKind::Comprehension(node) => self.comprehension(node, expr.span, d),
            ExprKind::Slice(slice) => self.slice(slice, expr.span, d),
            ExprKind::FormatString(parts) => self.format_string(parts, expr.span, d),
            ExprKind::TemplateString(parts) => self.template_string(parts, expr.span, d),
            ExprKind::Await(value) => {
                self.check_await(expr.span)?;
                let iter = self.unit.temp();
                let a = self.operand_by(value, iter)?;
                self.at(expr.span);
                self.await_value(a, 0, iter, d);
                Ok(())
            }
            ExprKind::Yield(value) => {
                self.check_yield("yield", expr.span)?;
                let a = self.unit.temp();
                match value {
                    Some(value) => self.into(value, a)?,
                    None => self.unit.emit(Instr::LoadNone { d: a }),
                }
                self.at(expr.span);
                self.unit.emit(Instr::Yield { d, a });
                self.unit.cleanse(a);
                self.unit.soil(d);
                Ok(())
            }
            ExprKind::YieldFrom(value) => {
                self.check_yield("yield from", expr.span)?;
                if self.unit.kind == UnitKind::AsyncFunction {
                    return Err(self.problem("'yield from' inside async function", expr.span));
                }
                let iter = self.unit.temp();
                let a = self.operand_by(value, iter)?;
                self.at(expr.span);
                self.unit.emit(Instr::GetYieldFrom { d: iter, a });
                self.unit.soil(iter);
                self.delegate(iter, false, d);
                Ok(())
            }
            ExprKind::Starred(_) => {
                Err(self.problem("can't use starred expression here", expr.span))
            }
            _ => Ok(()),
        }
    }

    /// Moves the value of `from` to `d`, where that is another register.
    pub(super) fn move_result(&mut self, from: Reg, d: Reg) {
        if from != d {
            if self.unit.is_temp(from) {
                self.unit.emit(Instr::Take { d, a: from });
                self.unit.cleanse(from);
            } else {
                self.unit.emit(Instr::Move { d, a: from });
            }
        }
        self.unit.soil(d);
    }

    /// Lets go of an operand that was evaluated into a temporary other than
    /// the result.
    pub(super) fn release_operand(&mut self, a: Reg, d: Reg) {
        if a != d && self.unit.is_temp(a) && self.unit.is_dirty(a) {
            self.unit.emit(Instr::Clear { d: a });
            self.unit.cleanse(a);
        }
    }

    pub(super) fn load_literal(&mut self, literal: &Literal, d: Reg) {
        let instruction = match literal {
            Literal::None => Instr::LoadNone { d },
            Literal::True => Instr::LoadBool { d, value: true },
            Literal::False => Instr::LoadBool { d, value: false },
            other => match other.small_int::<i32>() {
                Some(i) => Instr::LoadInt { d, i },
                None => Instr::LoadConst {
                    d,
                    k: self.unit.constant(other),
                },
            },
        };
        self.unit.emit(instruction);
        self.unit.cleanse(d);
    }

    fn binary(&mut self, chain: &'tree BinaryChain, d: Reg) -> Outcome {
        let mark = self.unit.mark();
        let mut left = self.operand_by(&chain.first, d)?;
        let last = chain.rest.len().saturating_sub(1);
        for (index, (op, right, span)) in chain.rest.iter().enumerate() {
            let small = match op {
                BinaryOp::Add | BinaryOp::Subtract => {
                    // Below 0 they are the forms in place.
                    small_int(right).filter(|small| *small >= 0)
                }
                _ => small_int(right),
            };
            let right = match small {
                Some(_) => NO_REG,
                None => self.operand(right)?,
            };
            let out = if index == last || self.unit.is_temp(d) {
                d
            } else if self.unit.is_temp(left) {
                left
            } else if right != NO_REG && self.unit.is_temp(right) {
                right
            } else {
                self.unit.temp()
            };
            self.at(*span);
            self.unit.emit(match (op, small) {
                (BinaryOp::Add, Some(i)) => Instr::AddInt { d: out, a: left, i },
                (BinaryOp::Subtract, Some(i)) => Instr::SubInt { d: out, a: left, i },
                (op, Some(i)) => Instr::BinaryInt {
                    op: binary_op(*op),
                    d: out,
                    a: left,
                    i,
                },
                _ => binary_instruction(*op, out, left, right),
            });
            // Sums and unions may be containers; the rest are numbers and
            // texts, which nobody waits to see dropped.
            let container = match op {
                BinaryOp::Add => small.is_none(),
                BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => true,
                _ => false,
            };
            if container || !self.unit.is_temp(out) {
                self.unit.soil(out);
            } else {
                self.unit.cleanse(out);
            }
            if right != NO_REG {
                self.release_operand(right, out);
            }
            if left != out {
                self.release_operand(left, out);
            }
            if index != last {
                let keep = if out >= mark { out + 1 } else { mark };
                self.unit.forget(keep);
            }
            left = out;
        }
        Ok(())
    }

    fn unary(&mut self, op: UnaryOp, operand: &'tree Expr, span: Span, d: Reg) -> Outcome {
        let a = self.operand_by(operand, d)?;
        self.at(span);
        let op = match op {
            UnaryOp::Not => {
                self.unit.emit(Instr::Not { d, a });
                self.unit.cleanse(d);
                return Ok(());
            }
            UnaryOp::Negative => code::UnaryOp::Neg,
            UnaryOp::Positive => code::UnaryOp::Pos,
            UnaryOp::Invert => code::UnaryOp::Invert,
        };
        self.unit.emit(Instr::Unary { op, d, a });
        self.unit.soil(d);
        Ok(())
    }

    fn attribute(&mut self, attribute: &'tree Attribute, span: Span, d: Reg) -> Outcome {
        if let Some(start) = self.super_operands(&attribute.value)? {
            self.at(span);
            let site = self.site16(&attribute.name.name);
            self.unit.emit(Instr::LoadSuperAttr { d, a: start, site });
            self.unit.soil(d);
            return Ok(());
        }
        let a = self.operand_by(&attribute.value, d)?;
        self.at_attribute(span, attribute);
        let site = self.site16(&attribute.name.name);
        self.unit.emit(Instr::LoadAttr { d, a, site });
        self.unit.soil(d);
        Ok(())
    }

    /// The position of an attribute access or method call: in a chain over
    /// several lines, the line of the name.
    pub(super) fn at_attribute(&mut self, span: Span, attribute: &Attribute) {
        let name = attribute.name.span;
        if self.lines.line(span.start) == self.lines.line(name.start) {
            self.at(span);
        } else {
            self.at(Span::new(name.start, span.end));
        }
    }

    /// `and` and `or`: stops at the first value whose truth is `stop`.
    fn junction(&mut self, values: &'tree [Expr], stop: bool, d: Reg) -> Outcome {
        let result = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        let end = self.unit.label();
        for (index, value) in values.iter().enumerate() {
            self.into(value, result)?;
            if index + 1 < values.len() {
                self.at(value.span);
                self.unit.jump_with(end, |target| {
                    if stop {
                        Instr::JumpIfTrue { a: result, target }
                    } else {
                        Instr::JumpIfFalse { a: result, target }
                    }
                });
                if self.unit.is_dirty(result) {
                    self.unit.emit(Instr::Clear { d: result });
                }
            }
        }
        self.unit.place(end);
        self.move_result(result, d);
        Ok(())
    }

    /// `a < b < c`: each operand is evaluated once, and only if needed.
    fn comparison(&mut self, comparison: &'tree Comparison, span: Span, d: Reg) -> Outcome {
        let Some((last, init)) = comparison.rest.split_last() else {
            return Ok(());
        };
        if init.is_empty() {
            let a = self.operand_by(&comparison.first, d)?;
            let b = self.comparison_operand(last.0, &last.1)?;
            self.at(span);
            self.unit.emit(Instr::Compare {
                op: compare_op(last.0),
                d,
                a,
                b,
            });
            self.clean_comparison(last.0, d);
            return Ok(());
        }
        let result = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        let end = self.unit.label();
        let mark = self.unit.mark();
        let mut left = self.operand(&comparison.first)?;
        for (op, right) in init {
            let right = self.operand(right)?;
            self.at(span);
            self.unit.emit(Instr::Compare {
                op: compare_op(*op),
                d: result,
                a: left,
                b: right,
            });
            self.unit
                .jump_with(end, |target| Instr::JumpIfFalse { a: result, target });
            left = right;
        }
        let right = self.comparison_operand(last.0, &last.1)?;
        self.at(span);
        self.unit.emit(Instr::Compare {
            op: compare_op(last.0),
            d: result,
            a: left,
            b: right,
        });
        self.unit.place(end);
        self.unit.release(mark);
        self.clean_comparison(last.0, result);
        self.move_result(result, d);
        Ok(())
    }

    /// The right operand of a comparison. In `x in [1, 2]` a tuple will do.
    pub(super) fn comparison_operand(
        &mut self,
        op: CompareOp,
        operand: &'tree Expr,
    ) -> Outcome<Reg> {
        if matches!(op, CompareOp::In | CompareOp::NotIn)
            && let ExprKind::List(items) = &operand.kind
            && let Some(items) = items.iter().map(fold).collect::<Option<Vec<_>>>()
        {
            let b = self.unit.temp();
            self.at(operand.span);
            self.load_literal(&Literal::Tuple(items), b);
            return Ok(b);
        }
        self.operand(operand)
    }

    /// Rich comparisons may give any object, the others a bool.
    fn clean_comparison(&mut self, op: CompareOp, d: Reg) {
        match op {
            CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {
                self.unit.cleanse(d);
            }
            _ => self.unit.soil(d),
        }
    }

    /// What stands between brackets.
    fn slice(&mut self, slice: &'tree Slice, span: Span, d: Reg) -> Outcome {
        let start = self.unit.temp();
        let others = [self.unit.temp(), self.unit.temp()];
        let parts = [&slice.lower, &slice.upper, &slice.step];
        for (register, part) in [start, others[0], others[1]].into_iter().zip(parts) {
            match part {
                Some(part) => self.into(part, register)?,
                None => self.load_literal(&Literal::None, register),
            }
        }
        self.at(span);
        self.unit.emit(Instr::BuildSlice { d, start });
        for register in [start, others[0], others[1]] {
            self.unit.cleanse(register);
        }
        self.unit.soil(d);
        Ok(())
    }

    /// `d = await a`, with the iterator kept in `iter`, which may be `a`;
    /// `context` tells the two awaits of `async with` apart.
    pub(super) fn await_value(&mut self, a: Reg, context: u8, iter: Reg, d: Reg) {
        self.unit.emit(Instr::GetAwaitable {
            context,
            d: iter,
            a,
        });
        self.unit.soil(iter);
        self.delegate(iter, true, d);
    }

    /// Sends to the iterator in `iter` until it returns.
    pub(super) fn delegate(&mut self, iter: Reg, is_await: bool, d: Reg) {
        let sent = self.unit.temp();
        self.load_literal(&Literal::None, sent);
        self.unit.emit(Instr::Delegate {
            is_await,
            d,
            iter,
            a: sent,
        });
        self.unit.cleanse(iter);
        self.unit.soil(d);
    }

    pub(super) fn check_await(&self, at: Span) -> Outcome {
        match self.unit.kind {
            UnitKind::AsyncFunction | UnitKind::GeneratorExpression => Ok(()),
            UnitKind::Module if self.options.top_level_await => Ok(()),
            UnitKind::Module | UnitKind::Class | UnitKind::Annotation => {
                Err(self.problem("'await' outside function", at))
            }
            UnitKind::Function | UnitKind::Lambda => {
                Err(self.problem("'await' outside async function", at))
            }
        }
    }

    fn check_yield(&self, what: &str, at: Span) -> Outcome {
        match self.unit.kind {
            UnitKind::Module | UnitKind::Class | UnitKind::Annotation => {
                Err(self.problem(format!("'{what}' outside function"), at))
            }
            _ => Ok(()),
        }
    }
}

pub(super) fn binary_instruction(op: BinaryOp, d: Reg, a: Reg, b: Reg) -> Instr {
    match op {
        BinaryOp::Add => Instr::Add { d, a, b },
        BinaryOp::Subtract => Instr::Sub { d, a, b },
        BinaryOp::Multiply => Instr::Mul { d, a, b },
        other => Instr::Binary {
            op: binary_op(other),
            d,
            a,
            b,
        },
    }
}

pub(super) fn binary_op(op: BinaryOp) -> code::BinaryOp {
    match op {
        BinaryOp::Add => code::BinaryOp::Add,
        BinaryOp::Subtract => code::BinaryOp::Sub,
        BinaryOp::Multiply => code::BinaryOp::Mul,
        BinaryOp::MatrixMultiply => code::BinaryOp::MatMul,
        BinaryOp::Divide => code::BinaryOp::TrueDiv,
        BinaryOp::FloorDivide => code::BinaryOp::FloorDiv,
        BinaryOp::Modulo => code::BinaryOp::Mod,
        BinaryOp::Power => code::BinaryOp::Pow,
        BinaryOp::ShiftLeft => code::BinaryOp::LShift,
        BinaryOp::ShiftRight => code::BinaryOp::RShift,
        BinaryOp::And => code::BinaryOp::And,
        BinaryOp::Or => code::BinaryOp::Or,
        BinaryOp::Xor => code::BinaryOp::Xor,
    }
}

pub(super) fn compare_op(op: CompareOp) -> code::CompareOp {
    match op {
        CompareOp::Equal => code::CompareOp::Eq,
        CompareOp::NotEqual => code::CompareOp::Ne,
        CompareOp::Less => code::CompareOp::Lt,
        CompareOp::LessEqual => code::CompareOp::Le,
        CompareOp::Greater => code::CompareOp::Gt,
        CompareOp::GreaterEqual => code::CompareOp::Ge,
        CompareOp::Is => code::CompareOp::Is,
        CompareOp::IsNot => code::CompareOp::IsNot,
        CompareOp::In => code::CompareOp::In,
        CompareOp::NotIn => code::CompareOp::NotIn,
    }
}
