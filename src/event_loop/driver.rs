//! The run of the loop: one native frame on the machine's stack, which goes
//! on each time a step or callback above it is over.
//!
//! A turn is exactly asyncio's: due timers move to the ready queue, then those
//! handles run that were in the queue at that moment.

use crate::callbacks;
use crate::deadlock;
use crate::event_loop::EventLoop;
use crate::future;
use crate::handle::{self, Call, Handle};
use crate::journal;
use crate::module;
use crate::ready::{Ready, Work};
use crate::step::{self, Before, Begun};
use crate::timers::{self, Due};
use crate::waiting_handles::of_work;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Raise, Value};
use coroscope_python::vm::{
    Args, NativeFrame, NativeResult, Outcome, Step, Vm, finalizers_waiting,
};
use coroscope_trace::{Cause, EntityId, EventIndex, Kind, Place};
use coroscope_world::threads::{self, Threads};
use std::rc::Rc;

/// What the frame is called on the machine's stack.
pub(crate) const NAME: &str = "event loop";

/// The frame.
pub(crate) struct Driver {
    shared: Rc<Shared>,
    owner: Rc<Instance>,
    /// The machine's, from the start on.
    threads: Option<Rc<Threads>>,
    waits: Wait,
    /// The step of a task that the frame above is, with what was current before
    /// it: apart from `waits`, which takes long to move.
    step: Option<(Rc<Instance>, Before)>,
    /// Handles of the turn that have not run.
    left: usize,
    in_turn: bool,
    started: bool,
    /// Other threads had their turn before the next one of the loop.
    gave_way: bool,
    /// The handle that runs: its entity.
    handle: EntityId,
    /// The event of the turn.
    turn: EventIndex,
    /// What was current before the loop ran.
    before: (EntityId, EventIndex, Option<Rc<Instance>>),
    /// Whose doing things were before the loop ran.
    account: usize,
    /// In debug mode: what runs, and since when.
    timed: Option<(Value, u64)>,
}

/// What the frame above is.
enum Wait {
    /// Nothing, or the step of a task.
    Nothing,
    /// The ends of what a step let go of, before the step's own end.
    Finalizers(Rc<Instance>, Before, Outcome),
    /// A callback, and what tells of it if it fails.
    Call(Called),
    /// Something that came of a step, or a report of an error.
    Rest,
}

/// A callback that runs.
struct Called {
    /// The context that was current before.
    before: Rc<Instance>,
    /// The handle that ran before.
    handle: Option<Rc<Instance>>,
    work: Work,
}

impl Driver {
    /// A driver of the loop that is `owner`'s.
    pub(crate) fn new(shared: Rc<Shared>, owner: Rc<Instance>) -> Driver {
        Driver {
            shared,
            owner,
            threads: None,
            waits: Wait::Nothing,
            step: None,
            left: 0,
            in_turn: false,
            started: false,
            gave_way: false,
            handle: EntityId::NONE,
            turn: EventIndex::NONE,
            before: (EntityId::MAIN, EventIndex::NONE, None),
            account: 0,
            timed: None,
        }
    }

    fn start(&mut self, vm: &mut Vm, event_loop: &EventLoop) {
        self.started = true;
        self.threads = threads::threads(vm);
        event_loop.running.set(true);
        event_loop.thread.set(threads::current(vm));
        let entity = event_loop.entity.get().unwrap_or(EntityId::NONE);
        let place = vm.visitor_place();
        let none = EntityId::NONE.0;
        let started = vm
            .log
            .emit(Kind::LoopStarted, entity, Cause::Current, place, none, 0);
        let outer = self.shared.running.replace(Some(Rc::clone(&self.owner)));
        self.before = (
            vm.set_running_entity(EntityId::MAIN),
            vm.log.set_current(started),
            outer,
        );
        self.account = vm.begin_own_account();
    }

