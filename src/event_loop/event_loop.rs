//! The state of an event loop, and its methods that schedule.

use crate::future::state as future_state;
use crate::ready::Ready;
use crate::timers::Timers;
use coroscope_python::object::{Instance, Native, Raise, Value};
use coroscope_python::vm::Vm;
use coroscope_trace::EntityId;
use coroscope_world::threads;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// The native state of an `EventLoop`.
#[derive(Debug, Default)]
pub(crate) struct EventLoop {
    /// What is to be run, first in first out.
    pub(crate) ready: RefCell<VecDeque<Ready>>,
    pub(crate) timers: RefCell<Timers>,
    /// Cancelled timers that are still in the heap.
    pub(crate) cancelled_timers: Cell<usize>,
    /// `stop()` was called: the turn in progress is the last.
    pub(crate) stopping: Cell<bool>,
    pub(crate) running: Cell<bool>,
    /// The thread that runs it.
    pub(crate) thread: Cell<u64>,
    pub(crate) closed: Cell<bool>,
    pub(crate) debug: Cell<bool>,
    /// What is to be run goes through the loop's own `call_soon`: it is not one
    /// of ours, or its class has another `call_soon`.
    pub(crate) has_own_call_soon: Cell<bool>,
    /// Its class has another `call_at`, which `call_later` calls.
    pub(crate) has_own_call_at: Cell<bool>,
    /// Its turns are Python code: see [`crate::own_turns`].
    pub(crate) has_own_turns: Cell<bool>,
    /// The task whose step runs.
    pub(crate) current_task: RefCell<Option<Rc<Instance>>>,
    /// Every task made for the loop, in that order; those that nobody has any
    /// more go in time.
    tasks: RefCell<Vec<Weak<Instance>>>,
    tasks_limit: Cell<usize>,
    /// `set_task_factory`; None: plain tasks.
    pub(crate) task_factory: RefCell<Value>,
    pub(crate) entity: Cell<Option<EntityId>>,
    /// Turns so far.
    pub(crate) turns: Cell<u32>,
}

/// How many dropped tasks may lie in the list before it is tidied.
const TASKS_AT_LEAST: usize = 64;

/// How many entries the ready queue keeps room for.
const READY_AT_LEAST: usize = 1024;

/// How many cancelled timers may lie in the heap before it is tidied.
const CANCELLED_AT_LEAST: usize = 100;

impl EventLoop {
    /// Puts something at the end of the ready queue.
    pub(crate) fn push_ready(&self, ready: Ready) {
        self.ready.borrow_mut().push_back(ready);
    }

    /// Takes the first thing out of the ready queue, which gives its memory back
    /// after a rush.
    pub(crate) fn pop_ready(&self) -> Option<Ready> {
        let mut ready = self.ready.borrow_mut();
        let next = ready.pop_front();
        if ready.capacity() > READY_AT_LEAST && ready.len() < ready.capacity() / 4 {
            let half = ready.capacity() / 2;
            ready.shrink_to(half);
        }
        next
    }

    /// An error if the loop is closed.
    pub(crate) fn check_open(&self, vm: &Vm) -> Result<(), Raise> {
        if self.closed.get() {
            return Err(vm.runtime_error("Event loop is closed"));
        }
        Ok(())
    }

    /// In debug mode, a running loop may be told of work by its own thread only.
    pub(crate) fn check_thread(&self, vm: &Vm) -> Result<(), Raise> {
        if self.debug.get() && self.running.get() && self.thread.get() != threads::current(vm) {
            return Err(vm.runtime_error(
                "Non-thread-safe operation invoked on an event loop other than the current one",
            ));
        }
        Ok(())
    }

    /// `get_debug()`
    pub(crate) fn in_debug_mode(&self) -> bool {
        self.debug.get()
    }

    /// Adds a new task to those that `all_tasks` knows.
    pub(crate) fn register(&self, task: &Rc<Instance>) {
        let mut tasks = self.tasks.borrow_mut();
        if tasks.len() >= self.tasks_limit.get().max(TASKS_AT_LEAST) {
            tasks.retain(|task| task.strong_count() > 0);
            self.tasks_limit.set(tasks.len() * 2);
        }
        tasks.push(Rc::downgrade(task));
    }

    /// The tasks that somebody still has, in the order of their making.
    pub(crate) fn known(&self) -> Vec<Rc<Instance>> {
        let tasks = self.tasks.borrow();
        tasks.iter().filter_map(Weak::upgrade).collect()
    }

    /// The unfinished ones among them.
    pub(crate) fn unfinished(&self) -> Vec<Rc<Instance>> {
        let tasks = self.tasks.borrow();
        let alive = tasks.iter().filter_map(Weak::upgrade);
        alive.filter(is_unfinished).collect()
    }

    /// A timer in the heap was cancelled. When most of them are, they go.
    pub(crate) fn timer_cancelled(&self) {
        let cancelled = self.cancelled_timers.get() + 1;
        self.cancelled_timers.set(cancelled);
        let mut timers = self.timers.borrow_mut();
        if cancelled > CANCELLED_AT_LEAST && cancelled * 2 > timers.len() {
            timers.tidy();
            self.cancelled_timers.set(0);
        }
    }

    /// Lets go of everything that is scheduled.
    pub(crate) fn clear(&self) {
        let ready = self.ready.take();
        let timers = self.timers.borrow_mut().drain();
        self.cancelled_timers.set(0);
        drop(ready);
        drop(timers);
    }
}

fn is_unfinished(task: &Rc<Instance>) -> bool {
    future_state(task).is_some_and(|state| !state.is_done())
}

impl Native for EventLoop {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        if let Ok(ready) = self.ready.try_borrow() {
            ready.iter().for_each(|ready| ready.contents(out));
        }
        if let Ok(timers) = self.timers.try_borrow() {
            timers.objects().for_each(|object| out.add_instance(object));
        }
        if let Ok(current) = self.current_task.try_borrow() {
            current.iter().for_each(|task| out.add_instance(task));
        }
        out.add_cell(&self.task_factory);
    }

    fn clear(&self, out: &mut Vec<Value>) {
        EventLoop::clear(self);
        // A run that was stopped leaves the task that was running, which holds the loop.
        out.extend(self.current_task.take().map(Value::Instance));
        out.push(self.task_factory.take());
    }
}
