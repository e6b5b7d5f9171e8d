//! The module `_asyncio`.

use crate::arguments::given;
use crate::event_loop::EventLoop;
use crate::foreign_loop;
use crate::future::{self, as_future};
use crate::future_methods::any_loop;
use crate::world_of_loop::Shared;
use crate::{
    awaited_by, future_iterator, future_methods, handle, in_rust, loop_methods, next_turn,
    own_turns, task_methods, waiting_handles,
};
use coroscope_python::object::{DictObj, Instance, NativeDef, Raise, Value, intern};
use coroscope_python::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// What a sleep's timer calls; the log knows a sleep by it.
pub(crate) const SET_RESULT_UNLESS_CANCELLED: &str = "_set_result_unless_cancelled";

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("get_running_loop", get_running_loop, 0, 0),
    NativeDef::function("_get_running_loop", current_loop, 0, 0),
    NativeDef::function("_set_running_loop", set_running_loop, 1, 1),
    NativeDef::function("current_task", current_task, 0, 1).with_params(&["loop"]),
    NativeDef::function("all_tasks", all_tasks, 0, 1).with_params(&["loop"]),
    NativeDef::function("_unfinished_tasks", unfinished_tasks, 1, 1),
    NativeDef::function("_known_tasks", known_tasks, 1, 1),
    NativeDef::function("_enter_task", enter_task, 2, 2),
    NativeDef::function("_leave_task", leave_task, 2, 2),
    NativeDef::function("future_add_to_awaited_by", awaited_by::add, 2, 2)
        .shortcut(awaited_by::add_shortcut),
    NativeDef::function("_all_awaited_by", awaited_by::add_all, 2, 2),
    NativeDef::function("future_discard_from_awaited_by", awaited_by::discard, 2, 2),
    NativeDef::function(
        SET_RESULT_UNLESS_CANCELLED,
        set_result_unless_cancelled,
        2,
        2,
    ),
    NativeDef::function("_refusal_is_expected", refusal_is_expected, 1, 1),
    NativeDef::function("in_rust", in_rust::in_rust, 1, 1),
];

/// Fills the namespace.
pub(crate) fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    let shared = Shared::of(vm);
    vm.add_methods(&shared.future, future_methods::METHODS);
    vm.add_getsets(&shared.future, future_methods::ATTRIBUTES);
    vm.add_methods(&shared.task, task_methods::METHODS);
    vm.add_getsets(&shared.task, task_methods::ATTRIBUTES);
    vm.add_methods(&shared.handle, handle::METHODS);
    vm.add_getsets(&shared.handle, handle::ATTRIBUTES);
    vm.add_methods(&shared.timer_handle, handle::TIMER_METHODS);
    vm.add_methods(&shared.event_loop, loop_methods::METHODS);
    vm.add_methods(&shared.event_loop, own_turns::METHODS);
    vm.add_methods(&shared.event_loop, waiting_handles::METHODS);
    vm.add_methods(&shared.future_iterator, future_iterator::METHODS);
    vm.add_methods(&shared.next_turn, next_turn::METHODS);
    vm.add_functions(dict, "_asyncio", FUNCTIONS);
    for (name, class) in [
        ("Future", &shared.future),
        ("Task", &shared.task),
        ("Handle", &shared.handle),
        ("TimerHandle", &shared.timer_handle),
        ("EventLoop", &shared.event_loop),
        ("CancelledError", &shared.cancelled_error),
        ("InvalidStateError", &shared.invalid_state),
    ] {
        drop(dict.set_name(&intern(name), Value::Class(Rc::clone(class))));
    }
    if let Some(function) = dict.get_name(&intern(SET_RESULT_UNLESS_CANCELLED)) {
        let _ = shared.set_result.set(function);
    }
    drop(dict.set_name(&intern("_next_turn"), next_turn::instance(&shared)));
    Ok(())
}

fn get_running_loop(vm: &mut Vm, _: Args) -> NativeResult {
    match Shared::of(vm).running_value() {
        Value::None => Err(vm.runtime_error("no running event loop")),
        running => Ok(running),
    }
}

fn current_loop(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Shared::of(vm).running_value())
}

fn set_running_loop(vm: &mut Vm, mut args: Args) -> NativeResult {
    let new = match given(args.take(0)) {
        Some(Value::Instance(instance)) => Some(instance),
        Some(other) => Some(any_loop(vm, &other)?),
        None => None,
    };
    let old = Shared::of(vm).running.replace(new);
    drop(old);
    Ok(Value::None)
}

