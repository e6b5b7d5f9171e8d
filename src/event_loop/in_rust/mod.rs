//! What the library's hot functions do in their usual case, in Rust.
//!
//! Each function here stands beside one in `lib/asyncio` that is marked with
//! `@in_rust`, which defines what happens; see [`coroscope_python::vm::Taken`].

mod gather;
mod groups;
mod known;
mod locks;
mod queues;
mod sleep;
mod tasks;

pub(crate) use known::Known;

use crate::event_loop::EventLoop;
use crate::future::{self, Future, Status};
use crate::trace_module;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{Args, InRust, NativeResult, Taken, Vm};
use std::rc::Rc;

const ALL: &[&[InRust]] = &[
    gather::ALL,
    groups::ALL,
    locks::ALL,
    queues::ALL,
    sleep::ALL,
    tasks::ALL,
];

/// `@in_rust`: the function stands here, too.
pub(crate) fn in_rust(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let Value::Function(function) = &value else {
        return Err(vm.type_error("in_rust() marks functions"));
    };
    let name = Rc::clone(&function.qualname.borrow());
    let Some(def) = find(name.as_str()) else {
        return Err(vm.runtime_error(format!("{name} is not in Rust")));
    };
    vm.set_in_rust(function, def);
    Ok(value)
}

// A loop in a loop: flattened, it would stand in the code once for each table.
fn find(name: &str) -> Option<&'static InRust> {
    for table in ALL {
        for def in *table {
            if def.function == name {
                return Some(def);
            }
        }
    }
    None
}

/// The running loop, if it is one of ours with nothing of the program's own
/// about it: it is not closed, not in debug mode, and schedules as usual.
fn plain_loop(vm: &Vm, shared: &Shared) -> Option<Rc<Instance>> {
    let owner = shared.running.borrow().clone()?;
    is_plain_loop(vm, shared, &owner).then_some(owner)
}

fn is_plain_loop(vm: &Vm, shared: &Shared, owner: &Rc<Instance>) -> bool {
    owner.native::<EventLoop>().is_some_and(|state| {
        !state.closed.get() && !state.in_debug_mode() && !state.has_own_call_soon.get()
    }) && known::fits(vm, shared, owner, &known::LOOP)
}

/// A future that somebody is to wait for in one of the library's objects.
fn waiter_of(
    vm: &mut Vm,
    shared: &Shared,
    owner: &Rc<Instance>,
    purpose: &Rc<Instance>,
) -> Rc<Instance> {
    let waiter = future::new_waiter(vm, shared, owner);
    if let Some(state) = future::state(&waiter) {
        *state.purpose.borrow_mut() = Some(Rc::clone(purpose));
    }
    waiter
}

/// A pending future, which an `await` has yield itself.
fn yields_itself(waiter: Rc<Instance>) -> Value {
    if let Some(state) = future::state(&waiter) {
        state.blocking.set(true);
    }
    Value::Instance(waiter)
}

/// The coroutine waits for a future at this `await`.
fn waits_for(at: usize, waiter: Rc<Instance>) -> Taken {
    let waiter = yields_itself(waiter);
    Taken::Waits {
        at,
        on: waiter.clone(),
        yields: waiter,
    }
}

/// The result of a future that has one, for whom it wakes.
fn result_of(on: &Value) -> Option<Value> {
    let state = future::as_future(on)?.native::<Future>()?;
    state.has_result().then(|| state.result.borrow().clone())
}

/// Whether a waiter of the library is not done yet.
fn is_pending(waiter: &Value) -> Option<bool> {
    let state = future::as_future(waiter)?.native::<Future>()?;
    Some(!state.is_done())
}

/// Whether a waiter of the library was cancelled.
fn is_cancelled(waiter: &Value) -> Option<bool> {
    let state = future::as_future(waiter)?.native::<Future>()?;
    Some(state.status.get() == Status::Cancelled)
}

/// Whether what a future wakes is told here and now, without Python code.
fn is_told_here(waiter: &Value) -> bool {
    let state = future::as_future(waiter).and_then(future::state);
    state.is_some_and(|state| {
        let is_open = |event_loop: &EventLoop| !event_loop.closed.get();
        !state.calls_soon_elsewhere() && state.event_loop().is_some_and(is_open)
    })
}

/// What the body says by `note(kind, self, other, number)`.
fn tell(vm: &mut Vm, kind: &str, registers: &[Value], other: Value, number: i64) {
    if vm.log.is_recording()
        && let Some(me) = registers.first()
    {
        let shared = Shared::of(vm);
        trace_module::tell(vm, &shared, kind, me, other, number);
    }
}

fn take(registers: &mut [Value], index: usize) -> Value {
    registers
        .get_mut(index)
        .map(Value::take)
        .unwrap_or_default()
}

fn put(registers: &mut [Value], index: usize, value: Value) {
    if let Some(register) = registers.get_mut(index) {
        *register = value;
    }
}
