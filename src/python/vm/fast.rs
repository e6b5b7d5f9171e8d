//! The fast paths that need no machine.

use super::items::position;
use super::{PyFrame, finalizers_waiting};
use crate::code::{BinaryOp, Code, CompareOp, Reg};
use crate::object::{BoundMethod, Function, Iter, IterState, ListObj, Value, peek};
use std::rc::Rc;

/// Longer tuples are compared step by step, with what they may hold.
const SHORT_TUPLE: usize = 64;

/// Whether a call with `argc` positional arguments needs nothing but a frame,
/// see [`Code::find_direct`].
#[inline(always)]
#[expect(
    unsafe_code,
    reason = "two values are copied, what else happens in between"
)]
pub(super) fn is_direct(function: &Function, argc: usize) -> bool {
    // SAFETY: the reference does not outlive this expression.
    let code = unsafe { peek(&function.code) };
    code.is_some_and(|code| code.is_direct.get() && usize::from(code.positional) == argc)
}

/// Whether a call with `argc` positional arguments needs no sorting: they are
/// the parameters, or the first of them, and the others have defaults.
#[inline]
pub(super) fn is_simple(function: &Function, argc: usize) -> bool {
    let code = function.code.borrow();
    let fits = match usize::from(code.positional).checked_sub(argc) {
        Some(0) => true,
        Some(missing) => missing <= function.defaults.borrow().len(),
        None => false,
    };
    fits && (code.all_positional || others_have_values(function, &code))
}

/// What a bound method calls, and the first argument.
#[inline(never)]
pub(super) fn unbound(method: &BoundMethod) -> (Value, Value) {
    (method.function.clone(), method.receiver.clone())
}

/// Whether the parameters that are not positional need no argument, and their
/// values are at hand: the defaults, and for `**kwargs` an empty dict.
#[inline(never)]
fn others_have_values(function: &Function, code: &Code) -> bool {
    !code.var_positional && (code.keyword_only == 0 || has_keyword_defaults(function, code))
}

/// Whether each keyword-only parameter has a default, and they stand in the
/// order of the parameters, as they do unless a program changed them.
fn has_keyword_defaults(function: &Function, code: &Code) -> bool {
    let defaults = function.keyword_defaults.borrow();
    let Some(defaults) = defaults.as_ref() else {
        return false;
    };
    let table = defaults.table.borrow();
    let version = table.keys_version();
    if version != 0 && function.keywords_fit.get() == version {
        return true;
    }
    let Some(names) = code.local_names.get(usize::from(code.positional)..) else {
        return false;
    };
    for place in 0..usize::from(code.keyword_only) {
        let fits = match (table.entry(place), names.get(place)) {
            (Some(entry), Some(name)) => {
                matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name))
            }
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    function.keywords_fit.set(version);
    true
}

/// A rich comparison of small ints; `None` for other operators.
#[inline]
pub(super) fn compare_ints(op: CompareOp, x: i64, y: i64) -> Option<bool> {
    Some(match op {
        CompareOp::Lt => x < y,
        CompareOp::Le => x <= y,
        CompareOp::Eq => x == y,
        CompareOp::Ne => x != y,
        CompareOp::Gt => x > y,
        CompareOp::Ge => x >= y,
        _ => return None,
    })
}

/// An item of a list; negative indices count from the end.
#[inline]
pub(super) fn list_item(list: &ListObj, index: i64) -> Option<Value> {
    let items = list.items.borrow();
    let index = if index < 0 {
        index + items.len() as i64
    } else {
        index
    };
    items.get(usize::try_from(index).ok()?).map(Value::another)
}

/// Stores an item of a list where there is one at that index; gives back what was
/// not stored.
#[inline(always)]
pub(super) fn list_store(list: &Value, index: i64, new: Value) -> Option<Value> {
    let Value::List(list) = list else {
        return Some(new);
    };
    let mut items = list.items.borrow_mut();
    let place = position(index, items.len());
    let Some(item) = place.and_then(|place| items.get_mut(place)) else {
        return Some(new);
    };
    let old = std::mem::replace(item, new);
    drop(items);
    if old.is_plain() {
        // Nothing to drop, which would be found out by a call.
        std::mem::forget(old);
    }
    None
}

/// Whether short tuples of small ints are equal, and how many items were
/// compared; `None` for all others.
#[inline]
pub(super) fn equal_ints(a: &[Value], b: &[Value]) -> Option<(bool, usize)> {
    if a.len() != b.len() || a.len() > SHORT_TUPLE {
        return None;
    }
    for (at, items) in a.iter().zip(b).enumerate() {
        match items {
            (Value::Int(x), Value::Int(y)) if x == y => {}
            (Value::Int(_), Value::Int(_)) => return Some((false, at + 1)),
            _ => return None,
        }
    }
    Some((true, a.len()))
}

