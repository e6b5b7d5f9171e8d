//! The awaitables that drive an asynchronous generator: what `__anext__`,
//! `asend`, `athrow` and `aclose` give (PEP 525).

use super::generator::{itself, receiver, thrown_exception};
use crate::code::CodeKind;
use crate::object::{
    Generator, GeneratorState, Instance, Native, NativeDef, Payload, Raise, Value,
};
use crate::vm::{Args, Cx, NativeResult, Outcome, PyFrame, Resumed, Vm, pass_yield};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    vm.add_methods(&vm.types.async_generator, ASYNCHRONOUS);
    for class in [
        &vm.types.async_generator_asend,
        &vm.types.async_generator_athrow,
    ] {
        vm.add_methods(class, STEP);
    }
}

const ASYNCHRONOUS: &[NativeDef] = &[
    NativeDef::method("__aiter__", itself, 0, 0),
    NativeDef::method("__anext__", anext, 0, 0),
    NativeDef::method("asend", asend, 1, 1),
    NativeDef::method("athrow", athrow, 1, 3),
    NativeDef::method("aclose", aclose, 0, 0),
];

const STEP: &[NativeDef] = &[
    NativeDef::method("__iter__", itself, 0, 0),
    NativeDef::method("__await__", itself, 0, 0),
    NativeDef::method("__next__", step_next, 0, 0),
    NativeDef::method("send", step_send, 1, 1),
    NativeDef::method("throw", step_throw, 1, 3),
    NativeDef::method("close", step_close, 0, 0),
];

/// How an asynchronous generator is to be resumed.
#[derive(Debug)]
enum Mode {
    Send(Value),
    Throw(Raise),
    Close,
}

/// The awaitable of one step of an asynchronous generator.
#[derive(Debug)]
struct AsyncStep {
    generator: Rc<Generator>,
    /// What to begin with; `None` once begun.
    mode: RefCell<Option<Mode>>,
    done: Cell<bool>,
    what: Step,
}

/// Which of the methods made a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Send,
    Throw,
    Close,
}

impl Step {
    fn names(self) -> &'static str {
        match self {
            Step::Send => "__anext__()/asend()",
            Step::Throw | Step::Close => "aclose()/athrow()",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Step::Send => "anext()",
            Step::Throw => "athrow()",
            Step::Close => "aclose()",
        }
    }
}

impl Native for AsyncStep {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_generator(&self.generator);
        if let Ok(mode) = self.mode.try_borrow() {
            match &*mode {
                Some(Mode::Send(value)) => out.add(value),
                Some(Mode::Throw(raise)) => out.add_instance(&raise.0),
                Some(Mode::Close) | None => {}
            }
        }
    }

    fn is_own_awaitable(&self) -> bool {
        true
    }

    fn resume(
        &self,
        vm: &mut Vm,
        _me: &Rc<Instance>,
        sent: Value,
    ) -> Option<Result<Resumed, Raise>> {
        // What comes of closing is not what comes of the generator.
        (self.what != Step::Close).then(|| self.step(vm, sent))
    }
}

impl AsyncStep {
    /// Takes what to begin with; `None` if it has begun.
    fn begin(&self, vm: &Vm) -> Result<Option<Mode>, Raise> {
        let Some(mode) = self.mode.borrow_mut().take() else {
            return Ok(None);
        };
        if self.generator.async_running.replace(true) {
            self.done.set(true);
            let name = self.what.name();
            let text = format!("{name}: asynchronous generator is already running");
            return Err(vm.runtime_error(text));
        }
        Ok(Some(mode))
    }

    fn step(&self, vm: &mut Vm, sent: Value) -> Result<Resumed, Raise> {
        let generator = &self.generator;
        let has_begun = self.mode.borrow().is_none();
        if has_begun && (self.done.get() || !generator.async_running.get()) {
            self.done.set(true);
            return Err(used_up(vm, self.what));
        }
        match self.begin(vm)? {
            None => pushed(vm.resume_generator(generator, sent), vm),
            // What the step itself is sent comes before what `asend` was given.
            Some(Mode::Send(value)) => {
                let sent = if sent.is_none() { value } else { sent };
                pushed(vm.resume_generator(generator, sent), vm)
                    .inspect_err(|_| generator.async_running.set(false))
            }
            Some(Mode::Throw(raise)) => {
                if generator.state.get() == GeneratorState::Closed {
                    generator.async_running.set(false);
                    self.done.set(true);
                    return Ok(Resumed::Returned(Value::None));
                }
                match vm.generator_throw(generator, raise) {
                    Ok(Value::Undefined) => Ok(Resumed::Pushed),
                    Ok(value) => Ok(Resumed::Yielded(value)),
                    Err(raise) => {
                        generator.async_running.set(false);
                        Err(raise)
                    }
                }
            }
            Some(Mode::Close) => Ok(Resumed::Returned(Value::None)),
        }
    }

