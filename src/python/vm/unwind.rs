//! Leaving frames: results, yields and exceptions on their way down the stack.

use super::fast::set_register;
use super::{Frame, Outcome, PyFrame, Ret, Vm};
use crate::code::{CodeKind, Instr};
use crate::object::{GeneratorState, Instance, Raise, TracebackEntry, Value};
use std::rc::Rc;

/// What follows an instruction that left the fast path.
pub(crate) enum Flow {
    /// The next instruction of the same frame.
    Next,
    /// Frames are pending above the running one.
    Push,
}

impl Vm {
    /// The same for the usual case, in which a call of a function gives a value
    /// to the Python frame that called.
    #[inline(always)]
    pub(crate) fn return_value(
        &mut self,
        frame: Box<PyFrame>,
        value: Value,
    ) -> Option<Box<PyFrame>> {
        if let Ret::Reg(d) = frame.ret
            && frame.generator.is_none()
            && frame.makes.is_undefined()
            && matches!(self.stack.last(), Some(Frame::Python(_)))
            && let Some(Frame::Python(mut below)) = self.stack.pop()
        {
            self.caller = None;
            self.frames.give_called(frame);
            set_register(&mut below, d, value);
            return Some(below);
        }
        self.return_from(frame, value)
    }

    /// A frame is done with `value`. Returns the Python frame to go on with;
    /// `None` if that is for the host loop to find out.
    pub(crate) fn return_from(
        &mut self,
        mut frame: Box<PyFrame>,
        value: Value,
    ) -> Option<Box<PyFrame>> {
        self.caller = None;
        let ret = std::mem::take(&mut frame.ret);
        let makes = frame.makes.take();
        let generator = frame.generator.take();
        let handled = frame.handled.take();
        self.frames.give(frame);
        let Some(generator) = generator else {
            if makes.is_undefined() {
                return self.pass_down(value, ret);
            }
            if !value.is_none() && !matches!(makes, Value::Module(_)) {
                let name = self.type_name(&value);
                let raise = self.type_error(format!("__init__() should return None, not '{name}'"));
                return self.raise_down(raise, ret);
            }
            return self.pass_down(makes, ret);
        };
        self.handled = handled;
        generator.state.set(GeneratorState::Closed);
        self.log_generator_returned(&generator, &value);
        if generator.kind == CodeKind::AsyncGenerator {
            generator.async_running.set(false);
            let raise = self.exception(&self.types.stop_async_iteration, Vec::new());
            return self.raise_down(raise, ret);
        }
        match ret {
            Ret::ForNext { iter, skip, .. } => match self.stack.pop() {
                Some(Frame::Python(mut below)) => {
                    set_register(&mut below, iter, Value::Undefined);
                    below.pc += u32::from(skip);
                    self.go_on_after_ends(below)
                }
                other => {
                    self.stack.extend(other);
                    None
                }
            },
            Ret::Delegate { .. } | Ret::Native | Ret::Discard => self.pass_down(value, ret),
            _ => {
                let raise = self.stop_iteration(value);
                self.raise_down(raise, ret)
            }
        }
    }

    /// Hands a result to the frame below.
    pub(crate) fn pass_down(&mut self, value: Value, ret: Ret) -> Option<Box<PyFrame>> {
        match self.stack.pop() {
            None => {
                self.result = Some(Outcome::Returned(value));
                None
            }
            Some(Frame::Native(mut level)) => {
                level.inbox = Some(Outcome::Returned(value));
                self.stack.push(Frame::Native(level));
                None
            }
            Some(Frame::Python(mut below)) => {
                match ret {
                    Ret::Reg(d) => {
                        set_register(&mut below, d, value);
                        return Some(below);
                    }
                    Ret::DelegateCall { .. } => return self.yield_on(below, value),
                    _ => {}
                }
                match self.deliver(&mut below, value, ret) {
                    Ok(Flow::Next) => self.go_on_after_ends(below),
                    Ok(Flow::Push) => {
                        self.stack.push(Frame::Python(below));
                        self.stack.append(&mut self.pending);
                        None
                    }
                    Err(raise) => {
                        self.set_context(&raise);
                        self.unwind(below, raise)
                    }
                }
            }
        }
    }

