//! The second part of the page's wasm: what the build found that most visits do
//! not need at first (`xtask/src/split`).

use wasm_bindgen::prelude::*;

use super::document;

#[wasm_bindgen(module = "/browser/second_part.js")]
extern "C" {
    fn begin(exports: &JsValue);
    fn link_second_part();
    fn fetch_second_part();
}

/// Makes the second part be there. The stubs of the functions in it call this
/// before anything else, so it must not need any of them: it calls no Rust.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn load_rest() {
    link_second_part();
}

/// Puts the page into its place in the document, beside an afterimage.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn start_page() {
    let place = document().and_then(|document| document.get_element_by_id("page"));
    match place {
        Some(place) => yew::Renderer::<crate::app::App>::with_root(place).render(),
        // A document that somebody else wrote around the page.
        None => yew::Renderer::<crate::app::App>::new().render(),
    };
}

/// Starts the page as soon as it can be started, which in all but old browsers is now.
pub(crate) fn begin_page() {
    begin(&wasm_bindgen::exports());
}

/// Fetches the second part before anything needs it.
pub(crate) fn fetch_ahead() {
    fetch_second_part();
}
