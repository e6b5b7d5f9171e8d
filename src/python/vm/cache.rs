//! Attribute lookups on classes, cached by class version and name.

use super::Vm;
use crate::object::{Class, Str, StrRef, Value, peek};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

const LINES: usize = 1024;

#[derive(Debug)]
struct Line {
    version: Cell<u32>,
    name: Cell<*const Str>,
    found: RefCell<Option<Value>>,
}

/// The cache: a line is valid if class version and name agree. A version is
/// never given twice, so lines need not be invalidated; names are interned,
/// hence never freed.
#[derive(Debug)]
pub(crate) struct AttrCache {
    lines: Box<[Line]>,
}

impl AttrCache {
    /// Lets go of everything found, unless the cache is in use.
    pub(crate) fn forget(&self) {
        let found: Vec<Value> = self
            .lines
            .iter()
            .filter_map(|line| {
                let mut found = line.found.try_borrow_mut().ok()?;
                line.version.set(0);
                found.take()
            })
            .collect();
        drop(found);
    }

    /// What was found for a name in a class of this version.
    #[inline(always)]
    #[expect(
        unsafe_code,
        reason = "a value is copied, nothing else happens in between"
    )]
    pub(super) fn get(&self, version: u32, name: &StrRef) -> Option<Value> {
        let line = self.lines.get(place_of(version, name))?;
        if line.version.get() != version || line.name.get() != Rc::as_ptr(name) {
            return None;
        }
        // SAFETY: the reference ends with this function, which changes nothing.
        unsafe { peek(&line.found) }?.as_ref().map(Value::another)
    }
}

/// The line for a name in a class of this version.
#[inline(always)]
fn place_of(version: u32, name: &StrRef) -> usize {
    let address = Rc::as_ptr(name) as usize;
    ((address >> 4) ^ (version as usize).wrapping_mul(31)) % LINES
}

impl Default for AttrCache {
    fn default() -> AttrCache {
        let empty = || Line {
            version: Cell::new(0),
            name: Cell::new(std::ptr::null()),
            found: RefCell::new(None),
        };
        AttrCache {
            lines: (0..LINES).map(|_| empty()).collect(),
        }
    }
}

impl Vm {
    /// The attribute along the class's method resolution order, unbound.
    #[inline(never)]
    pub fn class_attr(&self, class: &Class, name: &StrRef) -> Option<Value> {
        self.class_attr_here(class, name)
    }

    /// The same without a call, for where programs are most of the time.
    #[inline(always)]
    pub(super) fn class_attr_here(&self, class: &Class, name: &StrRef) -> Option<Value> {
        let version = class.version.get();
        let address = Rc::as_ptr(name);
        let line = self.attr_cache.lines.get(place_of(version, name));
        if let Some(line) = line
            && line.version.get() == version
            && line.name.get() == address
        {
            return line.found.borrow().as_ref().map(Value::another);
        }
        self.find_class_attr(class, name, line)
    }

    #[inline(never)]
    fn find_class_attr(&self, class: &Class, name: &StrRef, line: Option<&Line>) -> Option<Value> {
        let found = class.lookup_uncached(name);
        if let Some(line) = line.filter(|_| name.is_interned()) {
            line.version.set(class.version.get());
            line.name.set(Rc::as_ptr(name));
            // What was there may have been the last reference to something.
            drop(line.found.replace(found.clone()));
        }
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
