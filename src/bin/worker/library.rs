//! How the engine module gets the texts of the library: see `library.js`.

use coroscope_library::{set_reader, texts_version};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// `cargo xtask bundle` takes it out of the compiled file and puts it beside.
/// Only this binary has it, and with `used` a second copy would go into the data.
#[expect(dead_code, unsafe_code, reason = "only the bundler reads it")]
#[unsafe(link_section = "library-texts")]
static SECTION: [u8; coroscope_library::TEXTS.len()] = *coroscope_library::TEXTS;

#[wasm_bindgen(raw_module = "./library.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = readLibrary)]
    fn read_library(version: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(js_name = fetchLibraryAhead)]
    fn fetch_library_ahead(version: &str);
}

/// Tells the library to ask the host.
pub(crate) fn install() {
    set_reader(Box::new(|version| {
        read_library(version).map_err(|error| {
            let message = js_sys::Error::from(error).message();
            format!("its text cannot be read: {}", String::from(message))
        })
    }));
}

/// Has the texts fetched while there is nothing else to do.
pub(crate) fn fetch_ahead() {
    fetch_library_ahead(&texts_version());
}
