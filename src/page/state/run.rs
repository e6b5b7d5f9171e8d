//! A run as the page sees it.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use crate::output_lines::OutputLines;
use crate::presence::Presence;
use coroscope_trace::notices::Notices;
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::scene::{Scene, Timeline};
use coroscope_trace::why::Effects;
use coroscope_trace::{DeltaError, EventIndex, Limits, Log};

/// The worker's health.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Engine {
    /// It is being fetched and compiled.
    Loading,
    /// It takes programs.
    Ready,
    /// It could not be loaded; what the browser said.
    Failed(String),
}

/// How far the run is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Nothing was run since the page was opened or the program replaced.
    Idle,
    /// Run was pressed; the worker has not answered yet.
    Waiting,
    /// The program can go on whenever we ask.
    Running,
    /// The program waits for a line that the visitor is to type.
    AwaitsInput,
    /// Came to its end.
    Completed,
    /// Ended by an uncaught exception; its type.
    Raised(String),
    /// Ended by `sys.exit` or the like.
    Exited,
    /// The visitor stopped it.
    Stopped,
    /// Stopped by ending the worker, which did not answer.
    Restarted,
    /// Did not start: the text is not Python.
    SyntaxError,
    /// Nothing can ever run again.
    Deadlocked,
    /// More instructions than allowed.
    OutOfInstructions,
    /// More memory than allowed.
    OutOfMemory,
    /// More output than allowed.
    OutOfOutput,
}

/// An error or a hint in the source text; lines count from 1, columns in code points from 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// First line and column.
    pub from: (u32, u32),
    /// Line and column after the last.
    pub to: (u32, u32),
    /// What is wrong.
    pub message: String,
    /// Nothing is wrong; there is a better way.
    pub is_hint: bool,
}

/// An old spelling in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Old {
    /// Which.
    pub spelling: OldSpelling,
    /// First line and column, as in [`Problem`].
    pub from: (u32, u32),
    /// Line and column after the last.
    pub to: (u32, u32),
}

/// The old spellings that a text shows, whether it has run or not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hints {
    /// The text.
    pub source: Rc<str>,
    /// In the order in which they stand there.
    pub all: Vec<Old>,
}

/// What was recorded: the log, and the scenes, lanes and marks folded from it.
#[derive(Debug)]
pub struct Recording {
    /// The log.
    pub log: Log,
    /// Its fold; it follows the log's end.
    pub timeline: Timeline,
    /// Its output by lines; follows too.
    pub lines: OutputLines,
    /// What a visitor should know of it; follows too.
    pub notices: Notices,
    /// Which kinds of things it has; follows too.
    pub presence: Presence,
    /// What each event caused; follows only when somebody asks.
    effects: Effects,
}

/// The recording, shared: it grows in place, and the version says that it did.
#[derive(Clone, Debug)]
pub struct LogHandle {
    recording: Rc<RefCell<Recording>>,
    version: u32,
    len: u32,
}

impl Default for LogHandle {
    fn default() -> LogHandle {
        LogHandle::of(Log::blank(Limits::default()))
    }
}

impl PartialEq for LogHandle {
    fn eq(&self, other: &LogHandle) -> bool {
        self.version == other.version && Rc::ptr_eq(&self.recording, &other.recording)
    }
}

impl LogHandle {
    /// Wraps a log that is already there.
    pub fn of(log: Log) -> LogHandle {
        let mut timeline = Timeline::new();
        timeline.follow(&log);
        let mut lines = OutputLines::default();
        lines.follow(&log);
        let mut notices = Notices::default();
        notices.follow(&log);
        let mut presence = Presence::default();
        presence.follow(&log);
        let len = log.len() as u32;
        LogHandle {
            recording: Rc::new(RefCell::new(Recording {
                log,
                timeline,
                lines,
                notices,
                presence,
                effects: Effects::default(),
            })),
            version: 0,
            len,
        }
    }

    /// The recording, to be read now and not kept.
    pub fn get(&self) -> Ref<'_, Recording> {
        self.recording.borrow()
    }

    /// Number of events.
    pub const fn len(&self) -> u32 {
        self.len
    }

    /// Whether it has no event.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The scene just after an event; the empty scene while nothing is recorded.
    pub fn scene(&self, event: u32) -> Scene {
        let index = if self.is_empty() {
            EventIndex::NONE
        } else {
            EventIndex(event)
        };
        let recording = &mut *self.recording.borrow_mut();
        recording.timeline.at(&recording.log, index).clone()
    }

    /// Where the consequences of an event show, in order.
    pub fn consequences(&self, event: u32) -> Vec<EventIndex> {
        let recording = &mut *self.recording.borrow_mut();
        recording.effects.follow(&recording.log);
        recording
            .effects
            .consequences(&recording.log, EventIndex(event))
    }

    /// Takes what the worker's log has more; the new handle sees it.
    pub fn grown(&self, delta: &[u8]) -> Result<LogHandle, DeltaError> {
        let recording = &mut *self.recording.borrow_mut();
        recording.log.apply_delta(delta)?;
        recording.timeline.follow(&recording.log);
        recording.lines.follow(&recording.log);
        recording.notices.follow(&recording.log);
        recording.presence.follow(&recording.log);
        Ok(LogHandle {
            recording: self.recording.clone(),
            version: self.version.wrapping_add(1),
            len: recording.log.len() as u32,
        })
    }
}
