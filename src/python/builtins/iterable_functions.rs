//! Builtin functions that go through an iterable.

use super::sorting;
use crate::code::{BinaryOp, CompareOp};
use crate::object::{MANY, NativeDef, Raise, Value};
use crate::vm::{Args, Cx, Loop, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("all", |vm, args| quantify(vm, args, false), 1, 1),
    NativeDef::function("any", |vm, args| quantify(vm, args, true), 1, 1),
    NativeDef::function("max", |vm, args| extreme(vm, args, CompareOp::Gt), 0, MANY).any_keywords(),
    NativeDef::function("min", |vm, args| extreme(vm, args, CompareOp::Lt), 0, MANY).any_keywords(),
    NativeDef::function("sorted", sorted, 0, MANY).any_keywords(),
    NativeDef::function("sum", sum, 1, 2).with_params(&["", "start"]),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

/// Goes through the items until one has this truth value.
fn quantify(vm: &mut Vm, mut args: Args, until: bool) -> NativeResult {
    let iterable = args.take(0);
    vm.run_async(if until { "any" } else { "all" }, move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        if matches!(iterator, Value::Generator(_)) {
            let which = if until { Loop::Any } else { Loop::All };
            return cx.run_loop(which, [iterator]).await;
        }
        while let Some(item) = cx.next(&iterator).await? {
            if cx.truth(&item).await? == until {
                return Ok(Value::Bool(until));
            }
        }
        Ok(Value::Bool(!until))
    })
}

fn sorted(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (mut key, mut reverse) = (Value::None, Value::Bool(false));
    for (name, value) in args.take_keywords() {
        match name.as_str() {
            "key" => key = value,
            "reverse" => reverse = value,
            _ => {
                return Err(vm.type_error(format!(
                    "sort() got an unexpected keyword argument '{name}'"
                )));
            }
        }
    }
    if args.len() != 1 {
        return Err(vm.type_error(format!("sorted expected 1 argument, got {}", args.len())));
    }
    let iterable = args.take(0);
    vm.run_async("sorted", move |cx| async move {
        let items = cx.collect(&iterable).await?;
        let reverse = cx.with(|vm| vm.c_int_argument(&reverse))? != 0;
        Ok(Value::list(
            sorting::sorted(&cx, &items, &key, reverse).await?,
        ))
    })
}

fn extreme(vm: &mut Vm, mut args: Args, op: CompareOp) -> NativeResult {
    let name = if op == CompareOp::Gt { "max" } else { "min" };
    let (mut key, mut default) = (Value::None, None);
    for (keyword, value) in args.take_keywords() {
        match keyword.as_str() {
            "key" => key = value,
            "default" => default = Some(value),
            _ => {
                return Err(vm.type_error(format!(
                    "'{keyword}' is an invalid keyword argument for {name}()"
                )));
            }
        }
    }
    let source = match args.len() {
        0 => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        1 => args.take(0),
        _ if default.is_some() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => Value::tuple(args.values),
    };
    vm.run_async(name, move |cx| async move {
        let iterator = cx.iter(&source).await?;
        let mut best: Option<(Value, Value)> = None;
        while let Some(item) = cx.next(&iterator).await? {
            let rank = if key.is_none() {
                item.clone()
            } else {
                cx.call(&key, [item.clone()]).await?
            };
            let better = match &best {
                None => true,
                Some((_, leader)) => {
                    let started = cx.with(|vm| vm.compare(op, &rank, leader));
                    let answer = cx.finish(started).await?;
                    cx.truth(&answer).await?
                }
            };
            if better {
                best = Some((item, rank));
            }
            if Vm::is_python_function(&key)
                && let Some((item, rank)) = best.take()
            {
                let which = if op == CompareOp::Gt {
                    Loop::Max
                } else {
                    Loop::Min
                };
                return cx.run_loop(which, [iterator, key, item, rank]).await;
            }
        }
        match (best, default) {
            (Some((item, _)), _) => Ok(item),
            (None, Some(default)) => Ok(default),
            (None, None) => {
                Err(cx.with(|vm| vm.value_error(format!("{name}() arg is an empty sequence"))))
            }
        }
    })
}

/// A sum as far as it has come. Floats are added one after the other, as the
/// recorded outputs of CPython 3.11 show it; 3.12 began to compensate for rounding.
enum Total {
    Int(i64),
    Float(f64),
    Other(Value),
}

impl Total {
    fn of(value: Value) -> Total {
        match value {
            Value::Int(i) => Total::Int(i),
            Value::Float(f) => Total::Float(f),
            other => Total::Other(other),
        }
    }

    fn value(self) -> Value {
        match self {
            Total::Int(i) => Value::Int(i),
            Total::Float(f) => Value::Float(f),
            Total::Other(value) => value,
        }
    }

    async fn plus(self, cx: &Cx, item: Value) -> Result<Total, Raise> {
        let sum = match (&self, &item) {
            (Total::Int(a), Value::Int(b)) => a.checked_add(*b).map(Total::Int),
            (Total::Int(a), Value::Bool(b)) => a.checked_add(i64::from(*b)).map(Total::Int),
            (Total::Float(a), Value::Float(b)) => Some(Total::Float(a + b)),
            (Total::Float(a), Value::Int(b)) => Some(Total::Float(a + *b as f64)),
            (Total::Float(a), Value::Bool(b)) => Some(Total::Float(a + f64::from(u8::from(*b)))),
            _ => None,
        };
        match sum {
            Some(sum) => Ok(sum),
            None => Ok(Total::of(
                cx.binary(BinaryOp::Add, &self.value(), &item).await?,
            )),
        }
    }
}

fn sum(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterable = args.take(0);
    let start = args.optional(1).unwrap_or(Value::Int(0));
    let refused = match vm.unwrap_base(start.clone()) {
        Value::Str(_) => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Value::Bytes(_) => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Value::ByteArray(_) => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(message) = refused {
        return Err(vm.type_error(message));
    }
    vm.run_async("sum", move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        if matches!(iterator, Value::Generator(_)) {
            return cx.run_loop(Loop::Sum, [iterator, start]).await;
        }
        let mut total = Total::of(start);
        while let Some(item) = cx.next(&iterator).await? {
            total = total.plus(&cx, item).await?;
        }
        Ok(total.value())
    })
}
