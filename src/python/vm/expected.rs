//! Whether a program is prepared for an exception.

use super::{Frame, PyFrame, Vm};
use crate::code::{Code, ExceptionRange, Instr};
use crate::object::{Class, Value};

/// How many instructions of a handler are searched for the classes it names.
const HEAD_OF_HANDLER: usize = 40;

impl Vm {
    /// Whether an `except` around the innermost frames names this class, or a
    /// base of it: then an exception raised now is what the program waits for.
    /// Frames of the library, `finally`, `with` and a bare `except:` do not count.
    pub fn would_be_handled(&self, class: &Value) -> bool {
        let Value::Class(class) = class else {
            return false;
        };
        let handles = |frame: &PyFrame| {
            let at = frame
                .pc
                .saturating_sub(u32::from(!self.stands_at_delegate(frame)));
            let code = &frame.code;
            !code.file.is_library
                && code
                    .exceptions
                    .iter()
                    .filter(|range| (range.start..range.end).contains(&at))
                    .any(|range| names_class(code, range, class))
        };
        self.caller_frame().is_some_and(handles)
            || self.stack.iter().any(|frame| match frame {
                Frame::Python(frame) => handles(frame),
                Frame::Native(_) => false,
            })
    }
}

/// Whether the handler of a range compares the exception with a class of this
/// name or the name of a base.
fn names_class(code: &Code, range: &ExceptionRange, class: &Class) -> bool {
    let names: Vec<_> = class.mro().iter().map(|class| class.name()).collect();
    let handler = code.instructions.iter().skip(range.handler as usize);
    let mut named = false;
    for instruction in handler.take(HEAD_OF_HANDLER) {
        match instruction {
            Instr::LoadGlobal { site, .. } => {
                let site = code.sites.get(*site as usize);
                named |= site.is_some_and(|site| {
                    names.iter().any(|name| name.as_str() == site.name.as_str())
                });
            }
            Instr::ExcMatches { .. } if named => return true,
            _ => {}
        }
    }
    false
}
