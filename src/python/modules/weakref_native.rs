//! `_weakref`: references that do not keep their target alive.

use super::{state_of, weakref_proxy};
use crate::collector::Contents;
use crate::object::{DictObj, Native, NativeDef, Raise, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm, WeakValue, weak as weak_references};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("proxy", weakref_proxy::proxy, 1, 2),
    NativeDef::function("getweakrefcount", count, 1, 1),
    NativeDef::function("getweakrefs", list, 1, 1),
];

const REFERENCE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_reference, 1, 2),
    NativeDef::method("__init__", |_, _| Ok(Value::None), 0, 2),
    NativeDef::method("__call__", dereference, 0, 0),
    NativeDef::method("__eq__", equal, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
    crate::builtins::slots::CLASS_GETITEM,
];

const REFERENCE_PARTS: &[GetSet] = &[GetSet {
    name: "__callback__",
    get: |_, v| Ok(state_of::<Reference>(v).map_or(Value::None, |r| r.callback.clone())),
    set: None,
}];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_weakref", FUNCTIONS);
    let reference = vm.native_class(namespace, "weakref", "ReferenceType", REFERENCE);
    vm.add_getsets(&reference, REFERENCE_PARTS);
    super::allow_attributes(&reference);
    namespace.set_name(&intern("ref"), Value::Class(reference));
    weakref_proxy::init(vm, namespace);
    Ok(())
}

/// A weak reference, or what a proxy holds.
struct Reference {
    target: WeakValue,
    callback: Value,
    /// The collector found the target to be garbage.
    dead: Cell<bool>,
    hash: Cell<Option<i64>>,
}

impl Native for Reference {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.push(self.callback.take());
    }

    fn contents(&self, out: &mut Contents) {
        out.add(&self.callback);
    }

    fn forget(&self, target: &Value) -> bool {
        let found = !self.dead.get() && self.target.upgrade().is_some_and(|t| t.is(target));
        self.dead.set(self.dead.get() || found);
        found
    }

    fn weak_callback(&self) -> Option<Value> {
        (!self.callback.is_none()).then(|| self.callback.clone())
    }
}

pub(super) fn make(vm: &mut Vm, class: &Value, target: &Value, callback: Value) -> NativeResult {
    let slotted = matches!(target, Value::Instance(instance)
        if !instance.class().is_builtin && !instance.class().allows_weak_references()
            || Rc::ptr_eq(&instance.class(), &vm.types.object));
    let weak = WeakValue::of(target).filter(|_| !slotted);
    let Some(weak) = weak else {
        let name = vm.type_name(target);
        return Err(vm.type_error(format!("cannot create weak reference to '{name}' object")));
    };
    let state = Reference {
        target: weak,
        callback,
        dead: Cell::new(false),
        hash: Cell::new(None),
    };
    let made = vm.native_object(class, state)?;
    if let (Value::Instance(reference), Some(address)) = (&made, target.address()) {
        weak_references::register(address, reference);
        mark(target);
    }
    Ok(made)
}

/// The target tells of its end from now on.
fn mark(target: &Value) {
    match target {
        Value::Instance(x) => x.watched.set(true),
        Value::Function(x) => x.watched.set(true),
        Value::Generator(x) => x.watched.set(true),
        _ => {}
    }
}

fn new_reference(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, target) = (args.take(0), args.take(1));
    let callback = args.optional(2).unwrap_or(Value::None);
    let plain = matches!(&class, Value::Class(c) if c.is_builtin);
    // Plain references to one object are one reference.
    if plain
        && callback.is_none()
        && let Some(address) = target.address()
    {
        let known = weak_references::references(address).into_iter().find(|r| {
            r.class.borrow().is_builtin
                && r.class.borrow().name.borrow().as_str() == "ReferenceType"
                && r.native::<Reference>()
                    .is_some_and(|r| r.callback.is_none())
        });
        if let Some(known) = known {
            return Ok(Value::Instance(known));
        }
    }
    make(vm, &class, &target, callback)
}

pub(super) fn target_of(value: &Value) -> Option<Value> {
    state_of::<Reference>(value)
        .filter(|reference| !reference.dead.get())
        .and_then(|reference| reference.target.upgrade())
}

fn dereference(_: &mut Vm, args: Args) -> NativeResult {
    Ok(target_of(&args.values[0]).unwrap_or(Value::None))
}

fn equal(vm: &mut Vm, args: Args) -> NativeResult {
    if state_of::<Reference>(&args.values[1]).is_none() {
        return Ok(Value::NotImplemented);
    }
    match (target_of(&args.values[0]), target_of(&args.values[1])) {
        (Some(a), Some(b)) => vm.compare(crate::code::CompareOp::Eq, &a, &b),
        _ => Ok(Value::Bool(args.values[0].is(&args.values[1]))),
    }
}

fn hash(vm: &mut Vm, mut args: Args) -> NativeResult {
    let reference = args.take(0);
    if let Some(known) = state_of::<Reference>(&reference).and_then(|r| r.hash.get()) {
        return Ok(Value::Int(known));
    }
    let Some(target) = target_of(&reference) else {
        return Err(vm.type_error("weak object has gone away"));
    };
    let keep = move |_: &mut Vm, hash: Value| {
        if let (Value::Int(hash), Some(state)) = (&hash, state_of::<Reference>(&reference)) {
            state.hash.set(Some(*hash));
        }
        Ok(hash)
    };
    match vm.hash(&target)? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, keep)
        }
        hash => keep(vm, hash),
    }
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let own = vm.fake_address(&args.values[0]);
    Ok(Value::string(match target_of(&args.values[0]) {
        Some(target) => {
            let (name, address) = (vm.type_name(&target), vm.fake_address(&target));
            format!("<weakref at {own:#x}; to '{name}' at {address:#x}>")
        }
        None => format!("<weakref at {own:#x}; dead>"),
    }))
}

fn count(_: &mut Vm, args: Args) -> NativeResult {
    let n = args.values[0]
        .address()
        .map_or(0, |address| weak_references::references(address).len());
    Ok(Value::from(n))
}

fn list(_: &mut Vm, args: Args) -> NativeResult {
    let all = args.values[0]
        .address()
        .map(weak_references::references)
        .unwrap_or_default();
    Ok(Value::list(all.into_iter().map(Value::Instance).collect()))
}

pub(super) fn living(vm: &Vm, value: &Value) -> Result<Value, Raise> {
    target_of(value).ok_or_else(|| {
        vm.error(
            &vm.types.reference_error,
            "weakly-referenced object no longer exists",
        )
    })
}
