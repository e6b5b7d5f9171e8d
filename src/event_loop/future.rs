//! Futures: a result to come, and who waits for it.

use crate::arguments::instance_of;
use crate::callbacks::Callbacks;
use crate::errors;
use crate::event_loop::EventLoop;
use crate::foreign_loop;
use crate::journal;
use crate::task::Task;
use crate::world_of_loop::Shared;
use coroscope_python::collector::Contents;
use coroscope_python::object::{Class, Instance, Native, Payload, Raise, TracebackEntry, Value};
use coroscope_python::vm::{NativeResult, Resumed, Vm};
use coroscope_trace::{EntityId, EventIndex, Kind};
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// How many calls debug mode remembers of where something was made.
pub(crate) const DEBUG_DEPTH: usize = 10;

/// How far a future is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Neither result nor exception yet.
    Pending,
    /// Has a result or an exception.
    Finished,
    /// Was cancelled.
    Cancelled,
}

/// The state of a `Future`, and of a `Task`, which is one.
#[derive(Debug)]
pub(crate) struct Future {
    /// The loop, an instance with an [`EventLoop`]; empty before `__init__`.
    pub(crate) owner: OnceCell<Rc<Instance>>,
    pub(crate) status: Cell<Status>,
    /// The result, once finished with one.
    pub(crate) result: RefCell<Value>,
    /// Who is told when it is done, in the order of asking.
    pub(crate) callbacks: RefCell<Callbacks>,
    /// `_asyncio_future_blocking`: yielded by an `await`, not by a plain `yield`.
    pub(crate) blocking: Cell<bool>,
    /// An exception that nobody has asked for yet.
    pub(crate) unseen: Cell<bool>,
    /// A timer without a handle is to end it: see [`crate::timers::Due`].
    pub(crate) sleeps: Cell<bool>,
    /// The sleep for whose coroutine it stands in.
    pub(crate) stands_in: Cell<Option<Sleep>>,
    /// In the event log.
    pub(crate) entity: Cell<EntityId>,
    /// What it was made for (a lock, a scope), if the library said so.
    pub(crate) purpose: RefCell<Option<Rc<Instance>>>,
    /// The event that ended it.
    pub(crate) end: Cell<EventIndex>,
    /// What makes it a task.
    pub(crate) task: OnceCell<Box<Task>>,
    /// What most futures never have.
    uncommon: OnceCell<Box<Uncommon>>,
}

/// What the coroutine of a sleep would know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sleep {
    pub(crate) delay: Delay,
    /// Seconds on the loop's clock when it is over.
    pub(crate) when: f64,
}

/// Seconds, as the program wrote them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Delay {
    Int(i32),
    Float(f64),
}

/// The exception of a future, with the traceback it came with: the first who
/// raises it adds to that, whoever comes later begins a new one.
type Kept = (Raise, RefCell<Vec<TracebackEntry>>);

/// What few futures have, kept apart because there may be a million others.
#[derive(Debug)]
pub(crate) struct Uncommon {
    /// What is known of a loop that is the program's own, without an [`EventLoop`].
    pub(crate) foreign: OnceCell<Rc<EventLoop>>,
    exception: RefCell<Option<Kept>>,
    /// The event that makes it done next, if that is not the current one.
    cause: Cell<EventIndex>,
    /// In debug mode, the line that made it.
    made_at: RefCell<Option<TracebackEntry>>,
    /// `_cancel_message`
    pub(crate) cancel_message: RefCell<Value>,
    /// The `CancelledError` that ended it, kept for the first who asks.
    pub(crate) cancelled_error: RefCell<Option<Raise>>,
    /// The scope that it stands for (`gather`, `wait` …), if any.
    pub(crate) scope: Cell<EntityId>,
    /// Who awaits it by other means than an `await` (`gather`, groups …).
    pub(crate) awaited_by: RefCell<Vec<Value>>,
    /// In debug mode, the calls that made it, outermost first.
    pub(crate) source: RefCell<Box<[TracebackEntry]>>,
}

