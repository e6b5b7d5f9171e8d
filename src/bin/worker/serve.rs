//! The web worker: answers the page's messages.
//!
//! Batches of instructions run one per microtask; between budgets a macrotask
//! lets messages in, so that Stop is always heard.

use coroscope_session::worker_session::{Reply, WorkerSession};
use coroscope_session::{ToPage, ToWorker};
use js_sys::{Array, ArrayBuffer, Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use crate::lending::Lender;

/// Instructions of one microtask.
const BATCH: u64 = 200_000;

/// Microtasks after which messages are let in: some tens of milliseconds.
const BATCHES: u32 = 10;

/// Makes this worker the engine of a page.
///
/// # Errors
/// When it is not called in a web worker.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "JavaScript calls it")]
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global()
        .dyn_into()
        .map_err(|_| js_sys::TypeError::new("serve() is for web workers"))?;
    tell_of_panics(scope.clone());
    let worker = Rc::new(Worker {
        scope: scope.clone(),
        session: RefCell::default(),
        turns: Turns::new()?,
        lender: Lender::default(),
        running: Cell::new(false),
        has_asked: Cell::new(false),
    });
    let hearing = Rc::clone(&worker);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        hearing.hear(&event.data());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    on_message.forget();
    worker.post(WorkerSession::ready());
    Ok(())
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    session: RefCell<WorkerSession>,
    turns: Turns,
    lender: Lender,
    /// Whether `run` is under way.
    running: Cell<bool>,
    /// Whether the library's texts were asked for.
    has_asked: Cell<bool>,
}

impl Worker {
    fn hear(self: &Rc<Self>, data: &JsValue) {
        if let Some(buffer) = data.dyn_ref::<ArrayBuffer>() {
            return self.lender.take_back(buffer.clone());
        }
        let text = data.as_string().unwrap_or_default();
        let replies = match ToWorker::from_json(&text) {
            Ok(message) => self.session.borrow_mut().receive(message),
            Err(error) => vec![Reply::from(ToPage::Failed {
                message: error.to_string(),
            })],
        };
        replies.into_iter().for_each(|reply| self.post(reply));
        if self.session.borrow().is_busy() && !self.running.replace(true) {
            let worker = Rc::clone(self);
            spawn_local(async move { worker.run().await });
        }
    }

    /// Runs until the page has its answer.
    async fn run(&self) {
        let mut batches = 0;
        loop {
            let replies = self.session.borrow_mut().step(BATCH);
            replies.into_iter().for_each(|reply| self.post(reply));
            if !self.session.borrow().is_busy() {
                break;
            }
            batches += 1;
            if batches < BATCHES {
                // A promise that is resolved comes back as a microtask.
                let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
            } else {
                batches = 0;
                self.turns.next().await;
                // Messages came in: one of them may have ended the run.
                if !self.session.borrow().is_busy() {
                    break;
                }
            }
        }
        self.running.set(false);
        // What the first program needed is here; the next may need more.
        if !self.has_asked.replace(true) {
            crate::library::fetch_ahead();
        }
    }

    fn post(&self, reply: Reply) {
        let text = JsValue::from_str(&reply.message.to_json());
        let posted = match reply.events {
            None => self.scope.post_message(&text),
            Some(events) => {
                // Copied out of wasm once; the page takes the buffer over.
                let bytes = self.lender.copied(&events);
                let message = Array::of2(&text, &bytes);
                self.scope
                    .post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))
            }
        };
        // Texts and buffers can always be posted.
        debug_assert!(posted.is_ok());
    }
}

/// A panic ends this worker; the page is told so that it starts another.
fn tell_of_panics(scope: DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(move |info| {
        let failed = ToPage::Failed {
            message: format!("the interpreter failed: {info}"),
        };
        let _ = scope.post_message(&JsValue::from_str(&failed.to_json()));
    }));
}

/// Turns of the host's event loop, through a message channel: unlike timers
/// these are not slowed down.
pub(crate) struct Turns {
    channel: MessageChannel,
    waiting: Rc<RefCell<Option<Function>>>,
    _on_message: Closure<dyn FnMut()>,
}

impl Turns {
    pub(crate) fn new() -> Result<Turns, JsValue> {
        let channel = MessageChannel::new()?;
        let waiting: Rc<RefCell<Option<Function>>> = Rc::default();
        let resolved = Rc::clone(&waiting);
        let on_message = Closure::<dyn FnMut()>::new(move || {
            let resolve = resolved.borrow_mut().take();
            if let Some(resolve) = resolve {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        });
        channel
            .port1()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Turns {
            channel,
            waiting,
            _on_message: on_message,
        })
    }

    /// Lets the host do what else it has to do.
    pub(crate) async fn next(&self) {
        let turn = Promise::new(&mut |resolve, _| {
            *self.waiting.borrow_mut() = Some(resolve);
            if self
                .channel
                .port2()
                .post_message(&JsValue::UNDEFINED)
                .is_err()
                && let Some(resolve) = self.waiting.borrow_mut().take()
            {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        });
        let _ = JsFuture::from(turn).await;
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        // An open port would keep Node from ending.
        self.channel.port1().close();
    }
}
