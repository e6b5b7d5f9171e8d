//! Objects of the library's classes that are as the library made them.
//!
//! A subclass may replace a method, and so may an assignment to the object.
//! What was found out about a class and a set of attribute names holds as long
//! as their versions are the same, so that asking again costs little.

use crate::world_of_loop::Shared;
use coroscope_python::object::{Class, Dict, Instance, StrRef, Value, intern};
use coroscope_python::vm::Vm;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// What an object must be like.
pub(super) struct Shape {
    /// Tells shapes apart.
    number: u32,
    /// Its first attributes, in the order in which `__init__` sets them.
    attributes: &'static [&'static str],
    /// Methods that a class must not replace: `Class.method` for one of the
    /// library in Python.
    methods: &'static [&'static str],
    /// The methods are in Rust, of any class.
    are_native: bool,
}

pub(super) const LOOP: Shape = Shape {
    number: 1,
    attributes: &[],
    methods: &[
        "create_future",
        "create_task",
        "call_soon",
        "call_later",
        "call_at",
    ],
    are_native: true,
};

/// A `Queue` whose items are in its deque.
pub(super) const QUEUE: Shape = Shape {
    number: 2,
    attributes: &[
        "_maxsize",
        "_getters",
        "_putters",
        "_unfinished_tasks",
        "_joiners",
        "_is_shutdown",
        "_queue",
    ],
    methods: &[
        "Queue.full",
        "Queue.empty",
        "Queue.qsize",
        "Queue.put_nowait",
        "Queue.get_nowait",
        "Queue._put",
        "Queue._get",
        "Queue._wakeup_next",
    ],
    are_native: false,
};

pub(super) const LOCK: Shape = Shape {
    number: 3,
    attributes: &["_waiters", "_locked"],
    methods: &["Lock.acquire", "Lock.release", "Lock._wake_first"],
    are_native: false,
};

pub(super) const SEMAPHORE: Shape = Shape {
    number: 4,
    attributes: &["_waiters", "_value"],
    methods: &[
        "Semaphore.acquire",
        "Semaphore.release",
        "Semaphore.locked",
        "Semaphore._hand_over",
    ],
    are_native: false,
};

pub(super) const EVENT: Shape = Shape {
    number: 5,
    attributes: &["_waiters", "_value"],
    methods: &[],
    are_native: false,
};

pub(super) const GATHERING: Shape = Shape {
    number: 6,
    attributes: &["_children", "_cancel_requested"],
    methods: &[],
    are_native: false,
};

pub(super) const GROUP: Shape = Shape {
    number: 7,
    attributes: &[
        "_entered",
        "_exiting",
        "_aborting",
        "_loop",
        "_parent_task",
        "_parent_cancel_requested",
        "_tasks",
        "_errors",
        "_base_error",
        "_on_completed_fut",
    ],
    methods: &["TaskGroup._on_task_done", "TaskGroup._outcome"],
    are_native: false,
};

/// How many shapes there are, with none of the number 0.
const SHAPES: usize = 8;
const _: () = assert!(GROUP.number as usize + 1 == SHAPES);

const LINES: usize = 128;

/// What was found out.
#[derive(Debug)]
pub(crate) struct Known {
    /// Of objects: shape, version of the class, version of the names.
    objects: Box<[Cell<(u32, u32, u32)>]>,
    /// Of classes, and the names that are looked for, by the shape's number.
    shapes: [OfShape; SHAPES],
}

#[derive(Debug, Default)]
struct OfShape {
    /// The versions of class and names of the object that was last found to fit.
    latest: Cell<(u32, u32)>,
    /// The version of the class that fits.
    class: Cell<u32>,
    names: OnceCell<Names>,
}

/// A shape's names, to be compared by where they are.
#[derive(Debug)]
struct Names {
    attributes: Box<[StrRef]>,
    methods: Box<[StrRef]>,
}

impl Names {
    fn of(shape: &Shape) -> Names {
        let last = |method: &&str| intern(method.rsplit('.').next().unwrap_or(method));
        Names {
            attributes: shape.attributes.iter().map(|name| intern(name)).collect(),
            methods: shape.methods.iter().map(last).collect(),
        }
    }
}

impl Default for Known {
    fn default() -> Known {
        Known {
            objects: vec![Cell::default(); LINES].into(),
            shapes: Default::default(),
        }
    }
}

/// Whether an object is of this shape.
#[inline]
pub(super) fn fits(vm: &Vm, shared: &Shared, object: &Instance, shape: &Shape) -> bool {
    let version = object.class.borrow().version.get();
    let names = match object.dict.get() {
        Some(dict) => dict.table.borrow().keys_version(),
        None => 0,
    };
    let Some(of_shape) = shared.known.shapes.get(shape.number as usize) else {
        return false;
    };
    // Mostly it is the same object again.
    if of_shape.latest.get() == (version, names) && version != 0 {
        return true;
    }
    let fits = was_found_to_fit(vm, shared, object, (version, names), shape);
    if fits {
        of_shape.latest.set((version, names));
    }
    fits
}

