//! Methods of `bytes` and `bytearray` that fill, translate and look at each
//! byte alone, as ASCII.

use super::receiver;
use crate::builtins::arguments::bytes_value;
use crate::object::{Binding, NativeDef, Raise, Value};
use crate::text::bytes_methods::{self as methods, Justify};
use crate::vm::{Args, NativeResult, Vm};

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method(
        "upper",
        |vm, args| map(vm, args, <[u8]>::to_ascii_uppercase),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "lower",
        |vm, args| map(vm, args, <[u8]>::to_ascii_lowercase),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "capitalize",
        |vm, args| map(vm, args, methods::capitalize),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("title", |vm, args| map(vm, args, methods::title), 0, 0).walks_all(),
    NativeDef::method(
        "swapcase",
        |vm, args| map(vm, args, methods::swapcase),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "isalpha",
        |vm, args| ask(vm, args, |b| methods::all(b, |c| c.is_ascii_alphabetic())),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "isalnum",
        |vm, args| ask(vm, args, |b| methods::all(b, |c| c.is_ascii_alphanumeric())),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "isdigit",
        |vm, args| ask(vm, args, |b| methods::all(b, |c| c.is_ascii_digit())),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "isspace",
        |vm, args| ask(vm, args, |b| methods::all(b, methods::is_space_byte)),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("isascii", |vm, args| ask(vm, args, <[u8]>::is_ascii), 0, 0).walks_all(),
    NativeDef::method("islower", |vm, args| ask(vm, args, methods::is_lower), 0, 0).walks_all(),
    NativeDef::method("isupper", |vm, args| ask(vm, args, methods::is_upper), 0, 0).walks_all(),
    NativeDef::method(
        "istitle",
        |vm, args| ask(vm, args, methods::is_titled),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("center", center, 1, 2).walks_all(),
    NativeDef::method("ljust", ljust, 1, 2).walks_all(),
    NativeDef::method("rjust", rjust, 1, 2).walks_all(),
    NativeDef::method("zfill", zero_fill, 1, 1).walks_all(),
    NativeDef::method("expandtabs", expand_tabs, 0, 1)
        .walks_all()
        .with_params(&["tabsize"]),
    NativeDef::method("translate", translate, 1, 2)
        .walks_all()
        .with_params(&["", "delete"]),
    NativeDef {
        binding: Binding::Static,
        ..NativeDef::function("maketrans", make_translation, 2, 2).walks_all()
    },
];

fn map(vm: &mut Vm, mut args: Args, change: fn(&[u8]) -> Vec<u8>) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    Ok(me.like(change(&me.bytes)))
}

fn ask(vm: &mut Vm, mut args: Args, has: fn(&[u8]) -> bool) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    Ok(Value::Bool(has(&me.bytes)))
}

fn fill_argument(vm: &Vm, value: Option<Value>, function: &str) -> Result<u8, Raise> {
    let Some(value) = value else {
        return Ok(b' ');
    };
    match vm.buffer_of(&value).as_deref() {
        Some([byte]) => Ok(*byte),
        _ => {
            let name = vm.type_name(&value);
            Err(vm.type_error(format!(
                "{function}() argument 2 must be a byte string of length 1, not {name}"
            )))
        }
    }
}

fn center(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], center) {
        return result;
    }
    justify(vm, args, "center", Justify::Center)
}

fn ljust(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], ljust) {
        return result;
    }
    justify(vm, args, "ljust", Justify::Left)
}

fn rjust(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], rjust) {
        return result;
    }
    justify(vm, args, "rjust", Justify::Right)
}

fn justify(vm: &mut Vm, mut args: Args, function: &str, side: Justify) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let width = vm.int_argument(&args.take(1))?;
    let fill = fill_argument(vm, args.optional(2), function)?;
    vm.charge(crate::number::size::clamped(width))?;
    me.result(vm, methods::justify(&me.bytes, width, fill, side))
}

fn zero_fill(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], zero_fill) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let width = vm.int_argument(&args.take(1))?;
    vm.charge(crate::number::size::clamped(width))?;
    me.result(vm, methods::zero_fill(&me.bytes, width))
}

fn expand_tabs(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], expand_tabs) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let size = vm.count_argument(args.optional(1), 8)?;
    let tabs = me.bytes.iter().filter(|byte| **byte == b'\t').count();
    vm.charge(tabs.saturating_mul(crate::number::size::clamped(size)))?;
    me.result(vm, methods::expand_tabs(&me.bytes, size))
}

fn translate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let table = match args.take(1) {
        Value::None => None,
        table => Some(vm.buffer_argument(&table)?),
    };
    let delete = match args.optional(2) {
        Some(delete) => Some(vm.buffer_argument(&delete)?),
        None => None,
    };
    me.result(
        vm,
        methods::translate(
            &me.bytes,
            table.as_deref(),
            delete.as_deref().unwrap_or_default(),
        ),
    )
}

fn make_translation(vm: &mut Vm, mut args: Args) -> NativeResult {
    let from = vm.buffer_argument(&args.take(0))?;
    let to = vm.buffer_argument(&args.take(1))?;
    match methods::make_translation(&from, &to) {
        Ok(table) => Ok(bytes_value(table)),
        Err(error) => Err(vm.text_error(error)),
    }
}
