//! `property`, `staticmethod`, `classmethod` and `super`.

use crate::modules::allow_attributes;
use crate::object::{Class, Instance, NativeDef, Payload, Raise, StrRef, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.property;
    vm.add_methods(class, PROPERTY);
    vm.add_getsets(class, PROPERTY_PARTS);
    let class = &vm.types.staticmethod;
    vm.add_methods(class, STATIC);
    vm.add_getsets(class, WRAPPED);
    allow_attributes(class);
    let class = &vm.types.classmethod;
    vm.add_methods(class, CLASS);
    vm.add_getsets(class, WRAPPED);
    allow_attributes(class);
    let class = &vm.types.super_;
    vm.add_methods(class, SUPER);
    vm.add_getsets(class, SUPER_PARTS);
    // Its own `__init__` and the like must not hide those it stands for.
    let mut traits = class.traits.get();
    traits.custom_getattribute = true;
    class.traits.set(traits);
}

const PROPERTY: &[NativeDef] = &[
    NativeDef::static_method("__new__", property_new, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__init__", property_init, 0, 4)
        .with_params(&["fget", "fset", "fdel", "doc"]),
    NativeDef::method("getter", |vm, args| property_with(vm, args, 0), 1, 1),
    NativeDef::method("setter", |vm, args| property_with(vm, args, 1), 1, 1),
    NativeDef::method("deleter", |vm, args| property_with(vm, args, 2), 1, 1),
    NativeDef::method("__set_name__", property_set_name, 2, 2),
    NativeDef::method("__get__", property_get, 1, 2),
    NativeDef::method("__set__", property_set, 2, 2),
    NativeDef::method("__delete__", property_delete, 1, 1),
];

const PROPERTY_PARTS: &[GetSet] = &[
    GetSet {
        name: "fget",
        get: |_, v| part(v, 0),
        set: None,
    },
    GetSet {
        name: "fset",
        get: |_, v| part(v, 1),
        set: None,
    },
    GetSet {
        name: "fdel",
        get: |_, v| part(v, 2),
        set: None,
    },
    GetSet {
        name: "__doc__",
        get: property_doc,
        set: Some(set_property_doc),
    },
    GetSet {
        name: "__isabstractmethod__",
        get: property_abstract,
        set: None,
    },
];

fn parts(value: &Value) -> Option<[Value; 4]> {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::Property(parts) => Some(parts.borrow().clone()),
            _ => None,
        },
        _ => None,
    }
}

fn part(value: &Value, index: usize) -> NativeResult {
    Ok(parts(value).map_or(Value::None, |mut p| p[index].take()))
}

fn or_none(value: Value) -> Value {
    if value.is_undefined() {
        Value::None
    } else {
        value
    }
}

/// `__init__` sees to the arguments: that of a derived class may have its own.
fn property_new(_: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Class(class) = args.take(0) else {
        return Ok(Value::None);
    };
    let parts = Box::new(std::cell::RefCell::new([const { Value::None }; 4]));
    Ok(Value::Instance(Instance::new(
        class,
        Payload::Property(parts),
    )))
}

fn property_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let new = [1, 2, 3, 4].map(|i| or_none(args.take(i)));
    match args.values.first() {
        Some(Value::Instance(instance)) if let Payload::Property(parts) = &instance.payload => {
            let old = parts.replace(new);
            drop(old);
            // The `__doc__` of a derived class hides property's own.
            if !Rc::ptr_eq(&instance.class(), &vm.types.property) {
                let me = Value::Instance(Rc::clone(instance));
                let doc = property_doc(vm, &me)?;
                if !doc.is_none() {
                    drop(instance.dict().set_name(&vm.names.doc, doc));
                }
            }
            Ok(Value::None)
        }
        _ => Err(vm.type_error("descriptor '__init__' requires a 'property' object")),
    }
}

