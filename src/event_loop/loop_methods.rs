//! What programs and the library's Python part can do with an `EventLoop`.

use crate::arguments::{given, receiver, take_named, truth_now};
use crate::driver::Driver;
use crate::event_loop::EventLoop;
use crate::future::{self, DEBUG_DEPTH};
use crate::handle::{Call, Handle};
use crate::journal;
use crate::own_turns;
use crate::ready::{Ready, Work};
use crate::shortcuts;
use crate::task;
use crate::timers::{self, Due};
use crate::world_of_loop::Shared;
use coroscope_python::code::CodeKind;
use coroscope_python::object::{Instance, MANY, NativeDef, Payload, Raise, Value, intern};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_trace::{Cause, EntityId, EntityKind, Kind, TextId};
use coroscope_world::threads;
use std::cell::Cell;
use std::rc::Rc;

/// Methods of `EventLoop`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", initialize, 0, 0),
    NativeDef::method("call_soon", call_soon, 1, MANY)
        .any_keywords()
        .shortcut(shortcuts::call_soon),
    NativeDef::method("call_soon_threadsafe", call_soon_threadsafe, 1, MANY).any_keywords(),
    NativeDef::method("call_later", call_later, 2, MANY).any_keywords(),
    NativeDef::method("call_at", call_at, 2, MANY).any_keywords(),
    NativeDef::method("create_future", create_future, 0, 0).shortcut(shortcuts::create_future),
    NativeDef::method("create_task", create_task, 1, 1).any_keywords(),
    NativeDef::method("set_task_factory", set_task_factory, 1, 1).with_params(&["factory"]),
    NativeDef::method("get_task_factory", get_task_factory, 0, 0),
    NativeDef::method("time", time, 0, 0),
    NativeDef::method("stop", stop, 0, 0),
    NativeDef::method("set_debug", set_debug, 1, 1).with_params(&["enabled"]),
    NativeDef::method("get_debug", get_debug, 0, 0),
    NativeDef::method("is_running", is_running, 0, 0),
    NativeDef::method("is_closed", is_closed, 0, 0),
    NativeDef::method("_check_closed", check_closed, 0, 0),
    NativeDef::method("_has_ready", has_ready, 0, 0),
    NativeDef::method("_run_until_stopped", run_until_stopped, 0, 0),
    NativeDef::method("_close", close, 0, 0),
];

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    match args.take(0) {
        Value::Class(class) => {
            let payload = Payload::Native(Box::new(EventLoop::default()));
            Ok(Value::Instance(Instance::new(class, payload)))
        }
        _ => Err(vm.type_error("__new__ needs a class")),
    }
}

fn initialize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    if let Some(state) = me.native::<EventLoop>()
        && state.entity.get().is_none()
    {
        let entity = vm
            .log
            .new_entity(EntityKind::Loop, TextId::EMPTY, vm.running_entity());
        state.entity.set(Some(entity));
        let class = me.class();
        let is_own = |name| !matches!(vm.class_attr(&class, name), Some(Value::Native(_)));
        let call_soon = Rc::clone(&Shared::of(vm).names.call_soon);
        state.has_own_call_soon.set(is_own(&call_soon));
        state.has_own_call_at.set(is_own(&intern("call_at")));
        *state.task_factory.borrow_mut() = Value::None;
        Shared::of(vm).loops.borrow_mut().push(Rc::downgrade(&me));
        let place = vm.visitor_place();
        vm.log
            .emit(Kind::LoopCreated, entity, Cause::Current, place, 0, 0);
    }
    Ok(Value::None)
}

/// Whether something waits for its turn.
fn has_ready(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let is_empty = |state: &EventLoop| state.ready.borrow().is_empty();
    Ok(Value::Bool(!me.native().is_none_or(is_empty)))
}

fn call_soon(vm: &mut Vm, args: Args) -> NativeResult {
    if let Some(me) = own_turns::of(&args) {
        return own_turns::call(vm, me, "_own_call_soon", args);
    }
    soon(vm, args, true)
}

