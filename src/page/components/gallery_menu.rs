//! The menu of examples and of the visitor's own drafts.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::{
    Callback, FocusEvent, Html, KeyboardEvent, NodeRef, component, html, use_node_ref, use_state_eq,
};

use crate::gallery::{self, GALLERY};
use crate::state::{Action, Origin};
use crate::view::{View, use_view};

fn title(view: &View) -> String {
    let lang = view.lang();
    match view.state.program.origin {
        Origin::Example(name) => gallery::find(name)
            .map_or("", |example| example.title(lang))
            .to_owned(),
        Origin::Link => lang.linked_program().to_owned(),
        Origin::Draft(id) => {
            let draft = view.state.drafts.iter().find(|draft| draft.id == id);
            draft.map_or_else(
                || lang.my_program().to_owned(),
                |draft| format!("{} · {}", lang.my_program(), draft.title()),
            )
        }
    }
}

/// Moves the focus among the menu's entries.
fn move_focus(menu: &NodeRef, backwards: bool) {
    let entries = menu
        .cast::<Element>()
        .and_then(|menu| menu.query_selector_all("button").ok());
    let Some(entries) = entries else { return };
    let focused = crate::browser::document().and_then(|document| document.active_element());
    let count = entries.length();
    let position = (0..count).find(|index| entries.item(*index).as_ref() == focused.as_deref());
    let next = match (position, backwards) {
        (None, _) => 0,
        (Some(position), false) => (position + 1) % count.max(1),
        (Some(position), true) => (position + count - 1) % count.max(1),
    };
    if let Some(entry) = entries
        .item(next)
        .and_then(|entry| entry.dyn_into::<HtmlElement>().ok())
    {
        // Focus may be refused to a hidden element; then it stays where it is.
        let _ = entry.focus();
    }
}

/// The menu and its button.
#[component]
pub(crate) fn GalleryMenu() -> Html {
    let view = use_view();
    let lang = view.lang();
    let open = use_state_eq(|| false);
    let menu = use_node_ref();
    let button = use_node_ref();

    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let on_key = {
        let (open, menu, button) = (open.clone(), menu.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *open => {
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    // The button is visible: focus is given.
                    let _ = button.focus();
                }
            }
            key @ ("ArrowDown" | "ArrowUp") if *open => {
                event.prevent_default();
                event.stop_propagation();
                move_focus(&menu, key == "ArrowUp");
            }
            _ => {}
        })
    };
    let on_leave = {
        let open = open.clone();
        Callback::from(move |event: FocusEvent| {
            let inside = event
                .current_target()
                .and_then(|place| place.dyn_into::<Node>().ok())
                .is_some_and(|place| {
                    let to = event
                        .related_target()
                        .and_then(|target| target.dyn_into::<Node>().ok());
                    place.contains(to.as_ref())
                });
            if !inside {
                open.set(false);
            }
        })
    };
    let entry = |key: String, current: bool, title: String, about: String, action: Action| {
        let (view, open) = (view.clone(), open.clone());
        let onclick = Callback::from(move |_| {
            view.send(action.clone());
            open.set(false);
        });
        html! {
            <button type="button" {onclick} key={key.clone()} aria-current={current.then_some("true")} data-testid={key}>
                <strong>{ title }</strong><small>{ about }</small>
            </button>
        }
    };
    let origin = &view.state.program.origin;
    html! {
        <div class="gallery" onkeydown={on_key} onfocusout={on_leave}>
            <button type="button" class="menu-button" ref={button} onclick={toggle} aria-expanded={open.to_string()}
                aria-controls="gallery-menu" title={lang.examples()} data-testid="gallery-button">
                <span class="visually-hidden">{ lang.examples() }{ ": " }</span><span>{ title(&view) }</span>
                <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>
            </button>
            if *open {
                <div class="gallery-menu" id="gallery-menu" ref={menu} data-testid="gallery-menu" tabindex="-1"><div class="gallery-columns">
                    if !view.state.drafts.is_empty() {
                        <section><h2>{ lang.my_program() }</h2>
                            { for view.state.drafts.iter().map(|draft| entry(
                                format!("draft-{}", draft.id), *origin == Origin::Draft(draft.id),
                                draft.title(), lang.line_count(draft.source.lines().count()), Action::ShowDraft(draft.id),
                            )) }
                        </section>
                    }
                    { for GALLERY.iter().map(|group| html! {
                        <section class={(group.examples.len() > 6).then_some("long")}><h2>{ group.title(lang) }</h2>
                            { for group.examples.iter().map(|example| entry(
                                format!("example-{}", example.name), *origin == Origin::Example(example.name),
                                example.title(lang).to_owned(), example.about(lang).to_owned(), Action::ShowExample(example.name),
                            )) }
                        </section>
                    }) }
                </div></div>
            }
        </div>
    }
}
