//! Where the visitor types what the program asks for with `input()`.

use web_sys::HtmlInputElement;
use yew::{
    Callback, Html, KeyboardEvent, SubmitEvent, TargetCast, component, html, use_effect_with,
    use_node_ref,
};

use crate::browser::{document, takes_text};
use crate::state::Action;
use crate::view::use_view;

/// A field for one line; it is there while the program waits.
#[component]
pub(crate) fn InputLine() -> Html {
    let view = use_view();
    let lang = view.lang();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            // Whoever is typing elsewhere is not disturbed.
            let elsewhere = document().and_then(|document| document.active_element());
            if let Some(field) = field.cast::<HtmlInputElement>()
                && !takes_text(elsewhere.map(Into::into))
            {
                // Refused only for an element that is not on the page.
                let _ = field.focus();
            }
        });
    }
    let on_submit = {
        let (view, field) = (view.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let line = field.value();
                field.set_value("");
                view.send(Action::Typed(Some(line.into())));
            }
        })
    };
    let on_key = {
        let view = view.clone();
        Callback::from(move |event: KeyboardEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if event.key() == "d" && event.ctrl_key() && field.value().is_empty() {
                event.prevent_default();
                view.send(Action::Typed(None));
            }
        })
    };
    html! {
        <form class="input-line" onsubmit={on_submit} autocomplete="off">
            <input type="text" ref={field} onkeydown={on_key} spellcheck="false" autocapitalize="off" placeholder={lang.input_line()}
                aria-label={lang.input_line()} id="input-line" data-testid="input-line" />
            <button type="submit" data-testid="input-send">{ lang.input_send() }</button>
            <button type="button" class="link" onclick={view.on(Action::Typed(None))} title={lang.input_end_hint()} data-testid="input-end">{ lang.input_end() }</button>
        </form>
    }
}
