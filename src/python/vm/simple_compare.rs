//! Comparing values that need no Python code for it: numbers, texts, and what
//! contains such values, up to a depth and a length.

use super::Vm;
use super::fast::equal_ints;
use crate::number::float_int;
use crate::number::int::Int;
use crate::object::Value;
use std::cell::Cell;
use std::cmp::Ordering;
use std::rc::Rc;

/// Nesting up to which containers are compared on Rust's stack.
const MAX_NESTING: u32 = 20;

/// Items that are compared without giving way. What is nested may have far
/// more of them than there are objects.
const MOST_ITEMS: usize = 1 << 20;

/// To compare fewer characters is no work that has to be counted.
const SHORT: usize = 64;

impl Vm {
    /// Equality of values that need no Python code for it.
    #[inline]
    pub fn simple_equal(&self, a: &Value, b: &Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(a == b),
            (Value::Str(a), Value::Str(b)) if a.len() < SHORT => Some(a.as_str() == b.as_str()),
            (Value::Tuple(x), Value::Tuple(y)) => match equal_ints(x.items(), y.items()) {
                Some((equal, compared)) => {
                    self.work(compared);
                    Some(equal)
                }
                None => self.counted_equal(a, b),
            },
            _ => self.counted_equal(a, b),
        }
    }

    fn counted_equal(&self, a: &Value, b: &Value) -> Option<bool> {
        if is_flat(a) && is_flat(b) {
            self.work_on_shorter(a, b);
            return simple_equal(a, b, 0, &Cell::new(usize::MAX));
        }
        let left = Cell::new(MOST_ITEMS);
        let equal = simple_equal(a, b, MAX_NESTING, &left);
        self.work(MOST_ITEMS - left.get());
        equal
    }

    /// The order of two values that need no Python code for it: `Some(None)` if
    /// they are unordered (NaN).
    #[expect(
        clippy::option_option,
        reason = "unknown and unordered are different answers"
    )]
    pub(crate) fn simple_order(&self, a: &Value, b: &Value) -> Option<Option<Ordering>> {
        if is_flat(a) && is_flat(b) {
            self.work_on_shorter(a, b);
            return simple_order(a, b, 0, &Cell::new(usize::MAX));
        }
        let left = Cell::new(MOST_ITEMS);
        let order = simple_order(a, b, MAX_NESTING, &left);
        self.work(MOST_ITEMS - left.get());
        order
    }
}

/// Whether a value is compared without looking at other values, however long it is.
fn is_flat(value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) | Value::BigInt(_) | Value::Int(_)
    )
}

/// Takes some steps off those that are left; `None` if there are too few.
fn take(left: &Cell<usize>, steps: usize) -> Option<()> {
    left.set(left.get().checked_sub(steps)?);
    Some(())
}

/// The steps that go into comparing texts or bytes inside of containers.
fn steps(length: usize) -> usize {
    length / 16
}

/// A number as an exact int or a float.
pub(super) enum Number<'a> {
    Int(Int<'a>),
    Float(f64),
}

pub(super) fn number(value: &Value) -> Option<Number<'_>> {
    Some(match value {
        Value::Int(i) => Number::Int(Int::Small(*i)),
        Value::Bool(b) => Number::Int(Int::Small(i64::from(*b))),
        Value::BigInt(i) => Number::Int(Int::Big(i)),
        Value::Float(f) => Number::Float(*f),
        _ => return None,
    })
}

fn compare_numbers(a: &Number<'_>, b: &Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(Int::Small(a)), Number::Int(Int::Small(b))) => Some(a.cmp(b)),
        (Number::Int(Int::Big(a)), Number::Int(Int::Big(b))) => Some(a.cmp(b)),
        (Number::Int(a), Number::Int(b)) => Some(a.to_big().cmp(&b.to_big())),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
        (Number::Int(a), Number::Float(b)) => float_int::compare(*a, *b),
        (Number::Float(a), Number::Int(b)) => float_int::compare(*b, *a).map(Ordering::reverse),
    }
}