    /// A step of `aclose()`. The generator's frame is pending if this is
    /// `Ok(Undefined)`, another value is awaited.
    fn close_step(&self, vm: &mut Vm, sent: Value) -> NativeResult {
        let generator = &self.generator;
        if self.done.get() {
            return Err(used_up(vm, self.what));
        }
        if generator.state.get() == GeneratorState::Closed {
            self.done.set(true);
            return Err(vm.stop_iteration(Value::None));
        }
        if self.mode.borrow().is_some() && !sent.is_none() {
            return Err(vm.runtime_error("can't send non-None value to a just-started coroutine"));
        }
        if self.begin(vm)?.is_none() {
            let resumed = vm.resume_generator(generator, sent)?;
            return match resumed {
                Some(()) => Ok(Value::Undefined),
                None => Err(vm.exception(&vm.types.stop_async_iteration, Vec::new())),
            };
        }
        let uncommon = generator.uncommon.get_or_init(Box::default);
        if uncommon.closing.replace(true) {
            generator.async_running.set(false);
            self.done.set(true);
            return Err(vm.exception(&vm.types.stop_async_iteration, Vec::new()));
        }
        let exit = vm.exception(&vm.types.generator_exit, Vec::new());
        vm.generator_throw(generator, exit)
    }

    /// What a step of `aclose()` comes to: the generator should have ended.
    fn closed(&self, vm: &Vm, outcome: Outcome) -> NativeResult {
        let raise = match outcome {
            Outcome::Yielded(value) => return Ok(value),
            Outcome::Returned(_) => vm.runtime_error("async generator ignored GeneratorExit"),
            Outcome::Raised(raise) => {
                let is = |class| raise.class().is_subclass_of(class);
                if is(&vm.types.stop_async_iteration) || is(&vm.types.generator_exit) {
                    vm.stop_iteration(Value::None)
                } else {
                    raise
                }
            }
        };
        self.done.set(true);
        self.generator.async_running.set(false);
        Err(raise)
    }
}

/// Begins a step for an `async for`, which then awaits the generator itself; whether
/// it could. Nobody sees the awaitable of such a step, as a rule: whoever looks for it
/// gets it by [`unfolded`].
pub(crate) fn begins_in_place(generator: &Generator) -> bool {
    generator.kind == CodeKind::AsyncGenerator
        && generator.hooked.get()
        && !generator.async_running.replace(true)
}

/// The awaitable of a step that has begun in place.
pub(crate) fn unfolded(vm: &Vm, generator: &Rc<Generator>) -> Value {
    let step = AsyncStep {
        generator: Rc::clone(generator),
        mode: RefCell::new(None),
        done: Cell::new(false),
        what: Step::Send,
    };
    let class = Rc::clone(&vm.types.async_generator_asend);
    Value::Instance(Instance::new(class, Payload::Native(Box::new(step))))
}

/// Goes on with a step that has begun in place.
pub(crate) fn resume_in_place(
    vm: &mut Vm,
    generator: &Rc<Generator>,
    sent: Value,
) -> Result<Box<PyFrame>, Raise> {
    if !generator.async_running.get() {
        return Err(used_up(vm, Step::Send));
    }
    let picked = vm.pick_up(generator, sent);
    if !matches!(picked, Ok(Some(_))) {
        generator.async_running.set(false);
    }
    picked?.ok_or_else(|| vm.exception(&vm.types.stop_async_iteration, Vec::new()))
}

/// The generator that a step drives.
pub(super) fn stepped_generator(instance: &Instance) -> Option<&Rc<Generator>> {
    instance.native::<AsyncStep>().map(|step| &step.generator)
}

fn used_up(vm: &Vm, what: Step) -> Raise {
    let names = what.names();
    vm.runtime_error(format!("cannot reuse already awaited {names}"))
}

fn pushed(result: Result<Option<()>, Raise>, vm: &Vm) -> Result<Resumed, Raise> {
    match result? {
        Some(()) => Ok(Resumed::Pushed),
        None => Err(vm.exception(&vm.types.stop_async_iteration, Vec::new())),
    }
}

