//! What the loop tells the event log, with the causes that the log's rules ask
//! for (see the documentation of `coroscope_trace`).
//!
//! Entities get their numbers also while nothing is recorded; everything else
//! is then skipped.

use crate::callbacks::Callback;
use crate::future::{self, Future};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{AwaitFrames, Vm};
use coroscope_trace::{Cause, EntityId, EntityKind, EventIndex, Kind, Place, TextId, flags};
use std::rc::Rc;

/// The text of a value for an event; futures are not spelled out.
pub(crate) fn short_text(vm: &mut Vm, value: &Value) -> TextId {
    match future::as_future(value) {
        Some(_) => {
            let text = format!("<{}>", vm.class_of(value).name());
            vm.log.intern_short(&text)
        }
        None => vm.repr_text(value),
    }
}

/// The text of a cancellation's message: empty for None.
pub(crate) fn message_text(vm: &mut Vm, message: &Value) -> String {
    match message {
        Value::Undefined | Value::None => String::new(),
        Value::Str(text) => text.to_string(),
        other => vm.short_repr(other),
    }
}

/// How events name a callable.
pub(crate) fn callable_text(vm: &mut Vm, callable: &Value) -> String {
    match callable {
        Value::Function(function) => function.qualname.borrow().as_str().to_owned(),
        Value::Native(function) => function.def.name.to_owned(),
        Value::Method(method) => {
            let class = vm.class_of(&method.receiver).name();
            match &method.function {
                Value::Function(function) => function.qualname.borrow().as_str().to_owned(),
                // Formatting takes three times as long.
                Value::Native(function) => [class.as_str(), ".", function.def.name].concat(),
                _ => class.to_string(),
            }
        }
        other => match crate::repr::partial(vm, other) {
            Some((function, ..)) => callable_text(vm, &function),
            None => vm.class_of(other).name().to_string(),
        },
    }
}

fn callable_id(vm: &mut Vm, callable: &Value) -> TextId {
    if !vm.log.is_recording() {
        return TextId::EMPTY;
    }
    let text = callable_text(vm, callable);
    vm.log.intern_short(&text)
}

/// The entity of a future; `NONE` for other instances.
pub(crate) fn entity_of(future: &Rc<Instance>) -> EntityId {
    future::state(future).map_or(EntityId::NONE, |state| state.entity.get())
}

/// [`Future::own_timer`] of one that is given as an object.
pub(crate) fn own_timer_of(vm: &Vm, future: &Rc<Instance>) -> EntityId {
    future::state(future).map_or(EntityId::NONE, |state| state.own_timer(vm))
}

/// Whether the library makes what is made now, and not the program.
pub(crate) fn is_library_calling(vm: &Vm) -> bool {
    vm.caller_frame()
        .is_some_and(|frame| frame.code.file.is_library)
}

/// A new future: one that the library makes is for the task that runs.
pub(crate) fn future_created(vm: &mut Vm, by_library: bool) -> EntityId {
    if !vm.log.is_recording() {
        return vm
            .log
            .new_entity(EntityKind::Future, TextId::EMPTY, EntityId::NONE);
    }
    let parent = if by_library {
        vm.running_entity()
    } else {
        EntityId::NONE
    };
    let entity = vm.log.new_entity(EntityKind::Future, TextId::EMPTY, parent);
    let place = vm.visitor_place();
    vm.log
        .emit(Kind::FutureCreated, entity, Cause::Current, place, 0, 0);
    entity
}

/// A new task, and its `TaskCreated`.
pub(crate) fn task_created(vm: &mut Vm, name: &Value, coroutine: &Value) -> (EntityId, EventIndex) {
    let parent = vm.running_entity();
    if !vm.log.is_recording() {
        let entity = vm.log.new_entity(EntityKind::Task, TextId::EMPTY, parent);
        return (entity, EventIndex::NONE);
    }
    let name = name_text(vm, name);
    let entity = vm.log.new_entity(EntityKind::Task, name, parent);
    let of = match coroutine {
        Value::Generator(generator) => generator.entity.get(),
        _ => EntityId::NONE.0,
    };
    let flag = if parent == EntityId::MAIN && is_housekeeping(coroutine) {
        flags::TASK_HOUSEKEEPING
    } else {
        0
    };
    let place = vm.visitor_place();
    let event = vm.log.emit_flagged(
        Kind::TaskCreated,
        flag,
        entity,
        Cause::Current,
        place,
        of,
        0,
    );
    (entity, event)
}

/// What `asyncio.run` itself runs before it closes its loop.
const HOUSEKEEPING: [&str; 2] = ["shutdown_asyncgens", "shutdown_default_executor"];

