//! Cancellation, drawn as a line from who asked to where it landed.

use coroscope_trace::scopes::Cancellation;
use coroscope_trace::{EntityId, EventIndex};

use super::draw::set_dash;
use super::geometry::Geometry;
use super::shapes::Brush;
use crate::lane_rows::Rows;
use crate::state::Recording;
use crate::stepping::owner;

/// Lines drawn, at most, and requests looked at for them.
const MOST: usize = 300;
const LOOKED_AT: usize = 4_000;

/// A request to cancel and where it landed, on the plot.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct CancelLine {
    /// Row and pixel of who asked; no row for the program outside of tasks.
    from: (Option<usize>, f64),
    /// Row and pixel of where it landed.
    to: (usize, f64),
    /// Under way still, or in vain.
    is_open: bool,
}

/// The lines that touch the shown rows.
pub(super) fn cancel_lines(
    recording: &Recording,
    rows: &Rows,
    geometry: &Geometry,
    shown: &std::ops::Range<usize>,
) -> Vec<CancelLine> {
    let (log, lanes) = (&recording.log, recording.timeline.lanes());
    let (first, last) = geometry.window(log);
    let all = recording.timeline.scopes().cancellations();
    let after = all.partition_point(|each| each.asked <= last);
    let known = all.get(..after).unwrap_or(&[]).iter().rev();
    let mut found = Vec::new();
    for each in known.take(LOOKED_AT) {
        if found.len() >= MOST {
            break;
        }
        let landed = if each.landed.is_some() {
            each.landed
        } else {
            each.asked
        };
        let Some(to_row) = rows.row_of(each.task, lanes).filter(|_| landed >= first) else {
            continue;
        };
        let (asker, at) = asker(recording, each);
        let from_row = rows.row_of(asker, lanes);
        let touches = shown.contains(&to_row) || from_row.is_some_and(|row| shown.contains(&row));
        if touches {
            found.push(CancelLine {
                from: (from_row, geometry.x_of(log, at)),
                to: (to_row, geometry.x_of(log, landed)),
                is_open: !each.landed.is_some(),
            });
        }
    }
    found
}

/// The task that asked and when. A scope asks because of what a task did: a
/// TaskGroup for the member that failed, a timeout for the task inside.
fn asker(recording: &Recording, each: &Cancellation) -> (EntityId, EventIndex) {
    let (log, lanes) = (&recording.log, recording.timeline.lanes());
    if lanes.position(each.by).is_some() || each.by == EntityId::MAIN {
        return (each.by, each.asked);
    }
    let mut causes = log
        .causes(each.asked)
        .take_while(|(_, event)| !event.kind.is_background());
    let deed = causes.find_map(|(index, event)| {
        let task = owner(log, event.subject);
        let is_end = lanes
            .of(task)
            .is_some_and(|lane| lane.finished() == Some(index));
        is_end.then_some((task, index))
    });
    deed.unwrap_or((each.task, each.asked))
}

/// Draws a line.
pub(super) fn draw_line(brush: &Brush<'_>, geometry: &Geometry, line: &CancelLine, scrolled: f64) {
    let context = brush.context;
    let ((from_row, x1), (to_row, x2)) = (line.from, line.to);
    let y2 = geometry.middle(to_row) - scrolled;
    let reach = 11.0 * brush.scale;
    context.set_stroke_style_str(&brush.palette.raised);
    context.set_fill_style_str(&brush.palette.raised);
    context.set_line_width(1.4);
    context.set_global_alpha(if line.is_open { 0.45 } else { 0.85 });
    set_dash(context, &[4.0, 3.0]);
    context.begin_path();
    let (start, end);
    match from_row {
        Some(row) if row == to_row => {
            // Its own time was over, or it cancelled itself: a bow above the lane.
            (start, end) = (y2 - reach, y2 - reach);
            context.move_to(x1, start);
            context.bezier_curve_to(x1, start - 9.0, x2, start - 9.0, x2, end);
        }
        Some(row) => {
            let y1 = geometry.middle(row) - scrolled;
            let down = if y2 > y1 { 1.0 } else { -1.0 };
            (start, end) = (y1, y2 - down * reach);
            let bend = (y2 - y1).abs().min(60.0) * down * 0.5;
            context.move_to(x1, start);
            context.bezier_curve_to(x1, start + bend, x2, end - bend, x2, end);
        }
        None => {
            (start, end) = (y2 - geometry.row * 0.5, y2 - reach);
            context.move_to(x1, start);
            context.line_to(x2, end);
        }
    }
    context.stroke();
    set_dash(context, &[]);
    context.begin_path();
    // Fails only for a negative radius.
    let _ = context.arc(x1, start, 2.6, 0.0, std::f64::consts::TAU);
    context.fill();
    let side = if end > start { -1.0 } else { 1.0 };
    let side = if from_row == Some(to_row) { -1.0 } else { side };
    context.begin_path();
    context.move_to(x2, end);
    context.line_to(x2 - 3.5, end + side * 6.5);
    context.line_to(x2 + 3.5, end + side * 6.5);
    context.fill();
    context.set_global_alpha(1.0);
}
