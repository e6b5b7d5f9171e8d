//! Module objects.

use crate::object::{DictObj, Instance, NativeDef, OwnDict, Payload, Value};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Puts the attributes in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.module;
    vm.add_getsets(class, MODULE_PARTS);
    vm.add_methods(class, MODULE);
}

const MODULE: &[NativeDef] = &[
    NativeDef::static_method("__new__", module_new, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__init__", module_init, 1, 2).with_params(&["name", "doc"]),
    NativeDef::method("__repr__", module_repr, 0, 0),
];

const MODULE_PARTS: &[GetSet] = &[GetSet {
    name: "__annotations__",
    get: module_annotations,
    set: Some(|vm, value, new| {
        let name = vm.names.annotations.clone();
        let Some(dict) = vm.own_dict(value) else {
            return Ok(Value::None);
        };
        if new.is_undefined() {
            dict.remove_name(&name);
        } else {
            dict.set_name(&name, new);
        }
        Ok(Value::None)
    }),
}];

/// An empty module; its `__init__` names it. One of a class of the program is
/// an instance that shares its namespace.
fn module_new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = args
        .values
        .get(1)
        .and_then(Value::as_str)
        .unwrap_or_default();
    let module = vm.new_module(name);
    match args.take(0) {
        Value::Class(class) if !Rc::ptr_eq(&class, &vm.types.module) => {
            let dict = OwnDict::from(Rc::clone(&module.dict));
            let payload = Payload::Base(Value::Module(module));
            let instance = Instance::with_dict(class, payload, dict, false);
            Ok(Value::Instance(instance))
        }
        _ => Ok(Value::Module(module)),
    }
}

fn module_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Module(module) = vm.unwrap_base(args.take(0)) else {
        return Ok(Value::None);
    };
    let name = args.take(1);
    if name.as_str().is_none() {
        let given = vm.type_name(&name);
        return Err(vm.type_error(format!("module() argument 'name' must be str, not {given}")));
    }
    module.dict.set_name(&vm.names.name, name);
    let doc = args.optional(2).unwrap_or(Value::None);
    module.dict.set_name(&vm.names.doc, doc);
    Ok(Value::None)
}

fn module_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let module = vm.unwrap_base(args.take(0));
    Ok(Value::string(vm.builtin_repr(&module)))
}

/// Those of a module are computed when first asked for, as a class's are.
fn module_annotations(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.annotations.clone();
    let Some(dict) = vm.own_dict(value) else {
        return Ok(Value::None);
    };
    if let Some(found) = dict.get_name(&name) {
        return Ok(found);
    }
    let keep = move |_: &mut Vm, made: Value| {
        dict.set_name(&name, made.clone());
        Ok(made)
    };
    let annotate = vm.names.annotate.clone();
    let annotate = vm.own_dict(value).and_then(|dict| dict.get_name(&annotate));
    let Some(annotate @ Value::Function(_)) = annotate else {
        return keep(vm, Value::Dict(DictObj::empty()));
    };
    match vm.call_values(&annotate, [Value::Int(1)])? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, keep)
        }
        made => keep(vm, made),
    }
}
