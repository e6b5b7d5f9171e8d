//! What lies over the canvas: labels, the dimmed future, the cursor, the arrow of the cause.

use coroscope_trace::lanes::Lane;
use coroscope_trace::scene::TaskState;
use coroscope_trace::{EntityId, EventIndex, Log};
use yew::{Html, html};

use super::geometry::Geometry;
use crate::naming::wait_words;
use crate::stepping::owner;
use crate::view::View;

/// Labels at most, and the narrowest bar that gets one.
const LABELS: usize = 160;
const LABEL_WIDTH: f64 = 52.0;

/// What each long wait is for, above its bar. `lanes` are the shown ones, from row `first` on.
pub(super) fn labels(
    view: &View,
    log: &Log,
    geometry: &Geometry,
    lanes: &[&Lane],
    first: usize,
) -> Html {
    let (from, to) = geometry.window(log);
    let mut found = Vec::new();
    for (row, lane) in lanes.iter().enumerate() {
        for segment in lane.segments_between(from, to) {
            if !matches!(
                segment.state,
                TaskState::Sleeping { .. } | TaskState::Waiting { .. }
            ) {
                continue;
            }
            let start = geometry.x_of(log, segment.from).max(0.0);
            let width = geometry.x_of(log, segment.to).min(geometry.width) - start;
            if width < LABEL_WIDTH || found.len() >= LABELS {
                continue;
            }
            let length = match segment.state {
                TaskState::Sleeping { until } => until.saturating_sub(segment.from_time),
                _ => 0,
            };
            let text = log
                .event(segment.from)
                .map_or(coroscope_trace::TextId::EMPTY, |event| {
                    if event.kind == coroscope_trace::Kind::TaskSuspended {
                        event.text_b()
                    } else {
                        coroscope_trace::TextId::EMPTY
                    }
                });
            let words = wait_words(
                log,
                &view.scene,
                segment.state,
                text,
                segment.wait_for,
                length,
                view.lang(),
            );
            let top = (first + row) as f64 * geometry.row + geometry.row / 2.0
                - 17.0_f64.min(geometry.row / 2.0);
            let style = format!(
                "left: {:.1}px; top: {top:.1}px; max-width: {:.1}px",
                start + 5.0,
                width - 8.0
            );
            found.push(html! { <span class="lane-label" {style} key={format!("{}-{}", lane.task.0, segment.from.0)}>{ words }</span> });
        }
    }
    found.into_iter().collect()
}

/// The lane's row that an event belongs to itself.
fn own_row(
    log: &Log,
    event: EventIndex,
    row_of: &dyn Fn(EntityId) -> Option<usize>,
) -> Option<usize> {
    row_of(owner(log, log.event(event)?.subject))
}

/// The nearest cause of an event, or the event itself, that belongs to a lane.
fn nearest_row(
    log: &Log,
    event: EventIndex,
    row_of: &dyn Fn(EntityId) -> Option<usize>,
) -> Option<(usize, EventIndex)> {
    let own = own_row(log, event, row_of).map(|row| (row, event));
    own.or_else(|| {
        let mut causes = log.causes(event).take(8);
        causes.find_map(|(index, _)| own_row(log, index, row_of).map(|row| (row, index)))
    })
}

/// The arrow from the deed that led to the current event.
pub(super) fn cause_arrow(
    view: &View,
    log: &Log,
    geometry: &Geometry,
    row_of: &dyn Fn(EntityId) -> Option<usize>,
) -> Html {
    let cursor = EventIndex(view.state.cursor);
    let ends = || {
        let to_row = own_row(log, cursor, row_of)?;
        let reason = log.reason(cursor)?;
        let from = nearest_row(log, reason, row_of)?;
        Some((from, to_row))
    };
    let Some(((from_row, from), to_row)) = ends() else {
        return Html::default();
    };
    let middle = |row: usize| (row as f64 + 0.5) * geometry.row + 2.0;
    let (x1, y1) = (geometry.x_after(log, from.0), middle(from_row));
    let (x2, y2) = (geometry.x_of(log, cursor), middle(to_row));
    if (x2 - x1).abs() < 14.0 && from_row == to_row {
        return Html::default();
    }
    let (path, label_y) = if from_row == to_row {
        // A bow below the lane.
        let low = y1 + geometry.row * 0.62;
        let (start, end) = (y1 + 12.0, y2 + 12.0);
        (
            format!(
                "M{x1:.1} {start:.1}C{:.1} {low:.1} {:.1} {low:.1} {x2:.1} {end:.1}",
                x1 + 24.0,
                x2 - 24.0
            ),
            low - 8.0,
        )
    } else {
        let side = if y2 > y1 { -12.0 } else { 12.0 };
        let middle_y = f64::midpoint(y1, y2);
        (
            format!(
                "M{x1:.1} {:.1}C{x1:.1} {middle_y:.1} {x2:.1} {middle_y:.1} {x2:.1} {:.1}",
                y1 - side,
                y2 + side
            ),
            middle_y - 7.0,
        )
    };
    let tip = if from_row == to_row {
        format!("M{x2:.1} {:.1}l-5.5 5l8 2z", y2 + 10.0)
    } else if y2 > y1 {
        format!("M{x2:.1} {:.1}l-4 -8h8z", y2 - 10.0)
    } else {
        format!("M{x2:.1} {:.1}l-4 8h8z", y2 + 10.0)
    };
    let label_x = f64::midpoint(x1, x2).clamp(40.0, (geometry.width - 40.0).max(40.0));
    html! {
        <>
            <svg class="cause-arrow" aria-hidden="true" data-testid="cause-arrow"><path d={path}/><path class="tip" d={tip}/></svg>
            <span class="cause-label" style={format!("left: {label_x:.1}px; top: {label_y:.1}px")} aria-hidden="true">{ view.lang().event_number(from.0) }</span>
        </>
    }
}