impl Future {
    /// A pending future without a loop.
    pub(crate) fn blank() -> Future {
        Future {
            owner: OnceCell::new(),
            status: Cell::new(Status::Pending),
            result: RefCell::default(),
            callbacks: RefCell::default(),
            blocking: Cell::new(false),
            unseen: Cell::new(false),
            sleeps: Cell::new(false),
            stands_in: Cell::new(None),
            entity: Cell::new(EntityId::NONE),
            purpose: RefCell::new(None),
            end: Cell::new(EventIndex::NONE),
            task: OnceCell::new(),
            uncommon: OnceCell::new(),
        }
    }

    /// What few futures have, if it has any of that.
    pub(crate) fn uncommon(&self) -> Option<&Uncommon> {
        self.uncommon.get().map(|uncommon| &**uncommon)
    }

    /// The same, to set something in it.
    pub(crate) fn make_uncommon(&self) -> &Uncommon {
        self.uncommon.get_or_init(Box::default)
    }

    /// `_cancel_message`
    pub(crate) fn cancel_message(&self) -> Value {
        let uncommon = self.uncommon();
        uncommon.map_or(Value::None, |uncommon| {
            uncommon.cancel_message.borrow().clone()
        })
    }

    /// Sets `_cancel_message`.
    pub(crate) fn set_cancel_message(&self, message: Value) {
        if self.uncommon().is_some() || !message.is_none() {
            let old = self.make_uncommon().cancel_message.replace(message);
            drop(old);
        }
    }

    /// `_source_traceback`
    pub(crate) fn source(&self, vm: &Vm) -> Value {
        let uncommon = self.uncommon();
        uncommon.map_or(Value::None, |uncommon| {
            vm.calls_told(&uncommon.source.borrow())
        })
    }

    /// In debug mode, the call that made it.
    pub(crate) fn source_line(&self) -> Option<TracebackEntry> {
        self.uncommon()?.source.borrow().last().cloned()
    }

    /// Whether it is done with a result.
    pub(crate) fn has_result(&self) -> bool {
        self.status.get() == Status::Finished
            && self
                .uncommon()
                .is_none_or(|uncommon| uncommon.exception.borrow().is_none())
    }

    /// The exception that it is done with, if it is.
    pub(crate) fn exception(&self) -> Option<Raise> {
        let kept = self.uncommon()?.exception.borrow();
        kept.as_ref().map(|(raise, _)| raise.clone())
    }

    /// The same as it is to be raised: with the traceback that it came with.
    pub(crate) fn exception_to_raise(&self) -> Option<Raise> {
        let kept = self.uncommon()?.exception.borrow();
        let (raise, traceback) = kept.as_ref()?;
        if let Some(data) = raise.data() {
            data.set_traceback(traceback.take());
        }
        Some(raise.clone())
    }

    /// The same as nobody will raise it: the traceback is kept.
    pub(crate) fn exception_to_tell(&self) -> Option<Raise> {
        let kept = self.uncommon()?.exception.borrow();
        let (raise, traceback) = kept.as_ref()?;
        if let Some(data) = raise.data() {
            data.set_traceback(traceback.borrow().clone());
        }
        Some(raise.clone())
    }

    /// The event that made it done, if that is not the current one; asked once.
    pub(crate) fn take_cause(&self) -> EventIndex {
        self.uncommon().map_or(EventIndex::NONE, |uncommon| {
            uncommon.cause.replace(EventIndex::NONE)
        })
    }

    /// Says which event makes it done next.
    pub(crate) fn set_cause(&self, event: EventIndex) {
        if event.is_some() {
            self.make_uncommon().cause.set(event);
        }
    }

    /// The line that made it, if that is known.
    pub(crate) fn made_at(&self) -> Option<TracebackEntry> {
        match self.task() {
            Some(task) => task.made_at.clone(),
            None => self.uncommon()?.made_at.borrow().clone(),
        }
    }

