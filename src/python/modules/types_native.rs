//! `_types`: the classes of objects that have no name among the builtins.

use crate::object::{Class, DictObj, Instance, MANY, NativeDef, Raise, Str, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_mark_iterable_coroutine", mark_iterable_coroutine, 1, 1),
    NativeDef::function("_is_iterable_coroutine", is_iterable_coroutine, 1, 1),
    NativeDef::function("_copies_as_methods", copies_as_methods, 3, 3),
];

const NAMESPACE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_namespace, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init_namespace, 0, 1).any_keywords(),
    NativeDef::method("__repr__", repr_namespace, 0, 0),
    NativeDef::method("__eq__", equal_namespaces, 1, 1),
];

const METHOD: &[NativeDef] = &[NativeDef::static_method("__new__", new_method, 2, 2)];
const FUNCTION: &[NativeDef] = &[NativeDef::static_method("__new__", new_function, 2, 5)
    .with_params(&["code", "globals", "name", "argdefs", "closure"])];
const CELL: &[NativeDef] = &[NativeDef::static_method("__new__", new_cell, 0, 1)];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    let t = &vm.types;
    let classes: [(&str, &Rc<Class>); 21] = [
        ("AsyncGeneratorType", &t.async_generator),
        ("BuiltinFunctionType", &t.builtin_function),
        ("CellType", &t.cell),
        ("ClassMethodDescriptorType", &t.classmethod_descriptor),
        ("CodeType", &t.code),
        ("CoroutineType", &t.coroutine),
        ("FrameType", &t.frame),
        ("FunctionType", &t.function),
        ("GeneratorType", &t.generator),
        ("GenericAlias", &t.generic_alias),
        ("GetSetDescriptorType", &t.getset_descriptor),
        ("MappingProxyType", &t.mapping_proxy),
        ("MemberDescriptorType", &t.member_descriptor),
        ("MethodDescriptorType", &t.method_descriptor),
        ("MethodType", &t.method),
        ("MethodWrapperType", &t.method_wrapper),
        ("ModuleType", &t.module),
        ("SimpleNamespace", &t.simple_namespace),
        ("TracebackType", &t.traceback),
        ("UnionType", &t.union_type),
        ("WrapperDescriptorType", &t.wrapper_descriptor),
    ];
    for (name, class) in classes {
        namespace.set_name(&intern(name), Value::Class(Rc::clone(class)));
    }
    let (simple, method, function, cell) = (
        Rc::clone(&t.simple_namespace),
        Rc::clone(&t.method),
        Rc::clone(&t.function),
        Rc::clone(&t.cell),
    );
    vm.add_functions(namespace, "_types", FUNCTIONS);
    simple.dict.set_name(&vm.names.module, Value::str("types"));
    super::allow_attributes(&simple);
    vm.add_methods(&simple, NAMESPACE);
    vm.add_methods(&method, METHOD);
    vm.add_methods(&function, FUNCTION);
    vm.add_methods(&cell, CELL);
    Ok(())
}

/// Its generators may be awaited from now on.
fn mark_iterable_coroutine(_: &mut Vm, mut args: Args) -> NativeResult {
    let function = args.take(0);
    if let Value::Function(function) = &function {
        let dict = function.extra().dict.get_or_init(DictObj::empty);
        dict.set_name(&intern("__iterable_coroutine__"), Value::Bool(true));
    }
    Ok(function)
}

/// `_copies_as_methods(class_name, function, names)`: a dict of functions that do what
/// that one does, each with one of the names, as methods of a class so called.
fn copies_as_methods(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, function, names) = (args.take(0), args.take(1), args.take(2));
    let methods = DictObj::empty();
    let (Some(class), Value::Function(function), Some(names)) =
        (class.as_str(), &function, names.as_str())
    else {
        return Ok(Value::Dict(methods));
    };
    for name in names.split_whitespace() {
        let code = Rc::clone(&function.code.borrow());
        let copy = vm.module_function(code, &function.globals);
        let qualname = [class, ".", name].concat();
        *copy.name.borrow_mut() = intern(name);
        *copy.qualname.borrow_mut() = Rc::new(Str::new(&qualname));
        methods.set_name(&intern(name), Value::Function(copy));
    }
    Ok(Value::Dict(methods))
}

