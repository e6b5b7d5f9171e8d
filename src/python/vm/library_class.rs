//! Classes of the library that are written in Rust.

use super::Vm;
use super::types::new_builtin;
use crate::object::{Class, Layout, Raise, Value};
use std::rc::Rc;

impl Vm {
    /// A new class that native code fills. Programs may derive from it; classes
    /// with native state share a [`Layout::Native`] with those that can stand
    /// in for them.
    pub fn library_class(
        &self,
        name: &str,
        module: &str,
        base: &Rc<Class>,
        layout: Layout,
    ) -> Rc<Class> {
        let class = new_builtin(name, Some(base), layout);
        drop(class.dict.set_name(&self.names.module, Value::str(module)));
        class
    }

    /// Takes instructions off what the host has granted, for native code that
    /// works through a queue. `false`: it should pause and let the host look.
    pub fn spend(&mut self, instructions: i64) -> bool {
        self.spend_fuel(instructions);
        self.fuel.get() > 0
    }

    /// Whether nothing may be caught any more: a budget has stopped the run.
    pub fn is_fatal(&self) -> bool {
        self.fatal
    }

    /// A module that has been imported already.
    pub fn imported(&self, name: &str) -> Option<Value> {
        self.modules.get_name(&crate::object::intern(name))
    }

    /// Whether `raise` is an instance of `class`.
    pub fn raises(&self, raise: &Raise, class: &Class) -> bool {
        raise.0.class.borrow().is_subclass_of(class)
    }
}

/// Lets instances of a library class have attributes of their own.
pub fn allow_attributes(class: &Class) {
    let mut traits = class.traits.get();
    traits.has_dict = true;
    class.traits.set(traits);
}
