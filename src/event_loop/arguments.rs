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

/// The arguments of a method of the loop, of which `params` may be given by
/// name: those come to their places behind the receiver. The answer is the
/// keyword `context`.
pub(crate) fn take_named(
    vm: &Vm,
    method: &str,
    params: &[&str],
    args: &mut Args,
) -> Result<Value, Raise> {
    let method = format_args!("BaseEventLoop.{method}()");
    let mut context = Value::Undefined;
    let mut named = vec![Value::Undefined; params.len()];
    let keywords = args.take_keywords();
    let given = args.values.len().saturating_sub(1);
    for (name, value) in keywords {
        let at = params.iter().position(|param| *param == name.as_str());
        if at.is_some_and(|at| at < given) {
            return Err(vm.type_error(format!(
                "{method} got multiple values for argument '{name}'"
            )));
        }
        match at.and_then(|at| named.get_mut(at)) {
            Some(place) => *place = value,
            None if name.as_str() == "context" => context = value,
            None => {
                return Err(vm.type_error(format!(
                    "{method} got an unexpected keyword argument '{name}'"
                )));
            }
        }
    }
    let mut missing = Vec::new();
    for (param, value) in params.iter().zip(named).skip(given) {
        if value.is_undefined() {
            missing.push(format!("'{param}'"));
        }
        args.values.push(value);
    }
    match missing.len() {
        0 => Ok(context),
        1 => Err(vm.type_error(format!(
            "{method} missing 1 required positional argument: {}",
            missing.concat()
        ))),
        count => Err(vm.type_error(format!(
            "{method} missing {count} required positional arguments: {}",
            missing.join(" and ")
        ))),
    }
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
