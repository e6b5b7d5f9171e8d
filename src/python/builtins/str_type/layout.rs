//! `str` methods that fill up to a width.

use super::receiver;
use crate::object::{NativeDef, Raise, Value};
use crate::text::{TextResult, methods};
use crate::vm::{Args, NativeResult, Vm};

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("center", center, 1, 2).walks_all(),
    NativeDef::method("ljust", left, 1, 2).walks_all(),
    NativeDef::method("rjust", right, 1, 2).walks_all(),
    NativeDef::method("zfill", zero_fill, 1, 1).walks_all(),
    NativeDef::method("expandtabs", expand_tabs, 0, 1)
        .walks_all()
        .with_params(&["tabsize"]),
];

fn text(vm: &Vm, result: TextResult<String>) -> NativeResult {
    result
        .map(Value::string)
        .map_err(|error| vm.text_error(error))
}

fn fill_argument(vm: &Vm, value: Option<Value>) -> Result<char, Raise> {
    let Some(value) = value else {
        return Ok(' ');
    };
    let fill = vm.text_argument(&value, |name| {
        format!("The fill character must be a unicode character, not {name}")
    })?;
    match (fill.len(), fill.char_at(0)) {
        (1, Some(c)) => Ok(c),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

fn justify(
    vm: &mut Vm,
    mut args: Args,
    how: fn(&str, i64, char) -> TextResult<String>,
) -> NativeResult {
    let original = receiver(vm, &mut args)?;
    let width = vm.int_argument(&args.take(1))?;
    let fill = fill_argument(vm, args.optional(2))?;
    if crate::number::size::clamped(width) <= original.len() {
        return Ok(Value::Str(original));
    }
    vm.charge(crate::number::size::clamped(width).saturating_mul(fill.len_utf8()))?;
    text(vm, how(original.as_str(), width, fill))
}

fn center(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], center) {
        return result;
    }
    justify(vm, args, methods::center)
}

fn left(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], left) {
        return result;
    }
    justify(vm, args, methods::left_justify)
}

fn right(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], right) {
        return result;
    }
    justify(vm, args, methods::right_justify)
}

fn zero_fill(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], zero_fill) {
        return result;
    }
    let original = receiver(vm, &mut args)?;
    let width = vm.int_argument(&args.take(1))?;
    vm.charge(crate::number::size::clamped(width))?;
    text(vm, methods::zero_fill(original.as_str(), width))
}

fn expand_tabs(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], expand_tabs) {
        return result;
    }
    let original = receiver(vm, &mut args)?;
    let size = vm.count_argument(args.optional(1), 8)?;
    let tabs = original.as_str().matches('\t').count();
    vm.charge(tabs.saturating_mul(crate::number::size::clamped(size)))?;
    text(vm, methods::expand_tabs(original.as_str(), size))
}
