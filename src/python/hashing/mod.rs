//! Python's hashes, as CPython computes them with `PYTHONHASHSEED=0`, and the
//! order of sets that follows from them.

pub mod composite;
pub mod numeric;
pub mod set_operations;
pub mod set_order;
pub mod siphash;

/// What `hash()` returns. Never -1, which CPython keeps for errors.
pub type Hash = i64;

/// -1 is no hash; -2 stands in for it.
pub(crate) fn not_minus_one(hash: i64) -> Hash {
    if hash == -1 { -2 } else { hash }
}
