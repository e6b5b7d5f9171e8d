//! Calls of native functions that need no argument list: what programs call
//! most, with the arguments that they are mostly called with.

use super::{Args, NativeResult, Vm};
use crate::code::Instr;
use crate::object::{Str, Value};
use smallvec::SmallVec;
use std::rc::Rc;

impl Vm {
    /// Calls something with arguments that lie in registers, without keywords,
    /// and takes them from there.
    #[inline(never)]
    pub(super) fn call_with(&mut self, callee: &Value, args: &mut [Value]) -> NativeResult {
        if let Some(result) = self.call_shortcut(callee, args) {
            return result;
        }
        self.call(callee, Args::positional(args.iter_mut().map(Value::take)))
    }

    /// Calls a method that is bound to its receiver, if there is a shortcut for
    /// these arguments.
    pub fn call_bound_shortcut(&mut self, callee: &Value, args: &[Value]) -> Option<NativeResult> {
        let Value::Method(method) = callee else {
            return None;
        };
        let Value::Native(function) = &method.function else {
            return None;
        };
        let shortcut = function.def.shortcut?;
        self.called_by_instruction = false;
        let receiver = std::iter::once(&method.receiver);
        let mut values: SmallVec<[Value; 4]> = receiver.chain(args).cloned().collect();
        shortcut(self, &mut values)
    }

    /// For a shortcut, when it begins: whether the program drops the result of the
    /// call at once. Then nobody can tell what it was.
    pub fn drops_result(&self) -> bool {
        if !self.called_by_instruction {
            return false;
        }
        let Some(frame) = self.caller_frame() else {
            return false;
        };
        let behind = frame.pc as usize;
        let instructions = &frame.code.instructions;
        let call = behind.checked_sub(1).and_then(|at| instructions.get(at));
        let result = match call {
            Some(Instr::Call { d, .. } | Instr::CallMethod { d, .. }) => *d,
            _ => return false,
        };
        matches!(instructions.get(behind), Some(Instr::Clear { d }) if *d == result)
    }

    /// Takes the shortcut if there is one. Without one the arguments are untouched.
    fn call_shortcut(&mut self, callee: &Value, args: &mut [Value]) -> Option<NativeResult> {
        let result = match callee {
            Value::Native(function) => {
                let shortcut = function.def.shortcut?;
                self.called_by_instruction = true;
                shortcut(self, args)?
            }
            Value::Class(class) if Rc::ptr_eq(class, &self.types.str) => text_of(args)?,
            _ => return None,
        };
        for arg in args {
            if !arg.is_plain() {
                drop(arg.take());
            }
        }
        Some(result)
    }
}

/// `str(x)` of a small int or a str.
fn text_of(args: &[Value]) -> Option<NativeResult> {
    match args {
        [Value::Int(int)] => {
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(*int);
            let text = Str::with_len(digits, digits.len());
            Some(Ok(Value::Str(Rc::new(text))))
        }
        [text @ Value::Str(_)] => Some(Ok(text.clone())),
        _ => None,
    }
}
