//! The menu of breakpoints: kinds of events to stop at, and the lines that have one.

use yew::{Html, component, html, use_state_eq};

use crate::breakpoints::StopKind;
use crate::state::Action;
use crate::view::use_view;

/// The button and its menu.
#[component]
pub(crate) fn BreakMenu() -> Html {
    let view = use_view();
    let lang = view.lang();
    let is_open = use_state_eq(|| false);
    let all = view.state.breakpoints.clone();
    let toggle = {
        let is_open = is_open.clone();
        yew::Callback::from(move |_: yew::MouseEvent| is_open.set(!*is_open))
    };
    let onkeydown = {
        let is_open = is_open.clone();
        yew::Callback::from(move |event: yew::KeyboardEvent| {
            if event.key() == "Escape" && *is_open {
                event.prevent_default();
                is_open.set(false);
            }
        })
    };
    html! {
        <div class="break-menu" {onkeydown}>
            <button type="button" class="button" onclick={toggle} aria-expanded={is_open.to_string()} aria-controls="breakpoints" aria-label={lang.breakpoint_count(all.len())} title={lang.breakpoints_hint()} data-testid="breakpoints-button">
                <span class="break-dot" aria-hidden="true"></span>
                if !all.is_empty() { <span>{ all.len() }</span> }
            </button>
            if *is_open {
                <div class="popover" id="breakpoints" role="group" aria-label={lang.breakpoints()} data-testid="breakpoints">
                    <h2>{ lang.breakpoints() }</h2>
                    { for StopKind::ALL.iter().map(|kind| html! {
                        <label><input type="checkbox" checked={all.kinds.contains(kind)} onchange={view.on(Action::ToggleKind(*kind))}
                            data-testid={format!("stop-{}", kind.code())} />{ kind.title(lang) }</label>
                    }) }
                    <h3>{ lang.breakpoints_lines() }</h3>
                    if all.lines.is_empty() { <p class="count">{ lang.breakpoints_no_lines() }</p> } else {
                        <p class="lines">{ for all.lines.iter().map(|line| html! {
                            <button type="button" class="button small" onclick={view.on(Action::ToggleLine(*line))} aria-label={format!("{}: {}", lang.line(*line), lang.close())} data-testid="break-line">{ line }{ " ×" }</button>
                        }) }</p>
                    }
                    if !all.is_empty() {
                        <button type="button" class="link" onclick={view.on(Action::ClearBreakpoints)} data-testid="clear-breakpoints">{ lang.breakpoints_clear() }</button>
                    }
                </div>
            }
        </div>
    }
}
