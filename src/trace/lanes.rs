//! Lanes: for each task, what it did from when to when.

use crate::entity::EntityId;
use crate::event::EventIndex;
use crate::scene::{Scene, TaskState};

/// A stretch of a task's life in one state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    /// The state.
    pub state: TaskState,
    /// The primitive or scope that the wait is for, if it is one.
    pub wait_for: EntityId,
    /// First event of the state.
    pub from: EventIndex,
    /// First event after it; `NONE` while it lasts.
    pub to: EventIndex,
    /// Virtual time of `from`, in nanoseconds.
    pub from_time: u64,
    /// Virtual time of `to`; `u64::MAX` while it lasts.
    pub to_time: u64,
}

/// The states that a summary tells apart.
pub const SUMMED: usize = 4;

/// How long a task was in each state: running, ready, sleeping, waiting.
/// Both measures of length are kept, so that one summary serves every axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spent {
    /// Virtual nanoseconds in each state.
    pub time: [u64; SUMMED],
    /// Events that passed in each state.
    pub events: [u32; SUMMED],
}

impl Spent {
    fn add(&mut self, segment: &Segment) {
        let state = match segment.state {
            TaskState::Running => 0,
            TaskState::Created | TaskState::Ready => 1,
            TaskState::Sleeping { .. } => 2,
            TaskState::Waiting { .. } => 3,
            TaskState::Returned { .. } | TaskState::Raised { .. } | TaskState::Cancelled { .. } => {
                return;
            }
        };
        if !segment.to.is_some() {
            return;
        }
        if let (Some(time), Some(events)) = (self.time.get_mut(state), self.events.get_mut(state)) {
            *time += segment.to_time.saturating_sub(segment.from_time);
            *events += segment.to.0.saturating_sub(segment.from.0);
        }
    }

    /// What was spent since an earlier summary of the same lane.
    #[must_use]
    pub fn since(&self, earlier: &Spent) -> Spent {
        let mut rest = *self;
        for (time, before) in rest.time.iter_mut().zip(earlier.time) {
            *time = time.saturating_sub(before);
        }
        for (events, before) in rest.events.iter_mut().zip(earlier.events) {
            *events = events.saturating_sub(before);
        }
        rest
    }
}

/// Segments between two stored sums of a lane.
const SUM_EVERY: usize = 32;

/// The life of one task.
#[derive(Clone, PartialEq, Debug)]
pub struct Lane {
    /// The task.
    pub task: EntityId,
    /// The task that created it, or main.
    pub parent: EntityId,
    /// How deep it stands under its creators; 0 for a task made outside tasks.
    pub depth: u32,
    /// Its states in order, without gaps. The last one of a finished task says how it ended.
    pub segments: Vec<Segment>,
    /// What was spent before segments 32, 64, 96 …
    sums: Vec<Spent>,
}

impl Lane {
    /// What the task had spent in each state before its segment of this number.
    /// Costs the same for any number of segments.
    pub fn spent_before(&self, segment: usize) -> Spent {
        let stored = (segment / SUM_EVERY).min(self.sums.len());
        let mut spent = stored
            .checked_sub(1)
            .and_then(|number| self.sums.get(number).copied())
            .unwrap_or_default();
        let rest = self.segments.get(stored * SUM_EVERY..);
        let count = segment.saturating_sub(stored * SUM_EVERY);
        for segment in rest.unwrap_or(&[]).iter().take(count) {
            spent.add(segment);
        }
        spent
    }

    /// The event that ended the task, once it is finished.
    pub fn finished(&self) -> Option<EventIndex> {
        let last = self.segments.last()?;
        last.state.is_done().then_some(last.from)
    }

    /// The segment at an event.
    pub fn segment_at(&self, event: EventIndex) -> Option<&Segment> {
        let after = self
            .segments
            .partition_point(|segment| segment.from <= event);
        self.segments.get(after.checked_sub(1)?)
    }

    /// The segments that touch the events from `from` to `to`, both included.
    pub fn segments_between(&self, from: EventIndex, to: EventIndex) -> &[Segment] {
        let first = self.segments.partition_point(|segment| segment.to <= from);
        let after = self.segments.partition_point(|segment| segment.from <= to);
        self.segments.get(first..after).unwrap_or(&[])
    }

    /// The segments that touch a span of virtual time, ends included.
    pub fn segments_during(&self, from: u64, to: u64) -> &[Segment] {
        let first = self
            .segments
            .partition_point(|segment| segment.to_time < from);
        let after = self
            .segments
            .partition_point(|segment| segment.from_time <= to);
        self.segments.get(first..after).unwrap_or(&[])
    }
}

