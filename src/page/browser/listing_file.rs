//! Texts of examples that lie beside the page.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{beside_page, build_name};
use crate::gallery::{Example, Text};

#[wasm_bindgen(inline_js = "export async function read_text(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
}")]
extern "C" {
    fn read_text(address: &str) -> js_sys::Promise;
}

/// The text of an example; an error if its file cannot be read. The browser
/// keeps what it has once read for as long as the page is the same build.
pub(crate) async fn text_of(example: &'static Example) -> Result<Rc<str>, JsValue> {
    let file = match example.text {
        Text::Here(text) => return Ok(Rc::from(text)),
        Text::File(file) => file,
    };
    let address = beside_page(&format!("listings/{file}?v={}", build_name()));
    let text = JsFuture::from(read_text(&address)).await?;
    let text = text.as_string().ok_or(JsValue::UNDEFINED)?;
    Ok(Rc::from(text))
}
