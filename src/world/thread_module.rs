//! The module `_thread`: what the library's `threading` is made of. A lock is
//! Python code there, since nothing but a wait takes the machine away.

use crate::clock::nanoseconds;
use crate::threads::{How, MAIN, Pause, Threads, current, threads};
use coroscope_python::object::{DictObj, NativeDef, Raise, Value};
use coroscope_python::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("get_ident", ident, 0, 0),
    NativeDef::function("get_native_id", ident, 0, 0),
    NativeDef::function("__getattr__", from_threading, 1, 1),
    NativeDef::function("_is_main_thread", is_main, 0, 0),
    NativeDef::function("_start", start, 2, 2),
    NativeDef::function("_wait", wait, 2, 2),
    NativeDef::function("_wake", wake, 1, 1),
    NativeDef::function("_give_way", give_way, 0, 0),
];

/// Fills the module's namespace.
pub(crate) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_thread", FUNCTIONS);
    Ok(())
}

fn ident(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Int(current(vm) as i64))
}

/// Names that `threading` keeps: locks are Python code.
fn from_threading(vm: &mut Vm, args: Args) -> NativeResult {
    vm.call_library("threading", "_of_thread", args.values.into_vec())
}

fn is_main(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Bool(current(vm) == MAIN))
}

fn of(vm: &Vm) -> Result<Rc<Threads>, Raise> {
    threads(vm).ok_or_else(|| vm.runtime_error("can't start new thread"))
}

fn pause(vm: &mut Vm, deadline: Option<u64>, how: How) -> NativeResult {
    vm.push_native(Box::new(Pause::new(deadline, how)));
    Ok(Value::Undefined)
}

/// `_start(function, name)`: a thread that calls the function runs at once.
fn start(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (function, name) = (args.take(0), args.take(1));
    let name = name.as_str().unwrap_or("thread");
    let cause = vm.log.current();
    of(vm)?.start(function, name, cause);
    pause(vm, None, How::GivesWay)
}

/// `_wait(seconds, what)`: whether the thread was woken; None waits for ever.
fn wait(vm: &mut Vm, mut args: Args) -> NativeResult {
    let deadline = match args.take(0) {
        Value::None => None,
        Value::Float(seconds) => deadline(vm, seconds),
        Value::Int(seconds) => deadline(vm, seconds as f64),
        _ => return Err(vm.type_error("seconds must be a number")),
    };
    let what = args.take(1);
    let what = what.as_str().unwrap_or("a wait");
    pause(vm, deadline, How::Waits(what.into()))
}

fn deadline(vm: &Vm, seconds: f64) -> Option<u64> {
    let now = crate::clock(vm).now();
    Some(now.saturating_add(nanoseconds(seconds.max(0.0)).unwrap_or(0)))
}

fn wake(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Value::Int(ident) = args.take(0) {
        of(vm)?.wake(ident as u64);
    }
    Ok(Value::None)
}

fn give_way(vm: &mut Vm, _: Args) -> NativeResult {
    if !of(vm)?.others_are_ready() {
        return Ok(Value::None);
    }
    pause(vm, None, How::GivesWay)
}
