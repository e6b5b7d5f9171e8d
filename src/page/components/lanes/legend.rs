//! What the shapes mean: of those that the run has, so that the row stays short.

use yew::{Html, html};

use crate::presence::Presence;
use crate::text::Lang;

fn entry(word: &'static str, shape: Html) -> Html {
    html! { <li><svg viewBox="0 0 20 12" aria-hidden="true">{ shape }</svg>{ word }</li> }
}

/// The row of shapes with their words; all of them before there is a run.
pub(super) fn legend(presence: Option<&Presence>, lang: Lang) -> Html {
    let has = |seen: fn(&Presence) -> bool| presence.is_none_or(seen);
    html! {
        <ul class="legend" aria-label={lang.legend()} data-testid="legend">
            { entry(lang.state_running(), html! { <rect x="5" y="0" width="9" height="12" fill="var(--running)"/> }) }
            { entry(lang.state_ready(), html! { <><rect x="1" y="1" width="18" height="10" fill="var(--ready)" opacity="0.3"/><path d="M1 11L11 1M7 11L17 1M13 11l6-6M1 5l4-4" stroke="var(--ready)" stroke-width="2"/></> }) }
            if has(Presence::has_sleep) { { entry(lang.state_sleeping(), html! { <rect y="3" width="20" height="6" rx="3" fill="var(--sleeping)" opacity="0.7"/> }) } }
            { entry(lang.state_waiting(), html! { <rect y="5" width="20" height="2.5" fill="var(--waiting)"/> }) }
            if has(Presence::has_line) { { entry(lang.state_contending(), html! { <><path d="M0 6h20" stroke="var(--lock)"/><path d="M1 6h4M9 6h4M17 6h3" stroke="var(--lock)" stroke-width="5"/></> }) } }
            if has(Presence::has_return) { { entry(lang.state_returned(), html! { <><circle cx="10" cy="6" r="5.5" fill="var(--done)"/><path d="M7.2 6.2l2 2.2 3.6-4.6" stroke="var(--ground)" stroke-width="1.6" fill="none"/></> }) } }
            if has(Presence::has_raise) { { entry(lang.state_raised(), html! { <><circle cx="10" cy="6" r="5.5" fill="var(--raised)"/><path d="M7.8 3.8l4.4 4.4M7.8 8.2l4.4-4.4" stroke="var(--ground)" stroke-width="1.6"/></> }) } }
            if has(Presence::has_cancellation) { { entry(lang.state_cancelled(), html! { <><circle cx="10" cy="6" r="4.8" fill="none" stroke="var(--cancelled)" stroke-width="1.5"/><path d="M6.8 9.2l6.4-6.4" stroke="var(--cancelled)" stroke-width="1.5"/></> }) } }
        </ul>
    }
}
