//! Arrows for the current event only: from the deed that led to it, and to
//! what it led to.

use coroscope_trace::{EntityId, EventIndex, Log};
use yew::{Html, html};

use super::geometry::Geometry;
use crate::stepping::owner;
use crate::view::View;

/// Arrows to consequences, at most.
const MOST: usize = 24;

/// Arrows shorter than this say nothing.
const SHORTEST: f64 = 14.0;

type RowOf<'a> = &'a dyn Fn(EntityId) -> Option<usize>;

/// The lane's row that an event belongs to itself.
fn own_row(log: &Log, event: EventIndex, row_of: RowOf<'_>) -> Option<usize> {
    row_of(owner(log, log.event(event)?.subject))
}

/// The nearest cause of an event, or the event itself, that belongs to a lane.
fn nearest_row(log: &Log, event: EventIndex, row_of: RowOf<'_>) -> Option<(usize, EventIndex)> {
    let own = own_row(log, event, row_of).map(|row| (row, event));
    own.or_else(|| {
        let mut causes = log.causes(event).take(8);
        causes.find_map(|(index, _)| own_row(log, index, row_of).map(|row| (row, index)))
    })
}

/// Path data of an arrow and of its tip, and the place for words about it.
struct Arrow {
    path: String,
    tip: String,
    label: (f64, f64),
}

/// From one row and pixel to another; `None` if it would be too short.
fn arrow(geometry: &Geometry, from: (usize, f64), to: (usize, f64)) -> Option<Arrow> {
    let ((from_row, x1), (to_row, x2)) = (from, to);
    if (x2 - x1).abs() < SHORTEST && from_row == to_row {
        return None;
    }
    let (y1, y2) = (geometry.middle(from_row), geometry.middle(to_row));
    // A canvas as large as the screen could not show more.
    let (x1, x2) = (x1.clamp(-4e3, 2e4), x2.clamp(-4e3, 2e4));
    let arrow = if from_row == to_row {
        // A bow below the lane.
        let low = y1 + geometry.row * 0.62;
        let (start, end) = (y1 + 12.0, y2 + 12.0);
        let bend = ((x2 - x1) / 3.0).clamp(-24.0, 24.0);
        Arrow {
            path: format!(
                "M{x1:.1} {start:.1}C{:.1} {low:.1} {:.1} {low:.1} {x2:.1} {end:.1}",
                x1 + bend,
                x2 - bend
            ),
            tip: format!("M{x2:.1} {:.1}l-5.5 5l8 2z", y2 + 10.0),
            label: (f64::midpoint(x1, x2), low - 8.0),
        }
    } else {
        let side = if y2 > y1 { -12.0 } else { 12.0 };
        let middle = f64::midpoint(y1, y2);
        let end = y2 + side;
        Arrow {
            path: format!(
                "M{x1:.1} {:.1}C{x1:.1} {middle:.1} {x2:.1} {middle:.1} {x2:.1} {end:.1}",
                y1 - side
            ),
            tip: if y2 > y1 {
                format!("M{x2:.1} {:.1}l-4 -8h8z", end + 2.0)
            } else {
                format!("M{x2:.1} {:.1}l-4 8h8z", end - 2.0)
            },
            label: (f64::midpoint(x1, x2), middle - 7.0),
        }
    };
    Some(arrow)
}

/// The arrow from the deed that led to the current event.
pub(super) fn cause_arrow(view: &View, log: &Log, geometry: &Geometry, row_of: RowOf<'_>) -> Html {
    let cursor = EventIndex(view.state.cursor);
    let found = || {
        let to_row = own_row(log, cursor, row_of)?;
        let reason = log.reason(cursor)?;
        let (from_row, from) = nearest_row(log, reason, row_of)?;
        let start = (from_row, geometry.x_after(log, from.0));
        let drawn = arrow(geometry, start, (to_row, geometry.x_of(log, cursor)))?;
        Some((drawn, from))
    };
    let Some((Arrow { path, tip, label }, from)) = found() else {
        return Html::default();
    };
    let x = label.0.clamp(40.0, (geometry.width - 40.0).max(40.0));
    html! {
        <>
            <svg class="cause-arrow" aria-hidden="true" data-testid="cause-arrow"><path d={path}/><path class="tip" d={tip}/></svg>
            <span class="cause-label" style={format!("left: {x:.1}px; top: {:.1}px", label.1)} aria-hidden="true">{ view.lang().arrow_cause(from.0) }</span>
        </>
    }
}

/// The arrows to what the current event led to; none while the picture moves.
pub(super) fn effect_arrows(
    view: &View,
    log: &Log,
    geometry: &Geometry,
    row_of: RowOf<'_>,
    consequences: &[EventIndex],
) -> Html {
    let cursor = EventIndex(view.state.cursor);
    let Some((row, at)) = nearest_row(log, cursor, row_of) else {
        return Html::default();
    };
    let start = (row, geometry.x_after(log, at.0));
    let drawn: Vec<_> = consequences
        .iter()
        .filter_map(|event| {
            let row = own_row(log, *event, row_of)?;
            arrow(geometry, start, (row, geometry.x_of(log, *event)))
        })
        .take(MOST)
        .collect();
    if drawn.is_empty() {
        return Html::default();
    }
    html! {
        <svg class="cause-arrow effect" aria-hidden="true" data-testid="effect-arrows">
            { for drawn.into_iter().map(|Arrow { path, tip, .. }| html! { <><path d={path}/><path class="tip" d={tip}/></> }) }
        </svg>
    }
}
