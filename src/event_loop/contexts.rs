//! Contexts: mappings of context variables, copied in constant time (PEP 567).

use crate::world_of_loop::Shared;
use coroscope_python::object::{Class, Instance, Native, Payload, Raise, StrRef, Value};
use coroscope_python::vm::Vm;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The variables that are set, in the order of their first setting. Contexts
/// share the list until one of them changes it.
type Variables = Rc<Vec<(Rc<Instance>, Value)>>;

/// The state of a `Context`.
#[derive(Debug, Default)]
pub(crate) struct Context {
    pub(crate) variables: RefCell<Variables>,
    /// Being run; a context cannot be entered twice.
    pub(crate) entered: Cell<bool>,
}

/// The state of a `ContextVar`.
#[derive(Debug)]
pub(crate) struct ContextVar {
    pub(crate) name: StrRef,
    /// `Undefined` if there is none.
    pub(crate) default: Value,
}

/// The state of a `Token`.
#[derive(Debug)]
pub(crate) struct Token {
    pub(crate) variable: Rc<Instance>,
    pub(crate) context: Rc<Instance>,
    /// The value before; `Undefined` if it was not set.
    pub(crate) old: Value,
    pub(crate) used: Cell<bool>,
}

impl Native for Context {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        if let Some(variables) = Rc::get_mut(self.variables.get_mut()) {
            out.extend(variables.drain(..).map(|(_, value)| value));
        }
    }
}

impl Native for ContextVar {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Native for Token {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Context {
    /// The value of a variable.
    pub(crate) fn get(&self, variable: &Rc<Instance>) -> Option<Value> {
        let variables = self.variables.borrow();
        let found = variables.iter().find(|(v, _)| Rc::ptr_eq(v, variable));
        found.map(|(_, value)| value.clone())
    }

    /// Sets a variable, or unsets it (`Undefined`); the value before.
    pub(crate) fn replace(&self, variable: &Rc<Instance>, value: Value) -> Value {
        let mut shared = self.variables.borrow_mut();
        let variables = Rc::make_mut(&mut shared);
        let position = variables.iter().position(|(v, _)| Rc::ptr_eq(v, variable));
        match position {
            Some(position) if value.is_undefined() => variables.remove(position).1,
            Some(position) => match variables.get_mut(position) {
                Some((_, old)) => std::mem::replace(old, value),
                None => Value::Undefined,
            },
            None => {
                if !value.is_undefined() {
                    variables.push((Rc::clone(variable), value));
                }
                Value::Undefined
            }
        }
    }

    /// A context with the same variables, not entered.
    pub(crate) fn copy(&self) -> Context {
        Context {
            variables: RefCell::new(Rc::clone(&self.variables.borrow())),
            entered: Cell::new(false),
        }
    }
}

/// A `Context` object.
pub(crate) fn new_context(class: &Rc<Class>, state: Context) -> Rc<Instance> {
    let payload = Payload::Native(Box::new(state));
    Rc::new(Instance::new(Rc::clone(class), payload))
}

impl Shared {
    /// `copy_context()`
    pub(crate) fn copy_context(&self) -> Rc<Instance> {
        let current = self.current_context.borrow();
        let copy = current.native::<Context>().map(Context::copy);
        new_context(&self.context, copy.unwrap_or_default())
    }

    /// Makes `context` the current one; returns the one before.
    pub(crate) fn swap_context(&self, context: Rc<Instance>) -> Rc<Instance> {
        self.current_context.replace(context)
    }

    /// The context that an argument gives, a copy of the current one for None.
    pub(crate) fn context_argument(&self, vm: &Vm, value: Value) -> Result<Rc<Instance>, Raise> {
        match value {
            Value::Undefined | Value::None => Ok(self.copy_context()),
            Value::Instance(instance) if instance.native::<Context>().is_some() => Ok(instance),
            other => {
                let name = vm.type_name(&other);
                Err(vm.type_error(format!("a Context was expected, got '{name}'")))
            }
        }
    }
}
