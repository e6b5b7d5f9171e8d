//! What all loops of one machine share.

use crate::await_texts::AwaitTexts;
use crate::contexts::{self, Context};
use crate::end;
use crate::entities::Entities;
use crate::event_loop::EventLoop;
use crate::in_rust::Known;
use crate::names::Names;
use crate::shown::Reprs;
use coroscope_python::object::{Class, Instance, Layout, Value};
use coroscope_python::vm::{Vm, allow_attributes};
use coroscope_trace::{EntityId, EventIndex};
use coroscope_world::Clock;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// Layout of futures, and of tasks, which can stand in for them.
pub(crate) const FUTURE: Layout = Layout::Native("Future");

/// What a thread has of its own: its running loop, the handle whose call is
/// under way, its current context.
struct OfThread {
    running: Option<Rc<Instance>>,
    handle: Option<Rc<Instance>>,
    context: Rc<Instance>,
}

/// The classes, and what is current in this machine.
pub(crate) struct Shared {
    pub(crate) future: Rc<Class>,
    pub(crate) task: Rc<Class>,
    pub(crate) handle: Rc<Class>,
    pub(crate) timer_handle: Rc<Class>,
    pub(crate) event_loop: Rc<Class>,
    pub(crate) future_iterator: Rc<Class>,
    pub(crate) next_turn: Rc<Class>,
    pub(crate) context: Rc<Class>,
    pub(crate) context_var: Rc<Class>,
    pub(crate) token: Rc<Class>,
    pub(crate) cancelled_error: Rc<Class>,
    pub(crate) invalid_state: Rc<Class>,
    pub(crate) names: Names,
    pub(crate) clock: Rc<Clock>,
    /// The loop that runs now.
    pub(crate) running: RefCell<Option<Rc<Instance>>>,
    /// The handle whose call is under way.
    pub(crate) running_handle: RefCell<Option<Rc<Instance>>>,
    /// Of each thread that does not run.
    set_aside: RefCell<HashMap<u64, OfThread>>,
    /// The context that code runs in.
    pub(crate) current_context: RefCell<Rc<Instance>>,
    /// Every loop that was made.
    pub(crate) loops: RefCell<Vec<Weak<Instance>>>,
    /// What is known of loops that are not ours.
    pub(crate) foreign_loops: RefCell<Vec<(Weak<Instance>, Rc<EventLoop>)>>,
    /// For `Task-N`.
    pub(crate) tasks_made: Cell<u64>,
    /// Entities of objects written in Python (locks, scopes …), by identity.
    pub(crate) entities: RefCell<Entities>,
    /// For reprs.
    pub(crate) reprs: Reprs,
    /// Objects that are as the library made them.
    pub(crate) known: Known,
    /// The function that a sleep's timer calls.
    pub(crate) set_result: OnceCell<Value>,
    /// What stands behind `await`, by where.
    pub(crate) await_texts: AwaitTexts,
    /// The last deed at a primitive: what a hand-over is a consequence of.
    pub(crate) last_deed: Cell<EventIndex>,
    /// The request to cancel that is being carried out.
    pub(crate) cancelling: Cell<EventIndex>,
    /// Ctrl+C cancels just now.
    pub(crate) interrupts: Cell<bool>,
    /// The scope that cancels what is inside it just now, and its event.
    pub(crate) acting_scope: Cell<Option<(EntityId, EventIndex)>>,
}

/// Makes the classes and puts the state into the machine.
pub(crate) fn install(vm: &mut Vm) {
    let object = &vm.types.object;
    let future = vm.library_class("Future", "_asyncio", object, FUTURE);
    let task = vm.library_class("Task", "_asyncio", &future, FUTURE);
    let handle = vm.library_class("Handle", "asyncio.events", object, Layout::Native("Handle"));
    let timer_handle = vm.library_class(
        "TimerHandle",
        "asyncio.events",
        &handle,
        Layout::Native("Handle"),
    );
    let event_loop = vm.library_class(
        "BaseEventLoop",
        "_asyncio",
        object,
        Layout::Native("EventLoop"),
    );
    let next_turn = vm.library_class("_NextTurn", "_asyncio", object, Layout::Native("_NextTurn"));
    let future_iterator = vm.library_class("FutureIter", "_asyncio", object, Layout::Final);
    let context = vm.library_class("Context", "_contextvars", object, Layout::Final);
    let context_var = vm.library_class("ContextVar", "_contextvars", object, Layout::Final);
    let token = vm.library_class("Token", "_contextvars", object, Layout::Final);
    for class in [&future, &task, &event_loop] {
        allow_attributes(class);
    }
    let (base, error) = (
        Rc::clone(&vm.types.base_exception),
        Rc::clone(&vm.types.exception),
    );
    let module = "asyncio.exceptions";
    let cancelled_error = vm.library_class("CancelledError", module, &base, Layout::Exception);
    let invalid_state = vm.library_class("InvalidStateError", module, &error, Layout::Exception);
    let outermost = contexts::new_context(&context, Context::default());
    let clock = coroscope_world::clock(vm);
    if let Some(threads) = coroscope_world::threads::threads(vm) {
        threads.tell(switch_threads);
    }
    vm.at_shutdown(end::report_unfinished);
    vm.set_extension(Rc::new(Shared {
        future,
        task,
        handle,
        timer_handle,
        event_loop,
        future_iterator,
        next_turn,
        context,
        context_var,
        token,
        cancelled_error,
        invalid_state,
        names: Names::new(),
        clock,
        running: RefCell::new(None),
        running_handle: RefCell::new(None),
        set_aside: RefCell::default(),
        current_context: RefCell::new(outermost),
        loops: RefCell::default(),
        foreign_loops: RefCell::default(),
        tasks_made: Cell::new(0),
        entities: RefCell::default(),
        reprs: Reprs::default(),
        known: Known::default(),
        set_result: OnceCell::new(),
        await_texts: AwaitTexts::default(),
        last_deed: Cell::new(EventIndex::NONE),
        cancelling: Cell::new(EventIndex::NONE),
        interrupts: Cell::new(false),
        acting_scope: Cell::new(None),
    }));
}

/// Every thread has its own running loop and its own current context.
fn switch_threads(vm: &mut Vm, from: u64, ended: bool, to: u64) {
    let shared = Shared::of(vm);
    let mut all = shared.set_aside.borrow_mut();
    let next = all.remove(&to).unwrap_or_else(|| OfThread {
        running: None,
        handle: None,
        context: contexts::new_context(&shared.context, Context::default()),
    });
    let last = OfThread {
        running: shared.running.replace(next.running),
        handle: shared.running_handle.replace(next.handle),
        context: shared.current_context.replace(next.context),
    };
    if !ended {
        all.insert(from, last);
    }
}

impl Shared {
    /// The shared state of a machine that [`install`] has prepared.
    pub(crate) fn of(vm: &Vm) -> Rc<Shared> {
        match vm.extension() {
            Some(shared) => shared,
            // The module's own functions are only reachable after `install`.
            None => unreachable!("the event loop is not installed"),
        }
    }

    /// The running loop as a value, None outside of one.
    pub(crate) fn running_value(&self) -> Value {
        match &*self.running.borrow() {
            Some(running) => Value::Instance(Rc::clone(running)),
            None => Value::None,
        }
    }

    /// The current context, shared.
    pub(crate) fn context_now(&self) -> Rc<Instance> {
        Rc::clone(&self.current_context.borrow())
    }
}
