//! `atexit`: what is called when the program ends.

use crate::object::{DictObj, MANY, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const AT_EXIT: &[NativeDef] = &[
    NativeDef::function("register", register, 1, MANY).any_keywords(),
    NativeDef::function("unregister", unregister, 1, 1),
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
