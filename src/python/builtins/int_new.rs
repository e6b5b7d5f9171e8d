//! `int(…)`: from numbers, texts and objects that can tell their integer
//! (library reference, "Built-in Functions", `int`).

use super::int_type::{trunc_name, whole};
use super::numbers::{as_int, parsed_value};
use crate::number::int_text;
use crate::object::{Raise, Value};
use crate::text::TextResult;
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

/// `int.__new__(cls, x=0, base=10)`
pub(crate) fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], new) {
        return result;
    }
    let (class, source, base) = (args.take(0), args.optional(1), args.optional(2));
    let int = Rc::clone(&vm.types.int);
    vm.class_argument(&class, &int)?;
    let value = match (source, base) {
        (None, None) => Value::Int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(source), Some(base)) => with_base(vm, &source, &base)?,
        (Some(source), None) => match convert_now(vm, &source) {
            Some(value) => value?,
            None => {
                return vm.run_async("int", move |cx| async move {
                    let value = convert(&cx, &source).await?;
                    cx.with(|vm| vm.object_of(&class, &int, value))
                });
            }
        },
    };
    vm.object_of(&class, &int, value)
}

fn parsed(vm: &Vm, result: TextResult<int_text::Parsed>) -> NativeResult {
    result
        .map(parsed_value)
        .map_err(|error| vm.text_error(error))
}

fn with_base(vm: &mut Vm, source: &Value, base: &Value) -> NativeResult {
    let base = vm.int_argument(base)?;
    vm.work_on(std::slice::from_ref(source));
    if let Some(text) = vm.text_of(source) {
        return parsed(vm, int_text::parse(text.as_str(), base));
    }
    match vm.buffer_of(source) {
        Some(bytes) => parsed(vm, int_text::parse_bytes(&bytes, base)),
        None => Err(vm.type_error("int() can't convert non-string with explicit base")),
    }
}

/// The int of a builtin value; `None` if methods must be asked.
fn convert_now(vm: &Vm, source: &Value) -> Option<NativeResult> {
    vm.work_on(std::slice::from_ref(source));
    Some(match source {
        Value::Int(_) | Value::BigInt(_) => Ok(source.clone()),
        Value::Bool(b) => Ok(Value::Int(i64::from(*b))),
        Value::Float(float) => whole(vm, *float),
        Value::Str(text) => parsed(vm, int_text::parse(text.as_str(), 10)),
        Value::Bytes(_) | Value::ByteArray(_) => {
            parsed(vm, int_text::parse_bytes(&vm.buffer_of(source)?, 10))
        }
        Value::Instance(_) => return None,
        other => Err(not_a_number(vm, other)),
    })
}

#[cold]
fn not_a_number(vm: &Vm, value: &Value) -> Raise {
    let name = vm.type_name(value);
    vm.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
    ))
}

/// `__int__`, `__index__`, `__trunc__`, in this order; then texts.
async fn convert(cx: &Cx, source: &Value) -> NativeResult {
    let (int, index) = cx.with(|vm| (vm.names.int_.clone(), vm.names.index.clone()));
    if let Some(result) = cx.call_special(source, &int, []).await? {
        return cx.with(|vm| checked(vm, result, "__int__"));
    }
    if cx.with(|vm| vm.type_attr(source, &index).is_some()) {
        let started = cx.with(|vm| vm.index_of(source));
        return cx.finish(started).await;
    }
    if let Some(result) = cx.call_special(source, &trunc_name(), []).await? {
        if cx.with(|vm| as_int(&vm.unwrap_base(result.clone())).is_some()) {
            return cx.with(|vm| checked(vm, result, "__trunc__"));
        }
        return cx.with(|vm| {
            if vm.type_attr(&result, &index).is_none() {
                let name = vm.type_name(&result);
                let message = format!("__trunc__ returned non-Integral (type {name})");
                return Err(vm.type_error(message));
            }
            vm.index_of(&result)
        });
    }
    cx.with(|vm| {
        if let Some(text) = vm.text_of(source) {
            return parsed(vm, int_text::parse(text.as_str(), 10));
        }
        match vm.buffer_of(source) {
            Some(bytes) => parsed(vm, int_text::parse_bytes(&bytes, 10)),
            None => Err(not_a_number(vm, source)),
        }
    })
}

fn checked(vm: &Vm, result: Value, method: &str) -> NativeResult {
    match vm.unwrap_base(result) {
        Value::Bool(b) => Ok(Value::Int(i64::from(b))),
        value @ (Value::Int(_) | Value::BigInt(_)) => Ok(value),
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!("{method} returned non-int (type {name})")))
        }
    }
}
