//! The module `_trace`: what the library's Python part tells the event log
//! about locks, queues, task groups and the like.
//!
//! Entities get their numbers also while nothing is recorded.

use crate::arguments::state_of;
use crate::event_loop::EventLoop;
use crate::future::{Future, as_future};
use crate::journal;
use crate::world_of_loop::Shared;
use coroscope_python::object::{DictObj, Instance, NativeDef, Raise, Value, intern};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::{Cause, EntityId, EntityKind, EventIndex, Kind, Place, TextId, flags};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("note", note, 2, 4),
    NativeDef::function("note_members", note_members, 2, 2),
    NativeDef::function("shown_as", shown_as, 2, 2),
    NativeDef::function("hide", hide, 0, coroscope_python::object::MANY),
    NativeDef::function("hint", hint, 2, 2),
];

/// Fills the namespace.
pub(crate) fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(dict, "_trace", FUNCTIONS);
    // Lets the library skip what only a recording needs.
    let recording = vm.log.is_recording();
    dict.set_name(&intern("recording"), Value::Bool(recording));
    Ok(())
}

/// What a note is about, besides its subject.
struct Note {
    subject: EntityId,
    task: EntityId,
    other: Value,
    number: i64,
    place: Place,
}

/// `note(kind, subject, other=None, number=0)`
fn note(vm: &mut Vm, mut args: Args) -> NativeResult {
    let kind = args.take(0);
    let (subject, other, number) = (args.take(1), args.take(2), args.take(3));
    let Some(kind) = kind.as_str() else {
        return Ok(Value::None);
    };
    let shared = Shared::of(vm);
    match kind {
        "primitive_created" => {
            let entity = new_object(vm, &shared, &subject, &other);
            let Some(entity) = entity else {
                return Ok(Value::None);
            };
            let number = number_of(vm, &number);
            let place = vm.visitor_place();
            let first = u32::try_from(number).unwrap_or(0);
            vm.log.emit(
                Kind::PrimitiveCreated,
                entity,
                Cause::Current,
                place,
                first,
                0,
            );
            return Ok(Value::None);
        }
        "scope_entered" => number_scope(vm, &shared, &subject),
        // For what the deadlock's message says.
        "wait_began" => {
            if let Some(waiter) = as_future(&other)
                && let Some(state) = waiter.native::<Future>()
            {
                let purpose = match &subject {
                    Value::Instance(subject) => Some(Rc::clone(subject)),
                    _ => None,
                };
                let old = state.purpose.replace(purpose);
                drop(old);
            }
        }
        "scope_member_added" => {
            if let Some(outer) = as_future(&subject) {
                let kind = scope_kind(vm);
                future_scope(vm, outer.native::<Future>(), kind);
            }
        }
        _ => {}
    }
    if vm.log.is_recording() {
        let number = number_of(vm, &number);
        tell(vm, &shared, kind, &subject, other, number);
    }
    Ok(Value::None)
}

/// A scope that is entered gets an entity, if it has none.
pub(crate) fn number_scope(vm: &mut Vm, shared: &Shared, scope: &Value) {
    if known(vm, shared, scope).is_none() {
        new_object(vm, shared, scope, &Value::None);
    }
}

/// The part of `note` that writes events: what is said of objects that the log knows.
pub(crate) fn tell(
    vm: &mut Vm,
    shared: &Shared,
    kind: &str,
    subject: &Value,
    other: Value,
    number: i64,
) {
    if !vm.log.is_recording() {
        return;
    }
    let entity = match as_future(subject).and_then(|f| f.native::<Future>()) {
        Some(state) if state.scope().is_some() && kind.starts_with("scope") => Some(state.scope()),
        Some(state) => Some(state.entity.get()),
        None => known(vm, shared, subject),
    };
    let Some(entity) = entity.filter(|entity| entity.is_some()) else {
        return;
    };
    let note = Note {
        subject: entity,
        task: vm.running_entity(),
        other,
        number,
        place: vm.visitor_place(),
    };
    record(vm, shared, kind, note);
}

fn number_of(vm: &Vm, value: &Value) -> i64 {
    match value {
        Value::Undefined | Value::None => 0,
        other => vm.int_arg(other).unwrap_or(0),
    }
}

