//! The page's side of the inspecting worker: it runs the program again up to
//! the cursor and tells frames and variables. Started when first needed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use coroscope_session::message::PROTOCOL;
use coroscope_session::{RunOptions, ToPage, ToWorker};
use coroscope_trace::flags;
use coroscope_trace::marks::MarkKind;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};
use yew::{Callback, UseReducerHandle, hook, use_effect_with, use_mut_ref};

use crate::browser::interpreter::interpreter;
use crate::inspection::{Answer, Path};
use crate::state::{Action, LogHandle, State};

/// Milliseconds that the cursor must rest before anything is asked.
const REST: u32 = 120;

/// What is to be looked at.
#[derive(Clone, PartialEq)]
struct Question {
    run: u32,
    source: Rc<str>,
    options: RunOptions,
    event: u32,
    subject: u32,
    open: Rc<Vec<Path>>,
}

/// Lines of standard input, `None` for its end.
type Typed = Vec<Option<String>>;

/// What the program has read of its input: the run to be looked at reads it too.
fn typed_in(log: &LogHandle) -> Typed {
    let recording = log.get();
    let log = &recording.log;
    let read = recording.timeline.marks().all(MarkKind::Input);
    read.iter()
        .filter_map(|index| log.event(*index))
        .map(|event| {
            let is_line = event.flags != flags::INPUT_ENDED;
            is_line.then(|| log.text(event.text_a()).to_owned())
        })
        .collect()
}

/// What the worker calls with each message.
type OnMessage = Closure<dyn FnMut(MessageEvent)>;

struct Inspector {
    worker: Worker,
    /// The run that the worker has; 0 for none.
    loaded: Cell<u32>,
    /// How many lines of input it was given.
    typed: Cell<usize>,
    ready: Cell<bool>,
    /// What is asked as soon as the worker is ready.
    waiting: RefCell<Option<(Question, Typed)>>,
    on_message: RefCell<Option<OnMessage>>,
    /// It said that it cannot go on.
    is_broken: Cell<bool>,
}

impl Drop for Inspector {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.terminate();
    }
}

impl Inspector {
    /// Starts a worker; `None` where there can be none.
    fn start(send: Callback<Action>) -> Option<Rc<Inspector>> {
        let inspector = Rc::new(Inspector {
            worker: interpreter().ok()?,
            loaded: Cell::new(0),
            typed: Cell::new(0),
            ready: Cell::new(false),
            waiting: RefCell::new(None),
            on_message: RefCell::new(None),
            is_broken: Cell::new(false),
        });
        let hearing = Rc::downgrade(&inspector);
        let on_message = OnMessage::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let (Some(inspector), Ok(message)) = (hearing.upgrade(), ToPage::from_json(&text)) {
                inspector.hear(message, &send);
            }
        });
        inspector
            .worker
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        *inspector.on_message.borrow_mut() = Some(on_message);
        Some(inspector)
    }

    fn hear(&self, message: ToPage, send: &Callback<Action>) {
        match message {
            ToPage::Ready { protocol, .. } if protocol == PROTOCOL => {
                self.ready.set(true);
                let waiting = self.waiting.borrow_mut().take();
                if let Some((question, typed)) = waiting {
                    self.ask(question, typed);
                }
            }
            ToPage::Frames {
                run,
                event,
                subject,
                frames,
            } => send.emit(Action::Inspected(Rc::new(Answer {
                run,
                event,
                subject,
                frames,
            }))),
            ToPage::Failed { .. } => self.is_broken.set(true),
            _ => {}
        }
    }

    fn ask(&self, question: Question, typed: Typed) {
        if !self.ready.get() {
            *self.waiting.borrow_mut() = Some((question, typed));
            return;
        }
        let run = question.run;
        if self.loaded.replace(run) != run {
            self.post(&ToWorker::Load {
                run,
                source: question.source.to_string(),
                options: question.options,
            });
            self.typed.set(0);
        }
        let known = self.typed.replace(typed.len());
        for line in typed.into_iter().skip(known) {
            self.post(&ToWorker::Type { run, line });
        }
        self.post(&ToWorker::Inspect {
            run,
            event: question.event,
            subject: Some(question.subject),
            open: (*question.open).clone(),
        });
    }

    fn post(&self, message: &ToWorker) {
        // Text can always be posted.
        let _ = self
            .worker
            .post_message(&JsValue::from_str(&message.to_json()));
    }
}

/// Asks for frames and variables while they are on the screen and the cursor rests.
#[hook]
pub(crate) fn use_inspector(state: &UseReducerHandle<State>) {
    let inspector = use_mut_ref(|| None::<Rc<Inspector>>);
    let question = (state.is_inspecting && !state.is_empty()).then(|| Question {
        run: state.run,
        source: state.run_source.clone(),
        options: RunOptions {
            record: true,
            lines: true,
            ..state.options.clone()
        },
        event: state.cursor,
        subject: state.inspected().0,
        open: state.inspection.open.clone(),
    });
    // Not part of the question, which would then change with every event.
    let log = state.log.clone();
    let dispatcher = state.dispatcher();
    use_effect_with(question, move |question| {
        let timer = question.clone().map(|question| {
            Timeout::new(REST, move || {
                let mut slot = inspector.borrow_mut();
                if slot
                    .as_ref()
                    .is_none_or(|inspector| inspector.is_broken.get())
                {
                    *slot = Inspector::start(Callback::from(move |action| {
                        dispatcher.dispatch(action);
                    }));
                }
                if let Some(inspector) = slot.as_ref() {
                    inspector.ask(question, typed_in(&log));
                }
            })
        });
        move || drop(timer)
    });
}
