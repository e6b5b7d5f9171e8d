//! `tuple`.

use super::slots;
use crate::object::{NativeDef, Raise, Tuple, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, 1),
    NativeDef::method("count", count, 1, 1),
    NativeDef::method("index", index, 1, 3),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__getnewargs__", get_new_args, 0, 0),
    slots::LEN,
    slots::ITER,
    slots::GETITEM,
    slots::CONTAINS,
    slots::REPR,
    slots::HASH,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::MUL,
    slots::RMUL,
    slots::CLASS_GETITEM,
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.tuple;
    vm.add_methods(class, METHODS);
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<Rc<Tuple>, Raise> {
    match args.take(0) {
        Value::Tuple(tuple) => Ok(tuple),
        other => Err(vm.type_error(format!(
            "descriptor requires a 'tuple' object but received a '{}'",
            vm.type_name(&other)
        ))),
    }
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let tuple = Rc::clone(&vm.types.tuple);
    match args.optional(1) {
        None => vm.object_of(&class, &tuple, Value::tuple([])),
        Some(same @ Value::Tuple(_)) => vm.object_of(&class, &tuple, same),
        Some(iterable) => {
            if let Some(items) = vm.collect_now(&iterable) {
                let items = Value::tuple(items?);
                return vm.object_of(&class, &tuple, items);
            }
            vm.run_async("tuple", move |cx| async move {
                let items = Value::tuple(cx.collect(&iterable).await?);
                cx.with(|vm| vm.object_of(&class, &tuple, items))
            })
        }
    }
}

async fn search(
    cx: &Cx,
    tuple: &Tuple,
    wanted: &Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Raise> {
    for (at, item) in tuple.items().iter().enumerate().take(to).skip(from) {
        if cx.equal(item, wanted).await? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    let tuple = receiver(vm, &mut args)?;
    let (wanted, from, to) = (args.take(1), args.optional(2), args.optional(3));
    vm.run_async("index", move |cx| async move {
        let length = tuple.items().len() as i64;
        let mut bounds = [0, i64::MAX];
        for (bound, given) in bounds.iter_mut().zip([from, to]) {
            if let Some(given) = given {
                let index = cx.index(&given).await?;
                *bound = if index < 0 {
                    index.saturating_add(length).max(0)
                } else {
                    index
                };
            }
        }
        match search(&cx, &tuple, &wanted, bounds[0] as usize, bounds[1] as usize).await? {
            Some(at) => Ok(Value::from(at)),
            None => Err(cx.with(|vm| vm.value_error("tuple.index(x): x not in tuple"))),
        }
    })
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let tuple = receiver(vm, &mut args)?;
    let wanted = args.take(1);
    vm.run_async("count", move |cx| async move {
        let mut count = 0i64;
        for item in tuple.items() {
            count += i64::from(cx.equal(item, &wanted).await?);
        }
        Ok(Value::Int(count))
    })
}

fn add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (left, right) = (args.take(0), args.take(1));
    let right = vm.unwrap_base(right);
    match vm.sequence_concat(&left, &right) {
        Some(result) => result,
        None => {
            let name = vm.type_name(&right);
            Err(vm.type_error(format!(
                "can only concatenate tuple (not \"{name}\") to tuple"
            )))
        }
    }
}

fn get_new_args(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::tuple([args.take(0)]))
}
