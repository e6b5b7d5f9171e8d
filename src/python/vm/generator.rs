//! Resuming generators, coroutines and asynchronous generators (Python
//! reference, 6.2.9 "Yield expressions", 3.4 "Coroutines"; PEP 380, 492, 525).

use super::fast::set_register;
use super::throw::kind_name;
use super::{Args, Frame, NativeResult, PyFrame, Ret, Vm};
use crate::builtins::resume_in_place;
use crate::code::{CodeKind, Reg};
use crate::object::{Generator, GeneratorState, Native, Payload, Raise, Value};
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
    pub(super) fn already_running(&self, generator: &Generator) -> Raise {
        let what = match generator.kind {
            CodeKind::Coroutine => "coroutine already executing",
            CodeKind::AsyncGenerator => "async generator already executing",
            _ => "generator already executing",
        };
        self.value_error(what)
    }

    /// Takes the frame of a generator that is to be resumed with `sent`.
    /// `None`: it is closed.
    pub(crate) fn pick_up(
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
    pub(super) fn take_up(&mut self, generator: &Rc<Generator>, frame: &mut PyFrame) {
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
                if generator.kind == CodeKind::AsyncGenerator {
                    return match resume_in_place(self, &generator, sent) {
                        Ok(mut next) => {
                            next.ret = Ret::Delegate {
                                d,
                                iter,
                                is_thrown: false,
                            };
                            Delegation::Run(next)
                        }
                        Err(raise) => Delegation::Raise(raise),
                    };
                }
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
                    Some(match self.load_attr(&sub, &name) {
                        // `__getattr__` is asked.
                        Ok(Value::Undefined) => {
                            let frames = std::mem::take(&mut self.pending);
                            self.run_after(frames, move |vm, method| {
                                vm.call(&method, Args::positional([sent]))
                            })
                        }
                        Ok(method) => self.call(&method, Args::positional([sent])),
                        Err(raise) => Err(raise),
                    })
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
