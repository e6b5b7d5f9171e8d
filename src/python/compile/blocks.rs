//! Constructs that `return`, `break` and `continue` must leave in order, and
//! the ranges of code that their handlers protect.

use super::unit::{HandledRange, Label};
use super::{Compiler, Outcome};
use crate::code::{Instr, Position, Reg};
use crate::syntax::tree::{Ident, Stmt};

/// A construct around the current place.
pub(super) struct Block<'tree> {
    pub(super) kind: BlockKind<'tree>,
    range: Option<OpenRange>,
}

/// What must be done on the way out.
#[derive(Clone, Copy)]
pub(super) enum BlockKind<'tree> {
    /// A loop; its iterator is let go of.
    Loop {
        exit: Label,
        again: Label,
        iterator: Option<Reg>,
    },
    /// Nothing: only a handler is waiting.
    Guarded,
    /// The `finally` block runs.
    Finally(&'tree [Stmt]),
    /// An exception was being handled: the one before is again.
    Handling {
        saved: Reg,
        exception: Reg,
        name: Option<&'tree Ident>,
        is_star: bool,
    },
    /// The context manager is left; `exit` is its bound exit method, followed
    /// by three registers for its arguments.
    With {
        exit: Reg,
        is_async: bool,
        position: Position,
    },
}

/// A protected range under construction: in pieces, because code on the way
/// out of a construct is not protected by it.
struct OpenRange {
    handler: Label,
    exception: Reg,
    start: u32,
    pieces: Vec<(u32, u32)>,
    bound: Vec<bool>,
}

impl<'tree> Compiler<'tree> {
    /// Enters a construct without a handler.
    pub(super) fn enter(&mut self, kind: BlockKind<'tree>) {
        self.unit.blocks.push(Block { kind, range: None });
    }

    /// Enters a construct whose exceptions go to `handler`, in `exception`.
    pub(super) fn enter_guarded(&mut self, kind: BlockKind<'tree>, handler: Label, exception: Reg) {
        let range = OpenRange {
            handler,
            exception,
            start: self.unit.here(),
            pieces: Vec::new(),
            bound: self.unit.bound(),
        };
        self.unit.blocks.push(Block {
            kind,
            range: Some(range),
        });
    }

    /// Leaves the innermost construct.
    pub(super) fn leave(&mut self) {
        let Some(block) = self.unit.blocks.pop() else {
            return;
        };
        let Some(mut range) = block.range else { return };
        range.suspend(self.unit.here());
        if !range.pieces.is_empty() {
            self.unit.reaches_with(range.handler, &range.bound);
        }
        let pieces = range.pieces.into_iter().map(|(start, end)| HandledRange {
            start,
            end,
            handler: range.handler,
            exception: range.exception,
        });
        self.unit.exceptions.extend(pieces);
    }

    /// Emits what must be done to leave all constructs but the outermost
    /// `depth`. Give the result to [`Compiler::reenter`] when the jump out has
    /// been emitted.
    pub(super) fn unwind(&mut self, depth: usize) -> Outcome<Vec<Block<'tree>>> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > depth {
            let Some(mut block) = self.unit.blocks.pop() else {
                break;
            };
            let here = self.unit.here();
            if let Some(range) = &mut block.range {
                range.suspend(here);
            }
            let kind = block.kind;
            left.push(block);
            self.exit(kind)?;
        }
        Ok(left)
    }

    /// Goes on inside the constructs that a jump has left.
    pub(super) fn reenter(&mut self, left: Vec<Block<'tree>>) {
        let here = self.unit.here();
        for mut block in left.into_iter().rev() {
            if let Some(range) = &mut block.range {
                range.start = here;
            }
            self.unit.blocks.push(block);
        }
    }

    fn exit(&mut self, kind: BlockKind<'tree>) -> Outcome {
        match kind {
            BlockKind::Guarded => Ok(()),
            BlockKind::Loop { iterator, .. } => {
                if let Some(d) = iterator {
                    self.unit.emit(Instr::Clear { d });
                    // Before the variables, and that of the inner loop first.
                    self.unit.keep_last();
                }
                Ok(())
            }
            BlockKind::Finally(body) => self.block(body),
            BlockKind::Handling {
                saved,
                exception,
                name,
                ..
            } => {
                self.unit.emit(Instr::PopHandled { save: saved });
                self.unit.emit(Instr::Clear { d: exception });
                match name {
                    Some(name) => self.forget_handler_name(name),
                    None => Ok(()),
                }
            }
            BlockKind::With {
                exit,
                is_async,
                position,
            } => {
                let before = std::mem::replace(&mut self.unit.position, position);
                self.call_exit_without_exception(exit, is_async);
                self.unit.position = before;
                Ok(())
            }
        }
    }

    /// Whether leaving the constructs beyond `depth` runs code of the program.
    pub(super) fn unwinding_runs_code(&self, depth: usize) -> bool {
        self.unit.blocks.iter().skip(depth).any(|block| {
            matches!(
                block.kind,
                BlockKind::Finally(_)
                        | BlockKind::With { .. }
                        // The name of the exception is unbound on the way out.
                        | BlockKind::Handling { name: Some(_), .. }
            )
        })
    }
}

impl OpenRange {
    fn suspend(&mut self, here: u32) {
        if here > self.start {
            self.pieces.push((self.start, here));
        }
        self.start = here;
    }
}