/// `own_thread`: debug mode wants the caller to be in the loop's thread.
fn soon(vm: &mut Vm, mut args: Args, own_thread: bool) -> NativeResult {
    let name = if own_thread {
        "call_soon"
    } else {
        "call_soon_threadsafe"
    };
    let context = take_named(vm, name, &["callback"], &mut args)?;
    let shared = Shared::of(vm);
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let callback = args.take(1);
    let state = open_state(vm, &me)?;
    if own_thread {
        state.check_thread(vm)?;
    }
    check_callback(vm, state, &callback, name)?;
    let context = shared.context_of_handle(vm, context)?;
    let arguments = Value::tuple(args.values.drain(2..));
    let (entity, event) = journal::handle_made(vm, &callback);
    let handle = Handle::serving(&me, Call::Of(callback, arguments), context, entity);
    if state.in_debug_mode() {
        handle.set_source(vm.calls_in_progress(DEBUG_DEPTH));
    }
    let handle = handle.into_instance(&shared);
    state.push_ready(Ready {
        work: Work::Handle(Rc::clone(&handle)),
        entity,
        event,
    });
    Ok(Value::Instance(handle))
}

/// `call_soon` for other threads: the loop's thread is woken if it waits.
fn call_soon_threadsafe(vm: &mut Vm, args: Args) -> NativeResult {
    if let Some(me) = own_turns::of(&args) {
        return own_turns::call(vm, me, "_own_call_soon_threadsafe", args);
    }
    let me = args.values.first().cloned().unwrap_or_default();
    let handle = soon(vm, args, false)?;
    if let Value::Instance(me) = &me
        && let Some(state) = me.native::<EventLoop>()
        && state.running.get()
        && state.thread.get() != threads::current(vm)
        && let Some(threads) = threads::threads(vm)
    {
        threads.wake(state.thread.get());
    }
    Ok(handle)
}

/// The state of a loop that is not closed.
fn open_state<'a>(vm: &Vm, me: &'a Rc<Instance>) -> Result<&'a EventLoop, Raise> {
    let state = loop_state(vm, me)?;
    state.check_open(vm)?;
    Ok(state)
}

fn loop_state<'a>(vm: &Vm, me: &'a Rc<Instance>) -> Result<&'a EventLoop, Raise> {
    match me.native::<EventLoop>() {
        Some(state) => Ok(state),
        None => Err(vm.runtime_error("the event loop is not initialized")),
    }
}

/// In debug mode, what is scheduled must be callable and no coroutine.
fn check_callback(
    vm: &mut Vm,
    state: &EventLoop,
    callback: &Value,
    method: &str,
) -> Result<(), Raise> {
    if !state.in_debug_mode() {
        return Ok(());
    }
    let makes_coroutine = match callback {
        Value::Generator(_) => true,
        Value::Function(function) => {
            function.code().kind == coroscope_python::code::CodeKind::Coroutine
        }
        _ => false,
    };
    if makes_coroutine {
        return Err(vm.type_error(format!("coroutines cannot be used with {method}()")));
    }
    if !vm.is_callable(callback) {
        let text = vm.short_repr(callback);
        return Err(vm.type_error(format!(
            "a callable object was expected by {method}(), got {text}"
        )));
    }
    Ok(())
}

fn call_later(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(me) = own_turns::of(&args) {
        return own_turns::call(vm, me, "_own_call_later", args);
    }
    let context = take_named(vm, "call_later", &["delay", "callback"], &mut args)?;
    let delay = match args.values.get(1) {
        Some(Value::Float(delay)) => Some(*delay),
        Some(Value::Int(delay)) => Some(*delay as f64),
        _ => None,
    };
    let me = receiver::<EventLoop>(vm, &mut args)?;
    if let Some(delay) = delay
        && !loop_state(vm, &me)?.has_own_call_at.get()
    {
        let now = coroscope_world::seconds(coroscope_world::now(vm));
        return schedule(vm, &me, args, now + delay, context);
    }
    own_turns::call_later(vm, me, args, context)
}

