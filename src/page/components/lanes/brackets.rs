//! Brackets of TaskGroups, timeouts and gathers: a line under the bars of the
//! task inside, and a spine with a tooth for each task that belongs to it.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use coroscope_trace::lanes::Lanes;
use coroscope_trace::scene::TaskState;
use coroscope_trace::scopes::ScopeSpan;
use coroscope_trace::{EntityId, flags};
use yew::{Html, html};

use super::geometry::Geometry;
use super::shapes::Brush;
use crate::lane_rows::Rows;
use crate::state::Recording;
use crate::text::Lang;

/// Brackets drawn, at most; and the narrowest that is.
const MOST: usize = 240;
const NARROWEST: f64 = 5.0;

/// Members further than this above the plot's top are not drawn, nor those 40 times as far below.
const SEEN: f64 = 100.0;

/// Lanes as high as this have room for a name on the bracket's beginning.
const ROOMY: f64 = 42.0;

/// Half the height of a name.
const HALF_NAME: f64 = 7.0;

/// How far under the bars' middle the line runs, and how much lower each nested one.
const BELOW: f64 = 14.0;
const DEEPER: f64 = 3.0;

/// How a scope ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    /// As hoped, or still open.
    Well,
    /// By an exception, or its time was over.
    Badly,
    /// It was cancelled from outside.
    Cancelled,
}

/// A scope where it stands on the plot.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Bracket {
    id: EntityId,
    title: String,
    outcome: Outcome,
    /// First and last pixel.
    from: f64,
    to: f64,
    /// Where its time is over, if that is within it.
    deadline: Option<f64>,
    /// Where the block ends in which it was entered: its name stands behind it.
    free_from: f64,
    level: u32,
    /// The row of the task inside.
    owner: Option<usize>,
    /// The rows of its members, sorted.
    members: Rc<[usize]>,
}

/// The rows of each scope's members, for one log and one order of rows. A group
/// may have ten thousand, and every movement of the lanes asks for them.
#[derive(Default)]
pub(super) struct MemberRows(RefCell<HashMap<EntityId, Rc<[usize]>>>);

impl PartialEq for MemberRows {
    fn eq(&self, other: &MemberRows) -> bool {
        std::ptr::eq(self, other)
    }
}

impl MemberRows {
    /// The rows of a scope's members, sorted, without its owner's.
    fn of(&self, span: &ScopeSpan, rows: &Rows, lanes: &Lanes) -> Rc<[usize]> {
        let mut known = self.0.borrow_mut();
        let found = known.entry(span.id).or_insert_with(|| {
            let owner = rows.row_of(span.task, lanes);
            let members = span.members.iter();
            let mut members: Vec<usize> = members
                .filter_map(|member| rows.row_of(*member, lanes))
                .filter(|row| Some(*row) != owner)
                .collect();
            members.sort_unstable();
            members.dedup();
            members.into()
        });
        found.clone()
    }
}

/// The brackets that touch the shown rows.
pub(super) fn brackets(
    recording: &Recording,
    rows: &Rows,
    members: &MemberRows,
    geometry: &Geometry,
    shown: std::ops::Range<usize>,
    lang: Lang,
) -> Vec<Bracket> {
    let lanes = recording.timeline.lanes();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for number in shown {
        let Some(lane) = rows.lane_at(number, lanes) else {
            continue;
        };
        for span in recording.timeline.scopes().of_task(lane.task) {
            if found.len() >= MOST {
                return found;
            }
            let from = geometry.x_of(&recording.log, span.from);
            let to = geometry.x_of(&recording.log, span.to);
            let is_seen = to >= 0.0 && from <= geometry.width && to - from >= NARROWEST;
            if is_seen && seen.insert(span.id) {
                let members = members.of(span, rows, lanes);
                let owner = rows.row_of(span.task, lanes);
                let place = (owner, members, (from, to));
                found.push(bracket(recording, geometry, span, place, lang));
            }
        }
    }
    found
}

fn bracket(
    recording: &Recording,
    geometry: &Geometry,
    span: &ScopeSpan,
    (owner, members, (from, to)): (Option<usize>, Rc<[usize]>, (f64, f64)),
    lang: Lang,
) -> Bracket {
    let (log, lanes) = (&recording.log, recording.timeline.lanes());
    let block = lanes.of(span.task).and_then(|lane| {
        let segment = lane.segment_at(span.from)?;
        let is_block = !matches!(
            segment.state,
            TaskState::Sleeping { .. } | TaskState::Waiting { .. }
        );
        is_block.then(|| geometry.end(segment))
    });
    let entered = log.event(span.from).map_or(0, |event| event.time);
    let deadline = span
        .deadline
        .map(|time| geometry.x(geometry.axis.position_of_time(log, time)));
    Bracket {
        id: span.id,
        title: lang.scope_title(
            span.kind,
            span.deadline.map(|time| time.saturating_sub(entered)),
        ),
        outcome: match span.outcome {
            flags::OUTCOME_RAISED | flags::OUTCOME_TIMED_OUT => Outcome::Badly,
            flags::OUTCOME_CANCELLED => Outcome::Cancelled,
            _ => Outcome::Well,
        },
        from,
        to,
        free_from: block.unwrap_or(from).max(from).max(0.0),
        deadline: deadline.filter(|x| *x > from && *x <= to + 1.0),
        level: span.level.min(3),
        owner,
        members,
    }
}

