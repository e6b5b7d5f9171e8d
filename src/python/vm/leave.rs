//! Where the dispatch loop goes on after an instruction that leaves its fast path.
//!
//! Each way ends with the Python frame to go on with, or with the end of the
//! loop. What the usual calls and returns need is part of the loop's own code.

use super::fast::{begin_with, is_direct, set_register};
use super::{Frame, NativeResult, PyFrame, Ret, Vm, finalizers_waiting};
use crate::code::Reg;
use crate::object::{Function, Generator, Raise, Value};
use std::rc::{Rc, Weak};

/// Why an instruction leaves the dispatch loop's fast path, calls and returns apart.
pub(super) enum Leave {
    /// Frames are pending. What becomes of their result, if they do not know yet.
    Push(Option<Ret>),
    /// Objects whose end is visible are to be ended before the next instruction.
    Finalize,
    /// No fuel is left after a jump back.
    Fuel {
        /// Behind the jump.
        from: usize,
    },
    /// A jump that depends on the truth of an object that has to be asked.
    Branch {
        /// The object.
        result: NativeResult,
        /// The truth that jumps.
        jump_if: bool,
        /// Where to.
        target: usize,
    },
    /// The instruction raises.
    Raise(Raise),
}

/// The Python frame to go on with; without one the dispatch loop ends, and the
/// loop around it looks at the stack, or gives way to the host.
pub(super) type GoOn = Option<Box<PyFrame>>;

impl Vm {
    /// Goes on where the call returns to.
    #[inline(always)]
    pub(super) fn return_to_caller(&mut self, frame: Box<PyFrame>, value: Value) -> GoOn {
        let below = self.return_value(frame, value)?;
        if finalizers_waiting() {
            return self.end_waiting(below);
        }
        Some(below)
    }

    /// Goes on in the function, whose parameters, or the first of them, are the
    /// arguments. They are taken out.
    #[inline(always)]
    pub(super) fn call_in_place(
        &mut self,
        frame: Box<PyFrame>,
        function: Rc<Function>,
        arguments: &mut [Value],
        d: Reg,
    ) -> GoOn {
        if !is_direct(&function, arguments.len()) {
            return self.start_indirect(frame, function, arguments, d);
        }
        let mut callee = self.frames.take(function);
        take_arguments(&mut callee, arguments);
        self.enter(frame, callee, d)
    }

    /// The callee's frame runs, and gives its result to the caller's.
    #[inline(always)]
    pub(super) fn enter(&mut self, frame: Box<PyFrame>, mut callee: Box<PyFrame>, d: Reg) -> GoOn {
        callee.ret = Ret::Reg(d);
        self.spend_fuel(8);
        if self.fuel.get() <= 0 {
            return self.enter_later(frame, callee);
        }
        if self.stack.len() >= self.most_below {
            return self.too_deep(frame);
        }
        self.stack.push(Frame::Python(frame));
        Some(callee)
    }

    /// Goes on in a generator's frame, which runs until it yields or is over.
    #[inline(always)]
    pub(super) fn run_above(&mut self, frame: Box<PyFrame>, generator: Box<PyFrame>) -> GoOn {
        if self.stack.len() >= self.most_below {
            drop(generator);
            return self.too_deep(frame);
        }
        self.stack.push(Frame::Python(frame));
        Some(generator)
    }

    /// `generator.send(value)` for a generator or coroutine.
    #[inline(never)]
    pub(super) fn send_in_place(
        &mut self,
        frame: Box<PyFrame>,
        generator: Value,
        value: Value,
        d: Reg,
    ) -> GoOn {
        let Value::Generator(generator) = &generator else {
            let raise = self.type_error("send() of something that is no generator");
            return self.raise_in(frame, raise);
        };
        match self.pick_up(generator, value) {
            Ok(Some(mut resumed)) => {
                resumed.ret = Ret::Reg(d);
                self.run_above(frame, resumed)
            }
            Ok(None) => {
                let raise = self.sent_to_closed(generator);
                self.raise_in(frame, raise)
            }
            Err(raise) => self.raise_in(frame, raise),
        }
    }

    /// The next item of a generator goes to register `d`. At its end register
    /// `iter` is cleared, and so many instructions are skipped.
    #[inline(never)]
    pub(super) fn next_in_place(
        &mut self,
        mut frame: Box<PyFrame>,
        generator: &Rc<Generator>,
        (d, iter, skip): (Reg, Reg, u16),
    ) -> GoOn {
        match self.pick_up(generator, Value::None) {
            Ok(Some(mut resumed)) => {
                resumed.ret = Ret::ForNext { d, iter, skip };
                self.run_above(frame, resumed)
            }
            Ok(None) => {
                set_register(&mut frame, iter, Value::Undefined);
                frame.pc += u32::from(skip);
                Some(frame)
            }
            Err(raise) => self.raise_in(frame, raise),
        }
    }

