//! Reprs of futures, tasks and handles, and how they show what they hold.
//!
//! They are made without running Python code: a result of a class of the
//! program's own shows as objects do by default.

use crate::arguments::state_of;
use crate::callbacks::Callback;
use crate::future::{self, Future, Status};
use crate::handle::Handle;
use crate::task::Task;
use coroscope_python::object::{Instance, Value, intern};
use coroscope_python::vm::Vm;
use std::rc::Rc;

/// Longest text of a result, as `reprlib` has it.
const LONGEST_TEXT: usize = 30;

/// `repr(future)`, also of tasks.
pub(crate) fn future(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = future::state(me) else {
        return String::new();
    };
    let mut parts = vec![status_word(state)];
    match state.task() {
        Some(task) => describe_task(vm, state, task, &mut parts),
        None => describe(vm, state, &mut parts),
    }
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
        let exception = state.exception.borrow().as_ref().map(|(e, _)| e.value());
        parts.push(match exception {
            Some(exception) => format!("exception={}", exception_text(vm, &exception)),
            None => {
                let result = state.result.borrow().clone();
                format!("result={}", limited(vm, &result))
            }
        });
    }
    let callbacks = callbacks_text(vm, state);
    parts.extend(callbacks);
    if let Some(at) = &*state.made_at.borrow()
        && state.event_loop().is_some_and(|l| l.in_debug_mode())
    {
        let line = at
            .code
            .positions
            .get(at.instruction as usize)
            .map_or(0, |p| p.line);
        parts.push(format!("created at {}:{line}", at.code.file.name));
    }
}

fn describe_task(vm: &mut Vm, state: &Future, task: &Task, parts: &mut Vec<String>) {
    let name = task.name.borrow().clone();
    parts.push(format!("name={}", vm.short_repr(&name)));
    let running = task.coroutine.borrow().clone();
    if !running.is_undefined() {
        parts.push(format!("coro=<{}>", coroutine(vm, &running)));
    }
    let waits_for = task.waits_for.borrow().clone();
    if let Some(awaited) = future::as_future(&waits_for) {
        // Only what it waits for directly: a chain may be a circle.
        let text = match future::state(awaited) {
            Some(inner) if inner.task().is_some() => task_in_brief(vm, awaited, inner),
            _ => future(vm, awaited),
        };
        parts.push(format!("wait_for={text}"));
    } else if !waits_for.is_none() && !waits_for.is_undefined() {
        parts.push(format!("wait_for={}", vm.short_repr(&waits_for)));
    }
    describe(vm, state, parts);
}

/// A task without what it waits for itself.
fn task_in_brief(vm: &mut Vm, me: &Rc<Instance>, state: &Future) -> String {
    let mut parts = vec![status_word(state)];
    if let Some(task) = state.task() {
        let name = task.name.borrow().clone();
        parts.push(format!("name={}", vm.short_repr(&name)));
        let running = task.coroutine.borrow().clone();
        if !running.is_undefined() {
            parts.push(format!("coro=<{}>", coroutine(vm, &running)));
        }
        let waits_for = task.waits_for.borrow().clone();
        if let Some(awaited) = future::as_future(&waits_for)
            && future::state(awaited).is_some_and(|inner| inner.task().is_none())
        {
            parts.push(format!("wait_for={}", future(vm, awaited)));
        } else if !waits_for.is_none() {
            parts.push("wait_for=...".to_owned());
        }
    }
    describe(vm, state, &mut parts);
    format!("<{} {}>", me.class().name(), parts.join(" "))
}

/// The task's name as a text.
pub(crate) fn task_name(vm: &mut Vm, task: &Task) -> String {
    match &*task.name.borrow() {
        Value::Str(name) => name.to_string(),
        other => vm.short_repr(&other.clone()),
    }
}