/// The entity of an object that was noted before.
fn known(vm: &Vm, shared: &Shared, value: &Value) -> Option<EntityId> {
    if value.is_none() || value.is_undefined() {
        return None;
    }
    if let Some(event_loop) = state_of::<EventLoop>(value) {
        return event_loop.entity.get();
    }
    let entities = shared.entities.borrow();
    entities.get(vm.identity(value))
}

/// Gives an object an entity, unless it is hidden.
fn new_object(vm: &mut Vm, shared: &Shared, value: &Value, other: &Value) -> Option<EntityId> {
    if known(vm, shared, value).is_some() {
        return None;
    }
    let kind = kind_of(vm, value);
    let parent = known(vm, shared, other).unwrap_or_else(|| vm.running_entity());
    let name = if kind == EntityKind::Other && vm.log.is_recording() {
        let name = vm.class_of(value).name();
        vm.log.intern_short(name.as_str())
    } else {
        TextId::EMPTY
    };
    let entity = vm.log.new_entity(kind, name, parent);
    let number = vm.identity(value);
    shared.entities.borrow_mut().insert(number, entity);
    Some(entity)
}

/// The kind of an object's entity, by the names of its classes.
fn kind_of(vm: &Vm, value: &Value) -> EntityKind {
    for class in vm.class_of(value).mro() {
        let kind = match class.name().as_str() {
            "Lock" => EntityKind::Lock,
            "Event" => EntityKind::AsyncioEvent,
            "Condition" => EntityKind::Condition,
            "BoundedSemaphore" => EntityKind::BoundedSemaphore,
            "Semaphore" => EntityKind::Semaphore,
            "Barrier" => EntityKind::Barrier,
            "LifoQueue" => EntityKind::LifoQueue,
            "PriorityQueue" => EntityKind::PriorityQueue,
            "Queue" => EntityKind::Queue,
            "TaskGroup" => EntityKind::TaskGroup,
            "Timeout" => EntityKind::Timeout,
            _ => continue,
        };
        return kind;
    }
    EntityKind::Other
}

/// Which of the library's functions uses a future as a scope.
fn scope_kind(vm: &Vm) -> EntityKind {
    let name = vm.caller_frame().map(|frame| frame.code.name.to_string());
    match name.as_deref() {
        Some("shield") => EntityKind::Shield,
        Some("wait_for") => EntityKind::Timeout,
        _ => EntityKind::Wait,
    }
}

/// The scope that a future stands for, made at the first use: who awaits the
/// future waits for the scope.
fn future_scope(vm: &mut Vm, state: Option<&Future>, kind: EntityKind) -> EntityId {
    let Some(state) = state else {
        return EntityId::NONE;
    };
    if state.scope().is_some() {
        return state.scope();
    }
    let task = vm.running_entity();
    let scope = vm.log.new_entity(kind, TextId::EMPTY, task);
    state.make_uncommon().scope.set(scope);
    if vm.log.is_recording() {
        let place = vm.visitor_place();
        vm.log
            .emit(Kind::ScopeEntered, scope, Cause::Current, place, task.0, 0);
        vm.log.emit(
            Kind::WaitBegan,
            scope,
            Cause::Current,
            place,
            task.0,
            state.entity.get().0,
        );
    }
    scope
}

fn emit(vm: &mut Vm, kind: Kind, flag: u8, note: &Note, a: u32, b: u32) -> EventIndex {
    vm.log
        .emit_flagged(kind, flag, note.subject, Cause::Current, note.place, a, b)
}

fn text(vm: &mut Vm, value: &Value) -> TextId {
    match value {
        Value::Undefined | Value::None => TextId::EMPTY,
        Value::Str(text) => vm.log.intern_short(text.as_str()),
        other => journal::short_text(vm, other),
    }
}

fn entity_in(value: &Value) -> EntityId {
    as_future(value).map_or(EntityId::NONE, journal::entity_of)
}

/// How a wait or a scope ended, from the exception that is on its way.
fn outcome(vm: &Vm, shared: &Shared, exception: Option<&Value>) -> u8 {
    match exception {
        Some(Value::Instance(exception)) => {
            let class = exception.class();
            if class.is_subclass_of(&shared.cancelled_error) {
                flags::OUTCOME_CANCELLED
            } else if class.is_subclass_of(&vm.types.timeout_error) {
                flags::OUTCOME_TIMED_OUT
            } else {
                flags::OUTCOME_RAISED
            }
        }
        _ => flags::OUTCOME_DONE,
    }
}

