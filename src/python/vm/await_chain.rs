//! Where a suspended coroutine stands: its frames and those it awaits.

use super::{Frame, PyFrame, Vm};
use crate::builtins::{delegate_in, delegate_of};
use crate::code::Code;
use crate::object::{Generator, Instance, StrRef, Value};
use coroscope_trace::{Place, TextId};
use smallvec::SmallVec;
use std::rc::Rc;

/// A frame of a suspended coroutine.
#[derive(Debug)]
pub struct AwaitFrame {
    /// `__qualname__`, as a text of the log.
    pub name: TextId,
    /// The line where it stands.
    pub place: Place,
    /// Its code, and the instruction where it stands.
    pub code: Rc<Code>,
    /// See `code`.
    pub instruction: u32,
}

impl AwaitFrame {
    /// Part of the library.
    pub fn is_library(&self) -> bool {
        self.code.file.is_library
    }
}

/// Few coroutines await one that awaits one that awaits a third.
pub type AwaitFrames = SmallVec<[AwaitFrame; 4]>;

impl Vm {
    /// Appends the frames of a suspended coroutine, outermost first. Objects that are
    /// not coroutines or generators end the chain.
    pub fn await_chain(&mut self, coroutine: &Value, frames: &mut AwaitFrames) {
        let mut next = match coroutine {
            Value::Generator(generator) => Some(Rc::clone(generator)),
            _ => None,
        };
        while let Some(generator) = next.take() {
            let borrowed = generator.frame.borrow();
            let Some(frame) = &*borrowed else {
                break;
            };
            let delegate = delegate_in(&generator, frame);
            // At a delegation the frame stands on the instruction itself.
            let instruction = frame.pc.saturating_sub(u32::from(delegate.is_none()));
            let name = match generator.own_qualname() {
                Some(name) => self.log.intern_short(name.as_str()),
                None => self.name_in_log(&frame.code, &frame.code.qualname),
            };
            frames.push(AwaitFrame {
                name,
                place: self.place_of(&frame.code, instruction),
                code: Rc::clone(&frame.code),
                instruction,
            });
            if let Some(folded) = self.folded_frame(frame) {
                frames.push(folded);
                break;
            }
            next = match delegate {
                Some(Value::Generator(inner)) => Some(Rc::clone(inner)),
                Some(Value::Instance(inner)) => driven_by(inner),
                _ => None,
            };
        }
    }

    /// File name, line and whether it still runs, of a generator or coroutine:
    /// where it stands, or where it was defined.
    pub fn coroutine_position(&self, generator: &Generator) -> (StrRef, u32, bool) {
        let suspended = generator
            .frame
            .borrow()
            .as_ref()
            .map(|frame| (Rc::clone(&frame.code), frame.pc));
        let (code, pc) = match suspended {
            Some(found) => found,
            None => {
                let code = Rc::clone(&generator.code);
                let Some(pc) = self.running_instruction(generator) else {
                    return (Rc::clone(&code.file.name), code.first_line, false);
                };
                (code, pc)
            }
        };
        let fresh = generator.state.get() == crate::object::GeneratorState::Created;
        let line = if fresh {
            code.first_line
        } else {
            let standing = delegate_of(generator).is_some();
            let at = pc.saturating_sub(u32::from(!standing));
            code.positions.line(at as usize).unwrap_or(code.first_line)
        };
        (Rc::clone(&code.file.name), line, true)
    }

    /// The next instruction of a generator that runs now.
    fn running_instruction(&self, generator: &Generator) -> Option<u32> {
        let is_it = |frame: &PyFrame| {
            frame
                .generator
                .as_ref()
                .is_some_and(|g| std::ptr::eq(&**g, generator))
        };
        if let Some(frame) = self.caller_frame()
            && is_it(frame)
        {
            return Some(frame.pc);
        }
        self.stack.iter().rev().find_map(|frame| match frame {
            Frame::Python(frame) if is_it(frame) => {
                // At a delegation the frame stands on the instruction itself.
                Some(frame.pc + u32::from(self.stands_at_delegate(frame)))
            }
            _ => None,
        })
    }
}

/// The generator that an awaitable of the machine drives.
fn driven_by(instance: &Instance) -> Option<Rc<Generator>> {
    crate::builtins::driven_generator(instance)
}
