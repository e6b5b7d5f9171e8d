//! Contexts: mappings of context variables, copied in constant time (PEP 567).

use crate::world_of_loop::Shared;
use coroscope_python::object::{
    Class, Dict, DictObj, Instance, Lookup, Native, Payload, Raise, StrRef, Value,
};
use coroscope_python::vm::Vm;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The state of a `Context`.
#[derive(Debug)]
pub(crate) struct Context {
    /// The variables that are set. Contexts share the table until one of them
    /// changes it.
    variables: RefCell<Rc<DictObj>>,
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

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        if let Ok(variables) = self.variables.try_borrow() {
            out.add_dict(&variables);
        }
    }
}

impl Native for ContextVar {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        out.add(&self.default);
    }
}

impl Native for Token {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        out.add_instance(&self.variable);
        out.add_instance(&self.context);
        out.add(&self.old);
    }
}

impl Default for Context {
    fn default() -> Context {
        Context {
            variables: RefCell::new(DictObj::empty()),
            entered: Cell::new(false),
        }
    }
}

/// Variables are told apart by which object they are.
fn find(table: &Dict, variable: &Rc<Instance>) -> Option<usize> {
    let same = |key: &Value| Some(matches!(key, Value::Instance(v) if Rc::ptr_eq(v, variable)));
    match table.find(hash(variable), same) {
        Lookup::Found(position) => Some(position),
        Lookup::Missing | Lookup::Ask(..) => None,
    }
}

fn hash(variable: &Rc<Instance>) -> i64 {
    (Rc::as_ptr(variable) as usize >> 4) as i64
}

impl Context {
    /// The value of a variable.
    pub(crate) fn get(&self, variable: &Rc<Instance>) -> Option<Value> {
        let variables = self.variables.borrow();
        let table = variables.table.borrow();
        table.value_at(find(&table, variable)?).cloned()
    }

    /// Sets a variable, or unsets it (`Undefined`); the value before.
    pub(crate) fn replace(&self, variable: &Rc<Instance>, value: Value) -> Value {
        let mut variables = self.variables.borrow_mut();
        if Rc::strong_count(&variables) > 1 {
            let copy = DictObj::new(variables.table.borrow().clone());
            *variables = copy;
        }
        let mut table = variables.table.borrow_mut();
        match find(&table, variable) {
            Some(position) if value.is_undefined() => table
                .remove_at(position)
                .map(|(_, old)| old)
                .unwrap_or_default(),
            Some(position) => table.set_value_at(position, value),
            None => {
                if !value.is_undefined() {
                    let key = Value::Instance(Rc::clone(variable));
                    table.insert_new(hash(variable), key, value);
                }
                Value::Undefined
            }
        }
    }

    /// The variables that are set and their values, in the order of setting.
    pub(crate) fn pairs(&self) -> Vec<(Value, Value)> {
        let variables = self.variables.borrow();
        let table = variables.table.borrow();
        table
            .iter()
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
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
    Instance::new(Rc::clone(class), payload)
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