fn property_with(vm: &mut Vm, mut args: Args, index: usize) -> NativeResult {
    let value = args.take(0);
    let Some(mut new) = parts(&value) else {
        return Err(vm.type_error("descriptor requires a 'property' object"));
    };
    new[index] = args.take(1);
    let name = match &value {
        Value::Instance(old) => old.dict.get().and_then(|d| d.get_name(&vm.names.name)),
        _ => None,
    };
    let named = move |vm: &mut Vm, made: Value| {
        if let (Value::Instance(new), Some(name)) = (&made, name) {
            new.dict().set_name(&vm.names.name, name);
        }
        Ok(made)
    };
    let class = vm.class_of(&value);
    if Rc::ptr_eq(&class, &vm.types.property) {
        let parts = Box::new(std::cell::RefCell::new(new));
        let made = Value::Instance(Instance::new(class, Payload::Property(parts)));
        return named(vm, made);
    }
    // A derived class may have an `__init__` of its own.
    match vm.call_values(&Value::Class(class), new)? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, named)
        }
        made => named(vm, made),
    }
}

fn property_set_name(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = args.take(2);
    if let Value::Instance(instance) = &args.values[0] {
        instance.dict().set_name(&vm.names.name, name);
    }
    Ok(Value::None)
}

fn property_get(vm: &mut Vm, args: Args) -> NativeResult {
    if args.values[1].is_none() {
        return Ok(args.values[0].clone());
    }
    let getter = parts(&args.values[0]).map_or(Value::None, |p| p[0].clone());
    vm.call_getter(&args.values[0], getter, &args.values[1])
}

fn property_set(vm: &mut Vm, mut args: Args) -> NativeResult {
    match parts(&args.values[0]).map(|p| p[1].clone()) {
        Some(Value::None) | None => {
            let name = vm.property_name(&args.values[0]);
            let class = vm.type_qualname(&args.values[1]);
            Err(vm.attribute_error(format!("property{name} of '{class}' object has no setter")))
        }
        Some(setter) => {
            let (target, new) = (args.take(1), args.take(2));
            vm.call_values(&setter, [target, new])
        }
    }
}

fn property_delete(vm: &mut Vm, mut args: Args) -> NativeResult {
    match parts(&args.values[0]).map(|p| p[2].clone()) {
        Some(Value::None) | None => {
            let name = vm.property_name(&args.values[0]);
            let class = vm.type_qualname(&args.values[1]);
            Err(vm.attribute_error(format!("property{name} of '{class}' object has no deleter")))
        }
        Some(deleter) => {
            let target = args.take(1);
            vm.call_values(&deleter, [target])
        }
    }
}

fn property_doc(vm: &mut Vm, value: &Value) -> NativeResult {
    let mut value = value.clone();
    loop {
        match parts(&value) {
            Some([getter, _, _, Value::None]) if !getter.is_none() => {
                if !Rc::ptr_eq(&vm.class_of(&getter), &vm.types.property) {
                    let doc = vm.names.doc.clone();
                    return vm.load_attr(&getter, &doc);
                }
                // A property whose getter is a property: a chain may be long.
                value = getter;
            }
            Some([.., doc]) => return Ok(doc),
            None => return Ok(Value::None),
        }
    }
}

fn set_property_doc(_: &mut Vm, value: &Value, new: Value) -> NativeResult {
    if let Value::Instance(instance) = value
        && let Payload::Property(parts) = &instance.payload
        && let Some(doc) = parts.borrow_mut().get_mut(3)
    {
        let old = std::mem::replace(doc, or_none(new));
        drop(old);
    }
    Ok(Value::None)
}

fn property_abstract(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = intern("__isabstractmethod__");
    let any = parts(value).is_some_and(|parts| {
        parts[..3].iter().any(|p| match p {
            Value::Function(f) => f
                .extra
                .get()
                .and_then(|e| e.dict.get().and_then(|d| d.get_name(&name)))
                .is_some_and(|v| matches!(v, Value::Bool(true))),
            _ => false,
        })
    });
    let _ = vm;
    Ok(Value::Bool(any))
}