    #[cold]
    fn enter_later(&mut self, frame: Box<PyFrame>, callee: Box<PyFrame>) -> GoOn {
        if let Err(raise) = self.out_of_fuel() {
            return self.raise_in(frame, raise);
        }
        self.stack.push(Frame::Python(frame));
        self.give_way(callee)
    }

    #[cold]
    fn too_deep(&mut self, frame: Box<PyFrame>) -> GoOn {
        let raise = self.recursion_error("maximum recursion depth exceeded");
        self.raise_in(frame, raise)
    }

    /// Goes on in the frames that are pending; their result goes there.
    #[inline(always)]
    pub(super) fn push_pending(&mut self, frame: Box<PyFrame>, ret: Option<Ret>) -> GoOn {
        if let Some(ret) = ret {
            self.set_pending_ret(ret);
        }
        if self.stack.len() >= self.most_below {
            self.pending.clear();
            return self.too_deep(frame);
        }
        self.stack.push(Frame::Python(frame));
        if let [Frame::Python(_)] = self.pending.as_slice()
            && let Some(Frame::Python(next)) = self.pending.pop()
        {
            return Some(next);
        }
        self.stack.append(&mut self.pending);
        None
    }

    /// Ends what has a visible end and waits for it, as before any instruction.
    pub(super) fn end_waiting(&mut self, mut frame: Box<PyFrame>) -> GoOn {
        if self.interrupted
            && let Some(raise) = self.interruption()
        {
            // As if by the next instruction.
            frame.pc += 1;
            return self.raise_in(frame, raise);
        }
        match self.run_finalizers() {
            Ok(Value::Undefined) => self.push_pending(frame, Some(Ret::Discard)),
            Ok(_) if self.log.is_halted() => self.give_way(frame),
            Ok(_) => Some(frame),
            Err(raise) => self.raise_in(frame, raise),
        }
    }

    /// Goes on after what was let go of has ended, as before any next instruction.
    #[inline(always)]
    pub(super) fn go_on_after_ends(&mut self, frame: Box<PyFrame>) -> GoOn {
        if finalizers_waiting() {
            return self.end_waiting(frame);
        }
        Some(frame)
    }

    /// After a jump back, from before this instruction, that nothing was left for.
    pub(super) fn refuel(&mut self, mut frame: Box<PyFrame>, from: usize) -> GoOn {
        self.spend_fuel(from as i64 - i64::from(frame.pc));
        match self.out_of_fuel() {
            // An endless loop without a call hears of Stop here.
            Ok(()) if self.interrupted => self.end_waiting(frame),
            Ok(()) => self.give_way(frame),
            Err(raise) => {
                // It is the jump that raises, not its target.
                frame.pc = from as u32;
                self.raise_in(frame, raise)
            }
        }
    }

    /// Asks the object for its truth, and jumps if it is this one.
    pub(super) fn branch(
        &mut self,
        mut frame: Box<PyFrame>,
        result: NativeResult,
        jump_if: bool,
        target: usize,
    ) -> GoOn {
        let truth = match result {
            Ok(Value::Undefined) => Ok(Value::Undefined),
            Ok(value) => self.truth(&value),
            Err(raise) => Err(raise),
        };
        match truth {
            Ok(Value::Undefined) => {
                let target = target as u32;
                self.push_pending(frame, Some(Ret::Jump { jump_if, target }))
            }
            Ok(truth) if matches!(truth, Value::Bool(true)) == jump_if => {
                let from = frame.pc as usize;
                frame.pc = target as u32;
                if target >= from {
                    return Some(frame);
                }
                let cost = (from - target) as i64;
                if self.fuel.get() <= cost {
                    return self.refuel(frame, from);
                }
                self.spend_fuel(cost);
                self.go_on_after_ends(frame)
            }
            Ok(_) => Some(frame),
            Err(raise) => self.raise_in(frame, raise),
        }
    }

    /// The instruction that the frame stands behind raises.
    pub(super) fn raise_in(&mut self, frame: Box<PyFrame>, raise: Raise) -> GoOn {
        if self.passing.as_ptr() == Rc::as_ptr(&raise.0) {
            self.passing = Weak::new();
        } else {
            self.set_context(&raise);
        }
        self.unwind(frame, raise)
    }
}

/// Moves the arguments of a call into a frame that has no parameters yet.
#[inline(always)]
pub(super) fn take_arguments(callee: &mut PyFrame, arguments: &mut [Value]) {
    for (parameter, argument) in callee.registers.iter_mut().zip(arguments) {
        begin_with(parameter, argument.take());
    }
}
