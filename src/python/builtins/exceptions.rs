//! `BaseException` and what all exceptions inherit from it (Python library
//! reference, "Built-in Exceptions").
//!
//! Attributes that only some classes have (`name`, `errno`, ...) lie in the
//! instance's dict under their own names; see [`super::exception_kinds`].

use super::traceback;
use crate::object::{DictObj, ExceptionData, Instance, NativeDef, Payload, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::cell::RefCell;
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__str__", str, 0, 0),
    NativeDef::method("with_traceback", with_traceback, 1, 1),
    NativeDef::method("__reduce__", reduce, 0, 0),
    NativeDef::method("__setstate__", set_state, 1, 1),
    NativeDef::method("add_note", add_note, 1, 1),
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "args",
        get: get_args,
        set: Some(set_args),
    },
    GetSet {
        name: "__traceback__",
        get: get_traceback,
        set: Some(set_traceback),
    },
    GetSet {
        name: "__cause__",
        get: get_cause,
        set: Some(set_cause),
    },
    GetSet {
        name: "__context__",
        get: get_context,
        set: Some(set_context),
    },
    GetSet {
        name: "__suppress_context__",
        get: get_suppress,
        set: Some(set_suppress),
    },
];

/// Puts the exception classes into `builtins` and fills them.
pub(crate) fn install(vm: &Vm) {
    let classes: Vec<_> = vm.types.exceptions().to_vec();
    for class in classes {
        vm.builtins.set_name(&class.name(), Value::Class(class));
    }
    for alias in ["EnvironmentError", "IOError"] {
        vm.builtins
            .set_name(&intern(alias), Value::Class(Rc::clone(&vm.types.os_error)));
    }
    let base = &vm.types.base_exception;
    vm.add_methods(base, METHODS);
    vm.add_getsets(base, ATTRIBUTES);
    super::exception_kinds::install(vm);
    super::os_error::install(vm);
    super::exception_group::install(vm);
}

/// What an exception holds; TypeError for anything else.
pub(super) fn data<'a>(
    vm: &Vm,
    value: &'a Value,
) -> Result<(&'a Rc<Instance>, &'a ExceptionData), crate::object::Raise> {
    if let Value::Instance(instance) = value
        && let Some(data) = instance.exception()
    {
        return Ok((instance, data));
    }
    let name = vm.type_name(value);
    Err(vm.type_error(format!(
        "descriptor requires a 'BaseException' object but received a '{name}'"
    )))
}

/// The items of `args`.
pub(super) fn args_of(data: &ExceptionData) -> Vec<Value> {
    match &*data.args.borrow() {
        Value::Tuple(args) => args.items().to_vec(),
        _ => Vec::new(),
    }
}

/// A new exception object of a class, which must be one of exceptions.
pub(super) fn allocate(vm: &Vm, class: &Value, args: Vec<Value>) -> NativeResult {
    let Value::Class(class) = class else {
        let name = vm.type_name(class);
        return Err(vm.type_error(format!(
            "BaseException.__new__(X): X is not a type object ({name})"
        )));
    };
    if !vm.is_exception_class(class) {
        let name = class.name();
        return Err(vm.type_error(format!(
            "BaseException.__new__({name}): {name} is not a subtype of BaseException"
        )));
    }
    Ok(vm.exception(class, args).value())
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    // Keywords are for `__init__` to accept or refuse.
    drop(args.take_keywords());
    let class = args.take(0);
    allocate(vm, &class, args.values.into_iter().skip(1).collect())
}

fn init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let me = args.take(0);
    let (instance, data) = data(vm, &me)?;
    if !keywords.is_empty() {
        let name = instance.class().name();
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    set_positional(data, args.values.into_iter().skip(1));
    Ok(Value::None)
}

/// `__reduce__()`: the class, `args`, and the attributes if there are any.
fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, data) = data(vm, &me)?;
    let class = instance.class();
    let mut args = data.args.borrow().clone();
    if class.is_subclass_of(&vm.types.os_error)
        && let Value::Tuple(two) = &args
        && let [errno, text] = two.items()
        && let Some(file) = instance
            .dict
            .get()
            .and_then(|d| d.get_name(&intern("filename")))
        && !file.is_none()
    {
        args = Value::tuple([errno.clone(), text.clone(), file]);
    }
    let mut parts = vec![Value::Class(Rc::clone(&class)), args];
    // What an attribute of the class computes is made again from `args`.
    let is_import = class.is_subclass_of(&vm.types.import_error);
    let own = |vm: &Vm, name: &Value| {
        is_import
            || !name.as_str().is_some_and(|name| {
                matches!(
                    vm.class_attr(&class, &intern(name)),
                    Some(Value::Instance(found)) if matches!(found.payload, Payload::GetSet(..))
                )
            })
    };
    let pairs = instance
        .dict
        .get()
        .map(|dict| dict.pairs())
        .unwrap_or_default();
    let state = DictObj::empty();
    for (name, value) in pairs {
        if own(vm, &name)
            && let Value::Str(name) = &name
        {
            state.set_name(name, value);
        }
    }
    if !state.is_empty() {
        parts.push(Value::Dict(state));
    }
    Ok(Value::tuple(parts))
}