fn simple_equal(a: &Value, b: &Value, depth: u32, left: &Cell<usize>) -> Option<bool> {
    use Value as V;
    Some(match (a, b) {
        (V::Int(a), V::Int(b)) => a == b,
        (V::Str(a), V::Str(b)) => {
            if Rc::ptr_eq(a, b) {
                return Some(true);
            }
            if a.len() != b.len() {
                return Some(false);
            }
            take(left, steps(a.len()))?;
            a.as_str() == b.as_str()
        }
        (V::Instance(_), _) | (_, V::Instance(_)) => return None,
        (V::Class(c), _) | (_, V::Class(c)) if c.metaclass().is_some() => return None,
        (V::Complex(a), V::Complex(b)) => a.re == b.re && a.im == b.im,
        (V::Complex(c), other) | (other, V::Complex(c)) => {
            c.im == 0.0
                && number(other).is_some_and(|n| {
                    compare_numbers(&n, &Number::Float(c.re)) == Some(Ordering::Equal)
                })
        }
        (V::Bytes(a), V::Bytes(b)) => {
            take(left, steps(a.0.len()))?;
            a.0 == b.0
        }
        (V::Bytes(a), V::ByteArray(b)) | (V::ByteArray(b), V::Bytes(a)) => {
            take(left, steps(a.0.len()))?;
            *a.0 == **b.bytes.borrow()
        }
        (V::ByteArray(a), V::ByteArray(b)) => {
            take(left, steps(a.bytes.borrow().len()))?;
            *a.bytes.borrow() == *b.bytes.borrow()
        }
        (V::Range(a), V::Range(b)) => {
            let n = a.len();
            n == b.len() && (n == 0 || a.start == b.start) && (n < 2 || a.step == b.step)
        }
        (V::Tuple(a), V::Tuple(b)) => return equal_items(a.items(), b.items(), depth, left),
        (V::List(a), V::List(b)) => {
            if Rc::ptr_eq(a, b) {
                // Items are compared by identity first.
                return Some(true);
            }
            return equal_items(&a.items.borrow(), &b.items.borrow(), depth, left);
        }
        (V::Dict(a), V::Dict(b)) => {
            if Rc::ptr_eq(a, b) {
                return Some(true);
            }
            return equal_dicts(&a.table.borrow(), &b.table.borrow(), depth, left);
        }
        (V::Set(_) | V::FrozenSet(_), V::Set(_) | V::FrozenSet(_)) => {
            return equal_sets(a, b, left);
        }
        (V::Method(a), V::Method(b)) => a.function.is(&b.function) && a.receiver.is(&b.receiver),
        (V::Slice(a), V::Slice(b)) => {
            let (a, b) = ([&a.start, &a.stop, &a.step], [&b.start, &b.stop, &b.step]);
            for (a, b) in a.into_iter().zip(b) {
                if !simple_equal(a, b, depth.checked_sub(1)?, left)? {
                    return Some(false);
                }
            }
            true
        }
        (V::BigInt(a), V::BigInt(b)) => {
            take(
                left,
                steps(usize::try_from(a.bits().min(b.bits()) / 8).unwrap_or(usize::MAX)),
            )?;
            a == b
        }
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => compare_numbers(&a, &b) == Some(Ordering::Equal),
            _ => a.is(b),
        },
    })
}

fn equal_items(a: &[Value], b: &[Value], depth: u32, left: &Cell<usize>) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    let depth = depth.checked_sub(1)?;
    for (a, b) in a.iter().zip(b) {
        take(left, 1)?;
        if let (Value::Int(a), Value::Int(b)) = (a, b) {
            if a != b {
                return Some(false);
            }
            continue;
        }
        if !a.is(b) && !simple_equal(a, b, depth, left)? {
            return Some(false);
        }
    }
    Some(true)
}

