//! Subscripts and operators of the builtin sequences, where more is needed
//! than an `int` within bounds.

use super::arguments::bytes_value;
use super::big_range::{self, BigRange};
use super::bytes_type::construct;
use super::sequence::{Span, select};
use crate::code::BinaryOp;
use crate::object::{ByteArray, Bytes, Raise, Slice, Value};
use crate::text::positions;
use crate::vm::{NativeResult, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// The same slice as a value.
fn slice_like(slice: &Slice) -> Value {
    let (start, stop, step) = (&slice.start, &slice.stop, &slice.step);
    Value::Slice(Rc::new(Slice {
        start: start.clone(),
        stop: stop.clone(),
        step: step.clone(),
    }))
}

impl Vm {
    /// `value[key]` of a builtin sequence.
    pub(crate) fn sequence_item(&mut self, value: &Value, key: &Value) -> NativeResult {
        let length = self.builtin_len(value).unwrap_or(0);
        if let Value::Slice(slice) = key {
            let bounds = [&slice.start, &slice.stop, &slice.step];
            if matches!(value, Value::Range(_))
                && bounds.iter().any(|bound| matches!(bound, Value::BigInt(_)))
                && let Some(range) = BigRange::of(value)
            {
                return big_range::item(self, &range, key);
            }
            if let Some(span) = self.span_now(slice, length) {
                return self.take_span(value, span?);
            }
            let (value, slice) = (value.clone(), Rc::clone(slice));
            return self.run_async("slice", move |cx| async move {
                // The bounds may change the sequence: they are fitted to it afterwards.
                cx.span(&slice, 0).await?;
                let length = cx.with(|vm| vm.builtin_len(&value)).unwrap_or(0);
                let span = cx.span(&slice, length).await?;
                cx.with(|vm| vm.take_span(&value, span))
            });
        }
        if let (Value::Range(_), Value::BigInt(_)) = (value, key) {
            return Err(self.index_error("range object index out of range"));
        }
        let value = value.clone();
        self.with_index(key, item_names(&value), move |vm, index| {
            vm.item_at(&value, index)
        })
    }

    /// Finds the index that a key stands for and goes on with it.
    fn with_index(
        &mut self,
        key: &Value,
        kind: &'static str,
        then: impl FnOnce(&mut Vm, i64) -> NativeResult + 'static,
    ) -> NativeResult {
        match key {
            Value::Int(i) => return then(self, *i),
            Value::BigInt(_) => {
                return Err(self.index_error("cannot fit 'int' into an index-sized integer"));
            }
            Value::Bool(b) => return then(self, i64::from(*b)),
            _ => {}
        }
        let name = self.names.index.clone();
        if self.type_attr(key, &name).is_none() {
            return Err(self.wrong_index(key, kind));
        }
        match self.index_of(key)? {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, move |vm, index| vm.with_index(&index, kind, then))
            }
            Value::Int(i) => then(self, i),
            _ => Err(self.index_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    #[cold]
    fn wrong_index(&self, key: &Value, kind: &str) -> Raise {
        let given = self.type_name(key);
        if kind == "string" {
            return self.type_error(format!("string indices must be integers, not '{given}'"));
        }
        self.type_error(format!(
            "{kind} indices must be integers or slices, not {given}"
        ))
    }

    fn item_at(&mut self, value: &Value, index: i64) -> NativeResult {
        let length = self.builtin_len(value).unwrap_or(0);
        let item = Vm::place(index, length).and_then(|at| match value {
            Value::List(list) => list.items.borrow().get(at).cloned(),
            Value::Tuple(tuple) => tuple.items().get(at).cloned(),
            Value::Str(text) => self.char_at(text, at).map(|c| Value::string(c.to_string())),
            Value::Bytes(bytes) => bytes.0.get(at).map(|b| Value::Int(i64::from(*b))),
            Value::ByteArray(bytes) => bytes
                .bytes
                .borrow()
                .get(at)
                .map(|b| Value::Int(i64::from(*b))),
            Value::Range(range) => Some(Value::Int(range.get(at))),
            _ => None,
        });
        item.ok_or_else(|| {
            self.index_error(match value {
                Value::List(_) => "list index out of range",
                Value::Tuple(_) => "tuple index out of range",
                Value::Str(_) => "string index out of range",
                Value::ByteArray(_) => "bytearray index out of range",
                Value::Range(_) => "range object index out of range",
                _ => "index out of range",
            })
        })
    }

    fn take_span(&mut self, value: &Value, span: Span) -> NativeResult {
        match value {
            Value::Range(_) => {}
            Value::List(_) | Value::Tuple(_) => self.charge_items(span.count)?,
            // To a character in the middle of a text one has to count.
            Value::Str(text) if !text.is_ascii() => {
                self.charge(text.as_str().len())?;
            }
            _ => self.charge(span.count)?,
        }
        Ok(match value {
            Value::List(list) => Value::list(select(&list.items.borrow(), span)),
            Value::Tuple(tuple) if span.step == 1 && span.count == tuple.items().len() => {
                value.clone()
            }
            Value::Tuple(tuple) => Value::tuple(select(tuple.items(), span)),
            Value::Str(text) if span.step == 1 && span.count == text.len() => value.clone(),
            Value::Str(text) => {
                let (start, step) = (span.start.max(0) as usize, span.step as isize);
                if step == 1 {
                    Value::str(text.slice(start, start + span.count))
                } else {
                    Value::string(positions::slice_steps(
                        text.as_str(),
                        text.is_ascii(),
                        start,
                        span.count,
                        step,
                    ))
                }
            }
            Value::Bytes(bytes) => Value::Bytes(Rc::new(Bytes(select(&bytes.0, span).into()))),
            Value::ByteArray(bytes) => {
                let bytes = RefCell::new(select(&bytes.bytes.borrow(), span));
                Value::ByteArray(Rc::new(ByteArray {
                    bytes,
                    ..ByteArray::default()
                }))
            }
            Value::Range(range) => super::big_range::span(self, range, span),
            _ => return Err(self.type_error("object is not sliceable")),
        })
    }

    /// `value[key] = new` or, with `None`, `del value[key]` of a list or bytearray.
    pub(crate) fn sequence_store(
        &mut self,
        value: &Value,
        key: &Value,
        new: Option<Value>,
    ) -> NativeResult {
        match (value, key, new) {
            (Value::List(list), Value::Slice(slice), Some(new)) => {
                self.list_store_slice(list, slice, &new)
            }
            (Value::List(list), Value::Slice(slice), None) => self.list_delete_slice(list, slice),
            (Value::ByteArray(bytes), Value::Slice(slice), new) => {
                self.bytearray_store_slice(bytes, slice, new)
            }
            (_, _, new) => {
                let value = value.clone();
                self.with_index(key, item_names(&value), move |vm, index| {
                    vm.store_at(&value, index, new)
                })
            }
        }
    }

    fn store_at(&mut self, value: &Value, index: i64, new: Option<Value>) -> NativeResult {
        if let (Value::ByteArray(_), Some(new @ Value::Instance(_))) = (value, &new)
            && let Value::Undefined = self.index_of(new)?
        {
            let (bytes, frames) = (value.clone(), std::mem::take(&mut self.pending));
            return self.run_after(frames, move |vm, new| vm.store_at(&bytes, index, Some(new)));
        }
        // What is no byte is told before what is no place.
        let byte = match (value, &new) {
            (Value::ByteArray(_), Some(new)) => {
                let byte = u8::try_from(self.int_argument(new)?);
                byte.map_err(|_| self.value_error("byte must be in range(0, 256)"))?
            }
            _ => 0,
        };
        let length = self.builtin_len(value).unwrap_or(0);
        match (value, Vm::place(index, length), new) {
            (Value::List(list), Some(at), new) => {
                let old = {
                    let mut items = list.items.borrow_mut();
                    match new {
                        Some(new) => items.get_mut(at).map(|place| std::mem::replace(place, new)),
                        None => {
                            self.work(items.len().saturating_sub(at));
                            Some(items.remove(at))
                        }
                    }
                };
                drop(old);
                Ok(Value::None)
            }
            (Value::ByteArray(bytes), Some(at), Some(_)) => {
                if let Some(place) = bytes.bytes.borrow_mut().get_mut(at) {
                    *place = byte;
                }
                Ok(Value::None)
            }
            (Value::ByteArray(bytes), Some(at), None) => {
                self.resizable(bytes)?;
                self.work(length.saturating_sub(at));
                bytes.bytes.borrow_mut().remove(at);
                Ok(Value::None)
            }
            (Value::ByteArray(_), None, _) => Err(self.index_error("bytearray index out of range")),
            _ => Err(self.index_error("list assignment index out of range")),
        }
    }

    /// Assigns what an iterable of ints gives to a part of a bytearray.
    fn bytearray_store_items(
        &mut self,
        bytes: &Rc<ByteArray>,
        slice: &Slice,
        items: Value,
    ) -> NativeResult {
        let (bytes, slice) = (Rc::clone(bytes), slice_like(slice));
        self.run_async("__setitem__", move |cx| async move {
            let new = construct::from_object(&cx, &items, "bytearray").await?;
            let new = bytes_value(new);
            cx.with(|vm| vm.sequence_store(&Value::ByteArray(bytes), &slice, Some(new)))
        })
    }

    fn bytearray_store_slice(
        &mut self,
        bytes: &Rc<ByteArray>,
        slice: &Slice,
        new: Option<Value>,
    ) -> NativeResult {
        let length = bytes.bytes.borrow().len();
        let Some(span) = self.span_now(slice, length) else {
            return Err(self
                .type_error("slice indices must be integers or None or have an __index__ method"));
        };
        let span = span?;
        let new: Vec<u8> = match new {
            None => Vec::new(),
            Some(Value::Bytes(new)) => new.0.to_vec(),
            Some(Value::ByteArray(new)) => new.bytes.borrow().clone(),
            Some(Value::Str(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_)) => {
                return Err(self.type_error(
                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
                ));
            }
            Some(other) => match self.buffer_of(&other) {
                Some(new) => new.to_vec(),
                None => return self.bytearray_store_items(bytes, slice, other),
            },
        };
        if new.len() != span.count && (span.step == 1 || new.is_empty()) {
            self.resizable(bytes)?;
        }
        self.charge(new.len())?;
        self.work(length.saturating_sub(span.start.max(0) as usize));
        let mut target = bytes.bytes.borrow_mut();
        if span.step == 1 {
            let start = span.start.max(0) as usize;
            target.splice(start..start + span.count, new);
        } else if new.is_empty() {
            let doomed: std::collections::HashSet<usize> = span.indices().collect();
            let mut at = 0;
            target.retain(|_| {
                at += 1;
                !doomed.contains(&(at - 1))
            });
        } else if new.len() != span.count {
            let (given, wanted) = (new.len(), span.count);
            return Err(self.value_error(format!(
                "attempt to assign bytes of size {given} to extended slice of size {wanted}"
            )));
        } else {
            for (at, byte) in span.indices().zip(new) {
                if let Some(place) = target.get_mut(at) {
                    *place = byte;
                }
            }
        }
        Ok(Value::None)
    }

    /// `a + b`, `a * b` where one is a builtin sequence; `NotImplemented` if
    /// the other does not fit.
    pub(crate) fn sequence_binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        let result = match op {
            BinaryOp::Add => self.sequence_concat(a, b),
            BinaryOp::Mul if matches!(a, Value::BigInt(_)) || matches!(b, Value::BigInt(_)) => {
                let repeats = |value: &Value| {
                    matches!(
                        value,
                        Value::List(_)
                            | Value::Tuple(_)
                            | Value::Str(_)
                            | Value::Bytes(_)
                            | Value::ByteArray(_)
                    )
                };
                if !repeats(a) && !repeats(b) {
                    return Ok(Value::NotImplemented);
                }
                return Err(self.overflow_error("cannot fit 'int' into an index-sized integer"));
            }
            BinaryOp::Mul => match (self.index_now(a), self.index_now(b)) {
                (_, Some(count)) if self.builtin_len(a).is_some() => self.sequence_repeat(a, count),
                (Some(count), _) => self.sequence_repeat(b, count),
                _ => None,
            },
            _ => None,
        };
        result.unwrap_or(Ok(Value::NotImplemented))
    }
}

/// How messages about indices call the type.
fn item_names(value: &Value) -> &'static str {
    match value {
        Value::List(_) => "list",
        Value::Tuple(_) => "tuple",
        Value::Str(_) => "string",
        Value::Bytes(_) => "byte",
        Value::ByteArray(_) => "bytearray",
        _ => "range",
    }
}
