//! What programs can do with a `Future`; tasks inherit most of it.

use crate::arguments::{given, receiver, take_context};
use crate::awaited_by;
use crate::callbacks::{self, Callback};
use crate::event_loop::EventLoop;
use crate::future::{self, Future, Status, blank_instance};
use crate::future_iterator;
use crate::journal;
use crate::repr;
use crate::shortcuts;
use crate::shown;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, MANY, NativeDef, Raise, Value, intern};
use coroscope_python::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Methods of `Future`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", initialize, 0, 0)
        .with_params(&["loop"])
        .keyword_only(1),
    NativeDef::method("result", result, 0, 0).shortcut(shortcuts::result),
    NativeDef::method("exception", exception, 0, 0).shortcut(shortcuts::exception),
    NativeDef::method("done", done, 0, 0).shortcut(shortcuts::done),
    NativeDef::method("cancelled", cancelled, 0, 0).shortcut(shortcuts::cancelled),
    NativeDef::method("cancel", cancel, 0, 1).with_params(&["msg"]),
    NativeDef::method("set_result", set_result, 1, 1).shortcut(shortcuts::set_result),
    NativeDef::method("set_exception", set_exception, 1, 1),
    NativeDef::method("add_done_callback", add_done_callback, 1, 1)
        .any_keywords()
        .shortcut(shortcuts::add_done_callback),
    NativeDef::method("remove_done_callback", remove_done_callback, 1, 1),
    NativeDef::method("get_loop", get_loop, 0, 0),
    NativeDef::method("_make_cancelled_error", make_cancelled_error, 0, 0),
    NativeDef::method("__await__", future_iterator::of_receiver, 0, 0),
    NativeDef::method("__iter__", future_iterator::of_receiver, 0, 0),
    NativeDef::method("__repr__", represent, 0, 0),
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
];

/// Attributes of `Future` that the library and curious programs read.
pub(crate) const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "_state",
        get: |_, v| read(v, |f| Value::str(state_name(f))),
        set: None,
    },
    GetSet {
        name: "_loop",
        get: |_, v| {
            read(v, |f| {
                f.owner.get().cloned().map_or(Value::None, Value::Instance)
            })
        },
        set: None,
    },
    GetSet {
        name: "_result",
        get: |_, v| {
            read(v, |f| match f.status.get() {
                Status::Finished => f.result.borrow().clone(),
                // That of a sleep has its result from the start.
                Status::Pending | Status::Cancelled => Value::None,
            })
        },
        set: None,
    },
    GetSet {
        name: "_exception",
        get: |_, v| {
            read(v, |f| {
                f.exception().map_or(Value::None, |raise| raise.value())
            })
        },
        set: None,
    },
    GetSet {
        name: "_callbacks",
        get: callbacks_list,
        set: None,
    },
    GetSet {
        name: "_asyncio_awaited_by",
        get: awaited_by::get,
        set: None,
    },
    GetSet {
        name: "_asyncio_future_blocking",
        get: |_, v| read(v, |f| Value::Bool(f.blocking.get())),
        set: Some(|vm, v, new| {
            let truth = crate::arguments::truth_now(vm, &new)?;
            read(v, |f| {
                f.blocking.set(truth);
                Value::None
            })
        }),
    },
    GetSet {
        name: "_cancel_message",
        get: |_, v| read(v, |f| f.cancel_message()),
        set: Some(|_, v, new| {
            read(v, |f| {
                f.set_cancel_message(new.clone());
                Value::None
            })
        }),
    },
    GetSet {
        name: "_log_traceback",
        get: |_, v| read(v, |f| Value::Bool(f.unseen.get())),
        set: Some(|vm, v, new| {
            if crate::arguments::truth_now(vm, &new)? {
                return Err(vm.value_error("_log_traceback can only be set to False"));
            }
            read(v, |f| {
                f.unseen.set(false);
                Value::None
            })
        }),
    },
    GetSet {
        name: "_source_traceback",
        get: |vm, v| {
            let state = crate::arguments::state_of::<Future>(v);
            Ok(state.map_or(Value::None, |state| state.source(vm)))
        },
        set: None,
    },
];

pub(crate) fn read(value: &Value, get: impl FnOnce(&Future) -> Value) -> NativeResult {
    Ok(match crate::arguments::state_of::<Future>(value).map(get) {
        Some(Value::Undefined) | None => Value::None,
        Some(value) => value,
    })
}