/// `__setstate__(state)`: attributes from a dict.
fn set_state(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, state) = (args.take(0), args.take(1));
    data(vm, &me)?;
    let pairs = match &state {
        Value::None => Vec::new(),
        Value::Dict(dict) => dict.pairs(),
        _ => return Err(vm.type_error("state is not a dictionary")),
    };
    vm.run_async("__setstate__", move |cx| async move {
        for (name, value) in pairs {
            if let Value::Str(name) = name {
                let started = cx.with(|vm| vm.store_attr(&me, &name, value));
                cx.finish(started).await?;
            }
        }
        Ok(Value::None)
    })
}

/// What `BaseException.__init__` does with its positional arguments.
pub(super) fn set_positional(data: &ExceptionData, values: impl Iterator<Item = Value>) {
    let old = data.args.replace(Value::tuple(values));
    drop(old);
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, data) = data(vm, &me)?;
    let name = instance.class().name();
    let (shown, single) = match args_of(data).as_slice() {
        [only] => (only.clone(), true),
        all => (Value::tuple(all.iter().cloned()), false),
    };
    let wrap = move |text: &Value| {
        let text = text.as_str().unwrap_or_default();
        Value::string(if single {
            format!("{name}({text})")
        } else {
            format!("{name}{text}")
        })
    };
    let text = vm.repr_of(&shown)?;
    if text.is_undefined() {
        return {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, move |_, text| Ok(wrap(&text)))
        };
    }
    Ok(wrap(&text))
}

pub(super) fn str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (_, data) = data(vm, &me)?;
    match args_of(data).as_slice() {
        [] => Ok(Value::str("")),
        [only] => vm.str_of(only),
        all => vm.repr_of(&Value::tuple(all.iter().cloned())),
    }
}

fn with_traceback(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let traceback = args.take(1);
    set_traceback(vm, &me, traceback)?;
    Ok(me)
}

fn add_note(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, note) = (args.take(0), args.take(1));
    let (instance, _) = data(vm, &me)?;
    if !matches!(vm.unwrap_base(note.clone()), Value::Str(_)) {
        let name = vm.type_name(&note);
        return Err(vm.type_error(format!("note must be a str, not '{name}'")));
    }
    let notes = Rc::clone(&vm.names.notes);
    match instance.dict().get_name(&notes) {
        Some(Value::List(list)) => list.items.borrow_mut().push(note),
        Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        None => drop(instance.dict().set_name(&notes, Value::list(vec![note]))),
    }
    Ok(Value::None)
}

// ----- attributes

fn get_args(vm: &mut Vm, me: &Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    let args = data.args.borrow();
    Ok(if args.is_undefined() {
        Value::tuple([])
    } else {
        args.clone()
    })
}

fn set_args(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    if new.is_undefined() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let items = match vm.collect_now(&new) {
        Some(items) => items?,
        None => {
            let me = me.clone();
            return vm.run_async("args", move |cx| async move {
                let items = cx.collect(&new).await?;
                if let Value::Instance(instance) = &me
                    && let Some(data) = instance.exception()
                {
                    set_positional(data, items.into_iter());
                }
                Ok(Value::None)
            });
        }
    };
    let (_, data) = data(vm, me)?;
    set_positional(data, items.into_iter());
    Ok(Value::None)
}

fn get_traceback(vm: &mut Vm, me: &Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    let entries = data.traceback.borrow();
    Ok(traceback::objects::traceback_value(vm, &entries))
}

fn set_traceback(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    let entries = match &new {
        Value::Undefined => return Err(vm.type_error("__traceback__ may not be deleted")),
        Value::None => Vec::new(),
        other => match traceback::objects::entries_of(other) {
            Some(entries) => entries,
            None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
        },
    };
    data.set_traceback(entries);
    Ok(Value::None)
}

fn shown(link: &RefCell<Value>) -> Value {
    match &*link.borrow() {
        Value::Undefined => Value::None,
        value => value.clone(),
    }
}

/// Sets a link to another exception; `what` names it for the error.
fn set_link(vm: &Vm, link: &RefCell<Value>, new: Value, what: &str) -> NativeResult {
    let new = match new {
        Value::Undefined => return Err(vm.type_error(format!("{what} may not be deleted"))),
        Value::None => Value::Undefined,
        Value::Instance(instance) if matches!(instance.payload, Payload::Exception(_)) => {
            Value::Instance(instance)
        }
        _ => {
            let short = what.trim_matches('_');
            return Err(vm.type_error(format!(
                "exception {short} must be None or derive from BaseException"
            )));
        }
    };
    drop(link.replace(new));
    Ok(Value::None)
}

fn get_cause(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(shown(&data(vm, me)?.1.cause))
}

fn set_cause(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    set_link(vm, &data.cause, new, "__cause__")?;
    data.suppress_context.set(true);
    Ok(Value::None)
}

fn get_context(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(shown(&data(vm, me)?.1.context))
}

fn set_context(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    set_link(vm, &data.context, new, "__context__")
}

fn get_suppress(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(Value::Bool(data(vm, me)?.1.suppress_context.get()))
}

fn set_suppress(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    match new {
        Value::Bool(on) => {
            data.suppress_context.set(on);
            Ok(Value::None)
        }
        _ => Err(vm.type_error("attribute value type must be bool")),
    }
}