    /// Puts a result where the frame wants it.
    pub(crate) fn deliver(
        &mut self,
        frame: &mut PyFrame,
        value: Value,
        ret: Ret,
    ) -> Result<Flow, Raise> {
        match ret {
            Ret::Discard | Ret::Native | Ret::DelegateCall { .. } => {}
            Ret::Reg(d) | Ret::InPlaceOf(d) | Ret::ForNext { d, .. } => {
                set_register(frame, d, value);
            }
            Ret::Jump { .. } | Ret::Not(_) | Ret::Truth(_) => {
                let truth = match self.truth(&value)? {
                    Value::Undefined => {
                        self.set_pending_ret(ret);
                        return Ok(Flow::Push);
                    }
                    truth => matches!(truth, Value::Bool(true)),
                };
                match ret {
                    Ret::Jump { jump_if, target } if truth == jump_if => frame.pc = target,
                    Ret::Not(d) => set_register(frame, d, Value::Bool(!truth)),
                    Ret::Truth(d) => set_register(frame, d, Value::Bool(truth)),
                    _ => {}
                }
            }
            Ret::Delegate { d, iter, .. } => {
                set_register(frame, iter, Value::Undefined);
                set_register(frame, d, value);
                frame.pc += 1;
            }
        }
        Ok(Flow::Next)
    }

    /// The running generator frame yields with its own `yield`.
    #[inline(never)]
    pub(crate) fn yield_from(
        &mut self,
        mut frame: Box<PyFrame>,
        value: Value,
    ) -> Option<Box<PyFrame>> {
        self.caller = None;
        // Most generators yield to a frame that waits for no more than the item.
        if let Ret::Reg(d) | Ret::InPlaceOf(d) | Ret::ForNext { d, .. } = frame.ret
            && frame.code.kind == CodeKind::Generator
            && matches!(self.stack.last(), Some(Frame::Python(_)))
        {
            if self.log.is_recording() {
                self.log_generator_yielded(&frame, &value);
            }
            frame.ret = Ret::Discard;
            self.set_down(frame);
            if let Some(Frame::Python(mut below)) = self.stack.pop() {
                set_register(&mut below, d, value);
                return Some(below);
            }
            return None;
        }
        if frame.code.kind == CodeKind::AsyncGenerator {
            // What an asynchronous generator yields is the result of the await
            // that drives it.
            let ret = std::mem::take(&mut frame.ret);
            if let Some(generator) = &frame.generator {
                generator.async_running.set(false);
            }
            self.log_generator_yielded(&frame, &value);
            self.set_down(frame);
            return match ret {
                Ret::Delegate { .. } | Ret::Native => self.pass_down(value, ret),
                _ => {
                    let raise = self.stop_iteration(value);
                    self.raise_down(raise, ret)
                }
            };
        }
        self.log_generator_yielded(&frame, &value);
        self.yield_on(frame, value)
    }

    /// The running generator frame is suspended and `value` goes to whoever
    /// resumed the outermost of a chain of delegating generators.
    #[inline(never)]
    pub(crate) fn yield_on(
        &mut self,
        mut frame: Box<PyFrame>,
        value: Value,
    ) -> Option<Box<PyFrame>> {
        self.caller = None;
        loop {
            let ret = std::mem::take(&mut frame.ret);
            self.set_down(frame);
            match (self.stack.pop(), ret) {
                (None, _) => {
                    self.result = Some(Outcome::Yielded(value));
                    return None;
                }
                (Some(Frame::Native(mut level)), _) => {
                    level.inbox = Some(Outcome::Yielded(value));
                    self.stack.push(Frame::Native(level));
                    return None;
                }
                (Some(Frame::Python(below)), Ret::Delegate { .. }) => frame = below,
                (Some(Frame::Python(below)), ret) => {
                    self.stack.push(Frame::Python(below));
                    return self.pass_down(value, ret);
                }
            }
        }
    }

    /// Puts the frame back into its generator object.
    #[inline(always)]
    fn set_down(&mut self, mut frame: Box<PyFrame>) {
        let Some(generator) = frame.generator.take() else {
            return;
        };
        if !(frame.handled.is_plain() && self.handled.is_plain()) {
            let resumer = frame.handled.take();
            let own = std::mem::replace(&mut self.handled, resumer);
            // What the resumer handles is not the generator's to keep.
            if !own.is(&self.handled) || frame.handles_thrown {
                frame.handled = own;
            }
        }
        generator.state.set(GeneratorState::Suspended);
        *generator.frame.borrow_mut() = Some(frame);
    }

