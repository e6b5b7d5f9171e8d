//! One step of a task: from resuming its coroutine to what came of it.

use crate::callbacks::{self, Callback};
use crate::contexts::Context;
use crate::event_loop::EventLoop;
use crate::future::{self, Future, as_future};
use crate::journal;
use crate::repr;
use crate::task::{self, Task};
use crate::world_of_loop::Shared;
use coroscope_python::code::CodeKind;
use coroscope_python::object::{Generator, Instance, Raise, Value, intern};
use coroscope_python::vm::{Args, Cx, NativeResult, Outcome, Vm};
use coroscope_trace::{Cause, EntityId, EventIndex, Kind, Place};
use std::rc::Rc;

/// What was current before a step, to be current again after it.
#[derive(Debug)]
pub(crate) struct Before {
    context: Rc<Instance>,
    task: Option<Rc<Instance>>,
    entity: EntityId,
    event: EventIndex,
}

/// How a step goes on.
#[derive(Debug)]
pub(crate) enum Begun {
    /// Frames are pending; their outcome ends the step.
    Pushed(Before),
    /// The outcome is there already.
    Over(Before, Outcome),
    /// The task was done already: nothing was run.
    Nothing,
}

/// Resumes the coroutine of a task.
pub(crate) fn begin(
    vm: &mut Vm,
    shared: &Shared,
    me: &Rc<Instance>,
    thrown: Option<Raise>,
    eager: bool,
) -> Begun {
    match future::state(me).map(|state| (state, state.event_loop())) {
        Some((state, Some(event_loop))) => {
            begin_in(vm, shared, event_loop, state, me, thrown, eager)
        }
        _ => Begun::Nothing,
    }
}

/// The same for a task whose state and loop the caller has looked up.
pub(crate) fn begin_in(
    vm: &mut Vm,
    shared: &Shared,
    event_loop: &EventLoop,
    state: &Future,
    me: &Rc<Instance>,
    mut thrown: Option<Raise>,
    eager: bool,
) -> Begun {
    let Some(task) = state.task() else {
        return Begun::Nothing;
    };
    if state.is_done() {
        return Begun::Nothing;
    }
    if task.must_cancel.replace(false) {
        let is_cancel = |raise: &Raise| vm.raises(raise, &shared.cancelled_error);
        if !thrown.as_ref().is_some_and(is_cancel) {
            thrown = Some(state.make_cancelled(vm, shared));
        }
    }
    let waited_for = task.waits_for.replace(Value::None);
    if !waited_for.is_plain() {
        drop(waited_for);
    }
    let event = journal::step_started(vm, state, thrown.as_ref(), eager);
    if let Some(raise) = &thrown
        && vm.raises(raise, &shared.cancelled_error)
    {
        journal::cancel_delivered(vm, state, raise);
    }
    let before = Before {
        context: callbacks::enter(shared, &task.context.borrow()),
        task: event_loop.current_task.replace(Some(Rc::clone(me))),
        entity: vm.set_running_entity(state.entity.get()),
        event,
    };
    let coroutine = task.coroutine.borrow();
    let outcome = match (&*coroutine, thrown) {
        // Nothing of the program runs yet, so that this needs no copy.
        (Value::Generator(coroutine), None) => send(vm, coroutine),
        (other, thrown) => {
            let other = other.clone();
            drop(coroutine);
            resume(vm, &other, thrown)
        }
    };
    match outcome {
        None => Begun::Pushed(before),
        Some(outcome) => Begun::Over(before, outcome),
    }
}

/// Resumes a coroutine; `None` if frames were made pending for it.
fn resume(vm: &mut Vm, coroutine: &Value, thrown: Option<Raise>) -> Option<Outcome> {
    let Value::Generator(generator) = coroutine else {
        return resume_foreign(vm, coroutine, thrown);
    };
    match thrown {
        None => send(vm, generator),
        Some(raise) => match vm.generator_throw(generator, raise) {
            Ok(Value::Undefined) => None,
            Ok(value) => Some(Outcome::Yielded(value)),
            Err(raise) => Some(Outcome::Raised(raise)),
        },
    }
}

fn send(vm: &mut Vm, generator: &Rc<Generator>) -> Option<Outcome> {
    // A task of the library's own coroutine, as of a sleep.
    if let Some(outcome) = vm.step_in_rust(generator) {
        return Some(outcome);
    }
    match vm.resume_generator(generator, Value::None) {
        Ok(Some(())) => None,
        Ok(None) if generator.kind == CodeKind::Coroutine => Some(Outcome::Raised(
            vm.runtime_error("cannot reuse already awaited coroutine"),
        )),
        Ok(None) => Some(Outcome::Returned(Value::None)),
        Err(raise) => Some(Outcome::Raised(raise)),
    }
}

