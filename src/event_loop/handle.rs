//! Handles: callbacks that a program has scheduled and may cancel.

use crate::arguments::{dict_of, receiver};
use crate::callbacks;
use crate::event_loop::EventLoop;
use crate::future::{self, Future};
use crate::future_methods::any_loop;
use crate::journal;
use crate::repr;
use crate::shown;
use crate::world_of_loop::Shared;
use coroscope_python::object::{
    Instance, MANY, Native, NativeDef, Payload, Raise, TracebackEntry, Value, intern,
};
use coroscope_python::vm::{Args, Cx, GetSet, NativeResult, Vm};
use coroscope_trace::{Cause, EntityId, EntityKind, EventIndex, Kind, TextId};
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::ptr;
use std::rc::Rc;

/// The state of a `Handle` or `TimerHandle`.
#[derive(Debug)]
pub(crate) struct Handle {
    /// What it calls.
    pub(crate) call: RefCell<Call>,
    /// What its call begins in, perhaps shared with others (see [`Handle::context`]);
    /// empty before `__init__`.
    pub(crate) context: OnceCell<Rc<Instance>>,
    /// The loop; empty before `__init__`.
    pub(crate) owner: OnceCell<Rc<Instance>>,
    pub(crate) cancelled: Cell<bool>,
    /// A timer's deadline, in the loop's seconds.
    pub(crate) when: Cell<Option<f64>>,
    /// A timer that lies in the heap.
    pub(crate) scheduled: Cell<bool>,
    pub(crate) entity: EntityId,
    /// Its `TimerSet`.
    pub(crate) set_at: EventIndex,
    /// What most handles never have.
    pub(crate) uncommon: OnceCell<Box<Uncommon>>,
}

/// What a handle calls.
#[derive(Debug, Default)]
pub(crate) enum Call {
    /// Nothing: it was cancelled, or has not been prepared.
    #[default]
    Nothing,
    /// A callable with a tuple of arguments.
    Of(Value, Value),
    /// The library's function that ends a sleep, with the future and its result.
    EndsSleep(Rc<Instance>, Value),
}

/// What few handles have, kept apart because there may be a million others.
#[derive(Debug, Default)]
pub(crate) struct Uncommon {
    /// The deadline as the program gave it, which may be an int.
    given_when: RefCell<Option<Value>>,
    /// In debug mode, the calls that made it, outermost first.
    source: RefCell<Box<[TracebackEntry]>>,
    /// In place of a context that is shared with others, once it was shown or changed.
    own_context: OnceCell<Rc<Instance>>,
    /// In debug mode, its repr from before it was cancelled, which forgot the call.
    told: RefCell<Option<Rc<str>>>,
}

impl Call {
    /// Callable and arguments as a program sees them, `Undefined` if there are none.
    pub(crate) fn parts(&self, shared: &Shared) -> (Value, Value) {
        match self {
            Call::Nothing => (Value::Undefined, Value::Undefined),
            Call::Of(callback, args) => (callback.clone(), args.clone()),
            Call::EndsSleep(future, result) => {
                let args = [Value::Instance(Rc::clone(future)), result.clone()];
                let callback = shared.set_result.get().cloned();
                (callback.unwrap_or_default(), Value::tuple(args))
            }
        }
    }

    /// The future of the sleep that it ends.
    fn sleeper(&self) -> Option<&Future> {
        match self {
            Call::EndsSleep(waiter, _) => future::state(waiter),
            Call::Nothing | Call::Of(..) => None,
        }
    }

    /// Moves what it holds out.
    fn release(self, out: &mut Vec<Value>) {
        let parts = match self {
            Call::Nothing => return,
            Call::Of(callback, args) => [args, callback],
            Call::EndsSleep(future, result) => [Value::Instance(future), result],
        };
        out.extend(parts.into_iter().filter(|part| !part.is_plain()));
    }
}