fn call_at(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(me) = own_turns::of(&args) {
        return own_turns::call(vm, me, "_own_call_at", args);
    }
    let context = take_named(vm, "call_at", &["when", "callback"], &mut args)?;
    let when = args.take(1);
    if when.is_none() {
        return Err(vm.type_error("when cannot be None"));
    }
    let seconds = number(vm, &when, |name| format!("must be real number, not {name}"))?;
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let timer = schedule(vm, &me, args, seconds, context)?;
    if let Value::Instance(timer) = &timer
        && let Some(handle) = timer.native::<Handle>()
    {
        handle.set_given_when(when);
    }
    Ok(timer)
}

/// A duration or a time in seconds; `complaint` says what is wrong with a type
/// that is no number.
fn number(
    vm: &mut Vm,
    value: &Value,
    complaint: impl FnOnce(&str) -> String,
) -> Result<f64, Raise> {
    match value {
        Value::Float(seconds) => Ok(*seconds),
        Value::Int(seconds) => Ok(*seconds as f64),
        Value::Bool(seconds) => Ok(f64::from(u8::from(*seconds))),
        other => {
            let name = vm.type_name(other);
            match vm.float_of(other) {
                Ok(Value::Float(seconds)) => Ok(seconds),
                _ => Err(vm.type_error(complaint(name.as_str()))),
            }
        }
    }
}

fn schedule(
    vm: &mut Vm,
    me: &Rc<Instance>,
    mut args: Args,
    when: f64,
    context: Value,
) -> NativeResult {
    let shared = Shared::of(vm);
    let callback = args.take(2);
    let state = open_state(vm, me)?;
    state.check_thread(vm)?;
    // That is where CPython looks at it in both cases.
    check_callback(vm, state, &callback, "call_at")?;
    let context = shared.context_of_handle(vm, context)?;
    let serves = served_future(&callback, args.values.get(3));
    let arguments = Value::tuple(args.values.drain(3..));
    let deadline = timers::nearest_nanosecond(when);
    let (entity, set_at) = journal::timer_set(vm, &callback, serves, deadline);
    let handle = Handle {
        when: Cell::new(Some(when)),
        scheduled: Cell::new(true),
        set_at,
        ..Handle::serving(me, Call::Of(callback, arguments), context, entity)
    };
    if state.in_debug_mode() {
        handle.set_source(vm.calls_in_progress(DEBUG_DEPTH));
    }
    let handle = handle.into_instance(&shared);
    state
        .timers
        .borrow_mut()
        .push(when, Due::Handle(Rc::clone(&handle)));
    Ok(Value::Instance(handle))
}

/// The future of a sleep, which the timer resolves.
fn served_future(callback: &Value, argument: Option<&Value>) -> EntityId {
    match (callback, argument) {
        (Value::Native(function), Some(Value::Instance(future)))
            if function.def.name == crate::module::SET_RESULT_UNLESS_CANCELLED =>
        {
            journal::entity_of(future)
        }
        _ => EntityId::NONE,
    }
}

fn create_future(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let shared = Shared::of(vm);
    Ok(Value::Instance(future::new_future(vm, &shared, &me)))
}

