//! The sentence: what the current event is, and what caused it.

use coroscope_session::Pace;
use coroscope_trace::EventIndex;
use yew::{Html, component, html, use_mut_ref};

use crate::pace::pace_of;
use crate::state::{Action, State};
use crate::told::{Told, tell};
use crate::view::use_view;

/// Playing faster than this, a screen reader could not keep up.
const SPOKEN_RATE: f32 = 1.0;

fn is_spoken(state: &State) -> bool {
    !state.playing || matches!(pace_of(&state.settings), Pace::EventsPerSecond(rate) if rate <= SPOKEN_RATE)
}

/// The sentence bar.
#[component]
pub(crate) fn SentenceBar() -> Html {
    let view = use_view();
    let lang = view.lang();
    let spoken = use_mut_ref(String::new);
    let state = &*view.state;
    if state.is_empty() {
        return html! {
            <section class="sentence" aria-label={lang.now()} data-testid="sentence">
                <span class="state-dot" aria-hidden="true"></span>
                <p class="what">{ if state.is_running() { lang.running() } else { lang.invite() } }</p>
                <p class="why"><span>{ lang.invite_more() }</span></p>
            </section>
        };
    }
    let Told { subject, text, colour, why, line } = tell(&state.log.get().log, &view.scene, EventIndex(state.cursor), lang);
    if is_spoken(state) {
        let mut sentence = spoken.borrow_mut();
        *sentence = match &why {
            Some((_, why)) => format!("{subject}{text} {why}"),
            None => format!("{subject}{text}"),
        };
    }
    let spoken = spoken.borrow().clone();
    html! {
        <section class="sentence" aria-label={lang.now()} data-testid="sentence">
            <span class="state-dot" style={format!("background: var(--{colour})")} aria-hidden="true"></span>
            <p class="what" data-testid="sentence-what"><strong>{ subject }</strong>{ text }</p>
            if why.is_some() || line.is_some() {
                <p class="why">
                    if let Some((cause, why)) = why {
                        <button type="button" class="link" onclick={view.on(Action::Goto(cause.0))} title={lang.go_to_event(cause.0 as usize + 1)} data-testid="cause">{ why }</button>
                    }
                    if let Some(line) = line { <span data-testid="sentence-line">{ lang.line(line) }</span> }
                </p>
            }
            <p class="visually-hidden" aria-live="polite" data-testid="spoken">{ spoken }</p>
        </section>
    }
}
