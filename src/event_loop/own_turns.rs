//! Loops derived from ours that have a `_run_once` or a `time` of their own:
//! ready queue, timers and turns are then Python code (`asyncio/own_turns.py`),
//! which such a class may look into and add to.

use crate::arguments::receiver;
use crate::event_loop::EventLoop;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, NativeDef, Value, intern};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_world::threads;
use std::rc::Rc;

/// Methods that the Python part needs.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("_turn_by_own_turns", turn, 0, 0),
    NativeDef::method("_set_running", set_running, 1, 1),
];

/// The loop goes over to Python code.
fn turn(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    if let Some(state) = me.native::<EventLoop>() {
        state.has_own_call_soon.set(true);
        state.has_own_turns.set(true);
    }
    Ok(Value::None)
}

/// `call_later` in Python, for other loops, too: their class has a `call_at` of its own,
/// or the delay is an object that knows itself how it is added to a time.
#[cold]
#[inline(never)]
pub(crate) fn call_later(
    vm: &mut Vm,
    me: Rc<Instance>,
    mut args: Args,
    context: Value,
) -> NativeResult {
    args.values.push(context);
    args.names = Some(vec![Rc::clone(&Shared::of(vm).names.context)].into());
    call(vm, me, "_own_call_later", args)
}

fn set_running(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<EventLoop>(vm, &mut args)?;
    if let Some(state) = me.native::<EventLoop>() {
        state.running.set(matches!(args.take(1), Value::Bool(true)));
        state.thread.set(threads::current(vm));
    }
    Ok(Value::None)
}

/// The loop of a call, if it has turns of its own.
pub(crate) fn of(args: &Args) -> Option<Rc<Instance>> {
    match args.values.first() {
        Some(Value::Instance(me)) => me
            .native::<EventLoop>()
            .is_some_and(|state| state.has_own_turns.get())
            .then(|| Rc::clone(me)),
        _ => None,
    }
}

/// Does what a native method of the loop would do, by a method in Python.
pub(crate) fn call(vm: &mut Vm, me: Rc<Instance>, method: &str, mut args: Args) -> NativeResult {
    let method = vm.load_attr(&Value::Instance(me), &intern(method))?;
    drop(args.take(0));
    args.values.remove(0);
    vm.call(&method, args)
}
