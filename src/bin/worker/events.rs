//! The events of a recorded run for those who import the module: see `events.js`.

use coroscope_trace::{Limits, Log, export};
use js_sys::{JsString, Object, Uint8Array};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "./events.js")]
extern "C" {
    /// Gives a result its field `events`, text that is made of these bytes when
    /// it is read for the first time.
    #[wasm_bindgen(js_name = giveEvents)]
    pub(crate) fn give_events(result: &Object, packed: Uint8Array);
}

/// The events of a whole log as JSON lines.
///
/// # Errors
/// Where these are not the bytes that `give_events` was given.
#[wasm_bindgen(js_name = eventLines)]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn event_lines(packed: &[u8]) -> Result<JsString, JsError> {
    let mut log = Log::blank(Limits::default());
    log.apply_delta(packed)?;
    let mut text = JsString::from("");
    // The wasm's memory never shrinks, so that the whole text is never in it.
    for piece in export::json_pieces(&log) {
        text = text.concat(&piece.into());
    }
    Ok(text)
}
