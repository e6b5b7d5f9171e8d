//! Words over the bars: what each long wait is for, what each bracket is.
//! They depend on the log and the stretch that is shown, not on the cursor.

use std::rc::Rc;

use coroscope_trace::scene::TaskState;
use yew::{Html, Properties, component, html, use_mut_ref};

use super::brackets::{MemberRows, bracket_labels, brackets};
use super::geometry::{Geometry, Stretch};
use super::palette::is_contending;
use crate::lane_rows::Rows;
use crate::naming::segment_words;
use crate::slots::Slots;
use crate::state::LogHandle;
use crate::text::Lang;

/// Labels at most, and the narrowest bar that gets one.
const LABELS: usize = 160;
const LABEL_WIDTH: f64 = 52.0;

/// What is shown of the lanes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Shown {
    pub(super) log: LogHandle,
    pub(super) rows: Rc<Rows>,
    pub(super) members: Rc<MemberRows>,
    pub(super) geometry: Geometry,
    /// First shown row and the one after the last.
    pub(super) first: usize,
    pub(super) after: usize,
    pub(super) lang: Lang,
}

/// The words.
#[component]
pub(super) fn Labels(shown: &Shown) -> Html {
    let recording = shown.log.get();
    let geometry = &shown.geometry;
    let range = shown.first..shown.after;
    let scopes = brackets(
        &recording,
        &shown.rows,
        &shown.members,
        geometry,
        range.clone(),
        shown.lang,
    );
    let slots = use_mut_ref(Slots::default);
    let log = &recording.log;
    let lanes = recording.timeline.lanes();
    let mut found = Vec::new();
    for row in range {
        let Some(lane) = shown.rows.lane_at(row, lanes) else {
            continue;
        };
        for stretch in geometry.stretches(log, lane) {
            let Stretch::One {
                segment,
                start,
                end,
            } = stretch
            else {
                continue;
            };
            let is_wait = matches!(
                segment.state,
                TaskState::Sleeping { .. } | TaskState::Waiting { .. }
            );
            let start = start.max(0.0);
            let width = end.min(geometry.width) - start;
            if !is_wait || width < LABEL_WIDTH || found.len() >= LABELS {
                continue;
            }
            let words = segment_words(log, segment, shown.lang);
            let top =
                row as f64 * geometry.row + geometry.row / 2.0 - 17.0_f64.min(geometry.row / 2.0);
            let style = format!(
                "left: {:.1}px; top: {top:.1}px; max-width: {:.1}px",
                start + 5.0,
                width - 8.0
            );
            let class = if is_contending(log, segment) {
                "lane-label contending"
            } else {
                "lane-label"
            };
            found.push(((lane.task, segment.from), class, style, words));
        }
    }
    let keys: Vec<_> = found.iter().map(|(key, ..)| *key).collect();
    let slots = slots.borrow_mut().assign(&keys);
    let found = found.into_iter().zip(slots);
    let labels = found.map(|((_, class, style, words), slot)| {
        html! { <span {class} {style} key={slot}>{ words }</span> }
    });
    html! { <><>{ for labels }</>{ bracket_labels(geometry, &scopes) }</> }
}
