//! Loops that are the program's own: a class of its own, or one of ours with
//! another `call_soon`. Futures and tasks of such a loop schedule as CPython's
//! do, by calling its `call_soon`; it runs what it was given in its own way.

use crate::callbacks::{Callback, Callbacks};
use crate::event_loop::EventLoop;
use crate::future::{self, Future};
use crate::journal;
use crate::task_methods;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_trace::{Cause, EntityKind, Kind, TextId};
use std::rc::Rc;

/// What is known of a loop that has no [`EventLoop`]: its tasks, and which of
/// them runs. Made at the first use.
pub(crate) fn state_of(vm: &mut Vm, owner: &Rc<Instance>) -> Rc<EventLoop> {
    let shared = Shared::of(vm);
    let mut all = shared.foreign_loops.borrow_mut();
    all.retain(|(known, _)| known.strong_count() > 0);
    let is_this = |known: &std::rc::Weak<Instance>| std::ptr::eq(known.as_ptr(), Rc::as_ptr(owner));
    if let Some((_, state)) = all.iter().find(|(known, _)| is_this(known)) {
        return Rc::clone(state);
    }
    let state = EventLoop::default();
    state.has_own_call_soon.set(true);
    let entity = vm
        .log
        .new_entity(EntityKind::Loop, TextId::EMPTY, vm.running_entity());
    state.entity.set(Some(entity));
    let place = vm.visitor_place();
    vm.log
        .emit(Kind::LoopCreated, entity, Cause::Current, place, 0, 0);
    let state = Rc::new(state);
    all.push((Rc::downgrade(owner), Rc::clone(&state)));
    state
}

/// Looks at the state of a loop of either kind.
pub(crate) fn with_state<R>(
    vm: &mut Vm,
    owner: &Rc<Instance>,
    look: impl FnOnce(&EventLoop) -> R,
) -> R {
    match owner.native::<EventLoop>() {
        Some(state) => look(state),
        None => look(&state_of(vm, owner)),
    }
}

/// What is to be called soon: a callable, its argument, and the context.
struct Call {
    callback: Value,
    argument: Option<Value>,
    context: Value,
}

/// Gives the callbacks of a done future to its loop, one after the other.
pub(crate) fn schedule_all(
    vm: &mut Vm,
    state: &Future,
    future: &Rc<Instance>,
    callbacks: Callbacks,
) -> NativeResult {
    let shared = Shared::of(vm);
    let calls = callbacks
        .into_iter()
        .map(|callback| {
            let (callback, context) = match callback {
                Callback::Wake(task) => {
                    journal::woken(vm, state, &task);
                    (task_methods::wakeup(&task), context_of(vm, &task))
                }
                Callback::Call(call) => (call.0, Value::Instance(shared.own_copy(&call.1))),
            };
            Call {
                callback,
                argument: Some(Value::Instance(Rc::clone(future))),
                context,
            }
        })
        .collect();
    call_soon(vm, state, calls)
}

/// Lets the loop take a task's next step, perhaps with an exception.
pub(crate) fn schedule_step(
    vm: &mut Vm,
    task: &Rc<Instance>,
    thrown: Option<Raise>,
) -> NativeResult {
    let Some(state) = future::state(task) else {
        return Ok(Value::None);
    };
    let call = Call {
        callback: task_methods::next_step(task),
        argument: thrown.map(|raise| raise.value()),
        context: context_of(vm, task),
    };
    call_soon(vm, state, vec![call])
}

fn context_of(vm: &Vm, task: &Rc<Instance>) -> Value {
    let task = future::state(task).and_then(Future::task);
    task.map_or(Value::None, |task| Shared::of(vm).context_shown(task))
}

fn call_soon(vm: &mut Vm, state: &Future, calls: Vec<Call>) -> NativeResult {
    let Some(owner) = state.owner.get().cloned().map(Value::Instance) else {
        return Ok(Value::None);
    };
    let shared = Shared::of(vm);
    vm.run_async("call_soon", move |cx| async move {
        for call in calls {
            let method = cx.get_attr(&owner, &shared.names.call_soon).await?;
            let mut values = vec![call.callback];
            values.extend(call.argument);
            values.push(call.context);
            let arguments = Args {
                values: values.into_iter().collect(),
                names: Some(vec![Rc::clone(&shared.names.context)].into()),
            };
            cx.call_args(&method, arguments).await?;
        }
        Ok(Value::None)
    })
}
