//! List, tuple, set and dict displays.

use super::constant::{Literal, fold};
use super::{Compiler, Outcome};
use crate::code::{Instr, Intrinsic, NO_REG, Reg};
use crate::syntax::Span;
use crate::syntax::tree::{Expr, ExprKind};

/// Displays longer than this are built item by item, which needs fewer
/// registers.
const MAX_AT_ONCE: usize = 32;

impl<'tree> Compiler<'tree> {
    pub(super) fn list(&mut self, items: &'tree [Expr], span: Span, d: Reg) -> Outcome {
        if let Some(start) = self.items_at_once(items)? {
            self.at(span);
            let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
            self.unit.emit(Instr::BuildList { d, start, n });
            self.consumed(start, items.len());
            self.unit.soil(d);
            return Ok(());
        }
        let list = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        self.list_by_item(items, span, list)?;
        self.move_result(list, d);
        Ok(())
    }

    pub(super) fn tuple(&mut self, items: &'tree [Expr], span: Span, d: Reg) -> Outcome {
        if let Some(start) = self.items_at_once(items)? {
            self.at(span);
            let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
            self.unit.emit(Instr::BuildTuple { d, start, n });
            self.consumed(start, items.len());
            self.unit.soil(d);
            return Ok(());
        }
        let list = self.unit.temp();
        self.list_by_item(items, span, list)?;
        self.at(span);
        self.list_to_tuple(list, d);
        Ok(())
    }

    /// `d = tuple(list)`, letting go of the list.
    pub(super) fn list_to_tuple(&mut self, list: Reg, d: Reg) {
        let what = Intrinsic::ListToTuple;
        self.unit.emit(Instr::Intrinsic {
            what,
            d,
            a: list,
            b: NO_REG,
        });
        self.unit.soil(d);
        self.release_operand(list, d);
    }

    pub(super) fn set(&mut self, items: &'tree [Expr], span: Span, d: Reg) -> Outcome {
        if let Some(start) = self.items_at_once(items)? {
            self.at(span);
            let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
            self.unit.emit(Instr::BuildSet { d, start, n });
            self.consumed(start, items.len());
            self.unit.soil(d);
            if items.len() > 2 && items.iter().all(|item| fold(item).is_some()) {
                let what = Intrinsic::ConstantSet;
                self.unit.emit(Instr::Intrinsic {
                    what,
                    d,
                    a: d,
                    b: NO_REG,
                });
            }
            return Ok(());
        }
        let set = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        self.at(span);
        self.unit.emit(Instr::BuildSet {
            d: set,
            start: set,
            n: 0,
        });
        self.unit.soil(set);
        for item in items {
            let mark = self.unit.mark();
            match &item.kind {
                ExprKind::Starred(value) => {
                    let a = self.operand(value)?;
                    self.at(span);
                    self.unit.emit(Instr::SetUpdate { set, a });
                }
                _ => {
                    let a = self.operand(item)?;
                    self.at(item.span);
                    self.unit.emit(Instr::SetAdd { set, a });
                }
            }
            self.unit.release(mark);
        }
        self.move_result(set, d);
        Ok(())
    }

    pub(super) fn dict(
        &mut self,
        items: &'tree [(Option<Expr>, Expr)],
        span: Span,
        d: Reg,
    ) -> Outcome {
        if items.len() <= MAX_AT_ONCE / 2 && items.iter().all(|(key, _)| key.is_some()) {
            let start = self.unit.mark();
            for (key, value) in items {
                if let Some(key) = key {
                    self.temp_of(key)?;
                }
                self.temp_of(value)?;
            }
            self.at(span);
            let n = u16::try_from(items.len()).unwrap_or(u16::MAX);
            self.unit.emit(Instr::BuildMap { d, start, n });
            self.consumed(start, 2 * items.len());
            self.unit.soil(d);
            return Ok(());
        }
        let dict = if self.unit.is_temp(d) {
            d
        } else {
            self.unit.temp()
        };
        self.at(span);
        self.unit.emit(Instr::BuildMap {
            d: dict,
            start: dict,
            n: 0,
        });
        self.unit.soil(dict);
        for (key, value) in items {
            let mark = self.unit.mark();
            match key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let value = self.operand(value)?;
                    self.at(span);
                    self.unit.emit(Instr::MapAdd { dict, key, value });
                }
                None => {
                    let a = self.operand(value)?;
                    self.at(span);
                    self.unit.emit(Instr::DictUpdate { dict, a });
                }
            }
            self.unit.release(mark);
        }
        self.move_result(dict, d);
        Ok(())
    }

    /// Evaluates few items into neighbouring temporaries; gives the first.
    fn items_at_once(&mut self, items: &'tree [Expr]) -> Outcome<Option<Reg>> {
        let stars = items
            .iter()
            .any(|item| matches!(item.kind, ExprKind::Starred(_)));
        if stars || items.len() > MAX_AT_ONCE {
            return Ok(None);
        }
        let start = self.unit.mark();
        for item in items {
            self.temp_of(item)?;
        }
        Ok(Some(start))
    }

    /// An instruction has moved the values of these temporaries away.
    pub(super) fn consumed(&mut self, start: Reg, count: usize) {
        for offset in 0..count {
            if let Ok(offset) = Reg::try_from(offset) {
                self.unit.cleanse(start.saturating_add(offset));
            }
        }
    }

    /// Builds a list of any length, with stars, in the temporary `list`.
    pub(super) fn list_by_item(&mut self, items: &'tree [Expr], span: Span, list: Reg) -> Outcome {
        self.at(span);
        self.unit.emit(Instr::BuildList {
            d: list,
            start: list,
            n: 0,
        });
        self.unit.soil(list);
        // Long tables of constants come from one constant.
        if items.len() > MAX_AT_ONCE
            && let Some(items) = items.iter().map(fold).collect::<Option<Vec<_>>>()
        {
            let a = self.unit.temp();
            self.load_literal(&Literal::Tuple(items), a);
            self.unit.emit(Instr::ListExtend { list, a });
            return Ok(());
        }
        for item in items {
            self.append(item, span, list)?;
        }
        Ok(())
    }

    /// Appends an item, or all items of a starred one.
    fn append(&mut self, item: &'tree Expr, span: Span, list: Reg) -> Outcome {
        let mark = self.unit.mark();
        match &item.kind {
            ExprKind::Starred(value) => {
                let a = self.operand(value)?;
                self.at(span);
                self.unit.emit(Instr::ListExtend { list, a });
            }
            _ => {
                let a = self.temp_of(item)?;
                self.at(item.span);
                self.unit.emit(Instr::ListAppend { list, a });
                self.unit.cleanse(a);
            }
        }
        self.unit.release(mark);
        Ok(())
    }
}
