//! What the sequence types share: indices, slices, repetition, concatenation.

use crate::object::{ByteArray, Bytes, Payload, Raise, Slice, Value};
use crate::vm::{Apart, Cx, NativeResult, Started, Vm, awaited};
use num_traits::Signed;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

/// A slice made to fit a length: `count` items from `start` in steps of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first index; for an empty slice, where items would be put.
    pub start: i64,
    /// The index that ends it.
    pub stop: i64,
    /// Never zero.
    pub step: i64,
    /// How many items it takes.
    pub count: usize,
}

impl Span {
    /// The indices in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |i| (self.start + self.step * i as i64) as usize)
    }
}

/// Fits slice bounds to a length as the reference describes (Standard Types,
/// "Sequences": i, j, k). `None` stands for a bound left out.
pub(super) fn clip(start: Option<i64>, stop: Option<i64>, step: i64, length: i64) -> Span {
    let (lowest, highest) = if step < 0 {
        (-1, length - 1)
    } else {
        (0, length)
    };
    let fit = |bound: i64| {
        let from_end = if bound < 0 {
            bound.saturating_add(length)
        } else {
            bound
        };
        from_end.clamp(lowest, highest)
    };
    let start = start.map_or(if step < 0 { highest } else { lowest }, fit);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, fit);
    let distance = if step < 0 { start - stop } else { stop - start };
    let count = if distance <= 0 {
        0
    } else {
        crate::number::size::of(u128::from((distance - 1) as u64 / step.unsigned_abs() + 1))
    };
    Span {
        start,
        stop,
        step,
        count,
    }
}

/// What `items[span]` holds.
pub(crate) fn select<T: Clone>(items: &[T], span: Span) -> Vec<T> {
    if span.step == 1 {
        let start = span.start.max(0) as usize;
        return items
            .get(start..start + span.count)
            .unwrap_or_default()
            .to_vec();
    }
    span.indices()
        .filter_map(|i| items.get(i).cloned())
        .collect()
}

impl Vm {
    /// The integer that a value is by itself; `None` if only its `__index__`
    /// can tell. Integers beyond 64 bits become the nearest bound.
    pub fn index_now(&self, value: &Value) -> Option<i64> {
        match value {
            Value::Int(i) => Some(*i),
            Value::Bool(b) => Some(i64::from(*b)),
            Value::BigInt(i) => Some(if i.is_negative() { i64::MIN } else { i64::MAX }),
            Value::Instance(instance) => match &instance.payload {
                Payload::Base(base @ (Value::Int(_) | Value::BigInt(_))) => self.index_now(base),
                _ => None,
            },
            _ => None,
        }
    }

