//! Instructions that make collections and texts of parts.

use super::fast::set_register;
use super::slow::{register, take_range, take_register};
use super::unwind::Flow;
use super::{NativeResult, PyFrame, Vm};
use crate::code::{Instr, NO_REG};
use crate::object::{DictObj, Raise, Slice, Value};
use std::rc::Rc;

impl Vm {
    /// Runs one of them.
    #[inline(never)]
    pub(super) fn collection_instruction(
        &mut self,
        frame: &mut PyFrame,
        instruction: Instr,
    ) -> Result<Flow, Raise> {
        match instruction {
            Instr::DelItem { a, b } => {
                let (object, key) = (register(frame, a), register(frame, b));
                let result = self.del_item(&object, &key);
                self.ignoring(result)
            }
            Instr::BuildSlice { d, start } => {
                let [a, b, c] = [0, 1, 2].map(|i| take_register(frame, start + i));
                set_register(
                    frame,
                    d,
                    Value::Slice(Rc::new(Slice {
                        start: a,
                        stop: b,
                        step: c,
                    })),
                );
                Ok(Flow::Next)
            }
            Instr::BuildSet { d, start, n } => {
                let items = take_range(frame, start, n);
                let result = self.set_of(items);
                self.put_result(frame, d, result)
            }
            Instr::BuildMap { d, start, n } => {
                let items = take_range(frame, start, n * 2);
                let result = self.dict_of(items);
                self.put_result(frame, d, result)
            }
            Instr::BuildString { d, start, n } => {
                let mut text = String::new();
                let mut chars = 0;
                for item in take_range(frame, start, n) {
                    if let Value::Str(part) = item {
                        text.push_str(part.as_str());
                        chars += part.len();
                    }
                }
                self.charge(text.len())?;
                set_register(
                    frame,
                    d,
                    Value::Str(Rc::new(crate::object::Str::with_len(text, chars))),
                );
                Ok(Flow::Next)
            }
            Instr::SetAdd { set, a } => {
                let (set, item) = (register(frame, set), register(frame, a));
                let result = self.set_add(&set, item);
                self.ignoring(result)
            }
            Instr::MapAdd { dict, key, value } => {
                let (key, value) = (register(frame, key), register(frame, value));
                let Value::Dict(dict) = register(frame, dict) else {
                    return Ok(Flow::Next);
                };
                let result = self.dict_store(&dict, key, value);
                self.ignoring(result)
            }
            Instr::ListExtend { list, a } => {
                let Value::List(list) = register(frame, list) else {
                    return Ok(Flow::Next);
                };
                let value = register(frame, a);
                let result = self.list_extend(&list, &value);
                let result = result.map_err(|raise| self.not_iterable_after_star(raise, &value));
                self.ignoring(result)
            }
            Instr::SpreadStar { list, a, callee } => {
                let Value::List(list) = register(frame, list) else {
                    return Ok(Flow::Next);
                };
                let (value, callee) = (register(frame, a), register(frame, callee));
                let result = self.spread_star(&list, &value, &callee);
                self.ignoring(result)
            }
            Instr::SetUpdate { set, a } => {
                let (set, value) = (register(frame, set), register(frame, a));
                let result = self.set_update(&set, &value);
                self.ignoring(result)
            }
            Instr::DictUpdate { dict, a } => {
                let Value::Dict(dict) = register(frame, dict) else {
                    return Ok(Flow::Next);
                };
                let value = register(frame, a);
                let result = self.spread_mapping(&dict, value);
                self.ignoring(result)
            }
            Instr::DictMerge { dict, a, callee } => {
                let Value::Dict(dict) = register(frame, dict) else {
                    return Ok(Flow::Next);
                };
                let (value, callee) = (register(frame, a), register(frame, callee));
                let result = self.merge_keywords(&dict, &value, &callee);
                self.ignoring(result)
            }
            Instr::FormatValue { conv, d, a, spec } => {
                let value = register(frame, a);
                let spec = if spec == NO_REG {
                    Value::Undefined
                } else {
                    register(frame, spec)
                };
                let result = self.format_value(conv, value, spec);
                self.put_result(frame, d, result)
            }
            Instr::UnpackStar {
                before,
                a,
                start,
                after,
            } => {
                let value = take_register(frame, a);
                self.unpack_star(frame, value, start, usize::from(before), usize::from(after))
            }
            Instr::GetLen { d, a } => {
                let value = register(frame, a);
                let result = self.len(&value);
                self.put_result(frame, d, result)
            }
            // These are all that come here.
            _ => Ok(Flow::Next),
        }
    }

    /// `{**value}`: whatever has `keys` is a mapping.
    fn spread_mapping(&mut self, dict: &Rc<DictObj>, value: Value) -> NativeResult {
        if let Some(other) = self.plain_dict(&value) {
            return self.dict_merge(dict, &other);
        }
        let dict = Rc::clone(dict);
        self.run_async("update", move |cx| async move {
            let keys = cx.with(|vm| vm.names.keys.clone());
            let has_keys = cx.get_attr_optional(&value, &keys).await?.is_some();
            let updated = if has_keys {
                let started = cx.with(|vm| vm.dict_update(&dict, &value));
                cx.finish(started).await
            } else {
                Err(cx.with(|vm| vm.attribute_error("keys")))
            };
            updated.map_err(|raise| {
                cx.with(|vm| {
                    if !raise.class().is_subclass_of(&vm.types.attribute_error) {
                        return raise;
                    }
                    let name = vm.type_name(&value);
                    vm.type_error(format!("'{name}' object is not a mapping"))
                })
            })
        })
    }

    fn not_iterable_after_star(&self, raise: Raise, value: &Value) -> Raise {
        if self.has_iterator(value) {
            return raise;
        }
        let plain = format!("'{}' object is not iterable", self.type_name(value));
        let same = raise.data().is_some_and(|data| {
            matches!(&*data.args.borrow(), Value::Tuple(t) if matches!(t.items(), [Value::Str(s)] if s.as_str() == plain))
        });
        if same {
            return self.type_error(format!(
                "Value after * must be an iterable, not {}",
                self.type_name(value)
            ));
        }
        raise
    }
}
