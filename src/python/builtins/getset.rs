//! `getset_descriptor`: computed attributes of builtin types as objects, and
//! `__dict__` and `__weakref__` of classes written in Python.

use crate::object::{Class, Instance, NativeDef, Payload, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm, weak};
use std::rc::{Rc, Weak};

const METHODS: &[NativeDef] = &[
    NativeDef::method("__get__", get, 1, 2),
    NativeDef::method("__set__", set, 2, 2),
    NativeDef::method("__delete__", delete, 1, 1),
    NativeDef::method("__repr__", repr, 0, 0),
];

const PARTS: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: |_, v| Ok(parts(v).map_or(Value::None, |(def, _)| Value::str(def.name))),
        set: None,
    },
    GetSet {
        name: "__qualname__",
        get: |_, v| {
            Ok(parts(v).map_or(Value::None, |(def, owner)| {
                Value::string(format!("{}.{}", owner_name(&owner), def.name))
            }))
        },
        set: None,
    },
    GetSet {
        name: "__objclass__",
        get: |_, v| {
            let owner = parts(v).and_then(|(_, owner)| owner);
            Ok(owner.map_or(Value::None, Value::Class))
        },
        set: None,
    },
];

const DICT: GetSet = GetSet {
    name: "__dict__",
    get: super::object::own_dict,
    set: Some(super::object::set_dict),
};

const WEAKREF: GetSet = GetSet {
    name: "__weakref__",
    get: |_, value| {
        let first = value
            .address()
            .and_then(|at| weak::references(at).into_iter().next());
        Ok(first.map_or(Value::None, Value::Instance))
    },
    set: None,
};

static OWN_DICT: GetSet = DICT;
static OWN_WEAKREF: GetSet = WEAKREF;

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.getset_descriptor;
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, PARTS);
}

fn parts(value: &Value) -> Option<(&'static GetSet, Option<Rc<Class>>)> {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::GetSet(def, owner) => Some((def, owner.upgrade())),
            _ => None,
        },
        _ => None,
    }
}

fn owner_name(owner: &Option<Rc<Class>>) -> String {
    owner
        .as_ref()
        .map_or_else(|| "?".to_owned(), |owner| owner.name().to_string())
}

/// The definition, if the object asked for is of the owner.
fn checked(vm: &Vm, args: &Args) -> Result<&'static GetSet, crate::object::Raise> {
    let (Some(me), Some(object)) = (args.values.first(), args.values.get(1)) else {
        return Err(vm.type_error("__get__(None, None) is invalid"));
    };
    match parts(me) {
        Some((def, Some(owner))) if vm.is_instance(object, &owner) => Ok(def),
        Some((def, owner)) => {
            let (owner, given) = (owner_name(&owner), vm.type_name(object));
            Err(vm.type_error(format!(
                "descriptor '{}' for '{owner}' objects doesn't apply to a '{given}' object",
                def.name
            )))
        }
        None => Err(vm.wrong_receiver("getset_descriptor", me)),
    }
}

fn get(vm: &mut Vm, mut args: Args) -> NativeResult {
    if args.values.get(1).is_some_and(Value::is_none) {
        return Ok(args.take(0));
    }
    let def = checked(vm, &args)?;
    (def.get)(vm, &args.take(1))
}

fn set(vm: &mut Vm, mut args: Args) -> NativeResult {
    let def = checked(vm, &args)?;
    let (object, new) = (args.take(1), args.take(2));
    match def.set {
        Some(set) => set(vm, &object, new),
        None => {
            let owner = vm.type_name(&object);
            Err(vm.attribute_error(format!(
                "attribute '{}' of '{owner}' objects is not writable",
                def.name
            )))
        }
    }
}

fn delete(vm: &mut Vm, mut args: Args) -> NativeResult {
    let def = checked(vm, &args)?;
    let object = args.take(1);
    match def.set {
        Some(set) => set(vm, &object, Value::Undefined),
        None => Err(vm.attribute_error("readonly attribute")),
    }
}

fn repr(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(match parts(&args.take(0)) {
        Some((def, owner)) => Value::string(format!(
            "<attribute '{}' of '{}' objects>",
            def.name,
            owner_name(&owner)
        )),
        None => Value::str("<attribute>"),
    })
}

impl Vm {
    /// What a class that gives its instances attributes of their own, or lets
    /// them be referred to weakly, says so with.
    pub(crate) fn add_own_attributes(&self, class: &Rc<Class>, dict: bool, weakref: bool) {
        for (wanted, def) in [(dict, &OWN_DICT), (weakref, &OWN_WEAKREF)] {
            if wanted && class.dict.get_name(&intern(def.name)).is_none() {
                let kind = Rc::clone(&self.types.getset_descriptor);
                let descriptor = Instance::new(kind, payload(def, class));
                let value = Value::Instance(descriptor);
                drop(class.dict.set_name(&intern(def.name), value));
            }
        }
    }
}

/// A computed attribute's payload, owned by a class.
pub(crate) fn payload(def: &'static GetSet, owner: &Rc<Class>) -> Payload {
    let owner: Weak<Class> = Rc::downgrade(owner);
    Payload::GetSet(def, owner)
}