// ----- staticmethod, classmethod

const STATIC: &[NativeDef] = &[
    NativeDef::static_method(
        "__new__",
        |vm, args| wrapper_new(vm, args, Payload::StaticMethod),
        0,
        crate::object::MANY,
    )
    .any_keywords(),
    NativeDef::method("__init__", wrapper_init, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__get__", static_get, 1, 2),
    NativeDef::method("__call__", static_call, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__repr__", wrapper_repr, 0, 0),
];

const CLASS: &[NativeDef] = &[
    NativeDef::static_method(
        "__new__",
        |vm, args| wrapper_new(vm, args, Payload::ClassMethod),
        0,
        crate::object::MANY,
    )
    .any_keywords(),
    NativeDef::method("__init__", wrapper_init, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__get__", class_get, 1, 2),
    NativeDef::method("__repr__", wrapper_repr, 0, 0),
];

const WRAPPED: &[GetSet] = &[
    GetSet {
        name: "__func__",
        get: |_, v| Ok(wrapped(v)),
        set: None,
    },
    GetSet {
        name: "__wrapped__",
        get: |_, v| Ok(wrapped(v)),
        set: None,
    },
    GetSet {
        name: "__module__",
        get: |vm, v| of_wrapped(vm, v, "__module__"),
        set: Some(|vm, v, new| set_beside(vm, v, "__module__", new)),
    },
    GetSet {
        name: "__name__",
        get: |vm, v| of_wrapped(vm, v, "__name__"),
        set: Some(|vm, v, new| set_beside(vm, v, "__name__", new)),
    },
    GetSet {
        name: "__qualname__",
        get: |vm, v| of_wrapped(vm, v, "__qualname__"),
        set: Some(|vm, v, new| set_beside(vm, v, "__qualname__", new)),
    },
    GetSet {
        name: "__doc__",
        get: |vm, v| of_wrapped(vm, v, "__doc__"),
        set: Some(|vm, v, new| set_beside(vm, v, "__doc__", new)),
    },
    GetSet {
        name: "__annotations__",
        get: |vm, v| of_wrapped(vm, v, "__annotations__"),
        set: Some(|vm, v, new| set_beside(vm, v, "__annotations__", new)),
    },
    GetSet {
        name: "__isabstractmethod__",
        get: wrapped_abstract,
        set: None,
    },
];

fn wrapper_new(vm: &mut Vm, mut args: Args, payload: fn(Box<Value>) -> Payload) -> NativeResult {
    let Value::Class(class) = args.take(0) else {
        return Err(vm.type_error("__new__(X): X is not a type object"));
    };
    // Further arguments are for the `__init__` of a derived class.
    if class.is_builtin {
        let name = class.name();
        if !args.take_keywords().is_empty() {
            return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
        }
        let given = args.values.len().saturating_sub(1);
        if given != 1 {
            return Err(vm.type_error(format!("{name} expected 1 argument, got {given}")));
        }
    }
    let wrapped = or_none(args.take(1));
    Ok(Value::Instance(Instance::new(
        class,
        payload(Box::new(wrapped)),
    )))
}

/// `__new__` has seen to the arguments.
fn wrapper_init(_: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::None)
}

fn wrapped(value: &Value) -> Value {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::StaticMethod(inner) | Payload::ClassMethod(inner) => Value::clone(inner),
            _ => Value::None,
        },
        _ => Value::None,
    }
}

fn of_wrapped(vm: &mut Vm, value: &Value, name: &str) -> NativeResult {
    let name = intern(name);
    if let Value::Instance(instance) = value
        && let Some(own) = instance.dict.get().and_then(|dict| dict.get_name(&name))
    {
        return Ok(own);
    }
    let inner = wrapped(value);
    vm.load_attr(&inner, &name)
}

