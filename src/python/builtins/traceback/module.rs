//! `_traceback`: what the library's `traceback` module is made from.

use super::{objects, stack};
use crate::object::{DictObj, NativeDef, Raise, TracebackEntry, Value};
use crate::vm::{Args, NativeModule, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("format_exception", format_exception, 1, 3),
    NativeDef::function("format_exception_only", format_exception_only, 1, 1),
    NativeDef::function("entries", entries, 1, 1),
    NativeDef::function("running", running, 0, 0),
    NativeDef::function("source_lines", source_lines, 1, 1),
];

/// Fills traceback and frame classes and registers the module.
pub(crate) fn install(vm: &mut Vm) {
    objects::install(vm);
    vm.register_module(NativeModule {
        name: "_traceback",
        init,
    });
}

/// `source_lines(file)`: the lines of a text that was compiled under this
/// name or that a file of the library has, with their ends; an empty list for
/// others.
fn source_lines(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = args.take(0);
    let Some(name) = vm.text_of(&name) else {
        return Ok(Value::list(Vec::new()));
    };
    let text = match vm.sources.get(name.as_str()) {
        Some(text) => text,
        None => vm.options.library.source_of(name.as_str()).unwrap_or(""),
    };
    let lines = text.split_inclusive('\n');
    Ok(Value::list(
        lines
            .map(|line| match line.ends_with('\n') {
                true => Value::str(line),
                false => Value::string(format!("{line}\n")),
            })
            .collect(),
    ))
}

fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(dict, "_traceback", FUNCTIONS);
    Ok(())
}

fn exception(vm: &Vm, value: &Value) -> Result<Raise, Raise> {
    match value {
        Value::Instance(instance) if instance.exception().is_some() => {
            Ok(Raise(Rc::clone(instance)))
        }
        other => {
            let name = vm.type_name(other);
            Err(vm.type_error(format!("expected an exception, not '{name}'")))
        }
    }
}

/// `format_exception(exception, chain=True, limit=None)`: list of pieces of text.
fn format_exception(vm: &mut Vm, mut args: Args) -> NativeResult {
    let raise = exception(vm, &args.take(0))?;
    let chain = !matches!(args.take(1), Value::Bool(false));
    let limit = match args.take(2) {
        Value::Int(limit) => Some(limit),
        Value::Bool(limit) => Some(i64::from(limit)),
        _ => None,
    };
    vm.run_async("format_exception", move |cx| async move {
        let lines = super::lines(&cx, &raise, chain, limit).await;
        Ok(Value::list(lines.into_iter().map(Value::string).collect()))
    })
}

/// `format_exception_only(exception)`: list of lines.
fn format_exception_only(vm: &mut Vm, mut args: Args) -> NativeResult {
    let raise = exception(vm, &args.take(0))?;
    vm.run_async("format_exception_only", move |cx| async move {
        let lines = super::lines_without_stack(&cx, &raise).await;
        Ok(Value::list(lines.into_iter().map(Value::string).collect()))
    })
}

/// `(filename, lineno, name, line, end_lineno, colno, end_colno, carets)`
fn described(entry: &TracebackEntry) -> Value {
    let line = stack::single(entry);
    let at = stack::position(entry);
    let known = at.end_line != 0;
    let number = |n: u32| {
        if known {
            Value::Int(i64::from(n))
        } else {
            Value::None
        }
    };
    Value::tuple([
        Value::string(line.file),
        Value::Int(i64::from(line.line)),
        Value::string(line.name),
        Value::string(line.source),
        number(at.end_line),
        number(u32::from(at.column)),
        number(u32::from(at.end_column)),
        line.carets.map_or(Value::None, Value::string),
    ])
}

/// `entries(traceback)`: its lines, outermost first.
fn entries(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    if value.is_none() {
        return Ok(Value::list(Vec::new()));
    }
    match objects::entries_of(&value) {
        Some(entries) => Ok(Value::list(entries.iter().rev().map(described).collect())),
        None => Err(vm.type_error("expected a traceback")),
    }
}

/// `running()`: the calls in progress, outermost first, the caller last.
fn running(vm: &mut Vm, _: Args) -> NativeResult {
    vm.with_callers(|vm| {
        Ok(Value::list(
            objects::running(vm).iter().map(described).collect(),
        ))
    })
}