impl Native for Handle {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        if let Ok(call) = self.call.try_borrow() {
            match &*call {
                Call::Nothing => {}
                Call::Of(callback, args) => out.add_all([callback, args]),
                Call::EndsSleep(future, result) => {
                    out.add_instance(future);
                    out.add(result);
                }
            }
        }
        let own_context = self.uncommon.get().map(|uncommon| &uncommon.own_context);
        for part in [Some(&self.context), Some(&self.owner), own_context] {
            let part = part.and_then(OnceCell::get);
            part.into_iter().for_each(|part| out.add_instance(part));
        }
    }

    fn clear(&self, out: &mut Vec<Value>) {
        self.call.take().release(out);
    }
}

impl Handle {
    /// Whether its timer has not come due: that of a sleep may have its place in the
    /// heap for the future alone.
    pub(crate) fn is_in_heap(&self) -> bool {
        let sleeps = |waiter: &Future| waiter.sleeps.get();
        self.scheduled.get() || self.call.borrow().sleeper().is_some_and(sleeps)
    }

    /// One without a call, as `__new__` makes it.
    fn blank(entity: EntityId) -> Handle {
        Handle {
            call: RefCell::default(),
            context: OnceCell::new(),
            owner: OnceCell::new(),
            cancelled: Cell::new(false),
            when: Cell::new(None),
            scheduled: Cell::new(false),
            entity,
            set_at: EventIndex::NONE,
            uncommon: OnceCell::new(),
        }
    }

    /// A handle of one of our loops, or for what runs without one, to show it
    /// to a program.
    pub(crate) fn serving(
        owner: &Rc<Instance>,
        call: Call,
        context: Rc<Instance>,
        entity: EntityId,
    ) -> Handle {
        Handle {
            call: RefCell::new(call),
            context: OnceCell::from(context),
            owner: OnceCell::from(Rc::clone(owner)),
            ..Handle::blank(entity)
        }
    }

    /// The context of its call.
    pub(crate) fn context(&self) -> Option<&Rc<Instance>> {
        let own = self.uncommon.get().and_then(|it| it.own_context.get());
        own.or_else(|| self.context.get())
    }

    /// From now on its call has this context for itself.
    pub(crate) fn has_own_context(&self, own: &Rc<Instance>) {
        let uncommon = self.uncommon.get_or_init(Box::default);
        let _ = uncommon.own_context.set(Rc::clone(own));
    }

    /// The context of its call, to show it to a program: from now on nobody shares it.
    fn context_shown(&self, vm: &Vm) -> Value {
        let Some(context) = self.context() else {
            return Value::None;
        };
        let shared = Shared::of(vm);
        let own = shared.own_copy(context);
        if !Rc::ptr_eq(&own, context) {
            let running = shared.running_handle.borrow();
            let is_running = running
                .as_ref()
                .and_then(|running| running.native::<Handle>())
                .is_some_and(|running| ptr::eq(running, self));
            if is_running && Rc::ptr_eq(&shared.context_now(), context) {
                drop(callbacks::enter(&shared, &own));
            }
            self.has_own_context(&own);
        }
        Value::Instance(own)
    }

    /// A timer's deadline as an object; None without one.
    pub(crate) fn when(&self) -> Value {
        let uncommon = self.uncommon.get();
        match uncommon.and_then(|uncommon| uncommon.given_when.borrow().clone()) {
            None => self.when.get().map_or(Value::None, Value::Float),
            Some(given) => given,
        }
    }

    /// Sets the deadline as the program gave it.
    pub(crate) fn set_given_when(&self, when: Value) {
        let uncommon = self.uncommon.get_or_init(Box::default);
        let old = uncommon.given_when.replace(Some(when));
        drop(old);
    }

    /// In debug mode: remembers the calls in progress.
    pub(crate) fn set_source(&self, source: Box<[TracebackEntry]>) {
        let uncommon = self.uncommon.get_or_init(Box::default);
        *uncommon.source.borrow_mut() = source;
    }