/// The lanes of all tasks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lanes {
    lanes: Vec<Lane>,
    end: u32,
    end_time: u64,
}

impl Lanes {
    /// The lanes in order of the tasks' creation.
    pub fn all(&self) -> &[Lane] {
        &self.lanes
    }

    /// The lane of a task.
    pub fn of(&self, task: EntityId) -> Option<&Lane> {
        self.lanes.get(self.position(task)?)
    }

    /// Positions in [`Lanes::all`] so that each task comes right under the one
    /// that created it, siblings in order of creation.
    pub fn in_tree_order(&self) -> Vec<usize> {
        let mut children = vec![Vec::new(); self.lanes.len()];
        let mut stack = Vec::new();
        for (index, lane) in self.lanes.iter().enumerate() {
            // A creator is older than what it creates; anything else would be a circle.
            let parent = self.position(lane.parent).filter(|parent| *parent < index);
            match parent.and_then(|parent| children.get_mut(parent)) {
                Some(siblings) => siblings.push(index),
                None => stack.push(index),
            }
        }
        stack.reverse();
        let mut order = Vec::with_capacity(self.lanes.len());
        while let Some(index) = stack.pop() {
            order.push(index);
            if let Some(below) = children.get(index) {
                stack.extend(below.iter().rev());
            }
        }
        order
    }

    /// Number of events and virtual time up to which the lanes are known.
    pub const fn end(&self) -> (u32, u64) {
        (self.end, self.end_time)
    }

    /// Where a task stands in [`Lanes::all`].
    pub fn position(&self, task: EntityId) -> Option<usize> {
        self.lanes
            .binary_search_by_key(&task, |lane| lane.task)
            .ok()
    }

    /// Takes in a change of state that the scene has just applied.
    pub(crate) fn add(&mut self, scene: &Scene, id: EntityId) {
        let Some(task) = scene.tasks.get(id) else {
            return;
        };
        let segment = Segment {
            state: task.state,
            wait_for: task.wait_for,
            from: task.since,
            to: EventIndex::NONE,
            from_time: task.since_time,
            to_time: u64::MAX,
        };
        match self.lanes.binary_search_by_key(&id, |lane| lane.task) {
            Ok(position) => {
                let Some(lane) = self.lanes.get_mut(position) else {
                    return;
                };
                if let Some(last) = lane.segments.last_mut() {
                    last.to = segment.from;
                    last.to_time = segment.from_time;
                }
                let full = lane.segments.len();
                if full.is_multiple_of(SUM_EVERY) && lane.sums.len() < full / SUM_EVERY {
                    let sum = lane.spent_before(full);
                    lane.sums.push(sum);
                }
                lane.segments.push(segment);
            }
            Err(position) => {
                let depth = self.of(task.parent).map_or(0, |parent| parent.depth + 1);
                let lane = Lane {
                    task: id,
                    parent: task.parent,
                    depth,
                    segments: vec![segment],
                    sums: Vec::new(),
                };
                self.lanes.insert(position, lane);
            }
        }
    }

    pub(crate) const fn set_end(&mut self, scene: &Scene) {
        self.end = scene.applied;
        self.end_time = scene.time;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(number: u32, state: TaskState) -> Segment {
        Segment {
            state,
            wait_for: EntityId::NONE,
            from: EventIndex(number * 3),
            to: EventIndex(number * 3 + 3),
            from_time: u64::from(number) * 10,
            to_time: u64::from(number) * 10 + 10,
        }
    }

    #[test]
    fn stored_sums_equal_counting() {
        let mut lane = Lane {
            task: EntityId(1),
            parent: EntityId::MAIN,
            depth: 0,
            segments: Vec::new(),
            sums: Vec::new(),
        };
        let mut counted = vec![Spent::default()];
        for number in 0..200 {
            let state = match number % 3 {
                0 => TaskState::Ready,
                1 => TaskState::Running,
                _ => TaskState::Sleeping { until: 0 },
            };
            if (number as usize).is_multiple_of(SUM_EVERY) && number > 0 {
                let sum = lane.spent_before(number as usize);
                lane.sums.push(sum);
            }
            lane.segments.push(segment(number, state));
            let mut next = counted.last().copied().unwrap_or_default();
            next.add(&segment(number, state));
            counted.push(next);
        }
        for (number, spent) in counted.iter().enumerate() {
            assert_eq!(lane.spent_before(number), *spent, "before {number}");
        }
        let part = lane.spent_before(7).since(&lane.spent_before(4));
        assert_eq!((part.time, part.events), ([10, 10, 10, 0], [3, 3, 3, 0]));
    }
}
