//! Generators, asynchronous generators and coroutines in the scene.

use crate::entity::{EntityId, EntityKind};
use crate::event::{EventIndex, Place};
use crate::text::TextId;

/// What a generator or coroutine is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratorState {
    /// Not started.
    Created,
    /// Its body runs now, or that of one it delegates to.
    Running,
    /// Stands at a `yield` or `await`.
    Suspended,
    /// Finished with a value.
    Returned,
    /// Finished by an exception.
    Raised,
    /// Closed before its end.
    Closed,
}

impl GeneratorState {
    /// Whether it cannot be resumed any more.
    pub const fn is_done(self) -> bool {
        matches!(
            self,
            GeneratorState::Returned | GeneratorState::Raised | GeneratorState::Closed
        )
    }
}

/// A generator, asynchronous generator or coroutine.
#[derive(Clone, PartialEq, Debug)]
pub struct GeneratorInfo {
    /// Which of the three.
    pub kind: EntityKind,
    /// Name of its function.
    pub function: TextId,
    /// What it is doing.
    pub state: GeneratorState,
    /// The event that brought it into this state.
    pub since: EventIndex,
    /// The line where it stands, or was made.
    pub place: Place,
    /// The inner one that it delegates to (`yield from`, `await`), or none.
    pub delegates_to: EntityId,
    /// What was sent in last.
    pub last_sent: TextId,
    /// `flags::RESUME_*` of the last time it was resumed.
    pub last_resume: u8,
    /// What came out last: yielded, returned or raised.
    pub last_out: TextId,
}
