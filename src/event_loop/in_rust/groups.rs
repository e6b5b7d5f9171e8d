//! `asyncio.TaskGroup`: its tasks come, and go when they have a result.

use super::known::{self, GROUP, fits};
use super::{is_pending, is_told_here, plain_loop, tasks, tell};
use crate::awaited_by;
use crate::callbacks::{self, Callback};
use crate::future::{self, Future, as_future};
use crate::world_of_loop::Shared;
use coroscope_python::object::{BoundMethod, DictObj, Instance, Value, intern};
use coroscope_python::vm::{InRust, Taken, Vm};
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[
    InRust {
        function: "TaskGroup.create_task",
        locals: &["self", "coro", "name", "context", "kwargs"],
        begin: create_task,
        resume: None,
    },
    InRust {
        function: "TaskGroup._on_task_done",
        locals: &["self", "task"],
        begin: task_done,
        resume: None,
    },
];

// Places of its attributes.
const ENTERED: usize = 0;
const EXITING: usize = 1;
const ABORTING: usize = 2;
const LOOP: usize = 3;
const PARENT: usize = 4;
const TASKS: usize = 6;
const ON_COMPLETED: usize = 9;

fn tasks_of(me: &Instance) -> Option<Rc<DictObj>> {
    match known::get(me, TASKS) {
        Value::Dict(tasks) => Some(tasks),
        _ => None,
    }
}

fn is(me: &Instance, flag: usize) -> bool {
    matches!(known::get(me, flag), Value::Bool(true))
}

fn create_task(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    let [me, coroutine, name, Value::None, Value::Dict(others), ..] = &*registers else {
        return Taken::Declined;
    };
    let Value::Instance(me) = me else {
        return Taken::Declined;
    };
    let shared = Shared::of(vm);
    let Some(owner) = plain_loop(vm, &shared) else {
        return Taken::Declined;
    };
    if !others.is_empty() || !fits(vm, &shared, me, &GROUP) {
        return Taken::Declined;
    }
    let takes_more = is(me, ENTERED) && !is(me, EXITING) && !is(me, ABORTING);
    let is_of_loop = matches!(known::get(me, LOOP), Value::Instance(of) if Rc::ptr_eq(&of, &owner));
    let (Some(all), parent) = (tasks_of(me), known::get(me, PARENT)) else {
        return Taken::Declined;
    };
    let on_done = vm.class_attr(&me.class.borrow(), &intern("_on_task_done"));
    let Some(function @ Value::Function(_)) = on_done else {
        return Taken::Declined;
    };
    if !takes_more || !is_of_loop || as_future(&parent).is_none() {
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
    drop(vm.dict_remove(&all, task));
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