    /// Leaves the loop, with its result or an exception.
    fn leave(&mut self, vm: &mut Vm, event_loop: &EventLoop) {
        event_loop.stopping.set(false);
        event_loop.running.set(false);
        vm.end_own_account(self.account);
        let (entity, event, outer) =
            std::mem::replace(&mut self.before, (EntityId::MAIN, EventIndex::NONE, None));
        *self.shared.running.borrow_mut() = outer;
        vm.set_running_entity(entity);
        let of = event_loop.entity.get().unwrap_or(EntityId::NONE);
        let stopped = journal::plain(vm, Kind::LoopStopped, of, Cause::Current);
        vm.log.set_current(event);
        vm.log.set_current(stopped);
    }

    /// Carries out the outcome of the frame above. An error leaves the loop.
    #[inline(always)]
    fn take(&mut self, vm: &mut Vm, event_loop: &EventLoop, outcome: Outcome) -> NativeResult {
        match self.step.take() {
            Some((task, before)) if !finalizers_waiting() => {
                self.end_step(vm, event_loop, &task, before, outcome)
            }
            step => self.take_other(vm, event_loop, step, outcome),
        }
    }

    /// The same for what is no usual end of a step.
    #[inline(never)]
    fn take_other(
        &mut self,
        vm: &mut Vm,
        event_loop: &EventLoop,
        step: Option<(Rc<Instance>, Before)>,
        outcome: Outcome,
    ) -> NativeResult {
        if let Some((task, before)) = step {
            // What the coroutine held last ends while its task still runs:
            // an asynchronous generator is closed before others wake up.
            return match vm.run_ends() {
                Ok(Value::Undefined) => {
                    self.waits = Wait::Finalizers(task, before, outcome);
                    Ok(Value::Undefined)
                }
                Ok(_) => self.end_step(vm, event_loop, &task, before, outcome),
                Err(raise) => {
                    self.waits = Wait::Finalizers(task, before, outcome);
                    Err(raise)
                }
            };
        }
        match std::mem::replace(&mut self.waits, Wait::Nothing) {
            Wait::Finalizers(task, before, of_step) => match outcome {
                // Only what stops the run gets here: the rest is reported.
                Outcome::Raised(raise) if vm.is_fatal() => Err(raise),
                _ => self.end_step(vm, event_loop, &task, before, of_step),
            },
            Wait::Call(called) => self.after_call(vm, called, outcome),
            Wait::Nothing | Wait::Rest => {
                self.handle_finished(vm);
                match outcome {
                    Outcome::Raised(raise) => Err(raise),
                    _ => Ok(Value::None),
                }
            }
        }
    }

    #[inline]
    fn end_step(
        &mut self,
        vm: &mut Vm,
        event_loop: &EventLoop,
        task: &Rc<Instance>,
        before: Before,
        outcome: Outcome,
    ) -> NativeResult {
        // What is in the ready queue of a loop is of that loop.
        let result = match future::state(task) {
            Some(state) => step::end_in(vm, &self.shared, event_loop, state, task, before, outcome),
            None => Ok(Value::None),
        };
        self.after_step(vm, result)
    }

    fn after_step(&mut self, vm: &mut Vm, result: NativeResult) -> NativeResult {
        match result {
            Ok(Value::Undefined) => {
                self.waits = Wait::Rest;
                Ok(Value::Undefined)
            }
            other => {
                self.handle_finished(vm);
                other
            }
        }
    }

    /// Enters the context of a callback, whose handle is this if it has one.
    fn enter(
        &self,
        context: &Rc<Instance>,
        handle: Option<&Rc<Instance>>,
    ) -> (Rc<Instance>, Option<Rc<Instance>>) {
        let before = callbacks::enter(&self.shared, context);
        let outer = self.shared.running_handle.replace(handle.cloned());
        (before, outer)
    }