fn record(vm: &mut Vm, shared: &Shared, kind: &str, note: Note) {
    let task = note.task.0;
    let number = u32::try_from(note.number).unwrap_or(0);
    let deed = match kind {
        "acquired" => {
            emit(vm, Kind::Acquired, 0, &note, task, number);
            return;
        }
        "released" => emit(vm, Kind::Released, 0, &note, task, number),
        "event_set" => emit(vm, Kind::EventSet, 0, &note, 0, 0),
        "event_cleared" => {
            emit(vm, Kind::EventCleared, 0, &note, 0, 0);
            return;
        }
        // A barrier has said why it wakes them.
        "notified" if is_barrier(vm, note.subject) => return,
        "notified" => {
            let woken = number_of(vm, &note.other);
            let woken = u32::try_from(woken).unwrap_or(0);
            emit(vm, Kind::Notified, 0, &note, woken, number)
        }
        "barrier_tripped" => emit(vm, Kind::BarrierTripped, 0, &note, number, 0),
        "barrier_broken" => emit(vm, Kind::BarrierBroken, 0, &note, 0, 0),
        "queue_put" | "queue_got" => {
            let item = journal::short_text(vm, &note.other);
            let kind = if kind == "queue_put" {
                Kind::QueuePut
            } else {
                Kind::QueueGot
            };
            emit(vm, kind, 0, &note, item.0, number)
        }
        "queue_task_done" => emit(vm, Kind::QueueTaskDone, 0, &note, number, 0),
        "queue_joined" => {
            emit(vm, Kind::QueueJoined, 0, &note, task, 0);
            return;
        }
        "queue_shut_down" => {
            let flag = u8::from(number != 0);
            emit(vm, Kind::QueueShutDown, flag, &note, 0, 0)
        }
        "wait_began" => {
            let waiter = entity_in(&note.other);
            let flag = match number {
                1 => flags::WAIT_TO_PUT,
                2 => flags::WAIT_TO_JOIN,
                _ => flags::WAIT_TO_GET,
            };
            emit(vm, Kind::WaitBegan, flag, &note, task, waiter.0);
            return;
        }
        "handed_over" => {
            hand_over(vm, shared, note);
            return;
        }
        "wait_ended" => {
            let exception = vm.current_exception().map(|raise| raise.value());
            let flag = outcome(vm, shared, exception.as_ref());
            emit(vm, Kind::WaitEnded, flag, &note, task, 0);
            return;
        }
        _ => {
            record_scope(vm, shared, kind, &note);
            return;
        }
    };
    shared.last_deed.set(deed);
}

fn is_barrier(vm: &Vm, entity: EntityId) -> bool {
    vm.log
        .entity(entity)
        .is_some_and(|entity| entity.kind == EntityKind::Barrier)
}

/// The primitive lets a waiter go on: because of what was just done to it.
fn hand_over(vm: &mut Vm, shared: &Shared, note: Note) {
    let Some(state) = state_of::<Future>(&note.other) else {
        return;
    };
    let waits = state
        .callbacks
        .borrow()
        .iter()
        .find_map(|callback| match callback {
            crate::callbacks::Callback::Wake(task) => Some(journal::entity_of(task)),
            crate::callbacks::Callback::Call(..) => None,
        });
    let event = vm.log.emit(
        Kind::HandedOver,
        note.subject,
        shared.last_deed.get().into(),
        note.place,
        waits.unwrap_or(EntityId::NONE).0,
        state.entity.get().0,
    );
    state.set_cause(event);
}