fn new_step(vm: &mut Vm, generator: Rc<Generator>, mode: Mode) -> NativeResult {
    let (class, what) = match mode {
        Mode::Send(_) => (&vm.types.async_generator_asend, Step::Send),
        Mode::Throw(_) => (&vm.types.async_generator_athrow, Step::Throw),
        Mode::Close => (&vm.types.async_generator_athrow, Step::Close),
    };
    let class = Rc::clone(class);
    let step = AsyncStep {
        generator: Rc::clone(&generator),
        mode: RefCell::new(Some(mode)),
        done: Cell::new(false),
        what,
    };
    let value = Value::Instance(Instance::new(class, Payload::Native(Box::new(step))));
    if generator.hooked.replace(true) {
        return Ok(value);
    }
    // The event loop wants to know of every asynchronous generator that begins.
    let [first, finalizer] = vm.asyncgen_hooks.clone();
    let uncommon = generator.uncommon.get_or_init(Box::default);
    uncommon.finalizer.replace(finalizer);
    if first.is_none() {
        return Ok(value);
    }
    match vm.call_values(&first, [Value::Generator(generator)])? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, move |_, _| Ok(value))
        }
        _ => Ok(value),
    }
}

fn anext(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    async_next(vm, generator)
}

/// `__anext__()` of an asynchronous generator.
pub(crate) fn async_next(vm: &mut Vm, generator: Rc<Generator>) -> NativeResult {
    new_step(vm, generator, Mode::Send(Value::None))
}

fn asend(vm: &mut Vm, mut args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    new_step(vm, generator, Mode::Send(args.take(1)))
}

fn athrow(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    thrown_exception(vm, args, move |vm, raise| {
        new_step(vm, generator, Mode::Throw(raise))
    })
}

fn aclose(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    new_step(vm, generator, Mode::Close)
}

fn step_of(vm: &Vm, args: &Args) -> Result<Rc<Instance>, Raise> {
    match args.values.first() {
        Some(Value::Instance(instance)) if instance.native::<AsyncStep>().is_some() => {
            Ok(Rc::clone(instance))
        }
        _ => Err(vm.type_error("descriptor requires an async_generator_asend object")),
    }
}

/// What the generator awaits is the result; what it yields ends the step.
fn resume_step(vm: &mut Vm, instance: Rc<Instance>, sent: Value) -> NativeResult {
    vm.run_async("send", move |cx| async move {
        let Some(step) = instance.native::<AsyncStep>() else {
            return Ok(Value::None);
        };
        if step.what == Step::Close {
            let started = cx.with(|vm| step.close_step(vm, sent));
            // An end before the generator was reached stays as it is.
            if started.is_err() && (step.done.get() || step.mode.borrow().is_some()) {
                return started;
            }
            return close_over(&cx, step, started).await;
        }
        match cx.with(|vm| step.step(vm, sent))? {
            Resumed::Pushed => pass_yield(&cx, Ok(Value::Undefined)).await,
            Resumed::Yielded(value) | Resumed::Last(value) => Ok(value),
            Resumed::Returned(value) => Err(cx.with(|vm| vm.stop_iteration(value))),
        }
    })
}

fn step_next(vm: &mut Vm, args: Args) -> NativeResult {
    let instance = step_of(vm, &args)?;
    resume_step(vm, instance, Value::None)
}

fn step_send(vm: &mut Vm, mut args: Args) -> NativeResult {
    let instance = step_of(vm, &args)?;
    resume_step(vm, instance, args.take(1))
}

fn step_throw(vm: &mut Vm, args: Args) -> NativeResult {
    let instance = step_of(vm, &args)?;
    thrown_exception(vm, args, move |vm, raise| {
        let Some(step) = instance.native::<AsyncStep>() else {
            return Ok(Value::None);
        };
        if step.done.get() {
            return Err(used_up(vm, step.what));
        }
        // A step that has not begun goes past its beginning: the generator
        // gets the exception where it stands, and the step may begin later.
        let generator = Rc::clone(&step.generator);
        vm.run_async("throw", move |cx| async move {
            let Some(step) = instance.native::<AsyncStep>() else {
                return Ok(Value::None);
            };
            let started = cx.with(|vm| vm.generator_throw(&generator, raise));
            if step.what == Step::Close {
                return close_over(&cx, step, started).await;
            }
            let answer = match started {
                Ok(Value::Undefined) => pass_yield(&cx, started).await,
                other => other,
            };
            if answer.is_err() {
                step.done.set(true);
                drop(step.mode.borrow_mut().take());
            }
            answer
        })
    })
}

/// Waits for what was started for `aclose()`, and says what it comes to.
async fn close_over(cx: &Cx, step: &AsyncStep, started: NativeResult) -> NativeResult {
    let outcome = match started {
        Ok(Value::Undefined) => cx.outcome(started).await,
        Ok(value) => Outcome::Yielded(value),
        Err(raise) => Outcome::Raised(raise),
    };
    cx.with(|vm| step.closed(vm, outcome))
}

fn step_close(vm: &mut Vm, args: Args) -> NativeResult {
    let instance = step_of(vm, &args)?;
    if let Some(step) = instance.native::<AsyncStep>() {
        step.done.set(true);
        drop(step.mode.borrow_mut().take());
    }
    Ok(Value::None)
}