    /// The scope that it stands for (`gather`, `wait` …), if any.
    pub(crate) fn scope(&self) -> EntityId {
        self.uncommon()
            .map_or(EntityId::NONE, |uncommon| uncommon.scope.get())
    }

    /// Whether it has a result, an exception, or was cancelled.
    pub(crate) fn is_done(&self) -> bool {
        self.status.get() != Status::Pending
    }

    /// The loop's own state.
    pub(crate) fn event_loop(&self) -> Option<&EventLoop> {
        match self.uncommon().and_then(|uncommon| uncommon.foreign.get()) {
            Some(foreign) => Some(foreign),
            None => self.owner.get().and_then(|owner| owner.native()),
        }
    }

    /// In the event log, the timer without a handle that is to end it: numbered right
    /// after the future. `NONE` where no log tells of it.
    pub(crate) fn own_timer(&self, vm: &Vm) -> EntityId {
        if !vm.log.is_recording() {
            return EntityId::NONE;
        }
        EntityId(self.entity.get().0.wrapping_add(1))
    }

    /// Whoever slept goes on: a timer that is still to come, because the program ended
    /// the future before, is of no use any more.
    pub(crate) fn end_early(&self) {
        if self.sleeps.replace(false)
            && let Some(event_loop) = self.event_loop()
        {
            event_loop.timer_cancelled();
        }
    }

    /// Whether its callbacks go through the loop's own `call_soon`.
    pub(crate) fn calls_soon_elsewhere(&self) -> bool {
        self.event_loop()
            .is_some_and(|event_loop| event_loop.has_own_call_soon.get())
    }

    /// Takes the loop that it belongs to.
    pub(crate) fn belong_to(&self, vm: &mut Vm, owner: &Rc<Instance>) {
        let _ = self.owner.set(Rc::clone(owner));
        if owner.native::<EventLoop>().is_none() {
            let _ = self
                .make_uncommon()
                .foreign
                .set(foreign_loop::state_of(vm, owner));
        }
        if self.event_loop().is_some_and(EventLoop::in_debug_mode) {
            *self.make_uncommon().source.borrow_mut() = vm.calls_in_progress(DEBUG_DEPTH);
        }
    }

    /// The task state; only tasks that `__init__` has prepared have one.
    pub(crate) fn task(&self) -> Option<&Task> {
        self.task.get().map(|task| &**task)
    }

    /// The exception to raise for its cancellation. The first to ask gets the
    /// one that ended it.
    pub(crate) fn make_cancelled(&self, vm: &Vm, shared: &Shared) -> Raise {
        let kept = self
            .uncommon()
            .and_then(|uncommon| uncommon.cancelled_error.take());
        kept.unwrap_or_else(|| shared.cancelled(vm, &self.cancel_message()))
    }

    /// What a task that waited for it gets thrown in.
    pub(crate) fn error_to_throw(&self, vm: &Vm, shared: &Shared) -> Option<Raise> {
        if self.has_result() {
            return None;
        }
        self.outcome(vm, shared).err()
    }

    /// What `result()` gives.
    pub(crate) fn outcome(&self, vm: &Vm, shared: &Shared) -> NativeResult {
        match self.status.get() {
            Status::Cancelled => Err(self.make_cancelled(vm, shared)),
            Status::Pending => Err(shared.invalid(vm, "Result is not set.")),
            Status::Finished => {
                self.unseen.set(false);
                match self.exception_to_raise() {
                    Some(raise) => Err(raise),
                    None => Ok(self.result.borrow().clone()),
                }
            }
        }
    }
}

impl Default for Uncommon {
    fn default() -> Uncommon {
        Uncommon {
            foreign: OnceCell::new(),
            exception: RefCell::new(None),
            cause: Cell::new(EventIndex::NONE),
            made_at: RefCell::new(None),
            cancel_message: RefCell::new(Value::None),
            cancelled_error: RefCell::new(None),
            scope: Cell::new(EntityId::NONE),
            awaited_by: RefCell::default(),
            source: RefCell::default(),
        }
    }
}

