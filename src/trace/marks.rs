//! Moments to jump to: the next output, problem, turn of the loop …

use std::collections::HashMap;

use crate::entity::EntityId;
use crate::event::{EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::Log;

/// A class of moments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// Something was written.
    Output,
    /// An uncaught exception, a notice, a deadlock, a blocked loop.
    Problem,
    /// An exception was raised, caught or not.
    Exception,
    /// A turn of the loop begins.
    Iteration,
}

/// Sorted lists of moments, kept up as the log grows.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    output: Vec<EventIndex>,
    problems: Vec<EventIndex>,
    exceptions: Vec<EventIndex>,
    iterations: Vec<EventIndex>,
    /// Events whose subject is a task, by task.
    by_task: HashMap<EntityId, Vec<EventIndex>>,
    /// `LineReached` and suspensions, by place.
    by_place: HashMap<u32, Vec<EventIndex>>,
}

impl Marks {
    /// All moments of a kind, in order.
    pub fn all(&self, kind: MarkKind) -> &[EventIndex] {
        match kind {
            MarkKind::Output => &self.output,
            MarkKind::Problem => &self.problems,
            MarkKind::Exception => &self.exceptions,
            MarkKind::Iteration => &self.iterations,
        }
    }

    /// The events of a task, in order.
    pub fn of_task(&self, task: EntityId) -> &[EventIndex] {
        self.by_task.get(&task).map_or(&[], Vec::as_slice)
    }

    /// The events at a line, in order.
    pub fn at_place(&self, place: Place) -> &[EventIndex] {
        self.by_place.get(&place.0).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn add(&mut self, log: &Log, index: EventIndex) {
        let Some(event) = log.event(index) else {
            return;
        };
        match event.kind {
            Kind::OutputWritten => self.output.push(index),
            Kind::ExceptionUncaught | Kind::Notice | Kind::DeadlockFound | Kind::LoopBlocked => {
                self.problems.push(index);
            }
            Kind::RunEnded if event.flags != flags::RUN_COMPLETED => self.problems.push(index),
            Kind::ExceptionRaised => self.exceptions.push(index),
            Kind::IterationStarted => self.iterations.push(index),
            _ => {}
        }
        if event.place.is_some() {
            self.by_place.entry(event.place.0).or_default().push(index);
        }
        let is_task = log
            .entity(event.subject)
            .is_some_and(|entity| entity.kind == crate::EntityKind::Task);
        if is_task {
            self.by_task.entry(event.subject).or_default().push(index);
        }
    }
}

/// The first moment after `cursor` in a sorted list; the first of all for `NONE`.
pub fn next_after(moments: &[EventIndex], cursor: EventIndex) -> Option<EventIndex> {
    if !cursor.is_some() {
        return moments.first().copied();
    }
    let position = moments.partition_point(|moment| *moment <= cursor);
    moments.get(position).copied()
}

/// The last moment before `cursor` in a sorted list.
pub fn last_before(moments: &[EventIndex], cursor: EventIndex) -> Option<EventIndex> {
    if !cursor.is_some() {
        return None;
    }
    let position = moments.partition_point(|moment| *moment < cursor);
    moments.get(position.checked_sub(1)?).copied()
}
