//! What the page knows: the program, the run's log, the cursor, the settings.
//!
//! Components read it and send [`Action`]s; `reduce` says what each does.
//! What the stage shows is computed from [`LogHandle`] and `cursor` alone.

mod choices;
mod reduce;
mod run;

use std::rc::Rc;

use coroscope_session::RunOptions;
use coroscope_trace::EntityId;

pub use choices::{Detail, Dialog, Foot, Panel, Settings, StageView, StepUnit, Theme};
pub use reduce::Action;
pub use run::{Engine, Hints, LogHandle, Old, Phase, Problem, Recording};

use crate::breakpoints::Breakpoints;
use crate::events_table::Filter;
use crate::gallery::{self, Text};
use crate::inspection::Inspection;
use crate::questions::{self, Question};

/// Where the text in the editor came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The visitor wrote it; the number of the draft.
    Draft(u32),
    /// An example of this name, unchanged.
    Example(&'static str),
    /// A link brought it, unchanged.
    Link,
}

/// The text in the editor.
#[derive(Clone, PartialEq, Debug)]
pub struct Program {
    /// The text.
    pub source: Rc<str>,
    /// Where it came from.
    pub origin: Origin,
    /// Counts replacements by anything but typing: the editor then takes the text anew.
    pub replaced: u32,
}

/// A text of the visitor's own. An edited example or link becomes a new one,
/// so that nothing the visitor wrote is ever overwritten.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Its number; never used again.
    pub id: u32,
    /// The text.
    pub source: Rc<str>,
}

impl Draft {
    /// What to call it in a menu: its first line that says something. Which
    /// modules it imports says little: nearly all begin with the same one.
    pub fn title(&self) -> String {
        let lines = self.source.lines();
        let lines = lines.map(|line| line.trim().trim_start_matches('#').trim());
        let mut lines = lines.filter(|line| !line.is_empty());
        let is_import = |line: &&str| line.starts_with("import ") || line.starts_with("from ");
        let telling = lines.clone().find(|line| !is_import(line));
        let line = telling.or_else(|| lines.next()).map(|line| {
            let line = line.strip_suffix(':').unwrap_or(line);
            let line = line.strip_prefix("async ").unwrap_or(line);
            line.strip_prefix("def ").unwrap_or(line)
        });
        let mut title: String = line.unwrap_or("…").chars().take(40).collect();
        if line.is_some_and(|line| line.chars().count() > 40) {
            title.push('…');
        }
        title
    }
}

/// Something that the visitor must be told, above the places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The link in the address could not be read, and why.
    LinkUnreadable(String),
    /// The text of an example of this name could not be fetched.
    ExampleMissing(&'static str),
    /// The interpreter crashed and was started anew; what it said.
    EngineCrashed(String),
}

/// A run that is kept to be compared with later ones.
#[derive(Clone, PartialEq, Debug)]
pub struct Pinned {
    /// The text that was run.
    pub source: Rc<str>,
    /// What was recorded.
    pub log: LogHandle,
}

/// All of it.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// What is kept from visit to visit.
    pub settings: Settings,
    /// The text in the editor.
    pub program: Program,
    /// The visitor's own texts, the one edited last first.
    pub drafts: Rc<Vec<Draft>>,
    /// The worker.
    pub engine: Engine,
    /// How far the run is.
    pub phase: Phase,
    /// Counts runs; messages of an earlier one are not for us.
    pub run: u32,
    /// Counts the worker's answers, so that each is followed by the next question.
    pub answers: u32,
    /// The text that is run, to tell whether it was edited since.
    pub run_source: Rc<str>,
    /// Choices for the run: the seed, the limits.
    pub options: RunOptions,
    /// The line typed last for the program, `None` for the end of its input, and
    /// how many were typed before it in all runs.
    pub typed: (u32, Option<Rc<str>>),
    /// The log so far.
    pub log: LogHandle,
    /// Index of the event that the stage shows.
    pub cursor: u32,
    /// Whether the cursor moves by itself.
    pub playing: bool,
    /// Where the cursor is to go once the log reaches so far.
    pub target: Option<u32>,
    /// The point of the question's answer where the cursor is to go once the run is over.
    pub sought: Option<usize>,
    /// Whether the answer to the example's question is on the screen.
    pub shows_answer: bool,
    /// The task whose lane is selected.
    pub selected: Option<EntityId>,
    /// Errors to underline in the editor.
    pub problems: Rc<Vec<Problem>>,
    /// Old spellings of the text that was looked at last.
    pub hints: Rc<Hints>,
    /// On a phone: which place is open.
    pub panel: Panel,
    /// Which tab of the last box is open.
    pub detail: Detail,
    /// What the large place shows.
    pub stage: StageView,
    /// What stands under the source.
    pub foot: Foot,
    /// Which events the table shows.
    pub filter: Rc<Filter>,
    /// Where playing stops.
    pub breakpoints: Rc<Breakpoints>,
    /// Whether frames and variables are on the screen, so that they are asked for.
    pub is_inspecting: bool,
    /// Frames and variables.
    pub inspection: Inspection,
    /// The line of the program that the pointer is at, in the source or on a lane.
    pub hovered: Option<u32>,
    /// The line to bring into view, and a count of such wishes.
    pub shown_line: (u32, u32),
    /// The run to compare with.
    pub pinned: Option<Rc<Pinned>>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The file of the library that was opened last.
    pub library: Option<LibraryFile>,
    /// What to tell above the places.
    pub notice: Option<Notice>,
}

