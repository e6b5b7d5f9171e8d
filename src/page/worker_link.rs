//! The page's side of the worker: starts it, speaks to it, replaces it when it
//! does not answer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use coroscope_session::message::{Diagnostic, LENT_FROM, PROTOCOL, Severity};
use coroscope_session::{Budget, Ending, RunOptions, ToPage, ToWorker};
use coroscope_trace::old_spelling::OldSpelling;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::browser::interpreter::{interpreter, listen};
use crate::state::{Action, Hints, LogHandle, Old, Phase, Problem};

/// Milliseconds without an answer to Stop after which the worker is ended.
const PATIENCE: u32 = 1_000;

/// Number of the first request to look at a text; runs have smaller ones.
const FIRST_CHECK: u32 = 1 << 31;

/// The worker and what is under way.
pub(crate) struct WorkerLink {
    inner: Rc<Inner>,
}

struct Inner {
    worker: RefCell<Option<Live>>,
    send: Callback<Action>,
    /// The run that the worker has, its text, and its log as the page knows it.
    run: Cell<u32>,
    source: RefCell<Rc<str>>,
    log: RefCell<LogHandle>,
    /// The last request to look at a text, and the text.
    checks: Cell<u32>,
    checked: RefCell<Rc<str>>,
    /// The program whose end was not told yet: a worker that takes this one's place gets it.
    unfinished: RefCell<Option<ToWorker>>,
    ready: Cell<bool>,
    /// Whether that it is ready is still to be told, with what it says next: where an
    /// answer is near, the page need not be drawn once more before it.
    untold: Cell<bool>,
    /// Whether an answer to `Advance` is outstanding.
    asked: Cell<bool>,
    /// Ends the worker if it does not answer a `Stop`.
    watch: RefCell<Option<Timeout>>,
}

/// A worker with the closures that it calls.
struct Live {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl WorkerLink {
    /// Starts a worker; what it has to say is sent as actions.
    pub(crate) fn start(send: Callback<Action>) -> WorkerLink {
        let inner = Rc::new(Inner {
            worker: RefCell::new(None),
            send,
            run: Cell::new(0),
            source: RefCell::new(Rc::from("")),
            log: RefCell::new(LogHandle::default()),
            checks: Cell::new(0),
            checked: RefCell::new(Rc::from("")),
            unfinished: RefCell::new(None),
            ready: Cell::new(false),
            untold: Cell::new(false),
            asked: Cell::new(false),
            watch: RefCell::new(None),
        });
        inner.spawn();
        WorkerLink { inner }
    }

    /// Gives the worker a program, in place of any other, unless it has it already.
    /// What is asked before the worker is ready waits there.
    pub(crate) fn load(&self, run: u32, source: Rc<str>, options: RunOptions) {
        let inner = &self.inner;
        if inner.run.replace(run) == run {
            return;
        }
        *inner.log.borrow_mut() = LogHandle::default();
        let load = ToWorker::Load {
            run,
            source: source.to_string(),
            options,
        };
        *inner.source.borrow_mut() = source;
        // It may still be busy with the run before, perhaps for long.
        inner.give_it_time();
        inner.asked.set(false);
        inner.post(&load);
        *inner.unfinished.borrow_mut() = Some(load);
    }

    /// Asks the run to go on, unless an answer is outstanding.
    pub(crate) fn advance(&self, run: u32, budget: Budget) {
        let inner = &self.inner;
        if run == inner.run.get() && !inner.asked.get() {
            inner.asked.set(true);
            inner.post(&ToWorker::Advance { run, budget });
        }
    }

    /// Lets a text be looked at for old spellings.
    pub(crate) fn check(&self, source: Rc<str>) {
        let inner = &self.inner;
        if inner.ready.get() {
            let request = inner.checks.get().wrapping_add(1).max(FIRST_CHECK);
            inner.checks.set(request);
            inner.post(&ToWorker::Check {
                request,
                source: source.to_string(),
            });
            *inner.checked.borrow_mut() = source;
        }
    }

    /// Asks for the text of a library file.
    pub(crate) fn read_library(&self, file: &str) {
        if self.inner.ready.get() {
            self.inner.post(&ToWorker::ReadLibrary {
                file: file.to_owned(),
            });
        }
    }