fn is_housekeeping(coroutine: &Value) -> bool {
    let Value::Generator(generator) = coroutine else {
        return false;
    };
    let frame = generator.frame.borrow();
    frame.as_ref().is_some_and(|frame| {
        frame.code.file.is_library && HOUSEKEEPING.contains(&frame.code.name.as_str())
    })
}

fn name_text(vm: &mut Vm, name: &Value) -> TextId {
    match name {
        Value::Str(name) => vm.log.intern_short(name.as_str()),
        other => vm.repr_text(other),
    }
}

/// A task got another name.
pub(crate) fn renamed(vm: &mut Vm, entity: EntityId, name: &Value) {
    if vm.log.is_recording() {
        let name = name_text(vm, name);
        let place = vm.visitor_place();
        vm.log
            .emit(Kind::Renamed, entity, Cause::Current, place, name.0, 0);
    }
}

/// A future or task is done. `kind` is the future's; tasks have their own.
pub(crate) fn future_ended(
    vm: &mut Vm,
    state: &Future,
    kind: Kind,
    text: impl FnOnce(&mut Vm) -> TextId,
) -> EventIndex {
    let cause = state.take_cause();
    if !vm.log.is_recording() {
        return EventIndex::NONE;
    }
    let kind = match kind {
        _ if state.task().is_none() => kind,
        Kind::FutureResolved => Kind::TaskReturned,
        Kind::FutureFailed => Kind::TaskRaised,
        _ => Kind::TaskCancelled,
    };
    let text = text(vm);
    let place = if state.task().is_some() {
        Place::NONE
    } else {
        vm.visitor_place()
    };
    let ended = vm
        .log
        .emit(kind, state.entity.get(), cause.into(), place, text.0, 0);
    let scope = state.scope();
    // wait_for goes on after its future is done, and tells its end itself.
    let ends_itself = |entity: &coroscope_trace::Entity| entity.kind == EntityKind::Timeout;
    if scope.is_some() && !vm.log.entity(scope).is_some_and(ends_itself) {
        let flag = match kind {
            Kind::FutureResolved => flags::OUTCOME_DONE,
            Kind::FutureFailed => flags::OUTCOME_RAISED,
            _ => flags::OUTCOME_CANCELLED,
        };
        let cause = ended.into();
        vm.log
            .emit_flagged(Kind::ScopeLeft, flag, scope, cause, place, 0, 0);
    }
    ended
}

/// A task's step enters the ready queue.
pub(crate) fn step_ready(vm: &mut Vm, task: &Future, cause: EventIndex) -> (EntityId, EventIndex) {
    let of = task.entity.get();
    let handle = vm.log.new_entity(EntityKind::Handle, TextId::EMPTY, of);
    let event = vm.log.emit_flagged(
        Kind::HandleReady,
        flags::HANDLE_STEP,
        handle,
        cause.into(),
        Place::NONE,
        of.0,
        0,
    );
    (handle, event)
}

/// The future is done, which wakes a task: its loop is told so.
pub(crate) fn woken(vm: &mut Vm, future: &Future, task: &Rc<Instance>) -> EventIndex {
    vm.log.emit(
        Kind::TaskWoken,
        entity_of(task),
        future.end.get().into(),
        Place::NONE,
        future.entity.get().0,
        0,
    )
}

/// The future is done: the task that waits for it enters the ready queue.
pub(crate) fn wake_ready(
    vm: &mut Vm,
    future: &Future,
    task: &Rc<Instance>,
) -> (EntityId, EventIndex) {
    let of = entity_of(task);
    let handle = vm.log.new_entity(EntityKind::Handle, TextId::EMPTY, of);
    if !vm.log.is_recording() {
        return (handle, EventIndex::NONE);
    }
    let woken = woken(vm, future, task);
    let event = vm.log.emit_flagged(
        Kind::HandleReady,
        flags::HANDLE_WAKE,
        handle,
        woken.into(),
        Place::NONE,
        of.0,
        0,
    );
    (handle, event)
}

/// The future is done: a callback enters the ready queue.
pub(crate) fn done_ready(vm: &mut Vm, future: &Future, callback: &Value) -> (EntityId, EventIndex) {
    let of = future.entity.get();
    let text = callable_id(vm, callback);
    let handle = vm.log.new_entity(EntityKind::Handle, text, of);
    if !vm.log.is_recording() {
        return (handle, EventIndex::NONE);
    }
    let scheduled = vm.log.emit(
        Kind::CallbackScheduled,
        of,
        future.end.get().into(),
        Place::NONE,
        text.0,
        handle.0,
    );
    let event = vm.log.emit_flagged(
        Kind::HandleReady,
        flags::HANDLE_DONE_CALLBACK,
        handle,
        scheduled.into(),
        Place::NONE,
        of.0,
        text.0,
    );
    (handle, event)
}

