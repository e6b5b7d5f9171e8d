//! Things that events happen to: tasks, futures, handles, locks …

use crate::event::EventIndex;
use crate::text::TextId;

/// Number of an entity, counted from 0 in order of creation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(transparent)]
pub struct EntityId(pub u32);

impl EntityId {
    /// Nobody.
    pub const NONE: EntityId = EntityId(u32::MAX);
    /// The program itself, outside every task. Present in every log.
    pub const MAIN: EntityId = EntityId(0);

    /// Whether this names an entity at all.
    pub const fn is_some(self) -> bool {
        self.0 != u32::MAX
    }
}

macro_rules! entity_kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// What an entity is.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum EntityKind { $($(#[$doc])* $name,)+ }

        impl EntityKind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &'static [EntityKind] = &[$(EntityKind::$name,)+];

            /// The word for it in exports; stable.
            pub const fn as_str(self) -> &'static str {
                match self { $(EntityKind::$name => $text,)+ }
            }
        }
    };
}

entity_kinds! {
    /// The program outside every task.
    Main = "main",
    /// An event loop.
    Loop = "loop",
    /// A task; its parent is the task that created it.
    Task = "task",
    /// A future; its parent is what it was made for (a lock, a scope, a task), if that is known.
    Future = "future",
    /// A handle made by `call_soon`; its parent is the task it steps or the future it serves.
    Handle = "handle",
    /// A handle made by `call_later` or `call_at`; parent as for a handle.
    Timer = "timer",
    /// A coroutine object.
    Coroutine = "coroutine",
    /// A generator object.
    Generator = "generator",
    /// An asynchronous generator object.
    AsyncGenerator = "async_generator",
    /// `asyncio.Lock`.
    Lock = "lock",
    /// `asyncio.Event`.
    AsyncioEvent = "event",
    /// `asyncio.Condition`; its parent is its lock.
    Condition = "condition",
    /// `asyncio.Semaphore`.
    Semaphore = "semaphore",
    /// `asyncio.BoundedSemaphore`.
    BoundedSemaphore = "bounded_semaphore",
    /// `asyncio.Barrier`.
    Barrier = "barrier",
    /// `asyncio.Queue`.
    Queue = "queue",
    /// `asyncio.LifoQueue`.
    LifoQueue = "lifo_queue",
    /// `asyncio.PriorityQueue`.
    PriorityQueue = "priority_queue",
    /// `asyncio.TaskGroup`.
    TaskGroup = "task_group",
    /// `asyncio.timeout`, `asyncio.wait_for`.
    Timeout = "timeout",
    /// One call of `asyncio.gather`.
    Gather = "gather",
    /// One call of `asyncio.wait` or `asyncio.as_completed`.
    Wait = "wait",
    /// One call of `asyncio.shield`.
    Shield = "shield",
    /// A thread.
    Thread = "thread",
    /// Anything else that has a name.
    Other = "other",
}

impl EntityKind {
    /// The kind with this number, if there is one.
    pub fn from_u8(number: u8) -> Option<EntityKind> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// Whether tasks can wait on it: locks, events, queues and their like.
    pub const fn is_primitive(self) -> bool {
        matches!(
            self,
            EntityKind::Lock
                | EntityKind::AsyncioEvent
                | EntityKind::Condition
                | EntityKind::Semaphore
                | EntityKind::BoundedSemaphore
                | EntityKind::Barrier
                | EntityKind::Queue
                | EntityKind::LifoQueue
                | EntityKind::PriorityQueue
        )
    }

    /// Whether it groups tasks for a while.
    pub const fn is_scope(self) -> bool {
        matches!(
            self,
            EntityKind::TaskGroup
                | EntityKind::Timeout
                | EntityKind::Gather
                | EntityKind::Wait
                | EntityKind::Shield
        )
    }
}

/// One row of the log's table of entities. Never changed; a task that gets a
/// new name later has a `Renamed` event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its name when it was created; may be empty, then kind and number stand for it.
    pub name: TextId,
    /// The last event before it came to be (its own "created" event comes after).
    pub created_at: EventIndex,
    /// Whom it belongs to, see [`EntityKind`].
    pub parent: EntityId,
    /// Position among the entities of its kind, counted from 1.
    pub number: u32,
}
