//! What waits in a loop, as handles: for programs that look into `_ready` and
//! `_scheduled`. The queue and the timers themselves have no such objects.

use crate::arguments::receiver;
use crate::event_loop::EventLoop;
use crate::future;
use crate::handle::{Call, Handle};
use crate::ready::Work;
use crate::timers::Due;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, NativeDef, Value};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_trace::EntityId;
use std::cell::Cell;
use std::rc::Rc;

/// Methods that the Python part needs.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("_ready_shown", ready_shown, 0, 0),
    NativeDef::method("_scheduled_shown", scheduled_shown, 0, 0),
];

/// A list of handles; for the step of a task, a tuple of the task and, if one
/// wakes it, the future.
fn ready_shown(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let shared = Shared::of(vm);
    let Some(state) = me.native::<EventLoop>() else {
        return Ok(Value::list(Vec::new()));
    };
    let shown = |work: &Work| match work {
        Work::Step(task) | Work::Throw(task, _) => Value::tuple([instance(task)]),
        Work::Wake { task, future } => Value::tuple([instance(task), instance(future)]),
        Work::Done {
            callback,
            future,
            context,
        } => {
            let call = Call::Of(callback.clone(), Value::tuple([instance(future)]));
            let context = shared.own_copy(context);
            let handle = Handle::serving(&me, call, context, EntityId::NONE);
            Value::Instance(handle.into_instance(&shared))
        }
        Work::EndSleep(waiter) => Value::Instance(end_of_sleep(&shared, &me, waiter, None)),
        Work::Handle(handle) => instance(handle),
    };
    let ready = state.ready.borrow();
    Ok(Value::list(
        ready.iter().map(|ready| shown(&ready.work)).collect(),
    ))
}

/// A list of the timers' handles, the earliest first.
fn scheduled_shown(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let shared = Shared::of(vm);
    let Some(state) = me.native::<EventLoop>() else {
        return Ok(Value::list(Vec::new()));
    };
    let timers = state.timers.borrow();
    let handles = timers.sorted().map(|timer| match &timer.due {
        Due::Handle(handle) => instance(handle),
        Due::Sleep(waiter) => Value::Instance(end_of_sleep(&shared, &me, waiter, Some(timer.when))),
    });
    Ok(Value::list(handles.collect()))
}

fn instance(object: &Rc<Instance>) -> Value {
    Value::Instance(Rc::clone(object))
}

/// What stands for the timer of a sleep.
fn end_of_sleep(
    shared: &Shared,
    owner: &Rc<Instance>,
    waiter: &Rc<Instance>,
    when: Option<f64>,
) -> Rc<Instance> {
    let result = future::state(waiter).map(|state| state.result.borrow().clone());
    let call = Call::EndsSleep(Rc::clone(waiter), result.unwrap_or_default());
    let context = shared.copy_context();
    let handle = Handle {
        when: Cell::new(when),
        ..Handle::serving(owner, call, context, EntityId::NONE)
    };
    handle.into_instance(shared)
}
