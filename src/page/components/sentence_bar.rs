//! The sentence: what the current event is, and what caused it.

use coroscope_session::Pace;
use coroscope_trace::{EventIndex, Part};
use yew::{Html, Properties, classes, component, html, use_mut_ref};

use super::prose::prose;
use super::stage_switch::stage_switch;
use crate::pace::pace_of;
use crate::state::{Action, Engine, Phase, State};
use crate::text::Lang;
use crate::told::{Told, plain, tell};
use crate::view::{View, use_view};

/// Playing faster than this, a screen reader could not keep up.
const SPOKEN_RATE: f32 = 1.0;

fn is_spoken(state: &State) -> bool {
    !state.playing
        || matches!(pace_of(&state.settings), Pace::EventsPerSecond(rate) if rate <= SPOKEN_RATE)
}

fn part(view: &View, part: &Part) -> Html {
    match part {
        Part::Text(text) => html! { { text } },
        Part::Entity(_, text) if matches!(text.as_str(), "it" | "它") => html! { { text } },
        Part::Entity(id, text) if view.scene.tasks.contains(*id) => {
            html! { <strong>{ text }</strong> }
        }
        Part::Entity(_, text) => html! { <span class="thing">{ text }</span> },
        Part::Event(event, text) => html! {
            <button type="button" class="link" onclick={view.on(Action::Goto(event.0))} data-testid="cause">{ text }</button>
        },
        Part::Place(place, text) => html! {
            <button type="button" class="link quiet" onclick={view.on(Action::ShowLine(place.line()))} data-testid="sentence-line">{ text }</button>
        },
        Part::Code(text) => html! { <code>{ text }</code> },
    }
}

/// What to say while there is no event: what is to come, and the class of the dot.
fn before_events(state: &State, lang: Lang) -> (&'static str, &'static str, &'static str) {
    match (&state.phase, &state.engine) {
        (_, Engine::Failed(_)) => (lang.engine_missing(), lang.engine_missing_more(), "bad"),
        (Phase::SyntaxError, _) => (lang.not_python(), lang.not_python_more(), "bad"),
        (Phase::Waiting, Engine::Loading) => (lang.fetching(), lang.fetching_more(), "busy"),
        (Phase::Waiting | Phase::Running, _) => (lang.starting(), lang.invite_more(), "busy"),
        _ => (lang.invite(), lang.invite_more(), ""),
    }
}

/// What stands under it: after a mistake in the text where and what it is.
fn more_before_events(view: &View, more: &'static str) -> Html {
    let problem = view.state.problems.first();
    let is_wrong = view.state.phase == Phase::SyntaxError;
    let Some(problem) = problem.filter(|_| is_wrong) else {
        return html! { { more } };
    };
    let line = problem.from.0;
    html! {
        <><button type="button" class="link" onclick={view.on(Action::ShowLine(line))} data-testid="sentence-line">{ view.lang().line(line) }</button>{ ": " }{ &problem.message }</>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SentenceProps {
    /// Whether the switch of the large place stands at the end of the row.
    pub(crate) with_switch: bool,
}

/// The sentence bar.
#[component]
pub(crate) fn SentenceBar(props: &SentenceProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let spoken = use_mut_ref(String::new);
    let state = &*view.state;
    if state.is_empty() {
        let (what, why, dot) = before_events(state, lang);
        return html! {
            <section class="sentence" aria-label={lang.now()} data-testid="sentence">
                <span class={classes!("state-dot", dot)} aria-hidden="true"></span>
                <p class="what" data-testid="sentence-what">{ what }</p>
                <p class="why">{ more_before_events(&view, why) }</p>
                if props.with_switch { { stage_switch(&view) } }
            </section>
        };
    }
    let Told { what, why, colour } = tell(
        &state.log.get().log,
        &view.scene,
        EventIndex(state.cursor),
        lang,
    );
    if is_spoken(state) {
        *spoken.borrow_mut() = format!("{} {}", plain(&what), plain(&why));
    }
    let spoken = spoken.borrow().clone();
    html! {
        <section class="sentence" aria-label={lang.now()} data-testid="sentence">
            <span class="state-dot" style={format!("background: var(--{colour})")} aria-hidden="true"></span>
            <p class="what" title={plain(&what)} data-testid="sentence-what">{ prose(&what, |piece| part(&view, piece)) }</p>
            if !why.is_empty() {
                <p class="why" title={plain(&why)} data-testid="sentence-why">{ prose(&why, |piece| part(&view, piece)) }</p>
            }
            if props.with_switch { { stage_switch(&view) } }
            <p class="visually-hidden" aria-live="polite" data-testid="spoken">{ spoken }</p>
        </section>
    }
}
