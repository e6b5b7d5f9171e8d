//! `BaseExceptionGroup` and `ExceptionGroup` (PEP 654).

use super::exception_kinds::{field, put};
use super::exceptions::{allocate, args_of, data};
use crate::object::{Class, Instance, MANY, NativeDef, Raise, Value, intern};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__str__", str, 0, 0),
    NativeDef::method("derive", derive, 1, 1),
    NativeDef::method("split", split, 1, 1),
    NativeDef::method("subgroup", subgroup, 1, 1),
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "message",
        get: get_message,
        set: None,
    },
    GetSet {
        name: "exceptions",
        get: get_exceptions,
        set: None,
    },
];

/// Where a group keeps its message: `args` may be replaced by an `__init__`.
const MESSAGE: &str = "<message>";

/// How deeply nested a group may be to be split.
const MAX_NESTING: u32 = 400;

/// Fills the base class and makes `ExceptionGroup`, which has two bases.
pub(super) fn install(vm: &Vm) {
    let base = &vm.types.base_exception_group;
    vm.add_methods(base, METHODS);
    vm.add_getsets(base, ATTRIBUTES);
    let class = crate::vm::new_builtin("ExceptionGroup", Some(base), base.layout);
    let exception = &vm.types.exception;
    class.bases.borrow_mut().push(Rc::clone(exception));
    exception
        .subclasses
        .borrow_mut()
        .push(Rc::downgrade(&class));
    // The linearization: group, Exception, BaseException, object.
    class.ancestors.borrow_mut().insert(1, Rc::clone(exception));
    vm.builtins
        .set_name(&intern("ExceptionGroup"), Value::Class(class));
}

/// The message a group was made with.
pub(crate) fn message(group: &Instance) -> Value {
    field(group, MESSAGE)
        .or_else(|| {
            group
                .exception()
                .and_then(|data| args_of(data).into_iter().next())
        })
        .unwrap_or_else(|| Value::str(""))
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    drop(args.take_keywords());
    let given = args.values.len().saturating_sub(1);
    if given != 2 {
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)"
        )));
    }
    let (class, message, members) = (args.take(0), args.take(1), args.take(2));
    if !matches!(vm.unwrap_base(message.clone()), Value::Str(_)) {
        let name = vm.type_name(&message);
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {name}"
        )));
    }
    let items = match vm.unwrap_base(members.clone()) {
        Value::List(list) => list.to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        sequence @ (Value::Str(_) | Value::Bytes(_) | Value::Range(_)) => vm
            .collect_now(&sequence)
            .unwrap_or_else(|| Ok(Vec::new()))?,
        other => {
            let getitem = Rc::clone(&vm.names.getitem);
            if !matches!(other, Value::Instance(_)) || vm.type_attr(&other, &getitem).is_none() {
                return Err(vm.type_error("second argument (exceptions) must be a sequence"));
            }
            return vm.run_async("__new__", move |cx| async move {
                let items = cx.collect(&other).await?;
                cx.with(|vm| make(vm, &class, message, members, items))
            });
        }
    };
    make(vm, &class, message, members, items)
}

fn make(
    vm: &mut Vm,
    class: &Value,
    message: Value,
    members: Value,
    items: Vec<Value>,
) -> NativeResult {
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let base = Rc::clone(&vm.types.base_exception);
    if let Some(index) = items.iter().position(|item| !vm.is_instance(item, &base)) {
        return Err(vm.value_error(format!(
            "Item {index} of second argument (exceptions) is not an exception"
        )));
    }
    let class = checked_class(vm, class, &items)?;
    let made = allocate(vm, &class, vec![message.clone(), members])?;
    let (instance, data) = data(vm, &made)?;
    *data.value.borrow_mut() = Value::tuple(items);
    put(instance, MESSAGE, message);
    Ok(made)
}

/// A group of nothing but `Exception`s is an `ExceptionGroup`, and such a
/// group, or a subclass that is an `Exception`, may hold nothing else.
fn checked_class(vm: &Vm, class: &Value, items: &[Value]) -> NativeResult {
    let Value::Class(wanted) = class else {
        return Ok(class.clone());
    };
    let plain = vm.group_class(items);
    let all_plain = !Rc::ptr_eq(&plain, &vm.types.base_exception_group);
    if Rc::ptr_eq(wanted, &vm.types.base_exception_group) {
        return Ok(Value::Class(plain));
    }
    if !all_plain && wanted.is_subclass_of(&vm.types.exception) {
        let name = wanted.name();
        return Err(vm.type_error(if wanted.is_builtin {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{name}'")
        }));
    }
    Ok(class.clone())
}

fn str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let count = vm.group_members(instance).len();
    let plural = if count == 1 { "" } else { "s" };
    let text = vm.unwrap_base(message(instance));
    Ok(Value::string(format!(
        "{} ({count} sub-exception{plural})",
        text.as_str().unwrap_or_default()
    )))
}

fn get_message(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(message(data(vm, me)?.0))
}

fn get_exceptions(vm: &mut Vm, me: &Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    let members = data.value.borrow();
    Ok(if members.is_undefined() {
        Value::tuple([])
    } else {
        members.clone()
    })
}

fn class_getitem(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, parameters) = (args.take(0), args.take(1));
    vm.generic_alias(&class, &parameters)
}

fn derive(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, members) = (args.take(0), args.take(1));
    let text = message(data(vm, &me)?.0);
    let class = Value::Class(Rc::clone(&vm.types.base_exception_group));
    vm.call_values(&class, [text, members])
}

// ----- split and subgroup