/// `call_soon`
pub(crate) fn handle_made(vm: &mut Vm, callback: &Value) -> (EntityId, EventIndex) {
    let text = callable_id(vm, callback);
    let handle = vm.log.new_entity(EntityKind::Handle, text, EntityId::NONE);
    if !vm.log.is_recording() {
        return (handle, EventIndex::NONE);
    }
    let place = vm.visitor_place();
    let event = vm.log.emit_flagged(
        Kind::HandleReady,
        flags::HANDLE_CALLBACK,
        handle,
        Cause::Current,
        place,
        EntityId::NONE.0,
        text.0,
    );
    (handle, event)
}

/// `call_later`, `call_at`; `serves`: the future that the timer resolves.
pub(crate) fn timer_set(
    vm: &mut Vm,
    callback: &Value,
    serves: EntityId,
    deadline: u64,
) -> (EntityId, EventIndex) {
    let text = callable_id(vm, callback);
    let timer = vm.log.new_entity(EntityKind::Timer, text, serves);
    if !vm.log.is_recording() {
        return (timer, EventIndex::NONE);
    }
    let place = vm.visitor_place();
    let event = vm
        .log
        .emit_wide(Kind::TimerSet, timer, Cause::Current, place, deadline);
    if serves.is_some() {
        let task = vm.running_entity();
        if task != EntityId::MAIN {
            vm.log
                .emit_wide(Kind::TaskSleeping, task, Cause::Current, place, deadline);
        }
    }
    (timer, event)
}

/// `add_done_callback`
pub(crate) fn callback_added(vm: &mut Vm, future: &Future, callback: &Callback) {
    callback_event(vm, Kind::CallbackAdded, future, callback);
}

/// `remove_done_callback`
pub(crate) fn callback_removed(vm: &mut Vm, future: &Future, callback: &Callback) {
    callback_event(vm, Kind::CallbackRemoved, future, callback);
}

fn callback_event(vm: &mut Vm, kind: Kind, future: &Future, callback: &Callback) {
    if !vm.log.is_recording() {
        return;
    }
    let (text, wakes) = match callback {
        Callback::Wake(task) => (TextId::EMPTY, entity_of(task)),
        Callback::Call(call) => (callable_id(vm, &call.0), EntityId::NONE),
    };
    let place = vm.visitor_place();
    vm.log.emit(
        kind,
        future.entity.get(),
        Cause::Current,
        place,
        text.0,
        wakes.0,
    );
}

/// A task's step begins: the current event until it ends. Returns the event
/// that was current before.
pub(crate) fn step_started(
    vm: &mut Vm,
    task: &Future,
    thrown: Option<&Raise>,
    eager: bool,
) -> EventIndex {
    if !vm.log.is_recording() {
        return EventIndex::NONE;
    }
    let (flag, text) = match thrown {
        Some(raise) => {
            let text = vm.short_exception(raise);
            (flags::STEP_THROW, vm.log.intern_short(&text))
        }
        None if eager => (flags::STEP_EAGER, TextId::EMPTY),
        None => (flags::STEP_SEND, TextId::EMPTY),
    };
    let event = vm.log.emit_flagged(
        Kind::StepStarted,
        flag,
        task.entity.get(),
        Cause::Current,
        Place::NONE,
        text.0,
        0,
    );
    vm.log.set_current(event)
}

/// A task is suspended until `on` is done; `NONE` after a bare `yield`.
pub(crate) fn suspended(vm: &mut Vm, task: &Future, on: EntityId, what: &str) -> EventIndex {
    if !vm.log.is_recording() {
        return EventIndex::NONE;
    }
    let flag = if on.is_some() || !what.is_empty() {
        flags::SUSPEND_WAIT
    } else {
        flags::SUSPEND_YIELD
    };
    suspended_as(vm, task, flag, on, what)
}

/// A task has awaited what it cannot wait for: it gets an error.
pub(crate) fn refused(vm: &mut Vm, task: &Future) -> EventIndex {
    if !vm.log.is_recording() {
        return EventIndex::NONE;
    }
    suspended_as(vm, task, flags::SUSPEND_REFUSED, EntityId::NONE, "")
}

