//! `str` methods that look at each character alone: cases and predicates.

use super::receiver;
use crate::object::{NativeDef, Value};
use crate::text::{case, methods};
use crate::vm::{Args, NativeResult, Vm};

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("upper", |vm, args| map(vm, args, case::upper), 0, 0).walks_all(),
    NativeDef::method("lower", |vm, args| map(vm, args, case::lower), 0, 0).walks_all(),
    NativeDef::method("casefold", |vm, args| map(vm, args, case::casefold), 0, 0).walks_all(),
    NativeDef::method(
        "capitalize",
        |vm, args| map(vm, args, case::capitalize),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("title", |vm, args| map(vm, args, case::title), 0, 0).walks_all(),
    NativeDef::method("swapcase", |vm, args| map(vm, args, case::swapcase), 0, 0).walks_all(),
    NativeDef::method("islower", |vm, args| ask(vm, args, case::is_lower), 0, 0).walks_all(),
    NativeDef::method("isupper", |vm, args| ask(vm, args, case::is_upper), 0, 0).walks_all(),
    NativeDef::method("istitle", |vm, args| ask(vm, args, case::is_titled), 0, 0).walks_all(),
    NativeDef::method("isalpha", |vm, args| ask(vm, args, methods::is_alpha), 0, 0).walks_all(),
    NativeDef::method("isalnum", |vm, args| ask(vm, args, methods::is_alnum), 0, 0).walks_all(),
    NativeDef::method(
        "isdecimal",
        |vm, args| ask(vm, args, methods::is_decimal),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("isdigit", |vm, args| ask(vm, args, methods::is_digit), 0, 0).walks_all(),
    NativeDef::method(
        "isnumeric",
        |vm, args| ask(vm, args, methods::is_numeric),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("isspace", |vm, args| ask(vm, args, methods::is_space), 0, 0).walks_all(),
    NativeDef::method(
        "isprintable",
        |vm, args| ask(vm, args, methods::is_printable),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method(
        "isidentifier",
        |vm, args| ask(vm, args, methods::is_identifier),
        0,
        0,
    )
    .walks_all(),
    NativeDef::method("isascii", |vm, args| ask(vm, args, str::is_ascii), 0, 0).walks_all(),
];

fn map(vm: &mut Vm, mut args: Args, change: fn(&str) -> String) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    Ok(Value::string(change(text.as_str())))
}

fn ask(vm: &mut Vm, mut args: Args, has: fn(&str) -> bool) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    Ok(Value::Bool(has(text.as_str())))
}
