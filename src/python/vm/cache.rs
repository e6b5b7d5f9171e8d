//! Attribute lookups on classes, cached by class version and name.

use super::Vm;
use crate::object::{Class, Str, StrRef, Value};
use std::cell::RefCell;
use std::rc::Rc;

const LINES: usize = 1024;

#[derive(Debug)]
struct Line {
    version: u32,
    name: *const Str,
    found: Option<Value>,
}

/// The cache: a line is valid if class version and name agree. A version is
/// never given twice, so lines need not be invalidated; names are interned,
/// hence never freed.
#[derive(Debug)]
pub(crate) struct AttrCache {
    lines: RefCell<Vec<Line>>,
}

impl AttrCache {
    /// Lets go of everything found, unless the cache is in use.
    pub(crate) fn forget(&self) {
        let found: Vec<Value> = match self.lines.try_borrow_mut() {
            Ok(mut lines) => lines
                .iter_mut()
                .filter_map(|line| {
                    line.version = 0;
                    line.found.take()
                })
                .collect(),
            Err(_) => return,
        };
        drop(found);
    }
}

impl Default for AttrCache {
    fn default() -> AttrCache {
        let empty = || Line {
            version: 0,
            name: std::ptr::null(),
            found: None,
        };
        AttrCache {
            lines: RefCell::new((0..LINES).map(|_| empty()).collect()),
        }
    }
}

impl Vm {
    /// The attribute along the class's method resolution order, unbound.
    pub fn class_attr(&self, class: &Class, name: &StrRef) -> Option<Value> {
        if !name.is_interned() {
            return class.lookup_uncached(name);
        }
        let version = class.version.get();
        let address = Rc::as_ptr(name);
        let index = (address as usize >> 4) ^ (version as usize).wrapping_mul(31);
        let mut lines = self.attr_cache.lines.borrow_mut();
        let line = &mut lines[index % LINES];
        if line.version == version && line.name == address {
            return line.found.as_ref().map(Value::another);
        }
        let found = class.lookup_uncached(name);
        let old = std::mem::replace(
            line,
            Line {
                version,
                name: address,
                found: found.clone(),
            },
        );
        // The old value may be the last reference to something: let go of it
        // when the cache is free again.
        drop(lines);
        drop(old);
        found
    }

    /// The attribute along the method resolution order of a value's class.
    pub fn type_attr(&self, value: &Value, name: &StrRef) -> Option<Value> {
        match value {
            Value::Instance(instance) => self.class_attr(&instance.class.borrow(), name),
            _ => match self.builtin_class_of(value) {
                Some(class) => self.class_attr(class, name),
                None => self.class_attr(&self.class_of(value), name),
            },
        }
    }
}
