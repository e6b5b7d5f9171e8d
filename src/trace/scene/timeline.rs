//! The scene at any moment of a log, quickly.

use crate::event::EventIndex;
use crate::lanes::Lanes;
use crate::log::Log;
use crate::marks::Marks;
use crate::scene::Scene;
use crate::scopes::Scopes;

/// Events between two snapshots: applying so many takes about a millisecond.
const INTERVAL: u32 = 8192;

/// Scenes of one log. It follows the log as it grows, keeping a snapshot every
/// few thousand events, so that going to any moment costs at most that many
/// steps; and it keeps what needs the whole log in view: lanes and marks.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Scenes after 1, 2, 3 … intervals.
    snapshots: Vec<Scene>,
    /// The scene at the end of what was followed.
    tail: Scene,
    /// The scene asked for last.
    at_cursor: Scene,
    lanes: Lanes,
    marks: Marks,
    scopes: Scopes,
}

impl Timeline {
    /// Nothing followed yet.
    pub fn new() -> Timeline {
        Timeline::default()
    }

    /// Takes in what was added to the log since the last call.
    pub fn follow(&mut self, log: &Log) {
        while (self.tail.applied as usize) < log.len() {
            let index = EventIndex(self.tail.applied);
            let changed = self.tail.apply_next(log);
            self.marks.add(log, index);
            self.scopes.add(log, index);
            if let Some(task) = changed {
                self.lanes.add(&self.tail, task);
            }
            if self.tail.applied.is_multiple_of(INTERVAL) {
                self.snapshots.push(self.tail.clone());
            }
        }
        self.lanes.set_end(&self.tail);
    }

    /// The scene just after an event; at the end of the log if it is later than
    /// that; the empty scene for `EventIndex::NONE`. Follow the log first.
    pub fn at(&mut self, log: &Log, event: EventIndex) -> &Scene {
        let wanted = event.0.wrapping_add(1).min(self.tail.applied);
        let snapshot = (wanted / INTERVAL).checked_sub(1);
        let base = snapshot.map_or(0, |number| (number + 1) * INTERVAL);
        if wanted == self.tail.applied {
            self.at_cursor = self.tail.clone();
        } else if self.at_cursor.applied > wanted || self.at_cursor.applied < base {
            self.at_cursor = snapshot
                .and_then(|number| self.snapshots.get(number as usize))
                .cloned()
                .unwrap_or_default();
        }
        while self.at_cursor.applied < wanted {
            self.at_cursor.apply_next(log);
        }
        &self.at_cursor
    }

    /// The scene that was asked for last.
    pub const fn scene(&self) -> &Scene {
        &self.at_cursor
    }

    /// The scene at the end of the log, as far as it was followed.
    pub const fn tail(&self) -> &Scene {
        &self.tail
    }

    /// A lane for each task.
    pub const fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    /// Moments to jump to.
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Brackets and cancellations.
    pub const fn scopes(&self) -> &Scopes {
        &self.scopes
    }
}