/// The next item of an iterator over a range, a list or a tuple; `None` at the end
/// and for others.
#[inline(always)]
pub(super) fn quick_next(iterator: &Iter) -> Option<Value> {
    match &mut *iterator.state.borrow_mut() {
        IterState::Range(next, step, left) if *left > 0 => {
            let value = Value::Int(*next);
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(value)
        }
        IterState::List(list, index) => {
            let item = list.items.borrow().get(*index).map(Value::another)?;
            *index += 1;
            Some(item)
        }
        IterState::Tuple(tuple, index) => {
            let item = tuple.items().get(*index).map(Value::another)?;
            *index += 1;
            Some(item)
        }
        _ => None,
    }
}

/// An operator on small ints; `None` where the result is no small int or the
/// operator is rarer.
#[inline]
pub(super) fn small_int(op: BinaryOp, x: i64, y: i64) -> Option<i64> {
    use BinaryOp as B;
    match op {
        B::Add => x.checked_add(y),
        B::Sub => x.checked_sub(y),
        B::Mul => x.checked_mul(y),
        // The quotient goes down, and the remainder has the divisor's sign. Short
        // numbers are divided several times as fast as long ones.
        B::FloorDiv if y != 0 => Some(match (u32::try_from(x), u32::try_from(y)) {
            (Ok(x), Ok(y)) => i64::from(x / y),
            _ => {
                let quotient = x.checked_div(y)?;
                let inexact = x.wrapping_rem(y) != 0;
                quotient - i64::from(inexact && (x < 0) != (y < 0))
            }
        }),
        B::Mod if y != 0 => Some(match (u32::try_from(x), u32::try_from(y)) {
            (Ok(x), Ok(y)) => i64::from(x % y),
            _ => {
                let rest = x.wrapping_rem(y);
                if rest != 0 && (rest < 0) != (y < 0) {
                    rest + y
                } else {
                    rest
                }
            }
        }),
        B::And => Some(x & y),
        B::Or => Some(x | y),
        B::Xor => Some(x ^ y),
        _ => None,
    }
}

/// An operator on floats; `None` where it may raise or is rarer.
#[inline]
pub(super) fn quick_float(op: BinaryOp, x: f64, y: f64) -> Option<f64> {
    match op {
        BinaryOp::Add => Some(x + y),
        BinaryOp::Sub => Some(x - y),
        BinaryOp::Mul => Some(x * y),
        BinaryOp::TrueDiv if y != 0.0 => Some(x / y),
        _ => None,
    }
}

/// Whether `a op= b` is to have the variable's only reference: a text grows
/// where it is if nobody else has it. All else stays in the variable, for the
/// operator may fail.
pub(super) fn grows(op: BinaryOp, a: &Value, b: &Value) -> bool {
    op == BinaryOp::Add && matches!((a, b), (Value::Str(_), Value::Str(_)))
}

/// An operator on two small ints or two floats; `None` for all else.
#[inline(always)]
pub(super) fn quick(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => small_int(op, *x, *y).map(Value::Int),
        (Value::Float(x), Value::Float(y)) => quick_float(op, *x, *y).map(Value::Float),
        _ => None,
    }
}

/// The register a call's result goes to, for callers outside the loop.
#[inline(always)]
pub(super) fn set_register(frame: &mut PyFrame, d: Reg, value: Value) {
    if let Some(register) = frame.registers.get_mut(usize::from(d)) {
        replace(register, value);
    }
}

/// Puts a value in the place of another.
#[inline(always)]
pub(super) fn replace(place: &mut Value, value: Value) {
    if place.is_plain() {
        // Nothing to drop, which assignment would find out by a call.
        std::mem::forget(std::mem::replace(place, value));
    } else {
        *place = value;
    }
}

/// Puts a value into a register of a new frame.
#[inline(always)]
pub(super) fn begin_with(register: &mut Value, value: Value) {
    // There is nothing yet to drop.
    std::mem::forget(std::mem::replace(register, value));
}

/// Puts a value into a register. Most old values need no drop, which is a call.
/// Whether an object waits for its end because of it.
///
/// # Safety
/// `register` is valid for reads and writes and holds a value.
#[inline(always)]
#[expect(unsafe_code, reason = "see Vm::run_frames")]
pub(super) unsafe fn put(register: *mut Value, value: Value) -> bool {
    unsafe {
        let waits = !(*register).is_plain() && let_go(register);
        register.write(value);
        waits
    }
}

/// Drops what is in a register, for whoever writes there next.
///
/// # Safety
/// `register` is valid for reads and holds a value, which is gone afterwards.
#[inline(never)]
#[expect(unsafe_code, reason = "see Vm::run_frames")]
unsafe fn let_go(register: *mut Value) -> bool {
    unsafe { std::ptr::drop_in_place(register) };
    finalizers_waiting()
}

/// The arguments of a call.
///
/// # Safety
/// `registers` has `count` values from the `first`-th on, which nobody else
/// reaches meanwhile.
#[inline(always)]
#[expect(unsafe_code, reason = "see Vm::run_frames")]
pub(super) unsafe fn arguments<'a>(
    registers: *mut Value,
    first: usize,
    count: usize,
) -> &'a mut [Value] {
    unsafe { std::slice::from_raw_parts_mut(registers.add(first), count) }
}
