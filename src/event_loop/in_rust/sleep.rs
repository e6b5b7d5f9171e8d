//! `asyncio.sleep`.

use super::{plain_loop, put, result_of, take, waits_for, yields_itself};
use crate::event_loop::EventLoop;
use crate::future::{self, Delay, Future, Sleep};
use crate::handle::{self, Call, Handle};
use crate::journal;
use crate::timers::{Due, nearest_nanosecond};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{Folded, InRust, Taken, Vm};
use coroscope_trace::{Cause, EntityId, EntityKind, EventIndex, Kind, TextId};
use std::cell::Cell;
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[InRust {
    function: "sleep",
    locals: &["delay", "result", "loop", "future", "timer"],
    begin,
    resume: Some(resume),
    folded: Some(FOLDED),
}];

const FOLDED: Folded = Folded {
    may: may_fold,
    begin: begin_folded,
    end: end_folded,
    at: stands_at,
    unfold,
};

const DELAY: usize = 0;
const RESULT: usize = 1;
const LOOP: usize = 2;
const FUTURE: usize = 3;
const TIMER: usize = 4;

/// The `await`s of its text.
const NEXT_TURN: usize = 0;
const TIMER_IS_DUE: usize = 1;

/// Seconds that a sleep takes; `None` for what the text is to deal with.
fn seconds(delay: &Value) -> Option<f64> {
    match delay {
        Value::Int(delay) => Some(*delay as f64),
        Value::Float(delay) if !delay.is_nan() => Some(*delay),
        _ => None,
    }
}

/// Where a sleep begins: its loop, the future that it waits for, and the time when
/// that is due.
struct Start {
    owner: Rc<Instance>,
    waiter: Rc<Instance>,
    when: f64,
}

fn start(vm: &mut Vm, shared: &Shared, delay: f64) -> Option<Start> {
    let owner = plain_loop(vm, shared)?;
    let waiter = future::new_waiter(vm, shared, &owner);
    Some(Start {
        owner,
        waiter,
        when: coroscope_world::seconds(shared.clock.now()) + delay,
    })
}

/// Puts the timer into the heap, its future in place of a handle: no program can see
/// the timer before the body goes on, and there may be a million of them.
fn unseen_timer(vm: &mut Vm, shared: &Shared, start: &Start, state: &Future) -> Option<()> {
    let serves = state.entity.get();
    let set_at = match state.own_timer(vm) {
        EntityId::NONE => {
            vm.log.new_entity(EntityKind::Timer, TextId::EMPTY, serves);
            EventIndex::NONE
        }
        number => {
            let callback = shared.set_result.get().cloned().unwrap_or_default();
            let deadline = nearest_nanosecond(start.when);
            let (timer, set_at) = journal::timer_set(vm, &callback, serves, deadline);
            debug_assert_eq!(timer, number, "made right after its future");
            set_at
        }
    };
    state.sleeps.set(true);
    let event_loop = start.owner.native::<EventLoop>()?;
    let due = Due::Sleep(Rc::clone(&start.waiter), set_at);
    event_loop.timers.borrow_mut().push(start.when, due);
    Some(())
}

fn begin(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [delay, result, Value::None, ..] = &*registers else {
        return Taken::Declined;
    };
    let Some(delay) = seconds(delay) else {
        return Taken::Declined;
    };
    if delay <= 0.0 {
        return Taken::Waits {
            at: NEXT_TURN,
            on: Value::None,
            yields: Value::None,
        };
    }
    let shared = Shared::of(vm);
    let Some(start) = start(vm, &shared, delay) else {
        return Taken::Declined;
    };
    let Start { owner, waiter, .. } = &start;
    let (Some(state), Some(event_loop)) = (future::state(waiter), owner.native::<EventLoop>())
    else {
        return Taken::Declined;
    };
    let timer = if vm.log.is_recording() {
        let timer = recorded_timer(vm, &shared, owner, waiter, result.clone(), start.when);
        let due = Due::Handle(Rc::clone(&timer));
        event_loop.timers.borrow_mut().push(start.when, due);
        Value::Instance(timer)
    } else {
        *state.result.borrow_mut() = result.clone();
        unseen_timer(vm, &shared, &start, state);
        Value::Float(start.when)
    };
    let Start { owner, waiter, .. } = start;
    put(registers, TIMER, timer);
    put(registers, LOOP, Value::Instance(owner));
    put(registers, FUTURE, Value::Instance(Rc::clone(&waiter)));
    waits_for(TIMER_IS_DUE, waiter)
}

/// The delay of a sleep that needs no coroutine.
fn simple_delay(argument: &Value) -> Option<Delay> {
    match argument {
        Value::Int(whole @ 0..) => Some(Delay::Int(i32::try_from(*whole).ok()?)),
        Value::Float(seconds) if *seconds > 0.0 => Some(Delay::Float(*seconds)),
        _ => None,
    }
}

fn may_fold(vm: &mut Vm, argument: &Value) -> bool {
    match simple_delay(argument) {
        None => false,
        Some(Delay::Int(0)) => true,
        Some(_) => {
            let shared = Shared::of(vm);
            plain_loop(vm, &shared).is_some()
        }
    }
}

