//! Contexts: mappings of context variables, copied in constant time (PEP 567).

use crate::callbacks;
use crate::event_loop::EventLoop;
use crate::future::{self, Future};
use crate::handle::Handle;
use crate::task::Task;
use crate::world_of_loop::Shared;
use coroscope_python::object::{
    Class, Dict, DictObj, Instance, Lookup, Native, Payload, Raise, StrRef, Value,
};
use coroscope_python::vm::Vm;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::ptr;
use std::rc::Rc;

/// The state of a `Context`.
#[derive(Debug)]
pub(crate) struct Context {
    /// The variables that are set. Contexts share the table until one of them
    /// changes it.
    variables: RefCell<Rc<DictObj>>,
    /// Being run; a context cannot be entered twice.
    pub(crate) entered: Cell<bool>,
    /// Tasks and callbacks that would each have a copy of one context share this
    /// one until they change it or show it to the program, which most never do.
    is_shared: bool,
    /// The shared copy of this one, as long as that has the same variables.
    shared_copy: RefCell<Option<Rc<Instance>>>,
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
        if let Ok(copy) = self.shared_copy.try_borrow() {
            copy.iter().for_each(|copy| out.add_instance(copy));
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
            is_shared: false,
            shared_copy: RefCell::new(None),
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
        let outdated = self.shared_copy.take();
        drop(outdated);
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
            is_shared: false,
            shared_copy: RefCell::new(None),
        }
    }
}

/// Whether a context is one that several share, so that no program may get it.
pub(crate) fn is_shared(context: &Rc<Instance>) -> bool {
    context
        .native::<Context>()
        .is_some_and(|state| state.is_shared)
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

    /// The same for a task or callback, which gets a context of its own as soon
    /// as it changes or shows it.
    pub(crate) fn context_for_later(&self) -> Rc<Instance> {
        let current = self.current_context.borrow();
        let Some(state) = current.native::<Context>() else {
            return Rc::clone(&current);
        };
        if state.is_shared {
            return Rc::clone(&current);
        }
        let mut shared_copy = state.shared_copy.borrow_mut();
        let copy = shared_copy.get_or_insert_with(|| {
            let copy = Context {
                is_shared: true,
                ..state.copy()
            };
            new_context(&self.context, copy)
        });
        Rc::clone(copy)
    }

    /// A context to show to the program in place of this one: a copy if it is
    /// shared.
    pub(crate) fn own_copy(&self, context: &Rc<Instance>) -> Rc<Instance> {
        match context.native::<Context>() {
            Some(state) if state.is_shared => new_context(&self.context, state.copy()),
            _ => Rc::clone(context),
        }
    }

    /// The current context, to be changed: from now on nobody shares it.
    pub(crate) fn own_context(&self) -> Rc<Instance> {
        let current = self.context_now();
        if !is_shared(&current) {
            return current;
        }
        // A task runs in its own.
        let running = self.running_task();
        let own = match running
            .as_ref()
            .and_then(future::state)
            .and_then(Future::task)
        {
            Some(task) => task.own_context(self),
            None => {
                let own = self.own_copy(&current);
                let handle = self.running_handle.borrow();
                if let Some(handle) = handle.as_ref().and_then(|it| it.native::<Handle>())
                    && handle
                        .context()
                        .is_some_and(|begun| Rc::ptr_eq(begun, &current))
                {
                    handle.has_own_context(&own);
                }
                own
            }
        };
        drop(callbacks::enter(self, &own));
        own
    }

    /// The context of a task, to be shown: from now on nobody shares it.
    pub(crate) fn context_shown(&self, task: &Task) -> Value {
        let own = task.own_context(self);
        let running = self.running_task();
        let running = running
            .as_ref()
            .and_then(future::state)
            .and_then(Future::task);
        if running.is_some_and(|running| ptr::eq(running, task)) {
            if is_shared(&self.current_context.borrow()) {
                drop(callbacks::enter(self, &own));
            } else if let Some(state) = own.native::<Context>() {
                state.entered.set(true);
            }
        }
        Value::Instance(own)
    }

    /// The task whose step runs in the running loop.
    fn running_task(&self) -> Option<Rc<Instance>> {
        let running = self.running.borrow();
        let event_loop = running.as_ref()?.native::<EventLoop>()?;
        let task = event_loop.current_task.borrow();
        task.clone()
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

    /// The same for a handle of one of our loops, which does not show a context
    /// that others share.
    pub(crate) fn context_of_handle(&self, vm: &Vm, value: Value) -> Result<Rc<Instance>, Raise> {
        match value {
            Value::Undefined | Value::None => Ok(self.context_for_later()),
            other => self.context_argument(vm, other),
        }
    }
}
