//! Resuming generators, coroutines and asynchronous generators (Python
//! reference, 6.2.9 "Yield expressions", 3.4 "Coroutines"; PEP 380, 492, 525).

use super::fast::set_register;
use super::{Args, Frame, NativeResult, PyFrame, Ret, Vm};
use crate::builtins::async_next;
use crate::code::{CodeKind, Instr, Reg};
use crate::object::{
    Generator, GeneratorState, Instance, Native, Payload, Raise, StrRef, TracebackEntry, Value,
};
use coroscope_trace::old_spelling::OldSpelling;
use std::rc::Rc;

/// What came of one step of a `Delegate`.
#[derive(Debug)]
pub(crate) enum Delegation {
    /// The sub-iterator returned this.
    Done(Value),
    /// It yielded this.
    Yielded(Value),
    /// It is a generator, whose frame is to run.
    Run(Box<PyFrame>),
    /// Its frame is pending.
    Push,
    /// It raised.
    Raise(Raise),
}

/// What an awaitable written in Rust does when it is resumed.
#[derive(Debug)]
pub enum Resumed {
    /// It yields this to the event loop.
    Yielded(Value),
    /// It yields this, and is done as soon as it is resumed, with None.
    Last(Value),
    /// It is done: the value of the `await`.
    Returned(Value),
    /// The frame of a generator that stands for it is pending.
    Pushed,
}

impl Vm {
    fn already_running(&self, generator: &Generator) -> Raise {
        let what = match generator.kind {
            CodeKind::Coroutine => "coroutine already executing",
            CodeKind::AsyncGenerator => "async generator already executing",
            _ => "generator already executing",
        };
        self.value_error(what)
    }

    /// Takes the frame of a generator that is to be resumed with `sent`.
    /// `None`: it is closed.
    pub(super) fn pick_up(
        &mut self,
        generator: &Rc<Generator>,
        sent: Value,
    ) -> Result<Option<Box<PyFrame>>, Raise> {
        match generator.state.get() {
            GeneratorState::Running => return Err(self.already_running(generator)),
            GeneratorState::Closed => return Ok(None),
            GeneratorState::Created => {
                if !sent.is_none() {
                    let kind = kind_name(generator.kind);
                    return Err(self.type_error(format!(
                        "can't send non-None value to a just-started {kind}"
                    )));
                }
            }
            GeneratorState::Suspended => {}
        }
        let Some(mut frame) = generator.frame.borrow_mut().take() else {
            return Ok(None);
        };
        if generator.state.get() == GeneratorState::Suspended {
            let d = frame.resume_register;
            self.log_generator_resumed(generator, &frame, &sent);
            if !frame.awaits_folded {
                set_register(&mut frame, d, sent);
            }
        } else {
            self.log_generator_resumed(generator, &frame, &Value::None);
        }
        self.take_up(generator, &mut frame);
        Ok(Some(frame))
    }

    /// The generator's own handled exception, if it has one, takes the place
    /// of the resumer's until it is set down.
    #[inline(always)]
    fn take_up(&mut self, generator: &Rc<Generator>, frame: &mut PyFrame) {
        let own = std::mem::replace(&mut frame.handled, self.handled.another());
        if own.is_plain() {
            std::mem::forget(own);
        } else {
            self.handled = own;
        }
        frame.generator = Some(Rc::clone(generator));
        generator.state.set(GeneratorState::Running);
        if let Some(body) = generator.code.in_rust.get() {
            body.restore(self, frame);
        }
    }

    /// Resumes a generator or coroutine: its frame becomes pending. `None` if
    /// it is closed already.
    pub fn resume_generator(
        &mut self,
        generator: &Rc<Generator>,
        sent: Value,
    ) -> Result<Option<()>, Raise> {
        Ok(self
            .pick_up(generator, sent)?
            .map(|frame| self.pending.push(Frame::Python(frame))))
    }

