//! Which kinds of things a program has: a panel without anything to show is left out.

use coroscope_trace::{EntityId, EntityKind, EventIndex, Kind, Log};

use crate::state::Detail;

/// Whether tasks stand in line for it because others have it.
pub const fn is_held(kind: EntityKind) -> bool {
    use EntityKind::{BoundedSemaphore, Condition, Lock, Semaphore};
    matches!(kind, Lock | Semaphore | BoundedSemaphore | Condition)
}

/// What was seen in a log; follows it as it grows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Presence {
    /// Entities that were looked at, and events.
    seen: u32,
    read: u32,
    sleeps: bool,
    lines: bool,
    returns: bool,
    raises: bool,
    cancellations: bool,
    has_queue: bool,
    has_other_primitive: bool,
    has_future: bool,
    has_generator: bool,
}

impl Presence {
    /// Takes in what was added to the log since the last call.
    pub fn follow(&mut self, log: &Log) {
        while let Some(entity) = log.entity(EntityId(self.seen)) {
            use EntityKind::{
                AsyncGenerator, Coroutine, Future, Generator, LifoQueue, PriorityQueue, Queue,
            };
            self.has_queue |= matches!(entity.kind, Queue | LifoQueue | PriorityQueue);
            self.has_other_primitive |= entity.kind.is_primitive()
                && !matches!(entity.kind, Queue | LifoQueue | PriorityQueue);
            self.has_future |= entity.kind == Future;
            self.has_generator |= matches!(entity.kind, Coroutine | Generator | AsyncGenerator);
            self.seen += 1;
        }
        for (index, event) in log.events_from(EventIndex(self.read)) {
            self.read = index.0.saturating_add(1);
            match event.kind {
                Kind::TaskSleeping => self.sleeps = true,
                Kind::WaitBegan => {
                    self.lines |= log
                        .entity(event.subject)
                        .is_some_and(|entity| is_held(entity.kind))
                }
                Kind::TaskReturned => self.returns = true,
                Kind::TaskRaised => self.raises = true,
                Kind::TaskCancelled => self.cancellations = true,
                _ => {}
            }
        }
    }

    /// Whether a task sleeps.
    pub const fn has_sleep(&self) -> bool {
        self.sleeps
    }

    /// Whether a task stands in line for what another holds.
    pub const fn has_line(&self) -> bool {
        self.lines
    }

    /// Whether a task returns.
    pub const fn has_return(&self) -> bool {
        self.returns
    }

    /// Whether a task raises.
    pub const fn has_raise(&self) -> bool {
        self.raises
    }

    /// Whether a task is cancelled.
    pub const fn has_cancellation(&self) -> bool {
        self.cancellations
    }

    /// Whether the program has anything for a panel.
    pub const fn has(&self, detail: Detail) -> bool {
        match detail {
            Detail::Waits | Detail::Inspect => true,
            Detail::Primitives => self.has_queue || self.has_other_primitive,
            Detail::Futures => self.has_future,
            Detail::Generators => self.has_generator,
        }
    }

    /// Whether all primitives are queues.
    pub const fn has_only_queues(&self) -> bool {
        self.has_queue && !self.has_other_primitive
    }

    /// Whether no primitive is a queue.
    pub const fn has_no_queue(&self) -> bool {
        self.has_other_primitive && !self.has_queue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Limits, TextId};

    #[test]
    fn a_panel_is_there_once_the_program_has_something_for_it() {
        let mut log = Log::new(true, Limits::default());
        let mut presence = Presence::default();
        presence.follow(&log);
        assert!(presence.has(Detail::Inspect) && !presence.has(Detail::Futures));
        log.new_entity(EntityKind::Future, TextId::EMPTY, EntityId::MAIN);
        log.new_entity(EntityKind::Queue, TextId::EMPTY, EntityId::MAIN);
        presence.follow(&log);
        assert!(presence.has(Detail::Futures) && presence.has_only_queues());
        log.new_entity(EntityKind::Lock, TextId::EMPTY, EntityId::MAIN);
        presence.follow(&log);
        assert!(!presence.has_only_queues() && !presence.has_no_queue());
        assert!(!presence.has(Detail::Generators));
    }
}
