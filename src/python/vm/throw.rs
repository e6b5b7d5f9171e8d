//! Throwing into generators and coroutines, and closing them (Python reference,
//! 6.2.9.1; PEP 342, 380).

use super::fast::set_register;
use super::generator::pass_yield;
use super::{Frame, NativeResult, PyFrame, Ret, Vm};
use crate::code::{CodeKind, Instr, Reg};
use crate::object::{Generator, GeneratorState, Raise, StrRef, TracebackEntry, Value};
use std::rc::Rc;

impl Vm {
    /// `generator.throw(exception)`: raised where the generator stands. Where
    /// it delegates, the sub-iterator gets it first.
    pub fn generator_throw(&mut self, generator: &Rc<Generator>, raise: Raise) -> NativeResult {
        let thrower = self.handled.another();
        self.throw_for(generator, raise, &thrower)
    }

    /// The same on behalf of one who handles `thrower`. What is thrown goes
    /// straight to the innermost generator: what the delegating ones handle is
    /// not there for it.
    fn throw_for(
        &mut self,
        generator: &Rc<Generator>,
        raise: Raise,
        thrower: &Value,
    ) -> NativeResult {
        match generator.state.get() {
            GeneratorState::Running => return Err(self.already_running(generator)),
            GeneratorState::Closed => {
                if generator.kind == CodeKind::Coroutine {
                    return Err(self.runtime_error("cannot reuse already awaited coroutine"));
                }
                return Err(raise);
            }
            GeneratorState::Created => {
                // Nothing of the body has run, nothing of it can handle it.
                generator.state.set(GeneratorState::Closed);
                let frame = generator.frame.borrow_mut().take();
                if let (Some(frame), Some(data)) = (&frame, raise.data()) {
                    data.traceback
                        .borrow_mut()
                        // Behind the last instruction: the line of the `def`.
                        .push(TracebackEntry::new(Rc::clone(&frame.code), u32::MAX));
                }
                let raise = match &frame {
                    Some(frame) => self.not_through_generator(frame, raise),
                    None => raise,
                };
                drop(frame);
                return Err(raise);
            }
            GeneratorState::Suspended => {}
        }
        let Some(mut frame) = generator.frame.borrow_mut().take() else {
            return Err(raise);
        };
        self.log_generator_thrown(generator, &frame, &raise);
        self.take_up(generator, &mut frame);
        if thrower.is_undefined() && self.handled.is(&frame.handled) {
            // Set down again, a frame keeps nothing that is undefined for its own.
            self.handled = Value::Undefined;
        }
        self.unfold(&mut frame);
        let Some((d, iter, sub)) = delegating(&frame) else {
            return self.raise_into(frame, raise);
        };
        self.throw_into_delegate(frame, (d, iter, sub), raise, thrower)
    }

    /// Whether what is thrown into a generator goes, past other generators, to
    /// a `throw` that Python code defines. That one gets the arguments as they
    /// are; only where an exception is raised is one made of a class.
    pub(crate) fn ends_at_own_throw(&self, generator: &Rc<Generator>) -> bool {
        let mut generator = Rc::clone(generator);
        loop {
            let sub = match &*generator.frame.borrow() {
                Some(frame) => delegating(frame).map(|(_, _, sub)| sub),
                None => None,
            };
            match sub {
                Some(Value::Generator(inner)) if inner.kind == CodeKind::AsyncGenerator => {
                    return false;
                }
                Some(Value::Generator(inner)) => generator = inner,
                Some(sub) => {
                    let method = self.type_attr(&sub, &self.names.throw);
                    return matches!(method, Some(Value::Function(_)));
                }
                None => return false,
            }
        }
    }

    /// `generator.throw(*arguments)` where [`Vm::ends_at_own_throw`] holds.
    pub(crate) fn throw_given(
        &mut self,
        generator: &Rc<Generator>,
        arguments: Vec<Value>,
    ) -> NativeResult {
        let Some(mut frame) = generator.frame.borrow_mut().take() else {
            return Err(self.already_running(generator));
        };
        self.take_up(generator, &mut frame);
        self.unfold(&mut frame);
        match delegating(&frame) {
            Some((d, iter, Value::Generator(inner))) => {
                let thrown = self.throw_given(&inner, arguments);
                self.inner_answered(frame, d, iter, thrown)
            }
            Some((d, iter, sub)) => {
                let name = self.names.throw.clone();
                let answer = self
                    .call_special(&sub, &name, arguments)
                    .unwrap_or(Ok(Value::None));
                self.delegate_answered(frame, d, iter, answer)
            }
            None => {
                self.set_down_again(frame);
                Ok(Value::None)
            }
        }
    }