fn equal_dicts(
    a: &crate::object::Dict,
    b: &crate::object::Dict,
    depth: u32,
    left: &Cell<usize>,
) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    let depth = depth.checked_sub(1)?;
    for entry in a.iter() {
        take(left, 1)?;
        let found = b.find(entry.hash, |key| {
            if key.is(&entry.key) {
                Some(true)
            } else {
                simple_equal(key, &entry.key, depth, left)
            }
        });
        match found {
            crate::object::Lookup::Found(position) => {
                let other = b.value_at(position)?;
                if !other.is(&entry.value) && !simple_equal(&entry.value, other, depth, left)? {
                    return Some(false);
                }
            }
            crate::object::Lookup::Missing => return Some(false),
            crate::object::Lookup::Ask(..) => return None,
        }
    }
    Some(true)
}

pub(super) fn with_set<R>(value: &Value, f: impl FnOnce(&crate::object::Set) -> R) -> Option<R> {
    match value {
        Value::Set(set) => Some(f(&set.table.borrow())),
        Value::FrozenSet(set) => Some(f(&set.table)),
        _ => None,
    }
}

fn equal_sets(a: &Value, b: &Value, left: &Cell<usize>) -> Option<bool> {
    with_set(a, |a| {
        with_set(b, |b| {
            if a.len() != b.len() {
                return Some(false);
            }
            take(left, a.len())?;
            a.is_subset(b, &mut |x: &Value, y: &Value| {
                if x.is(y) {
                    Ok(true)
                } else {
                    simple_equal(x, y, MAX_NESTING, left).ok_or(())
                }
            })
            .ok()
        })
    })??
}

#[expect(
    clippy::option_option,
    reason = "unknown and unordered are different answers"
)]
fn simple_order(a: &Value, b: &Value, depth: u32, left: &Cell<usize>) -> Option<Option<Ordering>> {
    use Value as V;
    if let (V::Str(a), V::Str(b)) = (a, b) {
        take(left, steps(a.len().min(b.len())))?;
    }
    if let (V::Bytes(a), V::Bytes(b)) = (a, b) {
        take(left, steps(a.0.len().min(b.0.len())))?;
    }
    if let (V::ByteArray(a), _) | (_, V::ByteArray(a)) = (a, b) {
        take(left, steps(a.bytes.borrow().len()))?;
    }
    Some(match (a, b) {
        (V::Int(a), V::Int(b)) => Some(a.cmp(b)),
        (V::Str(a), V::Str(b)) => Some(a.compare(b)),
        (V::Bytes(a), V::Bytes(b)) => Some(a.0.cmp(&b.0)),
        (V::Bytes(a), V::ByteArray(b)) => Some(a.0[..].cmp(&b.bytes.borrow()[..])),
        (V::ByteArray(a), V::Bytes(b)) => Some(a.bytes.borrow()[..].cmp(&b.0[..])),
        (V::ByteArray(a), V::ByteArray(b)) => Some(a.bytes.borrow().cmp(&b.bytes.borrow())),
        (V::Tuple(a), V::Tuple(b)) => return order_items(a.items(), b.items(), depth, left),
        (V::List(a), V::List(b)) => {
            return order_items(&a.items.borrow(), &b.items.borrow(), depth, left);
        }
        _ => compare_numbers(&number(a)?, &number(b)?),
    })
}

#[expect(
    clippy::option_option,
    reason = "unknown and unordered are different answers"
)]
fn order_items(
    a: &[Value],
    b: &[Value],
    depth: u32,
    left: &Cell<usize>,
) -> Option<Option<Ordering>> {
    let depth = depth.checked_sub(1)?;
    for (x, y) in a.iter().zip(b) {
        take(left, 1)?;
        if !x.is(y) && !simple_equal(x, y, depth, left)? {
            return simple_order(x, y, depth, left);
        }
    }
    Some(Some(a.len().cmp(&b.len())))
}
