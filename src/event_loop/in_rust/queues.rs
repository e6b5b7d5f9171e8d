//! `asyncio.Queue`: items come and go; waiting for one, or for a place.

use super::known::{self, QUEUE, fits};
use super::{is_pending, is_told_here, plain_loop, result_of, tell, waiter_of, waits_for};
use crate::future::{self, as_future};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Deque, Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use std::rc::Rc;

const fn plain(
    function: &'static str,
    locals: &'static [&'static str],
    begin: fn(&mut Vm, &mut [Value]) -> Taken,
) -> InRust {
    InRust {
        function,
        locals,
        begin,
        resume: None,
        folded: None,
    }
}

pub(super) const ALL: &[InRust] = &[
    plain("Queue.put", &["self", "item"], put),
    plain("Queue.put_nowait", &["self", "item"], put),
    plain("Queue.get", &["self"], get),
    plain("Queue.get_nowait", &["self"], get),
    plain("Queue.qsize", &["self"], |vm, registers| {
        with_queue(vm, registers, |queue| Some(Value::Int(queue.len()? as i64)))
    }),
    plain("Queue.empty", &["self"], |vm, registers| {
        with_queue(vm, registers, |queue| Some(Value::Bool(queue.len()? == 0)))
    }),
    plain("Queue.full", &["self"], |vm, registers| {
        with_queue(vm, registers, |queue| Some(Value::Bool(queue.is_full()?)))
    }),
    InRust {
        function: "Queue._wait_in",
        locals: &["self", "line", "blocked", "waiter"],
        begin: wait_in,
        resume: Some(|vm, registers, on| {
            result_of(on)?;
            tell(vm, "wait_ended", registers, Value::None, 0);
            Some(Value::None)
        }),
        folded: None,
    },
];

// Places of its attributes.
const MAXSIZE: usize = 0;
const GETTERS: usize = 1;
const PUTTERS: usize = 2;
const UNFINISHED: usize = 3;
const IS_SHUTDOWN: usize = 5;
const ITEMS: usize = 6;

/// A queue that is as the library made it.
struct Queue<'a>(&'a Instance);

impl Queue<'_> {
    fn deque<R>(&self, place: usize, act: impl FnOnce(&Deque) -> R) -> Option<R> {
        known::look(self.0, place, |deque| Deque::of(deque).map(act))?
    }

    fn len(&self) -> Option<usize> {
        self.deque(ITEMS, Deque::len)
    }

    fn is_full(&self) -> Option<bool> {
        match known::look(self.0, MAXSIZE, whole)?? {
            ..=0 => Some(false),
            most => Some(self.len()? as i64 >= most),
        }
    }

    /// Wakes the first in a line that still waits.
    fn wake_next(&self, vm: &mut Vm, registers: &[Value], line: usize) {
        let line = known::get(self.0, line);
        let Some(line) = Deque::of(&line) else {
            return;
        };
        while let Some(waiter) = line.pop_left() {
            if is_pending(&waiter) == Some(true)
                && let Some(waiter) = as_future(&waiter)
            {
                tell(
                    vm,
                    "handed_over",
                    registers,
                    Value::Instance(Rc::clone(waiter)),
                    0,
                );
                // A plain future of our loops: nothing of this can fail or wait.
                drop(future::resolve(vm, waiter, Value::None));
                return;
            }
        }
    }
}

/// Whether the one in a line that is to be woken can be told here.
fn can_wake(line: &Deque) -> bool {
    line.find(|waiter| is_pending(waiter) != Some(false))
        .is_none_or(|next| is_told_here(&next))
}

/// What comes and goes, and how many are there now.
fn tell_of_item(vm: &mut Vm, kind: &str, registers: &[Value], item: &Value) {
    let held = match registers.first() {
        Some(Value::Instance(me)) => Queue(me).len().unwrap_or(0),
        _ => 0,
    };
    tell(vm, kind, registers, item.clone(), held as i64);
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        _ => None,
    }
}

