//! The header: name, examples, Run, status, Share, language, colours, help.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{Callback, Html, MouseEvent, component, html};

use super::gallery_menu::GalleryMenu;
use super::status::Status;
use crate::browser::document;
use crate::state::{Action, Dialog, Engine, Settings, Theme};
use crate::text::Lang;
use crate::view::{View, use_view};

/// The sign: two strands that take turns.
fn logo() -> Html {
    html! {
        <svg viewBox="0 0 20 20" aria-hidden="true">
            <path class="strand" d="M2 5h4c4 0 4 10 8 10h4"/>
            <circle class="bead-a" cx="4" cy="15" r="2.2"/>
            <circle class="bead-b" cx="16" cy="5" r="2.2"/>
        </svg>
    }
}

fn theme_icon(theme: Theme) -> Html {
    let shape = match theme {
        Theme::System => {
            html! { <><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/></> }
        }
        Theme::Light => {
            html! { <><circle cx="8" cy="8" r="3" fill="currentColor"/><path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5L13 13M3 13l1.5-1.5M11.5 4.5L13 3" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></> }
        }
        Theme::Dark => {
            html! { <path d="M13.5 10A6 6 0 0 1 6 2.5a6 6 0 1 0 7.5 7.5z" fill="currentColor"/> }
        }
    };
    html! { <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{ shape }</svg> }
}

/// The header.
#[component]
pub(crate) fn Header() -> Html {
    let view = use_view();
    let state = &*view.state;
    let settings = state.settings;
    let lang = settings.lang;
    let run_button = if state.is_running() {
        html! {
            <button type="button" class="button primary stop" onclick={view.on(Action::Stop)} title={lang.stop_hint()} data-testid="stop">
                <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="1.5" fill="currentColor"/></svg>
                { lang.stop() }
            </button>
        }
    } else {
        html! {
            <button type="button" class="button primary" onclick={run(&view)} title={lang.run_hint()}
                disabled={matches!(state.engine, Engine::Failed(_))} data-testid="run">
                <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M1 0l9 5-9 5z" fill="currentColor"/></svg>
                { lang.run() }
            </button>
        }
    };
    let theme_word = match settings.theme {
        Theme::System => lang.theme_system(),
        Theme::Light => lang.theme_light(),
        Theme::Dark => lang.theme_dark(),
    };
    let theme_title = format!("{}: {theme_word}", lang.theme());
    html! {
        <header class="header">
            <a class="visually-hidden skip" href="#stage" onclick={skip()}>{ lang.skip_to_stage() }</a>
            <div class="brand">{ logo() }<h1>{ "coroscope" }</h1></div>
            <GalleryMenu />
            { run_button }
            <Status />
            <div class="tools">
                <button type="button" class="button toggle optional" onclick={view.on(Action::Pin)} aria-pressed={state.pinned.is_some().to_string()}
                    disabled={state.is_empty() && state.pinned.is_none()} title={if state.pinned.is_some() { lang.compare_unpin() } else { lang.compare_pin() }} aria-label={lang.compare()} data-testid="pin">
                    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="narrow"><path d="M2 3h5v10H2zM9 3h5v10H9z" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>
                    <span class="wide">{ lang.compare() }</span></button>
                <button type="button" class="button" onclick={view.on(Action::ShowDialog(Some(Dialog::Share)))} data-testid="share">{ lang.share() }</button>
                <button type="button" class="button" onclick={view.on(Action::Set(Settings { lang: lang.other(), ..settings }))}
                    title={lang.language()} data-testid="language">
                    <span class="visually-hidden">{ lang.language() }{ ": " }</span>
                    <span class={if lang == Lang::En { "on" } else { "off" }}>{ "en" }</span><span aria-hidden="true" class="off">{ "·" }</span>
                    <span class={if lang == Lang::Zh { "on" } else { "off" }}>{ "zh" }</span>
                </button>
                <button type="button" class="button square" onclick={view.on(Action::Set(Settings { theme: settings.theme.next(), ..settings }))}
                    aria-label={theme_title.clone()} title={theme_title} data-testid="theme">{ theme_icon(settings.theme) }</button>
                <button type="button" class="button square optional" onclick={view.on(Action::ShowDialog(Some(Dialog::Help)))}
                    aria-label={lang.help()} title={lang.help()} data-testid="help">{ "?" }</button>
            </div>
        </header>
    }
}

/// Runs, and puts the focus on play and pause: what a key is wanted for next.
fn run(view: &View) -> Callback<MouseEvent> {
    let view = view.clone();
    Callback::from(move |_| {
        view.send(Action::Run);
        focus("play");
    })
}

/// Moves the focus by hand: the fragment of the address belongs to links.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus("stage");
    })
}

fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Refused only while it is hidden; the focus then stays where it is.
        let _ = element.focus();
    }
}