fn suspended_as(vm: &mut Vm, task: &Future, flag: u8, on: EntityId, what: &str) -> EventIndex {
    let coroutine = match task.task() {
        Some(task) => task.coroutine.borrow().clone(),
        None => return EventIndex::NONE,
    };
    let mut frames = AwaitFrames::new();
    vm.await_chain(&coroutine, &mut frames);
    let visitors = frames.iter().rev().find(|frame| !frame.is_library());
    let place = visitors.map_or(Place::NONE, |frame| frame.place);
    let what = match visitors {
        Some(frame) if what.is_empty() && on.is_some() => {
            let shared = Shared::of(vm);
            shared
                .await_texts
                .at(&mut vm.log, &frame.code, frame.instruction)
        }
        _ => vm.log.intern_short(what),
    };
    let entity = task.entity.get();
    let event = vm.log.emit_flagged(
        Kind::TaskSuspended,
        flag,
        entity,
        Cause::Current,
        place,
        on.0,
        what.0,
    );
    for (depth, frame) in (0..).zip(&frames) {
        vm.log.emit(
            Kind::FrameSuspended,
            entity,
            Cause::Current,
            frame.place,
            frame.name.0,
            depth,
        );
    }
    event
}

/// An event without operands.
pub(crate) fn plain(vm: &mut Vm, kind: Kind, subject: EntityId, cause: Cause) -> EventIndex {
    vm.log.emit(kind, subject, cause, Place::NONE, 0, 0)
}

/// `cancel()` was called.
pub(crate) fn cancel_requested(
    vm: &mut Vm,
    state: &Future,
    message: &Value,
    late: bool,
) -> EventIndex {
    if !vm.log.is_recording() {
        return EventIndex::NONE;
    }
    let text = message_text(vm, message);
    let text = vm.log.intern_short(&text);
    let shared = Shared::of(vm);
    let flag = match late {
        true => flags::CANCEL_TOO_LATE,
        false if shared.interrupts.get() => flags::CANCEL_BY_INTERRUPT,
        false => 0,
    };
    let place = vm.visitor_place();
    let (who, cause) = match shared.acting_scope.get() {
        Some((scope, _)) if is_handed_on(vm, &shared) => (scope, Cause::Current),
        Some((scope, cancelled)) => (scope, cancelled.into()),
        None => (vm.running_entity(), Cause::Current),
    };
    // In a callback nobody but the loop acts.
    let is_loop = who == EntityId::MAIN && shared.running.borrow().is_some();
    let who = if is_loop { EntityId::NONE } else { who };
    let event = vm.log.emit_flagged(
        Kind::CancelRequested,
        flag,
        state.entity.get(),
        cause,
        place,
        who.0,
        text.0,
    );
    if let Some(task) = state.task()
        && !late
    {
        task.cancel_event.set(event);
        task.cancelled_by.set(who);
    }
    event
}

/// Whether a request to cancel is handed on just now.
fn is_handed_on(vm: &Vm, shared: &Shared) -> bool {
    let current = vm.log.current();
    current.is_some() && current == shared.cancelling.get()
}

/// CancelledError enters the coroutine.
pub(crate) fn cancel_delivered(vm: &mut Vm, state: &Future, raise: &Raise) {
    let Some(task) = state.task() else {
        return;
    };
    // Without a request the exception comes from what was awaited.
    let request = task.cancel_event.replace(EventIndex::NONE);
    if !vm.log.is_recording() || !request.is_some() {
        return;
    }
    let message = raise.data().map(|data| data.args.borrow().clone());
    let text = match &message {
        Some(Value::Tuple(args)) => match args.items() {
            [first, ..] => message_text(vm, &first.clone()),
            [] => String::new(),
        },
        _ => String::new(),
    };
    let text = vm.log.intern_short(&text);
    let event = vm.log.emit(
        Kind::CancelDelivered,
        state.entity.get(),
        request.into(),
        Place::NONE,
        0,
        text.0,
    );
    task.delivered.set(event);
    task.delivered_by.set(task.cancelled_by.get());
    task.caught_at.set(Place::NONE);
    vm.take_caught_place();
}

/// A notice about a future or task, at the line that made it.
pub(crate) fn notice(vm: &mut Vm, flag: u8, state: &Future, message: &str) {
    if !vm.log.is_recording() {
        return;
    }
    let made_at = state.made_at();
    let place = made_at.map_or(Place::NONE, |at| vm.place_of(&at.code, at.instruction));
    let text = vm.log.intern_short(message);
    vm.log.emit_flagged(
        Kind::Notice,
        flag,
        state.entity.get(),
        Cause::Current,
        place,
        text.0,
        0,
    );
}
