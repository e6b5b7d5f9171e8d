//! The builtin functions, and the methods of the builtin types.
//!
//! One file for each type or group of functions; each has a table of
//! [`NativeDef`]s and an `install` that puts them in place.

mod dict_ops;
mod object;
mod set_ops;

use crate::object::{Class, Instance, NativeDef, NativeFunction, Payload, Value, intern};
use crate::vm::{GetSet, Vm};
use std::rc::Rc;

/// Fills the builtin classes and the namespace of `builtins`.
pub(crate) fn install(vm: &mut Vm) {
    object::install(vm);
}

impl Vm {
    /// Puts native methods into a builtin class.
    pub fn add_methods(&mut self, class: &Rc<Class>, defs: &'static [NativeDef]) {
        for def in defs {
            let function = NativeFunction { def: *def, owner: Some(Rc::downgrade(class)), module: None };
            class.dict.set_name(&intern(def.name), Value::Native(Rc::new(function)));
        }
        class.touch();
    }

    /// Puts computed attributes into a builtin class.
    pub fn add_getsets(&mut self, class: &Rc<Class>, defs: &'static [GetSet]) {
        let descriptor = Rc::clone(&self.types.getset_descriptor);
        for def in defs {
            let value = Instance::new(Rc::clone(&descriptor), Payload::GetSet(def));
            class.dict.set_name(&intern(def.name), Value::Instance(Rc::new(value)));
        }
        class.touch();
    }

    /// Puts functions into a namespace, as those of the module of this name.
    pub fn add_functions(&mut self, dict: &crate::object::DictObj, module: &str, defs: &'static [NativeDef]) {
        let module = intern(module);
        for def in defs {
            let function = NativeFunction { def: *def, owner: None, module: Some(Rc::clone(&module)) };
            dict.set_name(&intern(def.name), Value::Native(Rc::new(function)));
        }
    }
}