    /// `operator.index(value)`: an `Int` or `BigInt`.
    pub fn index_of(&mut self, value: &Value) -> NativeResult {
        match value {
            Value::Int(_) | Value::BigInt(_) => return Ok(value.clone()),
            Value::Bool(b) => return Ok(Value::Int(i64::from(*b))),
            Value::Instance(instance) => {
                if let Payload::Base(base @ (Value::Int(_) | Value::BigInt(_))) = &instance.payload
                {
                    return Ok(base.clone());
                }
            }
            _ => return Err(self.not_an_integer(value)),
        }
        let name = self.names.index.clone();
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, Vm::check_index)
            }
            Some(Ok(index)) => self.check_index(index),
            Some(Err(raise)) => Err(raise),
            None => Err(self.not_an_integer(value)),
        }
    }

    #[cold]
    pub(crate) fn not_an_integer(&self, value: &Value) -> Raise {
        self.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            self.type_name(value)
        ))
    }

    fn check_index(&mut self, index: Value) -> NativeResult {
        match self.unwrap_base(index) {
            index @ (Value::Int(_) | Value::BigInt(_)) => Ok(index),
            Value::Bool(b) => Ok(Value::Int(i64::from(b))),
            other => {
                let name = self.type_name(&other);
                Err(self.type_error(format!("__index__ returned non-int (type {name})")))
            }
        }
    }

    /// An integer argument that must fit a C `int`.
    pub(crate) fn c_int_argument(&mut self, value: &Value) -> Result<i32, Raise> {
        let wide = match self.index_of(value)? {
            Value::Int(i) => i32::try_from(i).ok(),
            Value::BigInt(_) => None,
            _ => return Ok(i32::try_from(self.int_argument(value)?).unwrap_or_default()),
        };
        wide.ok_or_else(|| self.overflow_error("Python int too large to convert to C int"))
    }

    /// An integer argument that must fit 64 bits, its `__index__` not needing
    /// Python code.
    pub(crate) fn int_argument(&mut self, value: &Value) -> Result<i64, Raise> {
        match self.index_of(value)? {
            Value::Int(i) => Ok(i),
            Value::BigInt(_) => {
                Err(self.overflow_error("Python int too large to convert to C ssize_t"))
            }
            _ => {
                self.pending.clear();
                Err(self.not_an_integer(value))
            }
        }
    }

    /// The bounds of a slice of a sequence of this length; `None` if finding
    /// them needs Python code.
    pub fn span_now(&mut self, slice: &Slice, length: usize) -> Option<Result<Span, Raise>> {
        self.span_of_length(slice, length as i64)
    }

    /// The same for a length that no memory may hold.
    fn span_of_length(&mut self, slice: &Slice, length: i64) -> Option<Result<Span, Raise>> {
        let bound = |vm: &Vm, value: &Value| match value {
            Value::None => Some(Ok(None)),
            Value::Instance(_) => vm.index_now(value).map(|i| Ok(Some(i))),
            _ => Some(match vm.index_now(value) {
                Some(i) => Ok(Some(i)),
                None => Err(vm.type_error(
                    "slice indices must be integers or None or have an __index__ method",
                )),
            }),
        };
        let parts = [
            bound(self, &slice.start)?,
            bound(self, &slice.stop)?,
            bound(self, &slice.step)?,
        ];
        let [start, stop, step] = parts;
        let parts = step.and_then(|step| Ok((start?, stop?, step)));
        Some(
            parts.and_then(|(start, stop, step)| match step.unwrap_or(1) {
                0 => Err(self.value_error("slice step cannot be zero")),
                // The negation of a step must exist.
                step => Ok(clip(start, stop, step.max(-i64::MAX), length)),
            }),
        )
    }

    /// The place in a sequence that an index means; `None` if out of range.
    pub fn place(index: i64, length: usize) -> Option<usize> {
        let place = if index < 0 {
            index.checked_add(length as i64)?
        } else {
            index
        };
        usize::try_from(place).ok().filter(|i| *i < length)
    }

    /// `sequence * count` for builtin sequences; `None` for other values.
    pub fn sequence_repeat(&mut self, value: &Value, count: i64) -> Option<NativeResult> {
        // A length beyond all lengths is another error than one beyond memory.
        let too_long = |length: usize| {
            i64::try_from(length).map_or(true, |n| n.checked_mul(count.max(0)).is_none())
        };
        match value {
            Value::Str(s) if too_long(s.len()) && too_long(s.as_str().chars().count()) => {
                return Some(Err(self.overflow_error("repeated string is too long")));
            }
            Value::Bytes(b) if too_long(b.0.len()) => {
                return Some(Err(self.overflow_error("repeated bytes are too long")));
            }
            _ => {}
        }
        // Negative counts are zero; what no memory holds is refused below.
        let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
        let (length, item) = match value {
            Value::Str(s) => (s.as_str().len(), 1),
            Value::Bytes(b) => (b.0.len(), 1),
            Value::ByteArray(b) => (b.bytes.borrow().len(), 1),
            Value::List(l) => (l.len(), size_of::<Value>()),
            Value::Tuple(t) => (t.items().len(), size_of::<Value>()),
            _ => return None,
        };
        let bytes = match length.checked_mul(item).and_then(|n| n.checked_mul(count)) {
            Some(bytes) if bytes <= isize::MAX as usize => bytes,
            _ => return Some(Err(self.memory_error())),
        };
        if let Err(raise) = self.charge(bytes) {
            return Some(Err(raise));
        }
        Some(Ok(match value {
            Value::Str(_) | Value::Tuple(_) | Value::Bytes(_) if count == 1 => value.clone(),
            Value::Str(s) => Value::string(s.as_str().repeat(count)),
            Value::Bytes(b) => Value::Bytes(Rc::new(Bytes(b.0.repeat(count).into()))),
            Value::ByteArray(b) => {
                let bytes = RefCell::new(b.bytes.borrow().repeat(count));
                Value::ByteArray(Rc::new(ByteArray {
                    bytes,
                    ..ByteArray::default()
                }))
            }
            Value::List(l) => Value::list(repeat_items(&l.to_vec(), count)),
            Value::Tuple(t) => Value::tuple(repeat_items(t.items(), count)),
            _ => return None,
        }))
    }

    /// `left + right` for two builtin sequences; `None` if they do not go together.
    pub fn sequence_concat(&mut self, left: &Value, right: &Value) -> Option<NativeResult> {
        let length = self
            .builtin_len(left)?
            .checked_add(self.builtin_len(right)?)?;
        let item = if matches!(left, Value::List(_) | Value::Tuple(_)) {
            size_of::<Value>()
        } else {
            1
        };
        if let Err(raise) = self.charge(length.saturating_mul(item)) {
            return Some(Err(raise));
        }
        Some(Ok(match (left, right) {
            (Value::Str(a), Value::Str(b)) => {
                let mut text = String::with_capacity(a.as_str().len() + b.as_str().len());
                text.push_str(a.as_str());
                text.push_str(b.as_str());
                Value::string(text)
            }
            (Value::List(a), Value::List(b)) => {
                let mut items = a.to_vec();
                items.extend(b.to_vec());
                Value::list(items)
            }
            (Value::Tuple(_), Value::Tuple(b)) if b.items().is_empty() => left.clone(),
            (Value::Tuple(a), Value::Tuple(b)) => {
                Value::tuple(a.items().iter().chain(b.items()).cloned())
            }
            (Value::Bytes(a), Value::Bytes(b)) => {
                Value::Bytes(Rc::new(Bytes([&a.0[..], &b.0[..]].concat().into())))
            }
            (Value::Bytes(a), Value::ByteArray(b)) => Value::Bytes(Rc::new(Bytes(
                [&a.0[..], &b.bytes.borrow()[..]].concat().into(),
            ))),
            (Value::ByteArray(a), Value::Bytes(b)) => {
                bytearray([&a.bytes.borrow()[..], &b.0[..]].concat())
            }
            (Value::ByteArray(a), Value::ByteArray(b)) => {
                bytearray([&a.bytes.borrow()[..], &b.bytes.borrow()[..]].concat())
            }
            _ => return None,
        }))
    }
}

