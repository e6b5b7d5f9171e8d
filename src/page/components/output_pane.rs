//! The output: each line with its moment; what the cursor has not reached is dimmed.

use coroscope_trace::Stream;
use web_sys::{Element, HtmlElement};
use yew::{Html, classes, component, html, use_effect_with, use_memo, use_node_ref};

use crate::output_lines::{OutputLine, lines, text_of};
use crate::state::Action;
use crate::text::seconds_column;
use crate::view::{View, use_view};

/// How many lines are drawn before and after the cursor.
const LINES_BEFORE: usize = 300;
const LINES_AFTER: usize = 100;

fn row(view: &View, number: usize, line: &OutputLine, reached: usize) -> Html {
    let recording = view.state.log.get();
    let log = &recording.log;
    let time = log.event(line.event).map(|event| seconds_column(event.time)).unwrap_or_default();
    let is_error = line.stream == Stream::Stderr;
    let class = classes!(
        "output-line",
        is_error.then_some("stderr"),
        (number >= reached).then_some("future"),
        (number + 1 == reached && log.event(line.event).is_some() && line.event.0 == view.state.cursor).then_some("latest"),
    );
    html! {
        <li key={number}>
            <button type="button" {class} onclick={view.on(Action::Goto(line.event.0))} disabled={!line.event.is_some()}
                title={view.lang().go_to_event(line.event.0 as usize)} data-testid="output-line">
                <time>{ time }</time><samp>
                    if is_error { <span class="visually-hidden">{ view.lang().stderr() }{ ": " }</span> }
                    { text_of(log, line) }
                </samp>
            </button>
        </li>
    }
}

/// The output pane.
#[component]
pub(crate) fn OutputPane() -> Html {
    let view = use_view();
    let lang = view.lang();
    let all = use_memo(view.state.log.clone(), |handle| lines(&handle.get().log));
    let reached = all.partition_point(|line| line.start < view.scene.output_len);
    let first = reached.saturating_sub(LINES_BEFORE);
    let last = (reached + LINES_AFTER).min(all.len());

    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((reached, all.len()), move |(reached, _)| {
            scroll_to(&place, reached.saturating_sub(first).saturating_sub(1));
        });
    }
    let note = |count: usize| {
        if count == 0 { Html::default() } else { html! { <li class="empty">{ lang.more(count) }</li> } }
    };
    html! {
        <section class="output" aria-label={lang.output()} data-testid="output">
            <header class="pane-head">
                <h2>{ lang.output() }</h2>
                if !all.is_empty() {
                    <span class="count" data-testid="output-count">{ lang.output_lines(reached, all.len()) }</span>
                }
            </header>
            <ol class="output-lines" ref={place} data-testid="output-lines" tabindex="0" aria-label={lang.output()}>
                if all.is_empty() {
                    <li class="empty">{ if view.state.is_empty() || view.state.is_running() { lang.output_empty() } else { lang.output_none() } }</li>
                }
                { note(first) }
                { for all.iter().enumerate().take(last).skip(first).map(|(number, line)| row(&view, number, line, reached)) }
                { note(all.len() - last) }
            </ol>
        </section>
    }
}

/// Scrolls inside the list only, so that the page itself never moves.
fn scroll_to(place: &yew::NodeRef, position: usize) {
    let Some(list) = place.cast::<HtmlElement>() else { return };
    let Ok(rows) = list.query_selector_all("li > .output-line") else { return };
    let Some(row) = rows.item(position as u32) else { return };
    let Ok(row) = wasm_bindgen::JsCast::dyn_into::<Element>(row) else { return };
    let (inside, outside) = (row.get_bounding_client_rect(), list.get_bounding_client_rect());
    let below = inside.bottom() - outside.bottom();
    let above = inside.top() - outside.top();
    if below > 0.0 {
        list.set_scroll_top(list.scroll_top() + below.ceil() as i32 + 4);
    } else if above < 0.0 {
        list.set_scroll_top(list.scroll_top() + above.floor() as i32 - 4);
    }
}
