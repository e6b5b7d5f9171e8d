//! `type`: the class of classes.

use crate::object::{Class, DictObj, Instance, Native, NativeDef, Payload, StrRef, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::{Rc, Weak};

/// Puts the methods in place, and all plain builtin classes into `builtins`.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.type_;
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, ATTRIBUTES);
    let proxy = &vm.types.mapping_proxy;
    vm.add_methods(proxy, PROXY);
    let t = &vm.types;
    let named = [
        &t.type_,
        &t.int,
        &t.bool,
        &t.float,
        &t.complex,
        &t.str,
        &t.bytes,
        &t.bytearray,
        &t.tuple,
        &t.list,
        &t.dict,
        &t.set,
        &t.frozenset,
        &t.range,
        &t.slice,
        &t.property,
        &t.staticmethod,
        &t.classmethod,
        &t.super_,
        &t.enumerate,
        &t.zip,
        &t.map,
        &t.filter,
        &t.reversed,
        &t.memoryview,
    ];
    for class in named {
        vm.builtins
            .set_name(&class.name(), Value::Class(Rc::clone(class)));
    }
    let namespace = Rc::clone(&vm.builtins);
    vm.add_functions(&namespace, "builtins", FUNCTIONS);
}

const FUNCTIONS: &[NativeDef] = &[NativeDef::function(
    "__build_class__",
    |vm, args| vm.build_class(args),
    2,
    crate::object::MANY,
)
.any_keywords()];

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 1, 3).any_keywords(),
    NativeDef::method("__init__", |_, _| Ok(Value::None), 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__call__", call, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("mro", mro, 0, 0),
    NativeDef::method("__subclasses__", subclasses, 0, 0),
    NativeDef::method("__instancecheck__", instance_check, 1, 1),
    NativeDef::method("__subclasscheck__", subclass_check, 1, 1),
    NativeDef::method("__setattr__", setattr, 2, 2),
    NativeDef::method("__delattr__", delattr, 1, 1),
    NativeDef::method("__getattribute__", getattribute, 1, 1),
    NativeDef::method("__dir__", dir, 0, 0),
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", ror, 1, 1),
    NativeDef::class_method(
        "__prepare__",
        |_, _| Ok(Value::Dict(DictObj::empty())),
        0,
        crate::object::MANY,
    )
    .any_keywords(),
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: |_, v| with(v, |c| Value::Str(c.name())),
        set: Some(set_name),
    },
    GetSet {
        name: "__qualname__",
        get: |_, v| with(v, |c| Value::Str(c.qualname.borrow().clone())),
        set: Some(set_qualname),
    },
    GetSet {
        name: "__module__",
        get: module,
        set: Some(set_module),
    },
    GetSet {
        name: "__dict__",
        get: dict,
        set: None,
    },
    GetSet {
        name: "__bases__",
        get: |_, v| {
            with(v, |c| {
                Value::tuple(c.bases.borrow().iter().cloned().map(Value::Class))
            })
        },
        set: Some(set_bases),
    },
    GetSet {
        name: "__base__",
        get: base,
        set: None,
    },
    GetSet {
        name: "__mro__",
        get: |_, v| with(v, |c| Value::tuple(c.mro().into_iter().map(Value::Class))),
        set: None,
    },
    GetSet {
        name: "__doc__",
        get: doc,
        set: Some(set_doc),
    },
    GetSet {
        name: "__annotations__",
        get: annotations,
        set: Some(set_annotations),
    },
    GetSet {
        name: "__annotate__",
        get: |vm, value| Ok(annotate_of(vm, value).unwrap_or(Value::None)),
        set: Some(|vm, value, new| {
            if let Value::Class(class) = value {
                class.annotate.replace(new.clone());
                drop(class.dict.remove_name(&intern("__annotate_func__")));
                let name = vm.names.annotations.clone();
                drop(class.dict.remove_name(&name));
                vm.class_changed(class);
            }
            Ok(Value::None)
        }),
    },
    GetSet {
        name: "__type_params__",
        get: type_params,
        set: Some(set_type_params),
    },
    GetSet {
        name: "__abstractmethods__",
        get: abstract_methods,
        set: Some(set_abstract_methods),
    },
    GetSet {
        name: "__flags__",
        get: |_, _| Ok(Value::Int(0)),
        set: None,
    },
    GetSet {
        name: "__basicsize__",
        get: |_, _| Ok(Value::Int(16)),
        set: None,
    },
];

fn with(value: &Value, f: impl FnOnce(&Class) -> Value) -> NativeResult {
    Ok(match value {
        Value::Class(class) => f(class),
        _ => Value::None,
    })
}

fn class_argument(vm: &Vm, args: &Args) -> Result<Rc<Class>, crate::object::Raise> {
    match args.values.first() {
        Some(Value::Class(class)) => Ok(Rc::clone(class)),
        _ => Err(vm.type_error("descriptor requires a 'type' object")),
    }
}

