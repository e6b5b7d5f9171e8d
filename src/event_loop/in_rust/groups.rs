//! `asyncio.TaskGroup`: its tasks come, and go when they have a result; the block
//! is entered, and left when they are gone.

use super::known::{self, GROUP, fits};
use super::{
    is_pending, is_told_here, plain_loop, put, result_of, tasks, tell, waiter_of, waits_for,
};
use crate::awaited_by;
use crate::callbacks::{self, Callback};
use crate::event_loop::EventLoop;
use crate::future::{self, Future, as_future};
use crate::trace_module;
use crate::world_of_loop::Shared;
use coroscope_python::object::{BoundMethod, DictObj, Instance, Value};
use coroscope_python::vm::{InRust, Taken, Vm};
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[
    InRust {
        function: "TaskGroup.__aenter__",
        locals: &["self"],
        begin: enter,
        resume: None,
        folded: None,
    },
    InRust {
        function: "TaskGroup.__aexit__",
        locals: &["self", "exc_type", "exc", "tb", "cancelled"],
        begin: leave,
        resume: Some(resume_leaving),
        folded: None,
    },
    InRust {
        function: "TaskGroup.create_task",
        locals: &["self", "coro", "name", "context", "kwargs"],
        begin: create_task,
        resume: None,
        folded: None,
    },
    InRust {
        function: "TaskGroup._on_task_done",
        locals: &["self", "task"],
        begin: task_done,
        resume: None,
        folded: None,
    },
];

// Places of its attributes.
const ENTERED: usize = 0;
const EXITING: usize = 1;
const ABORTING: usize = 2;
const LOOP: usize = 3;
const PARENT: usize = 4;
const PARENT_CANCEL_REQUESTED: usize = 5;
const TASKS: usize = 6;
const ERRORS: usize = 7;
const BASE_ERROR: usize = 8;
const ON_COMPLETED: usize = 9;

/// The variable of `__aexit__` for a cancellation that is to be passed on.
const CANCELLED: usize = 4;

fn tasks_of(me: &Instance) -> Option<Rc<DictObj>> {
    match known::get(me, TASKS) {
        Value::Dict(tasks) => Some(tasks),
        _ => None,
    }
}

fn is(me: &Instance, flag: usize) -> bool {
    known::look(me, flag, |value| matches!(value, Value::Bool(true))) == Some(true)
}

fn is_of_loop(me: &Instance, owner: &Rc<Instance>) -> bool {
    let is_same = |of: &Value| matches!(of, Value::Instance(of) if Rc::ptr_eq(of, owner));
    known::look(me, LOOP, is_same) == Some(true)
}

/// `async with` of a new group.
fn enter(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [Value::Instance(me), ..] = &*registers else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    let is_new = || known::look(me, LOOP, Value::is_none) == Some(true) && !is(me, ENTERED);
    if !fits(vm, &shared, me, &GROUP) || !is_new() {
        return Taken::Declined;
    }
    let current = |event_loop: &EventLoop| event_loop.current_task.borrow().clone();
    let Some(parent) = owner.native::<EventLoop>().and_then(current) else {
        return Taken::Declined;
    };
    let parent = Value::Instance(parent);
    let me = Rc::clone(me);
    known::set(&me, LOOP, Value::Instance(owner));
    known::set(&me, PARENT, parent.clone());
    known::set(&me, ENTERED, Value::Bool(true));
    let me = Value::Instance(me);
    trace_module::number_scope(vm, &shared, &me);
    tell(vm, "scope_entered", registers, parent, 0);
    Taken::Returned(me)
}

/// The end of an `async with` whose body came to its end.
fn leave(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [Value::Instance(me), Value::None, Value::None, ..] = &*registers else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    let nobody_waits = known::look(me, ON_COMPLETED, Value::is_none);
    let is_usual = fits(vm, &shared, me, &GROUP)
        && is_of_loop(me, &owner)
        && nobody_waits == Some(true)
        && went_well(me);
    let Some(all) = tasks_of(me).filter(|_| is_usual) else {
        return Taken::Declined;
    };
    let me = Rc::clone(me);
    known::set(&me, EXITING, Value::Bool(true));
    if all.is_empty() {
        left(vm, &me, registers);
        return Taken::Returned(Value::None);
    }
    let waiter = waiter_of(vm, &shared, &owner, &me);
    let other = Value::Instance(Rc::clone(&waiter));
    known::set(&me, ON_COMPLETED, other.clone());
    tell(vm, "wait_began", registers, other, 0);
    put(registers, CANCELLED, Value::None);
    waits_for(0, waiter)
}

