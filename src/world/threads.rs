//! Which thread runs, and what the others wait for.
//!
//! Threads of a program are stacks that take turns. One runs until it waits,
//! sleeps or ends; nothing else takes the machine from it. Then the next that
//! was woken runs, and when none is, the clock jumps to the earliest deadline.
//! A new thread runs at once, before its maker goes on. So a program with
//! threads does the same every time.

use coroscope_python::object::{Raise, Value};
use coroscope_python::vm::{Args, NativeFrame, Outcome, Step, Stop, ThreadState, Vm};
use coroscope_trace::EventIndex;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// `threading.get_ident()` of the thread that the program begins in.
pub const MAIN: u64 = 1;

/// Told of every change of threads: the one that ran, whether it has ended,
/// and the one that runs from now on.
pub type OnSwitch = fn(&mut Vm, u64, bool, u64);

/// What a thread that does not run waits for.
#[derive(Debug)]
enum Waits {
    /// Its turn.
    Turn,
    /// To be woken, at the latest at a deadline; with a description for
    /// deadlocks. One that sleeps is not woken earlier.
    Woken {
        deadline: Option<u64>,
        number: u64,
        asleep: bool,
        what: Rc<str>,
    },
}

#[derive(Debug)]
struct Thread {
    ident: u64,
    name: Rc<str>,
    waits: Waits,
    /// `None` while it runs.
    state: Option<ThreadState>,
    /// Was woken; if it was not waiting, its next wait is over at once.
    woken: bool,
}

/// The threads of a machine.
#[derive(Debug)]
pub struct Threads {
    all: RefCell<Vec<Thread>>,
    /// Those whose turn comes, in this order.
    ready: RefCell<VecDeque<u64>>,
    current: Cell<u64>,
    last: Cell<u64>,
    waits: Cell<u64>,
    ended: Cell<bool>,
    on_switch: Cell<Option<OnSwitch>>,
    /// What the main thread is to end with.
    fatal: RefCell<Option<Raise>>,
    deadlocked: Cell<bool>,
}

/// Puts the main thread into a machine.
pub(crate) fn install(vm: &mut Vm) {
    let main = Thread {
        ident: MAIN,
        name: "MainThread".into(),
        waits: Waits::Turn,
        state: None,
        woken: false,
    };
    vm.set_extension(Rc::new(Threads {
        all: RefCell::new(vec![main]),
        ready: RefCell::default(),
        current: Cell::new(MAIN),
        last: Cell::new(MAIN),
        waits: Cell::new(0),
        ended: Cell::new(false),
        on_switch: Cell::new(None),
        fatal: RefCell::new(None),
        deadlocked: Cell::new(false),
    }));
}

/// The threads of a machine that [`crate::install`] has prepared.
pub fn threads(vm: &Vm) -> Option<Rc<Threads>> {
    vm.extension()
}

/// The thread that runs.
pub fn current(vm: &Vm) -> u64 {
    threads(vm).map_or(MAIN, |threads| threads.current.get())
}

impl Threads {
    /// Has a higher floor told of every change of threads.
    pub fn tell(&self, on_switch: OnSwitch) {
        self.on_switch.set(Some(on_switch));
    }

    /// Whether there is only one thread.
    pub fn is_single(&self) -> bool {
        self.all.borrow().len() == 1
    }

    /// Whether another thread would run if this one waited until `deadline`,
    /// in virtual nanoseconds.
    pub fn others_run_before(&self, deadline: Option<u64>) -> bool {
        if !self.ready.borrow().is_empty() {
            return true;
        }
        let main_waits = self.current.get() != MAIN;
        self.earliest().is_some_and(|(at, ident)| {
            deadline.is_none_or(|mine| at < mine || at == mine && !(main_waits && ident == MAIN))
        })
    }

    /// Whether another thread only waits for its turn.
    pub fn others_are_ready(&self) -> bool {
        !self.ready.borrow().is_empty()
    }

