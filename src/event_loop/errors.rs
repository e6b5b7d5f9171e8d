//! The exceptions of asyncio that are raised here, and the reports of what a
//! program has overlooked.

use crate::arguments::dict_of;
use crate::future::{Future, Status};
use crate::journal;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{NativeResult, Vm};
use coroscope_trace::flags;
use std::rc::Rc;

impl Shared {
    /// `CancelledError(message)`, without argument for None.
    pub(crate) fn cancelled(&self, vm: &Vm, message: &Value) -> Raise {
        let args = if message.is_none() || message.is_undefined() {
            Vec::new()
        } else {
            vec![message.clone()]
        };
        vm.exception(&self.cancelled_error, args)
    }

    /// `InvalidStateError(message)`
    pub(crate) fn invalid(&self, vm: &Vm, message: &str) -> Raise {
        vm.error(&self.invalid_state, message)
    }

    /// Whether an exception ends the whole program: it leaves the loop.
    pub(crate) fn is_fatal(&self, vm: &Vm, raise: &Raise) -> bool {
        vm.is_fatal()
            || vm.raises(raise, &vm.types.system_exit)
            || vm.raises(raise, &vm.types.keyboard_interrupt)
    }
}

/// At the end of a future or task: an exception that nobody has seen, or a task
/// that never came to its end, is reported to the loop's exception handler.
pub(crate) fn report_unseen(vm: &mut Vm, state: &Future, me: &Rc<Instance>) -> NativeResult {
    let Some(owner) = state.owner.get().cloned() else {
        return Ok(Value::None);
    };
    let (flag, message, what, exception) = match (state.exception_to_tell(), state.status.get()) {
        (Some(raise), _) => {
            state.unseen.set(false);
            let name = me.class().name();
            let message = format!("{name} exception was never retrieved");
            let flag = flags::NOTICE_NEVER_RETRIEVED;
            (flag, message, "future", Some(raise.value()))
        }
        (None, Status::Pending) => {
            if let Some(task) = state.task() {
                task.log_destroy_pending.set(false);
            }
            let message = "Task was destroyed but it is pending!".to_owned();
            (flags::NOTICE_DESTROYED_PENDING, message, "task", None)
        }
        _ => return Ok(Value::None),
    };
    journal::notice(vm, flag, state, &message);
    let mut pairs = vec![("message", Value::string(message))];
    pairs.extend(exception.map(|exception| ("exception", exception)));
    pairs.push((what, Value::Instance(Rc::clone(me))));
    let source = state.source(vm);
    if !source.is_none() {
        pairs.push(("source_traceback", source));
    }
    let context = dict_of(pairs);
    let owner = Value::Instance(owner);
    vm.run_async("call_exception_handler", move |cx| async move {
        cx.call_method(&owner, "call_exception_handler", [context])
            .await
    })
}