fn create_task(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mut keywords = args.take_keywords();
    let shared = Shared::of(vm);
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let state = loop_state(vm, &me)?;
    let mut coroutine = args.take(1);
    if coroutine.is_undefined()
        && let Some(at) = keywords
            .iter()
            .position(|(name, _)| name.as_str() == "coro")
    {
        coroutine = keywords.swap_remove(at).1;
    }
    if coroutine.is_undefined() {
        return Err(vm.type_error(
            "BaseEventLoop.create_task() missing 1 required positional argument: 'coro'",
        ));
    }
    state.check_open(vm)?;
    let factory = state.task_factory.borrow().clone();
    let is_coroutine = match &coroutine {
        Value::Generator(generator) => {
            generator.kind == CodeKind::Coroutine || generator.iterable_coroutine.get()
        }
        _ => false,
    };
    let is_plain = factory.is_none() && !state.has_own_call_soon.get();
    if is_plain && keywords.is_empty() && is_coroutine {
        // The usual case needs none of the constructor's ways.
        return task::plain(vm, &shared, &me, coroutine, None);
    }
    let owner = Value::Instance(Rc::clone(&me));
    let mut values = vec![coroutine];
    let mut names = Vec::new();
    let mut later_name = None;
    let mut named: Vec<(coroscope_python::object::StrRef, Value)> = Vec::new();
    let callable = if factory.is_none() {
        named.push((Rc::clone(&shared.names.loop_), owner));
        Value::Class(Rc::clone(&shared.task))
    } else {
        values.insert(0, owner);
        factory.clone()
    };
    for (name, value) in keywords {
        let is_known = matches!(name.as_str(), "name" | "context" | "eager_start");
        if is_known && value.is_none() {
            continue;
        }
        if !is_known && factory.is_none() {
            return Err(vm.type_error(format!(
                "BaseEventLoop.create_task() got an unexpected keyword argument '{name}'"
            )));
        }
        if !factory.is_none() && name.as_str() == "name" && !takes_name(vm, &factory)? {
            later_name = Some(value);
            continue;
        }
        named.push((name, value));
    }
    for (name, value) in named {
        names.push(name);
        values.push(value);
    }
    let arguments = Args {
        values: values.into_iter().collect(),
        names: (!names.is_empty()).then(|| names.into()),
    };
    let Some(name) = later_name else {
        return vm.call(&callable, arguments);
    };
    vm.run_async("create_task", move |cx| async move {
        let task = cx.call_args(&callable, arguments).await?;
        let set_name = cx.get_attr_optional(&task, &shared.names.set_name).await?;
        if let Some(set_name) = set_name {
            cx.call(&set_name, [name]).await?;
        }
        Ok(task)
    })
}

/// Whether a task factory wants the name: those for eager tasks do, to others
/// it may be unknown.
fn takes_name(vm: &mut Vm, factory: &Value) -> Result<bool, Raise> {
    let name = intern("_takes_name");
    Ok(vm.find_attr(factory, &name)?.is_some())
}

fn set_task_factory(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let factory = args.take(1);
    if !factory.is_none() && !vm.is_callable(&factory) {
        return Err(vm.type_error("task factory must be a callable or None"));
    }
    let old = loop_state(vm, &me)?.task_factory.replace(factory);
    drop(old);
    Ok(Value::None)
}

fn get_task_factory(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let factory = loop_state(vm, &me)?.task_factory.borrow().clone();
    Ok(given(factory).unwrap_or(Value::None))
}

fn time(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Float(coroscope_world::seconds(
        coroscope_world::now(vm),
    )))
}

fn stop(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(me) = own_turns::of(&args) {
        return own_turns::call(vm, me, "_own_stop", args);
    }
    let me = receiver::<EventLoop>(vm, &mut args)?;
    loop_state(vm, &me)?.stopping.set(true);
    Ok(Value::None)
}

fn set_debug(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let debug = truth_now(vm, &args.take(1))?;
    loop_state(vm, &me)?.debug.set(debug);
    Ok(Value::None)
}

fn get_debug(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    Ok(Value::Bool(loop_state(vm, &me)?.debug.get()))
}

fn is_running(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    Ok(Value::Bool(loop_state(vm, &me)?.running.get()))
}

fn is_closed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    Ok(Value::Bool(loop_state(vm, &me)?.closed.get()))
}

fn check_closed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    open_state(vm, &me)?;
    Ok(Value::None)
}

fn run_until_stopped(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    open_state(vm, &me)?;
    let shared = Shared::of(vm);
    vm.push_native(Box::new(Driver::new(shared, me)));
    Ok(Value::Undefined)
}

fn close(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    let state = loop_state(vm, &me)?;
    if !state.closed.replace(true) {
        let entity = state.entity.get().unwrap_or(EntityId::NONE);
        state.clear();
        journal::plain(vm, Kind::LoopClosed, entity, Cause::Current);
    }
    Ok(Value::None)
}