/// `type.__new__(metaclass, name, bases, namespace)`; `type(x)` is handled by the call.
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let Value::Class(metaclass) = args.take(0) else {
        return Err(vm.type_error("type.__new__(X): X is not a type object"));
    };
    if args.len() == 2 {
        return Ok(Value::Class(vm.class_of(&args.take(1))));
    }
    if args.len() != 4 {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    }
    let (name, bases, namespace) = (args.take(1), args.take(2), args.take(3));
    let given = [name.clone(), bases.clone(), namespace.clone()];
    let Value::Str(name) = vm.unwrap_base(name.clone()) else {
        let got = vm.type_name(&name);
        return Err(vm.type_error(format!("type.__new__() argument 1 must be str, not {got}")));
    };
    if name.as_str().contains('\0') {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    let Value::Tuple(bases) = bases else {
        let got = vm.type_name(&bases);
        return Err(vm.type_error(format!(
            "type.__new__() argument 2 must be tuple, not {got}"
        )));
    };
    let Value::Dict(namespace) = vm.unwrap_base(namespace.clone()) else {
        let got = vm.type_name(&namespace);
        return Err(vm.type_error(format!("type.__new__() argument 3 must be dict, not {got}")));
    };
    if let Value::Class(winner) =
        vm.pick_metaclass(Some(Value::Class(Rc::clone(&metaclass))), bases.items())?
        && !Rc::ptr_eq(&winner, &metaclass)
        && let Some(new) = vm.class_attr(&winner, &vm.names.new.clone())
        && !matches!(new, Value::Native(_))
    {
        // A metaclass of a base decides how its classes are made.
        let new = match new {
            Value::Instance(instance) => match &instance.payload {
                Payload::StaticMethod(inner) => Value::clone(inner),
                _ => Value::Instance(instance),
            },
            other => other,
        };
        let (names, more): (Vec<StrRef>, Vec<Value>) = keywords.into_iter().unzip();
        let mut given = Args::positional(std::iter::once(Value::Class(winner)).chain(given));
        given.values.extend(more);
        given.names = (!names.is_empty()).then(|| names.into());
        return vm.call(&new, given);
    }
    vm.type_new(
        &metaclass,
        &intern(name.as_str()),
        bases.items(),
        &namespace,
        keywords,
    )
}

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    args.values.remove(0);
    vm.construct(&class, args)
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    Ok(Value::string(format!(
        "<class '{}'>",
        vm.class_path(&class)
    )))
}

fn mro(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    Ok(Value::list(
        class.mro().into_iter().map(Value::Class).collect(),
    ))
}

fn subclasses(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    let alive = class
        .subclasses
        .borrow()
        .iter()
        .filter_map(Weak::upgrade)
        .map(Value::Class)
        .collect();
    Ok(Value::list(alive))
}

fn instance_check(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    Ok(Value::Bool(vm.is_instance(&args.values[1], &class)))
}

fn subclass_check(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    match &args.values[1] {
        Value::Class(other) => Ok(Value::Bool(other.is_subclass_of(&class))),
        _ => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn setattr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = super::object::attribute_name(vm, &args.values[1])?;
    let new = args.take(2);
    vm.store_attr_plain(&args.values[0].clone(), &name, new)
}

fn delattr(vm: &mut Vm, args: Args) -> NativeResult {
    let name = super::object::attribute_name(vm, &args.values[1])?;
    vm.delete_attr_plain(&args.values[0], &name)
}

fn getattribute(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_argument(vm, &args)?;
    let name = super::object::attribute_name(vm, &args.values[1])?;
    vm.plain_class_attr(&class, &name)
}

fn dir(vm: &mut Vm, args: Args) -> NativeResult {
    let names = vm.dir_names(&args.values[0]);
    Ok(Value::list(names.into_iter().map(Value::Str).collect()))
}

fn or(vm: &mut Vm, args: Args) -> NativeResult {
    vm.union_of(&args.values[0], &args.values[1])
}

fn ror(vm: &mut Vm, args: Args) -> NativeResult {
    vm.union_of(&args.values[1], &args.values[0])
}

fn set_bases(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    if let Value::Class(class) = value {
        if class.is_builtin {
            return Err(vm.immutable_type(class, "__bases__"));
        }
        vm.set_bases(class, &new)?;
    }
    Ok(Value::None)
}

fn set_text(
    vm: &mut Vm,
    value: &Value,
    new: &Value,
    field: fn(&Class) -> &std::cell::RefCell<StrRef>,
    what: &str,
) -> NativeResult {
    let Value::Class(class) = value else {
        return Ok(Value::None);
    };
    if class.is_builtin {
        return Err(vm.immutable_type(class, what));
    }
    match new {
        Value::Undefined => {
            let name = class.name();
            Err(vm.type_error(format!(
                "cannot delete '{what}' attribute of immutable type '{name}'"
            )))
        }
        Value::Str(text) if what == "__name__" && text.as_str().contains('\0') => {
            Err(vm.value_error("type name must not contain null characters"))
        }
        Value::Str(text) => {
            *field(class).borrow_mut() = intern(text.as_str());
            Ok(Value::None)
        }
        other => {
            let got = vm.type_name(other);
            let name = class.name();
            Err(vm.type_error(format!(
                "can only assign string to {name}.{what}, not '{got}'"
            )))
        }
    }
}

fn set_name(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, &new, |c| &c.name, "__name__")
}

