//! Compiled code as bytes, so that the library need not be compiled again by
//! whoever runs it.
//!
//! The bytes are made and read by the same build: they have no versions, only
//! hashes. A pack holds texts, each once, and code objects. A code object is
//! read when it is first called: until then a function's code is a stub that
//! knows its name, where its bytes are, and nothing else.
//!
//! A pack has two parts, so that a visitor need not wait for all of it: the
//! first has what programs were seen to use when it was made (`used`), the
//! second is asked for when something in it is needed.
//!
//! What only tracebacks need is not in it: columns come from compiling the
//! source again.

mod bytes;
mod instructions;
mod read;
#[cfg(test)]
mod tests;
mod used;
mod write;

pub use read::{More, Origin, Pack};
pub use used::Used;
pub use write::Parts;
pub(crate) use write::write;

use super::{Code, Position};
use crate::object::StrRef;
use std::cell::OnceCell;
use std::rc::Rc;

/// Code that has not been read yet.
#[derive(Debug)]
pub struct Late {
    origin: Origin,
    /// Offset of its bytes in the pack.
    at: usize,
    read: OnceCell<Rc<Code>>,
}

impl Code {
    /// The code itself, where this is a stub of it.
    #[inline]
    pub(crate) fn behind_stub(&self) -> Option<Rc<Code>> {
        self.late.as_ref().map(|late| late.get(self))
    }
}

impl Late {
    #[cold]
    fn get(&self, stub: &Code) -> Rc<Code> {
        Rc::clone(self.read.get_or_init(|| {
            let read = read::code(&self.origin, self.at, stub);
            let code = read.unwrap_or_else(|| read::damaged(stub));
            if let Some(body) = stub.in_rust.get() {
                body.move_to(&code);
            }
            Rc::new(code)
        }))
    }
}

/// A stub for code of a pack.
pub(crate) fn stub(origin: &Origin, at: usize, name: StrRef, qualname: StrRef) -> Code {
    Code {
        // So that no call takes the stub for code that it can run.
        positional: u16::MAX,
        var_positional: true,
        all_positional: false,
        late: Some(Box::new(Late {
            origin: origin.clone(),
            at,
            read: OnceCell::new(),
        })),
        ..Code::empty(name, qualname, Rc::clone(&origin.file))
    }
}

/// What the qualified names of functions and classes begin with that are made
/// by this code, as a rule.
fn inside(code: &Code) -> String {
    match (code.has_namespace, code.qualname.as_str()) {
        (true, "<module>") => String::new(),
        (true, name) => format!("{name}."),
        (false, name) => format!("{name}.<locals>."),
    }
}

/// Where the instructions of a code object come from.
#[derive(Clone, Debug)]
pub enum Positions {
    /// As the compiler made them.
    Known(Vec<Position>),
    /// In a pack.
    Packed(PackedPositions),
}

/// Positions of code that was read from a pack.
#[derive(Clone, Debug)]
pub struct PackedPositions {
    origin: Origin,
    count: usize,
    /// Offset of the lines in the pack.
    lines_at: usize,
    /// The code's number in the module.
    number: usize,
    lines: OnceCell<Box<[u32]>>,
    all: OnceCell<Vec<Position>>,
}

impl Positions {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Positions::Known(positions) => positions.len(),
            Positions::Packed(packed) => packed.count,
        }
    }

    /// A docstring of the code, by its number in the pack.
    pub(super) fn docstring(&self, number: usize) -> Option<StrRef> {
        match self {
            Positions::Known(_) => None,
            Positions::Packed(packed) => packed.origin.pack().text_object(number),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position of an instruction.
    pub fn get(&self, index: usize) -> Option<Position> {
        match self {
            Positions::Known(positions) => positions.get(index).copied(),
            Positions::Packed(packed) => packed.all().get(index).copied(),
        }
    }

    /// The first line of an instruction; 0 when it has no source.
    pub fn line(&self, index: usize) -> Option<u32> {
        match self {
            Positions::Known(positions) => positions.get(index).map(|p| p.line),
            Positions::Packed(packed) => packed.lines().get(index).copied(),
        }
    }
}

impl PackedPositions {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            read::lines(self.origin.pack(), self.lines_at, self.count).unwrap_or_default()
        })
    }

    /// Without the source only lines are known.
    fn all(&self) -> &[Position] {
        self.all.get_or_init(|| {
            let Origin {
                library, module, ..
            } = &self.origin;
            match library.compiled(*module).get(self.number) {
                Some(code) if code.positions.len() == self.count => (0..self.count)
                    .filter_map(|at| code.positions.get(at))
                    .collect(),
                _ => self.lines().iter().map(|line| whole_line(*line)).collect(),
            }
        })
    }
}

fn whole_line(line: u32) -> Position {
    Position {
        line,
        end_line: line,
        column: 0,
        end_column: 0,
    }
}
