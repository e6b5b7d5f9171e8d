//! What programs can do with a `Task` besides what futures do.

use crate::arguments::{given, receiver, truth_now};
use crate::future::{self, Future};
use crate::future_methods::{read, this, with_loop};
use crate::journal;
use crate::step::{self, Before, Begun};
use crate::task::{self, Start, Task};
use crate::world_of_loop::Shared;
use coroscope_python::code::CodeKind;
use coroscope_python::object::{
    BoundMethod, Instance, NativeDef, NativeFunction, Raise, Receiver, Value, intern,
};
use coroscope_python::vm::{Args, GetSet, NativeFrame, NativeResult, Outcome, Step, Vm};
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::{Cause, Kind, Place};
use std::rc::Rc;

/// Methods of `Task`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", initialize, 1, 1)
        .with_params(&["coro", "loop", "name", "context", "eager_start"])
        .keyword_only(4),
    NativeDef::method("get_name", get_name, 0, 0),
    NativeDef::method("set_name", set_name, 1, 1),
    NativeDef::method("get_coro", get_coro, 0, 0),
    NativeDef::method("get_context", get_context, 0, 0),
    NativeDef::method("get_stack", get_stack, 0, 0)
        .with_params(&["limit"])
        .keyword_only(1),
    NativeDef::method("print_stack", print_stack, 0, 0)
        .with_params(&["limit", "file"])
        .keyword_only(2),
    NativeDef::method("cancelling", cancelling, 0, 0),
    NativeDef::method("uncancel", uncancel, 0, 0),
    NativeDef::method("set_result", refuse_result, 1, 1),
    NativeDef::method("set_exception", refuse_exception, 1, 1),
    NativeDef::class_method("current_task", old_current_task, 0, 1).with_params(&["loop"]),
    NativeDef::class_method("all_tasks", old_all_tasks, 0, 1).with_params(&["loop"]),
];

/// Attributes of `Task`.
pub(crate) const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "_log_destroy_pending",
        get: |_, v| on(v, |t| Value::Bool(t.log_destroy_pending.get())),
        set: Some(|vm, v, new| {
            let truth = truth_now(vm, &new)?;
            on(v, |t| {
                t.log_destroy_pending.set(truth);
                Value::None
            })
        }),
    },
    GetSet {
        name: "_coro",
        get: |_, v| on(v, |t| t.coroutine.borrow().clone()),
        set: None,
    },
    GetSet {
        name: "_fut_waiter",
        get: |_, v| on(v, |t| t.waits_for.borrow().clone()),
        set: None,
    },
    GetSet {
        name: "_must_cancel",
        get: |_, v| on(v, |t| Value::Bool(t.must_cancel.get())),
        set: None,
    },
    GetSet {
        name: "_num_cancels_requested",
        get: |_, v| on(v, |t| Value::Int(i64::from(t.cancels.get()))),
        set: None,
    },
];

fn on(value: &Value, get: impl FnOnce(&Task) -> Value) -> NativeResult {
    read(value, |future| future.task().map_or(Value::None, get))
}

fn initialize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Future>(vm, &mut args)?;
    let coroutine = args.take(1);
    if coroutine.is_undefined() {
        return Err(vm.type_error("Task() missing required argument 'coro' (pos 1)"));
    }
    let shared = Shared::of(vm);
    if !is_coroutine(vm, &coroutine) {
        return vm.run_async("Task", move |cx| async move {
            let text = cx.repr(&coroutine).await?;
            Err(cx.with(|vm| vm.type_error(format!("a coroutine was expected, got {text}"))))
        });
    }
    let context = shared.context_argument(vm, args.take(4))?;
    let eager = truth_now(vm, &args.take(5))?;
    let given_name = given(args.take(3));
    let event_loop = args.take(2);
    let begin = move |vm: &mut Vm, owner: &Rc<Instance>, name: Option<Value>| {
        begin(vm, &shared, &me, owner, coroutine, name, context, eager)
    };
    match given_name {
        None | Some(Value::Str(_)) => with_loop(vm, event_loop, move |vm, owner| {
            begin(vm, owner, given_name)
        }),
        Some(other) => vm.run_async("Task", move |cx| async move {
            let name = cx.str(&other).await?;
            let started = cx.with(|vm| {
                with_loop(vm, event_loop, move |vm, owner| {
                    begin(vm, owner, Some(Value::Str(name)))
                })
            });
            cx.finish(started).await
        }),
    }
}

