//! Arguments and native state of objects.

use coroscope_python::object::{DictObj, Instance, Native, Raise, Value, intern};
use coroscope_python::vm::{Args, Vm};
use std::rc::Rc;

/// The receiver of a method as an instance with native state `T`.
pub(crate) fn receiver<T: Native>(vm: &Vm, args: &mut Args) -> Result<Rc<Instance>, Raise> {
    let value = args.take(0);
    match instance_of::<T>(&value) {
        Some(instance) => Ok(Rc::clone(instance)),
        None => {
            let name = vm.type_name(&value);
            Err(vm.type_error(format!("descriptor does not apply to a '{name}' object")))
        }
    }
}

/// The instance that a value is, if it has native state `T`.
pub(crate) fn instance_of<T: Native>(value: &Value) -> Option<&Rc<Instance>> {
    match value {
        Value::Instance(instance) if instance.native::<T>().is_some() => Some(instance),
        _ => None,
    }
}

/// The native state of a value.
pub(crate) fn state_of<T: Native>(value: &Value) -> Option<&T> {
    match value {
        Value::Instance(instance) => instance.native::<T>(),
        _ => None,
    }
}

/// `None` for an argument that was not given or is None.
pub(crate) fn given(value: Value) -> Option<Value> {
    match value {
        Value::Undefined | Value::None => None,
        value => Some(value),
    }
}

/// Takes the keyword `context` out of the arguments of a function that passes
/// all positional ones on; other keywords are an error.
pub(crate) fn take_context(vm: &Vm, function: &str, args: &mut Args) -> Result<Value, Raise> {
    let mut context = Value::Undefined;
    for (name, value) in args.take_keywords() {
        if name.as_str() != "context" {
            return Err(vm.type_error(format!(
                "{function}() got an unexpected keyword argument '{name}'"
            )));
        }
        context = value;
    }
    Ok(context)
}

/// A dict with names as keys.
pub(crate) fn dict_of(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let dict = DictObj::empty();
    for (name, value) in pairs {
        drop(dict.set_name(&intern(name), value));
    }
    Value::Dict(dict)
}

/// The truth of a value that needs no Python code for it; true for others.
pub(crate) fn truth_now(vm: &mut Vm, value: &Value) -> Result<bool, Raise> {
    match value {
        Value::Undefined | Value::None => Ok(false),
        Value::Bool(truth) => Ok(*truth),
        other => vm
            .truth(other)
            .map(|truth| !matches!(truth, Value::Bool(false))),
    }
}
