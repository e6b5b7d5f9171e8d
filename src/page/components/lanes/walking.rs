//! The lanes by keyboard: from lane to lane and from segment to segment, each
//! told in a sentence.

use coroscope_trace::lanes::{Lane, Segment};
use coroscope_trace::scene::TaskState;
use coroscope_trace::{EntityId, EventIndex};

use crate::lane_rows::Rows;
use crate::naming::{entity_name_at, segment_words, state_word};
use crate::state::Recording;
use crate::stepping::owner;
use crate::text::Lang;

/// Where a key leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Walk {
    /// To another lane; the cursor stays.
    Lane(EntityId),
    /// To another segment of the lane: the cursor goes to its beginning.
    Segment(EntityId, EventIndex),
}

/// Where an arrow key leads from a lane (the current event's at first).
pub(super) fn walk(
    recording: &Recording,
    rows: &Rows,
    from: Option<EntityId>,
    cursor: u32,
    key: &str,
) -> Option<Walk> {
    let lanes = recording.timeline.lanes();
    let here = from.or_else(|| lane_of_event(recording, cursor));
    let row = here.and_then(|task| rows.row_of(task, lanes));
    match key {
        "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" => {
            let far = if key.starts_with("Page") { 10 } else { 1 };
            let last = rows.len().checked_sub(1)?;
            let next = match row {
                None => 0,
                Some(row) if key.ends_with("Up") => row.saturating_sub(far),
                Some(row) => (row + far).min(last),
            };
            let shown = rows.get(next)?;
            let lane = rows.lanes_of(shown, lanes).next()?;
            Some(Walk::Lane(lane.task))
        }
        "ArrowLeft" | "ArrowRight" => {
            let lane = lanes.of(here?)?;
            let at = position_at(lane, EventIndex(cursor));
            let next = match (at, key) {
                (None, _) => 0,
                (Some(at), "ArrowRight") => {
                    // Made and not yet in the queue looks the same as ready.
                    let here = lane.segments.get(at)?.state;
                    let step = if here == TaskState::Created { 2 } else { 1 };
                    (at + step).min(lane.segments.len().checked_sub(1)?)
                }
                (Some(at), _) => {
                    // First to the beginning of the segment that the cursor is in.
                    let is_inside = lane.segments.get(at)?.from < EventIndex(cursor);
                    if is_inside { at } else { at.saturating_sub(1) }
                }
            };
            Some(Walk::Segment(lane.task, lane.segments.get(next)?.from))
        }
        _ => None,
    }
}

/// The task of an event, if it has a lane.
pub(super) fn lane_of_event(recording: &Recording, event: u32) -> Option<EntityId> {
    let log = &recording.log;
    let task = owner(log, log.event(EventIndex(event))?.subject);
    recording.timeline.lanes().of(task).map(|lane| lane.task)
}

fn position_at(lane: &Lane, event: EventIndex) -> Option<usize> {
    lane.segments
        .partition_point(|segment| segment.from <= event)
        .checked_sub(1)
}

/// A segment in a sentence: `worker-1, sleeping: sleep 0.24, from 0.1 s to 0.34 s`.
pub(super) fn tell_segment(
    recording: &Recording,
    task: EntityId,
    segment: &Segment,
    lang: Lang,
) -> String {
    let log = &recording.log;
    // A task is often named just after it was made: the last name is the one that is known.
    let name = entity_name_at(log, EventIndex::NONE, task, lang);
    let state = state_word(segment.state, lang);
    let words = segment_words(log, segment, lang);
    let end = segment.to.is_some().then_some(segment.to_time);
    let time = if segment.state.is_done() {
        lang.from_to(segment.from_time, Some(segment.from_time))
    } else {
        lang.from_to(segment.from_time, end)
    };
    if words.is_empty() {
        format!("{name}: {state}, {time}")
    } else {
        format!("{name}: {state} ({words}), {time}")
    }
}

/// What is said of a lane at the cursor.
pub(super) fn tell_lane(
    recording: &Recording,
    rows: &Rows,
    task: EntityId,
    cursor: u32,
    lang: Lang,
) -> String {
    let lanes = recording.timeline.lanes();
    let Some(lane) = lanes.of(task) else {
        return String::new();
    };
    let told = match lane.segment_at(EventIndex(cursor)) {
        Some(segment) => tell_segment(recording, task, segment, lang),
        None => entity_name_at(&recording.log, EventIndex::NONE, task, lang),
    };
    let row = rows.row_of(task, lanes).unwrap_or(0);
    format!("{told}. {}", lang.lane_number(row + 1, rows.len()))
}
