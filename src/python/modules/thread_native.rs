//! `_thread` and `atexit`, as far as a world with one thread has them.

use super::allow_attributes;
use crate::object::{DictObj, Instance, MANY, NativeDef, Payload, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// `threading.get_ident()` of the only thread.
const MAIN_THREAD: i64 = 1;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("get_ident", |_, _| Ok(Value::Int(MAIN_THREAD)), 0, 0),
    NativeDef::function("get_native_id", |_, _| Ok(Value::Int(MAIN_THREAD)), 0, 0),
    NativeDef::function("_is_main_thread", |_, _| Ok(Value::Bool(true)), 0, 0),
];

const LOCAL: &[NativeDef] =
    &[NativeDef::static_method("__new__", new_local, 0, MANY).any_keywords()];

/// Fills the namespace of `_thread`.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_thread", FUNCTIONS);
    let local = vm.native_class(namespace, "_thread", "_local", LOCAL);
    allow_attributes(&local);
    Ok(())
}

/// With one thread its local data are ordinary attributes.
fn new_local(_: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Class(class) = args.take(0) else {
        return Ok(Value::None);
    };
    Ok(Value::Instance(Instance::new(class, Payload::None)))
}

const AT_EXIT: &[NativeDef] = &[
    NativeDef::function("register", register, 1, MANY).any_keywords(),
    NativeDef::function("unregister", unregister, 1, 1),
];

/// Fills the namespace of `atexit`.
pub(super) fn init_atexit(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
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