    fn after_call(&mut self, vm: &mut Vm, mut called: Called, outcome: Outcome) -> NativeResult {
        let left = callbacks::leave(&self.shared, called.before);
        drop(self.shared.running_handle.replace(called.handle));
        // What the call has changed in a context that it shared is in another one.
        if let Work::Done { context, .. } | Work::Call { context, .. } = &mut called.work {
            *context = left;
        }
        match outcome {
            Outcome::Raised(raise) => {
                if self.shared.is_fatal(vm, &raise) {
                    self.handle_finished(vm);
                    return Err(raise);
                }
                let reported = self.report(vm, called.work, &raise);
                self.after_step(vm, reported)
            }
            Outcome::Returned(_) | Outcome::Yielded(_) => {
                self.handle_finished(vm);
                Ok(Value::None)
            }
        }
    }

    /// Tells the loop's exception handler that a callback failed.
    fn report(&mut self, vm: &mut Vm, work: Work, raise: &Raise) -> NativeResult {
        // Steps of tasks keep their exceptions.
        let Some(handle) = of_work(&self.shared, &self.owner, &work, self.handle) else {
            return Ok(Value::None);
        };
        let raise = raise.clone();
        let owner = Value::Instance(Rc::clone(&self.owner));
        vm.run_async("call_exception_handler", move |cx| async move {
            handle::report(&cx, &owner, handle, &raise).await
        })
    }

    fn handle_finished(&mut self, vm: &mut Vm) {
        if vm.log.is_recording() && self.handle.is_some() {
            journal::plain(vm, Kind::HandleFinished, self.handle, Cause::Current);
            vm.log.set_current(self.turn);
        }
        self.handle = EntityId::NONE;
    }

    /// Ends what a handle has let go of, before the next one runs, and tells of it if
    /// it took its time. `Ok(None)`: there is no more to do.
    #[inline(never)]
    fn end_handle(&mut self, vm: &mut Vm) -> NativeResult {
        if finalizers_waiting() {
            let ended = vm.run_ends()?;
            if ended.is_undefined() {
                self.waits = Wait::Rest;
                return Ok(ended);
            }
        }
        if self.timed.is_some() {
            let told = self.report_slow(vm)?;
            if told.is_undefined() {
                return Ok(told);
            }
        }
        Ok(Value::None)
    }

    /// In debug mode: what runs from now on, for [`Driver::report_slow`].
    fn begin_timing(&mut self, ready: &Ready) {
        let what = match &ready.work {
            Work::Step(task) | Work::Throw(task, _) | Work::Wake { task, .. } => {
                Value::Instance(Rc::clone(task))
            }
            work => {
                let handle = of_work(&self.shared, &self.owner, work, ready.entity);
                handle.map_or(Value::None, Value::Instance)
            }
        };
        self.timed = Some((what, self.shared.clock.now()));
    }

    /// In debug mode: tells of what has just run if it took its time.
    fn report_slow(&mut self, vm: &mut Vm) -> NativeResult {
        let Some((what, since)) = self.timed.take() else {
            return Ok(Value::None);
        };
        let taken = self.shared.clock.now().saturating_sub(since);
        if taken == 0 {
            return Ok(Value::None);
        }
        let seconds = Value::Float(coroscope_world::seconds(taken));
        let owner = Value::Instance(Rc::clone(&self.owner));
        let result = vm.run_async("_report_slow", move |cx| async move {
            cx.call_method(&owner, "_report_slow", [what, seconds])
                .await
        });
        if let Ok(Value::Undefined) = result {
            self.waits = Wait::Rest;
        }
        result
    }

