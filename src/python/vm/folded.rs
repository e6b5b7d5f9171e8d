//! Coroutines of the library that are not made while nobody can see them.
//!
//! Who awaits one where it is called stands at its `Delegate` with what the
//! coroutine would await, and with the function that was called in the register of
//! what is sent. [`PyFrame::awaits_folded`] says so.

use super::bind::add_keywords;
use super::fast::set_register;
use super::in_rust::{RustBody, stand_at};
use super::{AwaitFrame, PyFrame, Vm};
use crate::builtins::unfolded;
use crate::code::{CodeKind, Instr, Reg};
use crate::object::{Function, Generator, Value};
use std::rc::Rc;

/// Waiting for what a coroutine would wait for, without making that coroutine: for
/// a call that is awaited at once, has one argument, and None for all other parameters.
#[derive(Clone, Copy, Debug)]
pub struct Folded {
    /// Whether a call with this argument can begin so. Only asked where the log is to
    /// be told of the coroutine before anything that its body does.
    pub may: fn(&mut Vm, &Value) -> bool,
    /// Begins a call with this argument: what is awaited in place of the coroutine,
    /// None if nothing more comes of it, and what goes to the event loop. `None`:
    /// nothing was done.
    pub begin: fn(&mut Vm, &Value) -> Option<(Value, Value)>,
    /// Ends the call, with its result, when whoever awaits this goes on. `None`: that
    /// is for the coroutine to do.
    pub end: fn(&Value) -> Option<Value>,
    /// The `await` where the coroutine that awaits this stands, counted in the text.
    pub at: fn(&Value) -> usize,
    /// Sets the registers of the coroutine that awaits this after all, because
    /// somebody is to see it or to throw into it.
    pub unfold: fn(&mut Vm, &mut [Value], &Value),
}

impl Vm {
    /// How a call that is awaited at once can wait without a coroutine, if nobody
    /// wants to see where coroutines are made and all defaults are None.
    #[inline]
    pub(super) fn may_fold(&self, body: &RustBody, function: &Function) -> Option<Folded> {
        let folded = body.def.folded?;
        let may = !self.watches_creation()
            && function.defaults.borrow().iter().all(Value::is_none)
            && function
                .keyword_defaults
                .borrow()
                .as_ref()
                .is_none_or(|defaults| {
                    let defaults = defaults.table.borrow();
                    defaults.iter().all(|entry| entry.value.is_none())
                });
        may.then_some(folded)
    }

    /// Makes the coroutine that a suspended frame would await if it was not
    /// [`Folded`], or the awaitable of a step that an `async for` has begun in place.
    pub(crate) fn unfold(&mut self, frame: &mut PyFrame) {
        let Some(Instr::Delegate { iter, a, .. }) = frame.code.instructions.get(frame.pc as usize)
        else {
            return;
        };
        let (iter, sent) = (*iter, usize::from(*a));
        if frame.awaits_folded {
            let function = frame.registers.get_mut(sent).map(Value::take);
            self.unfold_call(frame, iter, function.unwrap_or_default());
        } else if let Some(Value::Generator(inner)) = frame.registers.get(usize::from(iter))
            && inner.kind == CodeKind::AsyncGenerator
        {
            let step = unfolded(self, inner);
            set_register(frame, iter, step);
        }
    }

    /// The same for a generator, if it is suspended.
    pub(crate) fn unfold_in(&mut self, generator: &Generator) {
        if let Some(frame) = &mut *generator.frame.borrow_mut() {
            self.unfold(frame);
        }
    }

    /// The coroutine of this function goes where what it awaits is.
    fn unfold_call(&mut self, frame: &mut PyFrame, iter: Reg, function: Value) {
        frame.awaits_folded = false;
        let Value::Function(function) = function else {
            return;
        };
        let awaited = frame.registers.get_mut(usize::from(iter)).map(Value::take);
        let (Some(folded), Some(awaited)) = (folded_of(&function), awaited) else {
            return;
        };
        let mut callee = self.frame_of(function, &mut [Value::None]);
        add_keywords(&mut callee);
        (folded.unfold)(self, &mut callee.registers, &awaited);
        stand_at(&mut callee, (folded.at)(&awaited), awaited);
        let coroutine = self.waiting_coroutine(callee);
        coroutine.entity.set(frame.folded_entity.0);
        set_register(frame, iter, Value::Generator(coroutine));
    }

    /// Where the coroutine would stand that the frame of another one does not await
    /// because it is [`Folded`].
    pub(super) fn folded_frame(&mut self, frame: &PyFrame) -> Option<AwaitFrame> {
        if !frame.awaits_folded {
            return None;
        }
        let Instr::Delegate { iter, a, .. } = frame.code.instructions.get(frame.pc as usize)?
        else {
            return None;
        };
        let awaited = frame.registers.get(usize::from(*iter))?;
        let Some(Value::Function(function)) = frame.registers.get(usize::from(*a)) else {
            return None;
        };
        let at = (folded_of(function)?.at)(awaited);
        let code = Rc::clone(&function.code.borrow());
        let instruction = code.in_rust.get()?.instruction_of(at)?;
        Some(AwaitFrame {
            name: self.name_in_log(&code, &function.qualname.borrow()),
            place: self.place_of(&code, instruction),
            code,
            instruction,
        })
    }

    /// Whoever awaits a call of this function [`Folded`] goes on: its result, or
    /// `None` and the coroutine is there.
    pub(super) fn end_folded(
        &mut self,
        frame: &mut PyFrame,
        iter: Reg,
        function: Value,
    ) -> Option<Value> {
        let result = match &function {
            Value::Function(function) => folded_of(function).and_then(|folded| {
                let awaited = frame.registers.get(usize::from(iter))?;
                (folded.end)(awaited)
            }),
            _ => None,
        };
        match result {
            Some(_) => frame.awaits_folded = false,
            None => self.unfold_call(frame, iter, function),
        }
        result
    }
}

fn folded_of(function: &Function) -> Option<Folded> {
    function.code.borrow().in_rust.get()?.def.folded
}
