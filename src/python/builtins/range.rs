//! `range` and `slice`.

use super::slots;
use crate::object::{Iter, IterState, NativeDef, Raise, Range, Slice, Value};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::rc::Rc;

const RANGE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_range, 1, 3),
    NativeDef::method("count", count, 1, 1),
    NativeDef::method("index", index, 1, 1),
    NativeDef::method("__reversed__", reversed, 0, 0),
    slots::LEN,
    slots::ITER,
    slots::GETITEM,
    NativeDef::method("__contains__", contains, 1, 1),
    slots::REPR,
    slots::HASH,
    slots::EQ,
    slots::NE,
];

const RANGE_ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "start",
        get: |vm, value| Ok(Value::Int(range_of(vm, value)?.start)),
        set: None,
    },
    GetSet {
        name: "stop",
        get: |vm, value| Ok(Value::Int(range_of(vm, value)?.stop)),
        set: None,
    },
    GetSet {
        name: "step",
        get: |vm, value| Ok(Value::Int(range_of(vm, value)?.step)),
        set: None,
    },
];

const SLICE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_slice, 1, 3),
    NativeDef::method("indices", indices, 1, 1),
    NativeDef::method("__hash__", hash_slice, 0, 0),
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

pub(crate) fn install(vm: &mut Vm) {
    let (range, slice) = (Rc::clone(&vm.types.range), Rc::clone(&vm.types.slice));
    vm.add_methods(&range, RANGE);
    vm.add_getsets(&range, RANGE_ATTRIBUTES);
    vm.add_methods(&slice, SLICE);
    vm.add_getsets(&slice, SLICE_ATTRIBUTES);
}

fn range_of(vm: &Vm, value: &Value) -> Result<Rc<Range>, Raise> {
    match value {
        Value::Range(range) => Ok(Rc::clone(range)),
        other => Err(vm.type_error(format!(
            "descriptor requires a 'range' object but received a '{}'",
            vm.type_name(other)
        ))),
    }
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
        let mut ints = Vec::with_capacity(3);
        for bound in &bounds {
            let started = cx.with(|vm| vm.index_of(bound));
            match cx.finish(started).await? {
                Value::Int(i) => ints.push(i),
                _ => {
                    return Err(cx.with(|vm| {
                        vm.overflow_error("range bounds beyond 64 bits are not supported")
                    }));
                }
            }
        }
        cx.with(|vm| make_range(vm, &ints))
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
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

fn reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let range = range_of(vm, &args.take(0))?;
    let length = range.len();
    let last = if length == 0 {
        range.start
    } else {
        range.get(length - 1)
    };
    Ok(Iter::value(IterState::Range(
        last,
        range.step.wrapping_neg(),
        length,
    )))
}

/// The position of a number in a range.
fn position(range: &Range, number: i64) -> Option<i64> {
    let distance = i128::from(number) - i128::from(range.start);
    let step = i128::from(range.step);
    if distance % step != 0 {
        return None;
    }
    let at = distance / step;
    (at >= 0 && at < range.len() as i128).then_some(at as i64)
}

/// The position of a value in a range; what is no int is compared with each number.
async fn find(cx: &Cx, range: &Range, wanted: &Value) -> Result<Option<i64>, Raise> {
    match wanted {
        Value::Int(i) => return Ok(position(range, *i)),
        Value::Bool(b) => return Ok(position(range, i64::from(*b))),
        _ => {}
    }
    for at in 0..range.len() {
        if cx.equal(&Value::Int(range.get(at)), wanted).await? {
            return Ok(Some(at as i64));
        }
        if at % 4096 == 4095 {
            cx.with(|vm| vm.charge(0))?;
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
            return Ok(Value::Int(at));
        }
        if matches!(wanted, Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) {
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
        let Ok(length) = usize::try_from(length) else {
            return Err(cx.with(|vm| vm.value_error("length should not be negative")));
        };
        let span = cx.span(&slice, length).await?;
        Ok(Value::tuple([
            Value::Int(span.start),
            Value::Int(span.stop),
            Value::Int(span.step),
        ]))
    })
}

/// Slices have a hash since Python 3.12: that of their bounds.
fn hash_slice(vm: &mut Vm, mut args: Args) -> NativeResult {
    let slice = slice_of(vm, &args.take(0))?;
    let bounds = Value::tuple([slice.start.clone(), slice.stop.clone(), slice.step.clone()]);
    vm.hash(&bounds)
}