    /// An exception arises in a frame; finds the handler, in it or below.
    #[inline(never)]
    pub(crate) fn unwind(&mut self, frame: Box<PyFrame>, raise: Raise) -> Option<Box<PyFrame>> {
        self.add_traceback(&frame, &raise);
        self.unwind_again(frame, raise)
    }

    /// The same without an entry in the traceback: the exception has been here.
    #[inline(never)]
    pub(crate) fn unwind_again(
        &mut self,
        mut frame: Box<PyFrame>,
        raise: Raise,
    ) -> Option<Box<PyFrame>> {
        self.caller = None;
        let at = frame
            .pc
            .saturating_sub(u32::from(!self.stands_at_delegate(&frame)));
        if !self.fatal
            && let Some(range) = frame
                .code
                .exceptions
                .iter()
                .find(|r| (r.start..r.end).contains(&at))
        {
            let (handler, register) = (range.handler, range.exception);
            if let Some(&Instr::ClearRange { start, n }) =
                frame.code.instructions.get(handler as usize)
            {
                let end = usize::from(start) + usize::from(n);
                let values = frame.registers.get_mut(usize::from(start)..end);
                end_from_last(values.unwrap_or_default());
            }
            set_register(&mut frame, register, raise.value());
            frame.pc = handler;
            if self.log.is_recording() {
                self.note_caught(&frame, &raise);
            }
            return Some(frame);
        }
        // Nothing here handles it: the frame is over. Intermediate values end first.
        let temporaries = frame.registers.get_mut(frame.code.local_names.len()..);
        end_from_last(temporaries.unwrap_or_default());
        if let Some(data) = raise.data()
            && !frame.code.file.is_library
            && let Some(variables) = take_variables(&mut frame)
        {
            data.leave(variables);
        }
        let ret = std::mem::take(&mut frame.ret);
        let mut raise = raise;
        if let Some(generator) = frame.generator.take() {
            self.handled = frame.handled.take();
            generator.state.set(GeneratorState::Closed);
            generator.async_running.set(false);
            raise = self.not_through_generator(&frame, raise);
            self.log_generator_raised(&generator, &raise);
        }
        self.frames.give(frame);
        self.raise_down(raise, ret)
    }

    /// While a frame stands at a `Delegate`, its pc is that instruction's own,
    /// not the one behind it.
    pub(crate) fn stands_at_delegate(&self, frame: &PyFrame) -> bool {
        frame.resume_register != crate::code::NO_REG
            && matches!(
                frame.code.instructions.get(frame.pc as usize),
                Some(Instr::Delegate { .. })
            )
    }

    /// StopIteration must not leave a generator as an exception (PEP 479).
    pub(super) fn not_through_generator(&mut self, frame: &PyFrame, raise: Raise) -> Raise {
        let class = raise.class();
        let (kind, is_stop) = match frame.code.kind {
            CodeKind::Generator => (
                "generator",
                class.is_subclass_of(&self.types.stop_iteration),
            ),
            CodeKind::Coroutine => (
                "coroutine",
                class.is_subclass_of(&self.types.stop_iteration),
            ),
            CodeKind::AsyncGenerator => (
                "async generator",
                class.is_subclass_of(&self.types.stop_iteration)
                    || class.is_subclass_of(&self.types.stop_async_iteration),
            ),
            CodeKind::Function => return raise,
        };
        if !is_stop {
            return raise;
        }
        let name = class.name();
        let replacement = self.runtime_error(format!("{kind} raised {name}"));
        if let Some(data) = replacement.data() {
            *data.cause.borrow_mut() = raise.value();
            *data.context.borrow_mut() = raise.value();
            data.suppress_context.set(true);
        }
        // The generator is over: its frame is not in the new traceback.
        replacement
    }