fn state_name(state: &Future) -> &'static str {
    match state.status.get() {
        Status::Pending => "PENDING",
        Status::Finished => "FINISHED",
        Status::Cancelled => "CANCELLED",
    }
}

/// The receiver, which must have been initialized.
pub(crate) fn this(vm: &Vm, args: &mut Args) -> Result<Rc<Instance>, Raise> {
    let me = receiver::<Future>(vm, args)?;
    match me.native::<Future>() {
        Some(state) if state.owner.get().is_some() => Ok(me),
        _ => Err(vm.runtime_error("Future object is not initialized.")),
    }
}

fn with<R>(me: &Rc<Instance>, look: impl FnOnce(&Future) -> R) -> Option<R> {
    me.native::<Future>().map(look)
}

pub(crate) fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    match args.take(0) {
        Value::Class(class) => Ok(Value::Instance(blank_instance(&class))),
        _ => Err(vm.type_error("__new__ needs a class")),
    }
}

fn initialize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Future>(vm, &mut args)?;
    let event_loop = args.take(1);
    with_loop(vm, event_loop, move |vm, owner| {
        future::begin(vm, &me, owner);
        Ok(Value::None)
    })
}

/// Goes on with the loop that an argument gives; if it gives none, with that
/// of `asyncio.events.get_event_loop()`.
pub(crate) fn with_loop(
    vm: &mut Vm,
    argument: Value,
    then: impl FnOnce(&mut Vm, &Rc<Instance>) -> NativeResult + 'static,
) -> NativeResult {
    if let Some(given) = given(argument) {
        let owner = any_loop(vm, &given)?;
        return then(vm, &owner);
    }
    let shared = Shared::of(vm);
    let running = shared.running.borrow().clone();
    if let Some(owner) = running {
        return then(vm, &owner);
    }
    let Some(events) = vm.imported("asyncio.events") else {
        return Err(vm.runtime_error("no running event loop"));
    };
    vm.run_async("get_event_loop", move |cx| async move {
        let found = cx.call_method(&events, "get_event_loop", []).await?;
        let started = cx.with(|vm| {
            let owner = any_loop(vm, &found)?;
            then(vm, &owner)
        });
        cx.finish(started).await
    })
}

/// A loop of ours, or what a program says is one: an object with `get_debug`,
/// the first method that asyncio asks it for.
pub(crate) fn any_loop(vm: &mut Vm, value: &Value) -> Result<Rc<Instance>, Raise> {
    if let Value::Instance(instance) = value
        && (instance.native::<EventLoop>().is_some()
            || vm.find_attr(value, &intern("get_debug"))?.is_some())
    {
        return Ok(Rc::clone(instance));
    }
    let name = vm.type_name(value);
    let text = format!("'{name}' object has no attribute 'get_debug'");
    Err(vm.error(&vm.types.attribute_error, &text))
}

fn result(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    with(&me, |state| state.outcome(vm, &shared)).unwrap_or(Ok(Value::None))
}

fn exception(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    with(&me, |state| match state.status.get() {
        Status::Cancelled => Err(state.make_cancelled(vm, &shared)),
        Status::Pending => Err(shared.invalid(vm, "Exception is not set.")),
        Status::Finished => {
            state.unseen.set(false);
            Ok(state.exception().map_or(Value::None, |raise| raise.value()))
        }
    })
    .unwrap_or(Ok(Value::None))
}

fn done(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Future>(vm, &mut args)?;
    Ok(Value::Bool(with(&me, Future::is_done).unwrap_or(false)))
}

fn cancelled(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Future>(vm, &mut args)?;
    let status = with(&me, |state| state.status.get());
    Ok(Value::Bool(status == Some(Status::Cancelled)))
}

fn cancel(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let message = given(args.take(1)).unwrap_or(Value::None);
    let shared = Shared::of(vm);
    with(&me, |state| state.unseen.set(false));
    crate::cancel::cancel(vm, &shared, &me, &message)
}

fn check_pending(vm: &Vm, shared: &Shared, me: &Rc<Instance>) -> Result<(), Raise> {
    if with(me, Future::is_done).unwrap_or(false) {
        return Err(shared.invalid(vm, "invalid state"));
    }
    Ok(())
}

fn set_result(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    check_pending(vm, &shared, &me)?;
    future::resolve(vm, &me, args.take(1))
}