/// Whether a generator is one of those.
fn is_iterable_coroutine(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Bool(
        matches!(args.take(0), Value::Generator(g) if g.iterable_coroutine.get()),
    ))
}

fn new_namespace(_: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Class(class) = args.take(0) else {
        return Ok(Value::None);
    };
    Ok(Value::Instance(Instance::new(
        class,
        crate::object::Payload::None,
    )))
}

fn init_namespace(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let Value::Instance(instance) = args.take(0) else {
        return Ok(Value::None);
    };
    if let Some(first) = args.optional(1) {
        let Value::Dict(first) = first else {
            return Err(vm.type_error("expected a mapping of attribute names"));
        };
        for entry in first.table.borrow().iter() {
            if let Value::Str(name) = &entry.key {
                instance
                    .dict()
                    .set_name(&intern(name.as_str()), entry.value.clone());
            }
        }
    }
    for (name, value) in keywords {
        instance.dict().set_name(&intern(name.as_str()), value);
    }
    Ok(Value::None)
}

fn repr_namespace(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let class = vm.class_of(&value).name();
    let name = if class.as_str() == "SimpleNamespace" {
        "namespace".to_owned()
    } else {
        class.to_string()
    };
    vm.run_async("repr", move |cx: Cx| async move {
        let Value::Instance(instance) = &value else {
            return Ok(Value::str("namespace()"));
        };
        let address = value.address().unwrap_or_default();
        if cx.with(|vm| !vm.begin_repr(address)) {
            return Ok(Value::string(format!("{name}(...)")));
        }
        let entries: Vec<(Value, Value)> = instance
            .dict()
            .table
            .borrow()
            .iter()
            .map(|e| (e.key.clone(), e.value.clone()))
            .collect();
        let mut parts = Vec::new();
        for (key, item) in entries {
            let text = cx.repr(&item).await;
            if text.is_err() {
                cx.with(|vm| vm.end_repr(address));
            }
            parts.push(format!("{}={}", key.as_str().unwrap_or("?"), text?));
        }
        cx.with(|vm| vm.end_repr(address));
        Ok(Value::string(format!("{name}({})", parts.join(", "))))
    })
}

fn equal_namespaces(vm: &mut Vm, args: Args) -> NativeResult {
    match (&args.values[0], &args.values[1]) {
        (Value::Instance(a), Value::Instance(b))
            if b.class.borrow().is_subclass_of(&vm.types.simple_namespace) =>
        {
            let (a, b) = (Value::Dict(a.dict()), Value::Dict(b.dict()));
            vm.compare(crate::code::CompareOp::Eq, &a, &b)
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn new_method(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (function, receiver) = (args.take(1), args.take(2));
    if receiver.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(Value::Method(Rc::new(crate::object::BoundMethod {
        function,
        receiver,
    })))
}

fn new_function(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (Value::Code(code), Value::Dict(globals)) = (args.take(1), args.take(2)) else {
        return Err(vm.type_error("function() argument 'code' must be code, 'globals' a dict"));
    };
    let (name, defaults, closure) = (args.take(3), args.take(4), args.take(5));
    let cells: Vec<_> = match &closure {
        Value::Tuple(t) => t
            .items()
            .iter()
            .filter_map(|c| {
                if let Value::Cell(c) = c {
                    Some(Rc::clone(c))
                } else {
                    None
                }
            })
            .collect(),
        _ => Vec::new(),
    };
    if cells.len() != usize::from(code.free_count) {
        let (name, wants, has) = (&code.name, code.free_count, cells.len());
        return Err(vm.value_error(format!(
            "{name} requires closure of length {wants}, not {has}"
        )));
    }
    let function = vm.module_function(code, &globals);
    let made = match Rc::try_unwrap(function) {
        Ok(mut function) => {
            function.closure = cells.into();
            Rc::new(function)
        }
        Err(shared) => shared,
    };
    if let Value::Str(name) = name {
        *made.name.borrow_mut() = name;
    }
    if let Value::Tuple(defaults) = defaults {
        *made.defaults.borrow_mut() = defaults.items().into();
    }
    Ok(Value::Function(made))
}

fn new_cell(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Vm::new_cell(args.take(1)))
}
