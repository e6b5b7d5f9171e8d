//! `asyncio.Queue`: items come and go; waiting for one, or for a place.

use super::known::{self, QUEUE, fits};
use super::{is_pending, is_told_here, plain_loop, result_of, tell, waiter_of, waits_for};
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

const ITEM: &[&str] = &["self", "item"];
const NOTHING: &[&str] = &["self"];

pub(super) const ALL: &[InRust] = &[
    def(
        "Queue.put",
        ITEM,
        put,
        Some(|vm, registers, on| {
            result_of(on)?;
            put_now(vm, registers, true)
        }),
    ),
    def("Queue.put_nowait", ITEM, put_nowait, None),
    def(
        "Queue.get",
        NOTHING,
        get,
        Some(|vm, registers, on| {
            result_of(on)?;
            get_now(vm, registers, true)
        }),
    ),
    def("Queue.get_nowait", NOTHING, get_nowait, None),
    def(
        "Queue.qsize",
        NOTHING,
        |vm, registers| with_queue(vm, registers, |queue| Some(Value::Int(queue.len()? as i64))),
        None,
    ),
    def(
        "Queue.empty",
        NOTHING,
        |vm, registers| with_queue(vm, registers, |queue| Some(Value::Bool(queue.len()? == 0))),
        None,
    ),
    def(
        "Queue.full",
        NOTHING,
        |vm, registers| with_queue(vm, registers, |queue| Some(Value::Bool(queue.is_full()?))),
        None,
    ),
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

fn put(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    match put_now(vm, registers, false) {
        Some(done) => Taken::Returned(done),
        None => wait_in(vm, registers, PUTTERS),
    }
}

fn put_nowait(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    put_now(vm, registers, false).map_or(Taken::Declined, Taken::Returned)
}

/// Where there is room. `has_waited`: the task leaves the line of those who put.
fn put_now(vm: &mut Vm, registers: &[Value], has_waited: bool) -> Option<Value> {
    let [Value::Instance(me), item, ..] = registers else {
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
        if has_waited {
            tell(vm, "wait_ended", registers, Value::None, 0);
        }
        tell_of_item(vm, "queue_put", registers, item);
    }
    if wakes {
        Queue(me).wake_next(vm, registers, GETTERS);
    }
    Some(Value::None)
}

fn get(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    match get_now(vm, registers, false) {
        Some(item) => Taken::Returned(item),
        None => wait_in(vm, registers, GETTERS),
    }
}

fn get_nowait(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    get_now(vm, registers, false).map_or(Taken::Declined, Taken::Returned)
}

/// Where there is an item. `has_waited`: the task leaves the line of those who get.
fn get_now(vm: &mut Vm, registers: &[Value], has_waited: bool) -> Option<Value> {
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
        if has_waited {
            tell(vm, "wait_ended", registers, Value::None, 0);
        }
        tell_of_item(vm, "queue_got", registers, &item);
    }
    if wakes {
        Queue(me).wake_next(vm, registers, PUTTERS);
    }
    Some(item)
}

/// A task begins to wait, for an item or for a place.
fn wait_in(vm: &mut Vm, registers: &[Value], line: usize) -> Taken {
    stand_in(vm, registers, line).map_or(Taken::Declined, |waiter| waits_for(0, waiter))
}

fn stand_in(vm: &mut Vm, registers: &[Value], line: usize) -> Option<Rc<Instance>> {
    let Some(Value::Instance(me)) = registers.first() else {
        return None;
    };
    let shared = Shared::of(vm);
    let owner = plain_loop(vm, &shared)?;
    if !fits(vm, &shared, me, &QUEUE) || !known::is_bound_to(me, &shared, &owner) {
        return None;
    }
    let is_open = known::look(me, IS_SHUTDOWN, |flag| matches!(flag, Value::Bool(false)))?;
    let queue = Queue(me);
    let has_cause = match line {
        PUTTERS => queue.is_full()?,
        _ => queue.len()? == 0,
    };
    if !is_open || !has_cause {
        return None;
    }
    let waiter = waiter_of(vm, &shared, &owner, me);
    queue.deque(line, |others| {
        others.append(Value::Instance(Rc::clone(&waiter)))
    })?;
    if vm.log.is_recording() {
        let other = Value::Instance(Rc::clone(&waiter));
        tell(
            vm,
            "wait_began",
            registers,
            other,
            i64::from(line == PUTTERS),
        );
    }
    Some(waiter)
}
