//! `asyncio.gather`: starting coroutines, counting those that are done, and
//! collecting their results.

use super::known::{GATHERING, fits};
use super::plain_loop;
use super::tasks::{is_coroutine, makes_plain_tasks};
use crate::awaited_by;
use crate::callbacks::{self, Callback};
use crate::future::{self, Future, as_future};
use crate::task;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use rustc_hash::FxHashSet;
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[
    InRust {
        function: "gather.<locals>._done_callback",
        locals: &[
            "fut",
            "error",
            "children",
            "outer",
            "return_exceptions",
            "unfinished",
        ],
        begin: one_is_done,
        resume: None,
        folded: None,
    },
    InRust {
        function: "_begin_all",
        locals: &["things", "loop", "done_callback"],
        begin: begin_all,
        resume: None,
        folded: None,
    },
    InRust {
        function: "_outcomes",
        locals: &["futures"],
        begin: outcomes,
        resume: None,
        folded: None,
    },
];

const OUTER: usize = 3;
const RETURN_EXCEPTIONS: usize = 4;
const UNFINISHED: usize = 5;

fn variable(registers: &[Value], place: usize) -> Option<Value> {
    match registers.get(place)? {
        Value::Cell(cell) => Some(cell.value.borrow().clone()),
        _ => None,
    }
}

/// One of several is done and others are not: nothing more comes of it.
fn one_is_done(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    count_down(vm, registers).map_or(Taken::Declined, |()| Taken::Returned(Value::None))
}

/// More than these are left to the body: between two of its instructions the
/// host may have its turn, and a MemoryError come that can be caught.
const MOST: usize = 50_000;

/// What the body would need for each.
const INSTRUCTIONS: i64 = 25;

/// About how many bytes a task takes that has not begun, with what `gather`
/// keeps of it.
const BYTES: usize = 1024;

/// Coroutines, each given once, become tasks of a loop of ours.
fn begin_all(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [Value::Tuple(things), Value::None, callback, ..] = &*registers else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    let count = things.items().len();
    if count > MOST || vm.lacks_room(count * BYTES) {
        return Taken::Declined;
    }
    if !makes_plain_tasks(&owner) || !are_different_coroutines(vm, things.items()) {
        return Taken::Declined;
    }
    vm.spend(count as i64 * INSTRUCTIONS);
    let mut children = Vec::with_capacity(count);
    for coroutine in things.items() {
        children.extend(begin_one(vm, &shared, &owner, coroutine, callback));
    }
    debug_assert_eq!(children.len(), count, "an open loop of ours takes all");
    let children = Value::list(children);
    Taken::Returned(Value::tuple([
        children.clone(),
        children,
        Value::list(Vec::new()),
        Value::Instance(owner),
    ]))
}

/// Whether these are coroutines, none of them twice. They get their identities
/// now, in their order, as by being keys of a dict.
fn are_different_coroutines(vm: &Vm, things: &[Value]) -> bool {
    if !things.iter().all(is_coroutine) {
        return false;
    }
    let mut known = FxHashSet::default();
    known.reserve(things.len());
    things.iter().all(|thing| known.insert(vm.identity(thing)))
}

fn begin_one(
    vm: &mut Vm,
    shared: &Shared,
    owner: &Rc<Instance>,
    coroutine: &Value,
    callback: &Value,
) -> Option<Value> {
    let task = task::plain(vm, shared, owner, coroutine.clone(), None).ok()?;
    let Value::Instance(future) = &task else {
        return None;
    };
    if let Some(task) = future::state(future).and_then(Future::task) {
        task.log_destroy_pending.set(false);
    }
    let call = Box::new((callback.clone(), shared.context_for_later()));
    callbacks::add(vm, future, Callback::Call(call)).ok()?;
    Some(task)
}

/// Futures that all have a result.
fn outcomes(_: &mut Vm, registers: &mut [Value]) -> Taken {
    let Some(Value::List(futures)) = registers.first() else {
        return Taken::Declined;
    };
    let results: Option<Vec<Value>> = futures.items.borrow().iter().map(plain_result).collect();
    results.map_or(Taken::Declined, |results| {
        Taken::Returned(Value::list(results))
    })
}

/// The result of a future that is done with one, if its class is ours.
fn plain_result(future: &Value) -> Option<Value> {
    let is_plain = as_future(future)?.class.borrow().is_builtin;
    super::result_of(future).filter(|_| is_plain)
}

fn count_down(vm: &mut Vm, registers: &[Value]) -> Option<()> {
    let child = registers.first()?;
    let outer = variable(registers, OUTER)?;
    let Value::Int(unfinished @ 2..) = variable(registers, UNFINISHED)? else {
        return None;
    };
    let Value::Bool(return_exceptions) = variable(registers, RETURN_EXCEPTIONS)? else {
        return None;
    };
    let gathering = as_future(&outer)?;
    if gathering.native::<Future>()?.is_done() || !fits(vm, &Shared::of(vm), gathering, &GATHERING)
    {
        return None;
    }
    let state = as_future(child)?.native::<Future>()?;
    let succeeded = state.has_result();
    if !succeeded && !return_exceptions {
        return None;
    }
    let Value::Cell(left) = registers.get(UNFINISHED)? else {
        return None;
    };
    *left.value.borrow_mut() = Value::Int(unfinished - 1);
    awaited_by::forget(child, &outer);
    Some(())
}
