//! Standard input: lines that the host has, or will have once a visitor has
//! typed them.

use super::{NativeFrame, NativeResult, Outcome, Step, Vm};
use crate::object::Value;
use coroscope_trace::{Cause, Kind, event::flags};

/// What the host says when a line is wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputLine {
    /// The next line, with its newline if it has one.
    Text(String),
    /// There are no more.
    End,
    /// Nobody has typed it yet: the machine stands still until the host lets it
    /// run on.
    NotYet,
}

impl Vm {
    /// The next line of standard input as a `str`, with its newline; empty at
    /// the end. `Ok(Undefined)` if the program has to wait for it.
    pub(crate) fn read_line(&mut self) -> NativeResult {
        Ok(match self.line_at_hand() {
            Some(line) => line,
            None => {
                self.push_native(Box::new(Asking));
                Value::Undefined
            }
        })
    }

    /// The next line, if the host has it. What was read stands in the log, so
    /// that the run can be had a second time.
    fn line_at_hand(&mut self) -> Option<Value> {
        let line = self.input.as_mut().map_or(InputLine::End, |input| input());
        self.awaits_input = line == InputLine::NotYet;
        let (text, flag) = match line {
            InputLine::Text(text) => (text, 0),
            InputLine::End => (String::new(), flags::INPUT_ENDED),
            InputLine::NotYet => return None,
        };
        let (subject, place) = (self.running_entity(), self.visitor_place());
        let typed = self.log.intern(text.strip_suffix('\n').unwrap_or(&text));
        self.log.emit_flagged(
            Kind::InputRead,
            flag,
            subject,
            Cause::Current,
            place,
            typed.0,
            0,
        );
        Some(Value::string(text))
    }
}

/// Stands still until the host has the line, or until Stop is pressed.
#[derive(Debug)]
struct Asking;

impl NativeFrame for Asking {
    fn resume(&mut self, vm: &mut Vm, _: Option<Outcome>) -> Step {
        if std::mem::take(&mut vm.interrupted) {
            vm.awaits_input = false;
            return Step::Raise(vm.exception(&vm.types.keyboard_interrupt, Vec::new()));
        }
        match vm.line_at_hand() {
            Some(line) => Step::Return(line),
            None => Step::Pause,
        }
    }

    fn name(&self) -> &'static str {
        "input"
    }
}
