//! What `await`, `yield from`, `async for` and `async with` get of an object before
//! its first step (Python reference, 3.4; PEP 492, 525).

use super::{Frame, NativeResult, PyFrame, Vm};
use crate::builtins::async_next;
use crate::code::CodeKind;
use crate::object::{Generator, GeneratorState, Instance, Payload, StrRef, Value};
use coroscope_trace::old_spelling::OldSpelling;
use std::rc::Rc;

impl Vm {
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

fn may_delegate_to_coroutine(frame: &PyFrame) -> bool {
    let marked = |generator: &Rc<Generator>| generator.iterable_coroutine.get();
    frame.code.kind == CodeKind::Coroutine || frame.generator.as_ref().is_some_and(marked)
}
