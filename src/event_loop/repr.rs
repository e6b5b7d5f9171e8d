//! Reprs of futures, tasks and handles, and how they show what they hold.
//!
//! The functions here run no Python code; `shown` says how the reprs of the
//! program's own objects come in.

use crate::callbacks::Callback;
use crate::future::{self, Future, Status};
use crate::handle::Handle;
use crate::shown::{Form, shown};
use crate::task::Task;
use coroscope_python::object::{Instance, TracebackEntry, Value, intern};
use coroscope_python::vm::Vm;
use std::rc::Rc;

/// `repr(future)`, also of tasks. Inside itself it is `...`, as with
/// `reprlib.recursive_repr`.
pub(crate) fn future(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = future::state(me) else {
        return String::new();
    };
    let address = Rc::as_ptr(me).addr();
    if !vm.begin_repr(address) {
        return "...".to_owned();
    }
    let mut parts = vec![status_word(state)];
    match state.task() {
        Some(task) => describe_task(vm, state, task, &mut parts),
        None => describe(vm, state, &mut parts),
    }
    vm.end_repr(address);
    format!("<{} {}>", me.class().name(), parts.join(" "))
}

fn status_word(state: &Future) -> String {
    match state.status.get() {
        Status::Pending if state.task().is_some_and(|task| task.cancels.get() > 0) => "cancelling",
        Status::Pending => "pending",
        Status::Finished => "finished",
        Status::Cancelled => "cancelled",
    }
    .to_owned()
}

/// What every future shows.
fn describe(vm: &mut Vm, state: &Future, parts: &mut Vec<String>) {
    if state.status.get() == Status::Finished {
        let exception = state.exception().map(|raise| raise.value());
        parts.push(match exception {
            Some(exception) => format!("exception={}", shown(vm, &exception, Form::Whole)),
            None => {
                let result = state.result.borrow().clone();
                format!("result={}", shown(vm, &result, Form::Limited))
            }
        });
    }
    let callbacks = callbacks_text(vm, state);
    parts.extend(callbacks);
    if let Some(at) = state.source_line()
        && state.event_loop().is_some_and(|l| l.in_debug_mode())
    {
        parts.push(created_at(&at));
    }
}

/// Where something was made, as debug mode shows it.
fn created_at(at: &TracebackEntry) -> String {
    let line = at.code.positions.line(at.instruction as usize);
    let line = line.unwrap_or_default();
    format!("created at {}:{line}", at.code.file.name)
}

fn describe_task(vm: &mut Vm, state: &Future, task: &Task, parts: &mut Vec<String>) {
    let name = task.name();
    parts.push(format!("name={}", vm.short_repr(&name)));
    let running = task.coroutine.borrow().clone();
    if !running.is_undefined() {
        parts.push(format!("coro=<{}>", coroutine(vm, &running)));
    }
    let waits_for = task.waits_for.borrow().clone();
    if let Some(awaited) = future::as_future(&waits_for).filter(|f| f.class().is_builtin) {
        let text = future(vm, awaited);
        parts.push(format!("wait_for={text}"));
    } else if !waits_for.is_none() && !waits_for.is_undefined() {
        parts.push(format!("wait_for={}", shown(vm, &waits_for, Form::Whole)));
    }
    describe(vm, state, parts);
}

/// The task's name as a text.
pub(crate) fn task_name(vm: &mut Vm, task: &Task) -> String {
    match task.name() {
        Value::Str(name) => name.to_string(),
        other => vm.short_repr(&other),
    }
}

/// `main() running at FILE:LINE`
pub(crate) fn coroutine(vm: &mut Vm, coroutine: &Value) -> String {
    let Value::Generator(generator) = coroutine else {
        let mut name = |attribute: &str| {
            let name = vm.find_attr(coroutine, &intern(attribute)).ok().flatten();
            let name = name.and_then(|name| name.as_str().map(str::to_owned));
            name.filter(|name| !name.is_empty())
        };
        let name = name("__qualname__").or_else(|| name("__name__"));
        return match name {
            Some(name) => format!("{name}()"),
            None => format!("<{} without __name__>()", vm.type_name(coroutine)),
        };
    };
    let name = generator.qualname();
    let (file, line, runs) = vm.coroutine_position(generator);
    let how = if runs {
        "running at"
    } else {
        "done, defined at"
    };
    format!("{name}() {how} {file}:{line}")
}

fn callbacks_text(vm: &mut Vm, state: &Future) -> Option<String> {
    let names: Vec<String> = {
        let shown: Vec<Result<Value, String>> = state
            .callbacks
            .borrow()
            .iter()
            .map(|callback| match callback {
                Callback::Wake(task) => Err(wakeup_name(task)),
                Callback::Call(call) => Ok(call.0.clone()),
            })
            .collect();
        let count = shown.len();
        let outer = |position: usize| position == 0 || position + 1 == count;
        shown
            .iter()
            .enumerate()
            .map(|(position, callable)| match callable {
                _ if count > 2 && !outer(position) => String::new(),
                Err(wakeup) => format!("{wakeup}()"),
                Ok(callable) => call(vm, callable, &[]),
            })
            .collect()
    };
    match names.as_slice() {
        [] => None,
        [first, .., last] if names.len() > 2 => {
            Some(format!("cb=[{first}, <{} more>, {last}]", names.len() - 2))
        }
        few => Some(format!("cb=[{}]", few.join(", "))),
    }
}

/// The name of the method by which a task is woken: a builtin one is named for
/// the class of its object.
fn wakeup_name(task: &Instance) -> String {
    format!("{}.task_wakeup", task.class().qualname.borrow())
}

