//! `sys.excepthook` and `sys.unraisablehook`: what is done about exceptions
//! that nothing catches.

use super::objects::traceback_value;
use super::{format_exception_async, lines};
use crate::object::{Instance, Payload, Raise, Value, intern};
use crate::vm::{Cx, Vm, settle};
use std::rc::Rc;

fn traceback_of(vm: &mut Vm, raise: &Raise) -> Value {
    let entries = raise
        .data()
        .map(|data| data.traceback.borrow().clone())
        .unwrap_or_default();
    traceback_value(vm, &entries)
}

/// Writes a report to what the program has as `sys.stderr`, if anything.
pub(crate) async fn write(cx: &Cx, text: &str) {
    match cx.with(|vm| vm.redirected("stderr")) {
        None => cx.with(|vm| vm.write_stderr(text)),
        Some(Value::None) => {}
        Some(file) => {
            // There is nobody left to tell of an error in it.
            let _ = cx.call_method(&file, "write", [Value::str(text)]).await;
        }
    }
}

/// Reports an exception that left the program.
pub(super) async fn report(cx: &Cx, raise: &Raise) {
    // What it left in the outermost frame ends before anybody is told of it.
    settle(cx).await;
    let mut before = String::new();
    if let Some(hook) = cx.with(|vm| vm.redirected("excepthook")) {
        let args = cx.with(|vm| {
            let traceback = traceback_of(vm, raise);
            [Value::Class(raise.class()), raise.value(), traceback]
        });
        match cx.call(&hook, args).await {
            Ok(_) => return,
            Err(error) => {
                let text = format_exception_async(cx, &error).await;
                before = format!("Error in sys.excepthook:\n{text}\nOriginal exception was:\n");
            }
        }
    }
    let text = format_exception_async(cx, raise).await;
    write(cx, &format!("{before}{text}")).await;
}

/// Reports an exception that nobody can catch: it came from a finalizer or
/// the like, named by `source`; `place` says where in the heading. What stops the
/// run is not reported, it goes on doing so.
pub(crate) async fn unraisable(cx: &Cx, raise: &Raise, source: &Value, place: &str) {
    if cx.with(|vm| vm.stays_stopped()) {
        return;
    }
    cx.with(|vm| vm.place_if_unknown(raise));
    let what = cx.with(|vm| match source {
        Value::Instance(_) => vm
            .type_attr(source, &vm.names.del)
            .unwrap_or_else(|| source.clone()),
        other => other.clone(),
    });
    if let Some(hook) = cx.with(|vm| vm.redirected("unraisablehook")) {
        let record = cx.with(|vm| {
            let record = Instance::new(Rc::clone(&vm.types.simple_namespace), Payload::None);
            let traceback = traceback_of(vm, raise);
            let message = match place {
                "" => Value::None,
                place => Value::string(format!("Exception ignored{place}")),
            };
            for (name, value) in [
                ("exc_type", Value::Class(raise.class())),
                ("exc_value", raise.value()),
                ("exc_traceback", traceback),
                ("err_msg", message),
                ("object", what.clone()),
            ] {
                drop(record.dict().set_name(&intern(name), value));
            }
            Value::Instance(record)
        });
        if cx.call(&hook, [record]).await.is_ok() {
            return;
        }
    }
    // What it came from is not told, unlike at a program's end.
    let text = lines(cx, raise, false, None).await.concat();
    let what = cx.with(|vm| vm.short_repr(&what));
    let place = if place.is_empty() { " in" } else { place };
    write(cx, &format!("Exception ignored{place}: {what}\n{text}")).await;
}
