//! How many objects CPython would count: its layout differs from ours.

use super::contents::is_container;
use crate::object::{Layout, Payload, Value};
use std::rc::Rc;

/// How many objects of CPython stand for one of ours.
pub(super) fn objects(value: &Value) -> usize {
    match value {
        // The collector does not follow dicts of plain values, nor the
        // attributes of an object that nobody asked `__dict__` of.
        Value::Dict(dict) => {
            let entries = dict.table.borrow();
            let any = entries
                .iter()
                .any(|entry| is_container(&entry.key) || is_container(&entry.value));
            usize::from(dict.place.position().is_some() && any)
        }
        // The class, its names, its bases, its order of resolution.
        Value::Class(class) => 4 - objects(&Value::Dict(Rc::clone(&class.dict))),
        // The cells lie in a tuple.
        Value::Function(function) => 1 + usize::from(!function.closure.is_empty()),
        Value::Instance(instance) => match &instance.payload {
            // The base is no object of its own.
            Payload::Base(base) => 1usize.saturating_sub(objects(base)),
            Payload::None => usize::from(!is_bare_object(value)),
            _ => 1,
        },
        other => usize::from(is_container(other)),
    }
}

/// `object()`, which can hold nothing.
fn is_bare_object(value: &Value) -> bool {
    match value {
        Value::Instance(instance) => {
            let class = instance.class.borrow();
            class.is_builtin && class.layout == Layout::Object && !class.traits.get().has_dict
        }
        _ => false,
    }
}

/// `gc.is_tracked(value)`
pub(crate) fn is_followed(value: &Value) -> bool {
    match value {
        Value::Native(_) => true,
        Value::Tuple(tuple) => tuple.items().iter().any(is_container),
        other => objects(other) > 0,
    }
}
