//! Cancellation of tasks and futures, along what they wait for.

use crate::future::{self, Status, as_future, state};
use crate::journal;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{NativeResult, Vm};
use coroscope_trace::EventIndex;
use std::rc::Rc;

/// `cancel(msg)` of a future or task. A task that waits for a task hands the
/// request on, so this walks down to what is really waited for.
pub(crate) fn cancel(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    target: &Rc<Instance>,
    message: &Value,
) -> NativeResult {
    // Each request is a consequence of the one before, and what follows is one
    // of the last.
    let before = (vm.log.current(), shared.cancelling.get());
    let result = hand_on(vm, shared, Rc::clone(target), message);
    vm.log.set_current(before.0);
    shared.cancelling.set(before.1);
    result
}

fn hand_on(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    mut target: Rc<Instance>,
    message: &Value,
) -> NativeResult {
    let mut is_first = true;
    loop {
        let Some(state) = state(&target) else {
            return Ok(Value::Bool(false));
        };
        // A done task or future cannot be cancelled. Its waiter is: it gets
        // the error in its next step.
        let late = state.is_done();
        let requested = if is_first || !late {
            journal::cancel_requested(vm, state, message, late)
        } else {
            EventIndex::NONE
        };
        if late {
            return Ok(Value::Bool(false));
        }
        if requested.is_some() {
            vm.log.set_current(requested);
            shared.cancelling.set(requested);
        }
        let Some(task) = state.task() else {
            if !state.calls_soon_elsewhere() {
                future::end_cancelled(vm, &target, message.clone())?;
                return Ok(Value::Bool(true));
            }
            let (target, message) = (Rc::clone(&target), message.clone());
            return vm.run_async("cancel", move |cx| async move {
                let ended = cx.with(|vm| future::end_cancelled(vm, &target, message));
                cx.finish(ended).await?;
                Ok(Value::Bool(true))
            });
        };
        is_first = false;
        task.cancels.set(task.cancels.get().saturating_add(1));
        let waits_for = task.waits_for.borrow().clone();
        let next = match as_future(&waits_for) {
            Some(next) if !is_overridden(vm, shared, next) => {
                let done = state_is_done(next);
                (!done).then(|| Rc::clone(next))
            }
            _ if waits_for.is_none() || waits_for.is_undefined() => None,
            _ => return cancel_foreign(vm, target, waits_for, message.clone()),
        };
        let Some(next) = next else {
            task.must_cancel.set(true);
            state.set_cancel_message(message.clone());
            return Ok(Value::Bool(true));
        };
        target = next;
    }
}

fn state_is_done(future: &Rc<Instance>) -> bool {
    state(future).is_none_or(|state| state.status.get() != Status::Pending)
}

/// Whether a class derived from Future or Task has its own `cancel`.
fn is_overridden(vm: &Vm, shared: &Shared, future: &Rc<Instance>) -> bool {
    let class = future.class();
    if Rc::ptr_eq(&class, &shared.future) || Rc::ptr_eq(&class, &shared.task) {
        return false;
    }
    !matches!(
        vm.class_attr(&class, &shared.names.cancel),
        Some(Value::Native(_))
    )
}

/// Cancels what a task waits for by its own method.
fn cancel_foreign(
    vm: &mut Vm,
    target: Rc<Instance>,
    waits_for: Value,
    message: Value,
) -> NativeResult {
    vm.run_async("Task.cancel", move |cx| async move {
        let args = if message.is_none() || message.is_undefined() {
            Vec::new()
        } else {
            vec![message.clone()]
        };
        let reached = cx.call_method(&waits_for, "cancel", args).await?;
        if !cx.truth(&reached).await?
            && let Some(state) = state(&target)
            && let Some(task) = state.task()
        {
            task.must_cancel.set(true);
            state.set_cancel_message(message);
        }
        Ok(Value::Bool(true))
    })
}
