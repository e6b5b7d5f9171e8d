//! The engine module's entry point: what JavaScript can call.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod module {
    use std::cell::RefCell;
    use std::rc::Rc;

    use coroscope_session::conversation::{Answer, Conversation};
    use coroscope_session::engine::{CountingAllocator, Engine};
    use coroscope_session::{RunOptions, ToPage, ToWorker};
    use coroscope_trace::{Stream, export};
    use js_sys::{Array, Object, Reflect, Uint8Array};
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    #[global_allocator]
    static ALLOCATOR: CountingAllocator = CountingAllocator;

    /// The engine's version.
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    /// Runs a whole program; see `coroscope.d.ts`.
    ///
    /// # Errors
    /// A `TypeError` where an option has the wrong type.
    #[wasm_bindgen]
    pub async fn run(source: String, options: JsValue) -> Result<JsValue, JsValue> {
        let options = options_from(&options)?;
        let mut engine = Engine::new(&source, "main.py", &options);
        let status = engine.finish().status;
        let events = if options.record {
            export::json_lines(engine.log())
        } else {
            String::new()
        };
        let result = Object::new();
        for (key, value) in [
            ("stdout", JsValue::from(engine.output(Stream::Stdout))),
            ("stderr", JsValue::from(engine.output(Stream::Stderr))),
            ("status", JsValue::from(status)),
            (
                "virtualTime",
                JsValue::from(engine.virtual_time() as f64 / 1e9),
            ),
            ("instructions", JsValue::from(engine.instructions() as f64)),
            ("events", JsValue::from(events)),
        ] {
            Reflect::set(&result, &JsValue::from_str(key), &value)?;
        }
        Ok(result.into())
    }

    fn options_from(given: &JsValue) -> Result<RunOptions, JsValue> {
        let mut options = RunOptions {
            record: false,
            ..RunOptions::default()
        };
        if given.is_undefined() || given.is_null() {
            return Ok(options);
        }
        let field = |name: &str| {
            let value = Reflect::get(given, &JsValue::from_str(name))?;
            Ok::<_, JsValue>((!value.is_undefined()).then_some(value))
        };
        let wrong = |name: &str, kind: &str| {
            JsValue::from(js_sys::TypeError::new(&format!("{name} must be a {kind}")))
        };
        let number = |name: &str| match field(name)? {
            None => Ok(None),
            Some(value) => value
                .as_f64()
                .map(|number| Some(number as u64))
                .ok_or_else(|| wrong(name, "number")),
        };
        if let Some(seed) = number("seed")? {
            options.seed = seed;
        }
        options.max_instructions = number("maxInstructions")?.unwrap_or(u64::MAX);
        if let Some(record) = field("record")? {
            options.record = record.as_bool().ok_or_else(|| wrong("record", "boolean"))?;
        }
        Ok(options)
    }

    /// Makes this worker the engine of a page: answers its messages one by one.
    /// Each asks for a bounded amount of work, so that the next is heard soon.
    ///
    /// # Errors
    /// Outside a dedicated worker.
    #[wasm_bindgen]
    pub fn serve() -> Result<(), JsValue> {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into().map_err(|_| {
            JsValue::from(js_sys::TypeError::new("serve() is for dedicated workers"))
        })?;
        let conversation = Rc::new(RefCell::new(Conversation::default()));
        let page = scope.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(text) = event.data().as_string() else {
                return;
            };
            let answers = match ToWorker::from_json(&text) {
                Ok(message) => conversation.borrow_mut().hear(message),
                Err(error) => vec![
                    ToPage::Failed {
                        message: error.to_string(),
                    }
                    .into(),
                ],
            };
            for answer in answers {
                post(&page, answer);
            }
        });
        scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // The worker answers for as long as it lives.
        on_message.forget();
        post(&scope, Conversation::greeting(env!("CARGO_PKG_VERSION")));
        Ok(())
    }

    fn post(scope: &DedicatedWorkerGlobalScope, answer: Answer) {
        let text = JsValue::from(answer.message.to_json());
        // Text and buffers can always be posted; a page that is gone hears nothing.
        let _ = match answer.events {
            None => scope.post_message(&text),
            Some(events) => {
                let buffer = Uint8Array::from(events.as_slice()).buffer();
                scope.post_message_with_transfer(&Array::of2(&text, &buffer), &Array::of1(&buffer))
            }
        };
    }
}