/// An attribute that hides the one of what is wrapped.
fn set_beside(_: &mut Vm, value: &Value, name: &str, new: Value) -> NativeResult {
    if let Value::Instance(instance) = value {
        let name = intern(name);
        let old = if new.is_undefined() {
            instance.dict().remove_name(&name)
        } else {
            instance.dict().set_name(&name, new)
        };
        drop(old);
    }
    Ok(Value::None)
}

fn wrapped_abstract(vm: &mut Vm, value: &Value) -> NativeResult {
    let inner = wrapped(value);
    match vm.find_attr(&inner, &intern("__isabstractmethod__"))? {
        Some(found) => Ok(found),
        None => Ok(Value::Bool(false)),
    }
}

fn wrapper_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let class = vm.type_name(&value);
    let inner = wrapped(&value);
    vm.run_async("repr", move |cx| async move {
        let inner = cx.repr(&inner).await?;
        Ok(Value::string(format!("<{class}({inner})>")))
    })
}

fn static_get(_: &mut Vm, args: Args) -> NativeResult {
    Ok(wrapped(&args.values[0]))
}

fn static_call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let inner = wrapped(&args.take(0));
    args.values.remove(0);
    vm.call(&inner, args)
}

fn class_get(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let class = match args.take(2) {
        class @ Value::Class(_) => class,
        _ => Value::Class(vm.class_of(&args.take(1))),
    };
    match class {
        Value::Class(class) => vm.bind_in_class(value, &class),
        _ => Ok(value),
    }
}

// ----- super

const SUPER: &[NativeDef] = &[
    NativeDef::static_method("__new__", super_new, 0, 2),
    // `__new__` has done it; classes derived from it call this.
    NativeDef::method("__init__", |_, _| Ok(Value::None), 0, 2),
    NativeDef::method("__get__", super_get, 1, 2),
    NativeDef::method("__getattribute__", super_getattribute, 1, 1),
    NativeDef::method("__repr__", super_repr, 0, 0),
];

const SUPER_PARTS: &[GetSet] = &[
    GetSet {
        name: "__thisclass__",
        get: |_, v| Ok(super_parts(v).map_or(Value::None, |p| Value::Class(p.0))),
        set: None,
    },
    GetSet {
        name: "__self__",
        get: |_, v| Ok(super_parts(v).map_or(Value::None, |p| or_none(p.1))),
        set: None,
    },
    GetSet {
        name: "__self_class__",
        get: |_, v| {
            let bound = super_parts(v).filter(|p| !p.1.is_undefined());
            Ok(bound.map_or(Value::None, |p| Value::Class(p.2)))
        },
        set: None,
    },
];

fn super_parts(value: &Value) -> Option<(Rc<Class>, Value, Rc<Class>)> {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::Super(parts) => Some((**parts).clone()),
            _ => None,
        },
        _ => None,
    }
}

fn super_new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let proxy = match args.take(0) {
        Value::Class(class) => class,
        _ => Rc::clone(&vm.types.super_),
    };
    match args.optional(1) {
        Some(class) => {
            // With one argument the proxy is bound later, as a descriptor.
            let object = args.take(2);
            vm.super_of(proxy, class, object)
        }
        None => {
            // The compiler keeps `__class__` for functions that mention `super`.
            let found = vm.caller_frame().map(|frame| {
                let code = &frame.code;
                let cell = code
                    .local_names
                    .iter()
                    .position(|n| n.as_str() == "__class__");
                let class = cell.and_then(|i| match frame.registers.get(i) {
                    Some(Value::Cell(cell)) => Some(cell.value.borrow().clone()),
                    _ => None,
                });
                let first = (code.positional > 0).then(|| match frame.registers.first() {
                    Some(Value::Cell(cell)) => cell.value.borrow().clone(),
                    other => other.cloned().unwrap_or_default(),
                });
                (class, first)
            });
            match found {
                Some((_, None)) => Err(vm.runtime_error("super(): no arguments")),
                Some((_, Some(Value::Undefined))) => {
                    Err(vm.runtime_error("super(): arg[0] deleted"))
                }
                Some((Some(Value::Undefined), _)) => {
                    Err(vm.runtime_error("super(): empty __class__ cell"))
                }
                Some((Some(class), Some(object))) => vm.super_of(proxy, class, object),
                _ => Err(vm.runtime_error("super(): __class__ cell not found")),
            }
        }
    }
}

