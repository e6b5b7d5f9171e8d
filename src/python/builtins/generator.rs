//! Generators, coroutines and asynchronous generators as objects.

use super::async_step::stepped_generator;
use crate::code::{CodeKind, Instr};
use crate::object::{
    Class, Generator, GeneratorState, Instance, Native, NativeDef, Payload, Raise, Value,
};
use crate::vm::{Args, GetSet, NativeResult, PyFrame, Vm};
use std::rc::Rc;

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    let generator = &vm.types.generator;
    vm.add_methods(generator, ITERATOR);
    vm.add_methods(generator, COMMON);
    vm.add_getsets(generator, NAMES);
    vm.add_getsets(generator, GENERATOR_STATE);
    let coroutine = &vm.types.coroutine;
    vm.add_methods(coroutine, COMMON);
    vm.add_methods(coroutine, AWAIT);
    vm.add_getsets(coroutine, NAMES);
    vm.add_getsets(coroutine, COROUTINE_STATE);
    let wrapper = &vm.types.coroutine_wrapper;
    vm.add_methods(wrapper, WRAPPER);
    let asynchronous = &vm.types.async_generator;
    vm.add_getsets(asynchronous, NAMES);
    vm.add_getsets(asynchronous, ASYNCHRONOUS_STATE);
}

const ITERATOR: &[NativeDef] = &[
    NativeDef::method("__iter__", itself, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
];

const COMMON: &[NativeDef] = &[
    NativeDef::send(send),
    NativeDef::method("throw", throw, 1, 3),
    NativeDef::method("close", close, 0, 0),
];

const AWAIT: &[NativeDef] = &[NativeDef::method("__await__", await_, 0, 0)];

const WRAPPER: &[NativeDef] = &[
    NativeDef::method("__iter__", itself, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("send", send, 1, 1),
    NativeDef::method("throw", throw, 1, 3),
    NativeDef::method("close", close, 0, 0),
];

const NAMES: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: |_, v| on(v, |g| Value::Str(g.name())),
        set: Some(set_name),
    },
    GetSet {
        name: "__qualname__",
        get: |_, v| on(v, |g| Value::Str(g.qualname())),
        set: Some(set_qualname),
    },
];

const GENERATOR_STATE: &[GetSet] = &[
    GetSet {
        name: "gi_running",
        get: running,
        set: None,
    },
    GetSet {
        name: "gi_suspended",
        get: suspended,
        set: None,
    },
    GetSet {
        name: "gi_frame",
        get: frame,
        set: None,
    },
    GetSet {
        name: "gi_code",
        get: code,
        set: None,
    },
    GetSet {
        name: "gi_yieldfrom",
        get: awaited,
        set: None,
    },
];

const COROUTINE_STATE: &[GetSet] = &[
    GetSet {
        name: "cr_running",
        get: running,
        set: None,
    },
    GetSet {
        name: "cr_suspended",
        get: suspended,
        set: None,
    },
    GetSet {
        name: "cr_frame",
        get: frame,
        set: None,
    },
    GetSet {
        name: "cr_code",
        get: code,
        set: None,
    },
    GetSet {
        name: "cr_await",
        get: awaited,
        set: None,
    },
    GetSet {
        name: "cr_origin",
        get: |vm, value| match value {
            Value::Generator(generator) => Ok(vm.origin_told(generator.origin())),
            _ => Ok(Value::None),
        },
        set: None,
    },
];

const ASYNCHRONOUS_STATE: &[GetSet] = &[
    GetSet {
        name: "ag_running",
        get: |_, v| on(v, |g| Value::Bool(g.async_running.get())),
        set: None,
    },
    GetSet {
        name: "ag_suspended",
        get: suspended,
        set: None,
    },
    GetSet {
        name: "ag_frame",
        get: frame,
        set: None,
    },
    GetSet {
        name: "ag_code",
        get: code,
        set: None,
    },
    GetSet {
        name: "ag_await",
        get: awaited,
        set: None,
    },
];