impl Uncommon {
    fn contents(&self, out: &mut Contents) {
        out.add_cell(&self.cancel_message);
        if let Ok(kept) = self.exception.try_borrow()
            && let Some((raise, _)) = &*kept
        {
            out.add_instance(&raise.0);
        }
        if let Ok(error) = self.cancelled_error.try_borrow()
            && let Some(raise) = &*error
        {
            out.add_instance(&raise.0);
        }
        if let Ok(tasks) = self.awaited_by.try_borrow() {
            out.add_all(tasks.iter());
        }
    }

    fn clear(&self, out: &mut Vec<Value>) {
        let message = self.cancel_message.take();
        out.extend(Some(message).filter(|message| !message.is_plain()));
        out.append(&mut self.awaited_by.take());
        out.extend(self.cancelled_error.take().map(|raise| raise.value()));
        out.extend(self.exception.take().map(|kept| kept.0.value()));
    }
}

impl Native for Future {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut Contents) {
        if let Some(owner) = self.owner.get() {
            out.add_instance(owner);
        }
        out.add_cell(&self.result);
        if let Ok(purpose) = self.purpose.try_borrow() {
            purpose.iter().for_each(|part| out.add_instance(part));
        }
        if let Some(uncommon) = self.uncommon() {
            uncommon.contents(out);
        }
        if let Ok(callbacks) = self.callbacks.try_borrow() {
            callbacks.iter().for_each(|callback| callback.contents(out));
        }
        if let Some(task) = self.task() {
            task.contents(out);
        }
    }

    fn clear(&self, out: &mut Vec<Value>) {
        let result = Some(self.result.take()).filter(|result| !result.is_plain());
        out.extend(result);
        out.extend(self.purpose.take().map(Value::Instance));
        if let Some(uncommon) = self.uncommon() {
            uncommon.clear(out);
        }
        for callback in self.callbacks.take() {
            callback.release(out);
        }
        if let Some(task) = self.task() {
            task.clear(out);
        }
    }

    fn is_own_awaitable(&self) -> bool {
        true
    }

    fn resume(&self, vm: &mut Vm, me: &Rc<Instance>, _: Value) -> Option<Result<Resumed, Raise>> {
        if !self.is_done() {
            if self.blocking.get() {
                return Some(Err(vm.runtime_error("await wasn't used with future")));
            }
            self.blocking.set(true);
            return Some(Ok(Resumed::Yielded(Value::Instance(Rc::clone(me)))));
        }
        // The usual case needs nothing that is shared.
        if self.has_result() {
            return Some(Ok(Resumed::Returned(self.result.borrow().clone())));
        }
        let shared = Shared::of(vm);
        Some(self.outcome(vm, &shared).map(Resumed::Returned))
    }

    fn parts(&self) -> Vec<(String, Value)> {
        let mut parts = Vec::new();
        if let Some(task) = self.task() {
            parts.push(("coroutine".to_owned(), task.coroutine.borrow().clone()));
            let waits_for = task.waits_for.borrow().clone();
            if !waits_for.is_none() {
                parts.push(("waits for".to_owned(), waits_for));
            }
        }
        if self.status.get() == Status::Finished {
            let (name, outcome) = match self.exception() {
                Some(raise) => ("exception", raise.value()),
                None => ("result", self.result.borrow().clone()),
            };
            parts.push((name.to_owned(), outcome));
        }
        parts
    }

    fn wants_finalizer(&self) -> bool {
        if self.unseen.get() {
            return true;
        }
        self.status.get() == Status::Pending
            && self
                .task()
                .is_some_and(|task| task.log_destroy_pending.get())
    }

    fn finalize(&self, vm: &mut Vm, me: &Rc<Instance>) -> NativeResult {
        errors::report_unseen(vm, self, me)
    }
}

/// A value that is a future.
pub(crate) fn as_future(value: &Value) -> Option<&Rc<Instance>> {
    instance_of::<Future>(value)
}

/// The state of an instance that is known to be a future; `None` for others.
pub(crate) fn state(future: &Rc<Instance>) -> Option<&Future> {
    future.native()
}