fn bytearray(bytes: Vec<u8>) -> Value {
    Value::ByteArray(Rc::new(ByteArray {
        bytes: RefCell::new(bytes),
        ..ByteArray::default()
    }))
}

fn repeat_items(items: &[Value], count: usize) -> Vec<Value> {
    match items {
        // Not a walk through nothing, that many times.
        [] => Vec::new(),
        [only] => vec![only.clone(); count],
        _ => std::iter::repeat_n(items, count)
            .flatten()
            .cloned()
            .collect(),
    }
}

impl Cx {
    /// The integer that a value is, `__index__` included; beyond 64 bits, the
    /// nearest bound.
    pub fn index(&self, value: &Value) -> Started<'_, Result<i64, Raise>> {
        let started = self.with(|vm| vm.index_of(value));
        self.started(started, |cx, outcome| {
            let index = awaited::value(cx, outcome)?;
            Ok(cx.with(|vm| vm.index_now(&index)).unwrap_or(0))
        })
    }

    /// The bounds of a slice of a sequence of this length.
    pub fn span<'a>(
        &'a self,
        slice: &'a Slice,
        length: usize,
    ) -> Apart<impl Future<Output = Result<Span, Raise>> + 'a> {
        Apart::new(async move { self.span_of_length(slice, length as i64).await })
    }

    /// The same for a length that no memory may hold.
    pub fn span_of_length<'a>(
        &'a self,
        slice: &'a Slice,
        length: i64,
    ) -> Apart<impl Future<Output = Result<Span, Raise>> + 'a> {
        Apart::new(async move {
            let mut bounds = [Value::None, Value::None, Value::None];
            for (bound, value) in bounds
                .iter_mut()
                .zip([&slice.start, &slice.stop, &slice.step])
            {
                if !value.is_none() {
                    *bound = Value::Int(self.index(value).await?);
                }
            }
            let [start, stop, step] = bounds;
            let slice = Slice { start, stop, step };
            match self.with(|vm| vm.span_of_length(&slice, length)) {
                Some(span) => span,
                None => Err(self.with(|vm| vm.system_error("slice bounds are not integers"))),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, clip};

    #[test]
    fn slices_are_clipped_as_in_python() {
        let span = |start, stop, step, count| Span {
            start,
            stop,
            step,
            count,
        };
        assert_eq!(clip(None, None, 1, 5), span(0, 5, 1, 5));
        assert_eq!(clip(None, None, -1, 5), span(4, -1, -1, 5));
        assert_eq!(clip(Some(-100), Some(2), 1, 5), span(0, 2, 1, 2));
        assert_eq!(clip(Some(3), Some(1), 1, 5), span(3, 1, 1, 0));
        assert_eq!(clip(None, None, 2, 5), span(0, 5, 2, 3));
        assert_eq!(clip(Some(100), None, -3, 5), span(4, -1, -3, 2));
        assert_eq!(
            clip(Some(i64::MIN), Some(i64::MAX), i64::MAX, 0),
            span(0, 0, i64::MAX, 0)
        );
    }
}