    /// `generator.send(value)`
    pub(crate) fn generator_send(
        &mut self,
        generator: &Rc<Generator>,
        value: Value,
    ) -> NativeResult {
        match self.pick_up(generator, value)? {
            Some(frame) => {
                self.pending.push(Frame::Python(frame));
                Ok(Value::Undefined)
            }
            None => Err(self.sent_to_closed(generator)),
        }
    }

    /// What sending to one that is closed raises.
    pub(super) fn sent_to_closed(&mut self, generator: &Generator) -> Raise {
        if generator.kind == CodeKind::Coroutine {
            return self.runtime_error("cannot reuse already awaited coroutine");
        }
        self.stop_iteration(Value::None)
    }

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
                match self.type_attr(other, &name) {
                    None => return self.raise_into(frame, raise),
                    Some(_) => {
                        let other = other.clone();
                        let args: Vec<Value> = if is_exit {
                            Vec::new()
                        } else {
                            vec![raise.value()]
                        };
                        self.call_special(&other, &name, args)
                            .unwrap_or(Ok(Value::None))
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
            if !own.is(&self.handled) {
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

    /// One step of `Delegate`: sends to whatever is awaited or yielded from.
    #[inline(never)]
    pub(crate) fn delegate(
        &mut self,
        frame: &mut PyFrame,
        is_await: bool,
        d: Reg,
        iter: Reg,
        mut sent: Value,
    ) -> Delegation {
        if frame.awaits_folded {
            if let Some(result) = self.end_folded(frame, iter, sent) {
                return Delegation::Done(result);
            }
            sent = Value::None;
        }
        let Some(sub) = frame.registers.get(usize::from(iter)) else {
            return Delegation::Done(Value::None);
        };
        match sub {
            Value::None => Delegation::Done(Value::None),
            Value::Generator(generator) => {
                let generator = Rc::clone(generator);
                // Where a generator hands over, the log is told so.
                let is_told = !is_await && self.log.is_recording();
                if !is_told && let Some(step) = self.delegate_to_rust(&generator, &sent) {
                    if matches!(step, Delegation::Done(_)) {
                        self.keep_coroutine(frame, iter, generator);
                    }
                    return step;
                }
                let picked = self.pick_up(&generator, sent);
                match picked {
                    Ok(Some(mut next)) => {
                        self.log_delegation(frame, is_await, &generator);
                        next.ret = Ret::Delegate {
                            d,
                            iter,
                            is_thrown: false,
                        };
                        Delegation::Run(next)
                    }
                    Ok(None) if generator.kind == CodeKind::Coroutine => Delegation::Raise(
                        self.runtime_error("cannot reuse already awaited coroutine"),
                    ),
                    Ok(None) => Delegation::Done(Value::None),
                    Err(raise) => Delegation::Raise(raise),
                }
            }
            Value::Instance(instance) => {
                if let Payload::Native(state) = &instance.payload
                    && let Some(resumed) = {
                        let instance = Rc::clone(instance);
                        // The state lives as long as the instance held here.
                        resume_native(&**state, self, &instance, sent.clone())
                    }
                {
                    return match resumed {
                        Ok(Resumed::Yielded(value)) => Delegation::Yielded(value),
                        Ok(Resumed::Last(value)) => {
                            // The next step finds nothing more to resume.
                            set_register(frame, iter, Value::None);
                            Delegation::Yielded(value)
                        }
                        Ok(Resumed::Returned(value)) => Delegation::Done(value),
                        Ok(Resumed::Pushed) => {
                            self.set_pending_ret(Ret::Delegate {
                                d,
                                iter,
                                is_thrown: false,
                            });
                            Delegation::Push
                        }
                        Err(raise) => Delegation::Raise(raise),
                    };
                }
                let sub = sub.clone();
                let result = if sent.is_none() {
                    let name = self.names.next.clone();
                    self.call_special(&sub, &name, [])
                } else {
                    let name = self.names.send.clone();
                    match self.load_attr(&sub, &name) {
                        Ok(method) => Some(self.call(&method, Args::positional([sent]))),
                        Err(raise) => Some(Err(raise)),
                    }
                };
                match result {
                    None => Delegation::Raise({
                        let name = self.type_name(&sub);
                        self.type_error(format!("'{name}' object is not an iterator"))
                    }),
                    Some(Ok(Value::Undefined)) => {
                        self.set_pending_ret(Ret::DelegateCall { d, iter });
                        Delegation::Push
                    }
                    Some(Ok(value)) => Delegation::Yielded(value),
                    Some(Err(raise)) => self.delegation_error(raise),
                }
            }
            other => {
                let other = other.clone();
                if !sent.is_none() {
                    let name = self.names.send.clone();
                    // Builtin iterators have no `send`.
                    if let Err(raise) = self.load_attr(&other, &name) {
                        return Delegation::Raise(raise);
                    }
                }
                match self.iter_next(&other) {
                    super::Next::Item(value) => Delegation::Yielded(value),
                    super::Next::Done => Delegation::Done(Value::None),
                    super::Next::Raise(raise) => Delegation::Raise(raise),
                    super::Next::Resumed | super::Next::Called => {
                        self.set_pending_ret(Ret::DelegateCall { d, iter });
                        Delegation::Push
                    }
                }
            }
        }
    }

    fn delegation_error(&mut self, raise: Raise) -> Delegation {
        if raise.class().is_subclass_of(&self.types.stop_iteration) {
            let value = raise
                .data()
                .map(|data| data.value.borrow().clone())
                .unwrap_or_default();
            return Delegation::Done(value);
        }
        Delegation::Raise(raise)
    }

    /// What `await value` drives.
    pub(crate) fn get_awaitable(&mut self, value: &Value, context: u8) -> NativeResult {
        match value {
            Value::Generator(g) if g.kind == CodeKind::Coroutine => {
                // One that runs says so itself when it is resumed.
                if g.state.get() == GeneratorState::Suspended {
                    return Err(self.runtime_error("coroutine is being awaited already"));
                }
                Ok(value.clone())
            }
            Value::Generator(g) if g.iterable_coroutine.get() => Ok(value.clone()),
            Value::Instance(instance) => {
                let name = self.names.await_.clone();
                if self.awaits_natively(instance, &name) {
                    return Ok(value.clone());
                }
                match self.call_special(value, &name, []) {
                    None => Err(self.not_awaitable(value, context)),
                    Some(Ok(Value::Undefined)) => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, Vm::check_await_iterator)
                    }
                    Some(Ok(iterator)) => self.check_await_iterator(iterator),
                    Some(Err(raise)) => Err(raise),
                }
            }
            _ => Err(self.not_awaitable(value, context)),
        }
    }

    /// Whether an object can be driven without asking it for an iterator: not
    /// if a class of the program's own has another method for that.
    pub(crate) fn awaits_natively(&self, instance: &Rc<Instance>, method: &StrRef) -> bool {
        if !matches!(&instance.payload, Payload::Native(state) if state.is_own_awaitable()) {
            return false;
        }
        let class = instance.class();
        class.is_builtin || matches!(self.class_attr(&class, method), Some(Value::Native(_)))
    }

    fn check_await_iterator(&mut self, iterator: Value) -> NativeResult {
        if let Value::Generator(g) = &iterator
            && (g.kind == CodeKind::Coroutine || g.iterable_coroutine.get())
        {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        let is_iterator = match &iterator {
            Value::Generator(_) | Value::Iter(_) => true,
            Value::Instance(instance) => {
                matches!(&instance.payload, Payload::Native(state) if state.is_own_awaitable())
                    || self
                        .type_attr(&iterator, &self.names.next.clone())
                        .is_some()
            }
            _ => false,
        };
        if is_iterator {
            return Ok(iterator);
        }
        let name = self.type_name(&iterator);
        Err(self.type_error(format!(
            "__await__() returned non-iterator of type '{name}'"
        )))
    }

    /// What `yield from value` drives.
    pub(crate) fn get_yield_from(&mut self, frame: &PyFrame, value: &Value) -> NativeResult {
        match value {
            Value::Generator(g) if g.kind == CodeKind::Coroutine => {
                if may_delegate_to_coroutine(frame) || self.is_old_coroutine(frame) {
                    return Ok(value.clone());
                }
                Err(self.type_error(
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ))
            }
            Value::Instance(instance)
                if self.awaits_natively(instance, &self.names.iter.clone()) =>
            {
                Ok(value.clone())
            }
            _ => self.get_iter(value),
        }
    }

    /// Whether a plain generator is part of a coroutine in the style of Python
    /// 3.4: one that may, delegates to it, perhaps through others. Until Python 3.6 the library's own
    /// coroutines were such generators, so that this was allowed.
    #[cold]
    fn is_old_coroutine(&mut self, frame: &PyFrame) -> bool {
        let delegators = self.stack.iter().rev().map_while(|frame| match frame {
            Frame::Python(outer) if self.stands_at_delegate(outer) => Some(outer),
            _ => None,
        });
        let is_delegated_to = delegators
            .into_iter()
            .any(|outer| may_delegate_to_coroutine(outer));
        let refusal = Value::Class(Rc::clone(&self.types.type_error));
        let Some(generator) = &frame.generator else {
            return false;
        };
        if !is_delegated_to || self.would_be_handled(&refusal) {
            return false;
        }
        generator.iterable_coroutine.set(true);
        let name = generator.qualname();
        self.hint(OldSpelling::PlainGenerator, name.as_str());
        true
    }

    /// `async for`: the iterator of `value`.
    pub(crate) fn get_aiter(&mut self, value: &Value) -> NativeResult {
        let name = self.names.aiter.clone();
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, Vm::check_aiter)
            }
            Some(Ok(iterator)) => self.check_aiter(iterator),
            Some(Err(raise)) => Err(raise),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!(
                    "'async for' requires an object with __aiter__ method, got {name}"
                )))
            }
        }
    }

    fn check_aiter(&mut self, iterator: Value) -> NativeResult {
        if self
            .type_attr(&iterator, &self.names.anext.clone())
            .is_some()
        {
            return Ok(iterator);
        }
        let name = self.type_name(&iterator);
        Err(self.type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        )))
    }

    /// `async for`: the awaitable of the next item.
    pub(crate) fn get_anext(&mut self, iterator: &Value) -> NativeResult {
        if let Value::Generator(generator) = iterator
            && generator.kind == CodeKind::AsyncGenerator
        {
            // Nobody can give its class another `__anext__`.
            return async_next(self, Rc::clone(generator));
        }
        let name = self.names.anext.clone();
        match self.call_special(iterator, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, |vm, awaitable| vm.get_awaitable(&awaitable, 3))
            }
            Some(Ok(awaitable)) => self.get_awaitable(&awaitable, 3),
            Some(Err(raise)) => Err(raise),
            None => {
                let name = self.type_name(iterator);
                Err(self.type_error(format!(
                    "'async for' requires an iterator with __anext__ method, got {name}"
                )))
            }
        }
    }
}

fn resume_native(
    state: &dyn Native,
    vm: &mut Vm,
    instance: &Rc<crate::object::Instance>,
    sent: Value,
) -> Option<Result<Resumed, Raise>> {
    state.resume(vm, instance, sent)
}

/// What the generator yields is the result; its return is a StopIteration.
pub(crate) async fn pass_yield(cx: &super::Cx, started: NativeResult) -> NativeResult {
    match cx.outcome(started).await {
        super::Outcome::Yielded(value) => Ok(value),
        super::Outcome::Returned(value) => Err(cx.with(|vm| vm.stop_iteration(value))),
        super::Outcome::Raised(raise) => Err(raise),
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

fn kind_name(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

fn may_delegate_to_coroutine(frame: &PyFrame) -> bool {
    let marked = |generator: &Rc<Generator>| generator.iterable_coroutine.get();
    frame.code.kind == CodeKind::Coroutine || frame.generator.as_ref().is_some_and(marked)
}
