//! What waits in a loop, as handles: for reports, and for programs that look into
//! `_ready` and `_scheduled`. The queue and the timers have few such objects.

use crate::arguments::receiver;
use crate::event_loop::EventLoop;
use crate::future;
use crate::handle::{Call, Handle};
use crate::journal;
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
        other => of_work(&shared, &me, other, EntityId::NONE).map_or(Value::None, Value::Instance),
    };
    let mut ready = state.ready.borrow_mut();
    for ready in ready.iter_mut() {
        // Who has seen a handle may cancel it.
        if let Work::Call { .. } = &ready.work
            && let Some(handle) = of_work(&shared, &me, &ready.work, ready.entity)
        {
            ready.work = Work::Handle(handle);
        }
    }
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
        Due::Sleep(waiter, _) => {
            let entity = journal::own_timer_of(vm, waiter);
            let when = Some(timer.when);
            Value::Instance(of_sleep(&shared, &me, waiter, when, entity))
        }
    });
    Ok(Value::list(handles.collect()))
}

fn instance(object: &Rc<Instance>) -> Value {
    Value::Instance(Rc::clone(object))
}

/// The handle of what is in the queue, made if it has none; steps of tasks are
/// shown as their tasks.
pub(crate) fn of_work(
    shared: &Rc<Shared>,
    owner: &Rc<Instance>,
    work: &Work,
    entity: EntityId,
) -> Option<Rc<Instance>> {
    let (callback, args, context) = match work {
        Work::Handle(handle) => return Some(Rc::clone(handle)),
        Work::Done {
            callback,
            future,
            context,
        } => (callback, Value::tuple([instance(future)]), context),
        Work::Call {
            args,
            callback,
            context,
        } => (callback, Value::Tuple(Rc::clone(args)), context),
        Work::EndSleep(waiter) => return Some(of_sleep(shared, owner, waiter, None, entity)),
        Work::Step(_) | Work::Throw(..) | Work::Wake { .. } => return None,
    };
    let call = Call::Of(callback.clone(), args);
    let handle = Handle::serving(owner, call, shared.own_copy(context), entity);
    Some(handle.into_instance(shared))
}

/// What stands for the end of a sleep, or for its timer if there is a time.
fn of_sleep(
    shared: &Rc<Shared>,
    owner: &Rc<Instance>,
    waiter: &Rc<Instance>,
    when: Option<f64>,
    entity: EntityId,
) -> Rc<Instance> {
    let result = future::state(waiter).map(|state| state.result.borrow().clone());
    let call = Call::EndsSleep(Rc::clone(waiter), result.unwrap_or_default());
    let handle = Handle {
        when: Cell::new(when),
        ..Handle::serving(owner, call, shared.copy_context(), entity)
    };
    handle.into_instance(shared)
}