/// What chooses members.
enum Condition {
    /// Instances of any of these.
    Classes(Vec<Rc<Class>>),
    /// Those for which the callable gives truth.
    Callable(Value),
    /// Those at these addresses.
    Leaves(Vec<usize>),
}

fn condition(vm: &Vm, value: &Value) -> Result<Condition, Raise> {
    let classes = match value {
        Value::Class(class) if vm.is_exception_class(class) => Some(vec![Rc::clone(class)]),
        Value::Tuple(tuple) => tuple
            .items()
            .iter()
            .map(|item| match item {
                Value::Class(class) if vm.is_exception_class(class) => Some(Rc::clone(class)),
                _ => None,
            })
            .collect(),
        Value::Function(_) | Value::Native(_) | Value::Method(_) => {
            return Ok(Condition::Callable(value.clone()));
        }
        Value::Instance(_) if vm.type_attr(value, &vm.names.call).is_some() => {
            return Ok(Condition::Callable(value.clone()));
        }
        _ => None,
    };
    match classes {
        Some(classes) => Ok(Condition::Classes(classes)),
        None => {
            Err(vm.type_error("expected a function, exception type or tuple of exception types"))
        }
    }
}

fn split(vm: &mut Vm, args: Args) -> NativeResult {
    divide(
        vm,
        args,
        |matching, rest| Value::tuple([matching, rest]),
        true,
    )
}

fn subgroup(vm: &mut Vm, args: Args) -> NativeResult {
    divide(vm, args, |matching, _| matching, false)
}

fn divide(
    vm: &mut Vm,
    mut args: Args,
    shape: fn(Value, Value) -> Value,
    want_rest: bool,
) -> NativeResult {
    let (me, chooser) = (args.take(0), args.take(1));
    data(vm, &me)?;
    let condition = condition(vm, &chooser)?;
    vm.run_async("split", move |cx| async move {
        let (matching, rest) = parts(&cx, &me, &condition, want_rest, 0).await?;
        Ok(shape(
            matching.unwrap_or(Value::None),
            rest.unwrap_or(Value::None),
        ))
    })
}

/// Both parts of a group for an `except*` clause, as a tuple.
pub(crate) fn split_by_class(vm: &mut Vm, whole: &Value, class: &Value) -> NativeResult {
    let (whole, condition) = (whole.clone(), condition(vm, class)?);
    vm.run_async("except*", move |cx| async move {
        let (matching, rest) = parts(&cx, &whole, &condition, true, 0).await?;
        let or_none = |part: Option<Value>| part.unwrap_or(Value::None);
        Ok(Value::tuple([or_none(matching), or_none(rest)]))
    })
}

/// What the clauses of an `except*` left of a group, beside what they raised.
pub(crate) fn project(
    vm: &mut Vm,
    whole: &Rc<Instance>,
    leaves: Vec<usize>,
    raised: Vec<Value>,
) -> NativeResult {
    let whole = Value::Instance(Rc::clone(whole));
    vm.run_async("except*", move |cx| async move {
        let condition = Condition::Leaves(leaves);
        let (left, _) = parts(&cx, &whole, &condition, false, 0).await?;
        Ok(cx.with(|vm| vm.reraised(raised, left)))
    })
}

type Parts = Result<(Option<Value>, Option<Value>), Raise>;

/// The matching part and, if wanted, the rest.
fn parts<'a>(
    cx: &'a Cx,
    whole: &'a Value,
    condition: &'a Condition,
    want_rest: bool,
    depth: u32,
) -> Pin<Box<dyn Future<Output = Parts> + 'a>> {
    Box::pin(async move {
        if depth > MAX_NESTING {
            return Err(cx.with(|vm| {
                vm.recursion_error(
                    "maximum recursion depth exceeded in exceptiongroup_split_recursive",
                )
            }));
        }
        let matches = match condition {
            Condition::Classes(classes) => {
                cx.with(|vm| classes.iter().any(|class| vm.is_instance(whole, class)))
            }
            Condition::Leaves(addresses) => whole
                .address()
                .is_some_and(|address| addresses.contains(&address)),
            Condition::Callable(function) => {
                let answer = cx.call(function, [whole.clone()]).await?;
                cx.truth(&answer).await?
            }
        };
        if matches {
            return Ok((Some(whole.clone()), None));
        }
        let Value::Instance(group) = whole else {
            return Ok((None, None));
        };
        if !cx.with(|vm| vm.is_group(group)) {
            return Ok((None, want_rest.then(|| whole.clone())));
        }
        let (mut matching, mut rest) = (Vec::new(), Vec::new());
        for member in cx.with(|vm| vm.group_members(group)) {
            let (m, r) = parts(cx, &member, condition, want_rest, depth + 1).await?;
            matching.extend(m);
            rest.extend(r);
        }
        Ok((
            derived(cx, group, matching).await?,
            derived(cx, group, rest).await?,
        ))
    })
}

/// `group.derive(members)` with what else belongs to the group copied;
/// nothing for no members.
async fn derived(
    cx: &Cx,
    group: &Rc<Instance>,
    members: Vec<Value>,
) -> Result<Option<Value>, Raise> {
    if members.is_empty() {
        return Ok(None);
    }
    let me = Value::Instance(Rc::clone(group));
    let made = cx
        .call_method(&me, "derive", [Value::list(members)])
        .await?;
    cx.with(|vm| {
        let new = match &made {
            Value::Instance(new) if vm.is_group(new) => new,
            _ => return Err(vm.type_error("derive must return an instance of BaseExceptionGroup")),
        };
        vm.inherit_group_context(new, group);
        Ok(())
    })?;
    Ok(Some(made))
}