#[expect(clippy::too_many_arguments, reason = "the arguments of Task()")]
fn begin(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    owner: &Rc<Instance>,
    coroutine: Value,
    name: Option<Value>,
    context: Rc<Instance>,
    eager: bool,
) -> NativeResult {
    let running = shared.running.borrow().clone();
    let eager = eager && running.is_some_and(|running| Rc::ptr_eq(&running, owner));
    let start = Start {
        coroutine,
        name,
        context,
        eager,
    };
    let begun = task::begin(vm, shared, me, owner, start)?;
    if !eager {
        return Ok(begun);
    }
    step_now(vm, shared, me, None, true)
}

/// A step of a task that is not the loop's own doing.
fn step_now(
    vm: &mut Vm,
    shared: &Rc<Shared>,
    me: &Rc<Instance>,
    thrown: Option<Raise>,
    eager: bool,
) -> NativeResult {
    let before = match step::begin(vm, shared, me, thrown, eager) {
        Begun::Nothing => return Ok(Value::None),
        Begun::Over(before, outcome) => return step::end(vm, shared, me, before, outcome),
        Begun::Pushed(before) => before,
    };
    // The coroutine's frame lies above this one: its outcome comes here.
    vm.push_native_waiting(Box::new(StepNow {
        shared: Rc::clone(shared),
        task: Rc::clone(me),
        before: Some(before),
    }));
    Ok(Value::Undefined)
}

/// The first step of an eager task, which runs while the task is made, or one
/// that the callback of another kind of future takes.
struct StepNow {
    shared: Rc<Shared>,
    task: Rc<Instance>,
    before: Option<Before>,
}

impl NativeFrame for StepNow {
    fn resume(&mut self, vm: &mut Vm, outcome: Option<Outcome>) -> Step {
        let (before, outcome) = match (self.before.take(), outcome) {
            (Some(before), Some(outcome)) => (before, outcome),
            (None, Some(Outcome::Raised(raise))) => return Step::Raise(raise),
            _ => return Step::Return(Value::None),
        };
        match step::end(vm, &self.shared, &self.task, before, outcome) {
            Ok(Value::Undefined) => Step::Wait,
            Ok(_) => Step::Return(Value::None),
            Err(raise) => Step::Raise(raise),
        }
    }

    fn name(&self) -> &'static str {
        "task step"
    }
}

/// Coroutines, generators, and what has their methods. A plain generator
/// becomes a coroutine of the old style.
fn is_coroutine(vm: &mut Vm, value: &Value) -> bool {
    let shared = Shared::of(vm);
    let names = &shared.names;
    match value {
        Value::Generator(generator) => {
            if generator.kind == CodeKind::Generator && !generator.iterable_coroutine.replace(true)
            {
                let name = generator.qualname();
                vm.hint(OldSpelling::PlainGenerator, name.as_str());
            }
            generator.kind != CodeKind::AsyncGenerator
        }
        Value::Instance(_) => {
            vm.type_attr(value, &names.send).is_some()
                && vm.type_attr(value, &names.throw).is_some()
        }
        _ => false,
    }
}

/// `Task.current_task()`, gone since Python 3.9.
fn old_current_task(vm: &mut Vm, args: Args) -> NativeResult {
    call_legacy(vm, "current_task_of_class", args)
}

/// `Task.all_tasks()`, gone since Python 3.9.
fn old_all_tasks(vm: &mut Vm, args: Args) -> NativeResult {
    call_legacy(vm, "all_tasks_of_class", args)
}

/// What old class methods do is written in Python.
fn call_legacy(vm: &mut Vm, name: &'static str, mut args: Args) -> NativeResult {
    let argument = given(args.take(1)).unwrap_or(Value::None);
    vm.run_async(name, move |cx| async move {
        let module = cx.with(|vm| vm.modules.get_name(&intern("asyncio.legacy")));
        cx.call_method(&module.unwrap_or(Value::None), name, [argument])
            .await
    })
}

