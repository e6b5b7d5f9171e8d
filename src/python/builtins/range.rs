//! `range` and `slice`.

use super::big_range::{self, BigRange};
use super::numbers::as_int;
use super::slots;
use crate::object::{NativeDef, Raise, Range, Slice, Value};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use num_bigint::BigInt;
use std::rc::Rc;

const RANGE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_range, 1, 3),
    NativeDef::method("count", count, 1, 1),
    NativeDef::method("index", index, 1, 1),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__len__", length, 0, 0),
    NativeDef::method("__bool__", truth, 0, 0),
    NativeDef::method("__iter__", iterate, 0, 0),
    NativeDef::method("__getitem__", item, 1, 1),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__eq__", |vm, args| equal(vm, args, true), 1, 1),
    NativeDef::method("__ne__", |vm, args| equal(vm, args, false), 1, 1),
    NativeDef::method("__reduce__", reduce, 0, 0),
];

const RANGE_ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "start",
        get: |vm, value| Ok(Value::big(range_of(vm, value)?.start)),
        set: None,
    },
    GetSet {
        name: "stop",
        get: |vm, value| Ok(Value::big(range_of(vm, value)?.stop)),
        set: None,
    },
    GetSet {
        name: "step",
        get: |vm, value| Ok(Value::big(range_of(vm, value)?.step)),
        set: None,
    },
];

const SLICE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_slice, 1, 3),
    NativeDef::method("indices", indices, 1, 1),
    NativeDef::method("__hash__", hash_slice, 0, 0),
    NativeDef::method("__reduce__", reduce_slice, 0, 0),
    slots::REPR,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
];

const SLICE_ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "start",
        get: |vm, value| Ok(slice_of(vm, value)?.start.clone()),
        set: None,
    },
    GetSet {
        name: "stop",
        get: |vm, value| Ok(slice_of(vm, value)?.stop.clone()),
        set: None,
    },
    GetSet {
        name: "step",
        get: |vm, value| Ok(slice_of(vm, value)?.step.clone()),
        set: None,
    },
];

pub(crate) fn install(vm: &Vm) {
    let (range, slice) = (&vm.types.range, Rc::clone(&vm.types.slice));
    vm.add_methods(range, RANGE);
    vm.add_getsets(range, RANGE_ATTRIBUTES);
    vm.add_methods(&slice, SLICE);
    vm.add_getsets(&slice, SLICE_ATTRIBUTES);
}

fn range_of(vm: &Vm, value: &Value) -> Result<BigRange, Raise> {
    BigRange::of(value).ok_or_else(|| vm.wrong_receiver("range", value))
}

fn slice_of(vm: &Vm, value: &Value) -> Result<Rc<Slice>, Raise> {
    match value {
        Value::Slice(slice) => Ok(Rc::clone(slice)),
        other => Err(vm.type_error(format!(
            "descriptor requires a 'slice' object but received a '{}'",
            vm.type_name(other)
        ))),
    }
}

fn new_range(vm: &mut Vm, mut args: Args) -> NativeResult {
    let bounds: Vec<Value> = args.values.drain(1..).collect();
    let ints: Option<Vec<i64>> = bounds
        .iter()
        .map(|b| {
            if let Value::Int(i) = b {
                Some(*i)
            } else {
                None
            }
        })
        .collect();
    if let Some(ints) = ints {
        return make_range(vm, &ints);
    }
    vm.run_async("range", move |cx| async move {
        let mut numbers = Vec::with_capacity(3);
        for bound in &bounds {
            let started = cx.with(|vm| vm.index_of(bound));
            let index = cx.finish(started).await?;
            numbers.extend(as_int(&index).map(|int| int.to_big()));
        }
        let one = || BigInt::from(1);
        let (start, stop, step) = match numbers.as_slice() {
            [stop] => (BigInt::from(0), stop.clone(), one()),
            [start, stop] => (start.clone(), stop.clone(), one()),
            [start, stop, step] => (start.clone(), stop.clone(), step.clone()),
            _ => return Err(cx.with(|vm| vm.system_error("a range has one to three bounds"))),
        };
        cx.with(|vm| {
            if step == BigInt::from(0) {
                return Err(vm.value_error("range() arg 3 must not be zero"));
            }
            Ok(BigRange { start, stop, step }.value(vm))
        })
    })
}

fn make_range(vm: &mut Vm, bounds: &[i64]) -> NativeResult {
    let (start, stop, step) = match *bounds {
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        [start, stop, step] => (start, stop, step),
        _ => return Err(vm.type_error("range expected at least 1 argument, got 0")),
    };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    let range = Range { start, stop, step };
    // The length, too, must fit, on a machine with 32 bits as well.
    if start.unsigned_abs() >= 1 << 62
        || stop.unsigned_abs() >= 1 << 62
        || range.len() == usize::MAX
    {
        let [start, stop, step] = [start, stop, step].map(BigInt::from);
        return Ok(BigRange { start, stop, step }.value(vm));
    }
    Ok(Value::Range(Rc::new(range)))
}

fn length(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    big_range::length(vm, &range)
}

fn truth(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    Ok(Value::Bool(range.len() != BigInt::from(0)))
}

fn iterate(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(range_of(vm, &args.take(0))?.iterator(vm))
}

fn reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(range_of(vm, &args.take(0))?.reversed().iterator(vm))
}

