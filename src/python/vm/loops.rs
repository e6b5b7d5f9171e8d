//! Loops of native functions that run Python code at each step, as code of the
//! machine.
//!
//! A native function that calls a function for each item, or takes the items of
//! a generator, leaves the dispatch loop and comes back to it once for each of
//! them. Where that is all it does, its loop is a frame of a few instructions
//! instead, in which such a step costs what it costs in a Python loop. Programs
//! do not see these frames: tracebacks and `sys._getframe` leave them out.

use super::{Cx, Frame, NativeResult, PyFrame, Started, Vm};
use crate::code::{Code, CompareOp, Instr, Position, Positions, SourceFile};
use crate::object::{Function, Value, intern};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// A loop, and what its first registers hold at the start.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Loop {
    /// An iterator, a function, and a list that the function's results go into.
    Map,
    /// An iterator and a list that its items go into.
    Collect,
    /// An iterator and what its items are added to.
    Sum,
    /// An iterator: whether one of its items is true.
    Any,
    /// An iterator: whether all of its items are true.
    All,
    /// An iterator, a key function, the least item so far and its key.
    Min,
    /// The same for the greatest item.
    Max,
}

const COUNT: usize = Loop::Max as usize + 1;

/// The loops that were used, as functions.
#[derive(Debug, Default)]
pub(crate) struct Loops([OnceCell<Rc<Function>>; COUNT]);

impl Loop {
    /// How many registers there are, and the instructions.
    fn parts(self) -> (&'static str, u16, Vec<Instr>) {
        match self {
            Loop::Map => (
                "map",
                5,
                vec![
                    Instr::ForIter {
                        d: 4,
                        iter: 0,
                        skip: 4,
                    },
                    Instr::Move { d: 3, a: 1 },
                    Instr::Call {
                        argc: 1,
                        d: 3,
                        base: 3,
                    },
                    Instr::ListAppend { list: 2, a: 3 },
                    Instr::Jump { target: 0 },
                    Instr::Return { a: 2 },
                ],
            ),
            Loop::Collect => (
                "collect",
                3,
                vec![
                    Instr::ForIter {
                        d: 2,
                        iter: 0,
                        skip: 2,
                    },
                    Instr::ListAppend { list: 1, a: 2 },
                    Instr::Jump { target: 0 },
                    Instr::Return { a: 1 },
                ],
            ),
            Loop::Sum => (
                "sum",
                3,
                vec![
                    Instr::ForIter {
                        d: 2,
                        iter: 0,
                        skip: 3,
                    },
                    Instr::Add { d: 1, a: 1, b: 2 },
                    Instr::Clear { d: 2 },
                    Instr::Jump { target: 0 },
                    Instr::Return { a: 1 },
                ],
            ),
            Loop::Any => ("any", 2, until(Instr::JumpIfTrue { a: 1, target: 6 }, true)),
            Loop::All => (
                "all",
                2,
                until(Instr::JumpIfFalse { a: 1, target: 6 }, false),
            ),
            Loop::Min => ("min", 7, best(CompareOp::Lt)),
            Loop::Max => ("max", 7, best(CompareOp::Gt)),
        }
    }

    fn function(self, vm: &Vm) -> Function {
        let (name, registers, instructions) = self.parts();
        let file = SourceFile {
            is_library: true,
            is_native: true,
            ..SourceFile::default()
        };
        let mut code = Code::empty(intern(name), intern(name), Rc::new(file));
        code.register_count = registers;
        code.positions = Positions::Known(vec![Position::default(); instructions.len()]);
        code.instructions = instructions;
        Function {
            code: RefCell::new(Rc::new(code)),
            globals: Rc::clone(&vm.builtins),
            defaults: RefCell::default(),
            keyword_defaults: RefCell::default(),
            keywords_fit: Cell::default(),
            closure: Box::default(),
            name: RefCell::new(intern(name)),
            qualname: RefCell::new(intern(name)),
            extra: OnceCell::new(),
            id: Default::default(),
            watched: Default::default(),
        }
    }
}

/// Ends with `result` at the first item for which `leave` jumps.
fn until(leave: Instr, result: bool) -> Vec<Instr> {
    vec![
        Instr::ForIter {
            d: 1,
            iter: 0,
            skip: 3,
        },
        leave,
        Instr::Clear { d: 1 },
        Instr::Jump { target: 0 },
        Instr::LoadBool {
            d: 1,
            value: !result,
        },
        Instr::Return { a: 1 },
        Instr::LoadBool {
            d: 1,
            value: result,
        },
        Instr::Return { a: 1 },
    ]
}

/// Keeps an item if its key compares so with the key of the best one.
fn best(op: CompareOp) -> Vec<Instr> {
    vec![
        Instr::ForIter {
            d: 4,
            iter: 0,
            skip: 8,
        },
        Instr::Move { d: 5, a: 1 },
        Instr::Move { d: 6, a: 4 },
        Instr::Call {
            argc: 1,
            d: 5,
            base: 5,
        },
        Instr::JumpUnless {
            op,
            a: 5,
            b: 3,
            skip: 2,
        },
        Instr::Take { d: 2, a: 4 },
        Instr::Take { d: 3, a: 5 },
        Instr::ClearRange { start: 4, n: 2 },
        Instr::Jump { target: 0 },
        Instr::Return { a: 2 },
    ]
}

impl PyFrame {
    /// Whether this is the loop of a native function.
    pub(crate) fn is_loop(&self) -> bool {
        self.code.file.is_native && self.code.file.name.as_str().is_empty()
    }
}

impl Vm {
    /// Whether calling it runs Python code in a frame of its own.
    pub(crate) fn is_python_function(callable: &Value) -> bool {
        match callable {
            Value::Function(_) => true,
            Value::Method(method) => matches!(method.function, Value::Function(_)),
            _ => false,
        }
    }

    /// Makes the frame of a loop pending.
    fn start_loop(&mut self, which: Loop, values: impl IntoIterator<Item = Value>) -> NativeResult {
        let function = match self.loops.0.get(which as usize) {
            Some(known) => Rc::clone(known.get_or_init(|| Rc::new(which.function(self)))),
            None => Rc::new(which.function(self)),
        };
        let mut frame = self.frame_for(function);
        for (register, value) in frame.registers.iter_mut().zip(values) {
            *register = value;
        }
        self.pending.push(Frame::Python(frame));
        Ok(Value::Undefined)
    }
}

impl Cx {
    /// Runs a loop; its first registers hold the values.
    pub(crate) fn run_loop(
        &self,
        which: Loop,
        values: impl IntoIterator<Item = Value>,
    ) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.start_loop(which, values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_may_trust_their_code() {
        let vm = Vm::new(super::super::VmOptions::default());
        for which in [
            Loop::Map,
            Loop::Collect,
            Loop::Sum,
            Loop::Any,
            Loop::All,
            Loop::Min,
            Loop::Max,
        ] {
            let function = which.function(&vm);
            assert_eq!(function.code.borrow().verify(), Ok(()), "{which:?}");
        }
    }
}