    /// An exception arrives at the frame below.
    pub(crate) fn raise_down(&mut self, raise: Raise, ret: Ret) -> Option<Box<PyFrame>> {
        match self.stack.pop() {
            None => {
                self.result = Some(Outcome::Raised(raise));
                None
            }
            Some(Frame::Native(mut level)) => {
                level.inbox = Some(Outcome::Raised(raise));
                self.stack.push(Frame::Native(level));
                None
            }
            Some(Frame::Python(mut below)) => {
                let is_stop =
                    !self.fatal && raise.class().is_subclass_of(&self.types.stop_iteration);
                match ret {
                    Ret::ForNext { iter, skip, .. } if is_stop => {
                        drop(raise);
                        set_register(&mut below, iter, Value::Undefined);
                        below.pc += u32::from(skip);
                        self.go_on_after_ends(below)
                    }
                    Ret::DelegateCall { d, iter } if is_stop => {
                        let value = raise
                            .data()
                            .map(|data| data.value.borrow().clone())
                            .unwrap_or_default();
                        set_register(&mut below, iter, Value::Undefined);
                        set_register(&mut below, d, value);
                        below.pc += 1;
                        Some(below)
                    }
                    Ret::Delegate {
                        is_thrown: true, ..
                    } => {
                        self.follow_own_exception(&below, &raise);
                        self.unwind(below, raise)
                    }
                    _ => self.unwind(below, raise),
                }
            }
        }
    }

    /// The same when the host loop, not a Python frame, is running.
    pub(crate) fn raise_below(&mut self, raise: Raise, ret: Ret) {
        if let Some(frame) = self.raise_down(raise, ret) {
            self.stack.push(Frame::Python(frame));
        }
    }

    fn add_traceback(&mut self, frame: &PyFrame, raise: &Raise) {
        if frame.code.file.is_native {
            return;
        }
        if let Some(data) = raise.data() {
            let mut entries = data.traceback.borrow_mut();
            // A runaway recursion does not need each of its lines.
            if entries.len() < 20_000 {
                let at = frame
                    .pc
                    .saturating_sub(u32::from(!self.stands_at_delegate(frame)));
                TracebackEntry::add_to(&mut entries, &frame.code, at);
            }
        }
    }

    /// `__context__` of a newly raised exception is the one being handled.
    #[inline(never)]
    pub(crate) fn set_context(&mut self, raise: &Raise) {
        let Value::Instance(handled) = &self.handled else {
            return;
        };
        if Rc::ptr_eq(handled, &raise.0) {
            return;
        }
        let Some(data) = raise.data() else {
            return;
        };
        // The chain must stay free of cycles: cut it where the exception itself appears. A
        // program can have tied a cycle without it, which a second walker at half the speed
        // meets.
        let mut link = Rc::clone(handled);
        let mut slow = Rc::clone(handled);
        let mut slow_moves = false;
        while let Some(next) = context_of(&link) {
            if Rc::ptr_eq(&next, &raise.0) {
                if let Some(d) = link.exception() {
                    *d.context.borrow_mut() = Value::Undefined;
                }
                break;
            }
            link = next;
            if Rc::ptr_eq(&link, &slow) {
                break;
            }
            if slow_moves && let Some(next) = context_of(&slow) {
                slow = next;
            }
            slow_moves = !slow_moves;
        }
        *data.context.borrow_mut() = self.handled.clone();
    }
}

/// Lets go of intermediate values as CPython takes them from its stack, so that the
/// iterator of an inner loop ends before that of an outer one.
fn end_from_last(values: &mut [Value]) {
    for value in values.iter_mut().rev() {
        if !value.is_plain() {
            drop(value.take());
        }
    }
}

/// Takes the variables out of a frame whose end may be visible; None if there are none.
fn take_variables(frame: &mut PyFrame) -> Option<Box<[Value]>> {
    let matters = |value: &Value| {
        !value.is_plain() && !matches!(value, Value::Str(_) | Value::Bytes(_) | Value::BigInt(_))
    };
    let variables = frame.registers.get_mut(..frame.code.local_names.len())?;
    if !variables.iter().any(matters) {
        return None;
    }
    let kept = variables.iter_mut().filter(|value| matters(value));
    Some(kept.map(Value::take).collect())
}

/// The exception that was being handled when `exception` was raised.
fn context_of(exception: &Instance) -> Option<Rc<Instance>> {
    match &*exception.exception()?.context.borrow() {
        Value::Instance(context) => Some(Rc::clone(context)),
        _ => None,
    }
}