/// A file of the library, to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LibraryFile {
    /// Its name in tracebacks.
    pub name: Rc<str>,
    /// The line that it was opened for.
    pub line: u32,
    /// Its text, once the worker has told it; empty if there is no such file.
    pub text: Option<Rc<str>>,
}

/// How many events back the task is looked for that the cursor has just left.
const NEAR: u32 = 400;

impl State {
    /// A visit that begins with the draft edited last, or with the first example.
    pub fn new(settings: Settings, drafts: Vec<Draft>) -> State {
        let program = match drafts.first() {
            Some(draft) => Program {
                source: draft.source.clone(),
                origin: Origin::Draft(draft.id),
                replaced: 0,
            },
            None => first_program(),
        };
        State {
            settings,
            run_source: program.source.clone(),
            program,
            drafts: Rc::new(drafts),
            engine: Engine::Loading,
            phase: Phase::Idle,
            run: 0,
            answers: 0,
            options: RunOptions::default(),
            typed: (0, None),
            log: LogHandle::default(),
            cursor: 0,
            playing: false,
            target: None,
            sought: None,
            shows_answer: true,
            selected: None,
            problems: Rc::default(),
            hints: Rc::new(Hints {
                source: Rc::from(""),
                all: Vec::new(),
            }),
            panel: Panel::Stage,
            detail: Detail::default(),
            stage: StageView::default(),
            foot: Foot::default(),
            filter: Rc::default(),
            breakpoints: Rc::default(),
            is_inspecting: false,
            inspection: Inspection::default(),
            hovered: None,
            shown_line: (0, 0),
            pinned: None,
            dialog: None,
            library: None,
            notice: None,
        }
    }

    /// Number of events so far.
    pub fn len(&self) -> u32 {
        self.log.len()
    }

    /// Whether nothing was recorded yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the worker still has something to run.
    pub fn is_running(&self) -> bool {
        matches!(
            self.phase,
            Phase::Waiting | Phase::Running | Phase::AwaitsInput
        )
    }

    /// The task that is looked at: the selected one, else the current event's;
    /// main for an event of no task.
    pub fn subject(&self) -> EntityId {
        self.selected.unwrap_or_else(|| {
            let recording = self.log.get();
            let log = &recording.log;
            let event = log.event(coroscope_trace::EventIndex(self.cursor));
            let of = event.map_or(EntityId::MAIN, |event| event.subject);
            crate::stepping::owner(log, of)
        })
    }

    /// Whose frames and variables are looked at: the selected entity's, else the
    /// task's that the cursor is at or has just left, else the program's.
    pub fn inspected(&self) -> EntityId {
        if let Some(selected) = self.selected {
            return selected;
        }
        let recording = self.log.get();
        let log = &recording.log;
        let from = self.cursor.saturating_sub(NEAR);
        let events = (from..=self.cursor).rev().map(coroscope_trace::EventIndex);
        let mut tasks = events
            .filter_map(|index| log.event(index))
            .map(|event| crate::stepping::owner(log, event.subject));
        let lanes = recording.timeline.lanes();
        tasks
            .find(|id| lanes.of(*id).is_some())
            .unwrap_or(EntityId::MAIN)
    }

    /// The question that the program answers, if it is such an example.
    pub fn question(&self) -> Option<&'static Question> {
        match self.program.origin {
            Origin::Example(name) => questions::of(name),
            Origin::Draft(_) | Origin::Link => None,
        }
    }

    /// Whether the text was changed since it was run.
    pub fn is_edited(&self) -> bool {
        !self.is_empty() && *self.run_source != *self.program.source
    }
}

/// The program that a new visitor sees.
fn first_program() -> Program {
    let example = gallery::find(gallery::FIRST);
    match example.map(|example| (example.name, example.text)) {
        Some((name, Text::Here(text))) => Program {
            source: Rc::from(text),
            origin: Origin::Example(name),
            replaced: 0,
        },
        // A test says that there is one.
        _ => Program {
            source: Rc::from(""),
            origin: Origin::Draft(0),
            replaced: 0,
        },
    }
}
