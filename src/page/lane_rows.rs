//! Which lanes stand in which row, with finished ones folded away if wanted.

use coroscope_trace::lanes::{Lane, Lanes};
use coroscope_trace::{EntityId, EventIndex};

/// What one row shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Position of its first lane in the order of the tree.
    start: u32,
    /// Number of lanes in it: one, or a folded stretch of them.
    count: u32,
    /// Its lanes are folded, all of them finished.
    pub is_folded: bool,
}

/// The rows of the lanes, from the top.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rows {
    /// Positions in [`Lanes::all`], each task right under its creator.
    order: Vec<usize>,
    rows: Vec<Row>,
    /// The row of each lane, by its position in [`Lanes::all`].
    row_of: Vec<u32>,
}

impl Rows {
    /// The rows as they are at an event. With `folded`, stretches of tasks that
    /// are finished by then, with all that they created, share one row.
    pub fn new(lanes: &Lanes, folded: Option<EventIndex>) -> Rows {
        let order = lanes.in_tree_order();
        let all = lanes.all();
        let is_over: Vec<bool> = match folded {
            Some(cursor) => over(lanes, cursor),
            None => vec![false; all.len()],
        };
        let mut rows: Vec<Row> = Vec::with_capacity(order.len());
        let mut row_of = vec![0; all.len()];
        for (start, position) in (0u32..).zip(&order) {
            let is_over = is_over.get(*position).copied().unwrap_or(false);
            match rows.last_mut() {
                Some(last) if is_over && last.is_folded => last.count += 1,
                _ => rows.push(Row {
                    start,
                    count: 1,
                    is_folded: is_over,
                }),
            }
            if let Some(row) = row_of.get_mut(*position) {
                *row = (rows.len() as u32).saturating_sub(1);
            }
        }
        // A lane alone takes no more room than what would stand for it.
        for row in &mut rows {
            row.is_folded &= row.count > 1;
        }
        Rows {
            order,
            rows,
            row_of,
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn get(&self, row: usize) -> Option<Row> {
        self.rows.get(row).copied()
    }

    /// The lanes of a row, from the top.
    pub fn lanes_of<'a>(
        &'a self,
        row: Row,
        lanes: &'a Lanes,
    ) -> impl Iterator<Item = &'a Lane> + 'a {
        let start = row.start as usize;
        let order = self.order.get(start..start + row.count as usize);
        let all = lanes.all();
        order
            .unwrap_or(&[])
            .iter()
            .filter_map(move |position| all.get(*position))
    }

    /// The only lane of a row that is not folded.
    pub fn lane_at<'a>(&self, row: usize, lanes: &'a Lanes) -> Option<&'a Lane> {
        let row = self.get(row).filter(|row| !row.is_folded)?;
        lanes.all().get(*self.order.get(row.start as usize)?)
    }

    /// The row in which a task stands.
    pub fn row_of(&self, task: EntityId, lanes: &Lanes) -> Option<usize> {
        let position = lanes.position(task)?;
        self.row_of.get(position).map(|row| *row as usize)
    }
}

impl Row {
    /// How many lanes are folded into it.
    pub const fn count(self) -> u32 {
        self.count
    }
}

/// For each lane whether its task and all that it created are finished at an event.
fn over(lanes: &Lanes, cursor: EventIndex) -> Vec<bool> {
    let all = lanes.all();
    let mut over: Vec<bool> = all
        .iter()
        .map(|lane| lane.finished().is_some_and(|end| end <= cursor))
        .collect();
    // Creators are older than what they create, so one pass from the end tells it upwards.
    for (position, lane) in all.iter().enumerate().rev() {
        if over.get(position) == Some(&false)
            && let Some(parent) = lanes.position(lane.parent)
            && let Some(parent) = over.get_mut(parent)
        {
            *parent = false;
        }
    }
    over
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::scene::Timeline;
    use coroscope_trace::{Cause, EntityKind, Kind, Limits, Log, Place, TextId};

    /// main creates a and b; b creates c; they end in the order a, c, b.
    fn family() -> (Log, [EntityId; 4]) {
        let mut log = Log::new(true, Limits::default());
        let mut tasks = [EntityId::NONE; 4];
        for (number, parent) in [None, Some(0), Some(0), Some(2)].into_iter().enumerate() {
            let parent = parent
                .and_then(|parent: usize| tasks.get(parent).copied())
                .unwrap_or(EntityId::MAIN);
            let task = log.new_entity(EntityKind::Task, TextId::EMPTY, parent);
            if let Some(slot) = tasks.get_mut(number) {
                *slot = task;
            }
            let cause = Cause::Current;
            log.emit(Kind::TaskCreated, task, cause, Place::NONE, 0, 0);
        }
        for number in [1, 3, 2] {
            let task = tasks.get(number).copied().unwrap_or(EntityId::NONE);
            let cause = Cause::Current;
            log.emit(Kind::TaskReturned, task, cause, Place::NONE, 0, 0);
        }
        (log, tasks)
    }

    fn shape(rows: &Rows) -> Vec<(u32, bool)> {
        rows.rows
            .iter()
            .map(|row| (row.count, row.is_folded))
            .collect()
    }

    #[test]
    fn finished_lanes_fold_when_all_they_created_is_finished() {
        let (log, [main, a, b, c]) = family();
        let mut timeline = Timeline::new();
        timeline.follow(&log);
        let lanes = timeline.lanes();
        let flat = Rows::new(lanes, None);
        assert_eq!(shape(&flat), [(1, false); 4]);
        let at = |event| Rows::new(lanes, Some(EventIndex(event)));
        // Events 1 to 4 create them, 5 to 7 end a, c and b.
        assert_eq!(shape(&at(4)), [(1, false); 4]);
        // One alone is not folded, nor one that stands over a living one.
        assert_eq!(shape(&at(5)), [(1, false); 4]);
        assert_eq!(shape(&at(6)), [(1, false); 4]);
        let end = at(7);
        assert_eq!(shape(&end), [(1, false), (3, true)]);
        let rows: Vec<_> = [main, a, b, c].map(|task| end.row_of(task, lanes)).into();
        assert_eq!(rows, [Some(0), Some(1), Some(1), Some(1)]);
        assert_eq!(end.lane_at(0, lanes).map(|lane| lane.task), Some(main));
        assert_eq!(end.lane_at(1, lanes), None);
        let folded = end.get(1).map(|row| end.lanes_of(row, lanes).count());
        assert_eq!(folded, Some(3));
    }
}