/// The last task has told of its end.
fn resume_leaving(vm: &mut Vm, registers: &mut [Value], on: &Value) -> Option<Value> {
    result_of(on)?;
    let me = match registers.first() {
        Some(Value::Instance(me)) => Rc::clone(me),
        _ => return None,
    };
    let is_last = fits(vm, &Shared::of(vm), &me, &GROUP)
        && went_well(&me)
        && tasks_of(&me).is_some_and(|all| all.is_empty());
    if !is_last {
        return None;
    }
    known::set(&me, ON_COMPLETED, Value::None);
    left(vm, &me, registers);
    Some(Value::None)
}

/// Whether nothing was cancelled and nothing has failed.
fn went_well(me: &Instance) -> bool {
    let no_errors = |errors: &Value| matches!(errors, Value::List(errors) if errors.is_empty());
    !is(me, ABORTING)
        && !is(me, PARENT_CANCEL_REQUESTED)
        && known::look(me, ERRORS, no_errors) == Some(true)
        && known::look(me, BASE_ERROR, Value::is_none) == Some(true)
}

/// The block is left without an error.
fn left(vm: &mut Vm, me: &Instance, registers: &[Value]) {
    tell(vm, "scope_left", registers, Value::None, 0);
    known::set(me, PARENT, Value::None);
    known::set(me, ERRORS, Value::list(Vec::new()));
    known::set(me, BASE_ERROR, Value::None);
}

fn create_task(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [me, coroutine, name, Value::None, others, ..] = &*registers else {
        return Taken::Declined;
    };
    let Value::Instance(me) = me else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    if !tasks::are_none(others) || !fits(vm, &shared, me, &GROUP) {
        return Taken::Declined;
    }
    let takes_more = is(me, ENTERED) && !is(me, EXITING) && !is(me, ABORTING);
    let (Some(all), parent) = (tasks_of(me), known::get(me, PARENT)) else {
        return Taken::Declined;
    };
    let on_done = vm.class_attr(&me.class.borrow(), &shared.names.on_task_done);
    let Some(function @ Value::Function(_)) = on_done else {
        return Taken::Declined;
    };
    if !takes_more || !is_of_loop(me, &owner) || as_future(&parent).is_none() {
        return Taken::Declined;
    }
    let receiver = Value::Instance(Rc::clone(me));
    let told = [receiver.clone()];
    let taken = tasks::new_named_task(vm, &shared, &owner, coroutine, name);
    if let Taken::Returned(Value::Instance(task)) = &taken {
        let value = Value::Instance(Rc::clone(task));
        tell(vm, "scope_member_added", &told, value.clone(), 0);
        // A new task is equal to no other and hashes by what it is, so that
        // nothing of this needs Python code.
        drop(vm.dict_store(&all, value.clone(), Value::None));
        awaited_by::remember(&value, parent);
        let on_done = Value::Method(Rc::new(BoundMethod { function, receiver }));
        let callback = Callback::Call(Box::new((on_done, shared.context_for_later())));
        drop(callbacks::add(vm, task, callback));
    }
    taken
}

fn task_done(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [Value::Instance(me), task, ..] = &*registers else {
        return Taken::Declined;
    };
    match remove(vm, me, task) {
        Some(()) => Taken::Returned(Value::None),
        None => Taken::Declined,
    }
}

/// A task that has a result leaves its group; the last one wakes whoever waits
/// for them.
fn remove(vm: &mut Vm, me: &Rc<Instance>, task: &Value) -> Option<()> {
    let of = as_future(task)?;
    let has_result = future::state(of).is_some_and(Future::has_result);
    if !has_result || !of.class.borrow().is_builtin {
        return None;
    }
    let shared = Shared::of(vm);
    if !fits(vm, &shared, me, &GROUP) {
        return None;
    }
    let all = tasks_of(me)?;
    let waiter = known::get(me, ON_COMPLETED);
    let is_awaited = is_pending(&waiter) == Some(true);
    if !waiter.is_none() && is_pending(&waiter).is_none() || is_awaited && !is_told_here(&waiter) {
        return None;
    }
    drop(vm.dict_discard(&all, task));
    awaited_by::forget(task, &known::get(me, PARENT));
    if is_awaited
        && all.is_empty()
        && let Some(waiter) = as_future(&waiter)
    {
        // It was made sure that nothing of this can fail or wait.
        drop(future::resolve(vm, waiter, Value::Bool(true)));
    }
    Some(())
}
