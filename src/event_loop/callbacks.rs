//! Done callbacks of futures.

use crate::contexts::Context;
use crate::foreign_loop;
use crate::future::state;
use crate::journal;
use crate::ready::{Ready, Work};
use crate::world_of_loop::Shared;
use coroscope_python::collector::Contents;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{NativeResult, Vm};
use smallvec::SmallVec;
use std::rc::Rc;

/// Who is told when a future is done.
#[derive(Debug)]
pub(crate) enum Callback {
    /// A task that waits for it.
    Wake(Rc<Instance>),
    /// A callable, and the context in which it is called. Apart, because a
    /// million futures may each have room for one that only wakes a task.
    Call(Box<(Value, Rc<Instance>)>),
}

impl Callback {
    /// Puts it into the ready queue of the future's loop.
    pub(crate) fn schedule(self, vm: &mut Vm, future: &Rc<Instance>) -> Result<(), Raise> {
        let Some(state) = state(future) else {
            return Ok(());
        };
        let Some(event_loop) = state.event_loop() else {
            return Ok(());
        };
        event_loop.check_open(vm)?;
        event_loop.check_thread(vm)?;
        let ready = match self {
            Callback::Wake(task) => {
                let (entity, event) = journal::wake_ready(vm, state, &task);
                Ready {
                    work: Work::Wake {
                        task,
                        future: Rc::clone(future),
                    },
                    entity,
                    event,
                }
            }
            Callback::Call(call) => {
                let (callback, context) = *call;
                let (entity, event) = journal::done_ready(vm, state, &callback);
                Ready {
                    work: Work::Done {
                        callback,
                        future: Rc::clone(future),
                        context,
                    },
                    entity,
                    event,
                }
            }
        };
        event_loop.push_ready(ready);
        Ok(())
    }

    /// What it holds.
    pub(crate) fn contents(&self, out: &mut Contents) {
        match self {
            Callback::Wake(task) => out.add_instance(task),
            Callback::Call(call) => {
                out.add(&call.0);
                out.add_instance(&call.1);
            }
        }
    }

    /// Moves what it holds out.
    pub(crate) fn release(self, out: &mut Vec<Value>) {
        match self {
            Callback::Wake(task) => out.push(Value::Instance(task)),
            Callback::Call(call) => out.push(call.0),
        }
    }
}

/// The callbacks of a future: nearly always one, which takes no block of memory
/// of its own.
pub(crate) type Callbacks = SmallVec<[Callback; 1]>;

/// `add_done_callback`: a done future calls it soon.
pub(crate) fn add(vm: &mut Vm, future: &Rc<Instance>, callback: Callback) -> NativeResult {
    let Some(state) = state(future) else {
        return Ok(Value::None);
    };
    journal::callback_added(vm, state, &callback);
    if !state.is_done() {
        state.callbacks.borrow_mut().push(callback);
        return Ok(Value::None);
    }
    if state.calls_soon_elsewhere() {
        return foreign_loop::schedule_all(vm, state, future, [callback].into());
    }
    callback.schedule(vm, future).map(|()| Value::None)
}

/// A context that is entered for a callback; the one before comes back with
/// [`leave`].
pub(crate) fn enter(shared: &Shared, context: &Rc<Instance>) -> Rc<Instance> {
    if let Some(state) = context.native::<Context>() {
        state.entered.set(true);
    }
    shared.swap_context(Rc::clone(context))
}

/// Takes a context back. Returns the one that was left.
pub(crate) fn leave(shared: &Shared, before: Rc<Instance>) -> Rc<Instance> {
    let left = shared.swap_context(before);
    if let Some(state) = left.native::<Context>() {
        state.entered.set(false);
    }
    left
}