    /// Lets other threads run before the next turn, if any of them can: they
    /// come before a jump of the clock. The machine is then to switch.
    fn give_way(&mut self, vm: &mut Vm, event_loop: &EventLoop) -> Result<bool, Raise> {
        let Some(threads) = self.threads.as_ref().filter(|threads| !threads.is_single()) else {
            return Ok(false);
        };
        if let Some(raise) = threads.take_fatal() {
            return Err(raise);
        }
        if threads.take_deadlock() {
            return Err(deadlock::found(vm, &self.owner, event_loop));
        }
        if !event_loop.ready.borrow().is_empty() || event_loop.stopping.get() {
            // Once for each turn: the other may be a loop, too.
            self.gave_way = !self.gave_way && threads.others_are_ready();
            if self.gave_way {
                threads.give_way();
            }
            return Ok(self.gave_way);
        }
        self.drop_cancelled(event_loop);
        let now = self.shared.clock.now();
        let timers = event_loop.timers.borrow();
        let deadline = timers.first().map(|t| timers::jump_target(now, t.when));
        let waits = threads.others_run_before(deadline) && deadline.is_none_or(|at| at > now);
        if waits {
            threads.wait(deadline, false, "the event loop");
        }
        Ok(waits)
    }

    /// Ends a turn that has no handles left, and begins the next one.
    fn next_turn(&mut self, vm: &mut Vm, event_loop: &EventLoop) -> Result<Turn, Raise> {
        if self.in_turn {
            self.end_turn(vm, event_loop);
            if event_loop.stopping.get() {
                self.leave(vm, event_loop);
                return Ok(Turn::Leaves(Step::Return(Value::None)));
            }
        }
        if self.give_way(vm, event_loop)? {
            return Ok(Turn::Leaves(Step::Then(threads::switch)));
        }
        self.begin_turn(vm, event_loop)?;
        Ok(match self.left {
            0 => Turn::Empty,
            _ => Turn::Begun,
        })
    }

    /// Begins the next turn.
    fn begin_turn(&mut self, vm: &mut Vm, event_loop: &EventLoop) -> Result<(), Raise> {
        self.drop_cancelled(event_loop);
        let of = event_loop.entity.get().unwrap_or(EntityId::NONE);
        let mut now = self.shared.clock.now();
        if event_loop.ready.borrow().is_empty() && !event_loop.stopping.get() {
            let first = {
                let timers = event_loop.timers.borrow();
                timers.first().map(|timer| (timer.when, timer.due.set_at()))
            };
            let Some((when, cause)) = first else {
                return Err(deadlock::found(vm, &self.owner, event_loop));
            };
            let target = timers::jump_target(now, when);
            if target > now {
                self.shared.clock.jump_to(target);
                vm.log.set_time(target);
                let jump = target - now;
                vm.log
                    .emit_wide(Kind::ClockAdvanced, of, cause.into(), Place::NONE, jump);
                now = target;
            }
        }
        self.move_due(vm, event_loop, now);
        self.left = event_loop.ready.borrow().len();
        let number = event_loop.turns.get().wrapping_add(1);
        event_loop.turns.set(number);
        if vm.log.is_recording() {
            let count = u32::try_from(self.left).unwrap_or(u32::MAX);
            self.turn = vm.log.emit(
                Kind::IterationStarted,
                of,
                Cause::Current,
                Place::NONE,
                count,
                number,
            );
            vm.log.set_current(self.turn);
        }
        self.in_turn = true;
        Ok(())
    }

    /// Lets go of cancelled timers at the top of the heap: the clock does not
    /// jump for them.
    fn drop_cancelled(&self, event_loop: &EventLoop) {
        loop {
            let gone = {
                let mut timers = event_loop.timers.borrow_mut();
                match timers.first() {
                    Some(timer) if timer.due.is_cancelled() => timers.pop(),
                    _ => return,
                }
            };
            let left = event_loop.cancelled_timers.get().saturating_sub(1);
            event_loop.cancelled_timers.set(left);
            if let Some(timer) = &gone {
                timer.due.leave();
            }
        }
    }

