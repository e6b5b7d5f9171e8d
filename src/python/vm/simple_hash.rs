//! Hashes of values that need no Python code for it (Python reference, 3.3.1,
//! `object.__hash__`).

use super::Vm;
use super::protocol::{MAX_NESTING, MOST_HASHED};
use crate::hashing::{composite, siphash};
use crate::object::{Instance, Str, Value};
use std::cell::Cell;

impl Vm {
    /// The hash of a value that needs no Python code for it.
    #[inline]
    pub fn simple_hash(&self, value: &Value) -> Option<i64> {
        match value {
            Value::Int(i) if is_small(*i) => Some(hash_of_small(*i)),
            Value::Str(s) => Some(self.hash_of_text(s)),
            Value::Instance(instance) if self.hashes_by_identity(instance) => {
                Some(self.identity_hash(value))
            }
            Value::Tuple(tuple) if let Some(hash) = self.hash_of_flat(tuple.items()) => Some(hash),
            _ => {
                let left = Cell::new(MOST_HASHED);
                let hash = self.simple_hash_within(value, MAX_NESTING, &left);
                self.work(MOST_HASHED - left.get());
                hash
            }
        }
    }

    #[inline]
    pub(super) fn hash_of_text(&self, text: &Str) -> i64 {
        text.hash_with(|text| {
            self.work(text.len());
            siphash::of_str(text)
        })
    }

    /// The hash of a short tuple of small ints and strings.
    fn hash_of_flat(&self, items: &[Value]) -> Option<i64> {
        if items.len() > 16 {
            return None;
        }
        let mut state = composite::TupleHasher::default();
        for item in items {
            state.add(match item {
                Value::Int(i) if is_small(*i) => hash_of_small(*i),
                Value::Str(text) => self.hash_of_text(text),
                _ => return None,
            });
        }
        self.work(items.len());
        Some(state.finish())
    }

    /// Whether an object's hash is that of `object` itself.
    pub(super) fn hashes_by_identity(&self, instance: &Instance) -> bool {
        matches!(
            self.class_attr(&instance.class.borrow(), &self.names.hash),
            Some(Value::Native(method))
                if method.def.name == "__hash__" && self.owner_is_object(&method)
        )
    }
}

/// Whether an int is below the modulus of hashes, so that its hash is itself.
fn is_small(int: i64) -> bool {
    int.unsigned_abs() < 1 << 60
}

/// No hash is -1, which means an error in C.
fn hash_of_small(int: i64) -> i64 {
    if int == -1 { -2 } else { int }
}