    /// The call that made it, in debug mode.
    pub(crate) fn made_at(&self) -> Option<TracebackEntry> {
        let uncommon = self.uncommon.get()?;
        uncommon.source.borrow().last().cloned()
    }

    /// What it was when it was cancelled, in debug mode.
    pub(crate) fn told(&self) -> Option<Rc<str>> {
        self.uncommon.get()?.told.borrow().clone()
    }

    /// `_source_traceback`
    fn source(&self, vm: &Vm) -> Value {
        let uncommon = self.uncommon.get();
        uncommon.map_or(Value::None, |uncommon| {
            vm.calls_told(&uncommon.source.borrow())
        })
    }

    /// What it calls and with what, as a program sees them.
    pub(crate) fn parts(&self, vm: &Vm) -> (Value, Value) {
        self.call.borrow().parts(&Shared::of(vm))
    }

    /// As an object.
    pub(crate) fn into_instance(self, shared: &Shared) -> Rc<Instance> {
        let class = if self.when.get().is_some() {
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
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", initialize, 3, 4)
        .with_params(&["callback", "args", "loop", "context"]),
    NativeDef::method("_run", run, 0, 0),
    NativeDef::method("cancel", cancel, 0, 0),
    NativeDef::method("cancelled", cancelled, 0, 0),
    NativeDef::method("get_context", get_context, 0, 0),
    NativeDef::method("__repr__", represent, 0, 0),
];

/// Methods of `TimerHandle` besides.
pub(crate) const TIMER_METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", initialize_timer, 4, 5)
        .with_params(&["when", "callback", "args", "loop", "context"]),
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
        get: |vm, value| Ok(part(value, |h| h.parts(vm).0)),
        set: None,
    },
    GetSet {
        name: "_args",
        get: |vm, value| Ok(part(value, |h| h.parts(vm).1)),
        set: None,
    },
    GetSet {
        name: "_context",
        get: |vm, value| Ok(part(value, |h| h.context_shown(vm))),
        set: None,
    },
    GetSet {
        name: "_loop",
        get: |_, value| Ok(part(value, |h| instance(&h.owner))),
        set: None,
    },
    GetSet {
        name: "_scheduled",
        get: |_, value| Ok(part(value, |h| Value::Bool(h.is_in_heap()))),
        set: Some(|vm, value, new| {
            let scheduled = crate::arguments::truth_now(vm, &new)?;
            Ok(part(value, |h| {
                h.scheduled.set(scheduled);
                Value::None
            }))
        }),
    },
    GetSet {
        name: "_cancelled",
        get: |_, value| Ok(part(value, |h| Value::Bool(h.cancelled.get()))),
        set: None,
    },
    GetSet {
        name: "_when",
        get: |_, value| Ok(part(value, Handle::when)),
        set: None,
    },
    GetSet {
        name: "_source_traceback",
        get: |vm, value| {
            let state = crate::arguments::state_of::<Handle>(value);
            Ok(state.map_or(Value::None, |h| h.source(vm)))
        },
        set: None,
    },
];

fn instance(part: &OnceCell<Rc<Instance>>) -> Value {
    part.get().cloned().map_or(Value::None, Value::Instance)
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Class(class) = args.take(0) else {
        return Err(vm.type_error("__new__ needs a class"));
    };
    let entity = vm
        .log
        .new_entity(EntityKind::Handle, TextId::EMPTY, EntityId::NONE);
    let payload = Payload::Native(Box::new(Handle::blank(entity)));
    Ok(Value::Instance(Instance::new(class, payload)))
}

/// `Handle(callback, args, loop, context=None)`
fn initialize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    fill(vm, &me, &mut args, 1)
}

/// `TimerHandle(when, callback, args, loop, context=None)`
fn initialize_timer(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let when = args.take(1);
    let Value::Float(seconds) = vm.float_of(&when)? else {
        return Err(vm.type_error("when must be a number"));
    };
    if let Some(handle) = me.native::<Handle>() {
        handle.when.set(Some(seconds));
        handle.set_given_when(when);
    }
    fill(vm, &me, &mut args, 2)
}