/// A call of `callable` with these arguments, and where it is defined.
pub(crate) fn call(vm: &mut Vm, callable: &Value, args: &[Value]) -> String {
    let text = call_text(vm, callable, args);
    match source_of(vm, callable) {
        Some(source) => format!("{text} at {source}"),
        None => text,
    }
}

fn call_text(vm: &mut Vm, callable: &Value, args: &[Value]) -> String {
    let given: Vec<String> = args
        .iter()
        .map(|arg| shown(vm, arg, Form::Limited))
        .collect();
    if let Some((function, mut first, keywords)) = partial(vm, callable) {
        let inner: Vec<String> = first
            .drain(..)
            .map(|arg| shown(vm, &arg, Form::Limited))
            .collect();
        let named = keywords.iter().map(|(name, value)| {
            format!("{}={}", name_text(name), shown(vm, value, Form::Limited))
        });
        let all: Vec<String> = inner.into_iter().chain(named).collect();
        let base = call_text(vm, &function, &[]);
        let base = base.strip_suffix("()").unwrap_or(&base).to_owned();
        return format!("{base}({})({})", all.join(", "), given.join(", "));
    }
    let name = callable_name(vm, callable);
    format!("{name}({})", given.join(", "))
}

fn name_text(name: &Value) -> String {
    name.as_str().map(str::to_owned).unwrap_or_default()
}

fn callable_name(vm: &mut Vm, callable: &Value) -> String {
    match callable {
        Value::Function(function) => function.qualname.borrow().to_string(),
        Value::Class(class) => class.qualname.borrow().to_string(),
        Value::Native(_) => match vm.load_attr(callable, &intern("__qualname__")) {
            Ok(Value::Str(name)) => name.to_string(),
            _ => shown(vm, callable, Form::Whole),
        },
        Value::Method(method) => match &method.function {
            Value::Function(function) => function.qualname.borrow().to_string(),
            Value::Native(function) => {
                let owner = function.owner.as_ref().and_then(std::rc::Weak::upgrade);
                match owner {
                    Some(owner) => format!("{}.{}", owner.name(), function.def.name),
                    None => function.def.name.to_owned(),
                }
            }
            other => shown(vm, &other.clone(), Form::Whole),
        },
        other => match vm.find_attr(other, &intern("__qualname__")) {
            Ok(Some(Value::Str(name))) => name.to_string(),
            _ => shown(vm, other, Form::Whole),
        },
    }
}

/// The function, the arguments and the keywords of a `functools.partial`.
pub(crate) type Partial = (Value, Vec<Value>, Vec<(Value, Value)>);

/// The parts of a `functools.partial`, read as any program could.
pub(crate) fn partial(vm: &mut Vm, callable: &Value) -> Option<Partial> {
    if !matches!(callable, Value::Instance(_)) || vm.class_of(callable).name().as_str() != "partial"
    {
        return None;
    }
    let mut attribute = |name: &str| vm.find_attr(callable, &intern(name)).ok().flatten();
    let function = attribute("func")?;
    let args = match attribute("args")? {
        Value::Tuple(args) => args.items().to_vec(),
        _ => return None,
    };
    let keywords = match attribute("keywords")? {
        Value::Dict(dict) => {
            let table = dict.table.borrow();
            table
                .iter()
                .map(|entry| (entry.key.clone(), entry.value.clone()))
                .collect()
        }
        _ => Vec::new(),
    };
    Some((function, args, keywords))
}

/// How many decorators and partials are looked through for a function.
const MAX_WRAPPED: usize = 100;

/// `FILE:LINE` of a function written in Python, below what wraps it; not of a
/// bound method.
fn source_of(vm: &mut Vm, callable: &Value) -> Option<String> {
    let mut callable = callable.clone();
    for _ in 0..MAX_WRAPPED {
        let inner = match &callable {
            Value::Function(_) => vm.find_attr(&callable, &intern("__wrapped__")).ok()?,
            _ => Some(partial(vm, &callable)?.0),
        };
        match (inner, &callable) {
            (Some(inner), _) => callable = inner,
            (None, Value::Function(function)) => {
                let code = function.code();
                return Some(format!("{}:{}", code.file.name, code.first_line));
            }
            (None, _) => return None,
        }
    }
    None
}

/// The repr of a handle.
pub(crate) fn handle(vm: &mut Vm, me: &Rc<Instance>) -> String {
    match me.native::<Handle>() {
        Some(state) => match state.told() {
            Some(told) => told.to_string(),
            None => describe_handle(vm, me, state, state.cancelled.get()),
        },
        None => String::new(),
    }
}

/// What the repr of a handle will be once it has been cancelled, if it still
/// has its call then.
pub(crate) fn cancelled_handle(vm: &mut Vm, me: &Rc<Instance>) -> String {
    match me.native::<Handle>() {
        Some(state) => describe_handle(vm, me, state, true),
        None => String::new(),
    }
}

fn describe_handle(vm: &mut Vm, me: &Rc<Instance>, state: &Handle, cancelled: bool) -> String {
    let mut parts = Vec::new();
    if cancelled {
        parts.push("cancelled".to_owned());
    }
    if state.when.get().is_some() {
        let when = state.when();
        parts.push(format!("when={}", vm.short_repr(&when)));
    }
    if !matches!(state.parts(vm).0, Value::Undefined | Value::None) {
        parts.push(handle_call(vm, me));
    }
    if let Some(at) = state.made_at() {
        parts.push(created_at(&at));
    }
    format!("<{} {}>", me.class().name(), parts.join(" "))
}

/// The call that a handle makes.
pub(crate) fn handle_call(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = me.native::<Handle>() else {
        return String::new();
    };
    let (callback, args) = state.parts(vm);
    let args = match &args {
        Value::Tuple(args) => args.items().to_vec(),
        _ => Vec::new(),
    };
    call(vm, &callback, &args)
}