    /// Moves the timers that are due to the ready queue.
    fn move_due(&self, vm: &mut Vm, event_loop: &EventLoop, now: u64) {
        loop {
            let timer = {
                let mut timers = event_loop.timers.borrow_mut();
                match timers.first() {
                    Some(timer) if timers::is_due(now, timer.when) => timers.pop(),
                    _ => return,
                }
            };
            let Some(timer) = timer else {
                return;
            };
            let is_cancelled = timer.due.is_cancelled();
            let set_at = timer.due.set_at();
            timer.due.leave();
            if is_cancelled {
                let left = event_loop.cancelled_timers.get().saturating_sub(1);
                event_loop.cancelled_timers.set(left);
                continue;
            }
            let (work, entity) = match timer.due {
                Due::Handle(handle) => {
                    let entity = handle.native::<Handle>().map(|state| state.entity);
                    (Work::Handle(handle), entity.unwrap_or(EntityId::NONE))
                }
                Due::Sleep(waiter, _) => {
                    let entity = journal::own_timer_of(vm, &waiter);
                    (Work::EndSleep(waiter), entity)
                }
            };
            let event = journal::plain(vm, Kind::TimerDue, entity, set_at.into());
            event_loop.push_ready(Ready {
                work,
                entity,
                event,
            });
        }
    }

    fn end_turn(&mut self, vm: &mut Vm, event_loop: &EventLoop) {
        self.in_turn = false;
        if vm.log.is_recording() {
            let of = event_loop.entity.get().unwrap_or(EntityId::NONE);
            let number = event_loop.turns.get();
            vm.log.emit(
                Kind::IterationEnded,
                of,
                Cause::Current,
                Place::NONE,
                0,
                number,
            );
        }
    }

    /// Runs one handle. `Ok(Undefined)`: frames are pending.
    fn run_one(&mut self, vm: &mut Vm, event_loop: &EventLoop, ready: Ready) -> NativeResult {
        if let Work::Handle(handle) = &ready.work
            && is_cancelled(handle)
        {
            journal::plain(vm, Kind::HandleSkipped, ready.entity, ready.event.into());
            return Ok(Value::None);
        }
        self.handle = ready.entity;
        if vm.log.is_recording() {
            let cause = ready.event.into();
            let started = journal::plain(vm, Kind::HandleStarted, ready.entity, cause);
            vm.log.set_current(started);
        }
        let (task, thrown) = match ready.work {
            Work::Step(task) => (task, None),
            Work::Throw(task, raise) => (task, Some(raise)),
            Work::Wake { task, future } => {
                let state = future::state(&future);
                let thrown = state.and_then(|state| state.error_to_throw(vm, &self.shared));
                (task, thrown)
            }
            other => return self.call_back(vm, other),
        };
        self.step(vm, event_loop, task, thrown)
    }

    /// Runs what is no step of a task.
    fn call_back(&mut self, vm: &mut Vm, work: Work) -> NativeResult {
        let ((before, outer), result) = match &work {
            Work::Step(_) | Work::Throw(..) | Work::Wake { .. } => return Ok(Value::None),
            Work::Done {
                callback,
                future,
                context,
            } => {
                let entered = self.enter(context, None);
                let args = Args::positional([Value::Instance(Rc::clone(future))]);
                (entered, vm.call(callback, args))
            }
            Work::Call {
                args,
                callback,
                context,
            } => {
                let entered = self.enter(context, None);
                (entered, handle::call(vm, callback, args.items()))
            }
            Work::EndSleep(waiter) => {
                let result = module::end_sleep_now(vm, &self.shared, waiter);
                let result = match result {
                    Err(raise) if !self.shared.is_fatal(vm, &raise) => {
                        self.report(vm, work, &raise)
                    }
                    other => other,
                };
                return self.after_step(vm, result);
            }
            Work::Handle(handle) => {
                let Some(state) = handle.native::<Handle>() else {
                    return Ok(Value::None);
                };
                let Some(context) = state.context() else {
                    return Ok(Value::None);
                };
                let call = match &*state.call.borrow() {
                    Call::Nothing => return Ok(Value::None),
                    Call::Of(callback, args) => Ok((callback.clone(), args.clone())),
                    Call::EndsSleep(future, result) => Err((Rc::clone(future), result.clone())),
                };
                let entered = self.enter(context, Some(handle));
                let result = match call {
                    Ok((callback, args)) => handle::call(vm, &callback, handle::items_of(&args)),
                    Err((future, result)) => module::end_sleep(vm, &self.shared, &future, result),
                };
                (entered, result)
            }
        };
        let called = Called {
            before,
            handle: outer,
            work,
        };
        let outcome = match result {
            Ok(Value::Undefined) => {
                self.waits = Wait::Call(called);
                return Ok(Value::Undefined);
            }
            Ok(value) => Outcome::Returned(value),
            Err(raise) => Outcome::Raised(raise),
        };
        self.after_call(vm, called, outcome)
    }

