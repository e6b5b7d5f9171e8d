//! `asyncio.Lock`, `Semaphore` and `Event`.

use super::known::{self, EVENT, LOCK, SEMAPHORE, Shape, fits};
use super::{
    is_cancelled, is_pending, is_told_here, plain_loop, result_of, tell, waiter_of, waits_for,
};
use crate::future::{self, as_future};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Deque, Instance, Value};
use coroscope_python::vm::{InRust, Resume, Taken, Vm};
use std::rc::Rc;

const fn def(
    function: &'static str,
    locals: &'static [&'static str],
    begin: fn(&mut Vm, &mut [Value]) -> Taken,
    resume: Option<Resume>,
) -> InRust {
    InRust {
        function,
        locals,
        begin,
        resume,
        folded: None,
    }
}

pub(super) const ALL: &[InRust] = &[
    def(
        "Lock.acquire",
        &["self"],
        |vm, registers| acquire(vm, registers, &LOCK),
        Some(|vm, registers, on| {
            let me = plain(vm, registers, &LOCK)?;
            leave_line(me, on)?;
            known::set(me, VALUE, Value::Bool(true));
            tell(vm, "wait_ended", registers, Value::None, 0);
            tell(vm, "acquired", registers, Value::None, 0);
            Some(Value::Bool(true))
        }),
    ),
    def("Lock.release", &["self"], release_lock, None),
    def(
        "Semaphore.acquire",
        &["self"],
        |vm, registers| acquire(vm, registers, &SEMAPHORE),
        Some(|vm, registers, on| {
            // With free places there may be others to be served.
            let me = plain(vm, registers, &SEMAPHORE)?;
            if !matches!(known::get(me, VALUE), Value::Int(..=0)) {
                return None;
            }
            leave_line(me, on)?;
            tell(vm, "wait_ended", registers, Value::None, 0);
            tell(vm, "acquired", registers, Value::None, free_places(me));
            Some(Value::Bool(true))
        }),
    ),
    def("Semaphore.release", &["self"], release_semaphore, None),
    def("_Entered.__aenter__", &["self"], enter, None),
    def(
        "_Entered.__aexit__",
        &["self", "exc_type", "exc", "tb"],
        leave,
        None,
    ),
    def("Event.set", &["self", "waiter"], set, None),
    def(
        "Event.wait",
        &["self"],
        wait,
        Some(|vm, registers, on| {
            leave_line(plain(vm, registers, &EVENT)?, on)?;
            tell(vm, "wait_ended", registers, Value::None, 0);
            Some(Value::Bool(true))
        }),
    ),
];

// Places of the attributes: `_waiters`, and `_locked` or `_value`.
const WAITERS: usize = 0;
const VALUE: usize = 1;

fn receiver(registers: &[Value]) -> Option<&Instance> {
    match registers.first() {
        Some(Value::Instance(me)) => Some(me),
        _ => None,
    }
}

/// A receiver that is as the library made it.
fn plain<'a>(vm: &Vm, registers: &'a [Value], shape: &Shape) -> Option<&'a Instance> {
    let me = receiver(registers)?;
    fits(vm, &Shared::of(vm), me, shape).then_some(me)
}

fn taken(result: Option<Value>) -> Taken {
    result.map_or(Taken::Declined, Taken::Returned)
}

/// Whether nobody stands in line.
fn is_nobody_waiting(me: &Instance) -> bool {
    match known::get(me, WAITERS) {
        Value::None => true,
        waiters => Deque::of(&waiters).is_some_and(Deque::is_empty),
    }
}

/// Takes a lock that is free, or a place of a semaphore.
fn take_free(me: &Instance) -> Option<Value> {
    let after = match known::get(me, VALUE) {
        Value::Bool(false) => Value::Bool(true),
        Value::Int(free) if free > 0 => Value::Int(free - 1),
        _ => return None,
    };
    if !is_nobody_waiting(me) {
        return None;
    }
    known::set(me, VALUE, after);
    Some(Value::Bool(true))
}

/// What is left of a semaphore.
fn free_places(me: &Instance) -> i64 {
    match known::get(me, VALUE) {
        Value::Int(free) => free,
        _ => 0,
    }
}

fn acquire(vm: &mut Vm, registers: &mut [Value], shape: &Shape) -> Taken {
    let Some(me) = plain(vm, registers, shape) else {
        return Taken::Declined;
    };
    if let Some(done) = take_free(me) {
        let free = free_places(me);
        tell(vm, "acquired", registers, Value::None, free);
        return Taken::Returned(done);
    }
    // Waits if it is held, and if it is free but somebody is in line before.
    let line = known::get(me, WAITERS);
    let Some(others) = Deque::of(&line) else {
        return Taken::Declined;
    };
    let waits = match known::get(me, VALUE) {
        Value::Bool(true) | Value::Int(0) => true,
        Value::Bool(false) | Value::Int(1..) => {
            let before = others.find(|waiter| is_cancelled(waiter) != Some(true));
            before.is_some_and(|waiter| is_cancelled(&waiter) == Some(false))
        }
        _ => false,
    };
    if !waits {
        return Taken::Declined;
    }
    wait_in(vm, registers, &line)
}