    /// Gives a line of standard input to the program; `None` ends the input.
    pub(crate) fn type_line(&self, run: u32, line: Option<&str>) {
        if run == self.inner.run.get() {
            let line = line.map(str::to_owned);
            self.inner.post(&ToWorker::Type { run, line });
        }
    }

    /// Ends the run. A worker that is busy and does not answer is replaced.
    pub(crate) fn stop(&self, run: u32) {
        let inner = &self.inner;
        inner.post(&ToWorker::Stop { run });
        *inner.unfinished.borrow_mut() = None;
        inner.give_it_time();
    }
}

impl Inner {
    fn spawn(self: &Rc<Self>) {
        self.ready.set(false);
        self.untold.set(false);
        self.asked.set(false);
        self.watch.borrow_mut().take();
        let worker = match interpreter() {
            Ok(worker) => worker,
            Err(error) => {
                self.send.emit(Action::EngineFailed(describe(&error)));
                return;
            }
        };
        let inner = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            inner.hear(&event.data())
        });
        let inner = self.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            inner.fail(&describe(&event));
        });
        listen(
            &worker,
            on_message.as_ref().unchecked_ref(),
            on_error.as_ref().unchecked_ref(),
        );
        *self.worker.borrow_mut() = Some(Live {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        });
        if let Some(load) = self.unfinished.borrow().as_ref() {
            self.post(load);
        }
    }

    fn post(&self, message: &ToWorker) {
        if let Some(live) = self.worker.borrow().as_ref() {
            // Text can always be posted.
            let _ = live
                .worker
                .post_message(&JsValue::from_str(&message.to_json()));
        }
    }

    /// Replaces the worker if it owes an answer and says nothing within [`PATIENCE`].
    /// One that is not ready is still on its way.
    fn give_it_time(self: &Rc<Self>) {
        if !self.asked.get() || !self.ready.get() {
            return;
        }
        let inner = self.clone();
        let watch = Timeout::new(PATIENCE, move || {
            inner.replace();
            inner.send.emit(Action::EngineRestarted(None));
        });
        *self.watch.borrow_mut() = Some(watch);
    }

    /// Ends the worker and starts another. The closure that is running now may
    /// belong to the old one, so that one is dropped in a turn of its own.
    fn replace(self: &Rc<Self>) {
        if let Some(old) = self.worker.borrow_mut().take() {
            old.worker.terminate();
            Timeout::new(0, move || drop(old)).forget();
        }
        self.spawn();
    }

    /// The worker cannot go on. Before it was ever ready: there is no engine.
    fn fail(self: &Rc<Self>, why: &str) {
        if self.ready.get() {
            *self.unfinished.borrow_mut() = None;
            self.replace();
            self.send
                .emit(Action::EngineRestarted(Some(why.to_owned())));
        } else {
            self.send.emit(Action::EngineFailed(why.to_owned()));
        }
    }

    /// A message: JSON text, or an array of JSON text and the bytes of new events.
    fn hear(self: &Rc<Self>, data: &JsValue) {
        self.watch.borrow_mut().take();
        let (text, events) = match data.dyn_ref::<Array>() {
            Some(pair) => (pair.get(0).as_string(), pair.get(1).dyn_into().ok()),
            None => (data.as_string(), None),
        };
        let Some(text) = text else { return };
        let message = match ToPage::from_json(&text) {
            Ok(message) => message,
            Err(error) => return self.fail(&error.to_string()),
        };
        if !matches!(message, ToPage::Loaded { .. }) {
            self.tell_ready();
        }
        if let Some(events) = events {
            let ToPage::Progress { run, .. } = &message else {
                return;
            };
            let delta = self.copied(&events);
            if !self.take_events(*run, &delta) {
                return;
            }
        }
        self.act(message);
    }

    /// The events, whose buffer goes back to the worker if it is large.
    fn copied(&self, events: &Uint8Array) -> Vec<u8> {
        let bytes = events.to_vec();
        if events.length() >= LENT_FROM
            && self.ready.get()
            && let Some(live) = self.worker.borrow().as_ref()
        {
            let buffer = events.buffer();
            // A buffer can always be posted.
            let _ = live
                .worker
                .post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
        bytes
    }

    fn tell_ready(&self) {
        if self.untold.replace(false) {
            self.send.emit(Action::EngineReady);
        }
    }

    fn take_events(self: &Rc<Self>, run: u32, delta: &[u8]) -> bool {
        if run != self.run.get() || delta.is_empty() {
            return true;
        }
        let grown = self.log.borrow().grown(delta);
        match grown {
            Ok(grown) => {
                *self.log.borrow_mut() = grown.clone();
                self.send.emit(Action::Grew(run, grown));
                true
            }
            Err(error) => {
                self.fail(&format!("{error:?}"));
                false
            }
        }
    }

    fn act(self: &Rc<Self>, message: ToPage) {
        match message {
            ToPage::Ready { protocol, .. } if protocol == PROTOCOL => {
                self.ready.set(true);
                self.untold.set(true);
                if !self.asked.get() {
                    self.tell_ready();
                }
            }
            ToPage::Ready { protocol, .. } => {
                self.send.emit(Action::EngineFailed(format!(
                    "protocol {protocol}, expected {PROTOCOL}"
                )));
            }
            ToPage::Diagnostics { request, problems } if request == self.run.get() => {
                let source = self.source.borrow();
                let problems: Vec<_> = problems
                    .into_iter()
                    .filter(|problem| problem.severity == Severity::Error)
                    .map(|problem| {
                        let (from, to) = stretch(&source, &problem);
                        Problem {
                            from,
                            to,
                            message: problem.message,
                            is_hint: false,
                        }
                    })
                    .collect();
                if !problems.is_empty() {
                    self.send.emit(Action::Problems(request, Rc::new(problems)));
                }
            }
            ToPage::Diagnostics { request, problems } if request == self.checks.get() => {
                let source = self.checked.borrow().clone();
                let all = problems.iter().filter_map(|problem| {
                    let (from, to) = stretch(&source, problem);
                    Some(Old {
                        spelling: OldSpelling::from_name(&problem.message)?,
                        from,
                        to,
                    })
                });
                let all = all.collect();
                self.send
                    .emit(Action::Hinted(Rc::new(Hints { source, all })));
            }
            ToPage::Progress { run, .. } if run == self.run.get() => {
                self.asked.set(false);
                self.send.emit(Action::Answered(run));
            }
            ToPage::AwaitsInput { run } if run == self.run.get() => {
                self.send.emit(Action::Asks(run));
            }
            ToPage::Finished {
                run,
                ending,
                message,
            } if run == self.run.get() => {
                self.asked.set(false);
                *self.unfinished.borrow_mut() = None;
                self.send
                    .emit(Action::Ended(run, phase_of(ending, message)));
            }
            ToPage::LibrarySource { file, text } => {
                let text = text.unwrap_or_default();
                self.send
                    .emit(Action::LibraryRead(file.into(), text.into()));
            }
            ToPage::Failed { message } => self.fail(&message),
            ToPage::Loaded { .. }
            | ToPage::Progress { .. }
            | ToPage::AwaitsInput { .. }
            | ToPage::Finished { .. }
            | ToPage::Diagnostics { .. }
            | ToPage::Frames { .. } => {}
        }
    }
}

