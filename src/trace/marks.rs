//! Moments to jump to: the next output, problem, turn of the loop …

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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
    /// A line of input, or its end, was read.
    Input,
}

/// Moments by a key that is a number inside.
type ByNumber<K> = HashMap<K, Vec<EventIndex>, BuildHasherDefault<NumberHasher>>;

/// Spreads one small number over all bits; every event asks twice.
#[derive(Clone, Copy, Debug, Default)]
struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(26);
    }
}

/// Sorted lists of moments, kept up as the log grows.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    output: Vec<EventIndex>,
    problems: Vec<EventIndex>,
    exceptions: Vec<EventIndex>,
    iterations: Vec<EventIndex>,
    input: Vec<EventIndex>,
    /// Events whose subject is a task, by task.
    by_task: ByNumber<EntityId>,
    /// `LineReached` and suspensions, by place.
    by_place: ByNumber<u32>,
}

impl Marks {
    /// All moments of a kind, in order.
    pub fn all(&self, kind: MarkKind) -> &[EventIndex] {
        match kind {
            MarkKind::Output => &self.output,
            MarkKind::Problem => &self.problems,
            MarkKind::Exception => &self.exceptions,
            MarkKind::Iteration => &self.iterations,
            MarkKind::Input => &self.input,
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
            Kind::InputRead => self.input.push(index),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::{Cause, Limits};
    use crate::{EntityKind, TextId};

    #[test]
    fn moments_are_found_by_kind_task_and_place() {
        let mut log = Log::new(true, Limits::default());
        let task = log.new_entity(EntityKind::Task, TextId::EMPTY, EntityId::MAIN);
        let (here, there) = (Place::new(0, 3), Place::new(0, 4));
        for (kind, subject, place) in [
            (Kind::TaskCreated, task, here),
            (Kind::LineReached, task, there),
            (Kind::OutputWritten, EntityId::MAIN, here),
            (Kind::ExceptionUncaught, task, there),
            (Kind::RunEnded, EntityId::MAIN, Place::NONE),
        ] {
            log.emit(kind, subject, Cause::Current, place, 0, 0);
        }
        let mut marks = Marks::default();
        for index in 0..log.len() as u32 {
            marks.add(&log, EventIndex(index));
        }
        let found = |moments: &[EventIndex]| moments.iter().map(|m| m.0).collect::<Vec<_>>();
        assert_eq!(found(marks.of_task(task)), [1, 2, 4]);
        assert_eq!(found(marks.at_place(here)), [1, 3]);
        assert_eq!(found(marks.all(MarkKind::Output)), [3]);
        assert_eq!(found(marks.all(MarkKind::Problem)), [4]);
        assert_eq!(found(marks.of_task(EntityId(77))), []);
    }

    #[test]
    fn jumps_go_to_the_neighbours_of_the_cursor() {
        let moments = [2, 5, 9].map(EventIndex);
        let next = |at| next_after(&moments, EventIndex(at)).map(|moment| moment.0);
        let last = |at| last_before(&moments, EventIndex(at)).map(|moment| moment.0);
        assert_eq!(
            [next(0), next(2), next(8), next(9)],
            [Some(2), Some(5), Some(9), None]
        );
        assert_eq!(
            [last(2), last(3), last(9), last(99)],
            [None, Some(2), Some(5), Some(9)]
        );
        assert_eq!(next_after(&moments, EventIndex::NONE), Some(EventIndex(2)));
        assert_eq!(last_before(&moments, EventIndex::NONE), None);
    }
}
