//! What programs used of a pack: the next one has it in its first part.

use super::Positions;
use crate::code::Code;
use crate::object::Value;
use rustc_hash::FxHashSet;

/// Code objects by their module and their number in it.
#[derive(Debug, Default)]
pub struct Used {
    codes: FxHashSet<(String, usize)>,
    lines: FxHashSet<(String, usize)>,
}

impl Used {
    /// Adds code of a module, and the code inside it that was read.
    pub(crate) fn add(&mut self, module: &str, code: &Code) {
        let Positions::Packed(positions) = &code.positions else {
            return;
        };
        let key = (module.to_owned(), positions.number);
        if positions.lines.get().is_some() {
            self.lines.insert(key.clone());
        }
        self.codes.insert(key);
        for constant in &code.constants {
            if let Value::Code(inner) = constant
                && let Some(late) = &inner.late
                && let Some(read) = late.read.get()
            {
                self.add(module, read);
            }
        }
    }

    /// Whether a code object was used.
    pub(super) fn code(&self, module: &str, number: usize) -> bool {
        self.codes.contains(&(module.to_owned(), number))
    }

    /// Whether the lines of one were used.
    pub(super) fn lines(&self, module: &str, number: usize) -> bool {
        self.lines.contains(&(module.to_owned(), number))
    }
}
