//! `atexit`: what is called when the program ends.

use crate::object::{DictObj, MANY, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Stop, Vm};
use std::rc::Rc;

const AT_EXIT: &[NativeDef] = &[
    NativeDef::function("register", register, 1, MANY).any_keywords(),
    NativeDef::function("unregister", unregister, 1, 1),
    NativeDef::function("_leave", leave, 1, 1),
];

/// Fills the namespace of `atexit`.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "atexit", AT_EXIT);
    Ok(())
}

fn register(vm: &mut Vm, mut args: Args) -> NativeResult {
    let function = args.values[0].clone();
    args.values.remove(0);
    vm.exit_functions.push((function.clone(), args));
    Ok(function)
}

fn unregister(vm: &mut Vm, mut args: Args) -> NativeResult {
    let function = args.take(0);
    vm.exit_functions.retain(|(known, _)| !known.is(&function));
    Ok(Value::None)
}

/// `os._exit`: nothing is called any more, not even a `finally` block.
fn leave(vm: &mut Vm, mut args: Args) -> NativeResult {
    let status = vm.int_argument(&args.take(0))?;
    // What a process's parent gets of it.
    Err(vm.stop_for(Stop::Left((status & 0xff) as u8)))
}
