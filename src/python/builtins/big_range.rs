//! Ranges with a bound or a length beyond 64 bits, or beyond the machine's own. They are instances of
//! `range` with big numbers inside, so that usual ranges stay small and fast.

use super::sequence::Span;
use crate::object::{Instance, Iter, IterState, Native, Payload, Range, Value};
use crate::vm::{NativeResult, Vm};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::any::Any;
use std::rc::Rc;

/// First number, bound as given, and step, which is not zero.
#[derive(Clone, Debug)]
pub(crate) struct BigRange {
    pub(crate) start: BigInt,
    pub(crate) stop: BigInt,
    pub(crate) step: BigInt,
}

impl Native for BigRange {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl BigRange {
    /// The range that a value is, whatever its size.
    pub(crate) fn of(value: &Value) -> Option<BigRange> {
        match value {
            Value::Range(range) => Some(BigRange {
                start: range.start.into(),
                stop: range.stop.into(),
                step: range.step.into(),
            }),
            Value::Instance(instance) => instance.native::<BigRange>().cloned(),
            _ => None,
        }
    }

    /// As an object, a small one if it fits.
    pub(crate) fn value(self, vm: &Vm) -> Value {
        let small = |n: &BigInt| i64::try_from(n).ok();
        let length = self.len();
        // On a machine with 32 bits a length may fit into one and not into the other.
        let fits = i64::try_from(&length).is_ok() && usize::try_from(&length).is_ok();
        match (small(&self.start), small(&self.stop), small(&self.step)) {
            (Some(start), Some(stop), Some(step)) if fits => {
                Value::Range(Rc::new(Range { start, stop, step }))
            }
            _ => Value::Instance(Instance::new(
                Rc::clone(&vm.types.range),
                Payload::Native(Box::new(self)),
            )),
        }
    }

    /// How many numbers there are.
    pub(crate) fn len(&self) -> BigInt {
        let distance = if self.step.is_positive() {
            &self.stop - &self.start
        } else {
            &self.start - &self.stop
        };
        if distance.is_positive() {
            (distance - 1u8) / self.step.abs() + 1u8
        } else {
            BigInt::zero()
        }
    }

    fn at(&self, index: &BigInt) -> BigInt {
        &self.start + &self.step * index
    }

    /// The position of a number.
    pub(crate) fn position(&self, number: &BigInt) -> Option<BigInt> {
        let (at, rest) = (number - &self.start).div_rem(&self.step);
        (rest.is_zero() && !at.is_negative() && at < self.len()).then_some(at)
    }

    /// The number at an index, which may count from the end.
    pub(crate) fn get(&self, index: &BigInt) -> Option<BigInt> {
        let length = self.len();
        let index = if index.is_negative() {
            index + &length
        } else {
            index.clone()
        };
        (!index.is_negative() && index < length).then(|| self.at(&index))
    }

    /// The numbers from the last to the first.
    pub(crate) fn reversed(&self) -> BigRange {
        let last = self.len() - 1u8;
        BigRange {
            start: self.at(&last),
            stop: &self.start - &self.step,
            step: -&self.step,
        }
    }

    /// `range[start:stop:step]`; absent bounds are `None`.
    pub(crate) fn slice(
        &self,
        start: Option<BigInt>,
        stop: Option<BigInt>,
        step: Option<BigInt>,
    ) -> Option<BigRange> {
        let step = step.unwrap_or_else(BigInt::one);
        if step.is_zero() {
            return None;
        }
        let length = self.len();
        let down = step.is_negative();
        let (lowest, highest) = if down {
            (BigInt::from(-1), &length - 1u8)
        } else {
            (BigInt::zero(), length.clone())
        };
        let fit = |bound: BigInt| {
            let from_end = if bound.is_negative() {
                bound + &length
            } else {
                bound
            };
            from_end.max(lowest.clone()).min(highest.clone())
        };
        let (first, last) = if down {
            (&highest, &lowest)
        } else {
            (&lowest, &highest)
        };
        let from = start.map_or_else(|| first.clone(), fit);
        let to = stop.map_or_else(|| last.clone(), fit);
        Some(BigRange {
            start: self.at(&from),
            stop: self.at(&to),
            step: &self.step * step,
        })
    }

    /// An iterator over the numbers.
    pub(crate) fn iterator(self, vm: &Vm) -> Value {
        match self.clone().value(vm) {
            Value::Range(range) => {
                Iter::value(IterState::Range(range.start, range.step, range.len()))
            }
            big => Iter::value(IterState::Sequence(big, 0, false)),
        }
    }

    /// What `==` and `hash` look at: length, first number, step.
    pub(crate) fn key(&self) -> [Value; 3] {
        let length = self.len();
        let some = length.is_positive();
        let several = length > BigInt::one();
        let or_none = |wanted: bool, number: &BigInt| {
            if wanted {
                Value::big(number.clone())
            } else {
                Value::None
            }
        };
        [
            Value::big(length),
            or_none(some, &self.start),
            or_none(several, &self.step),
        ]
    }
}

/// `range[key]` for a slice or an index that is an int already.
pub(crate) fn item(vm: &mut Vm, range: &BigRange, key: &Value) -> NativeResult {
    let number = |value: &Value| super::numbers::as_int(value).map(|int| int.to_big());
    if let Value::Slice(slice) = key {
        let bound = |value: &Value| match value {
            Value::None => Ok(None),
            value => number(value).map(Some).ok_or(()),
        };
        let bounds = (bound(&slice.start), bound(&slice.stop), bound(&slice.step));
        let (Ok(start), Ok(stop), Ok(step)) = bounds else {
            return Err(
                vm.type_error("slice indices must be integers or None or have an __index__ method")
            );
        };
        return match range.slice(start, stop, step) {
            Some(part) => Ok(part.value(vm)),
            None => Err(vm.value_error("slice step cannot be zero")),
        };
    }
    match number(key) {
        Some(index) => match range.get(&index) {
            Some(found) => Ok(Value::big(found)),
            None => Err(vm.index_error("range object index out of range")),
        },
        None => {
            let kind = vm.type_name(key);
            Err(vm.type_error(format!(
                "range indices must be integers or slices, not {kind}"
            )))
        }
    }
}

/// `len(range)`
pub(crate) fn length(vm: &Vm, range: &BigRange) -> NativeResult {
    match i64::try_from(range.len()) {
        Ok(length) => Ok(Value::Int(length)),
        Err(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// The part of a small range that a span selects.
pub(crate) fn span(vm: &Vm, range: &Range, span: Span) -> Value {
    let at = |index: i64| BigInt::from(range.start) + BigInt::from(range.step) * index;
    let part = BigRange {
        start: at(span.start),
        stop: at(span.stop),
        step: BigInt::from(range.step) * span.step,
    };
    part.value(vm)
}