    /// Goes on after throwing into the generator that `frame` delegates to.
    fn inner_answered(
        &mut self,
        frame: Box<PyFrame>,
        d: Reg,
        iter: Reg,
        answer: NativeResult,
    ) -> NativeResult {
        match answer {
            Ok(Value::Undefined) => {
                self.set_pending_ret(Ret::Delegate {
                    d,
                    iter,
                    is_thrown: true,
                });
                self.pending.insert(0, Frame::Python(frame));
                Ok(Value::Undefined)
            }
            Ok(value) => {
                self.set_down_again(frame);
                Ok(value)
            }
            Err(raise) => self.raise_into(frame, raise),
        }
    }

    fn throw_into_delegate(
        &mut self,
        frame: Box<PyFrame>,
        (d, iter, sub): (Reg, Reg, Value),
        raise: Raise,
        thrower: &Value,
    ) -> NativeResult {
        let is_exit = raise.class().is_subclass_of(&self.types.generator_exit);
        let result = match &sub {
            Value::Generator(inner) if is_exit => self.generator_close(inner),
            Value::Generator(inner) => {
                let thrown = self.throw_for(inner, raise, thrower);
                return self.inner_answered(frame, d, iter, thrown);
            }
            other => {
                let name = if is_exit {
                    self.names.close.clone()
                } else {
                    self.names.throw.clone()
                };
                let args = if is_exit {
                    Vec::new()
                } else {
                    vec![raise.value()]
                };
                let other = other.clone();
                if self.finds_attributes_itself(&other) {
                    self.call_if_found(other, name, args, (!is_exit).then(|| raise.clone()))
                } else {
                    match self.call_special(&other, &name, args) {
                        None => return self.raise_into(frame, raise),
                        Some(answer) => answer,
                    }
                }
            }
        };
        if is_exit {
            // Closing the sub-iterator comes first, then the exit goes on here.
            return match result {
                Ok(Value::Undefined) => {
                    let frames = std::mem::take(&mut self.pending);
                    let mut cell = Some(frame);
                    self.run_async("close", move |cx| async move {
                        let started = cx.with(|vm| {
                            vm.pending = frames;
                            Ok(Value::Undefined)
                        });
                        let closed = cx.finish(started).await;
                        let next = match (closed, cell.take()) {
                            (Ok(_), Some(frame)) => cx.with(|vm| vm.raise_into(frame, raise)),
                            (Err(other), Some(frame)) => cx.with(|vm| vm.raise_into(frame, other)),
                            (_, None) => Ok(Value::None),
                        };
                        pass_yield(&cx, next).await
                    })
                }
                Ok(_) => self.raise_into(frame, raise),
                Err(other) => self.raise_into(frame, other),
            };
        }
        self.delegate_answered(frame, d, iter, result)
    }

    /// Whether an object may have attributes that its class does not have.
    fn finds_attributes_itself(&self, object: &Value) -> bool {
        let Value::Instance(instance) = object else {
            return false;
        };
        let traits = instance.class.borrow().traits.get();
        let has_own = || self.own_dict(object).is_some_and(|dict| !dict.is_empty());
        traits.has_getattr || traits.custom_getattribute || has_own()
    }

    /// Calls an attribute; if there is none the exception is the outcome, or nothing is.
    fn call_if_found(
        &mut self,
        object: Value,
        name: StrRef,
        args: Vec<Value>,
        missing: Option<Raise>,
    ) -> NativeResult {
        self.run_async("throw", move |cx| async move {
            match cx.get_attr(&object, &name).await {
                Ok(method) => cx.call(&method, args).await,
                Err(raise) => {
                    let is_missing =
                        cx.with(|vm| raise.class().is_subclass_of(&vm.types.attribute_error));
                    match missing {
                        Some(thrown) if is_missing => Err(thrown),
                        None if is_missing => Ok(Value::None),
                        _ => Err(raise),
                    }
                }
            }
        })
    }