/// Draws a bracket.
pub(super) fn draw_bracket(
    brush: &Brush<'_>,
    geometry: &Geometry,
    bracket: &Bracket,
    scrolled: f64,
) {
    let context = brush.context;
    let Some(y) = line_of(geometry, bracket).map(|y| y - scrolled) else {
        return;
    };
    let (from, to) = (
        bracket.from.max(-4.0).round() + 0.5,
        bracket.to.min(geometry.width + 4.0).round() + 0.5,
    );
    let colour = match bracket.outcome {
        Outcome::Well => &brush.palette.muted,
        Outcome::Badly => &brush.palette.raised,
        Outcome::Cancelled => &brush.palette.cancelled,
    };
    let middle = |row: &usize| geometry.middle(*row) - scrolled;
    let members = &bracket.members;
    let above = members.partition_point(|row| middle(row) < -SEEN);
    let members = members.iter().skip(above).map(middle);
    let seen: Vec<f64> = members.take_while(|middle| *middle < SEEN * 40.0).collect();
    // What happens inside stands on a faint ground.
    context.set_global_alpha(0.055);
    context.set_fill_style_str(match bracket.outcome {
        Outcome::Badly => &brush.palette.raised,
        Outcome::Well | Outcome::Cancelled => &brush.palette.ink,
    });
    for middle in &seen {
        let top = middle - 2.0 - geometry.row / 2.0;
        context.fill_rect(from, top, to - from, geometry.row);
    }
    let lowest = bracket.members.last();
    let lowest = lowest.map(|row| geometry.middle(*row) - scrolled);
    context.set_global_alpha(0.8);
    context.set_stroke_style_str(colour);
    context.set_line_width(1.25);
    context.begin_path();
    context.move_to(from, y - 4.0);
    context.line_to(from, y);
    context.line_to(to, y);
    context.line_to(to, y - 4.0);
    if let Some(lowest) = lowest {
        context.move_to(from, y);
        context.line_to(from, lowest);
        for tooth in seen {
            context.move_to(from, tooth);
            context.line_to(from + 6.0, tooth);
        }
    }
    context.stroke();
    if let Some(x) = bracket.deadline {
        // A flag where the time is over.
        context.set_fill_style_str(colour);
        context.begin_path();
        context.move_to(x - 4.0, y + 5.0);
        context.line_to(x + 4.0, y + 5.0);
        context.line_to(x, y - 1.0);
        context.fill();
    }
    context.set_global_alpha(1.0);
}

/// Where the line of a bracket runs, in pixels from the first row's top.
fn line_of(geometry: &Geometry, bracket: &Bracket) -> Option<f64> {
    let below = BELOW * (geometry.row / 46.0).clamp(0.75, 1.0);
    let level = f64::from(bracket.level) * DEEPER;
    match (bracket.owner, bracket.members.first()) {
        (Some(row), _) => Some((geometry.middle(row) + below + level).round() + 0.5),
        // Entered outside of tasks: the first member has it above.
        (None, Some(row)) => Some((geometry.middle(*row) - below).round() + 0.5),
        (None, None) => None,
    }
}

/// The brackets' names, on their lines.
pub(super) fn bracket_labels(geometry: &Geometry, brackets: &[Bracket]) -> Html {
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    let labels = brackets.iter().filter_map(|bracket| {
        let row = bracket.owner?;
        let top = line_of(geometry, bracket)? - HALF_NAME;
        let width = bracket.title.chars().count() as f64 * 6.2 + 8.0;
        // Where lanes are low, the next one has words there: the name goes to the end.
        let end = bracket.to.min(geometry.width);
        let (mut left, towards) = if geometry.row >= ROOMY {
            (bracket.free_from + 6.0, 1.0)
        } else {
            (end - width - 4.0, -1.0)
        };
        // Names of nested scopes stand beside each other.
        for (other, from, to) in &taken {
            if *other == row && left < *to && left + width > *from {
                left = if towards > 0.0 { *to + 4.0 } else { *from - width - 4.0 };
            }
        }
        if left + width > end {
            left = bracket.from.max(0.0) + 8.0;
        }
        let is_free = taken
            .iter()
            .all(|(other, from, to)| *other != row || left >= *to || left + width <= *from);
        if left < bracket.from.max(0.0) || left + width > end || !is_free {
            return None;
        }
        taken.push((row, left, left + width));
        let class = match bracket.outcome {
            Outcome::Well => "scope-label",
            Outcome::Badly => "scope-label bad",
            Outcome::Cancelled => "scope-label cancelled",
        };
        let style = format!("left: {left:.1}px; top: {top:.1}px");
        Some(html! {
            <span {class} {style} key={bracket.id.0} data-testid="scope-label">{ bracket.title.clone() }</span>
        })
    });
    labels.collect()
}
