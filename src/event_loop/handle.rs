//! Handles: callbacks that a program has scheduled and may cancel.

use crate::arguments::receiver;
use crate::event_loop::EventLoop;
use crate::journal;
use crate::repr;
use crate::shown;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Native, NativeDef, Payload, TracebackEntry, Value};
use coroscope_python::vm::{Args, GetSet, NativeResult, Vm};
use coroscope_trace::{Cause, EntityId, EventIndex, Kind};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The state of a `Handle` or `TimerHandle`.
#[derive(Debug)]
pub(crate) struct Handle {
    /// `Undefined` once cancelled.
    pub(crate) callback: RefCell<Value>,
    /// A tuple; `Undefined` once cancelled.
    pub(crate) args: RefCell<Value>,
    pub(crate) context: Rc<Instance>,
    pub(crate) owner: Rc<Instance>,
    pub(crate) cancelled: Cell<bool>,
    /// A timer's deadline, in the loop's seconds.
    pub(crate) when: Option<f64>,
    /// A timer that lies in the heap.
    pub(crate) scheduled: Cell<bool>,
    pub(crate) entity: EntityId,
    /// Its `TimerSet`.
    pub(crate) set_at: EventIndex,
    /// The line that made it, in debug mode.
    pub(crate) made_at: RefCell<Option<TracebackEntry>>,
}

impl Native for Handle {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        out.add_cell(&self.callback);
        out.add_cell(&self.args);
        out.add_instance(&self.context);
        out.add_instance(&self.owner);
    }

    fn clear(&self, out: &mut Vec<Value>) {
        out.push(self.callback.take());
        out.push(self.args.take());
    }
}

impl Handle {
    /// A handle for what runs without one, to show it to a program.
    pub(crate) fn serving(
        owner: &Rc<Instance>,
        callback: Value,
        args: Value,
        context: Rc<Instance>,
        entity: EntityId,
    ) -> Handle {
        Handle {
            callback: RefCell::new(callback),
            args: RefCell::new(args),
            context,
            owner: Rc::clone(owner),
            cancelled: Cell::new(false),
            when: None,
            scheduled: Cell::new(false),
            entity,
            set_at: EventIndex::NONE,
            made_at: RefCell::new(None),
        }
    }

    /// As an object.
    pub(crate) fn into_instance(self, shared: &Shared) -> Rc<Instance> {
        let class = if self.when.is_some() {
            &shared.timer_handle
        } else {
            &shared.handle
        };
        let payload = Payload::Native(Box::new(self));
        Instance::new(Rc::clone(class), payload)
    }
}

/// Methods of `Handle`, which `TimerHandle` inherits.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("cancel", cancel, 0, 0),
    NativeDef::method("cancelled", cancelled, 0, 0),
    NativeDef::method("get_context", get_context, 0, 0),
    NativeDef::method("__repr__", represent, 0, 0),
];

/// Methods of `TimerHandle` besides.
pub(crate) const TIMER_METHODS: &[NativeDef] = &[
    NativeDef::method("when", when, 0, 0),
    NativeDef::method("__eq__", equal, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__lt__", |vm, args| compare(vm, args, |a, b| a < b), 1, 1),
    NativeDef::method("__le__", |vm, args| compare(vm, args, |a, b| a <= b), 1, 1),
    NativeDef::method("__gt__", |vm, args| compare(vm, args, |a, b| a > b), 1, 1),
    NativeDef::method("__ge__", |vm, args| compare(vm, args, |a, b| a >= b), 1, 1),
];

/// Attributes that programs look at.
pub(crate) const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "_callback",
        get: |_, value| Ok(part(value, |h| h.callback.borrow().clone())),
        set: None,
    },
    GetSet {
        name: "_args",
        get: |_, value| Ok(part(value, |h| h.args.borrow().clone())),
        set: None,
    },
    GetSet {
        name: "_context",
        get: |_, value| Ok(part(value, |h| Value::Instance(Rc::clone(&h.context)))),
        set: None,
    },
    GetSet {
        name: "_loop",
        get: |_, value| Ok(part(value, |h| Value::Instance(Rc::clone(&h.owner)))),
        set: None,
    },
    GetSet {
        name: "_scheduled",
        get: |_, value| Ok(part(value, |h| Value::Bool(h.scheduled.get()))),
        set: None,
    },
    GetSet {
        name: "_cancelled",
        get: |_, value| Ok(part(value, |h| Value::Bool(h.cancelled.get()))),
        set: None,
    },
    GetSet {
        name: "_when",
        get: |_, value| Ok(part(value, |h| h.when.map_or(Value::None, Value::Float))),
        set: None,
    },
];

fn part(value: &Value, read: impl Fn(&Handle) -> Value) -> Value {
    match crate::arguments::state_of::<Handle>(value).map(read) {
        Some(Value::Undefined) | None => Value::None,
        Some(value) => value,
    }
}

fn cancel(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let Some(handle) = me.native::<Handle>() else {
        return Ok(Value::None);
    };
    if handle.cancelled.replace(true) {
        return Ok(Value::None);
    }
    if handle.scheduled.get() {
        journal::plain(vm, Kind::TimerCancelled, handle.entity, Cause::Current);
        if let Some(event_loop) = handle.owner.native::<EventLoop>() {
            event_loop.timer_cancelled();
        }
    } else if handle.when.is_none() {
        journal::plain(vm, Kind::HandleCancelled, handle.entity, Cause::Current);
    }
    let held = (handle.callback.take(), handle.args.take());
    drop(held);
    Ok(Value::None)
}

fn cancelled(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let cancelled = me.native::<Handle>().is_some_and(|h| h.cancelled.get());
    Ok(Value::Bool(cancelled))
}

fn get_context(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let context = me.native::<Handle>().map(|h| Rc::clone(&h.context));
    Ok(context.map_or(Value::None, Value::Instance))
}

fn represent(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    shown::text(vm, move |vm| repr::handle(vm, &me))
}

fn when(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let when = me.native::<Handle>().and_then(|h| h.when);
    Ok(when.map_or(Value::None, Value::Float))
}

/// Timers are equal if they do the same at the same time.
fn equal(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let other = args.take(1);
    let Some(mine) = me.native::<Handle>() else {
        return Ok(Value::NotImplemented);
    };
    let Some(theirs) = crate::arguments::state_of::<Handle>(&other) else {
        return Ok(Value::NotImplemented);
    };
    if mine.when != theirs.when || mine.cancelled.get() != theirs.cancelled.get() {
        return Ok(Value::Bool(false));
    }
    let parts = [
        (
            mine.callback.borrow().clone(),
            theirs.callback.borrow().clone(),
        ),
        (mine.args.borrow().clone(), theirs.args.borrow().clone()),
    ];
    vm.run_async("__eq__", move |cx| async move {
        for (a, b) in parts {
            if !a.is(&b) && !cx.equal(&a, &b).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

fn hash(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let when = me.native::<Handle>().and_then(|h| h.when);
    let when = when.map_or(Value::None, Value::Float);
    vm.run_async("__hash__", move |cx| async move {
        Ok(Value::Int(cx.hash(&when).await?))
    })
}

fn compare(vm: &mut Vm, mut args: Args, holds: impl Fn(f64, f64) -> bool) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let other = args.take(1);
    let mine = me.native::<Handle>().and_then(|h| h.when);
    let theirs = crate::arguments::state_of::<Handle>(&other).and_then(|h| h.when);
    Ok(match (mine, theirs) {
        (Some(a), Some(b)) => Value::Bool(holds(a, b)),
        _ => Value::NotImplemented,
    })
}