fn with_queue(
    vm: &Vm,
    registers: &[Value],
    look: impl FnOnce(&Queue<'_>) -> Option<Value>,
) -> Taken {
    let Some(Value::Instance(me)) = registers.first() else {
        return Taken::Declined;
    };
    if !fits(vm, &Shared::of(vm), me, &QUEUE) {
        return Taken::Declined;
    }
    look(&Queue(me)).map_or(Taken::Declined, Taken::Returned)
}

/// `put` and `put_nowait` where there is room.
fn put(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    put_now(vm, registers).map_or(Taken::Declined, Taken::Returned)
}

fn put_now(vm: &mut Vm, registers: &mut [Value]) -> Option<Value> {
    let [Value::Instance(me), item, ..] = &*registers else {
        return None;
    };
    if !fits(vm, &Shared::of(vm), me, &QUEUE) {
        return None;
    }
    let wakes = known::at_all(me, |attributes| {
        let deque = |place| attributes.value_at(place).and_then(Deque::of);
        let getters = deque(GETTERS)?;
        let wakes = !getters.is_empty();
        let is_open = matches!(attributes.value_at(IS_SHUTDOWN)?, Value::Bool(false));
        if !is_open || wakes && !can_wake(getters) {
            return None;
        }
        let most = attributes.value_at(MAXSIZE).and_then(whole)?;
        let items = deque(ITEMS)?;
        if most > 0 && items.len() as i64 >= most {
            return None;
        }
        let Value::Int(unfinished) = attributes.value_at(UNFINISHED)? else {
            return None;
        };
        let unfinished = unfinished.checked_add(1)?;
        items.append(item.clone());
        *attributes.value_at_mut(UNFINISHED)? = Value::Int(unfinished);
        Some(wakes)
    })?;
    if vm.log.is_recording() {
        tell_of_item(vm, "queue_put", registers, item);
    }
    if wakes {
        Queue(me).wake_next(vm, registers, GETTERS);
    }
    Some(Value::None)
}

/// `get` and `get_nowait` where there is an item.
fn get(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    get_now(vm, registers).map_or(Taken::Declined, Taken::Returned)
}

fn get_now(vm: &mut Vm, registers: &mut [Value]) -> Option<Value> {
    let Some(Value::Instance(me)) = registers.first() else {
        return None;
    };
    if !fits(vm, &Shared::of(vm), me, &QUEUE) {
        return None;
    }
    let (item, wakes) = known::at_all(me, |attributes| {
        let deque = |place| attributes.value_at(place).and_then(Deque::of);
        let putters = deque(PUTTERS)?;
        let wakes = !putters.is_empty();
        if wakes && !can_wake(putters) {
            return None;
        }
        Some((deque(ITEMS)?.pop_left()?, wakes))
    })?;
    if vm.log.is_recording() {
        tell_of_item(vm, "queue_got", registers, &item);
    }
    if wakes {
        Queue(me).wake_next(vm, registers, PUTTERS);
    }
    Some(item)
}

fn wait_in(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [Value::Instance(me), line, _, ..] = &*registers else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    if !fits(vm, &shared, me, &QUEUE) || !known::is_bound_to(me, &shared, &owner) {
        return Taken::Declined;
    }
    let Some(others) = Deque::of(line) else {
        return Taken::Declined;
    };
    let waiter = waiter_of(vm, &shared, &owner, me);
    others.append(Value::Instance(Rc::clone(&waiter)));
    if vm.log.is_recording() {
        let is_to_put = known::look(me, PUTTERS, |putters| putters.is(line)) == Some(true);
        let other = Value::Instance(Rc::clone(&waiter));
        tell(vm, "wait_began", registers, other, i64::from(is_to_put));
    }
    super::put(registers, 3, Value::Instance(Rc::clone(&waiter)));
    waits_for(0, waiter)
}