fn fill(vm: &mut Vm, me: &Rc<Instance>, args: &mut Args, first: usize) -> NativeResult {
    let shared = Shared::of(vm);
    let (callback, arguments) = (args.take(first), args.take(first + 1));
    let owner = any_loop(vm, &args.take(first + 2))?;
    let context = shared.context_argument(vm, args.take(first + 3))?;
    let Some(handle) = me.native::<Handle>() else {
        return Ok(Value::None);
    };
    let _ = handle.owner.set(owner);
    let _ = handle.context.set(context);
    let me = Rc::clone(me);
    let tuple = Value::Class(Rc::clone(&vm.types.tuple));
    vm.run_async("__init__", move |cx| async move {
        let arguments = cx.call(&tuple, [arguments]).await?;
        if let Some(handle) = me.native::<Handle>() {
            let before = handle.call.replace(Call::Of(callback, arguments));
            drop(before);
        }
        Ok(Value::None)
    })
}

/// `_run()`: makes the call; what it raises goes to the loop's exception
/// handler. For loops that run their handles themselves.
fn run(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let Some(handle) = me.native::<Handle>() else {
        return Ok(Value::None);
    };
    let (context, owner) = (handle.context_shown(vm), instance(&handle.owner));
    let (callback, arguments) = handle.parts(vm);
    let arguments = items_of(&arguments).iter().cloned();
    let call = Args::positional([callback].into_iter().chain(arguments));
    vm.run_async("_run", move |cx| async move {
        let enter = cx.get_attr(&context, &intern("run")).await?;
        let Err(raise) = cx.call_args(&enter, call).await else {
            return Ok(Value::None);
        };
        if cx.with(|vm| Shared::of(vm).is_fatal(vm, &raise)) {
            return Err(raise);
        }
        report(&cx, &owner, me, &raise).await
    })
}

/// Tells the loop's exception handler that a handle's call failed.
pub(crate) async fn report(
    cx: &Cx,
    owner: &Value,
    failed: Rc<Instance>,
    raise: &Raise,
) -> NativeResult {
    let handle = Rc::clone(&failed);
    let started = cx.with(|vm| {
        // That of a native function has none, and a report would not show one.
        vm.place_if_unknown(raise);
        shown::text(vm, Rc::as_ptr(&handle).addr(), move |vm| {
            format!("Exception in callback {}", repr::handle_call(vm, &handle))
        })
    });
    let message = cx.finish(started).await?;
    let source = cx.with(|vm| {
        let state = failed.native::<Handle>();
        state.map_or(Value::None, |state| state.source(vm))
    });
    let mut pairs = vec![
        ("message", message),
        ("exception", raise.value()),
        ("handle", Value::Instance(failed)),
    ];
    if !source.is_none() {
        pairs.push(("source_traceback", source));
    }
    let before = cx.with(|vm| vm.begin_to_handle(raise));
    let told = cx
        .call_method(owner, "call_exception_handler", [dict_of(pairs)])
        .await;
    cx.with(|vm| vm.handle_again(before));
    told
}

/// Makes a call.
pub(crate) fn call(vm: &mut Vm, callback: &Value, args: &[Value]) -> NativeResult {
    if let Some(result) = vm.call_bound_shortcut(callback, args) {
        return result;
    }
    vm.call(callback, Args::positional(args.iter().cloned()))
}

