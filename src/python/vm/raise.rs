//! `raise`, matching of exceptions, exception groups (Python reference, 7.8,
//! 8.4; PEP 654).

use super::{NativeResult, PyFrame, Vm};
use crate::object::{Class, ExceptionData, Instance, Payload, Raise, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// What an `except` clause of the frame, which handles `now`, keeps, to be handled again
/// after it. In a generator None stands for whatever its resumer handles then: that may
/// be something else than now.
pub(super) fn kept_by_clause(frame: &mut PyFrame, before: Value, now: &Value) -> Value {
    if frame.generator.is_none() {
        return before;
    }
    let is_resumers = before.is(&frame.handled) && !frame.handles_thrown;
    if now.is(&frame.handled) {
        frame.handles_thrown = true;
    }
    if is_resumers { Value::None } else { before }
}

/// What is handled after such a clause.
pub(super) fn after_clause(frame: &mut PyFrame, kept: Value) -> Value {
    if frame.generator.is_none() || !kept.is_none() {
        return kept;
    }
    frame.handles_thrown = false;
    frame.handled.another()
}

impl Vm {
    /// `raise value from cause`. The exception comes back as the error; only
    /// frames pending are an `Ok`.
    pub(crate) fn make_raise(&mut self, value: Value, cause: Value) -> NativeResult {
        match value {
            Value::Instance(instance) if instance.exception().is_some() => {
                self.raise_with_cause(Raise(instance), cause)
            }
            Value::Class(class) if self.is_exception_class(&class) => {
                match self.call(&Value::Class(class), super::Args::default())? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |vm, made| vm.raise_made(made, cause))
                    }
                    made => self.raise_made(made, cause),
                }
            }
            _ => Err(self.type_error("exceptions must derive from BaseException")),
        }
    }

    fn raise_made(&mut self, made: Value, cause: Value) -> NativeResult {
        match made {
            Value::Instance(instance) if instance.exception().is_some() => {
                self.raise_with_cause(Raise(instance), cause)
            }
            other => {
                let name = self.type_name(&other);
                Err(self.type_error(format!(
                    "calling an exception class should have returned an instance of BaseException, not {name}"
                )))
            }
        }
    }

    fn raise_with_cause(&mut self, raise: Raise, cause: Value) -> NativeResult {
        let set = |cause: Value| {
            if let Some(data) = raise.data() {
                *data.cause.borrow_mut() = cause;
                data.suppress_context.set(true);
            }
        };
        match cause {
            Value::Undefined => {}
            Value::None => set(Value::Undefined),
            Value::Instance(instance) if instance.exception().is_some() => {
                set(Value::Instance(instance))
            }
            Value::Class(class) if self.is_exception_class(&class) => {
                match self.call(&Value::Class(class), super::Args::default())? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        return self
                            .run_after(frames, move |vm, made| vm.raise_with_cause(raise, made));
                    }
                    made => set(made),
                }
            }
            _ => return Err(self.type_error("exception causes must derive from BaseException")),
        }
        Err(raise)
    }

    pub(crate) fn is_exception_class(&self, class: &Class) -> bool {
        class.is_subclass_of(&self.types.base_exception)
    }

    /// The exception being handled.
    pub fn current_exception(&self) -> Option<Raise> {
        match &self.handled {
            Value::Instance(instance) => Some(Raise(Rc::clone(instance))),
            _ => None,
        }
    }

    /// Begins to handle an exception, as an `except` clause does. Give what was
    /// handled until now to [`Vm::handle_again`] when that is over.
    pub fn begin_to_handle(&mut self, raise: &Raise) -> Value {
        std::mem::replace(&mut self.handled, raise.value())
    }

    /// What was handled before is handled again.
    pub fn handle_again(&mut self, before: Value) {
        self.handled = before;
    }

    /// Whether `except class` takes the exception.
    pub fn exception_matches(&self, exception: &Value, class: &Value) -> Result<bool, Raise> {
        match class {
            Value::Class(class) if self.is_exception_class(class) => {
                Ok(self.is_instance(exception, class))
            }
            Value::Tuple(classes) => {
                for class in classes.items() {
                    match class {
                        Value::Class(class) if self.is_exception_class(class) => {}
                        _ => return Err(self.not_exception_class()),
                    }
                }
                Ok(classes
                    .items()
                    .iter()
                    .any(|class| matches!(class, Value::Class(class) if self.is_instance(exception, class))))
            }
            // A class derived from tuple, such as a named one.
            Value::Instance(_) => match self.unwrap_base(class.clone()) {
                classes @ Value::Tuple(_) => self.exception_matches(exception, &classes),
                _ => Err(self.not_exception_class()),
            },
            _ => Err(self.not_exception_class()),
        }
    }

    #[cold]
    fn not_exception_class(&self) -> Raise {
        self.type_error("catching classes that do not inherit from BaseException is not allowed")
    }

    /// Raises TypeError if `except* class` may not name the class.
    pub(crate) fn check_exception_type(&self, class: &Value) -> Result<(), Raise> {
        self.exception_matches(&Value::None, class)?;
        let is_group = |class: &Value| matches!(class, Value::Class(class) if class.is_subclass_of(&self.types.base_exception_group));
        let bad = match class {
            Value::Tuple(classes) => classes.items().iter().any(is_group),
            other => is_group(other),
        };
        if bad {
            return Err(self.type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            ));
        }
        Ok(())
    }

    /// `except* class`: the matching part and the rest, None where empty.
    pub(crate) fn split_group(&mut self, exception: &Value, class: &Value) -> NativeResult {
        self.check_exception_type(class)?;
        if exception.is_none() {
            return Ok(Value::tuple([Value::None, Value::None]));
        }
        let Value::Instance(instance) = exception else {
            return Ok(Value::tuple([Value::None, exception.clone()]));
        };
        if self.exception_matches(exception, class)? {
            if self.is_group(instance) {
                return Ok(Value::tuple([exception.clone(), Value::None]));
            }
            // A naked exception is handed over in a group.
            let group = self.new_group(
                &self.group_class(std::slice::from_ref(exception)),
                "",
                vec![exception.clone()],
            );
            if let Some(data) = group.exception() {
                // As in CPython, the members of such a group are given as a tuple,
                // and it has no traceback: nobody raised it.
                let members = Value::tuple([exception.clone()]);
                *data.args.borrow_mut() = Value::tuple([Value::str(""), members]);
            }
            return Ok(Value::tuple([Value::Instance(group), Value::None]));
        }
        if !self.is_group(instance) {
            return Ok(Value::tuple([Value::None, exception.clone()]));
        }
        if self.has_own_derive(instance) {
            return crate::builtins::exception_group::split_by_class(self, exception, class);
        }
        let (matching, rest) =
            self.split(instance, &|vm, leaf| vm.exception_matches(leaf, class))?;
        Ok(Value::tuple([
            matching.unwrap_or(Value::None),
            rest.unwrap_or(Value::None),
        ]))
    }

    /// Whether parts of the group are made by a `derive` in Python.
    fn has_own_derive(&self, group: &Instance) -> bool {
        let class = group.class();
        let own = !class.is_builtin
            && !matches!(
                self.class_attr(&class, &crate::object::intern("derive")),
                Some(Value::Native(_))
            );
        own || self.group_members(group).iter().any(|member| match member {
            Value::Instance(member) => self.is_group(member) && self.has_own_derive(member),
            _ => false,
        })
    }

    pub(crate) fn is_group(&self, instance: &Instance) -> bool {
        instance
            .class
            .borrow()
            .is_subclass_of(&self.types.base_exception_group)
    }

    /// `ExceptionGroup` if all members are `Exception`s.
    pub(crate) fn group_class(&self, members: &[Value]) -> Rc<Class> {
        let plain = members
            .iter()
            .all(|m| self.is_instance(m, &self.types.exception));
        match self
            .builtins
            .get_name(&crate::object::intern("ExceptionGroup"))
        {
            Some(Value::Class(class)) if plain => class,
            _ => Rc::clone(&self.types.base_exception_group),
        }
    }

    /// A new group.
    pub(crate) fn new_group(
        &self,
        class: &Rc<Class>,
        message: &str,
        members: Vec<Value>,
    ) -> Rc<Instance> {
        let members_list = Value::list(members.clone());
        let data = ExceptionData {
            args: RefCell::new(Value::tuple([Value::str(message), members_list])),
            value: RefCell::new(Value::tuple(members)),
            ..ExceptionData::default()
        };
        Instance::new(Rc::clone(class), Payload::Exception(Box::new(data)))
    }

    /// The members of a group.
    pub(crate) fn group_members(&self, group: &Instance) -> Vec<Value> {
        match group.exception().map(|data| data.value.borrow().clone()) {
            Some(Value::Tuple(members)) => members.items().to_vec(),
            _ => Vec::new(),
        }
    }

    /// `group.split(condition)`: both parts keep the shape, message, cause,
    /// context, traceback and notes of the group.
    pub(crate) fn split(
        &mut self,
        group: &Rc<Instance>,
        condition: &dyn Fn(&Vm, &Value) -> Result<bool, Raise>,
    ) -> Result<(Option<Value>, Option<Value>), Raise> {
        let whole = Value::Instance(Rc::clone(group));
        if condition(self, &whole)? {
            return Ok((Some(whole), None));
        }
        if !self.is_group(group) {
            return Ok((None, Some(whole)));
        }
        let (mut matching, mut rest) = (Vec::new(), Vec::new());
        for member in self.group_members(group) {
            let Value::Instance(member) = member else {
                continue;
            };
            let (m, r) = self.split(&member, condition)?;
            matching.extend(m);
            rest.extend(r);
        }
        let derive = |members: Vec<Value>| {
            (!members.is_empty()).then(|| Value::Instance(self.derive_group(group, members)))
        };
        Ok((derive(matching), derive(rest)))
    }

    /// A group like this one with other members.
    pub(crate) fn derive_group(&self, group: &Rc<Instance>, members: Vec<Value>) -> Rc<Instance> {
        let message = self.unwrap_base(crate::builtins::exception_group::message(group));
        let message = message.as_str().unwrap_or_default();
        let class = self.group_class(&members);
        let made = self.new_group(&class, message, members);
        self.inherit_group_context(&made, group);
        made
    }

    /// What a part of a group has of the whole besides message and members:
    /// cause, context, traceback, and a copy of the notes.
    pub(crate) fn inherit_group_context(&self, made: &Instance, group: &Instance) {
        if let (Some(data), Some(own)) = (made.exception(), group.exception()) {
            *data.cause.borrow_mut() = own.cause.borrow().clone();
            *data.context.borrow_mut() = own.context.borrow().clone();
            // As with any cause that is set, be it none.
            data.suppress_context.set(true);
            *data.traceback.borrow_mut() = own.traceback.borrow().clone();
        }
        if let Some(notes) = group.dict.get().and_then(|d| d.get_name(&self.names.notes)) {
            let copy = match notes {
                Value::List(list) => Value::list(list.to_vec()),
                other => other,
            };
            made.dict().set_name(&self.names.notes, copy);
        }
    }

    /// What remains to be raised after the `except*` clauses; None if nothing.
    pub(crate) fn prepare_reraise_star(&mut self, original: &Value, parts: &Value) -> NativeResult {
        let Value::List(parts) = parts else {
            return Ok(Value::None);
        };
        let parts: Vec<Value> = parts
            .to_vec()
            .into_iter()
            .filter(|p| !p.is_none() && !p.is_undefined())
            .collect();
        if parts.is_empty() {
            return Ok(Value::None);
        }
        let Value::Instance(whole) = original else {
            return Ok(Value::None);
        };
        if !self.is_group(whole) {
            // A naked exception: either unhandled, or what its clause raised.
            return Ok(parts[0].clone());
        }
        // Parts that stem from the original group are put together again in
        // its shape; new exceptions stand beside them.
        let (mut raised, mut reraised) = (Vec::new(), Vec::new());
        for part in parts {
            let from_original = match &part {
                Value::Instance(p) => self.same_origin(p, whole),
                _ => false,
            };
            if from_original {
                reraised.push(part)
            } else {
                raised.push(part)
            }
        }
        let mut leaves = Vec::new();
        for part in &reraised {
            self.collect_leaves(part, &mut leaves);
        }
        if leaves.is_empty() {
            return Ok(self.reraised(raised, None));
        }
        if self.has_own_derive(whole) {
            return crate::builtins::exception_group::project(self, whole, leaves, raised);
        }
        let (kept, _) = self.split(whole, &move |_, leaf| match leaf {
            Value::Instance(instance) => Ok(leaves.contains(&(Rc::as_ptr(instance) as usize))),
            _ => Ok(false),
        })?;
        Ok(self.reraised(raised, kept))
    }

    /// What clauses raised and what they left of the group, in one exception.
    pub(crate) fn reraised(&mut self, mut raised: Vec<Value>, left: Option<Value>) -> Value {
        if raised.is_empty() {
            return left.unwrap_or(Value::None);
        }
        raised.extend(left);
        if raised.len() == 1 {
            return raised.swap_remove(0);
        }
        let class = self.group_class(&raised);
        Value::Instance(self.new_group(&class, "", raised))
    }

    fn same_origin(&self, part: &Rc<Instance>, whole: &Rc<Instance>) -> bool {
        if Rc::ptr_eq(part, whole) {
            return true;
        }
        if !self.is_group(part) {
            return false;
        }
        let mut own = Vec::new();
        self.collect_leaves(&Value::Instance(Rc::clone(whole)), &mut own);
        let mut theirs = Vec::new();
        self.collect_leaves(&Value::Instance(Rc::clone(part)), &mut theirs);
        theirs.iter().all(|leaf| own.contains(leaf))
            && match (part.exception(), whole.exception()) {
                // One that a clause raises, be it a part of this, is told by itself.
                (Some(a), Some(b)) => {
                    a.traceback.borrow().len() == b.traceback.borrow().len()
                        && a.cause.borrow().is(&b.cause.borrow())
                        && a.context.borrow().is(&b.context.borrow())
                }
                _ => false,
            }
    }

    fn collect_leaves(&self, value: &Value, out: &mut Vec<usize>) {
        if let Value::Instance(instance) = value {
            if self.is_group(instance) {
                for member in self.group_members(instance) {
                    self.collect_leaves(&member, out);
                }
            } else {
                out.push(Rc::as_ptr(instance) as usize);
            }
        }
    }
}