/// A new future of `owner`.
pub(crate) fn new_future(vm: &mut Vm, shared: &Shared, owner: &Rc<Instance>) -> Rc<Instance> {
    let future = blank_instance(&shared.future);
    begin(vm, &future, owner);
    future
}

/// The same for a function of the library, which has no frame where it is in Rust.
pub(crate) fn new_waiter(vm: &mut Vm, shared: &Shared, owner: &Rc<Instance>) -> Rc<Instance> {
    let waiter = blank_instance(&shared.future);
    begin_for(vm, &waiter, owner, true);
    waiter
}

/// An instance of a class of futures before its `__init__`.
pub(crate) fn blank_instance(class: &Rc<Class>) -> Rc<Instance> {
    let payload = Payload::Native(Box::new(Future::blank()));
    Instance::new(Rc::clone(class), payload)
}

/// Gives a future its loop and tells the log of it.
pub(crate) fn begin(vm: &mut Vm, future: &Rc<Instance>, owner: &Rc<Instance>) {
    let by_library = journal::is_library_calling(vm);
    begin_for(vm, future, owner, by_library);
}

fn begin_for(vm: &mut Vm, future: &Rc<Instance>, owner: &Rc<Instance>, by_library: bool) {
    let Some(state) = state(future) else {
        return;
    };
    state.belong_to(vm, owner);
    if state.event_loop().is_some_and(EventLoop::in_debug_mode) {
        *state.make_uncommon().made_at.borrow_mut() = vm.visitor_entry();
    }
    state.entity.set(journal::future_created(vm, by_library));
}

/// Ends a future: its callbacks go to the ready queue.
fn finish(vm: &mut Vm, future: &Rc<Instance>, end: EventIndex) -> NativeResult {
    let Some(state) = state(future) else {
        return Ok(Value::None);
    };
    state.end.set(end);
    let callbacks = state.callbacks.take();
    if !callbacks.is_empty() && state.calls_soon_elsewhere() {
        return foreign_loop::schedule_all(vm, state, future, callbacks);
    }
    for callback in callbacks {
        callback.schedule(vm, future)?;
    }
    Ok(Value::None)
}

/// `set_result`, the state being pending.
pub(crate) fn resolve(vm: &mut Vm, future: &Rc<Instance>, value: Value) -> NativeResult {
    let Some(state) = state(future) else {
        return Ok(Value::None);
    };
    let end = journal::future_ended(vm, state, Kind::FutureResolved, |vm| {
        journal::short_text(vm, &value)
    });
    let old = state.result.replace(value);
    state.status.set(Status::Finished);
    drop(old);
    finish(vm, future, end)
}

/// `set_exception`, the state being pending.
pub(crate) fn fail(vm: &mut Vm, future: &Rc<Instance>, raise: Raise) -> NativeResult {
    let Some(state) = state(future) else {
        return Ok(Value::None);
    };
    let end = journal::future_ended(vm, state, Kind::FutureFailed, |vm| {
        let text = vm.short_exception(&raise);
        vm.log.intern_short(&text)
    });
    let traceback = raise.data().map(|data| data.traceback.borrow().clone());
    let kept = (raise, RefCell::new(traceback.unwrap_or_default()));
    *state.make_uncommon().exception.borrow_mut() = Some(kept);
    state.status.set(Status::Finished);
    state.unseen.set(true);
    finish(vm, future, end)
}

/// Ends a future, or a task, as cancelled.
pub(crate) fn end_cancelled(vm: &mut Vm, future: &Rc<Instance>, message: Value) -> NativeResult {
    let Some(state) = state(future) else {
        return Ok(Value::None);
    };
    let end = journal::future_ended(vm, state, Kind::FutureCancelled, |vm| {
        let text = journal::message_text(vm, &message);
        vm.log.intern_short(&text)
    });
    state.set_cancel_message(message);
    state.status.set(Status::Cancelled);
    finish(vm, future, end)
}
