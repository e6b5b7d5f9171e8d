//! Two runs side by side: small lanes on one axis, output line by line, and the
//! first moment at which they part.

use coroscope_trace::sentence::describe_event;
use coroscope_trace::{EventIndex, Language, Log};
use yew::{Html, classes, component, html, use_memo};

use crate::compare::{Parting, parting, side_by_side};
use crate::naming::state_class;
use crate::output_lines::text_of;
use crate::state::{Action, LogHandle};
use crate::text::seconds;
use crate::view::{View, use_view};

/// Lanes drawn of each run, at most.
const LANES: usize = 12;
/// Segments drawn of each lane, at most.
const SEGMENTS: usize = 400;
/// Rows of output, at most.
const ROWS: usize = 400;
/// Height of a lane in the drawing's units; its width is 1000.
const LANE: f64 = 14.0;

/// The lanes of one run, `end` nanoseconds wide.
fn lanes(view: &View, handle: &LogHandle, end: u64, mark: Option<EventIndex>) -> Html {
    let lang = view.lang();
    let recording = handle.get();
    let log = &recording.log;
    let all = recording.timeline.lanes().all();
    let x = |time: u64| time.min(end) as f64 / end.max(1) as f64 * 1000.0;
    let at = mark
        .and_then(|mark| log.event(mark))
        .map(|event| x(event.time));
    let shown = all.len().min(LANES);
    let height = shown.max(1) as f64 * LANE;
    html! {
        <div class="small-lanes">
            <div class="small-names">{ for all.iter().take(LANES).map(|lane| {
                let name = log.text(log.name_at(lane.task, EventIndex(handle.len()))).to_owned();
                html! { <span title={name.clone()}>{ name }</span> }
            }) }</div>
            <svg viewBox={format!("0 0 1000 {height:.0}")} preserveAspectRatio="none" style={format!("height: {:.1}rem", shown.max(1) as f64 * 1.1)} aria-hidden="true">
                { for all.iter().take(LANES).enumerate().map(|(row, lane)| html! {
                    <g>{ for lane.segments.iter().take(SEGMENTS).filter(|segment| !segment.state.is_done()).map(|segment| {
                        let state = state_class(segment.state);
                        let from = x(segment.from_time);
                        let to = x(segment.to_time.min(recording.timeline.tail().time)).max(from + 1.5);
                        let thin = matches!(state, "waiting" | "sleeping");
                        let (top, thick) = if thin { (5.5, 3.0) } else { (2.0, 10.0) };
                        html! { <rect x={format!("{from:.1}")} y={format!("{:.1}", row as f64 * LANE + top)} width={format!("{:.1}", to - from)} height={format!("{thick:.1}")} class={format!("fill-{state}")}/> }
                    }) }</g>
                }) }
                if let Some(at) = at { <path class="parting" d={format!("M{at:.1} 0V{height:.0}")}/> }
            </svg>
            if all.len() > LANES { <p class="count">{ lang.more(all.len() - LANES) }</p> }
        </div>
    }
}

fn texts(handle: &LogHandle) -> Vec<String> {
    let recording = handle.get();
    let lines = recording.lines.all().iter().take(ROWS);
    lines.map(|line| text_of(&recording.log, line)).collect()
}

fn sentence(view: &View, log: &Log, at: Option<EventIndex>) -> String {
    match at {
        None => view.lang().compare_over().to_owned(),
        Some(at) => {
            let time = log.event(at).map_or(0, |event| event.time);
            let told = describe_event(log, at, Language::from(view.lang()));
            format!("{}: {told}", seconds(time))
        }
    }
}

fn verdict(view: &View, pinned: &Log, present: &Log, parting: Option<Parting>) -> Html {
    let lang = view.lang();
    let Some(Parting {
        pinned: at_pinned,
        present: at_present,
    }) = parting
    else {
        return html! { <p class="verdict same" data-testid="compare-same">{ lang.compare_same() }</p> };
    };
    html! {
        <div class="verdict" data-testid="compare-parting">
            <h3>{ lang.compare_parting() }</h3>
            <dl>
                <dt>{ lang.compare_pinned() }</dt><dd>{ sentence(view, pinned, at_pinned) }</dd>
                <dt>{ lang.compare_present() }</dt><dd>{ sentence(view, present, at_present) }
                    if let Some(at) = at_present { { " " }<button type="button" class="link" onclick={view.on(Action::Goto(at.0))} data-testid="compare-go">{ lang.compare_go() }</button> }
                </dd>
            </dl>
        </div>
    }
}

/// The view; only shown while a run is pinned.
#[component]
pub(crate) fn CompareView() -> Html {
    let view = use_view();
    let lang = view.lang();
    let Some(pinned) = view.state.pinned.clone() else {
        return Html::default();
    };
    let key = (pinned.log.clone(), view.state.log.clone());
    let found = use_memo(key, |(pinned, present)| {
        // A run that is compared with itself has nothing to tell.
        if present.is_empty() || pinned == present {
            return None;
        }
        let (old, new) = (texts(pinned), texts(present));
        let rows = side_by_side(&old, &new);
        Some((
            parting(&pinned.get().log, &present.get().log),
            rows,
            old,
            new,
        ))
    });
    let head = html! {
        <div class="compare-head">
            <h2>{ lang.compare() }</h2>
            <button type="button" class="link" onclick={view.on(Action::Pin)} data-testid="compare-stop">{ lang.compare_unpin() }</button>
        </div>
    };
    let Some((parting, rows, old, new)) = &*found else {
        return html! {
            <section class="compare" id="stage" tabindex="-1" aria-label={lang.compare()} data-testid="compare-view">{ head }<p class="empty">{ lang.compare_empty() }</p></section>
        };
    };
    let end = {
        let (before, now) = (pinned.log.get(), view.state.log.get());
        before.timeline.tail().time.max(now.timeline.tail().time)
    };
    let first_row = rows
        .iter()
        .position(|(left, right)| left.is_none() || right.is_none());
    let cell = |texts: &[String], at: Option<usize>| match at.and_then(|at| texts.get(at)) {
        Some(text) => html! { <samp>{ text.clone() }</samp> },
        None => html! { <samp class="nothing"></samp> },
    };
    html! {
        <section class="compare" id="stage" tabindex="-1" aria-label={lang.compare()} data-testid="compare-view">
            { head }
            <div class="compare-body" tabindex="0" role="group" aria-label={lang.compare()}>
                { verdict(&view, &pinned.log.get().log, &view.state.log.get().log, *parting) }
                <div class="compare-columns">
                    <h3>{ lang.compare_pinned() }{ " · " }{ seconds(pinned.log.get().timeline.tail().time) }</h3>
                    <h3>{ lang.compare_present() }{ " · " }{ seconds(view.state.log.get().timeline.tail().time) }</h3>
                    { lanes(&view, &pinned.log, end, parting.and_then(|parting| parting.pinned)) }
                    { lanes(&view, &view.state.log, end, parting.and_then(|parting| parting.present)) }
                </div>
                <h3>{ lang.output() }</h3>
                <ol class="compare-output" data-testid="compare-output">
                    { for rows.iter().enumerate().map(|(row, (left, right))| {
                        let differs = left.is_none() || right.is_none();
                        let is_first = first_row == Some(row);
                        let class = classes!(differs.then_some("differs"), is_first.then_some("first"), left.is_none().then_some("added"), right.is_none().then_some("removed"));
                        html! { <li key={row} {class} data-testid="compare-row">{ cell(old, *left) }{ cell(new, *right) }</li> }
                    }) }
                </ol>
            </div>
        </section>
    }
}
