//! Nothing is ready, no timer is set, and the loop was not stopped: nothing
//! can ever run again. CPython would hang silently.

use crate::event_loop::EventLoop;
use crate::future::{self, as_future};
use crate::repr;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{Stop, Vm};
use coroscope_trace::EntityId;
use std::rc::Rc;

/// Tells the log and the program's stderr which tasks wait, and for what;
/// returns the exception that ends the run.
pub(crate) fn found(vm: &mut Vm, owner: &Rc<Instance>, event_loop: &EventLoop) -> Raise {
    let of = event_loop.entity.get().unwrap_or(EntityId::NONE);
    coroscope_trace::scene::graph::record_deadlock(&mut vm.log, of);
    let tasks = event_loop.unfinished();
    let mut lines = vec!["deadlock: nothing is ready and no timer is set".to_owned()];
    for task in &tasks {
        lines.push(format!("  {}", waiting(vm, task)));
    }
    if tasks.is_empty() {
        lines.push("  no task is left that could stop the loop".to_owned());
    }
    lines.push(String::new());
    vm.write_stderr(&lines.join("\n"));
    debug_assert!(owner.native::<EventLoop>().is_some());
    vm.stop_for(Stop::Deadlock)
}

/// `Task-2 (worker() at FILE:12) waits for Lock`
fn waiting(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = future::state(me) else {
        return String::new();
    };
    let Some(task) = state.task() else {
        return String::new();
    };
    let name = repr::task_name(vm, task);
    let place = repr::coroutine(vm, &task.coroutine.borrow().clone());
    let waits_for = task.waits_for.borrow().clone();
    let what = match as_future(&waits_for) {
        None if waits_for.is_none() => "its next turn".to_owned(),
        None => vm.short_repr(&waits_for),
        Some(awaited) => awaited_text(vm, awaited),
    };
    format!("{name} ({place}) waits for {what}")
}

fn awaited_text(vm: &mut Vm, awaited: &Rc<Instance>) -> String {
    let Some(state) = future::state(awaited) else {
        return String::new();
    };
    if let Some(task) = state.task() {
        return repr::task_name(vm, task);
    }
    let purpose = state.purpose.borrow().clone().map(Value::Instance);
    if let Some(purpose) = purpose {
        let name = vm.class_of(&purpose).name();
        return format!("{name} object at {:#x}", vm.fake_address(&purpose));
    }
    let class = awaited.class().name();
    match class.as_str() {
        "_GatheringFuture" => "gather".to_owned(),
        _ => format!("a {class} that nobody resolves"),
    }
}