fn record_scope(vm: &mut Vm, shared: &Shared, kind: &str, note: &Note) {
    match kind {
        "scope_entered" => {
            emit(vm, Kind::ScopeEntered, 0, note, note.task.0, 0);
        }
        "scope_member_added" => {
            let member = entity_in(&note.other);
            emit(vm, Kind::ScopeMemberAdded, 0, note, member.0, 0);
        }
        "scope_deadline_set" => {
            let seconds = match &note.other {
                Value::Float(seconds) => *seconds,
                Value::Int(seconds) => *seconds as f64,
                _ => return,
            };
            let deadline = crate::timers::nearest_nanosecond(seconds);
            vm.log.emit_wide(
                Kind::ScopeDeadlineSet,
                note.subject,
                Cause::Current,
                note.place,
                deadline,
            );
        }
        "scope_cancelled" => {
            let why = text(vm, &note.other);
            let event = emit(vm, Kind::ScopeCancelled, 0, note, why.0, 0);
            shared.last_deed.set(event);
            shared.acting_scope.set(Some((note.subject, event)));
        }
        "scope_has_cancelled" => shared.acting_scope.set(None),
        "interrupted" => shared.interrupts.set(true),
        "interruption_told" => shared.interrupts.set(false),
        "scope_left" => {
            forget_own_cancellation(shared, note);
            let flag = outcome(vm, shared, Some(&note.other));
            let text = match &note.other {
                Value::Instance(exception) if exception.exception().is_some() => {
                    let text = vm.short_exception(&Raise(Rc::clone(exception)));
                    vm.log.intern_short(&text)
                }
                _ => TextId::EMPTY,
            };
            emit(vm, Kind::ScopeLeft, flag, note, text.0, 0);
        }
        "notice" | "slow" => {
            let text = text(vm, &note.other);
            let flag = if kind == "slow" {
                flags::NOTICE_SLOW_CALLBACK
            } else {
                flags::NOTICE_EXCEPTION_HANDLER
            };
            emit(vm, Kind::Notice, flag, note, text.0, 0);
        }
        _ => {}
    }
}

/// The scope that is left has cancelled the task that runs, and has now turned
/// that into something else: it is not the task that swallowed it.
fn forget_own_cancellation(shared: &Shared, note: &Note) {
    let running = shared.running.borrow().clone();
    let current = running.and_then(|running| {
        let state = running.native::<EventLoop>()?;
        state.current_task.borrow().clone()
    });
    let Some(task) = current.as_ref().and_then(state_in).and_then(Future::task) else {
        return;
    };
    if task.delivered.get().is_some() && task.delivered_by.get() == note.subject {
        task.delivered.set(EventIndex::NONE);
    }
}

fn state_in(task: &Rc<Instance>) -> Option<&Future> {
    task.native()
}

/// `note_members(scope, members)`: what `gather` and `wait` wait for.
fn note_members(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (scope, members) = (args.take(0), args.take(1));
    let Some(outer) = as_future(&scope) else {
        return Ok(Value::None);
    };
    let kind = match outer.class().name().as_str() {
        "_GatheringFuture" => EntityKind::Gather,
        _ => EntityKind::Wait,
    };
    let entity = future_scope(vm, outer.native::<Future>(), kind);
    if !vm.log.is_recording() {
        return Ok(Value::None);
    }
    let members = match &members {
        Value::List(list) => list.to_vec(),
        _ => Vec::new(),
    };
    let place = vm.visitor_place();
    for member in members {
        let member = entity_in(&member);
        vm.log.emit(
            Kind::ScopeMemberAdded,
            entity,
            Cause::Current,
            place,
            member.0,
            0,
        );
    }
    Ok(Value::None)
}

/// `hide(*objects)`: parts of another object, of which the log says nothing.
fn hide(vm: &mut Vm, args: Args) -> NativeResult {
    let shared = Shared::of(vm);
    for value in &args.values {
        let number = vm.identity(value);
        shared.entities.borrow_mut().insert(number, EntityId::NONE);
    }
    Ok(Value::None)
}

/// `shown_as(part, whole)`: what is noted of the part, the log tells of the whole.
fn shown_as(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (part, whole) = (args.take(0), args.take(1));
    let shared = Shared::of(vm);
    if let Some(entity) = known(vm, &shared, &whole) {
        let number = vm.identity(&part);
        shared.entities.borrow_mut().insert(number, entity);
    }
    Ok(Value::None)
}

/// `hint(spelling, detail)`: a spelling that current Python no longer has.
fn hint(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (spelling, detail) = (args.take(0), args.take(1));
    if let Some(old) = spelling.as_str().and_then(OldSpelling::from_name) {
        vm.hint(old, detail.as_str().unwrap_or_default());
    }
    Ok(Value::None)
}
