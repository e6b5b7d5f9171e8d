//! What `count` and `repeat` tell about themselves, and how they are copied:
//! objects keep them as sources of numbers.

use super::{State, state};
use crate::object::{NativeDef, Value};
use crate::vm::{Args, NativeResult, Vm};

pub(super) const COUNT: &[NativeDef] = &[
    NativeDef::method("__repr__", count_repr, 0, 0),
    NativeDef::method("__reduce__", reduce, 0, 0),
];

pub(super) const REPEAT: &[NativeDef] = &[
    NativeDef::method("__repr__", repeat_repr, 0, 0),
    NativeDef::method("__length_hint__", repeats_left, 0, 0),
    NativeDef::method("__reduce__", reduce, 0, 0),
];

/// The class, and the arguments that make an iterator at the same place.
fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let again = match &*state(vm, &me)?.borrow() {
        State::Count {
            next,
            step: Value::Int(1),
        } => vec![next.clone()],
        State::Count { next, step } => vec![next.clone(), step.clone()],
        State::Repeat { item, left: None } => vec![item.clone()],
        State::Repeat {
            item,
            left: Some(left),
        } => vec![
            item.clone(),
            Value::Int(i64::try_from(*left).unwrap_or(i64::MAX)),
        ],
        _ => Vec::new(),
    };
    let class = Value::Class(vm.class_of(&me));
    Ok(Value::tuple([class, Value::tuple(again)]))
}

fn count_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (next, step) = match &*state(vm, &me)?.borrow() {
        State::Count { next, step } => (next.clone(), step.clone()),
        _ => return Ok(Value::str("count()")),
    };
    vm.run_async("repr", move |cx| async move {
        let next = cx.repr(&next).await?;
        // A step of one goes without saying.
        if matches!(step, Value::Int(1)) {
            return Ok(Value::string(format!("count({next})")));
        }
        let step = cx.repr(&step).await?;
        Ok(Value::string(format!("count({next}, {step})")))
    })
}

fn repeat_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (item, left) = match &*state(vm, &me)?.borrow() {
        State::Repeat { item, left } => (item.clone(), *left),
        _ => return Ok(Value::str("repeat()")),
    };
    vm.run_async("repr", move |cx| async move {
        let item = cx.repr(&item).await?;
        Ok(Value::string(match left {
            Some(left) => format!("repeat({item}, {left})"),
            None => format!("repeat({item})"),
        }))
    })
}

fn repeats_left(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    match &*state(vm, &me)?.borrow() {
        State::Repeat {
            left: Some(left), ..
        } => Ok(Value::Int(i64::try_from(*left).unwrap_or(i64::MAX))),
        _ => Err(vm.type_error("len() of unsized object")),
    }
}
