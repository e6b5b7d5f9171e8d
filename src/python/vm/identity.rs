//! `id()` and what hangs on it. Real addresses differ from machine to machine;
//! numbers given in the order of asking are the same everywhere, and sets of
//! plain objects iterate in that order.

use super::Vm;
use crate::object::{Instance, Value};
use std::cell::Cell;

/// An object's number; 0 until somebody asks.
pub(crate) type IdCell = Cell<u32>;

/// What the first object's address looks like to programs.
const BASE: u64 = 0x7f00_0000_1000;

impl Vm {
    fn number(&self, cell: &IdCell) -> u64 {
        if cell.get() == 0 {
            self.next_id.set(self.next_id.get() + 1);
            cell.set(self.next_id.get());
        }
        u64::from(cell.get())
    }

    /// The object's number, if anybody has asked for it.
    pub fn known_identity(&self, instance: &Instance) -> Option<u64> {
        let number = instance.id.get();
        (number != 0).then_some(u64::from(number))
    }

    /// The object's number, in order of first asking.
    pub fn identity(&self, value: &Value) -> u64 {
        match value {
            Value::Instance(x) => self.number(&x.id),
            Value::Generator(x) => self.number(&x.id),
            Value::Function(x) => self.number(&x.id),
            Value::Class(x) => self.number(&x.id),
            Value::List(x) => self.number(&x.id),
            Value::Int(i) => (*i as u64).wrapping_mul(2) | 1 << 40,
            Value::Float(f) => f.to_bits() >> 8 | 1 << 41,
            Value::None => 1 << 39,
            Value::Bool(b) => (1 << 39) + 1 + u64::from(*b),
            Value::NotImplemented => (1 << 39) + 3,
            Value::Ellipsis => (1 << 39) + 4,
            Value::Undefined => 0,
            other => {
                let address = other.address().unwrap_or_default();
                let mut known = self.other_ids.borrow_mut();
                match known.get(&address) {
                    // The object found there may be another one by now, as with real addresses.
                    Some((id, _)) => u64::from(*id),
                    None => {
                        self.next_id.set(self.next_id.get() + 1);
                        let id = self.next_id.get();
                        // Keeping the object makes the number its own; only so many are kept.
                        if known.len() < 10_000 {
                            known.insert(address, (id, other.clone()));
                        }
                        u64::from(id)
                    }
                }
            }
        }
    }

    /// What `id()` gives and `repr` shows as an address.
    pub fn fake_address(&self, value: &Value) -> u64 {
        BASE.wrapping_add(self.identity(value).wrapping_mul(0x30))
    }
}
