//! `object`: what every class inherits.

use crate::code::CompareOp;
use crate::object::{
    Class, Dict, DictObj, Instance, Layout, MANY, Module, Native, NativeDef, Payload, StrRef,
    Value, intern,
};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::{Rc, Weak};

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    let object = &vm.types.object;
    vm.add_methods(object, METHODS);
    vm.add_getsets(object, ATTRIBUTES);
    let slot = &vm.types.member_descriptor;
    vm.add_methods(slot, SLOT);
    vm.add_getsets(slot, SLOT_PARTS);
    vm.builtins
        .set_name(&intern("object"), Value::Class(Rc::clone(object)));
    for (name, value) in [
        ("None", Value::None),
        ("NotImplemented", Value::NotImplemented),
        ("False", Value::Bool(false)),
        ("True", Value::Bool(true)),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::Bool(true)),
        ("__name__", Value::str("builtins")),
    ] {
        vm.builtins.set_name(&intern(name), value);
    }
    let none = &vm.types.none_type;
    vm.add_methods(none, NONE);
    let ellipsis = &vm.types.ellipsis_type;
    vm.add_methods(ellipsis, ELLIPSIS);
    let not_implemented = &vm.types.not_implemented_type;
    vm.add_methods(not_implemented, NOT_IMPLEMENTED);
}

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, MANY).any_keywords(),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__str__", str, 0, 0),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__lt__", unordered, 1, 1),
    NativeDef::method("__le__", unordered, 1, 1),
    NativeDef::method("__gt__", unordered, 1, 1),
    NativeDef::method("__ge__", unordered, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__getattribute__", getattribute, 1, 1),
    NativeDef::method("__setattr__", setattr, 2, 2),
    NativeDef::method("__delattr__", delattr, 1, 1),
    NativeDef::method("__format__", format, 1, 1),
    NativeDef::method("__dir__", dir, 0, 0),
    NativeDef::method("__sizeof__", sizeof, 0, 0),
    NativeDef::method("__reduce__", taken_apart, 0, 0),
    NativeDef::method("__reduce_ex__", reduce, 1, 1),
    NativeDef::method("__getstate__", state, 0, 0),
    NativeDef::class_method("__init_subclass__", init_subclass, 0, 0),
    NativeDef::class_method("__subclasshook__", subclass_hook, 1, 1),
];

const NONE: &[NativeDef] = &[
    NativeDef::method("__bool__", |_, _| Ok(Value::Bool(false)), 0, 0),
    NativeDef::static_method(
        "__new__",
        |vm, args| the_only(vm, &args, Value::None),
        0,
        MANY,
    )
    .any_keywords(),
];

const ELLIPSIS: &[NativeDef] = &[NativeDef::static_method(
    "__new__",
    |vm, args| the_only(vm, &args, Value::Ellipsis),
    0,
    MANY,
)
.any_keywords()];

const NOT_IMPLEMENTED: &[NativeDef] = &[NativeDef::static_method(
    "__new__",
    |vm, args| the_only(vm, &args, Value::NotImplemented),
    0,
    MANY,
)
.any_keywords()];

/// A class with one instance gives it out for every call.
fn the_only(vm: &mut Vm, args: &Args, value: Value) -> NativeResult {
    if args.values.len() == 1 {
        return Ok(value);
    }
    let name = match value {
        Value::None => "NoneType",
        Value::Ellipsis => "EllipsisType",
        _ => "NotImplementedType",
    };
    Err(vm.type_error(format!("{name} takes no arguments")))
}

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "__class__",
        get: class,
        set: Some(set_class),
    },
    GetSet {
        name: "__dict__",
        get: own_dict,
        set: Some(set_dict),
    },
    GetSet {
        name: "__doc__",
        get: |vm, v| doc(vm, v),
        set: Some(set_doc),
    },
];

const SLOT: &[NativeDef] = &[
    NativeDef::method("__get__", slot_get, 1, 2),
    NativeDef::method("__set__", slot_set, 2, 2),
    NativeDef::method("__delete__", slot_delete, 1, 1),
    NativeDef::method("__repr__", slot_repr, 0, 0),
];

