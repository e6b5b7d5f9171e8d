//! `asyncio.sleep`.

use super::{plain_loop, put, result_of, take, waits_for};
use crate::event_loop::EventLoop;
use crate::future;
use crate::handle::{self, Call, Handle};
use crate::journal;
use crate::timers::nearest_nanosecond;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use coroscope_trace::{EntityKind, EventIndex, TextId};
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
    let call = Call::EndsSleep(Rc::clone(&waiter), result.clone());
    let when = coroscope_world::seconds(shared.clock.now()) + delay;
    let serves = journal::entity_of(&waiter);
    let (entity, set_at) = if vm.log.is_recording() {
        let callback = shared.set_result.get().cloned().unwrap_or_default();
        journal::timer_set(vm, &callback, serves, nearest_nanosecond(when))
    } else {
        let kind = EntityKind::Timer;
        let entity = vm.log.new_entity(kind, TextId::EMPTY, serves);
        (entity, EventIndex::NONE)
    };
    let timer = Handle {
        when: Cell::new(Some(when)),
        scheduled: Cell::new(true),
        set_at,
        // What the timer calls looks at no variable, so it needs no copy.
        ..Handle::serving(&owner, call, shared.context_now(), entity)
    };
    let timer = timer.into_instance(&shared);
    event_loop.timers.borrow_mut().push(when, Rc::clone(&timer));
    put(registers, TIMER, Value::Instance(timer));
    put(registers, LOOP, Value::Instance(Rc::clone(&owner)));
    put(registers, FUTURE, Value::Instance(Rc::clone(&waiter)));
    waits_for(TIMER_IS_DUE, waiter)
}

fn resume(_: &mut Vm, registers: &mut [Value], on: &Value) -> Option<Value> {
    if on.is_none() {
        return Some(take(registers, RESULT));
    }
    let result = result_of(on)?;
    let Some(Value::Instance(timer)) = registers.get(TIMER) else {
        return None;
    };
    let state = timer.native::<Handle>()?;
    // A loop of the program's own wants to be told.
    let is_of_ours = |owner: &Rc<Instance>| owner.native::<EventLoop>().is_some();
    if !timer.class.borrow().is_builtin || !state.owner.get().is_some_and(is_of_ours) {
        return None;
    }
    handle::cancel_quietly(state);
    Some(result)
}
