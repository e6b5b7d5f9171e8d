//! Tasks in the scene.

use crate::entity::EntityId;
use crate::event::{EventIndex, Place};
use crate::scene::future::Callback;
use crate::text::TextId;

/// What a task is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskState {
    /// Made, not yet in the ready queue.
    Created,
    /// Its next step is in the ready queue.
    Ready,
    /// Its coroutine runs now.
    Running,
    /// Waits for the clock only, by its own wish.
    Sleeping {
        /// Virtual nanoseconds.
        until: u64,
    },
    /// Waits for a future or task.
    Waiting {
        /// That future or task.
        on: EntityId,
    },
    /// Finished with a result.
    Returned {
        /// Repr of the result.
        result: TextId,
    },
    /// Finished by an exception.
    Raised {
        /// The exception.
        exception: TextId,
    },
    /// Finished by cancellation.
    Cancelled {
        /// The message given to `cancel`.
        message: TextId,
    },
}

impl TaskState {
    /// Whether the task is finished.
    pub const fn is_done(self) -> bool {
        matches!(
            self,
            TaskState::Returned { .. } | TaskState::Raised { .. } | TaskState::Cancelled { .. }
        )
    }

    /// Whether the task waits for a future or task; a sleep is none.
    pub const fn is_waiting(self) -> bool {
        matches!(self, TaskState::Waiting { .. })
    }
}

/// One frame of a suspended task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FrameInfo {
    /// Name of the function.
    pub function: TextId,
    /// Where it stands.
    pub place: Place,
}

/// A task.
#[derive(Clone, PartialEq, Debug)]
pub struct TaskInfo {
    /// Its name now.
    pub name: TextId,
    /// The task that created it, or main.
    pub parent: EntityId,
    /// Its coroutine, if known.
    pub coroutine: EntityId,
    /// What it is doing.
    pub state: TaskState,
    /// The event that brought it into this state.
    pub since: EventIndex,
    /// Virtual time of that event.
    pub since_time: u64,
    /// The line where it stands, or stood last.
    pub place: Place,
    /// For what it waits in words of the program, if it said so.
    pub wait_text: TextId,
    /// What its wait is for: a primitive or scope; none if just a future or task.
    pub wait_for: EntityId,
    /// Frames at the last suspension, outermost first; empty if not recorded.
    pub frames: Vec<FrameInfo>,
    /// How often its coroutine was resumed.
    pub steps: u32,
    /// Cancellation requests that were neither delivered nor taken back.
    pub cancels_pending: u32,
    /// Its last request for cancellation.
    pub cancel_event: EventIndex,
    /// Done callbacks, in order.
    pub callbacks: Vec<Callback>,
    /// The sleep that its next suspension is for.
    pub(crate) sleep_ahead: Option<u64>,
}

impl TaskInfo {
    pub(crate) fn new(name: TextId, parent: EntityId, coroutine: EntityId) -> TaskInfo {
        TaskInfo {
            name,
            parent,
            coroutine,
            state: TaskState::Created,
            since: EventIndex::NONE,
            since_time: 0,
            place: Place::NONE,
            wait_text: TextId::EMPTY,
            wait_for: EntityId::NONE,
            frames: Vec::new(),
            steps: 0,
            cancels_pending: 0,
            cancel_event: EventIndex::NONE,
            callbacks: Vec::new(),
            sleep_ahead: None,
        }
    }
}
