//! TaskGroups, timeouts and gathers in the scene.

use crate::entity::{EntityId, EntityKind};
use crate::event::EventIndex;

/// A scope that was entered and not yet left.
#[derive(Clone, PartialEq, Debug)]
pub struct ScopeInfo {
    /// Which kind of scope.
    pub kind: EntityKind,
    /// The task inside it.
    pub task: EntityId,
    /// The tasks and futures that belong to it, in order.
    pub members: Vec<EntityId>,
    /// Virtual nanoseconds.
    pub deadline: Option<u64>,
    /// It has cancelled what is inside.
    pub is_cancelled: bool,
    /// Its `ScopeEntered` event.
    pub since: EventIndex,
}