fn part<R>(me: &Rc<Instance>, look: impl FnOnce(&Task) -> R) -> Option<R> {
    me.native::<Future>().and_then(Future::task).map(look)
}

fn get_name(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    Ok(part(&me, Task::name).unwrap_or(Value::None))
}

fn set_name(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let name = args.take(1);
    vm.run_async("set_name", move |cx| async move {
        let name = Value::Str(cx.str(&name).await?);
        let entity = me.native::<Future>().map(|state| state.entity.get());
        if let Some(entity) = entity {
            cx.with(|vm| journal::renamed(vm, entity, &name));
        }
        part(&me, |task| task.set_name(name));
        Ok(Value::None)
    })
}

fn get_coro(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    Ok(part(&me, |task| task.coroutine.borrow().clone()).unwrap_or(Value::None))
}

fn get_context(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let shared = Shared::of(vm);
    let task = future::state(&me).and_then(Future::task);
    Ok(task.map_or(Value::None, |task| shared.context_shown(task)))
}

fn get_stack(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let limit = given(args.take(1)).unwrap_or(Value::None);
    let arguments = vec![Value::Instance(me), limit];
    vm.call_library("asyncio.base_tasks", "_task_get_stack", arguments)
}

fn print_stack(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let limit = given(args.take(1)).unwrap_or(Value::None);
    let file = given(args.take(2)).unwrap_or(Value::None);
    let arguments = vec![Value::Instance(me), limit, file];
    vm.call_library("asyncio.base_tasks", "_task_print_stack", arguments)
}

fn cancelling(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let cancels = part(&me, |task| task.cancels.get());
    Ok(Value::Int(cancels.map_or(0, i64::from)))
}

fn uncancel(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let left = part(&me, |task| {
        let left = task.cancels.get().saturating_sub(1);
        task.cancels.set(left);
        // Whoever takes the request back has seen to its end.
        task.delivered.set(coroscope_trace::EventIndex::NONE);
        left
    })
    .map_or(0, i64::from);
    if vm.log.is_recording()
        && let Some(state) = future::state(&me)
    {
        let place: Place = vm.visitor_place();
        let count = u32::try_from(left).unwrap_or(0);
        let entity = state.entity.get();
        vm.log
            .emit(Kind::Uncancelled, entity, Cause::Current, place, count, 0);
    }
    Ok(Value::Int(left))
}

fn refuse_result(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.runtime_error("Task does not support set_result operation"))
}

fn refuse_exception(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.runtime_error("Task does not support set_exception operation"))
}

/// The callable that wakes a task, for futures that are not ours.
pub(crate) fn wakeup(task: &Rc<Instance>) -> Value {
    static WAKEUP: NativeDef = NativeDef::method("task_wakeup", wake, 1, 1);
    bound(task, &WAKEUP)
}

/// The callable that takes a task's next step, for loops that are not ours.
pub(crate) fn next_step(task: &Rc<Instance>) -> Value {
    static STEP: NativeDef = NativeDef::method("__step", take_step, 0, 1);
    bound(task, &STEP)
}

fn bound(task: &Rc<Instance>, def: &'static NativeDef) -> Value {
    let function = NativeFunction {
        def,
        owner: None,
        receiver: Receiver::Any,
        module: None,
    };
    Value::Method(Rc::new(BoundMethod {
        function: Value::Native(Rc::new(function)),
        receiver: Value::Instance(Rc::clone(task)),
    }))
}

/// The loop lets a task go on, perhaps with an exception.
fn take_step(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let thrown = match args.take(1) {
        Value::Instance(error) if error.exception().is_some() => Some(Raise(error)),
        _ => None,
    };
    let shared = Shared::of(vm);
    step_now(vm, &shared, &me, thrown, false)
}

/// A future of another kind is done: the task goes on in this very callback.
fn wake(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = this(vm, &mut args)?;
    let future = args.take(1);
    vm.run_async("task_wakeup", move |cx| async move {
        let thrown = cx.call_method(&future, "result", []).await.err();
        let started = cx.with(|vm| {
            let shared = Shared::of(vm);
            step_now(vm, &shared, &me, thrown, false)
        });
        cx.finish(started).await
    })
}
