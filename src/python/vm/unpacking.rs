//! Assignments to several targets (Python reference, 7.2).

use super::fast::set_register;
use super::unwind::Flow;
use super::{PyFrame, Ret, Vm};
use crate::code::{Instr, Reg};
use crate::object::{Raise, Value};

impl Vm {
    pub(super) fn unpack(
        &mut self,
        frame: &mut PyFrame,
        value: Value,
        start: Reg,
        n: usize,
    ) -> Result<Flow, Raise> {
        if let Value::Tuple(tuple) = &value
            && tuple.items().len() == n
        {
            for (i, item) in tuple.items().iter().enumerate() {
                set_register(frame, start + i as Reg, item.clone());
            }
            return Ok(Flow::Next);
        }
        self.unpack_collected(frame, value, start, n, usize::MAX)
    }

    pub(super) fn unpack_star(
        &mut self,
        frame: &mut PyFrame,
        value: Value,
        start: Reg,
        before: usize,
        after: usize,
    ) -> Result<Flow, Raise> {
        self.unpack_collected(frame, value, start, before, after)
    }

    /// Collects the items first if that needs Python code, then comes back to
    /// the same instruction with a tuple.
    fn unpack_collected(
        &mut self,
        frame: &mut PyFrame,
        value: Value,
        start: Reg,
        before: usize,
        after: usize,
    ) -> Result<Flow, Raise> {
        let star = after != usize::MAX;
        match self.collect_now(&value) {
            Some(items) => {
                let items = items?;
                self.spread(frame, items, start, before, star.then_some(after))?;
                Ok(Flow::Next)
            }
            None => {
                // An iterator may be infinite: take no more than one too many.
                let source = match &frame.code.instructions[frame.pc as usize - 1] {
                    Instr::Unpack { a, .. } | Instr::UnpackStar { a, .. } => *a,
                    _ => start,
                };
                let most = if star { usize::MAX } else { before + 1 };
                let result = self.run_async("unpack", move |cx| async move {
                    let iterator = match cx.iter(&value).await {
                        Ok(iterator) => iterator,
                        Err(raise) => return Err(cx.with(|vm| vm.cannot_unpack(raise, &value))),
                    };
                    let mut items = Vec::new();
                    while items.len() < most {
                        match cx.next(&iterator).await? {
                            Some(item) => items.push(item),
                            None => break,
                        }
                    }
                    if !star && items.len() > before {
                        return Err(cx.with(|vm| {
                            vm.value_error(format!("too many values to unpack (expected {before})"))
                        }));
                    }
                    Ok(Value::tuple(items))
                })?;
                match result {
                    Value::Undefined => {
                        self.set_pending_ret(Ret::Reg(source));
                        frame.pc -= 1;
                        Ok(Flow::Push)
                    }
                    Value::Tuple(tuple) => {
                        self.spread(
                            frame,
                            tuple.items().to_vec(),
                            start,
                            before,
                            star.then_some(after),
                        )?;
                        Ok(Flow::Next)
                    }
                    _ => Ok(Flow::Next),
                }
            }
        }
    }

    /// Whether its class says how to iterate: what goes wrong then is told as it is.
    pub(super) fn has_iterator(&self, value: &Value) -> bool {
        let names = [&self.names.iter, &self.names.getitem];
        names
            .into_iter()
            .any(|name| self.type_attr(value, name).is_some())
    }

    fn cannot_unpack(&self, raise: Raise, value: &Value) -> Raise {
        if raise.class().is_subclass_of(&self.types.type_error) && !self.has_iterator(value) {
            return self.type_error(format!(
                "cannot unpack non-iterable {} object",
                self.type_name(value)
            ));
        }
        raise
    }

    fn spread(
        &mut self,
        frame: &mut PyFrame,
        items: Vec<Value>,
        start: Reg,
        before: usize,
        after: Option<usize>,
    ) -> Result<(), Raise> {
        let n = items.len();
        match after {
            None if n < before => {
                return Err(self.value_error(format!(
                    "not enough values to unpack (expected {before}, got {n})"
                )));
            }
            None if n > before => {
                return Err(
                    self.value_error(format!("too many values to unpack (expected {before})"))
                );
            }
            Some(after) if n < before + after => {
                let least = before + after;
                return Err(self.value_error(format!(
                    "not enough values to unpack (expected at least {least}, got {n})"
                )));
            }
            _ => {}
        }
        let mut items = items.into_iter();
        let mut register = start;
        for item in items.by_ref().take(before) {
            set_register(frame, register, item);
            register += 1;
        }
        if let Some(after) = after {
            let middle: Vec<Value> = items.by_ref().take(n - before - after).collect();
            set_register(frame, register, Value::list(middle));
            for item in items {
                register += 1;
                set_register(frame, register, item);
            }
        }
        Ok(())
    }
}
