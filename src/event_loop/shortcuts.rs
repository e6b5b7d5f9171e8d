//! Methods of futures and loops as they are called most: without keywords, of
//! objects with nothing of the program's own about it. They need no list of
//! arguments then; see [`coroscope_python::object::Shortcut`]. Each declines,
//! by `None`, before it has done anything.

use crate::arguments::state_of;
use crate::callbacks::{self, Callback};
use crate::event_loop::EventLoop;
use crate::future::{self, Future, Status};
use crate::handle::{Call, Handle};
use crate::journal;
use crate::ready::{Ready, Work};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Tuple, Value};
use coroscope_python::vm::{NativeResult, Vm};
use std::rc::Rc;

/// `future.done()`
pub(crate) fn done(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [me] = &*args else {
        return None;
    };
    Some(Ok(Value::Bool(state_of::<Future>(me)?.is_done())))
}

/// `future.cancelled()`
pub(crate) fn cancelled(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [me] = &*args else {
        return None;
    };
    let status = state_of::<Future>(me)?.status.get();
    Some(Ok(Value::Bool(status == Status::Cancelled)))
}

/// `future.result()` where there is one.
pub(crate) fn result(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [me] = &*args else {
        return None;
    };
    let state = state_of::<Future>(me)?;
    state
        .has_result()
        .then(|| Ok(state.result.borrow().clone()))
}

/// `future.exception()` where there is none but a result.
pub(crate) fn exception(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [me] = &*args else {
        return None;
    };
    state_of::<Future>(me)?
        .has_result()
        .then_some(Ok(Value::None))
}

/// `future.set_result(value)` of a pending one.
pub(crate) fn set_result(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [Value::Instance(me), value] = args else {
        return None;
    };
    let state = future::state(me)?;
    if state.owner.get().is_none() || state.is_done() {
        return None;
    }
    let me = Rc::clone(me);
    Some(future::resolve(vm, &me, value.take()))
}

/// `future.add_done_callback(callable)`
pub(crate) fn add_done_callback(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [Value::Instance(me), callable] = args else {
        return None;
    };
    let state = future::state(me)?;
    if state.owner.get().is_none() || state.calls_soon_elsewhere() {
        return None;
    }
    let me = Rc::clone(me);
    let context = Shared::of(vm).context_for_later();
    let callback = Callback::Call(Box::new((callable.take(), context)));
    Some(callbacks::add(vm, &me, callback))
}

/// A loop of ours that is open and not in debug mode, with turns in Rust.
fn plain(me: &Value) -> Option<(&Rc<Instance>, &EventLoop)> {
    let Value::Instance(me) = me else {
        return None;
    };
    let state = me.native::<EventLoop>()?;
    let is_plain = !state.has_own_turns.get() && !state.closed.get() && !state.in_debug_mode();
    is_plain.then_some((me, state))
}

/// `loop.create_future()`
pub(crate) fn create_future(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [me] = &*args else {
        return None;
    };
    let (me, _) = plain(me)?;
    let shared = Shared::of(vm);
    Some(Ok(Value::Instance(future::new_future(vm, &shared, me))))
}

/// `loop.call_soon(callable, …)`
pub(crate) fn call_soon(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let is_dropped = vm.drops_result();
    let [me, callable, arguments @ ..] = args else {
        return None;
    };
    let (me, state) = plain(me)?;
    let shared = Shared::of(vm);
    let (entity, event) = journal::handle_made(vm, callable);
    let args = Rc::new(Tuple::new(arguments.iter_mut().map(Value::take)));
    let context = shared.context_for_later();
    // While events are recorded, whoever looks at the handle's wants the object.
    if is_dropped && !vm.log.is_recording() {
        let work = Work::Call {
            callback: callable.take(),
            args,
            context,
        };
        state.push_ready(Ready {
            work,
            entity,
            event,
        });
        return Some(Ok(Value::None));
    }
    let call = Call::Of(callable.take(), Value::Tuple(args));
    let handle = Handle::serving(me, call, context, entity);
    let handle = handle.into_instance(&shared);
    state.push_ready(Ready {
        work: Work::Handle(Rc::clone(&handle)),
        entity,
        event,
    });
    Some(Ok(Value::Instance(handle)))
}
