//! Where a step leads: the next or previous event of a kind.

use coroscope_trace::{EntityId, Event, EventIndex, Kind, Log, flags};

use crate::state::StepUnit;

/// Which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Towards the end.
    Forward,
    /// Towards the beginning.
    Back,
}

/// The event that one step of `unit` from `cursor` leads to; without one, the log's end or beginning.
pub fn step(log: &Log, cursor: u32, unit: StepUnit, direction: Direction, task: EntityId) -> u32 {
    let last = (log.len() as u32).saturating_sub(1);
    let mut index = cursor.min(last);
    let mut other_line = None;
    loop {
        let next = match direction {
            Direction::Forward if index < last => index + 1,
            Direction::Back if index > 0 => index - 1,
            // A coroutine that is over has no more lines: others go on.
            _ => return other_line.unwrap_or(index),
        };
        index = next;
        let Some(event) = log.event(EventIndex(index)) else {
            return index;
        };
        if matches(log, event, unit, task) {
            return index;
        }
        if unit == StepUnit::Line && event.kind == Kind::LineReached {
            other_line.get_or_insert(index);
        }
    }
}

fn matches(log: &Log, event: &Event, unit: StepUnit, task: EntityId) -> bool {
    match unit {
        StepUnit::Event => true,
        StepUnit::Line => event.kind == Kind::LineReached && event.subject == task,
        StepUnit::Iteration => event.kind == Kind::IterationStarted,
        StepUnit::Task => event.subject == task || owner(log, event.subject) == task,
        StepUnit::Output => event.kind == Kind::OutputWritten,
        StepUnit::Problem => is_problem(event),
    }
}

/// Whether an event is something gone wrong.
pub fn is_problem(event: &Event) -> bool {
    matches!(
        event.kind,
        Kind::ExceptionRaised
            | Kind::ExceptionUncaught
            | Kind::Notice
            | Kind::DeadlockFound
            | Kind::LoopBlocked
            | Kind::CancelSwallowed
    ) || (event.kind == Kind::RunEnded && event.flags != flags::RUN_COMPLETED)
}

/// The task that a handle steps or a future was made for; others stand for themselves.
pub fn owner(log: &Log, entity: EntityId) -> EntityId {
    use coroscope_trace::EntityKind::{Future, Handle, Timer};
    let mut id = entity;
    // Parents are older than their children, so this ends.
    while let Some(row) = log.entity(id) {
        if !matches!(row.kind, Handle | Timer | Future) || !row.parent.is_some() || row.parent >= id
        {
            break;
        }
        id = row.parent;
    }
    id
}

/// Of a sorted list of moments in a log of `len` events, the first in each of `buckets` stretches.
pub fn thinned(moments: &[EventIndex], len: u32, buckets: u32) -> Vec<u32> {
    let mut last_bucket = None;
    let mut kept = Vec::new();
    for moment in moments {
        let bucket = u64::from(moment.0) * u64::from(buckets) / u64::from(len.max(1));
        if last_bucket != Some(bucket) {
            last_bucket = Some(bucket);
            kept.push(moment.0);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityKind, Limits, Place, TextId};

    fn log_of(kinds: &[Kind]) -> Log {
        let mut log = Log::new(true, Limits::default());
        for &kind in kinds {
            log.emit(kind, EntityId::MAIN, Cause::Current, Place::NONE, 0, 0);
        }
        log
    }

    #[test]
    fn steps_stop_at_their_unit_and_at_the_ends() {
        use Direction::{Back, Forward};
        let log = log_of(&[
            Kind::LineReached,
            Kind::OutputWritten,
            Kind::IterationStarted,
            Kind::LineReached,
        ]);
        let go = |from, unit, direction| step(&log, from, unit, direction, EntityId::MAIN);
        assert_eq!(go(0, StepUnit::Event, Forward), 1);
        assert_eq!(go(1, StepUnit::Line, Forward), 4);
        assert_eq!(go(4, StepUnit::Line, Back), 1);
        assert_eq!(go(0, StepUnit::Output, Forward), 2);
        assert_eq!(go(2, StepUnit::Output, Forward), 4);
        assert_eq!(go(2, StepUnit::Iteration, Back), 0);
        assert_eq!(go(99, StepUnit::Event, Forward), 4);
    }

    #[test]
    fn lines_are_those_of_one_coroutine_as_long_as_it_has_any() {
        let mut log = log_of(&[Kind::LineReached, Kind::LineReached]);
        let task = log.new_entity(EntityKind::Task, TextId::EMPTY, EntityId::MAIN);
        for subject in [task, EntityId::MAIN] {
            let line = Kind::LineReached;
            log.emit(line, subject, Cause::Current, Place::NONE, 0, 0);
        }
        let go = |from, task| step(&log, from, StepUnit::Line, Direction::Forward, task);
        assert_eq!(go(2, EntityId::MAIN), 4);
        assert_eq!(go(1, task), 3);
        assert_eq!(go(3, task), 4);
    }

    #[test]
    fn a_handle_counts_as_its_task() {
        let mut log = log_of(&[Kind::LineReached]);
        let task = log.new_entity(EntityKind::Task, TextId::EMPTY, EntityId::MAIN);
        let handle = log.new_entity(EntityKind::Handle, TextId::EMPTY, task);
        log.emit(
            Kind::HandleStarted,
            handle,
            Cause::Current,
            Place::NONE,
            0,
            0,
        );
        assert_eq!(owner(&log, handle), task);
        assert_eq!(step(&log, 0, StepUnit::Task, Direction::Forward, task), 2);
    }

    #[test]
    fn moments_merge_within_a_bucket() {
        let moments: Vec<_> = (0..100).map(EventIndex).collect();
        assert_eq!(thinned(&moments, 100, 10).len(), 10);
        assert!(thinned(&[], 0, 10).is_empty());
    }
}
