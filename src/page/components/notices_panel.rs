//! What a visitor should know of the run: what is the matter, where, how to mend it.

use coroscope_trace::Language;
use coroscope_trace::marks::{last_before, next_after};
use coroscope_trace::notices::{Notice, mend, tell, title};
use coroscope_trace::{EventIndex, Part};
use yew::{Html, classes, component, html};

use super::prose::prose;
use crate::breakpoints::PROGRAM_FILE;
use crate::state::Action;
use crate::view::{View, use_view};

/// Notices shown, at most.
const ROWS: usize = 100;

fn part(view: &View, part: &Part) -> Html {
    match part {
        Part::Text(text) => html! { { text } },
        Part::Entity(id, text) => html! {
            <button type="button" class="link plain" onclick={view.on(Action::Select(Some(*id)))}>{ text }</button>
        },
        Part::Event(event, text) => html! {
            <button type="button" class="link" onclick={view.on(Action::Goto(event.0))}>{ text }</button>
        },
        Part::Place(place, text) if place.file() == PROGRAM_FILE => html! {
            <button type="button" class="link" onclick={view.on(Action::ShowLine(place.line()))} data-testid="notice-line">{ text }</button>
        },
        Part::Place(_, text) => html! { { text } },
        Part::Code(text) => html! { <code>{ text }</code> },
    }
}

fn row(view: &View, number: usize, notice: &Notice) -> Html {
    let lang = view.lang();
    let language = Language::from(lang);
    let recording = view.state.log.get();
    let cursor = EventIndex(view.state.cursor);
    let first = notice.moments.first().copied().unwrap_or(cursor);
    let count = notice.moments.len();
    let is_ahead = first > cursor;
    let jump = |to: Option<EventIndex>, word: &'static str, sign: &'static str| {
        let to = to.unwrap_or(first);
        html! { <button type="button" class="button square small" onclick={view.on(Action::Goto(to.0))} title={word} aria-label={word}>{ sign }</button> }
    };
    let sentence = tell(&recording.log, notice, language);
    html! {
        <li key={number} class={classes!("notice-row", is_ahead.then_some("ahead"), notice.trouble.is_advice().then_some("advice"))} data-testid="notice-row">
            <div class="head">
                <strong>{ title(notice.trouble, language) }</strong>
                if count > 1 { <span class="badge" data-testid="notice-count">{ lang.times(count) }</span> }
                <span class="jumps">
                    if count > 1 {
                        { jump(last_before(&notice.moments, cursor), lang.previous_moment(), "‹") }
                        { jump(next_after(&notice.moments, cursor), lang.next_moment(), "›") }
                    }
                    <button type="button" class="link" onclick={view.on(Action::Goto(first.0))} data-testid="notice-jump">{ lang.event_number(first.0) }</button>
                </span>
            </div>
            <p>{ prose(&sentence.parts, |piece| part(view, piece)) }</p>
            <p class="mend">{ mend(notice.trouble, language) }</p>
        </li>
    }
}

/// The list.
#[component]
pub(crate) fn NoticesPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    if view.state.is_empty() {
        return html! { <p class="empty">{ lang.notices_empty() }</p> };
    }
    let recording = view.state.log.get();
    let all = recording.notices.all();
    if all.is_empty() {
        return html! { <p class="empty" data-testid="no-notices">{ lang.notices_none() }</p> };
    }
    html! {
        <ul class="box-body notice-rows" tabindex="0" aria-label={lang.notices()} data-testid="notice-rows">
            { for all.iter().take(ROWS).enumerate().map(|(number, notice)| row(&view, number, notice)) }
        </ul>
    }
}
