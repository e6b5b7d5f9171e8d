//! The dialogs: keys, the link to share, a file of the library.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlDialogElement, HtmlInputElement};
use yew::{
    AttrValue, Callback, Children, Html, NodeRef, Properties, component, html, use_effect_with,
    use_node_ref, use_state_eq,
};

use crate::browser::{address, window};
use crate::state::{Action, Dialog, State};
use crate::view::use_view;

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    title: AttrValue,
    test: &'static str,
    children: Children,
}

/// A modal dialog: the browser keeps the focus inside and closes it on Escape.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let view = use_view();
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = place.cast::<HtmlDialogElement>() {
                // Fails only if it is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let close = view.on(Action::ShowDialog(None));
    html! {
        <dialog ref={place} onclose={view.on(Action::ShowDialog(None))} aria-label={props.title.clone()} data-testid={props.test}>
            <header><h2>{ &props.title }</h2>
                <button type="button" class="button square" onclick={close} aria-label={view.lang().close()} data-testid="close-dialog">{ "×" }</button>
            </header>
            { props.children.clone() }
        </dialog>
    }
}

#[component]
fn Help() -> Html {
    let lang = use_view().lang();
    let key = |keys: &[&'static str], what: &'static str| {
        html! {
            <><dt>{ for keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</dt><dd>{ what }</dd></>
        }
    };
    html! {
        <Frame title={lang.help_title()} test="help-dialog">
            <p>{ lang.help_about() }</p>
            <dl class="keys">
                { key(&["Ctrl", "Enter"], lang.key_run()) }
                { key(&["q"], lang.key_stop()) }
                { key(&["Space"], lang.key_play()) }
                { key(&["←", "→"], lang.key_step()) }
                { key(&["Home", "End"], lang.key_ends()) }
                { key(&[",", "."], lang.key_event()) }
                { key(&["c", "f"], lang.key_cause_effect()) }
                { key(&["[", "]", "r"], lang.key_speed()) }
                { key(&["b"], lang.key_break()) }
            </dl>
            <h3>{ lang.key_next() }</h3>
            <dl class="keys">
                { key(&["l"], lang.key_line()) }
                { key(&["i"], lang.key_iteration()) }
                { key(&["t"], lang.key_task()) }
                { key(&["o"], lang.key_output()) }
                { key(&["x"], lang.key_problem()) }
            </dl>
            <h3>{ lang.key_looking() }</h3>
            <dl class="keys">
                { key(&["v"], lang.key_views()) }
                { key(&["/"], lang.key_search()) }
                { key(&["d"], lang.key_inspect()) }
                { key(&["w"], lang.key_notices()) }
                { key(&["m"], lang.key_pin()) }
                { key(&["s"], lang.key_share()) }
                { key(&["a"], lang.key_axis()) }
                { key(&["+", "−", "0"], lang.key_zoom()) }
                { key(&["z"], lang.key_fold()) }
                { key(&["↑", "↓", "←", "→"], lang.key_lanes()) }
                { key(&["?"], lang.key_help()) }
                { key(&["Esc", "Tab"], lang.key_leave()) }
            </dl>
            <p class="aside">{ lang.key_typing() }</p>
        </Frame>
    }
}

/// How copying went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

async fn copy(text: String) -> Copied {
    let Some(window) = window() else {
        return Copied::Refused;
    };
    let clipboard = window.navigator().clipboard();
    // Undefined on pages without https.
    if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
        return Copied::Refused;
    }
    match JsFuture::from(clipboard.write_text(&text)).await {
        Ok(_) => Copied::Yes,
        Err(_) => Copied::Refused,
    }
}

#[component]
fn Share() -> Html {
    let view = use_view();
    let lang = view.lang();
    let made = address::link_to(&view.state);
    let refused = made.as_ref().err().map(ToString::to_string);
    let address = made.unwrap_or_default();
    let copied = use_state_eq(|| Copied::NotYet);
    let start = {
        let (copied, address) = (copied.clone(), address.clone());
        move || {
            spawn_local(async move { copied.set(copy(address).await) });
        }
    };
    let field = use_node_ref();
    {
        let (start, field, shown) = (start.clone(), field.clone(), address.clone());
        use_effect_with((), move |()| {
            if !shown.is_empty() {
                address::show(&shown);
                start();
            }
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
        });
    }
    let again = Callback::from(move |_| start.clone()());
    let confirmation = match *copied {
        Copied::NotYet => "",
        Copied::Yes => lang.copied(),
        Copied::Refused => lang.copy_by_hand(),
    };
    let mark = if *copied == Copied::Yes { "✓ " } else { "" };
    html! {
        <Frame title={lang.share_title()} test="share-dialog">
            <p>{ lang.share_text() }</p>
            <div class="row">
                <input type="text" readonly=true value={address.clone()} ref={field} aria-label={lang.share_title()} data-testid="share-link" />
                <button type="button" class="button" onclick={again} data-testid="copy">{ lang.copy() }</button>
            </div>
            <p class="confirmation" role="status" data-testid="copied">{ mark }{ confirmation }</p>
            if let Some(refused) = refused { <p role="alert">{ refused }</p> }
            if address.len() > 2000 { <p>{ lang.long_link() }</p> }
        </Frame>
    }
}

/// A file of the library, open at the line of a traceback.
#[component]
fn Library() -> Html {
    let view = use_view();
    let lang = view.lang();
    let here = use_node_ref();
    let file = view.state.library.clone();
    let is_here = file.as_ref().is_some_and(|file| file.text.is_some());
    {
        let here = here.clone();
        use_effect_with(is_here, move |_| {
            if let Some(line) = here.cast::<Element>() {
                line.scroll_into_view();
            }
        });
    }
    let Some(file) = file else {
        return Html::default();
    };
    let title = file.name.trim_start_matches("<library>/").to_owned();
    let lines = file.text.as_deref().unwrap_or("").lines().zip(1_u32..);
    html! {
        <Frame {title} test="library-dialog">
            <p>{ if file.text.as_deref() == Some("") { lang.library_unknown() } else { lang.library_about() } }</p>
            <ol class="library-source" tabindex="0" role="group" aria-label={lang.source()}>
                { for lines.map(|(text, number)| {
                    let is_meant = number == file.line;
                    html! {
                        <li ref={if is_meant { here.clone() } else { NodeRef::default() }}
                            class={is_meant.then_some("meant")} aria-current={is_meant.then_some("true")}><code>{ text }</code></li>
                    }
                }) }
            </ol>
        </Frame>
    }
}

/// The open dialog, if any.
pub(crate) fn open_dialog(state: &State) -> Html {
    match state.dialog {
        None => Html::default(),
        Some(Dialog::Help) => html! { <Help /> },
        Some(Dialog::Share) => html! { <Share /> },
        Some(Dialog::Library) => html! { <Library /> },
    }
}