/// An object that is a coroutine by its methods `send` and `throw`. What they
/// return was yielded; StopIteration is its end.
fn resume_foreign(vm: &mut Vm, coroutine: &Value, thrown: Option<Raise>) -> Option<Outcome> {
    let coroutine = coroutine.clone();
    // As in CPython, nobody calls `send` of what is an iterator as well.
    let next = intern("__next__");
    let is_iterator = vm.type_attr(&coroutine, &next).is_some();
    let result = vm.run_async("coroutine", move |cx| async move {
        match thrown {
            None if is_iterator => cx.call_method(&coroutine, "__next__", []).await,
            None => cx.call_method(&coroutine, "send", [Value::None]).await,
            Some(raise) => cx.call_method(&coroutine, "throw", [raise.value()]).await,
        }
    });
    match result {
        Ok(Value::Undefined) => None,
        Ok(value) => Some(Outcome::Returned(value)),
        Err(raise) => Some(Outcome::Raised(raise)),
    }
}

/// Carries out what came of a step. `Ok(Undefined)` if frames were made pending
/// for it; an error is an exception that leaves the loop.
pub(crate) fn end(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    before: Before,
    outcome: Outcome,
) -> NativeResult {
    match future::state(me).map(|state| (state, state.event_loop())) {
        Some((state, Some(event_loop))) => {
            end_in(vm, shared, event_loop, state, me, before, outcome)
        }
        _ => {
            callbacks::leave(shared, before.context);
            Ok(Value::None)
        }
    }
}

/// The same for a task whose state and loop the caller has.
pub(crate) fn end_in(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    event_loop: &EventLoop,
    state: &Future,
    me: &Rc<Instance>,
    before: Before,
    outcome: Outcome,
) -> NativeResult {
    let left = callbacks::leave(shared, before.context);
    vm.set_running_entity(before.entity);
    let Some(task) = state.task() else {
        return Ok(Value::None);
    };
    let context = task.context.borrow();
    if !Rc::ptr_eq(&left, &context)
        && let Some(state) = context.native::<Context>()
    {
        // It became the task's during the step.
        state.entered.set(false);
    }
    drop(context);
    drop(left);
    let ended = event_loop.current_task.replace(before.task);
    drop(ended);
    if task.delivered.get().is_some() {
        let place = vm.take_caught_place();
        if place.is_some() {
            task.caught_at.set(place);
        }
    }
    let is_native = matches!(&*task.coroutine.borrow(), Value::Generator(_));
    let result = match outcome {
        // A bare yield.
        Outcome::Yielded(Value::None) => {
            let suspended = journal::suspended(vm, state, EntityId::NONE, "");
            task::schedule_step(vm, event_loop, state, me, None, suspended)
        }
        Outcome::Yielded(value) => after_yield(vm, shared, me, state, task, event_loop, value),
        Outcome::Returned(value) if is_native => returned(vm, me, state, task, value),
        Outcome::Returned(value) => after_yield(vm, shared, me, state, task, event_loop, value),
        Outcome::Raised(raise) => match stop_value(vm, &raise) {
            Some(value) if !is_native => returned(vm, me, state, task, value),
            _ => raised(vm, shared, me, state, task, raise),
        },
    };
    vm.log.set_current(before.event);
    result
}

fn stop_value(vm: &Vm, raise: &Raise) -> Option<Value> {
    if !vm.raises(raise, &vm.types.stop_iteration) {
        return None;
    }
    raise.data().map(|data| data.value.borrow().clone())
}

fn returned(
    vm: &mut Vm,
    me: &Rc<Instance>,
    state: &Future,
    task: &Task,
    value: Value,
) -> NativeResult {
    if task.must_cancel.replace(false) {
        // Cancelled in its last step: the result is lost.
        let message = state.cancel_message();
        return future::end_cancelled(vm, me, message);
    }
    let delivered = task.delivered.replace(EventIndex::NONE);
    if delivered.is_some() {
        // A group or timeout of the library that catches its own cancellation
        // does what it is for.
        let place = task.caught_at.replace(Place::NONE);
        let entity = state.entity.get();
        let cause = Cause::At(delivered);
        if place.is_some() {
            vm.log
                .emit(Kind::CancelSwallowed, entity, cause, place, 0, 0);
        }
    }
    future::resolve(vm, me, value)
}