fn item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, key) = (args.take(0), args.take(1));
    if let Value::Range(_) = me {
        return vm.get_item(&me, &key);
    }
    let range = range_of(vm, &me)?;
    if !matches!(key, Value::Instance(_)) {
        return big_range::item(vm, &range, &key);
    }
    vm.run_async("range", move |cx| async move {
        let started = cx.with(|vm| vm.index_of(&key));
        let index = cx.finish(started).await?;
        cx.with(|vm| big_range::item(vm, &range, &index))
    })
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let step = if range.step == BigInt::from(1) {
        String::new()
    } else {
        format!(", {}", range.step)
    };
    Ok(Value::string(format!(
        "range({}, {}{step})",
        range.start, range.stop
    )))
}

fn hash(vm: &mut Vm, mut args: Args) -> NativeResult {
    let key = range_of(vm, &args.take(0))?.key();
    vm.hash(&Value::tuple(key))
}

fn equal(vm: &mut Vm, mut args: Args, wanted: bool) -> NativeResult {
    let me = range_of(vm, &args.take(0))?;
    let Some(other) = BigRange::of(&args.take(1)) else {
        return Ok(Value::NotImplemented);
    };
    let same = me
        .key()
        .iter()
        .zip(&other.key())
        .all(|(a, b)| match (a, b) {
            (Value::BigInt(a), Value::BigInt(b)) => a == b,
            (a, b) => a.is(b),
        });
    Ok(Value::Bool(same == wanted))
}

fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let bounds = [range.start, range.stop, range.step].map(Value::big);
    let class = Value::Class(Rc::clone(&vm.types.range));
    Ok(Value::tuple([class, Value::tuple(bounds)]))
}

/// The position of a value in a range; what is no int is compared with each number.
async fn find(cx: &Cx, range: &BigRange, wanted: &Value) -> Result<Option<Value>, Raise> {
    if let Some(number) = as_int(wanted) {
        return Ok(range.position(&number.to_big()).map(Value::big));
    }
    let iterator = cx.with(|vm| range.clone().iterator(vm));
    let mut at = 0i64;
    while let Some(number) = cx.next(&iterator).await? {
        if cx.equal(&number, wanted).await? {
            return Ok(Some(Value::Int(at)));
        }
        at = at.saturating_add(1);
        if at % 4096 == 0 {
            cx.with(|vm| {
                vm.work(4096);
                vm.has_room(0)
            })?;
        }
    }
    Ok(None)
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let wanted = args.take(1);
    vm.run_async("in", move |cx| async move {
        Ok(Value::Bool(find(&cx, &range, &wanted).await?.is_some()))
    })
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let wanted = args.take(1);
    vm.run_async("count", move |cx| async move {
        Ok(Value::Int(i64::from(
            find(&cx, &range, &wanted).await?.is_some(),
        )))
    })
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let wanted = args.take(1);
    vm.run_async("index", move |cx| async move {
        if let Some(at) = find(&cx, &range, &wanted).await? {
            return Ok(at);
        }
        if as_int(&wanted).is_some() {
            let text = cx.repr(&wanted).await?;
            return Err(cx.with(|vm| vm.value_error(format!("{text} is not in range"))));
        }
        Err(cx.with(|vm| vm.value_error("sequence.index(x): x not in sequence")))
    })
}

fn new_slice(_: &mut Vm, mut args: Args) -> NativeResult {
    let (first, second, step) = (args.take(1), args.optional(2), args.optional(3));
    let (start, stop) = match second {
        Some(stop) => (first, stop),
        None => (Value::None, first),
    };
    Ok(Value::Slice(Rc::new(Slice {
        start,
        stop,
        step: step.unwrap_or(Value::None),
    })))
}

fn indices(vm: &mut Vm, mut args: Args) -> NativeResult {
    let slice = slice_of(vm, &args.take(0))?;
    let length = args.take(1);
    vm.run_async("indices", move |cx| async move {
        let bad_bound = cx.with(|vm| {
            [&slice.start, &slice.stop, &slice.step]
                .iter()
                .any(|bound| {
                    !bound.is_none()
                        && vm.index_now(bound).is_none()
                        && vm.type_attr(bound, &vm.names.index).is_none()
                })
        });
        let length = cx.index(&length).await?;
        if bad_bound {
            return Err(cx.with(|vm| {
                vm.type_error("slice indices must be integers or None or have an __index__ method")
            }));
        }
        if length < 0 {
            return Err(cx.with(|vm| vm.value_error("length should not be negative")));
        }
        let span = cx.span_of_length(&slice, length).await?;
        Ok(Value::tuple([
            Value::Int(span.start),
            Value::Int(span.stop),
            match slice.step {
                Value::BigInt(_) => slice.step.clone(),
                _ => Value::Int(span.step),
            },
        ]))
    })
}

fn reduce_slice(vm: &mut Vm, mut args: Args) -> NativeResult {
    let slice = slice_of(vm, &args.take(0))?;
    let bounds = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
    let class = Value::Class(Rc::clone(&vm.types.slice));
    Ok(Value::tuple([class, Value::tuple(bounds)]))
}

/// Slices have a hash since Python 3.12: that of their bounds.
fn hash_slice(vm: &mut Vm, mut args: Args) -> NativeResult {
    let slice = slice_of(vm, &args.take(0))?;
    let bounds = Value::tuple([slice.start.clone(), slice.stop.clone(), slice.step.clone()]);
    vm.hash(&bounds)
}