#[inline(never)]
fn was_found_to_fit(
    vm: &Vm,
    shared: &Shared,
    object: &Instance,
    (version, names): (u32, u32),
    shape: &Shape,
) -> bool {
    let key = (shape.number, version, names);
    let place = (names ^ version.wrapping_mul(31) ^ shape.number) as usize % LINES;
    let Some(line) = shared.known.objects.get(place) else {
        return false;
    };
    if line.get() == key {
        return true;
    }
    let fits = is_of(vm, shared, object, version, shape);
    if fits {
        line.set(key);
    }
    fits
}

#[cold]
fn is_of(vm: &Vm, shared: &Shared, object: &Instance, version: u32, shape: &Shape) -> bool {
    let Some(known) = shared.known.shapes.get(shape.number as usize) else {
        return false;
    };
    let names = known.names.get_or_init(|| Names::of(shape));
    if known.class.get() != version || version == 0 {
        if !is_of_class(vm, &object.class(), shape, names) {
            return false;
        }
        known.class.set(version);
    }
    let own = object.dict.get().map(|dict| Rc::clone(&dict));
    let Some(own) = own.as_ref().map(|dict| dict.table.borrow()) else {
        return names.attributes.is_empty();
    };
    let is_at = |(place, name): (usize, &StrRef)| {
        own.entry(place)
            .is_some_and(|entry| is_name(&entry.key, name))
    };
    // What the library sets first is none of the methods.
    let is_method = |place: usize| {
        own.entry(place)
            .is_some_and(|entry| names.methods.iter().any(|name| is_name(&entry.key, name)))
    };
    names.attributes.iter().enumerate().all(is_at)
        && !(names.attributes.len()..own.slots()).any(is_method)
}

/// Whether objects of a class have the library's methods, and their attributes to
/// themselves.
fn is_of_class(vm: &Vm, class: &Rc<Class>, shape: &Shape, names: &Names) -> bool {
    let traits = class.traits.get();
    if traits.custom_getattribute || traits.custom_setattr {
        return false;
    }
    let is_unchanged = |(method, name): (&&str, &StrRef)| match vm.class_attr(class, name) {
        Some(Value::Native(_)) => shape.are_native,
        Some(Value::Function(function)) => {
            let code = function.code();
            code.file.is_library && code.qualname.as_str() == *method
        }
        _ => false,
    };
    // What a class says of an attribute might come before the object's own.
    let is_free = |name: &StrRef| vm.class_attr(class, name).is_none();
    shape.methods.iter().zip(&names.methods).all(is_unchanged)
        && names.attributes.iter().all(is_free)
}

fn is_name(key: &Value, name: &StrRef) -> bool {
    matches!(key, Value::Str(key) if Rc::ptr_eq(key, name) || key.as_str() == name.as_str())
}

/// An attribute of an object that fits, by its place in the shape.
pub(super) fn get(object: &Instance, place: usize) -> Value {
    let Some(dict) = object.dict.get() else {
        return Value::Undefined;
    };
    let table = dict.table.borrow();
    table.value_at(place).cloned().unwrap_or_default()
}

/// Looks at an attribute, during which nothing may change the object.
pub(super) fn look<R>(
    object: &Instance,
    place: usize,
    look: impl FnOnce(&Value) -> R,
) -> Option<R> {
    let dict = object.dict.get()?;
    let table = dict.table.borrow();
    table.value_at(place).map(look)
}

/// Looks at all attributes at once, each by its place, and may change them. Nothing
/// else may meanwhile look at the object.
#[inline]
pub(super) fn at_all<R>(object: &Instance, act: impl FnOnce(&mut Dict) -> Option<R>) -> Option<R> {
    let dict = object.dict.get()?;
    let mut table = dict.table.borrow_mut();
    act(&mut table)
}

/// Sets an attribute.
pub(super) fn set(object: &Instance, place: usize, value: Value) {
    let Some(dict) = object.dict.get() else {
        return;
    };
    let old = dict.table.borrow_mut().set_value_at(place, value);
    drop(dict);
    drop(old);
}

/// Whether the loop that an object was first used with is this one. `false`
/// also for one that was never used with any.
pub(super) fn is_bound_to(object: &Instance, shared: &Shared, owner: &Rc<Instance>) -> bool {
    let Some(dict) = object.dict.get() else {
        return false;
    };
    matches!(dict.get_name(&shared.names.bound_loop), Some(Value::Instance(bound)) if Rc::ptr_eq(&bound, owner))
}
