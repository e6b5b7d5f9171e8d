//! The scene: everything the page shows at one moment, as a fold of the events
//! up to a cursor.

mod apply;
mod future;
mod generator;
pub mod graph;
mod loop_state;
mod primitive;
mod scope;
pub mod table;
mod task;
pub mod timeline;
mod timers;

use std::collections::VecDeque;

pub use future::{Callback, FutureInfo, FutureState};
pub use generator::{GeneratorInfo, GeneratorState};
pub use loop_state::{LoopState, Phase, ReadyHandle, TimerInfo};
pub use primitive::{PrimitiveInfo, Waiter};
pub use scope::ScopeInfo;
pub use table::Table;
pub use task::{FrameInfo, TaskInfo, TaskState};
pub use timeline::Timeline;
pub use timers::Timers;

use crate::entity::EntityId;
use crate::event::{EventIndex, Place};

/// How the run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ending {
    /// `flags::RUN_*`.
    pub status: u8,
    /// The `RunEnded` event.
    pub event: EventIndex,
}

/// What is the case just after an event. Copies share what they have in common.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// How many events have been applied; the last one has the index before this.
    pub applied: u32,
    /// Virtual time in nanoseconds.
    pub time: u64,
    /// The line of the program that runs, or ran last; none while the loop is at work.
    pub place: Place,
    /// The event loop.
    pub event_loop: LoopState,
    /// The tasks whose step is under way; more than one when an eager task
    /// starts inside another, the innermost last.
    pub running_tasks: Vec<EntityId>,
    /// Every task, finished ones too, but for the loop's own housekeeping.
    pub tasks: Table<TaskInfo>,
    /// Those of the tasks that are not finished: of ten thousand mostly few.
    unfinished: Table<()>,
    /// Those that wait for a future or task.
    waiting: Table<()>,
    /// Futures: the program's own, and the library's as long as they matter.
    pub futures: Table<FutureInfo>,
    /// Locks, events, queues and their like.
    pub primitives: Table<PrimitiveInfo>,
    /// Generators and coroutines; of finished generators, and of coroutines, the last few.
    pub generators: Table<GeneratorInfo>,
    /// Scopes that are open.
    pub scopes: Table<ScopeInfo>,
    /// Bytes of [`crate::Log::output`] written so far.
    pub output_len: u32,
    /// The `DeadlockFound` event, once there is one.
    pub deadlock: EventIndex,
    /// How the run ended, once it has.
    pub ending: Option<Ending>,
    /// Library futures that are done, with the turn in which they were.
    spent_futures: VecDeque<(u32, EntityId)>,
    /// Finished generators that are still shown.
    spent_generators: VecDeque<EntityId>,
    /// Coroutines that are still shown, the oldest first.
    coroutines: VecDeque<EntityId>,
}

impl Default for Scene {
    fn default() -> Scene {
        Scene {
            applied: 0,
            time: 0,
            place: Place::NONE,
            event_loop: LoopState::default(),
            running_tasks: Vec::new(),
            tasks: Table::default(),
            unfinished: Table::default(),
            waiting: Table::default(),
            futures: Table::default(),
            primitives: Table::default(),
            generators: Table::default(),
            scopes: Table::default(),
            output_len: 0,
            deadlock: EventIndex::NONE,
            ending: None,
            spent_futures: VecDeque::new(),
            spent_generators: VecDeque::new(),
            coroutines: VecDeque::new(),
        }
    }
}

impl Scene {
    /// The event that was applied last; none in the empty scene.
    pub const fn cursor(&self) -> EventIndex {
        match self.applied.checked_sub(1) {
            Some(last) => EventIndex(last),
            None => EventIndex::NONE,
        }
    }

    /// The task whose step is under way.
    pub fn running_task(&self) -> Option<EntityId> {
        self.running_tasks.last().copied()
    }

    /// Nanoseconds until a timer is due; 0 if it is late.
    pub const fn remaining(&self, timer: &TimerInfo) -> u64 {
        timer.deadline.saturating_sub(self.time)
    }
}
