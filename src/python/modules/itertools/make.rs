//! The constructors of the simple iterators.

use super::{State, tool, with_iterator};
use crate::object::Value;
use crate::vm::{Args, NativeResult, Vm};

pub(super) fn accumulate(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 1, |mut args, inner| {
        let function = args.optional(2).unwrap_or(Value::None);
        // `initial=None` says that there is none.
        let total = args.optional(3).filter(|initial| !initial.is_none());
        State::Accumulate {
            inner,
            function,
            total,
            started: false,
        }
    })
}

pub(super) fn batched(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], batched) {
        return result;
    }
    let size = args.take(2);
    let Some(size) = crate::number::size::count(vm.int_argument(&size)?).filter(|n| *n > 0) else {
        return Err(vm.value_error("n must be at least one"));
    };
    let strict = args.optional(3);
    let strict = matches!(strict, Some(Value::Bool(true)));
    with_iterator(vm, args, 1, move |_, inner| State::Batched {
        inner,
        size,
        strict,
    })
}

pub(super) fn chain(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let iterables = Value::tuple(args.values.drain(1..));
    let outer = vm.get_iter(&iterables)?;
    tool(
        vm,
        &class,
        State::Chain {
            outer,
            current: None,
        },
    )
}

pub(super) fn chain_from_iterable(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 1, |_, outer| State::Chain {
        outer,
        current: None,
    })
}

pub(super) fn compress(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, data, selectors) = (args.take(0), args.take(1), args.take(2));
    vm.run_async("compress", move |cx| async move {
        let data = cx.iter(&data).await?;
        let selectors = cx.iter(&selectors).await?;
        cx.with(|vm| tool(vm, &class, State::Compress { data, selectors }))
    })
}

pub(super) fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let next = args.optional(1).unwrap_or(Value::Int(0));
    let step = args.optional(2).unwrap_or(Value::Int(1));
    for number in [&next, &step] {
        if matches!(
            number,
            Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::None | Value::Dict(_)
        ) {
            return Err(vm.type_error("a number is required"));
        }
    }
    tool(vm, &class, State::Count { next, step })
}

pub(super) fn cycle(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 1, |_, inner| State::Cycle {
        inner: Some(inner),
        saved: Vec::new(),
        at: 0,
    })
}

pub(super) fn drop_while(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 2, |mut args, inner| State::DropWhile {
        test: args.take(1),
        inner,
        started: false,
    })
}

pub(super) fn filter_false(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 2, |mut args, inner| State::FilterFalse {
        test: args.take(1),
        inner,
    })
}

pub(super) fn take_while(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 2, |mut args, inner| State::TakeWhile {
        test: args.take(1),
        inner,
    })
}

pub(super) fn star_map(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 2, |mut args, inner| State::StarMap {
        function: args.take(1),
        inner,
    })
}

pub(super) fn pairwise(vm: &mut Vm, args: Args) -> NativeResult {
    with_iterator(vm, args, 1, |_, inner| State::Pairwise {
        inner,
        last: None,
    })
}

pub(super) fn repeat(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], repeat) {
        return result;
    }
    let (class, item) = (args.take(0), args.take(1));
    let left = match args.optional(2) {
        None => None,
        Some(times) => Some(u64::try_from(vm.int_argument(&times)?).unwrap_or(0)),
    };
    tool(vm, &class, State::Repeat { item, left })
}

/// A bound of `islice`: the default for None, -1 for what is no index.
fn bound(value: &Value, default: i64) -> i64 {
    match value {
        Value::None => default,
        Value::Int(i) => *i,
        Value::Bool(yes) => i64::from(*yes),
        _ => -1,
    }
}

pub(super) fn slice(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2, 3, 4], slice) {
        return result;
    }
    const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const STOP: &str =
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const STEP: &str = "Step for islice() must be a positive integer or None.";
    let (start, last, step) = if args.len() == 3 {
        (Value::None, args.take(2), Value::None)
    } else {
        (
            args.take(2),
            args.take(3),
            args.optional(4).unwrap_or(Value::None),
        )
    };
    let wanted = match bound(&last, 0) {
        -1 => return Err(vm.value_error(STOP)),
        wanted => u64::try_from(wanted),
    };
    let (Ok(stop), Ok(next)) = (wanted, u64::try_from(bound(&start, 0))) else {
        return Err(vm.value_error(INDICES));
    };
    let stop = (!last.is_none()).then_some(stop);
    let step = match u64::try_from(bound(&step, 1)) {
        Ok(step) if step > 0 => step,
        _ => return Err(vm.value_error(STEP)),
    };
    with_iterator(vm, args, 1, move |_, inner| State::Slice {
        inner,
        taken: 0,
        next,
        stop,
        step,
    })
}

pub(super) fn zip_longest(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mut fill = Value::None;
    for (name, value) in args.take_keywords() {
        if name.as_str() != "fillvalue" {
            return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = value;
    }
    let class = args.take(0);
    let iterables: Vec<Value> = args.values.drain(1..).collect();
    vm.run_async("zip_longest", move |cx| async move {
        let mut inner = Vec::with_capacity(iterables.len());
        for iterable in &iterables {
            inner.push(Some(cx.iter(iterable).await?));
        }
        cx.with(|vm| tool(vm, &class, State::ZipLongest { inner, fill }))
    })
}