/// `main() running at FILE:LINE`
pub(crate) fn coroutine(vm: &mut Vm, coroutine: &Value) -> String {
    let Value::Generator(generator) = coroutine else {
        let class = vm.class_of(coroutine);
        return format!("{}()", class.qualname.borrow());
    };
    let name = generator.qualname.borrow().clone();
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
        let shown: Vec<Value> = state
            .callbacks
            .borrow()
            .iter()
            .map(|callback| match callback {
                Callback::Wake(_) => Value::Undefined,
                Callback::Call(callable, _) => callable.clone(),
            })
            .collect();
        let count = shown.len();
        let outer = |position: usize| position == 0 || position + 1 == count;
        shown
            .iter()
            .enumerate()
            .map(|(position, callable)| match callable {
                _ if count > 2 && !outer(position) => String::new(),
                Value::Undefined => "Task.task_wakeup()".to_owned(),
                callable => call(vm, callable, &[]),
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

/// A call of `callable` with these arguments, and where it is defined.
pub(crate) fn call(vm: &mut Vm, callable: &Value, args: &[Value]) -> String {
    let text = call_text(vm, callable, args);
    match source_of(vm, callable) {
        Some(source) => format!("{text} at {source}"),
        None => text,
    }
}

fn call_text(vm: &mut Vm, callable: &Value, args: &[Value]) -> String {
    let shown: Vec<String> = args.iter().map(|arg| limited(vm, arg)).collect();
    if let Some((function, mut first, keywords)) = partial(vm, callable) {
        let inner: Vec<String> = first.drain(..).map(|arg| limited(vm, &arg)).collect();
        let named = keywords
            .iter()
            .map(|(name, value)| format!("{}={}", name_text(name), limited(vm, value)));
        let all: Vec<String> = inner.into_iter().chain(named).collect();
        let base = call_text(vm, &function, &[]);
        let base = base.strip_suffix("()").unwrap_or(&base).to_owned();
        return format!("{base}({})({})", all.join(", "), shown.join(", "));
    }
    let name = callable_name(vm, callable);
    format!("{name}({})", shown.join(", "))
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
            _ => vm.short_repr(callable),
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
            other => vm.short_repr(&other.clone()),
        },
        other => vm.short_repr(other),
    }
}

/// The function, the arguments and the keywords of a `functools.partial`.
type Partial = (Value, Vec<Value>, Vec<(Value, Value)>);

/// The parts of a `functools.partial`, read as any program could.
fn partial(vm: &mut Vm, callable: &Value) -> Option<Partial> {
    if !matches!(callable, Value::Instance(_)) || vm.type_name(callable).as_str() != "partial" {
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

/// `FILE:LINE` of a function written in Python.
fn source_of(vm: &mut Vm, callable: &Value) -> Option<String> {
    match callable {
        Value::Function(function) => {
            let code = function.code();
            Some(format!("{}:{}", code.file.name, code.first_line))
        }
        Value::Method(method) => source_of(vm, &method.function.clone()),
        _ => {
            let (function, ..) = partial(vm, callable)?;
            source_of(vm, &function)
        }
    }
}

/// The repr of a handle.
pub(crate) fn handle(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = me.native::<Handle>() else {
        return String::new();
    };
    let mut parts = Vec::new();
    if state.cancelled.get() {
        parts.push("cancelled".to_owned());
    }
    if let Some(when) = state.when {
        parts.push(format!("when={}", vm.short_repr(&Value::Float(when))));
    }
    if !state.callback.borrow().is_undefined() {
        parts.push(handle_call(vm, me));
    }
    format!("<{} {}>", me.class().name(), parts.join(" "))
}

/// The call that a handle makes.
pub(crate) fn handle_call(vm: &mut Vm, me: &Rc<Instance>) -> String {
    let Some(state) = me.native::<Handle>() else {
        return String::new();
    };
    let callback = state.callback.borrow().clone();
    let args = match &*state.args.borrow() {
        Value::Tuple(args) => args.items().to_vec(),
        _ => Vec::new(),
    };
    call(vm, &callback, &args)
}

/// A repr that is cut in the middle if it is long.
fn limited(vm: &mut Vm, value: &Value) -> String {
    if state_of::<Future>(value).is_some()
        && let Value::Instance(instance) = value
    {
        return future(vm, instance);
    }
    let text = vm.short_repr(value);
    let long = matches!(value, Value::Str(_)) && text.chars().count() > LONGEST_TEXT;
    if !long {
        return text;
    }
    let characters: Vec<char> = text.chars().collect();
    let front = (LONGEST_TEXT - 3) / 2;
    let back = LONGEST_TEXT - 3 - front;
    let head: String = characters.iter().take(front).collect();
    let tail: String = characters.iter().skip(characters.len() - back).collect();
    format!("{head}...{tail}")
}

/// `ValueError('x')`
fn exception_text(vm: &mut Vm, exception: &Value) -> String {
    let name = vm.type_name(exception);
    let args = match exception {
        Value::Instance(instance) => instance.exception().map(|data| data.args.borrow().clone()),
        _ => None,
    };
    let Some(Value::Tuple(args)) = args else {
        return name.to_string();
    };
    let shown: Vec<String> = args.items().iter().map(|arg| vm.short_repr(arg)).collect();
    format!("{name}({})", shown.join(", "))
}
