//! What the constructors of builtin containers share.

use crate::object::{
    Class, Instance, NativeDef, NativeFunction, Payload, Raise, Receiver, Value, names_of,
};
use crate::vm::{NativeResult, Vm};
use std::rc::Rc;

impl Vm {
    /// An object of `class`, which is `builtin` or derives from it, standing
    /// for this value.
    pub(crate) fn object_of(
        &mut self,
        class: &Value,
        builtin: &Rc<Class>,
        value: Value,
    ) -> NativeResult {
        let class = self.class_argument(class, builtin)?;
        if Rc::ptr_eq(&class, builtin) {
            return Ok(value);
        }
        if class.traits.get().is_abstract {
            return Err(self.abstract_error(&class));
        }
        Ok(Value::Instance(Instance::new(class, Payload::Base(value))))
    }

    /// Puts native methods into a builtin class that see an instance of a
    /// derived class itself, not the builtin value inside.
    pub(crate) fn add_whole_methods(&self, class: &Rc<Class>, defs: &'static [NativeDef]) {
        for (def, name) in defs.iter().zip(&*names_of(defs, |def| def.name)) {
            let function = NativeFunction {
                def,
                owner: Some(Rc::downgrade(class)),
                receiver: Receiver::Whole,
                module: None,
            };
            drop(class.dict.set_name(name, Value::Native(Rc::new(function))));
        }
        self.was_filled(class);
    }

    /// The class that `__new__` was given.
    pub(crate) fn class_argument(
        &mut self,
        class: &Value,
        builtin: &Rc<Class>,
    ) -> Result<Rc<Class>, Raise> {
        let name = builtin.name();
        match class {
            Value::Class(class) if class.is_subclass_of(builtin) => Ok(Rc::clone(class)),
            Value::Class(class) => {
                let given = class.name();
                Err(self.type_error(format!(
                    "{name}.__new__({given}): {given} is not a subtype of {name}"
                )))
            }
            Value::Undefined => {
                Err(self.type_error(format!("{name}.__new__(): not enough arguments")))
            }
            other => {
                let given = self.type_name(other);
                Err(self.type_error(format!(
                    "{name}.__new__(X): X is not a type object ({given})"
                )))
            }
        }
    }
}
