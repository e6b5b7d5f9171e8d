//! The menu of examples and of the visitor's own drafts.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};
use yew::{
    Callback, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent, NodeRef, TargetCast,
    component, html, use_effect_with, use_mut_ref, use_node_ref, use_state_eq,
};

use crate::browser::listing_file::text_of;
use crate::browser::media;
use crate::gallery::{self, Example};
use crate::state::{Action, Notice, Origin};
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
        .and_then(|menu| menu.query_selector_all("input, button").ok());
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
    let search = use_state_eq(String::new);
    // The example that was chosen last: others may come late.
    let chosen = use_mut_ref(|| "");
    let menu = use_node_ref();
    let button = use_node_ref();

    {
        // Who types in the menu searches it. A touch opens no keyboard over it.
        let menu = menu.clone();
        use_effect_with(*open, move |open| {
            if *open && !media("(pointer: coarse)") {
                let field = menu
                    .cast::<Element>()
                    .and_then(|menu| menu.query_selector("input").ok().flatten());
                if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                    // It has just been drawn: focus is given.
                    let _ = field.focus();
                }
            }
        });
    }
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
    let on_search = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            search.set(field.value());
        })
    };
    let show = {
        let (view, open) = (view.clone(), open.clone());
        move |example: &'static Example| {
            let (view, open, chosen) = (view.clone(), open.clone(), chosen.clone());
            Callback::from(move |_: MouseEvent| {
                *chosen.borrow_mut() = example.name;
                open.set(false);
                let (dispatcher, chosen) = (view.state.dispatcher(), chosen.clone());
                spawn_local(async move {
                    let text = text_of(example).await;
                    if *chosen.borrow() == example.name {
                        dispatcher.dispatch(match text {
                            Ok(text) => Action::ShowExample(example.name, text),
                            Err(_) => Action::Tell(Notice::ExampleMissing(example.name)),
                        });
                    }
                });
            })
        }
    };
    let show_draft = {
        let (view, open) = (view.clone(), open.clone());
        move |id: u32| {
            let (view, open) = (view.clone(), open.clone());
            Callback::from(move |_: MouseEvent| {
                view.send(Action::ShowDraft(id));
                open.set(false);
            })
        }
    };
    let entry = |key: String,
                 current: bool,
                 title: String,
                 about: String,
                 onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" {onclick} key={key.clone()} aria-current={current.then_some("true")} data-testid={key}>
                <strong>{ title }</strong><small>{ about }</small>
            </button>
        }
    };
    let origin = &view.state.program.origin;
    let found = if *open {
        gallery::found(&search)
    } else {
        Vec::new()
    };
    html! {
        <div class="gallery" onkeydown={on_key} onfocusout={on_leave}>
            <button type="button" class="menu-button" ref={button} onclick={toggle} aria-expanded={open.to_string()}
                aria-controls="gallery-menu" title={lang.examples()} data-testid="gallery-button">
                <span class="visually-hidden">{ lang.examples() }{ ": " }</span><span>{ title(&view) }</span>
                <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>
            </button>
            if *open {
                <div class="gallery-menu" id="gallery-menu" ref={menu} data-testid="gallery-menu" tabindex="-1">
                    <input type="search" class="gallery-search" value={(*search).clone()} oninput={on_search} placeholder={lang.search_examples()} aria-label={lang.search_examples()} autocomplete="off" data-testid="gallery-search" />
                    if found.is_empty() { <p class="empty" role="status">{ lang.no_example_found() }</p> }
                    <div class="gallery-columns">
                    if !view.state.drafts.is_empty() && search.trim().is_empty() {
                        <section><h2>{ lang.my_program() }</h2>
                            { for view.state.drafts.iter().map(|draft| entry(
                                format!("draft-{}", draft.id), *origin == Origin::Draft(draft.id),
                                draft.title(), lang.line_count(draft.source.lines().count()), show_draft(draft.id),
                            )) }
                        </section>
                    }
                    { for found.into_iter().map(|(group, examples)| html! {
                        <section class={(examples.len() > 6).then_some("long")}><h2>{ group.title(lang) }</h2>
                            { for examples.into_iter().map(|example| entry(
                                format!("example-{}", example.name), *origin == Origin::Example(example.name),
                                example.title(lang).to_owned(), example.about(lang).to_owned(), show(example),
                            )) }
                        </section>
                    }) }
                </div></div>
            }
        </div>
    }
}
