//! The ready queue: what the loop does next.

use coroscope_python::collector::Contents;
use coroscope_python::object::{Instance, Raise, Tuple, Value};
use coroscope_trace::{EntityId, EventIndex};
use std::rc::Rc;

/// Something that is to be run in a turn of the loop. asyncio has a `Handle`
/// object for each; here only those have one that a program can see.
#[derive(Debug)]
pub(crate) enum Work {
    /// Resumes a task.
    Step(Rc<Instance>),
    /// Throws an exception into a task.
    Throw(Rc<Instance>, Raise),
    /// Resumes a task whose future is done.
    Wake {
        task: Rc<Instance>,
        future: Rc<Instance>,
    },
    /// A done callback.
    Done {
        callback: Value,
        future: Rc<Instance>,
        context: Rc<Instance>,
    },
    /// What `call_soon` was given, where the program did not keep the handle.
    Call {
        // In the order in which a handle lets go of them.
        args: Rc<Tuple>,
        callback: Value,
        context: Rc<Instance>,
    },
    /// Ends a sleep whose timer no program can see: the future that it waits for.
    EndSleep(Rc<Instance>),
    /// A handle made by `call_soon`, or a timer that is due.
    Handle(Rc<Instance>),
}

/// An entry of the ready queue.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) work: Work,
    /// The handle's entity.
    pub(crate) entity: EntityId,
    /// Its `HandleReady` or `TimerDue`.
    pub(crate) event: EventIndex,
}

impl Ready {
    /// What it holds.
    pub(crate) fn contents(&self, out: &mut Contents) {
        match &self.work {
            Work::Step(instance) | Work::EndSleep(instance) | Work::Handle(instance) => {
                out.add_instance(instance);
            }
            Work::Throw(task, raise) => {
                out.add_instance(task);
                out.add_instance(&raise.0);
            }
            Work::Wake { task, future } => {
                out.add_instance(task);
                out.add_instance(future);
            }
            Work::Done {
                callback,
                future,
                context,
            } => {
                out.add(callback);
                out.add_instance(future);
                out.add_instance(context);
            }
            Work::Call {
                callback,
                args,
                context,
            } => {
                out.add_all([callback, &Value::Tuple(Rc::clone(args))]);
                out.add_instance(context);
            }
        }
    }
}
