//! Assignment, augmented assignment and `del`.

use super::constant::small_int;
use super::expressions::binary_op;
use super::items::{get_item, set_item};
use super::names::Place;
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{BinaryOp, Expr, ExprKind};

impl<'tree> Compiler<'tree> {
    /// `target = target = value`
    pub(super) fn assign(&mut self, targets: &'tree [Expr], value: &'tree Expr) -> Outcome {
        if let [target] = targets {
            if let ExprKind::Name(name) = &target.kind
                && let Some(register) = self.register_of(name)
            {
                self.check_not_debug(name, target.span)?;
                self.into(value, register)?;
                self.wrote(register);
                return Ok(());
            }
            if self.assign_in_parallel(target, value)? {
                return Ok(());
            }
        }
        let mark = self.unit.mark();
        let a = self.operand(value)?;
        for (index, target) in targets.iter().enumerate() {
            self.store(target, a, index + 1 == targets.len())?;
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `a, b = b, a`: no tuple is made.
    fn assign_in_parallel(&mut self, target: &'tree Expr, value: &'tree Expr) -> Outcome<bool> {
        let (ExprKind::Tuple(targets) | ExprKind::List(targets)) = &target.kind else {
            return Ok(false);
        };
        let ExprKind::Tuple(values) = &value.kind else {
            return Ok(false);
        };
        let has_star = |items: &[Expr]| {
            items
                .iter()
                .any(|item| matches!(item.kind, ExprKind::Starred(_)))
        };
        if targets.len() != values.len()
            || targets.len() > 8
            || has_star(targets)
            || has_star(values)
        {
            return Ok(false);
        }
        let mark = self.unit.mark();
        let mut registers = Vec::with_capacity(values.len());
        for value in values {
            registers.push(self.temp_of(value)?);
        }
        for (target, register) in targets.iter().zip(registers) {
            self.store(target, register, true)?;
        }
        self.unit.release(mark);
        Ok(true)
    }

    /// `target = a`. A temporary is consumed where that saves work, if
    /// `consume` allows.
    pub(super) fn store(&mut self, target: &'tree Expr, a: Reg, consume: bool) -> Outcome {
        match &target.kind {
            ExprKind::Name(name) => {
                self.at(target.span);
                self.store_name(name, a, consume, target.span)
            }
            ExprKind::Attribute(attribute) => {
                self.check_not_debug(&attribute.name.name, target.span)?;
                let mark = self.unit.mark();
                let object = self.operand(&attribute.value)?;
                self.at_attribute(target.span, attribute);
                let site = self.site16(&attribute.name.name);
                let take = self.gives(a, consume);
                self.unit.emit(Instr::StoreAttr {
                    take,
                    a: object,
                    b: a,
                    site,
                });
                self.unit.release(mark);
                Ok(())
            }
            ExprKind::Subscript(parts) => {
                let mark = self.unit.mark();
                let object = self.operand(&parts.0)?;
                let index = self.index(&parts.1)?;
                self.at(target.span);
                let take = self.gives(a, consume);
                self.unit.emit(set_item(take, object, index, a));
                self.unit.release(mark);
                Ok(())
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                self.unpack(items, target.span, a, consume)
            }
            ExprKind::Starred(_) => {
                let message = "starred assignment target must be in a list or tuple";
                Err(self.problem(message, target.span))
            }
            _ => Ok(()),
        }
    }

    /// Whether a store may consume its value; the register is then empty.
    fn gives(&mut self, register: Reg, consume: bool) -> bool {
        let gives = consume && self.unit.is_temp(register);
        if gives {
            self.unit.cleanse(register);
        }
        gives
    }

    fn unpack(&mut self, items: &'tree [Expr], span: Span, a: Reg, consume: bool) -> Outcome {
        let mark = self.unit.mark();
        let a = if consume && self.unit.is_temp(a) {
            a
        } else {
            let copy = self.unit.temp();
            self.at(span);
            self.unit.emit(Instr::Move { d: copy, a });
            copy
        };
        let mut star = None;
        for (index, item) in items.iter().enumerate() {
            if matches!(item.kind, ExprKind::Starred(_)) && star.replace(index).is_some() {
                return Err(self.problem("multiple starred expressions in assignment", span));
            }
        }
        let registers: Vec<Reg> = items.iter().map(|_| self.unit.temp()).collect();
        let start = registers.first().copied().unwrap_or(a);
        self.at(span);
        match star {
            None => {
                let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
                self.unit.emit(Instr::Unpack { a, start, n });
            }
            Some(index) => {
                let message = "too many expressions in star-unpacking assignment";
                let before = u8::try_from(index).map_err(|_| self.problem(message, span))?;
                let after = u16::try_from(items.len() - index - 1).unwrap_or(u16::MAX);
                self.unit.emit(Instr::UnpackStar {
                    before,
                    a,
                    start,
                    after,
                });
            }
        }
        self.unit.cleanse(a);
        for register in &registers {
            self.unit.soil(*register);
        }
        for (item, register) in items.iter().zip(registers) {
            match &item.kind {
                ExprKind::Starred(inner) => self.store(inner, register, true)?,
                _ => self.store(item, register, true)?,
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `target op= value`
    pub(super) fn augmented(
        &mut self,
        target: &'tree Expr,
        op: BinaryOp,
        value: &'tree Expr,
        span: Span,
    ) -> Outcome {
        let mark = self.unit.mark();
        match &target.kind {
            ExprKind::Name(name) => {
                self.check_not_debug(name, target.span)?;
                if let Place::Register {
                    register,
                    shifting: false,
                } = self.place(name)
                {
                    self.at(target.span);
                    self.check_bound(register, name);
                    self.in_place(register, op, value, span)?;
                    self.wrote(register);
                } else {
                    let t = self.unit.temp();
                    self.at(target.span);
                    self.load_name(name, t)?;
                    self.in_place(t, op, value, span)?;
                    self.at(target.span);
                    self.store_name(name, t, true, target.span)?;
                }
            }
            ExprKind::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let t = self.unit.temp();
                self.at_attribute(target.span, attribute);
                let site = self.site16(&attribute.name.name);
                self.unit.emit(Instr::LoadAttr {
                    d: t,
                    a: object,
                    site,
                });
                self.unit.soil(t);
                self.in_place(t, op, value, span)?;
                self.at_attribute(target.span, attribute);
                let site = self.site16(&attribute.name.name);
                let take = self.gives(t, true);
                self.unit.emit(Instr::StoreAttr {
                    take,
                    a: object,
                    b: t,
                    site,
                });
            }
            ExprKind::Subscript(parts) => {
                let object = self.operand(&parts.0)?;
                let index = self.index(&parts.1)?;
                let t = self.unit.temp();
                self.at(target.span);
                self.unit.emit(get_item(t, object, index));
                self.unit.soil(t);
                self.in_place(t, op, value, span)?;
                self.at(target.span);
                let take = self.gives(t, true);
                self.unit.emit(set_item(take, object, index, t));
            }
            _ => {}
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `d op= value`
    fn in_place(&mut self, d: Reg, op: BinaryOp, value: &'tree Expr, span: Span) -> Outcome {
        let small = match op {
            BinaryOp::Add | BinaryOp::Subtract => small_int(value).filter(|small| *small > 0),
            _ => None,
        };
        match (op, small) {
            // The opposite of less: only so is it known to be in place.
            (BinaryOp::Add, Some(i)) => {
                self.at(span);
                self.unit.emit(Instr::SubInt { d, a: d, i: -i });
            }
            (BinaryOp::Subtract, Some(i)) => {
                self.at(span);
                self.unit.emit(Instr::AddInt { d, a: d, i: -i });
            }
            _ => {
                let mark = self.unit.mark();
                let b = self.operand(value)?;
                self.at(span);
                self.unit.emit(Instr::InPlace {
                    op: binary_op(op),
                    d,
                    a: d,
                    b,
                });
                self.unit.release(mark);
            }
        }
        Ok(())
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: &'tree Expr) -> Outcome {
        let mark = self.unit.mark();
        match &target.kind {
            ExprKind::Name(name) => {
                self.at(target.span);
                self.delete_name(name, target.span)?;
            }
            ExprKind::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                self.at_attribute(target.span, attribute);
                let site = self.site16(&attribute.name.name);
                self.unit.emit(Instr::DeleteAttr { a: object, site });
            }
            ExprKind::Subscript(parts) => {
                let object = self.operand(&parts.0)?;
                let index = self.operand(&parts.1)?;
                self.at(target.span);
                self.unit.emit(Instr::DelItem {
                    a: object,
                    b: index,
                });
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                for item in items {
                    self.delete(item)?;
                }
            }
            _ => {}
        }
        self.unit.release(mark);
        Ok(())
    }
}