fn raised(
    vm: &mut Vm,
    shared: &Shared,
    me: &Rc<Instance>,
    state: &Future,
    task: &Task,
    raise: Raise,
) -> NativeResult {
    task.delivered.set(EventIndex::NONE);
    if vm.is_fatal() {
        return Err(raise);
    }
    if vm.raises(&raise, &shared.cancelled_error) {
        *state.make_uncommon().cancelled_error.borrow_mut() = Some(raise);
        return future::end_cancelled(vm, me, Value::None);
    }
    if shared.is_fatal(vm, &raise) {
        if !state.calls_soon_elsewhere() {
            future::fail(vm, me, raise.clone())?;
            return Err(raise);
        }
        let me = Rc::clone(me);
        return vm.run_async("Task.__step", move |cx| async move {
            let failed = cx.with(|vm| future::fail(vm, &me, raise.clone()));
            cx.finish(failed).await?;
            Err(raise)
        });
    }
    future::fail(vm, me, raise)
}

/// The coroutine yielded: nothing, a future, or what it should not have.
fn after_yield(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    state: &Future,
    task: &Task,
    event_loop: &EventLoop,
    value: Value,
) -> NativeResult {
    if value.is_none() {
        let suspended = journal::suspended(vm, state, EntityId::NONE, "");
        return task::schedule_step(vm, event_loop, state, me, None, suspended);
    }
    let awaited = as_future(&value).filter(|f| !asks_for_callbacks_itself(vm, shared, f));
    let Some(awaited) = awaited else {
        return foreign_yield(vm, shared, me, value);
    };
    let Some(inner) = future::state(awaited) else {
        return Ok(Value::None);
    };
    let same_loop = match (state.owner.get(), inner.owner.get()) {
        (Some(mine), Some(theirs)) => Rc::ptr_eq(mine, theirs),
        _ => false,
    };
    let problem = if !same_loop {
        Some(format!(
            "Task {} got Future {} attached to a different loop",
            repr::future(vm, me),
            repr::future(vm, awaited)
        ))
    } else if !inner.blocking.replace(false) {
        Some(format!(
            "yield was used instead of yield from in task {} with {}",
            repr::future(vm, me),
            repr::future(vm, awaited)
        ))
    } else if Rc::ptr_eq(me, awaited) {
        Some(format!(
            "Task cannot await on itself: {}",
            repr::future(vm, me)
        ))
    } else {
        None
    };
    if let Some(problem) = problem {
        inner.blocking.set(false);
        return refuse(vm, me, event_loop, problem);
    }
    let added = callbacks::add(vm, awaited, Callback::Wake(Rc::clone(me)))?;
    *task.waits_for.borrow_mut() = value.clone();
    journal::suspended(vm, state, inner.entity.get(), "");
    if added.is_undefined() {
        // It is done: its loop is being told of the task already.
        return Ok(added);
    }
    if task.must_cancel.get() {
        return cancel_awaited(vm, shared, me, value);
    }
    Ok(Value::None)
}

/// The task was cancelled while it ran: what it waits for now is cancelled.
fn cancel_awaited(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    awaited: Value,
) -> NativeResult {
    let Some(state) = future::state(me) else {
        return Ok(Value::None);
    };
    let message = state.cancel_message();
    let reached = |me: &Rc<Instance>| {
        if let Some(task) = future::state(me).and_then(Future::task) {
            task.must_cancel.set(false);
        }
    };
    let class = match &awaited {
        Value::Instance(instance) => instance.class(),
        _ => return Ok(Value::None),
    };
    if let Some(Value::Native(_)) = vm.class_attr(&class, &shared.names.cancel)
        && let Some(future) = as_future(&awaited)
        && future::state(future).is_some_and(|state| !state.calls_soon_elsewhere())
    {
        if let Value::Bool(true) = crate::cancel::cancel(vm, shared, future, &message)? {
            reached(me);
        }
        return Ok(Value::None);
    }
    let me = Rc::clone(me);
    vm.run_async("cancel", move |cx| async move {
        let args = if message.is_none() {
            Vec::new()
        } else {
            vec![message]
        };
        let result = cx.call_method(&awaited, "cancel", args).await?;
        if cx.truth(&result).await? {
            reached(&me);
        }
        Ok(Value::None)
    })
}

/// The task gets an error in its next step.
fn refuse(vm: &mut Vm, me: &Rc<Instance>, event_loop: &EventLoop, problem: String) -> NativeResult {
    let raise = vm.runtime_error(problem);
    let Some(state) = future::state(me) else {
        return Ok(Value::None);
    };
    let suspended = journal::refused(vm, state);
    task::schedule_step(vm, event_loop, state, me, Some(raise), suspended)
}

