//! Who is to be told when an object's last reference is gone.

use crate::object::{Class, Function, Generator, Instance, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// A reference that does not keep its target alive.
#[derive(Clone, Debug)]
pub enum WeakValue {
    /// To an instance.
    Instance(Weak<Instance>),
    /// To a function.
    Function(Weak<Function>),
    /// To a class.
    Class(Weak<Class>),
    /// To a generator or coroutine.
    Generator(Weak<Generator>),
    /// To a set.
    Set(Weak<crate::object::SetObj>),
    /// To a module.
    Module(Weak<crate::object::Module>),
    /// To a bound method: gone as soon as nobody holds that very object.
    Method(Weak<crate::object::BoundMethod>),
}

impl WeakValue {
    /// A weak reference; `None` for types that cannot have one.
    pub fn of(value: &Value) -> Option<WeakValue> {
        Some(match value {
            Value::Instance(x) => WeakValue::Instance(Rc::downgrade(x)),
            Value::Function(x) => WeakValue::Function(Rc::downgrade(x)),
            Value::Class(x) => WeakValue::Class(Rc::downgrade(x)),
            Value::Generator(x) => WeakValue::Generator(Rc::downgrade(x)),
            Value::Set(x) => WeakValue::Set(Rc::downgrade(x)),
            Value::Module(x) => WeakValue::Module(Rc::downgrade(x)),
            Value::Method(x) => WeakValue::Method(Rc::downgrade(x)),
            _ => return None,
        })
    }

    /// The object, while it lives.
    pub fn upgrade(&self) -> Option<Value> {
        match self {
            WeakValue::Instance(x) => x.upgrade().map(Value::Instance),
            WeakValue::Function(x) => x.upgrade().map(Value::Function),
            WeakValue::Class(x) => x.upgrade().map(Value::Class),
            WeakValue::Generator(x) => x.upgrade().map(Value::Generator),
            WeakValue::Set(x) => x.upgrade().map(Value::Set),
            WeakValue::Module(x) => x.upgrade().map(Value::Module),
            WeakValue::Method(x) => x.upgrade().map(Value::Method),
        }
    }
}

thread_local! {
    /// References with callbacks, and all references for `getweakrefs`, by the
    /// address of their target.
    static REFERENCES: RefCell<HashMap<usize, Vec<Weak<Instance>>>> = RefCell::new(HashMap::new());
}

/// Notes that `reference` refers to the object at `address`.
pub(crate) fn register(address: usize, reference: &Rc<Instance>) {
    REFERENCES.with_borrow_mut(|all| {
        all.entry(address)
            .or_default()
            .push(Rc::downgrade(reference))
    });
}

/// The living references to the object at `address`, oldest first.
pub(crate) fn references(address: usize) -> Vec<Rc<Instance>> {
    REFERENCES.with_borrow(|all| {
        all.get(&address)
            .map(|list| list.iter().filter_map(Weak::upgrade).collect())
            .unwrap_or_default()
    })
}

/// The object at `address` is gone: its references, newest first, are to be told.
pub(crate) fn gone(address: usize) -> Vec<Rc<Instance>> {
    let list = REFERENCES
        .try_with(|all| all.borrow_mut().remove(&address))
        .ok()
        .flatten()
        .unwrap_or_default();
    list.iter().rev().filter_map(Weak::upgrade).collect()
}

/// Whether there are any weak references.
pub(crate) fn any() -> bool {
    REFERENCES.with_borrow(|all| !all.is_empty())
}

/// Forgets everything: a run is over.
pub(crate) fn forget_all() {
    let all = REFERENCES.with(|all| std::mem::take(&mut *all.borrow_mut()));
    drop(all);
}
