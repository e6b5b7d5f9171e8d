//! Both ways between picture and source: the moments of the line that is
//! pointed at, and the line of a moment that is pointed at.

use coroscope_trace::lanes::Lane;
use coroscope_trace::{EntityId, EventIndex, Kind, Place};
use yew::{Html, html};

use super::geometry::Geometry;
use crate::breakpoints::PROGRAM_FILE;
use crate::state::Recording;
use crate::view::View;

/// Moments lit at most; more would be one bar.
const MOST: usize = 600;

/// How many of a task's events are looked through for the line it stands at.
const NEAR: usize = 400;

/// A tick on its lane for each time the line was reached.
pub(super) fn lit_moments(
    view: &View,
    recording: &Recording,
    geometry: &Geometry,
    row_of: &dyn Fn(EntityId) -> Option<usize>,
) -> Html {
    let Some(line) = view.state.hovered.filter(|_| !view.state.is_edited()) else {
        return Html::default();
    };
    let log = &recording.log;
    let moments = recording
        .timeline
        .marks()
        .at_place(Place::new(PROGRAM_FILE, line));
    let step = (moments.len() / MOST).max(1);
    let reached = moments.iter().step_by(step).filter_map(|moment| {
        let event = log.event(*moment)?;
        matches!(event.kind, Kind::LineReached | Kind::TaskSuspended)
            .then_some((moment.0, event.subject))
    });
    let ticks: String = reached
        .filter_map(|(moment, task)| {
            let row = row_of(task)?;
            let x = geometry.x_after(log, moment);
            let top = row as f64 * geometry.row + 2.0;
            let inside = (0.0..=geometry.width).contains(&x);
            inside.then(|| format!("M{x:.1} {top:.1}v{:.1}", geometry.row - 4.0))
        })
        .collect();
    if ticks.is_empty() {
        return Html::default();
    }
    html! { <svg class="lit-moments" aria-hidden="true" data-testid="lit-moments"><path d={ticks} /></svg> }
}

/// The line of the program at which a task stood at a moment.
pub(super) fn line_of_moment(recording: &Recording, lane: &Lane, at: EventIndex) -> Option<u32> {
    let segment = lane.segment_at(at)?;
    if segment.state.is_done() {
        return None;
    }
    let events = recording.timeline.marks().of_task(lane.task);
    let after = events.partition_point(|event| *event <= at);
    let known = events.get(..after)?.iter().rev().take(NEAR);
    let places = known.filter_map(|event| recording.log.event(*event).map(|event| event.place));
    places
        .into_iter()
        .find(|place| place.is_some() && place.file() == PROGRAM_FILE)
        .map(Place::line)
}