fn refuse_of(vm: &mut Vm, me: &Rc<Instance>, problem: String) -> NativeResult {
    match future::state(me).and_then(Future::event_loop) {
        Some(event_loop) => refuse(vm, me, event_loop, problem),
        None => Ok(Value::None),
    }
}

/// Whether a class derived from Future or Task has its own `add_done_callback`
/// or `result`.
fn asks_for_callbacks_itself(vm: &Vm, shared: &Shared, future: &Rc<Instance>) -> bool {
    let class = future.class();
    let names = &shared.names;
    let is_ours = |name| matches!(vm.class_attr(&class, name), Some(Value::Native(_)));
    !(class.is_builtin || is_ours(&names.add_done_callback) && is_ours(&names.result))
}

/// Something that is no future of ours: a look-alike with
/// `_asyncio_future_blocking`, or a mistake.
fn foreign_yield(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    value: Value,
) -> NativeResult {
    let me = Rc::clone(me);
    let shared = Rc::clone(shared);
    vm.run_async("Task.__step", move |cx| async move {
        let blocking = cx
            .get_attr_optional(&value, &shared.names.asyncio_future_blocking)
            .await?;
        let Some(blocking) = blocking.filter(|blocking| !blocking.is_none()) else {
            let is_generator =
                matches!(&value, Value::Generator(g) if g.kind == CodeKind::Generator);
            let text = cx.repr(&value).await?;
            let started = cx.with(|vm| {
                let problem = if is_generator {
                    let task = repr::future(vm, &me);
                    format!(
                        "yield was used instead of yield from for generator in task {task} with {text}"
                    )
                } else {
                    format!("Task got bad yield: {text}")
                };
                refuse_of(vm, &me, problem)
            });
            return cx.finish(started).await;
        };
        let problem = if is_of_another_loop(&cx, &me, &value).await? {
            Some(("got Future", "attached to a different loop"))
        } else if !cx.truth(&blocking).await? {
            Some(("yield was used instead of yield from in task", "with"))
        } else {
            None
        };
        if let Some((before, after)) = problem {
            let text = cx.repr(&value).await?;
            let started = cx.with(|vm| {
                let task = repr::future(vm, &me);
                let problem = if after == "with" {
                    format!("{before} {task} {after} {text}")
                } else {
                    format!("Task {task} {before} {text} {after}")
                };
                refuse_of(vm, &me, problem)
            });
            return cx.finish(started).await;
        }
        cx.set_attr(
            &value,
            &shared.names.asyncio_future_blocking,
            Value::Bool(false),
        )
        .await?;
        let wakeup = crate::task_methods::wakeup(&me);
        let add = cx.get_attr(&value, &shared.names.add_done_callback).await?;
        let context = future::state(&me)
            .and_then(Future::task)
            .map_or(Value::None, |task| shared.context_shown(task));
        let arguments = Args {
            values: [wakeup, context].into_iter().collect(),
            names: Some(vec![Rc::clone(&shared.names.context)].into()),
        };
        cx.call_args(&add, arguments).await?;
        let cancelled = cx.with(|vm| {
            let task = future::state(&me).and_then(Future::task)?;
            let state = future::state(&me)?;
            *task.waits_for.borrow_mut() = value.clone();
            let entity = as_future(&value).map_or(EntityId::NONE, journal::entity_of);
            let what = vm.type_name(&value);
            journal::suspended(vm, state, entity, what.as_str());
            task.must_cancel.get().then_some(())
        });
        if cancelled.is_some() {
            let started = cx.with(|vm| cancel_awaited(vm, &shared, &me, value));
            cx.finish(started).await?;
        }
        Ok(Value::None)
    })
}

/// Whether a future has a `get_loop` that gives another loop than the task's.
async fn is_of_another_loop(cx: &Cx, me: &Rc<Instance>, value: &Value) -> Result<bool, Raise> {
    let get_loop = cx.with(|vm| Rc::clone(&Shared::of(vm).names.get_loop));
    let Some(get_loop) = cx.get_attr_optional(value, &get_loop).await? else {
        return Ok(false);
    };
    let theirs = cx.call(&get_loop, []).await?;
    let mine = future::state(me).and_then(|state| state.owner.get().cloned());
    Ok(mine.is_some_and(|mine| !Value::Instance(mine).is(&theirs)))
}