fn set_qualname(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, &new, |c| &c.qualname, "__qualname__")
}

fn module(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.module.clone();
    with(value, |c| {
        c.dict
            .get_name(&name)
            // A builtin type's entry may be the descriptor of its instances.
            .filter(|module| !c.is_builtin || matches!(module, Value::Str(_)))
            .unwrap_or_else(|| Value::str("builtins"))
    })
}

/// Sets an entry of the class's own namespace.
fn set_own(vm: &mut Vm, value: &Value, name: &StrRef, new: Value) -> NativeResult {
    if let Value::Class(class) = value {
        if class.is_builtin {
            return Err(vm.immutable_type(class, name.as_str()));
        }
        if new.is_undefined() {
            class.dict.remove_name(name);
        } else {
            class.dict.set_name(name, new);
        }
        vm.class_changed(class);
    }
    Ok(Value::None)
}

fn set_module(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let name = vm.names.module.clone();
    set_own(vm, value, &name, new)
}

fn base(vm: &mut Vm, value: &Value) -> NativeResult {
    let Value::Class(class) = value else {
        return Ok(Value::None);
    };
    // The base whose layout the class has; the first one if all are alike.
    let bases = class.bases.borrow();
    let object = &vm.types.object;
    let best = bases
        .iter()
        .find(|b| b.layout == class.layout && !Rc::ptr_eq(b, object))
        .or_else(|| bases.first());
    Ok(best.map_or(Value::None, |b| Value::Class(Rc::clone(b))))
}

fn doc(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.doc.clone();
    match value {
        Value::Class(class) => match class.dict.get_name(&name) {
            Some(found) => vm.bind_in_class(found, class),
            None => Ok(Value::None),
        },
        _ => Ok(Value::None),
    }
}

fn set_doc(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let name = vm.names.doc.clone();
    set_own(vm, value, &name, new)
}

/// What computes the annotations of a class.
fn annotate_of(vm: &Vm, value: &Value) -> Option<Value> {
    let Value::Class(class) = value else {
        return None;
    };
    let kept = class.annotate.borrow().clone();
    (!kept.is_undefined())
        .then_some(kept)
        .or_else(|| class.dict.get_name(&vm.names.annotate))
        .or_else(|| class.dict.get_name(&intern("__annotate_func__")))
}

/// Annotations are computed when first asked for (PEP 649).
fn annotations(vm: &mut Vm, value: &Value) -> NativeResult {
    let Value::Class(class) = value else {
        return Ok(Value::None);
    };
    let name = vm.names.annotations.clone();
    if let Some(found) = class.dict.get_name(&name)
        && !matches!(found, Value::Instance(_))
    {
        return Ok(found);
    }
    let class = Rc::clone(class);
    match annotate_of(vm, value) {
        Some(function @ Value::Function(_)) => {
            let result = vm.call_values(&function, [Value::Int(1)])?;
            let keep = move |_: &mut Vm, made: Value| {
                class
                    .dict
                    .set_name(&intern("__annotations__"), made.clone());
                Ok(made)
            };
            match result {
                Value::Undefined => {
                    let frames = std::mem::take(&mut vm.pending);
                    vm.run_after(frames, keep)
                }
                made => keep(vm, made),
            }
        }
        _ if class.is_builtin => Err(vm.no_attribute(value, &name)),
        _ => {
            let made = Value::Dict(DictObj::empty());
            class.dict.set_name(&name, made.clone());
            Ok(made)
        }
    }
}

fn set_annotations(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let name = vm.names.annotations.clone();
    set_own(vm, value, &name, new)
}

fn type_params(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.type_params.clone();
    with(value, |c| {
        c.dict.get_name(&name).unwrap_or_else(|| Value::tuple([]))
    })
}

fn set_type_params(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let name = vm.names.type_params.clone();
    set_own(vm, value, &name, new)
}

fn abstract_methods(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.abstractmethods.clone();
    match value {
        Value::Class(class) => match class.dict.get_name(&name) {
            Some(found) => Ok(found),
            None => Err(vm.no_attribute(value, &name)),
        },
        _ => Ok(Value::None),
    }
}

