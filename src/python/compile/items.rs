//! Items of containers: `a[b]`, read and written.

use super::constant::small_int;
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::tree::Expr;

/// What stands between the brackets.
#[derive(Clone, Copy)]
pub(super) enum Index {
    Small(i16),
    In(Reg),
}

impl<'tree> Compiler<'tree> {
    pub(super) fn index(&mut self, index: &'tree Expr) -> Outcome<Index> {
        match small_int(index) {
            Some(small) => Ok(Index::Small(small)),
            None => self.operand(index).map(Index::In),
        }
    }
}

/// `d = a[index]`
pub(super) fn get_item(d: Reg, a: Reg, index: Index) -> Instr {
    match index {
        Index::Small(i) => Instr::GetItemInt { d, a, i },
        Index::In(b) => Instr::GetItem { d, a, b },
    }
}

/// `a[index] = c`, which is consumed if `take`.
pub(super) fn set_item(take: bool, a: Reg, index: Index, c: Reg) -> Instr {
    match index {
        Index::Small(i) => Instr::SetItemInt { take, a, i, c },
        Index::In(b) => Instr::SetItem { take, a, b, c },
    }
}