    /// The next deadline, and whose it is. The main thread comes last of
    /// those that are due at the same time, the others in the order of waiting.
    fn earliest(&self) -> Option<(u64, u64)> {
        let all = self.all.borrow();
        let due = all.iter().filter_map(|thread| match thread.waits {
            Waits::Woken {
                deadline: Some(at),
                number,
                ..
            } => Some((at, thread.ident == MAIN, number, thread.ident)),
            _ => None,
        });
        due.min().map(|(at, _, _, ident)| (at, ident))
    }

    fn change<R>(&self, ident: u64, change: impl FnOnce(&mut Thread) -> R) -> Option<R> {
        let mut all = self.all.borrow_mut();
        all.iter_mut().find(|t| t.ident == ident).map(change)
    }

    /// The current thread waits from now on. To be followed by [`switch`].
    pub fn wait(&self, deadline: Option<u64>, asleep: bool, what: &str) {
        self.waits.set(self.waits.get() + 1);
        let number = self.waits.get();
        self.change(self.current.get(), |thread| {
            thread.woken = false;
            thread.waits = Waits::Woken {
                deadline,
                number,
                asleep,
                what: what.into(),
            };
        });
    }

    /// The current thread lets the others run that are ready. To be followed
    /// by [`switch`].
    pub fn give_way(&self) {
        self.ready.borrow_mut().push_back(self.current.get());
    }

    /// Ends the wait of a thread, or its next one.
    pub fn wake(&self, ident: u64) {
        let ready = self.change(ident, |thread| {
            thread.woken = true;
            let waits = matches!(thread.waits, Waits::Woken { asleep: false, .. });
            if waits {
                thread.waits = Waits::Turn;
            }
            waits
        });
        if ready == Some(true) {
            self.ready.borrow_mut().push_back(ident);
        }
    }

    /// Whether the current thread was woken since it last began to wait.
    pub fn take_woken(&self) -> bool {
        self.change(self.current.get(), |thread| {
            std::mem::take(&mut thread.woken)
        })
        .unwrap_or(false)
    }

    /// Makes a thread that runs `callable()` and is the next to run.
    pub fn start(&self, callable: Value, name: &str, cause: EventIndex) -> u64 {
        let ident = self.last.get() + 1;
        self.last.set(ident);
        let body = Box::new(Body {
            callable: Some(callable),
        });
        self.all.borrow_mut().push(Thread {
            ident,
            name: name.into(),
            waits: Waits::Turn,
            state: Some(ThreadState::new(body, cause)),
            woken: false,
        });
        self.ready.borrow_mut().push_back(ident);
        ident
    }

    /// What the main thread has to raise in place of going on.
    pub fn take_fatal(&self) -> Option<Raise> {
        self.fatal.borrow_mut().take()
    }

    /// Whether the main thread goes on only because nothing else can.
    pub fn take_deadlock(&self) -> bool {
        self.deadlocked.replace(false)
    }

    /// A line for each thread that waits, and for what.
    pub fn who_waits(&self) -> Vec<String> {
        let all = self.all.borrow();
        let waiting = all.iter().filter_map(|thread| match &thread.waits {
            Waits::Woken { what, .. } => Some(format!("  {} waits in {what}", thread.name)),
            Waits::Turn => None,
        });
        waiting.collect()
    }

    /// Whose turn it is; the clock jumps if all wait for a time to come.
    fn next(&self, vm: &mut Vm) -> u64 {
        if let Some(ident) = self.ready.borrow_mut().pop_front() {
            return ident;
        }
        match self.earliest() {
            Some((at, ident)) => {
                let clock = crate::clock(vm);
                clock.jump_to(at);
                vm.log.set_time(clock.now());
                ident
            }
            None => {
                if self.fatal.borrow().is_none() {
                    self.deadlocked.set(true);
                }
                MAIN
            }
        }
    }
}