fn phase_of(ending: Ending, message: String) -> Phase {
    match ending {
        Ending::Completed => Phase::Completed,
        Ending::Raised | Ending::Interrupted => Phase::Raised(message),
        Ending::Exited { .. } => Phase::Exited,
        Ending::Stopped => Phase::Stopped,
        Ending::OutOfInstructions => Phase::OutOfInstructions,
        Ending::OutOfMemory => Phase::OutOfMemory,
        Ending::OutOfOutput => Phase::OutOfOutput,
        Ending::Deadlocked => Phase::Deadlocked,
    }
}

/// The beginning and the end of what a diagnostic is about, in code points.
fn stretch(source: &str, problem: &Diagnostic) -> ((u32, u32), (u32, u32)) {
    let at = |line, column| (line, code_points(source, line, column));
    (
        at(problem.line, problem.column),
        at(problem.end_line, problem.end_column),
    )
}

/// The column in code points, as the editor counts, of one in UTF-16 units.
fn code_points(source: &str, line: u32, column: u32) -> u32 {
    let Some(text) = source.lines().nth((line as usize).saturating_sub(1)) else {
        return column;
    };
    let mut units = 0;
    let mut points = 0;
    for character in text.chars() {
        if units >= column {
            return points;
        }
        units += character.len_utf16() as u32;
        points += 1;
    }
    points + column.saturating_sub(units)
}

/// What the browser says of an error.
fn describe(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &JsValue::from_str("message"))
        .ok()
        .and_then(|message| message.as_string());
    message.unwrap_or_default()
}
