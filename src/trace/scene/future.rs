//! Futures in the scene.

use crate::entity::EntityId;
use crate::event::EventIndex;
use crate::text::TextId;

/// A done callback of a future or task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Callback {
    /// The callback, in words of the program.
    pub text: TextId,
    /// The task it wakes, or none.
    pub wakes: EntityId,
}

/// Whether a future is done, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FutureState {
    /// Not done.
    Pending,
    /// Has a result.
    Resolved {
        /// Repr of the result.
        result: TextId,
    },
    /// Has an exception.
    Failed {
        /// The exception.
        exception: TextId,
    },
    /// Cancelled.
    Cancelled {
        /// The message given to `cancel`.
        message: TextId,
    },
}

/// A future that is not a task.
#[derive(Clone, PartialEq, Debug)]
pub struct FutureInfo {
    /// Its name now; may be empty.
    pub name: TextId,
    /// What it was made for: a primitive, a scope, a task; or none.
    pub purpose: EntityId,
    /// Whether it is done.
    pub state: FutureState,
    /// The event that brought it into this state.
    pub since: EventIndex,
    /// Done callbacks, in order.
    pub callbacks: Vec<Callback>,
}
