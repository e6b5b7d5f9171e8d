//! `asyncio.sleep`.

use super::{plain_loop, put, result_of, take, waits_for};
use crate::event_loop::EventLoop;
use crate::future;
use crate::handle::{self, Call, Handle};
use crate::journal;
use crate::timers::{Due, nearest_nanosecond};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use coroscope_trace::{Cause, EntityId, EntityKind, Kind, TextId};
use std::cell::Cell;
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[InRust {
    function: "sleep",
    locals: &["delay", "result", "loop", "future", "timer"],
    begin,
    resume: Some(resume),
}];

const RESULT: usize = 1;
const LOOP: usize = 2;
const FUTURE: usize = 3;
const TIMER: usize = 4;

/// The `await`s of its text.
const NEXT_TURN: usize = 0;
const TIMER_IS_DUE: usize = 1;

fn begin(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [delay, result, Value::None, ..] = &*registers else {
        return Taken::Declined;
    };
    let delay = match delay {
        Value::Int(delay) => *delay as f64,
        Value::Float(delay) if !delay.is_nan() => *delay,
        _ => return Taken::Declined,
    };
    if delay <= 0.0 {
        return Taken::Waits {
            at: NEXT_TURN,
            on: Value::None,
            yields: Value::None,
        };
    }
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    let Some(event_loop) = owner.native::<EventLoop>() else {
        return Taken::Declined;
    };
    let waiter = future::new_waiter(vm, &shared, &owner);
    let Some(state) = future::state(&waiter) else {
        return Taken::Declined;
    };
    let when = coroscope_world::seconds(shared.clock.now()) + delay;
    let serves = state.entity.get();
    let (due, timer) = if vm.log.is_recording() {
        let timer = recorded_timer(vm, &shared, &owner, &waiter, result.clone(), when);
        (Due::Handle(Rc::clone(&timer)), Value::Instance(timer))
    } else {
        // No program can see the timer before the body goes on, so that no
        // object is made for it, of which there may be a million.
        vm.log.new_entity(EntityKind::Timer, TextId::EMPTY, serves);
        *state.result.borrow_mut() = result.clone();
        state.sleeps.set(true);
        (Due::Sleep(Rc::clone(&waiter)), Value::Float(when))
    };
    event_loop.timers.borrow_mut().push(when, due);
    put(registers, TIMER, timer);
    put(registers, LOOP, Value::Instance(Rc::clone(&owner)));
    put(registers, FUTURE, Value::Instance(Rc::clone(&waiter)));
    waits_for(TIMER_IS_DUE, waiter)
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
            if state.sleeps.replace(false)
                && let Some(event_loop) = state.event_loop()
            {
                event_loop.timer_cancelled();
            }
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
    let owner = future::state(waiter)?.owner.get()?;
    let result = registers.get(RESULT).cloned().unwrap_or_default();
    let shared = Shared::of(vm);
    let call = Call::EndsSleep(Rc::clone(waiter), result);
    let timer = Handle {
        when: Cell::new(Some(when)),
        ..Handle::serving(owner, call, shared.copy_context(), EntityId::NONE)
    };
    Some(Value::Instance(timer.into_instance(&shared)))
}