    fn step(
        &mut self,
        vm: &mut Vm,
        event_loop: &EventLoop,
        task: Rc<Instance>,
        thrown: Option<Raise>,
    ) -> NativeResult {
        let begun = match future::state(&task) {
            Some(state) => {
                step::begin_in(vm, &self.shared, event_loop, state, &task, thrown, false)
            }
            None => Begun::Nothing,
        };
        match begun {
            Begun::Pushed(before) => {
                self.step = Some((task, before));
                Ok(Value::Undefined)
            }
            Begun::Over(before, outcome) => self.end_step(vm, event_loop, &task, before, outcome),
            Begun::Nothing => {
                self.handle_finished(vm);
                Ok(Value::None)
            }
        }
    }
}

/// How the loop goes on where a turn is over.
enum Turn {
    /// The next one has begun.
    Begun,
    /// There is nothing to do in it.
    Empty,
    /// It does not go on for now, or at all.
    Leaves(Step),
}

fn is_cancelled(handle: &Rc<Instance>) -> bool {
    handle
        .native::<Handle>()
        .is_some_and(|state| state.cancelled.get())
}

impl NativeFrame for Driver {
    fn resume(&mut self, vm: &mut Vm, outcome: Option<Outcome>) -> Step {
        let owner = Rc::clone(&self.owner);
        let Some(event_loop) = owner.native::<EventLoop>() else {
            return Step::Return(Value::None);
        };
        if !self.started {
            self.start(vm, event_loop);
        }
        let mut result = match outcome {
            Some(outcome) => self.take(vm, event_loop, outcome),
            None => Ok(Value::None),
        };
        // In the usual case once: the step of a task that it begins makes it wait.
        loop {
            match result {
                Ok(Value::Undefined) => return Step::Wait,
                // Nothing to drop, which the drop would find out by a call.
                Ok(value) if value.is_plain() => std::mem::forget(value),
                Ok(_) => {}
                Err(raise) => {
                    self.leave(vm, event_loop);
                    return Step::Raise(raise);
                }
            }
            if finalizers_waiting() || self.timed.is_some() {
                result = self.end_handle(vm);
                if !matches!(result, Ok(Value::None)) {
                    continue;
                }
            }
            if self.left == 0 {
                match self.next_turn(vm, event_loop) {
                    Ok(Turn::Begun) => {}
                    Ok(Turn::Empty) => {
                        if !vm.spend(1) {
                            return Step::Pause;
                        }
                        result = Ok(Value::None);
                        continue;
                    }
                    Ok(Turn::Leaves(step)) => return step,
                    Err(raise) => {
                        result = Err(raise);
                        continue;
                    }
                }
            }
            self.left -= 1;
            let Some(ready) = event_loop.pop_ready() else {
                result = Ok(Value::None);
                continue;
            };
            if event_loop.in_debug_mode() {
                self.begin_timing(&ready);
            }
            let may_go_on = vm.spend(1);
            result = self.run_one(vm, event_loop, ready);
            if !may_go_on && !matches!(result, Ok(Value::Undefined) | Err(_)) {
                return Step::Pause;
            }
        }
    }

    fn name(&self) -> &'static str {
        NAME
    }
}
