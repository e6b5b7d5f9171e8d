//! Comparisons (Python reference, 6.10).

use super::fast::{compare_ints, equal_ints};
use super::{Cx, NativeResult, Vm};
use crate::code::CompareOp;
use crate::number::float_int;
use crate::number::int::Int;
use crate::object::{Binding, Raise, Slice, StrRef, Value};
use std::cell::Cell;
use std::cmp::Ordering;
use std::pin::Pin;
use std::rc::Rc;

/// Nesting up to which containers are compared on Rust's stack.
const MAX_NESTING: u32 = 20;

/// Items that are compared without giving way. What is nested may have far
/// more of them than there are objects.
const MOST_ITEMS: usize = 1 << 20;

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

/// To compare fewer characters is no work that has to be counted.
const SHORT: usize = 64;

impl Vm {
    /// `a op b`. Of `in`, a pushed call's result still has to be made a bool.
    #[inline(never)]
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        match op {
            CompareOp::Is => return Ok(Value::Bool(a.is(b))),
            CompareOp::IsNot => return Ok(Value::Bool(!a.is(b))),
            CompareOp::In => return self.contains(b, a),
            CompareOp::NotIn => {
                return match self.contains(b, a)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_async("in", move |cx| async move {
                            let started = cx.with(|vm| {
                                vm.pending = frames;
                                Ok(Value::Undefined)
                            });
                            let found = cx.finish(started).await?;
                            Ok(Value::Bool(!cx.truth(&found).await?))
                        })
                    }
                    Value::Bool(found) => Ok(Value::Bool(!found)),
                    other => Ok(other),
                };
            }
            CompareOp::Eq => {
                if let Some(equal) = self.simple_equal(a, b) {
                    return Ok(Value::Bool(equal));
                }
            }
            CompareOp::Ne => {
                if let Some(equal) = self.simple_equal(a, b) {
                    return Ok(Value::Bool(!equal));
                }
            }
            _ => {
                if let Some(result) = self.simple_order(a, b) {
                    return Ok(Value::Bool(
                        result.is_some_and(|ordering| fits(op, ordering)),
                    ));
                }
                if let (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) =
                    (a, b)
                {
                    return self.compare_sets(op, a, b);
                }
            }
        }
        // One Python method without a reflected rival: call it directly.
        let (a, b) = (a.clone(), b.clone());
        self.run_async("compare", move |cx| async move {
            rich_compare(&cx, op, &a, &b).await
        })
    }

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
            Value::Dict(dict) => {
                let dict = Rc::clone(dict);
                match self.dict_find(&dict, item)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, |_, found| {
                            Ok(Value::Bool(!matches!(found, Value::NotImplemented)))
                        })
                    }
                    found => Ok(Value::Bool(!matches!(found, Value::NotImplemented))),
                }
            }
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

fn fits(op: CompareOp, ordering: Ordering) -> bool {
    match op {
        CompareOp::Lt => ordering.is_lt(),
        CompareOp::Le => ordering.is_le(),
        CompareOp::Gt => ordering.is_gt(),
        CompareOp::Ge => ordering.is_ge(),
        CompareOp::Ne => ordering.is_ne(),
        _ => ordering.is_eq(),
    }
}

/// A number as an exact int or a float.
enum Number<'a> {
    Int(Int<'a>),
    Float(f64),
}

fn number(value: &Value) -> Option<Number<'_>> {
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

fn with_set<R>(value: &Value, f: impl FnOnce(&crate::object::Set) -> R) -> Option<R> {
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

fn operator(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        _ => "?",
    }
}

fn reflected(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}

fn method_name(vm: &Vm, op: CompareOp) -> StrRef {
    let names = &vm.names;
    match op {
        CompareOp::Lt => names.lt.clone(),
        CompareOp::Le => names.le.clone(),
        CompareOp::Ne => names.ne.clone(),
        CompareOp::Gt => names.gt.clone(),
        CompareOp::Ge => names.ge.clone(),
        _ => names.eq.clone(),
    }
}