fn begin_folded(vm: &mut Vm, argument: &Value) -> Option<(Value, Value)> {
    let delay = simple_delay(argument)?;
    let seconds = match delay {
        Delay::Int(0) => return Some((Value::None, Value::None)),
        Delay::Int(whole) => f64::from(whole),
        Delay::Float(seconds) => seconds,
    };
    let shared = Shared::of(vm);
    let start = start(vm, &shared, seconds)?;
    let state = future::state(&start.waiter)?;
    let when = start.when;
    *state.result.borrow_mut() = Value::None;
    state.stands_in.set(Some(Sleep { delay, when }));
    unseen_timer(vm, &shared, &start, state)?;
    let waiter = yields_itself(start.waiter);
    Some((waiter.clone(), waiter))
}

fn end_folded(awaited: &Value) -> Option<Value> {
    if awaited.is_none() {
        return Some(Value::None);
    }
    let state = future::as_future(awaited).and_then(future::state)?;
    if state.sleeps.get() {
        // A program has ended the future before its time: the timer is cancelled.
        return None;
    }
    result_of(awaited)
}

fn stands_at(awaited: &Value) -> usize {
    match awaited {
        Value::None => NEXT_TURN,
        _ => TIMER_IS_DUE,
    }
}

fn unfold(_: &mut Vm, registers: &mut [Value], awaited: &Value) {
    let waiter = future::as_future(awaited);
    let Some(state) = waiter.and_then(future::state) else {
        put(registers, DELAY, Value::Int(0));
        return;
    };
    if let Some(sleep) = state.stands_in.take() {
        let delay = match sleep.delay {
            Delay::Int(whole) => Value::Int(whole.into()),
            Delay::Float(seconds) => Value::Float(seconds),
        };
        put(registers, DELAY, delay);
        put(registers, TIMER, Value::Float(sleep.when));
    }
    if let Some(owner) = state.owner.get() {
        put(registers, LOOP, Value::Instance(Rc::clone(owner)));
    }
    put(registers, FUTURE, awaited.clone());
}

/// A timer whose events the log tells of.
fn recorded_timer(
    vm: &mut Vm,
    shared: &Shared,
    owner: &Rc<Instance>,
    waiter: &Rc<Instance>,
    result: Value,
    when: f64,
) -> Rc<Instance> {
    let callback = shared.set_result.get().cloned().unwrap_or_default();
    let serves = journal::entity_of(waiter);
    let (entity, set_at) = journal::timer_set(vm, &callback, serves, nearest_nanosecond(when));
    let call = Call::EndsSleep(Rc::clone(waiter), result);
    let timer = Handle {
        when: Cell::new(Some(when)),
        scheduled: Cell::new(true),
        set_at,
        // What the timer calls looks at no variable, so it needs no copy.
        ..Handle::serving(owner, call, shared.context_now(), entity)
    };
    timer.into_instance(shared)
}

fn resume(vm: &mut Vm, registers: &mut [Value], on: &Value) -> Option<Value> {
    if on.is_none() {
        return Some(take(registers, RESULT));
    }
    match (registers.get(TIMER), result_of(on)) {
        (Some(Value::Float(_)), Some(result)) => {
            // A program may have ended the future before its time.
            let state = future::as_future(on).and_then(future::state)?;
            if state.sleeps.get() {
                let timer = state.own_timer(vm);
                journal::plain(vm, Kind::TimerCancelled, timer, Cause::Current);
            }
            state.end_early();
            Some(result)
        }
        (Some(Value::Float(when)), None) => {
            let timer = timer_of(vm, registers, *when)?;
            put(registers, TIMER, timer);
            None
        }
        (Some(Value::Instance(timer)), Some(result)) => {
            let state = timer.native::<Handle>()?;
            // A loop of the program's own wants to be told.
            let is_of_ours = |owner: &Rc<Instance>| owner.native::<EventLoop>().is_some();
            if !timer.class.borrow().is_builtin || !state.owner.get().is_some_and(is_of_ours) {
                return None;
            }
            if state.scheduled.get() && !state.cancelled.get() {
                journal::plain(vm, Kind::TimerCancelled, state.entity, Cause::Current);
            }
            handle::cancel_quietly(state);
            Some(result)
        }
        _ => None,
    }
}

/// The timer of a sleep whose body goes on, to be cancelled by it.
fn timer_of(vm: &Vm, registers: &[Value], when: f64) -> Option<Value> {
    let Some(Value::Instance(waiter)) = registers.get(FUTURE) else {
        return None;
    };
    let state = future::state(waiter)?;
    let (owner, entity) = (state.owner.get()?, state.own_timer(vm));
    let result = registers.get(RESULT).cloned().unwrap_or_default();
    let shared = Shared::of(vm);
    let call = Call::EndsSleep(Rc::clone(waiter), result);
    let timer = Handle {
        when: Cell::new(Some(when)),
        ..Handle::serving(owner, call, shared.copy_context(), entity)
    };
    Some(Value::Instance(timer.into_instance(&shared)))
}
