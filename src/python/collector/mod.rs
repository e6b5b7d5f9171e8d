//! The collector of cycles.
//!
//! References are counted; what hangs on a cycle of them is found here, by
//! trial deletion: from every object's count the references of other objects
//! are taken off. An object that has some left is held by the machine, by a
//! frame that runs or by native code, and lives with all that it reaches. The
//! rest is garbage. Nothing recurses on Rust's stack, however long the chains.
//!
//! [`contents`] says what objects hold, [`search`] finds the garbage, and
//! [`collect`](mod@collect) ends it as programs see it: weak references first,
//! then finalizers, then the objects that no finalizer brought back.

mod collect;
mod contents;
mod count;
mod search;

pub(crate) use collect::{any_ends, collect, collect_last, sweep};
pub use contents::Contents;
pub(crate) use contents::contents_of;
pub(crate) use count::is_followed;

pub(crate) use crate::object::registry::{all as listed_objects, fresh as made_since, give_back};
