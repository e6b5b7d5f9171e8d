//! The functions of the engine module, for programs that import it.

use coroscope_session::RunOptions;
use coroscope_session::engine::{Engine, Progress};
use js_sys::{Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::events::give_events;
use crate::lending::copied;
use crate::serve::Turns;

/// Instructions between two turns of the host's event loop: some tens of milliseconds.
const TURN: u64 = 4_000_000;

/// The engine's version.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[wasm_bindgen(raw_module = "./rest.js")]
extern "C" {
    fn link_rest(exports: &JsValue);
}

/// Makes the second part of the engine be there (see `xtask/src/split`). The
/// stubs of the functions in it call this before anything else.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn load_rest() {
    link_rest(&wasm_bindgen::exports());
}

/// Runs a whole program; the host stays responsive meanwhile.
///
/// # Errors
/// A TypeError where an option has the wrong type.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub async fn run(source: String, options: JsValue) -> Result<JsValue, JsValue> {
    let (options, file) = run_options(&options)?;
    let_go();
    let mut engine = Engine::new(&source, &file, &options);
    if options.record {
        engine.hand_over_events();
    }
    // Most programs are over before the first turn.
    let mut turns = None;
    while engine.advance(TURN) == Progress::Running {
        let turns = match &turns {
            Some(turns) => turns,
            None => turns.insert(Turns::new()?),
        };
        turns.next().await;
    }
    let status = engine
        .report()
        .map_or(0, |report| report.ending.exit_code());
    let usage = engine.usage();
    let result = Object::new();
    let (out, err) = engine.printed();
    let fields: [(&str, JsValue); 5] = [
        ("stdout", out.into()),
        ("stderr", err.into()),
        ("status", status.into()),
        ("virtualTime", (usage.virtual_time as f64 / 1e9).into()),
        ("instructions", (usage.instructions as f64).into()),
    ];
    for (name, value) in fields {
        Reflect::set(&result, &JsValue::from_str(name), &value)?;
    }
    if options.record {
        give_events(&result, copied(&engine.take_delta()));
    } else {
        Reflect::set(
            &result,
            &JsValue::from_str("events"),
            &JsValue::from_str(""),
        )?;
    }
    OVER.set(Some(engine));
    set_timeout(Closure::once_into_js(let_go).unchecked_ref(), 0);
    Ok(result.into())
}

thread_local! {
    /// The machine of the run that was over last: who waits for the result need
    /// not wait until its memory is given back.
    static OVER: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

fn let_go() {
    drop(OVER.take());
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(what: &Function, milliseconds: i32) -> JsValue;
}

fn run_options(given: &JsValue) -> Result<(RunOptions, String), JsValue> {
    let mut options = RunOptions {
        record: false,
        max_instructions: u64::MAX,
        ..RunOptions::default()
    };
    let mut file = "main.py".to_owned();
    if given.is_undefined() || given.is_null() {
        return Ok((options, file));
    }
    if !given.is_object() {
        return Err(type_error("the options must be an object"));
    }
    if let Some(seed) = option(given, "seed")? {
        options.seed = whole(&seed, "seed")?;
    }
    if let Some(most) = option(given, "maxInstructions")? {
        options.max_instructions = whole(&most, "maxInstructions")?;
    }
    if let Some(record) = option(given, "record")? {
        options.record = record
            .as_bool()
            .ok_or_else(|| type_error("record must be a boolean"))?;
    }
    if let Some(name) = option(given, "file")? {
        file = name
            .as_string()
            .ok_or_else(|| type_error("file must be a string"))?;
    }
    Ok((options, file))
}

fn option(options: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &JsValue::from_str(name))?;
    Ok((!value.is_undefined()).then_some(value))
}

fn whole(value: &JsValue, name: &str) -> Result<u64, JsValue> {
    match value.as_f64() {
        Some(number) if number >= 0.0 && number.fract() == 0.0 => Ok(number as u64),
        _ => Err(type_error(&format!(
            "{name} must be a whole number, not negative"
        ))),
    }
}

fn type_error(message: &str) -> JsValue {
    js_sys::TypeError::new(message).unchecked_into()
}