/// The generator that a value is, or that its `__await__` wrapper drives.
fn generator_of(value: &Value) -> Option<Rc<Generator>> {
    match value {
        Value::Generator(generator) => Some(Rc::clone(generator)),
        Value::Instance(instance) => instance
            .native::<CoroutineWrapper>()
            .map(|w| Rc::clone(&w.0)),
        _ => None,
    }
}

/// The generator that an awaitable of this file drives: the wrapper of a
/// coroutine, or one step of an asynchronous generator.
pub(crate) fn driven_generator(instance: &Instance) -> Option<Rc<Generator>> {
    let wrapped = instance.native::<CoroutineWrapper>().map(|w| &w.0);
    wrapped.or_else(|| stepped_generator(instance)).cloned()
}

fn on(value: &Value, f: impl FnOnce(&Generator) -> Value) -> NativeResult {
    Ok(generator_of(value).map_or(Value::None, |g| f(&g)))
}

pub(super) fn itself(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(args.take(0))
}

pub(super) fn receiver(vm: &Vm, args: &Args) -> Result<Rc<Generator>, Raise> {
    match args.values.first().and_then(generator_of) {
        Some(generator) => Ok(generator),
        None => Err(vm.type_error("descriptor requires a generator")),
    }
}

fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    vm.generator_send(&generator, Value::None)
}

fn send(vm: &mut Vm, mut args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    vm.generator_send(&generator, args.take(1))
}

fn throw(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    let given = args.values.get(1..).unwrap_or_default();
    let exits = match given.first() {
        Some(Value::Class(class)) => class.is_subclass_of(&vm.types.generator_exit),
        Some(value) => vm.class_of(value).is_subclass_of(&vm.types.generator_exit),
        None => false,
    };
    if !exits && vm.ends_at_own_throw(&generator) {
        return vm.throw_given(&generator, given.to_vec());
    }
    thrown_exception(vm, args, move |vm, raise| {
        let thrown = Rc::downgrade(&raise.0);
        let answer = vm.generator_throw(&generator, raise);
        if let Err(raise) = &answer
            && Rc::as_ptr(&raise.0) == thrown.as_ptr()
        {
            vm.passing = thrown;
        }
        answer
    })
}

fn close(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    if generator.kind == CodeKind::Coroutine && generator.state.get() == GeneratorState::Created {
        generator.state.set(GeneratorState::Closed);
        drop(generator.frame.borrow_mut().take());
        return Ok(Value::None);
    }
    vm.generator_close(&generator)
}

/// The exception that `throw(exception)` or `throw(type, value, traceback)` means.
pub(super) fn thrown_exception(
    vm: &mut Vm,
    mut args: Args,
    then: impl FnOnce(&mut Vm, Raise) -> NativeResult + 'static,
) -> NativeResult {
    let (kind, value, traceback) = (args.take(1), args.take(2), args.take(3));
    if !matches!(traceback, Value::Undefined | Value::None)
        && !vm.class_of(&traceback).is_subclass_of(&vm.types.traceback)
    {
        return Err(vm.type_error("throw() third argument must be a traceback object"));
    }
    match kind {
        Value::Instance(instance) if instance.exception().is_some() => {
            if !value.is_undefined() && !value.is_none() {
                return Err(vm.type_error("instance exception may not have a separate value"));
            }
            then(vm, Raise(instance))
        }
        Value::Class(class) if class.is_subclass_of(&vm.types.base_exception) => {
            if let Value::Instance(instance) = &value
                && instance.exception().is_some()
                && instance.class.borrow().is_subclass_of(&class)
            {
                return then(vm, Raise(Rc::clone(instance)));
            }
            let args = match value {
                Value::Undefined | Value::None => Args::default(),
                Value::Tuple(values) => Args::positional(values.items().iter().cloned()),
                value => Args::positional([value]),
            };
            match vm.call(&Value::Class(Rc::clone(&class)), args) {
                Ok(Value::Undefined) => {
                    let frames = std::mem::take(&mut vm.pending);
                    vm.run_async("throw", move |cx| async move {
                        let started = cx.with(|vm| {
                            vm.pending = frames;
                            Ok(Value::Undefined)
                        });
                        let made = cx.finish(started).await;
                        let next = cx.with(|vm| {
                            let raise = made_exception(vm, &class, made);
                            then(vm, raise)
                        });
                        cx.finish(next).await
                    })
                }
                made => {
                    let raise = made_exception(vm, &class, made);
                    then(vm, raise)
                }
            }
        }
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {name}"
            )))
        }
    }
}