/// The loop that an argument gives, or else the running one.
fn loop_argument(vm: &mut Vm, value: Value) -> Result<Rc<Instance>, Raise> {
    if let Some(value) = given(value) {
        return any_loop(vm, &value);
    }
    let running = Shared::of(vm).running.borrow().clone();
    running.ok_or_else(|| vm.runtime_error("no running event loop"))
}

fn current_task(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    let task = foreign_loop::with_state(vm, &owner, |state| state.current_task.borrow().clone());
    Ok(task.map_or(Value::None, Value::Instance))
}

fn tasks_of(vm: &mut Vm, owner: &Rc<Instance>) -> Vec<Value> {
    let tasks = foreign_loop::with_state(vm, owner, EventLoop::unfinished);
    tasks.into_iter().map(Value::Instance).collect()
}

fn all_tasks(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    let set = Value::Class(Rc::clone(&vm.types.set));
    let tasks = Value::list(tasks_of(vm, &owner));
    vm.call_values(&set, [tasks])
}

fn unfinished_tasks(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    Ok(Value::list(tasks_of(vm, &owner)))
}

/// Also those that are done, as long as the program has them.
fn known_tasks(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    let tasks = foreign_loop::with_state(vm, &owner, EventLoop::known);
    Ok(Value::list(
        tasks.into_iter().map(Value::Instance).collect(),
    ))
}

fn enter_task(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    let task = args.take(1);
    let current = foreign_loop::with_state(vm, &owner, |state| state.current_task.borrow().clone());
    if let Some(current) = current {
        let (new, old) = (
            vm.short_repr(&task),
            vm.short_repr(&Value::Instance(current)),
        );
        return Err(vm.runtime_error(format!(
            "Cannot enter into task {new} while another task {old} is being executed."
        )));
    }
    let entered = as_future(&task).cloned();
    foreign_loop::with_state(vm, &owner, |state| state.current_task.replace(entered));
    Ok(Value::None)
}

fn leave_task(vm: &mut Vm, mut args: Args) -> NativeResult {
    let owner = loop_argument(vm, args.take(0))?;
    let task = args.take(1);
    let current = foreign_loop::with_state(vm, &owner, |state| state.current_task.borrow().clone());
    let current = current.map_or(Value::None, Value::Instance);
    if !current.is(&task) {
        let (new, old) = (vm.short_repr(&task), vm.short_repr(&current));
        return Err(vm.runtime_error(format!(
            "Leaving task {new} does not match the current task {old}."
        )));
    }
    let left = foreign_loop::with_state(vm, &owner, |state| state.current_task.replace(None));
    drop(left);
    Ok(Value::None)
}

/// Gives a future its result, unless it was cancelled meanwhile.
pub(crate) fn end_sleep(
    vm: &mut Vm,
    shared: &Shared,
    me: &Rc<Instance>,
    value: Value,
) -> NativeResult {
    match future::state(me).map(|state| state.status.get()) {
        Some(future::Status::Cancelled) => Ok(Value::None),
        Some(future::Status::Finished) => Err(shared.invalid(vm, "invalid state")),
        _ => future::resolve(vm, me, value),
    }
}

/// The same with the result that the future has got when the sleep began.
pub(crate) fn end_sleep_now(vm: &mut Vm, shared: &Shared, me: &Rc<Instance>) -> NativeResult {
    let result = match future::state(me) {
        Some(state) if !state.is_done() => state.result.take(),
        _ => Value::None,
    };
    end_sleep(vm, shared, me, result)
}

fn set_result_unless_cancelled(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (target, value) = (args.take(0), args.take(1));
    let shared = Shared::of(vm);
    match as_future(&target) {
        Some(me) => end_sleep(vm, &shared, me, value),
        None => vm.run_async(SET_RESULT_UNLESS_CANCELLED, move |cx| async move {
            let cancelled = cx.call_method(&target, "cancelled", []).await?;
            if !cx.truth(&cancelled).await? {
                cx.call_method(&target, "set_result", [value]).await?;
            }
            Ok(Value::None)
        }),
    }
}

/// Whether a frame of the program would handle an exception of this class if
/// it were raised now.
fn refusal_is_expected(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    Ok(Value::Bool(vm.would_be_handled(&class)))
}
