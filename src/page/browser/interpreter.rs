//! The web workers in which the interpreter runs.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen(module = "/browser/interpreter.js")]
extern "C" {
    /// A worker that nobody else has. The first one began before the page did.
    ///
    /// # Errors
    /// What the browser says when there can be no worker.
    #[wasm_bindgen(catch)]
    pub(crate) fn interpreter() -> Result<Worker, JsValue>;

    /// Sends on what a worker tells, also what it told before now, in the turns after this one.
    pub(crate) fn listen(worker: &Worker, hear: &Function, fail: &Function);
}
