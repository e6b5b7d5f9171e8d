//! `str` methods that take texts apart, and `join`, which puts them together.

use super::receiver;
use crate::object::{NativeDef, Raise, Str, StrRef, Value};
use crate::text::split;
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("split", split, 0, 2)
        .walks_all()
        .with_params(&["sep", "maxsplit"]),
    NativeDef::method("rsplit", rsplit, 0, 2)
        .walks_all()
        .with_params(&["sep", "maxsplit"]),
    NativeDef::method("splitlines", split_lines, 0, 1)
        .walks_all()
        .with_params(&["keepends"]),
    NativeDef::method("partition", |vm, args| partition(vm, args, false), 1, 1).walks_all(),
    NativeDef::method("rpartition", |vm, args| partition(vm, args, true), 1, 1).walks_all(),
    NativeDef::method("join", join, 1, 1)
        .walks_all()
        .shortcut(join_shortcut),
];

fn list(parts: Vec<&str>) -> Value {
    Value::list(parts.into_iter().map(Value::str).collect())
}

/// The parts of a text of ASCII have as many characters as bytes.
fn list_of_ascii(parts: Vec<&str>) -> Value {
    let part = |part: &str| Value::Str(Rc::new(Str::with_len(part, part.len())));
    Value::list(parts.into_iter().map(part).collect())
}

fn split(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], split) {
        return result;
    }
    take_apart(vm, args, false)
}

fn rsplit(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], rsplit) {
        return result;
    }
    take_apart(vm, args, true)
}

fn take_apart(vm: &mut Vm, mut args: Args, from_right: bool) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let separator = match args.optional(1) {
        None | Some(Value::None) => None,
        Some(value) => {
            Some(vm.text_argument(&value, |name| format!("must be str or None, not {name}"))?)
        }
    };
    let most = vm.count_argument(args.optional(2), -1)?;
    let is_ascii = text.is_ascii();
    let text = text.as_str();
    let cuts = match &separator {
        Some(separator) => split::occurrences(text, separator.as_str()),
        None => text.bytes().filter(u8::is_ascii_whitespace).count(),
    };
    vm.charge_parts(cuts, most)?;
    let parts = match (separator, from_right) {
        (None, false) => Ok(split::split_words(text, most)),
        (None, true) => Ok(split::rsplit_words(text, most)),
        (Some(separator), false) => split::split(text, separator.as_str(), most),
        (Some(separator), true) => split::rsplit(text, separator.as_str(), most),
    };
    match parts {
        Ok(parts) if is_ascii => Ok(list_of_ascii(parts)),
        Ok(parts) => Ok(list(parts)),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn split_lines(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], split_lines) {
        return result;
    }
    let text = receiver(vm, &mut args)?;
    let keep_ends = vm.count_argument(args.optional(1), 0)? != 0;
    let cuts = text.as_str().bytes().filter(u8::is_ascii_control).count();
    vm.charge_parts(cuts, -1)?;
    Ok(list(split::split_lines(text.as_str(), keep_ends)))
}

fn partition(vm: &mut Vm, mut args: Args, from_right: bool) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let separator = vm.text_argument(&args.take(1), |name| format!("must be str, not {name}"))?;
    let parts = if from_right {
        split::rpartition(text.as_str(), separator.as_str())
    } else {
        split::partition(text.as_str(), separator.as_str())
    };
    match parts {
        Ok((before, middle, after)) => Ok(Value::tuple([before, middle, after].map(Value::str))),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn join(vm: &mut Vm, mut args: Args) -> NativeResult {
    let separator = receiver(vm, &mut args)?;
    let items = args.take(1);
    match &items {
        Value::List(list) => return joined(vm, &separator, &list.items.borrow()),
        Value::Tuple(tuple) => return joined(vm, &separator, tuple.items()),
        _ => {}
    }
    vm.run_async("join", move |cx| async move {
        let iterator = match cx.iter(&items).await {
            Ok(iterator) => iterator,
            Err(raise) => {
                return Err(cx.with(|vm| {
                    if raise.class().is_subclass_of(&vm.types.type_error) {
                        vm.type_error("can only join an iterable")
                    } else {
                        raise
                    }
                }));
            }
        };
        let items = cx.collect(&iterator).await?;
        cx.with(|vm| joined(vm, &separator, &items))
    })
}

fn join_shortcut(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [Value::Str(separator), Value::List(list)] = &*args else {
        return None;
    };
    let charged = vm.charge_copies(args);
    Some(charged.and_then(|()| joined(vm, separator, &list.items.borrow())))
}

/// Does something with an item's text, if it is one.
fn with_text<R>(vm: &Vm, item: &Value, then: impl FnOnce(&Str) -> R) -> Option<R> {
    match item {
        Value::Str(text) => Some(then(text)),
        other => vm.text_of(other).map(|text| then(&text)),
    }
}

fn joined(vm: &Vm, separator: &StrRef, items: &[Value]) -> NativeResult {
    let mut bytes = 0usize;
    for (at, item) in items.iter().enumerate() {
        match with_text(vm, item, |text| text.as_str().len()) {
            Some(length) => bytes += length + separator.as_str().len(),
            None => return Err(not_a_text(vm, at, item)),
        }
    }
    if let [Value::Str(only)] = items {
        return Ok(Value::Str(Rc::clone(only)));
    }
    if bytes > 1 << 16 {
        vm.charge(bytes)?;
    }
    let (mut out, mut length) = (String::with_capacity(bytes), 0);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(separator.as_str());
            length += separator.len();
        }
        with_text(vm, item, |text| {
            out.push_str(text.as_str());
            length += text.len();
        });
    }
    Ok(Value::Str(Rc::new(Str::with_len(out, length))))
}

#[cold]
fn not_a_text(vm: &Vm, at: usize, item: &Value) -> Raise {
    let name = vm.type_name(item);
    vm.type_error(format!(
        "sequence item {at}: expected str instance, {name} found"
    ))
}