/// A new future at the end of a line.
fn stand_in(vm: &mut Vm, registers: &[Value], line: &Value) -> Option<Rc<Instance>> {
    let Some(Value::Instance(me)) = registers.first() else {
        return None;
    };
    let shared = Shared::of(vm);
    let owner = plain_loop(vm, &shared)?;
    if !known::is_bound_to(me, &shared, &owner) {
        return None;
    }
    let line = Deque::of(line)?;
    let waiter = waiter_of(vm, &shared, &owner, me);
    line.append(Value::Instance(Rc::clone(&waiter)));
    let other = Value::Instance(Rc::clone(&waiter));
    tell(vm, "wait_began", registers, other, 0);
    Some(waiter)
}

fn wait_in(vm: &mut Vm, registers: &[Value], line: &Value) -> Taken {
    stand_in(vm, registers, line).map_or(Taken::Declined, |waiter| waits_for(0, waiter))
}

/// Whoever was woken leaves the line.
fn leave_line(me: &Instance, on: &Value) -> Option<()> {
    result_of(on)?;
    let waiters = known::get(me, WAITERS);
    Deque::of(&waiters)?.remove_same(on).then_some(())
}

/// Lets the first go on whom it can: the receiver hands over to it.
fn hand_over(vm: &mut Vm, registers: &[Value], waiter: &Value) {
    tell(vm, "handed_over", registers, waiter.clone(), 0);
    if let Some(waiter) = as_future(waiter) {
        // It was made sure that nothing of this can fail or wait.
        drop(future::resolve(vm, waiter, Value::Bool(true)));
    }
}

fn release_lock(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    taken(release(vm, registers))
}

fn release(vm: &mut Vm, registers: &[Value]) -> Option<Value> {
    let me = plain(vm, registers, &LOCK)?;
    if !matches!(known::get(me, VALUE), Value::Bool(true)) {
        return None;
    }
    // The first in line, even if it has been woken already.
    let first = match known::get(me, WAITERS) {
        Value::None => None,
        waiters => Deque::of(&waiters)?.find(|_| true),
    };
    if first.as_ref().is_some_and(|first| !is_told_here(first)) {
        return None;
    }
    known::set(me, VALUE, Value::Bool(false));
    tell(vm, "released", registers, Value::None, 0);
    if let Some(first) = first.filter(|first| is_pending(first) == Some(true)) {
        hand_over(vm, registers, &first);
    }
    Some(Value::None)
}

fn release_semaphore(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    taken(release_place(vm, registers))
}

fn release_place(vm: &mut Vm, registers: &[Value]) -> Option<Value> {
    let me = plain(vm, registers, &SEMAPHORE)?;
    let Value::Int(free) = known::get(me, VALUE) else {
        return None;
    };
    let next = match known::get(me, WAITERS) {
        Value::None => None,
        waiters => Deque::of(&waiters)?.find(|waiter| is_pending(waiter) != Some(false)),
    };
    if next.as_ref().is_some_and(|next| !is_told_here(next)) {
        return None;
    }
    let more = free.checked_add(1)?;
    tell(vm, "released", registers, Value::None, more);
    match next {
        // The place goes to it at once.
        Some(next) => hand_over(vm, registers, &next),
        None => known::set(me, VALUE, Value::Int(more)),
    }
    Some(Value::None)
}

/// `async with` for what is free. In a recording the body calls `acquire`,
/// whose coroutine the log tells of.
fn enter(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    if vm.log.is_recording() {
        return Taken::Declined;
    }
    let me = plain(vm, registers, &LOCK).or_else(|| plain(vm, registers, &SEMAPHORE));
    taken(me.and_then(take_free).map(|_| Value::None))
}

fn leave(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    if plain(vm, registers, &LOCK).is_some() {
        return taken(release(vm, registers));
    }
    taken(release_place(vm, registers))
}

fn set(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    taken(set_flag(vm, registers))
}

fn set_flag(vm: &mut Vm, registers: &[Value]) -> Option<Value> {
    let me = plain(vm, registers, &EVENT)?;
    let waiters = known::get(me, WAITERS);
    let waiters = Deque::of(&waiters)?;
    if !waiters.all(is_told_here) {
        return None;
    }
    if let Value::Bool(false) = known::get(me, VALUE) {
        known::set(me, VALUE, Value::Bool(true));
        tell(vm, "event_set", registers, Value::None, 0);
        for waiter in waiters.to_vec() {
            if is_pending(&waiter) == Some(true) {
                hand_over(vm, registers, &waiter);
            }
        }
    }
    Some(Value::None)
}

fn wait(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let Some(me) = plain(vm, registers, &EVENT) else {
        return Taken::Declined;
    };
    match known::get(me, VALUE) {
        Value::Bool(true) => return Taken::Returned(Value::Bool(true)),
        Value::Bool(false) => {}
        _ => return Taken::Declined,
    }
    let line = known::get(me, WAITERS);
    wait_in(vm, registers, &line)
}