fn set_exception(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    check_pending(vm, &shared, &me)?;
    let given = args.take(1);
    if let Value::Class(class) = &given
        && class.is_subclass_of(&vm.types.base_exception)
    {
        return vm.run_async("set_exception", move |cx| async move {
            let made = cx.call(&given, []).await?;
            cx.with(|vm| fail_with(vm, &me, made))
        });
    }
    fail_with(vm, &me, given)
}

fn fail_with(vm: &mut Vm, me: &Rc<Instance>, given: Value) -> NativeResult {
    let raise = match given {
        Value::Instance(instance) if instance.exception().is_some() => Raise(instance),
        _ => return Err(vm.type_error("invalid exception object")),
    };
    if vm.raises(&raise, &vm.types.stop_iteration) {
        return Err(vm.type_error(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        ));
    }
    future::fail(vm, me, raise)
}

fn add_done_callback(vm: &mut Vm, mut args: Args) -> NativeResult {
    let context = take_context(vm, "add_done_callback", &mut args)?;
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    let callback = args.take(1);
    if callback.is_undefined() {
        return Err(
            vm.type_error("add_done_callback() takes exactly 1 positional argument (0 given)")
        );
    }
    if args.values.len() > 2 {
        let given = args.values.len() - 1;
        return Err(vm.type_error(format!(
            "add_done_callback() takes exactly 1 positional argument ({given} given)"
        )));
    }
    let context = match context {
        Value::Undefined | Value::None => shared.context_for_later(),
        given => shared.context_argument(vm, given)?,
    };
    callbacks::add(vm, &me, Callback::Call(Box::new((callback, context))))
}

fn remove_done_callback(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let unwanted = args.take(1);
    let callables: Vec<Option<Value>> = with(&me, |state| {
        let callbacks = state.callbacks.borrow();
        let callable = |callback: &Callback| match callback {
            Callback::Wake(_) => None,
            Callback::Call(call) => Some(call.0.clone()),
        };
        callbacks.iter().map(callable).collect()
    })
    .unwrap_or_default();
    vm.run_async("remove_done_callback", move |cx| async move {
        let mut gone = Vec::new();
        for (position, callable) in callables.iter().enumerate() {
            if let Some(callable) = callable
                && cx.equal(callable, &unwanted).await?
            {
                gone.push(position);
            }
        }
        let Some(state) = me.native::<Future>() else {
            return Ok(Value::Int(0));
        };
        let mut removed = Vec::new();
        {
            let mut callbacks = state.callbacks.borrow_mut();
            for position in gone.into_iter().rev() {
                if position < callbacks.len() {
                    removed.push(callbacks.remove(position));
                }
            }
        }
        let count = removed.len() as i64;
        cx.with(|vm| {
            for callback in &removed {
                journal::callback_removed(vm, state, callback);
            }
        });
        drop(removed);
        Ok(Value::Int(count))
    })
}

fn get_loop(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let owner = with(&me, |state| state.owner.get().cloned()).flatten();
    Ok(owner.map_or(Value::None, Value::Instance))
}

fn make_cancelled_error(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    let raise = with(&me, |state| state.make_cancelled(vm, &shared));
    Ok(raise.map_or(Value::None, |raise| raise.value()))
}

fn represent(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let address = Rc::as_ptr(&me).addr();
    shown::text(vm, address, move |vm| repr::future(vm, &me))
}

/// `Future[int]`
fn class_getitem(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (origin, parameters) = (args.take(0), args.take(1));
    vm.generic_alias(&origin, &parameters)
}

/// `_callbacks`: pairs of callable and context, None if there are none.
fn callbacks_list(vm: &mut Vm, value: &Value) -> NativeResult {
    let Some(me) = future::as_future(value) else {
        return Ok(Value::None);
    };
    let shared = Shared::of(vm);
    let pairs: Vec<Value> = with(me, |state| {
        let callbacks = state.callbacks.borrow();
        let pair = |callback: &Callback| match callback {
            Callback::Wake(task) => {
                let task_state = future::state(task).and_then(Future::task);
                let context = task_state.map_or(Value::None, |state| shared.context_shown(state));
                Value::tuple([crate::task_methods::wakeup(task), context])
            }
            Callback::Call(call) => {
                Value::tuple([call.0.clone(), Value::Instance(shared.own_copy(&call.1))])
            }
        };
        callbacks.iter().map(pair).collect()
    })
    .unwrap_or_default();
    if pairs.is_empty() {
        return Ok(Value::None);
    }
    Ok(Value::list(pairs))
}