    /// Goes on after calling `throw` of the object that `frame` delegates to.
    fn delegate_answered(
        &mut self,
        mut frame: Box<PyFrame>,
        d: Reg,
        iter: Reg,
        answer: NativeResult,
    ) -> NativeResult {
        match answer {
            Ok(Value::Undefined) => {
                self.set_pending_ret(Ret::DelegateCall { d, iter });
                self.pending.insert(0, Frame::Python(frame));
                Ok(Value::Undefined)
            }
            // A native `throw` returned: what it returned is yielded.
            Ok(value) => {
                self.set_down_again(frame);
                Ok(value)
            }
            Err(raise) if raise.class().is_subclass_of(&self.types.stop_iteration) => {
                let value = raise
                    .data()
                    .map(|data| data.value.borrow().clone())
                    .unwrap_or_default();
                set_register(&mut frame, iter, Value::Undefined);
                set_register(&mut frame, d, value);
                frame.pc += 1;
                self.pending.push(Frame::Python(frame));
                Ok(Value::Undefined)
            }
            Err(raise) => self.raise_into(frame, raise),
        }
    }

    /// The context of what is thrown into a generator is what the generator
    /// itself handles, not what its resumer does.
    pub(super) fn follow_own_exception(&mut self, frame: &PyFrame, raise: &Raise) {
        if frame.generator.is_none() || !self.handled.is(&frame.handled) {
            self.set_context(raise);
        }
    }

    /// Raises in a frame that is not on the stack. If a handler of it takes
    /// the exception, the frame becomes pending.
    fn raise_into(&mut self, mut frame: Box<PyFrame>, raise: Raise) -> NativeResult {
        // A frame of its own at the foot of an empty stack: what the exception
        // leaves of it shows whether it was handled.
        let stack = std::mem::take(&mut self.stack);
        frame.ret = Ret::Discard;
        self.follow_own_exception(&frame, &raise);
        let handled = self.unwind(frame, raise);
        self.stack = stack;
        match handled {
            Some(frame) => {
                self.pending.push(Frame::Python(frame));
                Ok(Value::Undefined)
            }
            None => match self.result.take() {
                Some(super::Outcome::Raised(raise)) => Err(raise),
                _ => Ok(Value::None),
            },
        }
    }

    fn set_down_again(&mut self, mut frame: Box<PyFrame>) {
        if let Some(generator) = frame.generator.take() {
            let resumer = frame.handled.take();
            let own = std::mem::replace(&mut self.handled, resumer);
            if !own.is(&self.handled) || frame.handles_thrown {
                frame.handled = own;
            }
            generator.state.set(GeneratorState::Suspended);
            *generator.frame.borrow_mut() = Some(frame);
        }
    }

    /// `generator.close()`
    pub fn generator_close(&mut self, generator: &Rc<Generator>) -> NativeResult {
        match generator.state.get() {
            GeneratorState::Running => return Err(self.already_running(generator)),
            GeneratorState::Closed => return Ok(Value::None),
            GeneratorState::Created => {
                generator.state.set(GeneratorState::Closed);
                let frame = generator.frame.borrow_mut().take();
                self.log_generator_closed(generator);
                drop(frame);
                return Ok(Value::None);
            }
            GeneratorState::Suspended => {}
        }
        let exit = self.exception(&self.types.generator_exit, Vec::new());
        let generator = Rc::clone(generator);
        self.run_async("close", move |cx| async move {
            let thrown = cx.with(|vm| vm.generator_throw(&generator, exit));
            match cx.outcome(thrown).await {
                super::Outcome::Raised(raise) => {
                    let quiet = cx.with(|vm| {
                        let class = raise.class();
                        class.is_subclass_of(&vm.types.generator_exit)
                            || class.is_subclass_of(&vm.types.stop_iteration)
                    });
                    if quiet { Ok(Value::None) } else { Err(raise) }
                }
                super::Outcome::Returned(_) if generator.state.get() == GeneratorState::Closed => {
                    Ok(Value::None)
                }

                super::Outcome::Returned(_) | super::Outcome::Yielded(_) => Err(cx.with(|vm| {
                    let kind = kind_name(generator.kind);
                    vm.runtime_error(format!("{kind} ignored GeneratorExit"))
                })),
            }
        })
    }
}

/// Where a frame stands in `yield from` or `await`: the registers of the result
/// and of the sub-iterator, and the sub-iterator itself.
fn delegating(frame: &PyFrame) -> Option<(Reg, Reg, Value)> {
    match frame.code.instructions.get(frame.pc as usize) {
        Some(Instr::Delegate { d, iter, .. }) => {
            let sub = frame.registers.get(usize::from(*iter))?;
            Some((*d, *iter, sub.clone()))
        }
        _ => None,
    }
}

pub(super) fn kind_name(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}