/// What calling an exception's class came to. A failure of the call is what is
/// thrown instead.
fn made_exception(vm: &Vm, class: &Rc<Class>, made: NativeResult) -> Raise {
    match made {
        Ok(Value::Instance(instance)) if instance.exception().is_some() => Raise(instance),
        Ok(other) => vm.type_error(format!(
            "calling <class '{}'> should have returned an instance of BaseException, not {}",
            vm.class_path(class),
            vm.type_name(&other)
        )),
        Err(raise) => raise,
    }
}

fn set_name(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, new, "__name__", |g, name| [name, g.qualname()])
}

fn set_qualname(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, new, "__qualname__", |g, name| [g.name(), name])
}

fn set_text(
    vm: &mut Vm,
    value: &Value,
    new: Value,
    attribute: &str,
    names: fn(&Generator, crate::object::StrRef) -> [crate::object::StrRef; 2],
) -> NativeResult {
    match (generator_of(value), new) {
        (Some(generator), Value::Str(text)) => {
            generator.set_names(names(&generator, text));
            Ok(Value::None)
        }
        _ => Err(vm.type_error(format!("{attribute} must be set to a string object"))),
    }
}

fn running(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |g| {
        Value::Bool(g.state.get() == GeneratorState::Running)
    })
}

fn suspended(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |g| {
        Value::Bool(g.state.get() == GeneratorState::Suspended)
    })
}

fn code(_: &mut Vm, value: &Value) -> NativeResult {
    Ok(generator_of(value).map_or(Value::None, |generator| {
        Value::Code(Rc::clone(&generator.code))
    }))
}

fn frame(vm: &mut Vm, value: &Value) -> NativeResult {
    match generator_of(value) {
        Some(generator) if generator.state.get() != GeneratorState::Closed => {
            Ok(crate::builtins::frame::frame_of_generator(vm, &generator))
        }
        _ => Ok(Value::None),
    }
}

/// What a suspended generator delegates to.
pub(crate) fn delegate_of(generator: &Generator) -> Option<Value> {
    let frame = generator.frame.borrow();
    delegate_in(generator, frame.as_ref()?).cloned()
}

/// The same, where the generator's frame is at hand.
pub(crate) fn delegate_in<'a>(generator: &Generator, frame: &'a PyFrame) -> Option<&'a Value> {
    if generator.state.get() != GeneratorState::Suspended {
        return None;
    }
    match frame.code.instructions.get(frame.pc as usize) {
        Some(Instr::Delegate { iter, .. }) => frame.registers.get(usize::from(*iter)),
        _ => None,
    }
}

fn awaited(vm: &mut Vm, value: &Value) -> NativeResult {
    let Some(generator) = generator_of(value) else {
        return Ok(Value::None);
    };
    vm.unfold_in(&generator);
    let Some(awaited) = delegate_of(&generator) else {
        return Ok(Value::None);
    };
    // What is driven without its iterator is shown as that all the same.
    let name = Rc::clone(&vm.names.await_);
    match &awaited {
        Value::Instance(instance) if vm.awaits_natively(instance, &name) => {
            vm.call_special(&awaited, &name, []).unwrap_or(Ok(awaited))
        }
        _ => Ok(awaited),
    }
}

/// What `coroutine.__await__()` gives: an iterator that drives it.
#[derive(Debug)]
struct CoroutineWrapper(Rc<Generator>);

impl Native for CoroutineWrapper {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_generator(&self.0);
    }
}

fn await_(vm: &mut Vm, args: Args) -> NativeResult {
    let generator = receiver(vm, &args)?;
    let class = Rc::clone(&vm.types.coroutine_wrapper);
    let payload = Payload::Native(Box::new(CoroutineWrapper(generator)));
    Ok(Value::Instance(Instance::new(class, payload)))
}