/// Takes up the thread whose turn it is. The current one waits, gives way or
/// has ended.
pub fn switch(vm: &mut Vm) {
    let Some(threads) = threads(vm) else {
        return;
    };
    let (from, ended) = (threads.current.get(), threads.ended.replace(false));
    let to = threads.next(vm);
    let taken = threads.change(to, |thread| {
        if !threads_deadlocked(&threads) {
            thread.waits = Waits::Turn;
        }
        thread.state.take()
    });
    let Some(Some(mut state)) = taken else {
        // It is the one that ran.
        return;
    };
    vm.swap_threads(&mut state);
    threads.current.set(to);
    if ended {
        threads.all.borrow_mut().retain(|t| t.ident != from);
        drop(state);
    } else {
        threads.change(from, |thread| thread.state = Some(state));
    }
    if let Some(on_switch) = threads.on_switch.get() {
        on_switch(vm, from, ended, to);
    }
}

fn threads_deadlocked(threads: &Threads) -> bool {
    threads.deadlocked.get()
}

/// The bottom frame of a thread.
struct Body {
    callable: Option<Value>,
}

impl NativeFrame for Body {
    fn resume(&mut self, vm: &mut Vm, outcome: Option<Outcome>) -> Step {
        let result = match (self.callable.take(), outcome) {
            (Some(callable), _) => vm.call(&callable, Args::default()),
            (None, Some(Outcome::Raised(raise))) => Err(raise),
            (None, _) => Ok(Value::None),
        };
        if let Ok(Value::Undefined) = result {
            return Step::Wait;
        }
        if let Some(threads) = threads(vm) {
            // The library catches everything that can be caught.
            if let Err(raise) = result {
                *threads.fatal.borrow_mut() = Some(raise);
                threads.ready.borrow_mut().retain(|ident| *ident != MAIN);
                threads.ready.borrow_mut().push_front(MAIN);
            }
            threads.ended.set(true);
        }
        Step::Then(switch)
    }

    fn name(&self) -> &'static str {
        "thread"
    }
}

/// A wait of the current thread, as a frame on its stack.
pub(crate) struct Pause {
    pub(crate) deadline: Option<u64>,
    pub(crate) how: How,
    begun: bool,
}

/// What a thread does with the time.
pub(crate) enum How {
    /// Lets the others run that are ready.
    GivesWay,
    /// Nothing can wake it before the deadline.
    Sleeps,
    /// Waits to be woken, in a function of the library.
    Waits(Rc<str>),
}

impl Pause {
    pub(crate) fn new(deadline: Option<u64>, how: How) -> Pause {
        Pause {
            deadline,
            how,
            begun: false,
        }
    }
}

impl NativeFrame for Pause {
    fn resume(&mut self, vm: &mut Vm, _: Option<Outcome>) -> Step {
        let Some(threads) = threads(vm) else {
            return Step::Return(Value::None);
        };
        if !self.begun {
            self.begun = true;
            match &self.how {
                How::GivesWay => threads.give_way(),
                How::Sleeps => threads.wait(self.deadline, true, "time.sleep()"),
                How::Waits(what) => {
                    if threads.take_woken() {
                        return Step::Return(Value::Bool(true));
                    }
                    threads.wait(self.deadline, false, what);
                }
            }
            return Step::Then(switch);
        }
        if let Some(raise) = threads.take_fatal() {
            return Step::Raise(raise);
        }
        if threads.take_deadlock() {
            let mut lines =
                vec!["deadlock: every thread waits, and nothing can wake one".to_owned()];
            lines.append(&mut threads.who_waits());
            lines.push(String::new());
            vm.write_stderr(&lines.join("\n"));
            return Step::Raise(vm.stop_for(Stop::Deadlock));
        }
        match self.how {
            How::Waits(_) => Step::Return(Value::Bool(threads.take_woken())),
            How::GivesWay | How::Sleeps => Step::Return(Value::None),
        }
    }

    fn name(&self) -> &'static str {
        "pause"
    }
}