fn set_abstract_methods(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let name = vm.names.abstractmethods.clone();
    set_own(vm, value, &name, new)
}

// ----- mappingproxy

/// A read-only view of a mapping.
#[derive(Debug)]
struct Proxy(Value);

impl Native for Proxy {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add(&self.0);
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.push(self.0.take());
    }
}

fn dict(vm: &mut Vm, value: &Value) -> NativeResult {
    let Value::Class(class) = value else {
        return Ok(Value::None);
    };
    Ok(new_proxy(vm, Rc::clone(&class.dict)))
}

/// A `mappingproxy` of a dict.
pub(crate) fn new_proxy(vm: &Vm, dict: Rc<DictObj>) -> Value {
    proxy_of(vm, Value::Dict(dict))
}

fn proxy_of(vm: &Vm, mapping: Value) -> Value {
    let class = Rc::clone(&vm.types.mapping_proxy);
    Value::Instance(Instance::new(
        class,
        Payload::Native(Box::new(Proxy(mapping))),
    ))
}

const PROXY: &[NativeDef] = &[
    NativeDef::static_method("__new__", proxy_new, 1, 1),
    NativeDef::method(
        "__getitem__",
        |vm, args| forward(vm, args, "__getitem__"),
        1,
        1,
    ),
    NativeDef::method(
        "__contains__",
        |vm, args| forward(vm, args, "__contains__"),
        1,
        1,
    ),
    NativeDef::method("__len__", |vm, args| forward(vm, args, "__len__"), 0, 0),
    NativeDef::method("__iter__", |vm, args| forward(vm, args, "__iter__"), 0, 0),
    NativeDef::method(
        "__reversed__",
        |vm, args| forward(vm, args, "__reversed__"),
        0,
        0,
    ),
    NativeDef::method("__or__", |vm, args| forward(vm, args, "__or__"), 1, 1),
    NativeDef::method(
        "__ror__",
        |vm, mut args| {
            args.values.reverse();
            forward(vm, args, "__or__")
        },
        1,
        1,
    ),
    NativeDef::method("__ior__", proxy_ior, 1, 1),
    NativeDef::method("__ne__", |vm, args| forward(vm, args, "__ne__"), 1, 1),
    NativeDef::method("get", |vm, args| forward(vm, args, "get"), 1, 2),
    NativeDef::method("keys", |vm, args| forward(vm, args, "keys"), 0, 0),
    NativeDef::method("values", |vm, args| forward(vm, args, "values"), 0, 0),
    NativeDef::method("items", |vm, args| forward(vm, args, "items"), 0, 0),
    NativeDef::method("copy", |vm, args| forward(vm, args, "copy"), 0, 0),
    NativeDef::method("__eq__", |vm, args| forward(vm, args, "__eq__"), 1, 1),
    NativeDef::method("__repr__", proxy_repr, 0, 0),
    NativeDef::method("__str__", |vm, args| forward(vm, args, "__repr__"), 0, 0),
];

fn proxied(value: &Value) -> Option<Value> {
    match value {
        Value::Instance(instance) => instance.native::<Proxy>().map(|p| p.0.clone()),
        _ => None,
    }
}

fn proxy_new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mapping = args.take(1);
    let class = vm.class_of(&mapping);
    let has_items = vm.class_attr(&class, &intern("__getitem__")).is_some();
    match vm.unwrap_base(mapping.clone()) {
        Value::List(_) | Value::Tuple(_) => {}
        _ if has_items => return Ok(proxy_of(vm, mapping)),
        _ => {}
    }
    let got = vm.type_name(&mapping);
    Err(vm.type_error(format!(
        "mappingproxy() argument must be a mapping, not {got}"
    )))
}

fn proxy_ior(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.type_error("'|=' is not supported by mappingproxy; use '|' instead"))
}

/// Calls the method of that name of the first argument's mapping.
fn forward(vm: &mut Vm, mut args: Args, name: &'static str) -> NativeResult {
    let me = args.take(0);
    let dict = proxied(&me).unwrap_or(me);
    let rest: Vec<Value> = args
        .values
        .drain(1..)
        .map(|v| proxied(&v).unwrap_or(v))
        .collect();
    if matches!(dict, Value::Dict(_)) {
        let method = vm.load_attr(&dict, &intern(name))?;
        return vm.call_values(&method, rest);
    }
    vm.run_async(name, move |cx| async move {
        let method = cx.get_attr(&dict, &intern(name)).await?;
        cx.call(&method, rest).await
    })
}

fn proxy_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = proxied(&args.take(0)).unwrap_or(Value::None);
    vm.run_async("repr", move |cx| async move {
        let inner = cx.repr(&dict).await?;
        Ok(Value::string(format!("mappingproxy({inner})")))
    })
}
