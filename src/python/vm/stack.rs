//! The stack of frames: starting a run, running it in slices, native frames.

use super::leave::GoOn;
use super::{Args, Frame, NativeResult, Outcome, Ret, Step, Vm};
use crate::object::{Binding, Raise, Value};

/// Why the machine stopped.
#[derive(Debug)]
pub enum RunStatus {
    /// The stack is empty: this came of its bottom frame.
    Finished(Outcome),
    /// The instructions asked for have run; there is more to do.
    OutOfFuel,
    /// A native frame has nothing to do until the host acts.
    Paused,
}

impl Vm {
    /// Runs for about `fuel` instructions, or until there is nothing to run.
    pub fn run(&mut self, fuel: u64) -> RunStatus {
        let left = self.options.max_instructions.saturating_sub(self.spent);
        let grant = i64::try_from(fuel.min(left)).unwrap_or(i64::MAX);
        self.fuel.set(grant);
        self.memory_told = false;
        let status = self.run_stack();
        self.caller = None;
        self.spent = self
            .spent
            .saturating_add_signed(grant.saturating_sub(self.fuel.get()));
        self.fuel.set(0);
        status
    }

    fn run_stack(&mut self) -> RunStatus {
        loop {
            self.caller = None;
            if self.result.is_some()
                && let Some(outcome) = self.result.take()
            {
                return RunStatus::Finished(outcome);
            }
            if self.log.is_halted() {
                return RunStatus::OutOfFuel;
            }
            match self.stack.pop() {
                None => return RunStatus::Finished(Outcome::Returned(Value::None)),
                Some(Frame::Python(frame)) => {
                    if self.run_python(frame) {
                        return RunStatus::OutOfFuel;
                    }
                }
                Some(Frame::Native(mut level)) => {
                    // An exception may be there to let go of memory: it goes on.
                    let is_raised = matches!(level.inbox, Some(Outcome::Raised(_)));
                    if self.fuel.get() <= 0 && !is_raised {
                        self.stack.push(Frame::Native(level));
                        return RunStatus::OutOfFuel;
                    }
                    self.spend_fuel(1);
                    let outcome = level.inbox.take();
                    self.caller_from_stack();
                    match level.code.resume(self, outcome) {
                        Step::Wait => {
                            self.set_pending_ret(Ret::Native);
                            self.stack.push(Frame::Native(level));
                            match self.pending.pop() {
                                // As a rule: a task's coroutine goes on.
                                Some(Frame::Python(only))
                                    if self.pending.is_empty() && !self.log.is_halted() =>
                                {
                                    self.caller = None;
                                    if self.run_python(only) {
                                        return RunStatus::OutOfFuel;
                                    }
                                }
                                last => {
                                    self.stack.append(&mut self.pending);
                                    self.stack.extend(last);
                                }
                            }
                        }
                        Step::Return(value) => self.deliver_below(value, level.ret),
                        Step::Raise(raise) => self.raise_below(raise, level.ret),
                        Step::Then(act) => {
                            self.stack.push(Frame::Native(level));
                            act(self);
                        }
                        Step::Pause => {
                            self.stack.push(Frame::Native(level));
                            if self.fuel.get() <= 0 {
                                return RunStatus::OutOfFuel;
                            }
                            return RunStatus::Paused;
                        }
                    }
                }
            }
        }
    }

    /// Runs a frame and what it calls; whether the host is to have its turn.
    #[inline(always)]
    fn run_python(&mut self, frame: Box<super::PyFrame>) -> bool {
        self.run_frames(frame);
        std::mem::take(&mut self.gives_way)
    }

    /// Gives way to the host; the frame goes on later.
    pub(super) fn give_way(&mut self, frame: Box<super::PyFrame>) -> GoOn {
        self.gives_way = true;
        self.stack.push(Frame::Python(frame));
        None
    }

    /// Hands a native frame's result to the frame on top of the stack.
    fn deliver_below(&mut self, value: Value, ret: Ret) {
        if let Some(frame) = self.pass_down(value, ret) {
            self.stack.push(Frame::Python(frame));
        }
    }

    /// Nothing is left of what the host granted. MemoryError if the heap has
    /// grown beyond its budget; only once, so that a program that catches it
    /// gives way to the host all the same.
    pub(super) fn out_of_fuel(&mut self) -> Result<(), Raise> {
        if self.memory_told {
            return Ok(());
        }
        self.has_room(0).inspect_err(|_| self.memory_told = true)
    }

    /// Whether the whole run's instructions are used up.
    pub fn is_exhausted(&self) -> bool {
        self.spent >= self.options.max_instructions
    }

    /// Makes the bottom frame of a run: a call of `callable`.
    pub fn start(&mut self, callable: &Value, args: Args) -> NativeResult {
        let result = self.call(callable, args);
        match result {
            Ok(Value::Undefined) => {
                self.stack.append(&mut self.pending);
                Ok(Value::Undefined)
            }
            other => other,
        }
    }

    /// Whether a native function binds like a method.
    pub(crate) fn binds(value: &Value) -> bool {
        match value {
            Value::Function(_) => true,
            Value::Native(f) => f.def.binding == Binding::Method,
            _ => false,
        }
    }

    /// Says what becomes of the result of the frames made pending.
    #[inline]
    pub(crate) fn set_pending_ret(&mut self, ret: Ret) {
        if let Some(first) = self.pending.first_mut() {
            first.set_ret(ret);
        }
    }
}