/// `a op b` for a rich comparison, methods and all.
fn rich_compare<'a>(
    cx: &'a Cx,
    op: CompareOp,
    a: &'a Value,
    b: &'a Value,
) -> Pin<Box<dyn Future<Output = NativeResult> + 'a>> {
    Box::pin(async move {
        let _level = cx.deeper()?;
        let reflected_first = cx.with(|vm| {
            let (ca, cb) = (vm.class_of(a), vm.class_of(b));
            !Rc::ptr_eq(&ca, &cb) && cb.is_subclass_of(&ca)
        });
        if reflected_first {
            let result = one_side(cx, reflected(op), b, a).await?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
        let result = one_side(cx, op, a, b).await?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
        if !reflected_first {
            let result = one_side(cx, reflected(op), b, a).await?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
        match op {
            CompareOp::Eq => Ok(Value::Bool(a.is(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => Err(cx.with(|vm| {
                let (a, b) = (vm.type_name(a), vm.type_name(b));
                vm.type_error(format!(
                    "'{}' not supported between instances of '{a}' and '{b}'",
                    operator(op)
                ))
            })),
        }
    })
}

/// `type(a).__op__(a, b)`
async fn one_side(cx: &Cx, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
    if let Value::Instance(_) | Value::Class(_) = a {
        let started = cx.with(|vm| {
            let name = method_name(vm, op);
            let method = vm.type_attr(a, &name);
            // `object.__ne__` asks `__eq__` of the same object.
            let inverted = op == CompareOp::Ne
                && matches!(&method, Some(Value::Native(f)) if f.def.binding == Binding::Method && vm.is_of_object(f));
            if inverted {
                let eq = vm.names.eq.clone();
                (vm.call_special(a, &eq, [b.clone()]), true)
            } else {
                (vm.call_special(a, &name, [b.clone()]), false)
            }
        });
        return match started {
            (None, _) => Ok(Value::NotImplemented),
            (Some(result), inverted) => {
                let result = cx.finish(result).await?;
                if inverted && !matches!(result, Value::NotImplemented) {
                    return Ok(Value::Bool(!cx.truth(&result).await?));
                }
                Ok(result)
            }
        };
    }
    builtin_side(cx, op, a, b).await
}

/// A builtin value on the left; what is on the right may derive from a builtin type.
pub(crate) async fn builtin_side(cx: &Cx, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
    let derived = matches!(b, Value::Instance(_));
    let b = &cx.with(|vm| vm.unwrap_base(b.clone()));
    // An int leaves the comparison to a float: its class may have words of its own.
    let is_int = matches!(a, Value::Int(_) | Value::Bool(_) | Value::BigInt(_));
    if derived && is_int && matches!(b, Value::Float(_) | Value::Complex(_)) {
        return Ok(Value::NotImplemented);
    }
    match op {
        CompareOp::Eq | CompareOp::Ne => {
            if let Some(equal) = cx.with(|vm| vm.simple_equal(a, b)) {
                let same_kind = comparable(a, b);
                if !same_kind && !equal {
                    return Ok(Value::NotImplemented);
                }
                return Ok(Value::Bool(equal == (op == CompareOp::Eq)));
            }
        }
        _ => {
            if let Some(order) = cx.with(|vm| vm.simple_order(a, b)) {
                return Ok(Value::Bool(
                    order.is_some_and(|ordering| fits(op, ordering)),
                ));
            }
        }
    }
    cx.with(|vm| vm.charge_items(vm.builtin_len(a).unwrap_or(0)))?;
    let (x, y): (Vec<Value>, Vec<Value>) = match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) => (a.items().to_vec(), b.items().to_vec()),
        (Value::List(a), Value::List(b)) => (a.to_vec(), b.to_vec()),
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |s: &Slice| vec![s.start.clone(), s.stop.clone(), s.step.clone()];
            (parts(a), parts(b))
        }
        (Value::Dict(a), Value::Dict(b)) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            let equal = dicts_equal(cx, a, b).await?;
            return Ok(Value::Bool(equal == (op == CompareOp::Eq)));
        }
        (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
            let started = cx.with(|vm| vm.compare_sets(op, a, b));
            return cx.finish(started).await;
        }
        _ => return Ok(Value::NotImplemented),
    };
    if x.len() != y.len() && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::Bool(op == CompareOp::Ne));
    }
    for (a, b) in x.iter().zip(&y) {
        if !cx.equal(a, b).await? {
            return match op {
                CompareOp::Eq => Ok(Value::Bool(false)),
                CompareOp::Ne => Ok(Value::Bool(true)),
                _ => rich_compare(cx, op, a, b).await,
            };
        }
    }
    let sizes = compare_ints(op, x.len() as i64, y.len() as i64);
    Ok(Value::Bool(sizes.unwrap_or(false)))
}

async fn dicts_equal(
    cx: &Cx,
    a: &Rc<crate::object::DictObj>,
    b: &Rc<crate::object::DictObj>,
) -> Result<bool, Raise> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let entries: Vec<(Value, Value)> = a
        .table
        .borrow()
        .iter()
        .map(|e| (e.key.clone(), e.value.clone()))
        .collect();
    for (key, value) in entries {
        let started = cx.with(|vm| vm.dict_find(b, &key));
        match cx.finish(started).await? {
            Value::NotImplemented => return Ok(false),
            other => {
                if !cx.equal(&value, &other).await? {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

/// Whether builtin values of these types decide on equality themselves.
fn comparable(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
        || (number(a).is_some() && number(b).is_some())
        || matches!(
            (a, b),
            (
                Value::Set(_) | Value::FrozenSet(_),
                Value::Set(_) | Value::FrozenSet(_)
            ) | (
                Value::Bytes(_) | Value::ByteArray(_),
                Value::Bytes(_) | Value::ByteArray(_)
            )
        )
}

impl Vm {
    /// Whether a native method is one of `object`'s own.
    pub(crate) fn is_of_object(&self, native: &crate::object::NativeFunction) -> bool {
        native
            .owner
            .as_ref()
            .is_some_and(|owner| std::ptr::eq(owner.as_ptr(), Rc::as_ptr(&self.types.object)))
    }

    /// Subset comparisons of sets whose members may need Python code.
    pub(crate) fn compare_sets(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        let members = |v: &Value| {
            with_set(v, |s| s.iter().map(|(_, k)| k.clone()).collect::<Vec<_>>())
                .unwrap_or_default()
        };
        let (small, large) = if matches!(op, CompareOp::Gt | CompareOp::Ge) {
            (b, a)
        } else {
            (a, b)
        };
        self.charge_items(self.builtin_len(small).unwrap_or(0))?;
        let (xs, n) = (members(small), self.builtin_len(large).unwrap_or(0));
        let possible = match op {
            CompareOp::Lt | CompareOp::Gt => xs.len() < n,
            CompareOp::Le | CompareOp::Ge => xs.len() <= n,
            _ => xs.len() == n,
        };
        if !possible {
            return Ok(Value::Bool(op == CompareOp::Ne));
        }
        let large = large.clone();
        self.run_async("set", move |cx| async move {
            for x in xs {
                let started = cx.with(|vm| vm.set_contains(&large, &x));
                let found = cx.finish(started).await?;
                if !matches!(found, Value::Bool(true)) {
                    return Ok(Value::Bool(op == CompareOp::Ne));
                }
            }
            Ok(Value::Bool(op != CompareOp::Ne))
        })
    }
}
