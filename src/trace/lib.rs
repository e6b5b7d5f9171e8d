//! The event log of a run: what happened, when, and because of which earlier event.
//!
//! The engine appends to a [`Log`]; the page folds the log into a
//! [`scene`](crate::scene) at a cursor. This crate knows nothing of Python's
//! objects: what it shows of them are entities (a number, a kind, a name) and
//! texts that the engine interned.

pub mod delta;
pub mod entity;
pub mod event;
pub mod export;
pub mod kind;
pub mod lanes;
pub mod log;
pub mod marks;
pub mod operands;
pub mod scene;
pub mod sentence;
mod store;
pub mod text;
pub mod why;

pub use delta::{DeltaError, Mark};
pub use entity::{Entity, EntityId, EntityKind};
pub use event::{Event, EventIndex, Place, flags};
pub use kind::Kind;
pub use log::{Cause, FileInfo, Limits, Log, Stream};
pub use scene::{Scene, Timeline};
pub use sentence::{Language, Part, Sentence};
pub use text::TextId;