impl Vm {
    /// `super(class, object)`
    pub(crate) fn make_super(&mut self, class: Value, object: Value) -> NativeResult {
        self.super_of(Rc::clone(&self.types.super_), class, object)
    }

    /// A proxy of `super` or a class derived from it; without an object
    /// (`Undefined` or `None`) it is not bound.
    fn super_of(&mut self, proxy: Rc<Class>, class: Value, object: Value) -> NativeResult {
        let object = if object.is_none() {
            Value::Undefined
        } else {
            object
        };
        let class = match class {
            Value::Class(class) => class,
            Value::Cell(cell) => match &*cell.value.borrow() {
                Value::Class(class) => Rc::clone(class),
                _ => return Err(self.runtime_error("super(): empty __class__ cell")),
            },
            other => {
                let got = self.type_name(&other);
                return Err(
                    self.type_error(format!("super() argument 1 must be a type, not {got}"))
                );
            }
        };
        let own = match &object {
            Value::Undefined => Rc::clone(&class),
            Value::Class(c) if c.is_subclass_of(&class) => Rc::clone(c),
            other => {
                let actual = self.class_of(other);
                if !actual.is_subclass_of(&class) {
                    return Err(self.type_error(
                        "super(type, obj): obj must be an instance or subtype of type",
                    ));
                }
                actual
            }
        };
        let proxy = Instance::new(proxy, Payload::Super(Box::new((class, object, own))));
        Ok(Value::Instance(proxy))
    }

    /// An attribute through a `super` proxy.
    pub(crate) fn super_attr(
        &mut self,
        class: &Rc<Class>,
        object: &Value,
        own: &Rc<Class>,
        name: &StrRef,
    ) -> Result<Option<Value>, Raise> {
        if name.as_str() == "__class__" || object.is_undefined() {
            return Ok(None);
        }
        let order = own.mro();
        let start = order
            .iter()
            .position(|c| Rc::ptr_eq(c, class))
            .map_or(order.len(), |i| i + 1);
        let Some(found) = order[start..].iter().find_map(|c| c.dict.get_name(name)) else {
            return Ok(None);
        };
        if let Value::Class(c) = object
            && Rc::ptr_eq(c, own)
        {
            return self.bind_in_class(found, own).map(Some);
        }
        self.bind_attr(found, object).map(Some)
    }
}

fn super_getattribute(vm: &mut Vm, args: Args) -> NativeResult {
    let name = super::object::attribute_name(vm, &args.values[1])?;
    let me = &args.values[0];
    let Some((class, object, own)) = super_parts(me) else {
        return Err(vm.wrong_receiver("super", me));
    };
    if let Some(found) = vm.super_attr(&class, &object, &own, &name)? {
        return Ok(found);
    }
    match vm.find_attr(me, &name)? {
        Some(found) => Ok(found),
        None => Err(vm.no_attribute(me, &name)),
    }
}

/// Binds a proxy that `super(X)` made.
fn super_get(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    match (super_parts(&me), args.take(1)) {
        (_, Value::None) => Ok(me),
        (Some((class, Value::Undefined, _)), object) => {
            let proxy = vm.class_of(&me);
            vm.super_of(proxy, Value::Class(class), object)
        }
        _ => Ok(me),
    }
}

fn super_repr(_: &mut Vm, args: Args) -> NativeResult {
    let Some((class, object, own)) = super_parts(&args.values[0]) else {
        return Ok(Value::str("<super>"));
    };
    let class = class.name();
    Ok(Value::string(if object.is_undefined() {
        format!("<super: <class '{class}'>, NULL>")
    } else {
        format!("<super: <class '{class}'>, <{} object>>", own.name())
    }))
}
