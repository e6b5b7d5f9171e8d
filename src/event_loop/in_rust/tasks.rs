//! Making tasks of coroutines.

use super::{is_plain_loop, plain_loop};
use crate::event_loop::EventLoop;
use crate::future::{self, as_future};
use crate::journal;
use crate::task;
use crate::world_of_loop::Shared;
use coroscope_python::code::CodeKind;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[
    InRust {
        function: "create_task",
        locals: &["coro", "name", "context", "kwargs"],
        begin: create_task,
        resume: None,
        folded: None,
    },
    InRust {
        function: "ensure_future",
        locals: &["coro_or_future", "loop"],
        begin: ensure_future,
        resume: None,
        folded: None,
    },
    InRust {
        function: "_future_of",
        locals: &["thing", "loop"],
        begin: ensure_future,
        resume: None,
        folded: None,
    },
];

/// Whether this is a coroutine of ours, of which a task can be made.
pub(super) fn is_coroutine(value: &Value) -> bool {
    matches!(value, Value::Generator(made) if made.kind == CodeKind::Coroutine)
}

/// Whether a loop has no task factory.
pub(super) fn makes_plain_tasks(owner: &Instance) -> bool {
    owner
        .native::<EventLoop>()
        .is_some_and(|state| state.task_factory.borrow().is_none())
}

/// A task of a coroutine as a loop makes it that has no task factory.
fn new_task(vm: &mut Vm, shared: &Shared, owner: &Rc<Instance>, coroutine: &Value) -> Taken {
    if !is_coroutine(coroutine) || !makes_plain_tasks(owner) {
        return Taken::Declined;
    }
    match task::plain(vm, shared, owner, coroutine.clone(), None) {
        Ok(task) => Taken::Returned(task),
        Err(_) => Taken::Declined,
    }
}

fn create_task(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [coroutine, name, Value::None, others, ..] = &*registers else {
        return Taken::Declined;
    };
    if !are_none(others) {
        return Taken::Declined;
    }
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    new_named_task(vm, &shared, &owner, coroutine, name)
}

/// Whether there are no further keyword arguments.
pub(super) fn are_none(others: &Value) -> bool {
    match others {
        Value::Undefined => true,
        Value::Dict(others) => others.is_empty(),
        _ => false,
    }
}

/// The same with the name that the program gave it, if it is a text or None.
pub(super) fn new_named_task(
    vm: &mut Vm,
    shared: &Shared,
    owner: &Rc<Instance>,
    coroutine: &Value,
    name: &Value,
) -> Taken {
    let name = match name {
        Value::None => None,
        Value::Str(_) => Some(name.clone()),
        _ => return Taken::Declined,
    };
    let taken = new_task(vm, shared, owner, coroutine);
    if let (Some(name), Taken::Returned(Value::Instance(task))) = (name, &taken)
        && let Some(state) = future::state(task)
        && let Some(of_task) = state.task()
    {
        // It has taken a number for its automatic name all the same.
        journal::renamed(vm, state.entity.get(), &name);
        of_task.set_name(name);
    }
    taken
}

fn ensure_future(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [thing, owner, ..] = &*registers else {
        return Taken::Declined;
    };
    if as_future(thing).is_some() && owner.is_none() {
        return Taken::Returned(thing.clone());
    }
    let shared = Shared::of(vm);
    let owner = match owner {
        Value::None => plain_loop(vm, &shared),
        Value::Instance(owner) if is_plain_loop(vm, &shared, owner) => Some(Rc::clone(owner)),
        _ => None,
    };
    match owner {
        Some(owner) => new_task(vm, &shared, &owner, thing),
        None => Taken::Declined,
    }
}
