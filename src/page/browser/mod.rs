//! What the page asks of the browser.

pub(crate) mod address;
pub(crate) mod afterimage;
pub(crate) mod editor;
pub(crate) mod frames;
pub(crate) mod interpreter;
pub(crate) mod layout;
pub(crate) mod listing_file;
pub(crate) mod moving;
pub(crate) mod second_part;
pub(crate) mod storage;
pub(crate) mod theme;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

/// The window; none in a worker.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// Whether a media query holds now.
pub(crate) fn media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Sets an attribute of the document's root element.
pub(crate) fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for names that are not names.
        let _ = root.set_attribute(name, value);
    }
}

/// The value of a CSS custom property, as the current theme has it.
pub(crate) fn css_value(name: &str) -> String {
    let value = || {
        let root = document()?.document_element()?;
        window()?
            .get_computed_style(&root)
            .ok()??
            .get_property_value(name)
            .ok()
    };
    value().unwrap_or_default().trim().to_owned()
}

/// An address relative to the page's own folder, made absolute.
pub(crate) fn beside_page(path: &str) -> String {
    let base = document()
        .and_then(|document| document.base_uri().ok().flatten())
        .unwrap_or_default();
    let folder = base.split(['?', '#']).next().unwrap_or_default();
    let folder = folder
        .rfind('/')
        .and_then(|end| folder.get(..=end))
        .unwrap_or("./");
    format!("{folder}{path}")
}

/// The name of this build, which the build writes into the document.
pub(crate) fn build_name() -> String {
    document()
        .and_then(|document| {
            document
                .query_selector("meta[name=coroscope-build]")
                .ok()
                .flatten()
        })
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

/// Whether keys pressed there are text.
pub(crate) fn takes_text(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.is_content_editable()
        || matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || (element.tag_name() == "INPUT"
            && element.get_attribute("type").as_deref() != Some("range"))
}
