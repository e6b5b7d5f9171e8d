//! Tasks: futures that run a coroutine.

use crate::event_loop::EventLoop;
use crate::foreign_loop;
use crate::future::{self, Future};
use crate::journal;
use crate::ready::{Ready, Work};
use crate::world_of_loop::Shared;
use coroscope_python::collector::Contents;
use coroscope_python::object::{Instance, Raise, TracebackEntry, Value};
use coroscope_python::vm::{NativeResult, Vm};
use coroscope_trace::{EntityId, EventIndex, Place};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What a task has besides what every future has.
#[derive(Debug)]
pub(crate) struct Task {
    /// The coroutine; `Undefined` once finished with.
    pub(crate) coroutine: RefCell<Value>,
    /// The name that it was given.
    given_name: RefCell<Option<Box<Value>>>,
    /// What it is called without one: `Task-N`.
    number: u64,
    /// In a recording, the program's line that made it.
    pub(crate) made_at: Option<TracebackEntry>,
    /// The context that its steps run in.
    pub(crate) context: RefCell<Rc<Instance>>,
    /// What it waits for; any kind of future.
    pub(crate) waits_for: RefCell<Value>,
    /// The next step throws CancelledError in.
    pub(crate) must_cancel: Cell<bool>,
    /// `cancelling()`
    pub(crate) cancels: Cell<u32>,
    /// `_log_destroy_pending`
    pub(crate) log_destroy_pending: Cell<bool>,
    /// The last `CancelRequested`.
    pub(crate) cancel_event: Cell<EventIndex>,
    /// Who has asked for it.
    pub(crate) cancelled_by: Cell<EntityId>,
    /// The last `CancelDelivered`, until it is clear what became of it.
    pub(crate) delivered: Cell<EventIndex>,
    /// Who has asked for that one.
    pub(crate) delivered_by: Cell<EntityId>,
    /// The line of the program that the delivered CancelledError reached last.
    pub(crate) caught_at: Cell<Place>,
}

impl Task {
    /// `get_name()`
    pub(crate) fn name(&self) -> Value {
        match &*self.given_name.borrow() {
            None => automatic_name(self.number),
            Some(given) => Value::clone(given),
        }
    }

    /// `set_name()`
    pub(crate) fn set_name(&self, name: Value) {
        let old = self.given_name.replace(Some(Box::new(name)));
        drop(old);
    }

    /// The context that its steps run in, to be changed or shown.
    pub(crate) fn own_context(&self, shared: &Shared) -> Rc<Instance> {
        let own = shared.own_copy(&self.context.borrow());
        drop(self.context.replace(Rc::clone(&own)));
        own
    }

    /// What it holds.
    pub(crate) fn contents(&self, out: &mut Contents) {
        for part in [&self.coroutine, &self.waits_for] {
            out.add_cell(part);
        }
        if let Ok(name) = self.given_name.try_borrow()
            && let Some(name) = name.as_deref()
        {
            out.add(name);
        }
        if let Ok(context) = self.context.try_borrow() {
            out.add_instance(&context);
        }
    }

    /// Moves what it holds out.
    pub(crate) fn clear(&self, out: &mut Vec<Value>) {
        let parts = [&self.coroutine, &self.waits_for];
        out.extend(
            parts
                .map(RefCell::take)
                .into_iter()
                .filter(|part| !part.is_plain()),
        );
        out.extend(self.given_name.take().map(|name| *name));
    }
}

fn automatic_name(number: u64) -> Value {
    Value::string(format!("Task-{number}"))
}

/// Makes a prepared future instance a task of `owner` and lets it start in the
/// next turn; `eager`: the caller takes its first step at once.
pub(crate) fn begin(
    vm: &mut Vm,
    shared: &Shared,
    task: &Rc<Instance>,
    owner: &Rc<Instance>,
    start: Start,
) -> NativeResult {
    let Some(state) = future::state(task) else {
        return Ok(Value::None);
    };
    state.belong_to(vm, owner);
    let Some(event_loop) = state.event_loop() else {
        return Ok(Value::None);
    };
    if start.name.is_none() {
        shared.tasks_made.set(shared.tasks_made.get() + 1);
    }
    let number = shared.tasks_made.get();
    let name = start.name;
    let (entity, created) = match &name {
        None if vm.log.is_recording() => {
            journal::task_created(vm, &automatic_name(number), &start.coroutine)
        }
        None => journal::task_created(vm, &Value::Undefined, &start.coroutine),
        Some(name) => journal::task_created(vm, name, &start.coroutine),
    };
    state.entity.set(entity);
    let fresh = state.task.set(Box::new(Task {
        coroutine: RefCell::new(start.coroutine),
        given_name: RefCell::new(name.map(Box::new)),
        number,
        made_at: vm.log.is_recording().then(|| vm.visitor_entry()).flatten(),
        context: RefCell::new(start.context),
        waits_for: RefCell::new(Value::None),
        must_cancel: Cell::new(false),
        cancels: Cell::new(0),
        log_destroy_pending: Cell::new(true),
        cancel_event: Cell::new(EventIndex::NONE),
        cancelled_by: Cell::new(EntityId::NONE),
        delivered: Cell::new(EventIndex::NONE),
        delivered_by: Cell::new(EntityId::NONE),
        caught_at: Cell::new(Place::NONE),
    }));
    if fresh.is_err() {
        return Err(vm.runtime_error("Task.__init__() was called twice"));
    }
    event_loop.register(task);
    if start.eager {
        return Ok(Value::None);
    }
    event_loop.check_open(vm)?;
    event_loop.check_thread(vm)?;
    schedule_step(vm, event_loop, state, task, None, created)
}

/// A task of one of our loops that has neither a task factory nor another
/// `call_soon`: none of the constructor's ways are needed.
pub(crate) fn plain(
    vm: &mut Vm,
    shared: &Shared,
    owner: &Rc<Instance>,
    coroutine: Value,
    name: Option<Value>,
) -> NativeResult {
    let task = future::blank_instance(&shared.task);
    let start = Start {
        coroutine,
        name,
        context: shared.context_for_later(),
        eager: false,
    };
    begin(vm, shared, &task, owner, start)?;
    Ok(Value::Instance(task))
}

/// How a task starts.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) coroutine: Value,
    pub(crate) name: Option<Value>,
    pub(crate) context: Rc<Instance>,
    pub(crate) eager: bool,
}

/// Lets a task go on in the next turn, perhaps with an exception, because of
/// the event `cause`.
#[inline]
pub(crate) fn schedule_step(
    vm: &mut Vm,
    event_loop: &EventLoop,
    state: &Future,
    task: &Rc<Instance>,
    thrown: Option<Raise>,
    cause: EventIndex,
) -> NativeResult {
    if event_loop.has_own_call_soon.get() {
        return foreign_loop::schedule_step(vm, task, thrown);
    }
    let (entity, event) = journal::step_ready(vm, state, cause);
    let work = match thrown {
        Some(raise) => Work::Throw(Rc::clone(task), raise),
        None => Work::Step(Rc::clone(task)),
    };
    event_loop.push_ready(Ready {
        work,
        entity,
        event,
    });
    Ok(Value::None)
}