/// The arguments in a tuple; none if there is no call.
pub(crate) fn items_of(args: &Value) -> &[Value] {
    match args {
        Value::Tuple(args) => args.items(),
        _ => &[],
    }
}

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
    if handle.cancelled.get() {
        return Ok(Value::None);
    }
    if handle.is_in_heap() {
        journal::plain(vm, Kind::TimerCancelled, handle.entity, Cause::Current);
    } else if handle.when.get().is_none() {
        journal::plain(vm, Kind::HandleCancelled, handle.entity, Cause::Current);
    }
    let in_debug_mode = handle
        .owner
        .get()
        .and_then(|owner| owner.native::<EventLoop>())
        .is_some_and(EventLoop::in_debug_mode);
    if in_debug_mode {
        return tell_and_cancel(vm, me);
    }
    cancel_quietly(handle);
    match handle.owner.get() {
        Some(owner) if handle.when.get().is_some() && owner.native::<EventLoop>().is_none() => {
            let owner = Value::Instance(Rc::clone(owner));
            vm.run_async("cancel", move |cx| async move {
                cx.call_method(&owner, "_timer_handle_cancelled", [Value::Instance(me)])
                    .await
            })
        }
        _ => Ok(Value::None),
    }
}

/// Cancels a handle, whose repr goes on showing the call.
fn tell_and_cancel(vm: &mut Vm, me: Rc<Instance>) -> NativeResult {
    vm.run_async("cancel", move |cx| async move {
        let shown = Rc::clone(&me);
        let address = Rc::as_ptr(&me).addr();
        let text =
            cx.with(|vm| shown::text(vm, address, move |vm| repr::cancelled_handle(vm, &shown)));
        let text = cx.finish(text).await?;
        if let Some(handle) = me.native::<Handle>() {
            let uncommon = handle.uncommon.get_or_init(Box::default);
            *uncommon.told.borrow_mut() = text.as_str().map(Rc::from);
            cancel_quietly(handle);
        }
        Ok(Value::None)
    })
}

/// Cancels a handle of one of our loops, without telling the log.
pub(crate) fn cancel_quietly(handle: &Handle) {
    if handle.cancelled.replace(true) {
        return;
    }
    let is_in_heap = handle.is_in_heap();
    if let Some(waiter) = handle.call.borrow().sleeper() {
        waiter.sleeps.set(false);
    }
    if is_in_heap
        && let Some(owner) = handle.owner.get()
        && let Some(event_loop) = owner.native::<EventLoop>()
    {
        event_loop.timer_cancelled();
    }
    let held = handle.call.take();
    drop(held);
}

fn cancelled(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let cancelled = me.native::<Handle>().is_some_and(|h| h.cancelled.get());
    Ok(Value::Bool(cancelled))
}

fn get_context(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    Ok(me
        .native::<Handle>()
        .map_or(Value::None, |handle| handle.context_shown(vm)))
}

fn represent(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let address = Rc::as_ptr(&me).addr();
    shown::text(vm, address, move |vm| repr::handle(vm, &me))
}

fn when(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    Ok(me.native::<Handle>().map_or(Value::None, Handle::when))
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
    if mine.when.get() != theirs.when.get() || mine.cancelled.get() != theirs.cancelled.get() {
        return Ok(Value::Bool(false));
    }
    let (mine, theirs) = (mine.parts(vm), theirs.parts(vm));
    let parts = [(mine.0, theirs.0), (mine.1, theirs.1)];
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
    let when = me.native::<Handle>().and_then(|h| h.when.get());
    let when = when.map_or(Value::None, Value::Float);
    vm.run_async("__hash__", move |cx| async move {
        Ok(Value::Int(cx.hash(&when).await?))
    })
}

fn compare(vm: &mut Vm, mut args: Args, holds: impl Fn(f64, f64) -> bool) -> NativeResult {
    let me = receiver::<Handle>(vm, &mut args)?;
    let other = args.take(1);
    let mine = me.native::<Handle>().and_then(|h| h.when.get());
    let theirs = crate::arguments::state_of::<Handle>(&other).and_then(|h| h.when.get());
    Ok(match (mine, theirs) {
        (Some(a), Some(b)) => Value::Bool(holds(a, b)),
        _ => Value::NotImplemented,
    })
}