const SLOT_PARTS: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: |_, v| Ok(slot_of(v).map_or(Value::None, |s| Value::Str(Rc::clone(&s.name)))),
        set: None,
    },
    GetSet {
        name: "__objclass__",
        get: |_, v| {
            let owner = slot_of(v).and_then(|slot| slot.owner.upgrade());
            Ok(owner.map_or(Value::None, Value::Class))
        },
        set: None,
    },
];

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let object = Rc::clone(&vm.types.object);
    let class = vm.class_argument(&args.take(0), &object)?;
    if args.len() > 1 {
        let init = vm.class_attr(&class, &vm.names.init);
        let own_init = !matches!(&init, Some(Value::Native(f)) if vm.is_of_object(f));
        let new = vm.class_attr(&class, &vm.names.new);
        let own_new = !matches!(&new, Some(Value::Native(f)) if vm.is_of_object(f));
        if own_new {
            return Err(vm.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if !own_init {
            return Err(vm.type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    if class.traits.get().is_abstract {
        return Err(vm.abstract_error(&class));
    }
    if class.layout != Layout::Object {
        let name = class.name();
        return Err(vm.type_error(format!(
            "object.__new__({name}) is not safe, use {name}.__new__()"
        )));
    }
    Ok(Value::Instance(Instance::new(class, Payload::None)))
}

fn init(vm: &mut Vm, args: Args) -> NativeResult {
    if args.len() > 1 {
        let class = vm.class_of(&args.values[0]);
        let init = vm.class_attr(&class, &vm.names.init);
        if !matches!(&init, Some(Value::Native(f)) if vm.is_of_object(f)) {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        let new = vm.class_attr(&class, &vm.names.new);
        if matches!(&new, Some(Value::Native(f)) if vm.is_of_object(f)) {
            let name = class.name();
            return Err(vm.type_error(format!(
                "{name}.__init__() takes exactly one argument (the instance to initialize)"
            )));
        }
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    match &args.values[0] {
        value @ (Value::Instance(_) | Value::Class(_)) => Ok(Value::string(vm.default_repr(value))),
        value => vm.repr_of(&value.clone()),
    }
}

fn str(vm: &mut Vm, args: Args) -> NativeResult {
    match &args.values[0] {
        value @ Value::Instance(_) => vm.text_by_repr(value),
        value => vm.repr_of(value),
    }
}

fn eq(vm: &mut Vm, args: Args) -> NativeResult {
    let (a, b) = (&args.values[0], &args.values[1]);
    if let Value::Instance(_) | Value::Class(_) = a {
        return Ok(if a.is(b) {
            Value::Bool(true)
        } else {
            Value::NotImplemented
        });
    }
    let (a, b) = (a.clone(), b.clone());
    vm.run_async("__eq__", move |cx| async move {
        crate::vm::builtin_side(&cx, CompareOp::Eq, &a, &b).await
    })
}

fn ne(vm: &mut Vm, args: Args) -> NativeResult {
    let (a, b) = (args.values[0].clone(), args.values[1].clone());
    vm.run_async("__ne__", move |cx| async move {
        let eq = cx.with(|vm| vm.names.eq.clone());
        match cx.call_special(&a, &eq, [b]).await? {
            None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
            Some(equal) => Ok(Value::Bool(!cx.truth(&equal).await?)),
        }
    })
}

fn unordered(_: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::NotImplemented)
}

fn hash(vm: &mut Vm, args: Args) -> NativeResult {
    match &args.values[0] {
        value @ Value::Instance(_) => Ok(Value::Int(vm.identity_hash(value))),
        value @ Value::Class(_) => Ok(Value::Int(vm.identity_hash(value))),
        value => vm.hash(&value.clone()),
    }
}

/// The attribute name among the arguments.
pub(crate) fn attribute_name(vm: &Vm, value: &Value) -> Result<StrRef, crate::object::Raise> {
    match value {
        Value::Str(name) => Ok(intern(name.as_str())),
        other => match vm.unwrap_base(other.clone()) {
            Value::Str(name) => Ok(intern(name.as_str())),
            _ => {
                let got = vm.type_name(other);
                Err(vm.type_error(format!("attribute name must be string, not '{got}'")))
            }
        },
    }
}

fn getattribute(vm: &mut Vm, args: Args) -> NativeResult {
    let name = attribute_name(vm, &args.values[1])?;
    match vm.find_attr(&args.values[0], &name)? {
        Some(found) => Ok(found),
        None => Err(vm.no_attribute(&args.values[0], &name)),
    }
}

fn setattr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = attribute_name(vm, &args.values[1])?;
    let new = args.take(2);
    vm.store_attr_plain(&args.values[0].clone(), &name, new)
}

fn delattr(vm: &mut Vm, args: Args) -> NativeResult {
    let name = attribute_name(vm, &args.values[1])?;
    vm.delete_attr_plain(&args.values[0], &name)
}

fn format(vm: &mut Vm, args: Args) -> NativeResult {
    let value = args.values[0].clone();
    let Value::Str(spec) = &args.values[1] else {
        let name = vm.type_name(&args.values[1]);
        return Err(vm.type_error(format!("__format__() argument must be str, not {name}")));
    };
    if !matches!(value, Value::Instance(_)) {
        return vm.format(&value, spec);
    }
    if !spec.is_empty() {
        let base = vm.unwrap_base(value.clone());
        if !base.is(&value) {
            return vm.format(&base, spec);
        }
        let name = vm.type_name(&value);
        return Err(vm.type_error(format!(
            "unsupported format string passed to {name}.__format__"
        )));
    }
    vm.str_of(&value)
}

fn dir(vm: &mut Vm, args: Args) -> NativeResult {
    let names = vm.dir_names(&args.values[0]);
    Ok(Value::list(names.into_iter().map(Value::Str).collect()))
}

impl Vm {
    /// What `dir(value)` lists, before sorting: the attributes of the object,
    /// its class and the class's ancestors.
    pub fn dir_names(&mut self, value: &Value) -> Vec<StrRef> {
        let mut names: Vec<StrRef> = Vec::new();
        let mut add = |dict: &crate::object::DictObj| {
            for entry in dict.table.borrow().iter() {
                if let Value::Str(name) = &entry.key {
                    names.push(intern(name.as_str()));
                }
            }
        };
        match value {
            Value::Module(module) => names = self.module_dir(module),
            Value::Class(class) => class.mro().iter().for_each(|c| add(&c.dict)),
            other => {
                if let Some(dict) = self.own_dict(other) {
                    add(&dict);
                }
                self.class_of(other).mro().iter().for_each(|c| add(&c.dict));
            }
        }
        names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        names.dedup_by(|a, b| Rc::ptr_eq(a, b));
        names
    }
}

fn sizeof(vm: &mut Vm, args: Args) -> NativeResult {
    let items = vm.builtin_len(&args.values[0]).unwrap_or(2);
    Ok(Value::from(32 + 8 * items))
}

/// `__reduce_ex__(protocol)`: asks `__reduce__` if a class has its own, else
/// says how a plain object is made again.
fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let name = intern("__reduce__");
    let own = match vm.type_attr(&me, &name) {
        Some(Value::Native(function)) => !vm.is_of_object(&function),
        found => found.is_some(),
    };
    if own {
        return vm.run_async("__reduce_ex__", move |cx| async move {
            let method = cx.get_attr(&me, &name).await?;
            cx.call(&method, []).await
        });
    }
    taken_apart(vm, Args::positional([me]))
}

/// `__getstate__()`: the attributes of an object, as `copyreg` finds them.
fn state(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    vm.run_async("__getstate__", move |cx| async move {
        let module = crate::vm::import_absolute(&cx, "copyreg").await?;
        let function = cx.get_attr(&module, &intern("_state")).await?;
        cx.call(&function, [me]).await
    })
}

/// `__reduce__()`: how a plain object is made again.
fn taken_apart(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let class = vm.class_of(&me);
    if class.is_subclass_of(&vm.types.simple_namespace) {
        let attributes = own_dict(vm, &me)?;
        return Ok(Value::tuple([
            Value::Class(class),
            Value::tuple([]),
            attributes,
        ]));
    }
    let is_native = matches!(
        vm.class_of(&me).layout,
        Layout::Final | Layout::Native(_) | Layout::Module
    );
    if is_native {
        let name = vm.type_name(&me);
        return Err(vm.type_error(format!("cannot pickle '{name}' object")));
    }
    vm.run_async("__reduce_ex__", move |cx| async move {
        let module = crate::vm::import_absolute(&cx, "copyreg").await?;
        let function = cx.get_attr(&module, &intern("_reduce")).await?;
        cx.call(&function, [me]).await
    })
}

fn init_subclass(_: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::None)
}

fn subclass_hook(_: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::NotImplemented)
}

fn class(vm: &mut Vm, value: &Value) -> NativeResult {
    Ok(Value::Class(vm.class_of(value)))
}

fn set_class(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    if new.is_undefined() {
        return Err(vm.type_error("can't delete __class__ attribute"));
    }
    let Value::Class(class) = &new else {
        let name = vm.type_name(&new);
        return Err(vm.type_error(format!(
            "__class__ must be set to a class, not '{name}' object"
        )));
    };
    let instance = match value {
        Value::Class(changed) if !changed.is_builtin && !class.is_builtin => {
            return set_metaclass(vm, changed, class);
        }
        Value::Module(module) => return set_module_class(vm, module, class),
        Value::Instance(instance) if !class.is_builtin && !instance.class().is_builtin => instance,
        _ => {
            return Err(vm.type_error(CLASS_STAYS));
        }
    };
    let old = instance.class();
    if !old.is_laid_out_as(class) {
        let (new, old) = (class.name(), old.name());
        return Err(vm.type_error(format!(
            "__class__ assignment: '{new}' object layout differs from '{old}'"
        )));
    }
    *instance.class.borrow_mut() = Rc::clone(class);
    Ok(Value::None)
}

const CLASS_STAYS: &str =
    "__class__ assignment only supported for mutable types or ModuleType subclasses";

/// `class.__class__ = metaclass`, which a class takes once.
fn set_metaclass(vm: &mut Vm, class: &Rc<Class>, metaclass: &Rc<Class>) -> NativeResult {
    let is_metaclass = metaclass.is_subclass_of(&vm.types.type_);
    if !is_metaclass || class.later_metaclass.set(Rc::clone(metaclass)).is_err() {
        return Err(vm.type_error(CLASS_STAYS));
    }
    vm.class_changed(class);
    Ok(Value::None)
}

/// `module.__class__ = class`, which a module takes once.
fn set_module_class(vm: &mut Vm, module: &Rc<Module>, class: &Rc<Class>) -> NativeResult {
    let is_module = class.is_subclass_of(&vm.types.module);
    if !is_module || module.own_class.set(Rc::clone(class)).is_err() {
        return Err(vm.type_error(CLASS_STAYS));
    }
    Ok(Value::None)
}

pub(super) fn own_dict(vm: &mut Vm, value: &Value) -> NativeResult {
    match value {
        Value::Instance(instance) if instance.class.borrow().traits.get().has_dict => {
            let dict = instance.dict();
            dict.enlist();
            Ok(Value::Dict(dict))
        }
        Value::Module(module) => Ok(Value::Dict(Rc::clone(&module.dict))),
        Value::Function(function) => Ok(Value::Dict(Rc::clone(
            function
                .extra()
                .dict
                .get_or_init(crate::object::DictObj::empty),
        ))),
        _ => Err(vm.no_attribute(value, &intern("__dict__"))),
    }
}

pub(super) fn set_dict(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let new = if new.is_undefined() {
        Value::Dict(crate::object::DictObj::empty())
    } else {
        new
    };
    let (Some(own), Value::Dict(dict)) = (vm.own_dict_or_new(value), vm.unwrap_base(new.clone()))
    else {
        let name = vm.type_name(&new);
        return Err(vm.type_error(format!(
            "__dict__ must be set to a dictionary, not a '{name}'"
        )));
    };
    if let Value::Instance(instance) = value {
        drop(instance.dict.replace(dict));
        return Ok(Value::None);
    }
    let table = dict.table.borrow().clone();
    let old = own.table.replace(table);
    drop(old);
    Ok(Value::None)
}

impl Vm {
    fn own_dict_or_new(&self, value: &Value) -> Option<Rc<crate::object::DictObj>> {
        match value {
            Value::Instance(instance) => Some(instance.dict()),
            other => self.own_dict(other),
        }
    }
}

/// Objects with a dict may have a documentation of their own.
fn set_doc(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let dict = match value {
        Value::Instance(instance) if instance.class.borrow().traits.get().has_dict => {
            Some(instance.dict())
        }
        Value::Module(_) => vm.own_dict(value),
        _ => None,
    };
    if let Some(dict) = dict {
        let name = Rc::clone(&vm.names.doc);
        if new.is_undefined() {
            dict.remove_name(&name);
        } else {
            dict.set_name(&name, new);
        }
        return Ok(Value::None);
    }
    let class = vm.type_name(value);
    Err(vm.attribute_error(format!("'{class}' object attribute '__doc__' is read-only")))
}

fn doc(vm: &mut Vm, value: &Value) -> NativeResult {
    let class = vm.class_of(value);
    if let Value::Instance(instance) = value
        && let Some(own) = instance
            .dict
            .get()
            .and_then(|dict| dict.get_name(&vm.names.doc))
    {
        return Ok(own);
    }
    Ok(class
        .lookup_uncached(&vm.names.doc)
        .filter(|v| !matches!(v, Value::Instance(_)))
        .unwrap_or(Value::None))
}

// ----- slots

/// The descriptor of one name in `__slots__`.
#[derive(Debug)]
struct Slot {
    name: StrRef,
    owner: Weak<Class>,
}

impl Native for Slot {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}

/// A descriptor for a name in `__slots__` of `owner`.
pub(crate) fn slot_descriptor(vm: &Vm, name: &StrRef, owner: &Rc<Class>) -> Value {
    let slot = Slot {
        name: Rc::clone(name),
        owner: Rc::downgrade(owner),
    };
    let class = Rc::clone(&vm.types.member_descriptor);
    Value::Instance(Instance::new(class, Payload::Native(Box::new(slot))))
}

fn slot_of(value: &Value) -> Option<&Slot> {
    match value {
        Value::Instance(instance) => instance.native::<Slot>(),
        _ => None,
    }
}

fn slot_repr(_: &mut Vm, args: Args) -> NativeResult {
    Ok(Value::string(match slot_of(&args.values[0]) {
        Some(slot) => {
            let owner = slot
                .owner
                .upgrade()
                .map_or_else(|| intern("?"), |o| o.name());
            format!("<member '{}' of '{owner}' objects>", slot.name)
        }
        None => "<member>".to_owned(),
    }))
}

fn slot_parts(vm: &Vm, args: &Args) -> Result<(StrRef, Rc<Instance>), crate::object::Raise> {
    let (descriptor, target) = (&args.values[0], &args.values[1]);
    if let (Value::Instance(descriptor), Value::Instance(target)) = (descriptor, target)
        && let Some(slot) = descriptor.native::<Slot>()
    {
        let fits = slot
            .owner
            .upgrade()
            .is_some_and(|owner| target.class.borrow().is_subclass_of(&owner));
        if fits {
            return Ok((Rc::clone(&slot.name), Rc::clone(target)));
        }
        let (name, got) = (&slot.name, target.class.borrow().name());
        let owner = slot
            .owner
            .upgrade()
            .map_or_else(|| intern("?"), |o| o.name());
        return Err(vm.type_error(format!(
            "descriptor '{name}' for '{owner}' objects doesn't apply to a '{got}' object"
        )));
    }
    Err(vm.type_error("descriptor doesn't apply to this object"))
}

fn slot_get(vm: &mut Vm, args: Args) -> NativeResult {
    if args.values[1].is_none() {
        return Ok(args.values[0].clone());
    }
    let (name, target) = slot_parts(vm, &args)?;
    match target.slots.get().and_then(|slots| slots.get_name(&name)) {
        Some(value) => Ok(value),
        None => Err(vm.no_attribute(&args.values[1], &name)),
    }
}

fn slot_set(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (name, target) = slot_parts(vm, &args)?;
    let slots = target.slots.get_or_init(|| DictObj::hidden(Dict::new()));
    let old = slots.set_name(&name, args.take(2));
    drop(old);
    Ok(Value::None)
}

fn slot_delete(vm: &mut Vm, args: Args) -> NativeResult {
    let (name, target) = slot_parts(vm, &args)?;
    match target
        .slots
        .get()
        .and_then(|slots| slots.remove_name(&name))
    {
        Some(_) => Ok(Value::None),
        None => Err(empty_slot(vm, &args.values[1], name)),
    }
}

/// The attribute of a slot has no value; CPython's message is its name alone.
#[cold]
fn empty_slot(vm: &Vm, object: &Value, name: StrRef) -> crate::object::Raise {
    let parts = [
        ("name", Value::Str(Rc::clone(&name))),
        ("obj", object.clone()),
    ];
    vm.error_with(&vm.types.attribute_error, name.to_string(), &parts)
}

/// Whether a class attribute stands for a name in the `__slots__` of this class;
/// a program may have put that of another one there.
pub(crate) fn is_slot_of(value: &Value, class: &Rc<Class>) -> bool {
    let Value::Instance(instance) = value else {
        return false;
    };
    let slot = instance.native::<Slot>();
    slot.is_some_and(|slot| std::ptr::eq(slot.owner.as_ptr(), Rc::as_ptr(class)))
}
