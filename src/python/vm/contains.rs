//! `item in container` (Python reference, 6.10.2).

use super::{NativeResult, Vm};
use crate::object::Value;

impl Vm {
    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> NativeResult {
        match container {
            Value::Str(text) => match self.unwrap_base(item.clone()) {
                Value::Str(part) => {
                    self.work(text.as_str().len());
                    Ok(Value::Bool(text.as_str().contains(part.as_str())))
                }
                _ => {
                    let name = self.type_name(item);
                    Err(self.type_error(format!(
                        "'in <string>' requires string as left operand, not {name}"
                    )))
                }
            },
            Value::Dict(dict) => self.dict_has(dict, item),
            Value::Set(_) | Value::FrozenSet(_) => self.set_contains(container, item),
            Value::Range(range) if matches!(item, Value::Int(_) | Value::Bool(_)) => {
                let i = match item {
                    Value::Int(i) => i128::from(*i),
                    _ => i128::from(matches!(item, Value::Bool(true))),
                };
                let (start, stop, step) = (
                    i128::from(range.start),
                    i128::from(range.stop),
                    i128::from(range.step),
                );
                let inside = if step > 0 {
                    start <= i && i < stop
                } else {
                    stop < i && i <= start
                };
                Ok(Value::Bool(inside && (i - start) % step == 0))
            }
            Value::Bytes(_) | Value::ByteArray(_) => self.bytes_contains(container, item),
            Value::List(_) | Value::Tuple(_) => {
                self.charge_items(self.builtin_len(container).unwrap_or(0))?;
                let items = match container {
                    Value::List(list) => list.to_vec(),
                    Value::Tuple(tuple) => tuple.items().to_vec(),
                    _ => Vec::new(),
                };
                for (i, candidate) in items.iter().enumerate() {
                    match if candidate.is(item) {
                        Some(true)
                    } else {
                        self.simple_equal(candidate, item)
                    } {
                        Some(true) => return Ok(Value::Bool(true)),
                        Some(false) => {}
                        None => {
                            let rest: Vec<Value> = items[i..].to_vec();
                            let item = item.clone();
                            return self.run_async("in", move |cx| async move {
                                for candidate in &rest {
                                    if cx.equal(candidate, &item).await? {
                                        return Ok(Value::Bool(true));
                                    }
                                }
                                Ok(Value::Bool(false))
                            });
                        }
                    }
                }
                Ok(Value::Bool(false))
            }
            _ => self.contains_slow(container, item),
        }
    }

    fn bytes_contains(&mut self, container: &Value, item: &Value) -> NativeResult {
        self.charge(self.builtin_len(container).unwrap_or(0))?;
        let bytes: Vec<u8> = match container {
            Value::Bytes(b) => b.0.to_vec(),
            Value::ByteArray(b) => b.bytes.borrow().clone(),
            _ => Vec::new(),
        };
        match item {
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => {
                let byte = self.index_now(item).and_then(|i| u8::try_from(i).ok());
                match byte {
                    Some(byte) => Ok(Value::Bool(bytes.contains(&byte))),
                    None => Err(self.value_error("byte must be in range(0, 256)")),
                }
            }
            // Whatever is a number may be looked for.
            Value::Instance(_)
                if self.buffer_of(item).is_none()
                    && self.type_attr(item, &self.names.index).is_some() =>
            {
                let container = container.clone();
                match self.index_of(item)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |vm, index| {
                            vm.bytes_contains(&container, &index)
                        })
                    }
                    index => self.bytes_contains(&container, &index),
                }
            }
            _ => {
                let part = self.buffer_argument(item)?;
                let found = part.is_empty() || bytes.windows(part.len()).any(|w| *w == part[..]);
                Ok(Value::Bool(found))
            }
        }
    }

    fn contains_slow(&mut self, container: &Value, item: &Value) -> NativeResult {
        let name = self.names.contains.clone();
        if let Some(result) = self.call_special(container, &name, [item.clone()]) {
            return match result? {
                Value::Undefined => Ok(Value::Undefined),
                answer => self.truth(&answer),
            };
        }
        let (container, item) = (container.clone(), item.clone());
        self.run_async("in", move |cx| async move {
            let iterator = match cx.iter(&container).await {
                Ok(iterator) => iterator,
                Err(raise) => {
                    return Err(cx.with(|vm| {
                        if raise.class().is_subclass_of(&vm.types.type_error) {
                            let name = vm.type_name(&container);
                            vm.type_error(format!("argument of type '{name}' is not iterable"))
                        } else {
                            raise
                        }
                    }));
                }
            };
            while let Some(candidate) = cx.next(&iterator).await? {
                if cx.equal(&candidate, &item).await? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        })
    }
}
