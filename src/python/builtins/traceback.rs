//! Tracebacks as text and as objects (Python library reference, "traceback").
//!
//! A report is made in three steps: its outline (which exceptions it shows,
//! and how they hang together), their words (which may run Python code:
//! `__str__`), and the rendering.

mod carets;
mod hooks;
mod module;
pub(crate) mod objects;
mod outline;
mod render;
mod stack;
mod suggest;
mod words;

use crate::object::{Raise, TracebackEntry, Value, intern};
use crate::vm::{Cx, Vm};
use outline::Outline;
use words::Words;

pub(crate) use hooks::{unraisable, write};
pub(crate) use module::install;

/// What the interpreter prints for an exception that nothing catches. Runs no
/// Python code: an exception whose `__str__` is written in Python is shown
/// with its `args`.
pub fn format_exception(vm: &mut Vm, raise: &Raise) -> String {
    let outline = Outline::new(vm, &raise.0, true);
    let words: Vec<Words> = outline
        .exceptions
        .iter()
        .map(|exception| words::without_python(vm, exception))
        .collect();
    render::report(&outline, &words).concat()
}

/// The same with each exception's own `__str__`. An error in one of them
/// shows in the text, as in CPython. `sys.tracebacklimit` is looked at.
pub async fn format_exception_async(cx: &Cx, raise: &Raise) -> String {
    let limit = cx.with(|vm| match vm.modules.get_name(&intern("sys")) {
        Some(Value::Module(sys)) => match sys.dict.get_name(&intern("tracebacklimit")) {
            Some(Value::Int(limit)) => Some(-limit.max(0)),
            _ => None,
        },
        _ => None,
    });
    lines(cx, raise, true, limit).await.concat()
}

/// A call as `traceback.format_list` takes it: file, line, name and text.
pub(crate) fn told(entry: &TracebackEntry) -> Value {
    let line = stack::single(entry);
    Value::tuple([
        Value::string(line.file),
        Value::Int(i64::from(line.line)),
        Value::string(line.name),
        Value::string(line.source),
    ])
}

/// A call as a traceback shows it.
pub(crate) fn call_text(entry: &TracebackEntry) -> String {
    let mut line = stack::single(entry);
    line.carets = None;
    line.to_string()
}

/// Makes the machine write the report of an exception that nothing caught to
/// standard error: its next run does that, and nothing else. To be asked when
/// the stack is empty.
pub fn start_report(vm: &mut Vm, raise: &Raise) {
    let raise = raise.clone();
    let started = vm.run_async("report", move |cx| async move {
        hooks::report(&cx, &raise).await;
        Ok(Value::None)
    });
    if matches!(started, Ok(Value::Undefined)) {
        vm.stack.append(&mut vm.pending);
    }
}

/// The pieces of the report, each ending in a newline. Without `chain`, causes
/// and contexts are left out. Of each stack, the `limit` outermost calls are
/// shown, or the `-limit` innermost ones.
async fn lines(cx: &Cx, raise: &Raise, chain: bool, limit: Option<i64>) -> Vec<String> {
    let outline = cx.with(|vm| Outline::new(vm, &raise.0, chain));
    let mut words = Vec::new();
    for exception in &outline.exceptions {
        words.push(words::with_python(cx, exception, limit).await);
    }
    render::report(&outline, &words)
}

/// Only what stands below the stack: class, message, notes.
async fn lines_without_stack(cx: &Cx, raise: &Raise) -> Vec<String> {
    render::title(&words::with_python(cx, &raise.0, None).await)
}
