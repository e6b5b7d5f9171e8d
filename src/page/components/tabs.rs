//! A row of tabs with the keys that belong to the role.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{AttrValue, Callback, Html, KeyboardEvent, Properties, classes, component, html};

/// One tab: its name in ids and its title.
#[derive(Clone, PartialEq)]
pub(crate) struct Tab {
    /// Part of the element's id and test id.
    pub(crate) code: &'static str,
    /// What it says.
    pub(crate) title: String,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TabsProps {
    /// The name of the row.
    pub(crate) label: AttrValue,
    /// Class of the row.
    pub(crate) class: &'static str,
    /// Prefix of ids: tab `x` is `PREFIX-tab-x` and controls `PREFIX-panel`.
    pub(crate) prefix: &'static str,
    /// The tabs.
    pub(crate) tabs: Vec<Tab>,
    /// Position of the open one.
    pub(crate) open: usize,
    /// Called with the position of the one to open.
    pub(crate) on_open: Callback<usize>,
}

/// The row.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let count = props.tabs.len();
    let on_key = {
        let (on_open, open) = (props.on_open.clone(), props.open);
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (open + 1) % count.max(1),
                "ArrowLeft" => (open + count.saturating_sub(1)) % count.max(1),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            on_open.emit(next);
            let row = event
                .current_target()
                .and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let tab = row.and_then(|row| row.children().item(next as u32));
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                // Focus may be refused to a hidden element; then it stays where it is.
                let _ = tab.focus();
            }
        })
    };
    html! {
        <div role="tablist" aria-label={props.label.clone()} class={classes!(props.class)} onkeydown={on_key}>
            { for props.tabs.iter().enumerate().map(|(position, tab)| {
                let selected = position == props.open;
                let onclick = props.on_open.reform(move |_| position);
                html! {
                    <button type="button" role="tab" key={tab.code} id={format!("{}-tab-{}", props.prefix, tab.code)}
                        aria-selected={selected.to_string()} aria-controls={format!("{}-panel", props.prefix)}
                        tabindex={if selected { "0" } else { "-1" }} {onclick}
                        data-testid={format!("{}-tab-{}", props.prefix, tab.code)}>{ &tab.title }</button>
                }
            }) }
        </div>
    }
}
