//! Locks, events, conditions, semaphores, barriers and queues in the scene.

use std::collections::VecDeque;

use crate::entity::{EntityId, EntityKind};
use crate::event::EventIndex;
use crate::text::TextId;

/// A task in a primitive's line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiter {
    /// The task.
    pub task: EntityId,
    /// The future it awaits.
    pub future: EntityId,
    /// `flags::WAIT_TO_*`.
    pub purpose: u8,
    /// The primitive has picked it; it goes on when its wake-up runs.
    pub is_chosen: bool,
    /// Its `WaitBegan` event.
    pub since: EventIndex,
}

/// A primitive.
#[derive(Clone, PartialEq, Debug)]
pub struct PrimitiveInfo {
    /// Which one.
    pub kind: EntityKind,
    /// Its name now; may be empty.
    pub name: TextId,
    /// What `PrimitiveCreated` said: first value, `maxsize` or parties.
    pub capacity: u32,
    /// Free places of a semaphore, size of a queue.
    pub value: u32,
    /// The tasks that have it, in order.
    pub holders: Vec<EntityId>,
    /// The tasks in line, in order.
    pub waiters: VecDeque<Waiter>,
    /// `asyncio.Event`: set.
    pub is_set: bool,
    /// A barrier is broken, a queue is shut down.
    pub is_over: bool,
    /// Items of a queue in the order in which they were put.
    pub items: VecDeque<TextId>,
    /// Items of a queue for which `task_done` was not called.
    pub unfinished: u32,
}

impl PrimitiveInfo {
    pub(crate) fn new(kind: EntityKind, name: TextId, capacity: u32) -> PrimitiveInfo {
        let counts_down = matches!(kind, EntityKind::Semaphore | EntityKind::BoundedSemaphore);
        PrimitiveInfo {
            kind,
            name,
            capacity,
            value: if counts_down { capacity } else { 0 },
            holders: Vec::new(),
            waiters: VecDeque::new(),
            is_set: false,
            is_over: false,
            items: VecDeque::new(),
            unfinished: 0,
        }
    }

    pub(crate) fn remove_waiter(&mut self, task: EntityId) {
        if let Some(position) = self.waiters.iter().position(|waiter| waiter.task == task) {
            self.waiters.remove(position);
        }
    }

    pub(crate) fn remove_holder(&mut self, task: EntityId) {
        // `release()` may be called by another task than the one that acquired.
        let position = self.holders.iter().position(|holder| *holder == task);
        if let Some(position) = position.or((!self.holders.is_empty()).then_some(0)) {
            self.holders.remove(position);
        }
    }

    /// Takes an item out: the oldest equal one, or the youngest of a `LifoQueue`.
    pub(crate) fn remove_item(&mut self, item: TextId) {
        let position = if self.kind == EntityKind::LifoQueue {
            self.items.iter().rposition(|other| *other == item)
        } else {
            self.items.iter().position(|other| *other == item)
        };
        if let Some(position) = position {
            self.items.remove(position);
        }
    }
}
