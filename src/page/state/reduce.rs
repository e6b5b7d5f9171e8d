//! What each action does to the state.

use std::rc::Rc;

use coroscope_session::RunOptions;
use coroscope_trace::{EntityId, EventIndex};

use super::{
    Detail, Dialog, Draft, Engine, Foot, Hints, LibraryFile, LogHandle, Notice, Origin, Panel,
    Phase, Pinned, Problem, Program, Settings, StageView, State, StepUnit,
};
use crate::breakpoints::{Breakpoints, StopKind};
use crate::events_table::Filter;
use crate::inspection::{Answer, Inspection, Path};
use crate::stepping::{self, Direction};

/// How many drafts are kept.
const DRAFTS_KEPT: usize = 8;

/// Everything that can happen to the state.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// The visitor typed; the whole text.
    Edited(Rc<str>),
    /// Show an example; its name and text.
    ShowExample(&'static str, Rc<str>),
    /// Show a draft.
    ShowDraft(u32),
    /// Show what a link holds, run it and put the cursor there.
    ShowLinked {
        /// The program.
        program: Program,
        /// Choices for the run.
        options: RunOptions,
        /// Where to put the cursor; `None` if the link names no moment: then nothing runs.
        cursor: Option<u32>,
    },
    /// Run the text in the editor and play it from its beginning.
    Run,
    /// Stop the run.
    Stop,
    /// The worker takes programs.
    EngineReady,
    /// The worker could not be loaded.
    EngineFailed(String),
    /// The worker was ended because it did not answer, or crashed; with what it said, if so.
    EngineRestarted(Option<String>),
    /// The log of this run has more events.
    Grew(u32, LogHandle),
    /// The worker has used up what this run was last asked for.
    Answered(u32),
    /// This run is over.
    Ended(u32, Phase),
    /// This run waits for a line that the visitor is to type.
    Asks(u32),
    /// The visitor typed a line for the program, or ended its input.
    Typed(Option<Rc<str>>),
    /// This run found errors in the text.
    Problems(u32, Rc<Vec<Problem>>),
    /// A text was looked at for old spellings.
    Hinted(Rc<Hints>),
    /// Put the cursor on an event.
    Goto(u32),
    /// One step by the chosen unit.
    Step(Direction),
    /// One step by this unit.
    StepBy(StepUnit, Direction),
    /// To the cause of the current event.
    GoToCause,
    /// To the first event that the current one is the cause of.
    GoToEffect,
    /// To the first event.
    First,
    /// To the last event; while the program runs, on to its end.
    Last,
    /// Play or pause.
    PlayPause,
    /// Playback moves on by so many events.
    Advance(u32),
    /// Change what is kept from visit to visit.
    Set(Settings),
    /// Select a task, or none.
    Select(Option<EntityId>),
    /// Open a place on a phone.
    Open(Panel),
    /// Open a tab of the last box.
    ShowDetail(Detail),
    /// Show something else in the large place.
    ShowStage(StageView),
    /// Show something else under the source.
    ShowFoot(Foot),
    /// Show other events in the table.
    SetFilter(Filter),
    /// Stop at a line when playing, or no longer.
    ToggleLine(u32),
    /// The lines at which to stop, after the text was edited.
    SetLines(Vec<u32>),
    /// Stop at a kind of events when playing, or no longer.
    ToggleKind(StopKind),
    /// Stop nowhere.
    ClearBreakpoints,
    /// Frames and variables are on the screen, or no longer.
    Inspecting(bool),
    /// The inspecting worker has answered.
    Inspected(Rc<Answer>),
    /// Open or close a variable.
    ToggleVariable(Path),
    /// The pointer is at a line of the program.
    Hover(Option<u32>),
    /// Bring a line of the source into view.
    ShowLine(u32),
    /// Keep this run to compare later ones with, or let go of it.
    Pin,
    /// Open a dialog, or close it.
    ShowDialog(Option<Dialog>),
    /// Open a file of the library at a line.
    OpenLibrary(Rc<str>, u32),
    /// The text of such a file has come.
    LibraryRead(Rc<str>, Rc<str>),
    /// The visitor has read the notice.
    DismissNotice,
    /// Something to tell.
    Tell(Notice),
    /// Go to a point of the answer; the program is run for it if need be.
    ShowPoint(usize),
    /// Hide the answer, or show it again.
    ToggleAnswer,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: Action) -> State {
        let mut next = self.clone();
        next.apply(action);
        next
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Edited(source) => self.edit(source),
            Action::ShowExample(name, source) => self.show_example(name, source),
            Action::ShowDraft(id) => {
                if let Some(draft) = self.drafts.iter().find(|draft| draft.id == id) {
                    let source = draft.source.clone();
                    self.replace(Program {
                        source,
                        origin: Origin::Draft(id),
                        replaced: 0,
                    });
                }
            }
            Action::ShowLinked {
                program,
                options,
                cursor,
            } => {
                self.replace(program);
                self.options = options;
                if let Some(cursor) = cursor {
                    self.begin_run();
                    self.target = Some(cursor);
                }
            }
            Action::Run => {
                self.begin_run();
                self.playing = true;
            }
            Action::Stop => self.end(Phase::Stopped),
            Action::EngineReady => self.engine = Engine::Ready,
            Action::EngineFailed(why) => {
                self.engine = Engine::Failed(why);
                self.playing = false;
            }
            Action::EngineRestarted(why) => {
                self.engine = Engine::Loading;
                self.end(Phase::Restarted);
                self.notice = why.map(Notice::EngineCrashed).or(self.notice.take());
            }
            Action::Grew(run, log) if run == self.run => self.grow(log),
            Action::Ended(run, phase) if run == self.run => self.end(phase),
            Action::Problems(run, problems) if run == self.run => {
                self.problems = problems;
                self.end(Phase::SyntaxError);
            }
            Action::Asks(run) if run == self.run => {
                if self.is_running() {
                    self.phase = Phase::AwaitsInput;
                    // It comes no nearer to where the cursor was to go.
                    self.target = None;
                    self.foot = Foot::Output;
                    self.panel = Panel::Output;
                }
            }
            Action::Typed(line) => {
                if self.phase == Phase::AwaitsInput {
                    self.phase = Phase::Running;
                    self.typed = (self.typed.0.wrapping_add(1), line);
                    self.playing = true;
                }
            }
            Action::Answered(run) if run == self.run => {
                self.answers = self.answers.wrapping_add(1);
                if self.phase == Phase::Waiting {
                    self.phase = Phase::Running;
                }
            }
            Action::Answered(..)
            | Action::Asks(..)
            | Action::Grew(..)
            | Action::Ended(..)
            | Action::Problems(..) => {}
            Action::Hinted(hints) => self.hints = hints,
            Action::Goto(index) => self.pause_at(index),
            Action::Step(direction) => self.step(self.settings.unit, direction),
            Action::StepBy(unit, direction) => self.step(unit, direction),
            Action::GoToCause => {
                let reason = self.log.get().log.reason(EventIndex(self.cursor));
                if let Some(reason) = reason {
                    self.pause_at(reason.0);
                }
            }
            Action::GoToEffect => {
                let consequence = self.log.consequences(self.cursor).first().copied();
                let effect = consequence.or_else(|| {
                    let recording = self.log.get();
                    recording.log.effects(EventIndex(self.cursor)).next()
                });
                if let Some(effect) = effect {
                    self.pause_at(effect.0);
                }
            }
            Action::First => self.pause_at(0),
            Action::Last => {
                self.pause_at(u32::MAX);
                if self.is_running() {
                    self.target = Some(u32::MAX);
                }
            }
            Action::PlayPause => self.play_or_pause(),
            Action::Advance(count) => {
                let last = self.len().saturating_sub(1);
                let goal = self.cursor.saturating_add(count).min(last);
                if let Some(stop) = self.stop_before(goal) {
                    self.cursor = stop;
                    self.playing = false;
                    return;
                }
                self.cursor = goal;
                if self.cursor == last && !self.is_running() {
                    self.playing = false;
                }
            }
            Action::Set(settings) => self.settings = settings,
            Action::Select(task) => self.selected = if self.selected == task { None } else { task },
            Action::Open(panel) => {
                self.panel = panel;
                self.shown_line.0 = 0;
            }
            Action::ShowDetail(detail) => {
                self.detail = detail;
                // On a phone frames and variables have a place of their own.
                if self.panel == Panel::Inspect && detail != Detail::Inspect {
                    self.panel = Panel::Waits;
                }
            }
            Action::ShowStage(stage) => self.stage = stage,
            Action::ShowFoot(foot) => {
                self.foot = foot;
                self.panel = match foot {
                    Foot::Output => Panel::Output,
                    Foot::Notices => Panel::Notices,
                };
            }
            Action::SetFilter(filter) => self.filter = Rc::new(filter),
            Action::ToggleLine(line) => self.change_breakpoints(|all| all.toggle_line(line)),
            Action::SetLines(lines) => {
                self.change_breakpoints(|all| all.lines = lines.into_iter().collect());
            }
            Action::ToggleKind(kind) => self.change_breakpoints(|all| all.toggle_kind(kind)),
            Action::ClearBreakpoints => {
                self.change_breakpoints(|all| *all = Breakpoints::default())
            }
            Action::Inspecting(is_inspecting) => self.is_inspecting = is_inspecting,
            Action::Inspected(answer) if answer.run == self.run => {
                self.inspection.take((*answer).clone());
            }
            Action::Inspected(_) => {}
            Action::ToggleVariable(path) => self.inspection.toggle(&path),
            Action::Hover(line) => self.hovered = line,
            Action::ShowLine(line) => {
                self.shown_line = (line, self.shown_line.1.wrapping_add(1));
                self.panel = Panel::Code;
            }
            Action::Pin => self.pin(),
            Action::ShowDialog(dialog) => {
                self.dialog = dialog;
                if dialog.is_some() {
                    self.playing = false;
                }
            }
            Action::OpenLibrary(name, line) => {
                let known = self.library.take().filter(|file| file.name == name);
                let text = known.and_then(|file| file.text);
                self.library = Some(LibraryFile { name, line, text });
                self.dialog = Some(Dialog::Library);
                self.playing = false;
            }
            Action::LibraryRead(name, text) => {
                if let Some(file) = self.library.as_mut().filter(|file| file.name == name) {
                    file.text = Some(text);
                }
            }
            Action::DismissNotice => self.notice = None,
            Action::Tell(notice) => self.notice = Some(notice),
            Action::ShowPoint(number) => self.show_point(number),
            Action::ToggleAnswer => self.shows_answer = !self.shows_answer,
        }
    }

    /// A question is answered at once: its program runs, and the cursor goes to
    /// the moment that tells most.
    fn show_example(&mut self, name: &'static str, source: Rc<str>) {
        self.replace(Program {
            source,
            origin: Origin::Example(name),
            replaced: 0,
        });
        if let Some(question) = self.question() {
            self.detail = question.detail;
            self.stage = StageView::Lanes;
            self.show_point(question.telling);
        }
    }

    fn show_point(&mut self, number: usize) {
        if let Some(event) = self.find_point(number).filter(|_| !self.is_edited()) {
            self.pause_at(event.0);
            return;
        }
        if !self.is_running() {
            self.begin_run();
        }
        self.playing = false;
        self.target = Some(u32::MAX);
        self.sought = Some(number);
    }

    fn find_point(&self, number: usize) -> Option<EventIndex> {
        let point = self.question()?.point(number)?;
        point.at.find(&self.log.get().log)
    }

    fn step(&mut self, unit: StepUnit, direction: Direction) {
        let task = self.subject();
        let index = {
            let recording = self.log.get();
            stepping::step(&recording.log, self.cursor, unit, direction, task)
        };
        let at_tail = index + 1 >= self.len() && index <= self.cursor;
        self.pause_at(index);
        if direction == Direction::Forward && at_tail && self.is_running() {
            // The log ends here so far: ask for one event more.
            self.target = Some(self.len());
        }
    }

    /// The breakpoint that playing reaches first on the way to an event.
    fn stop_before(&self, goal: u32) -> Option<u32> {
        if self.breakpoints.is_empty() || self.is_edited() {
            return None;
        }
        let recording = self.log.get();
        self.breakpoints
            .next(&recording.log, &recording.timeline, self.cursor, goal)
    }

    fn change_breakpoints(&mut self, change: impl FnOnce(&mut Breakpoints)) {
        let mut all = (*self.breakpoints).clone();
        change(&mut all);
        self.breakpoints = Rc::new(all);
    }

    fn pin(&mut self) {
        if self.pinned.take().is_some() {
            if self.stage == StageView::Compare {
                self.stage = StageView::Lanes;
            }
            if self.panel == Panel::Compare {
                self.panel = Panel::Stage;
            }
        } else if !self.is_empty() {
            self.pinned = Some(Rc::new(Pinned {
                source: self.run_source.clone(),
                log: self.log.clone(),
            }));
            self.stage = StageView::Compare;
            self.panel = Panel::Compare;
        }
    }

    fn edit(&mut self, source: Rc<str>) {
        if source == self.program.source {
            return;
        }
        let id = match self.program.origin {
            Origin::Draft(id) => id,
            Origin::Example(_) | Origin::Link => {
                self.drafts.iter().map(|draft| draft.id).max().unwrap_or(0) + 1
            }
        };
        let mut drafts: Vec<Draft> = self
            .drafts
            .iter()
            .filter(|draft| draft.id != id)
            .cloned()
            .collect();
        drafts.insert(
            0,
            Draft {
                id,
                source: source.clone(),
            },
        );
        drafts.truncate(DRAFTS_KEPT);
        self.drafts = Rc::new(drafts);
        self.program.origin = Origin::Draft(id);
        self.program.source = source;
        // Marks of an older text would stand at wrong places.
        self.problems = Rc::default();
    }

    fn replace(&mut self, program: Program) {
        let replaced = self.program.replaced.wrapping_add(1);
        self.program = Program {
            replaced,
            ..program
        };
        self.shows_answer = true;
        self.options = RunOptions::default();
        self.breakpoints = Rc::new(Breakpoints {
            lines: std::collections::BTreeSet::new(),
            kinds: self.breakpoints.kinds.clone(),
        });
        self.forget_run();
    }

    fn forget_run(&mut self) {
        self.run = self.run.wrapping_add(1);
        self.phase = Phase::Idle;
        self.log = LogHandle::default();
        self.cursor = 0;
        self.playing = false;
        self.target = None;
        self.sought = None;
        self.selected = None;
        self.inspection = Inspection::default();
        self.filter = Rc::new(Filter {
            task: None,
            ..(*self.filter).clone()
        });
        self.hovered = None;
        self.shown_line.0 = 0;
        self.problems = Rc::default();
    }

    fn begin_run(&mut self) {
        self.forget_run();
        self.phase = Phase::Waiting;
        self.run_source = self.program.source.clone();
        self.notice = None;
        if self.panel == Panel::Code {
            // Who keeps a run wants to see the two beside each other.
            self.panel = match self.pinned {
                Some(_) => Panel::Compare,
                None => Panel::Stage,
            };
        }
    }

    fn grow(&mut self, log: LogHandle) {
        self.log = log;
        if self.phase == Phase::Waiting {
            self.phase = Phase::Running;
        }
        if let Some(target) = self.target {
            let last = self.len().saturating_sub(1);
            self.cursor = target.min(last);
            if target <= last {
                self.target = None;
            }
        }
    }

    fn end(&mut self, phase: Phase) {
        if !self.is_running() {
            return;
        }
        let stopped = matches!(
            phase,
            Phase::Stopped | Phase::Restarted | Phase::SyntaxError
        );
        self.phase = phase;
        self.target = None;
        if let Some(number) = self.sought.take().filter(|_| !self.is_empty()) {
            // A run that was cut short may not have got so far.
            let found = self.find_point(number);
            self.pause_at(found.map_or(u32::MAX, |event| event.0));
        }
        let last = self.len().saturating_sub(1);
        if stopped || self.cursor >= last {
            self.playing = false;
        }
    }

    fn pause_at(&mut self, index: u32) {
        self.cursor = index.min(self.len().saturating_sub(1));
        self.playing = false;
        self.target = None;
        self.sought = None;
    }

    fn play_or_pause(&mut self) {
        if self.playing || self.target.is_some() {
            self.playing = false;
            self.target = None;
            self.sought = None;
        } else if self.is_empty() && !self.is_running() {
            self.apply(Action::Run);
        } else {
            if self.cursor + 1 >= self.len() && !self.is_running() {
                self.cursor = 0;
            }
            self.playing = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, Kind, Limits, Log, Place};

    fn log_of(events: u32) -> LogHandle {
        let mut log = Log::new(true, Limits::default());
        for _ in 1..events {
            log.emit(
                Kind::LineReached,
                EntityId::MAIN,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
        }
        LogHandle::of(log)
    }

    fn running(events: u32) -> State {
        let state = State::new(Settings::default(), Vec::new())
            .after(Action::EngineReady)
            .after(Action::Run);
        let run = state.run;
        state.after(Action::Grew(run, log_of(events)))
    }

    #[test]
    fn a_run_plays_to_its_end_and_stops_there() {
        let state = running(10);
        assert!(state.playing && state.is_running());
        let run = state.run;
        let state = state
            .after(Action::Ended(run, Phase::Completed))
            .after(Action::Advance(4));
        assert_eq!((state.cursor, state.playing), (4, true));
        let state = state.after(Action::Advance(400));
        assert_eq!((state.cursor, state.playing), (9, false));
        assert_eq!(state.after(Action::PlayPause).cursor, 0);
    }

    #[test]
    fn messages_of_an_earlier_run_change_nothing() {
        let state = running(10).after(Action::Run);
        let late = state.after(Action::Grew(state.run - 1, log_of(50)));
        assert_eq!(late.len(), 0);
    }

    #[test]
    fn editing_an_example_never_overwrites_a_draft() {
        let state =
            State::new(Settings::default(), Vec::new()).after(Action::Edited(Rc::from("mine")));
        assert_eq!(state.program.origin, Origin::Draft(1));
        let state = state
            .after(Action::ShowExample("timeout", Rc::from("pass")))
            .after(Action::Edited(Rc::from("other")));
        let kept: Vec<_> = state.drafts.iter().map(|draft| &*draft.source).collect();
        assert_eq!(kept, ["other", "mine"]);
        let back = state.after(Action::ShowDraft(1));
        assert_eq!(&*back.program.source, "mine");
        assert_eq!(back.drafts.len(), 2);
    }

    #[test]
    fn a_link_puts_the_cursor_where_it_says_once_the_log_is_there() {
        let program = Program {
            source: Rc::from("pass"),
            origin: Origin::Link,
            replaced: 0,
        };
        let state = State::new(Settings::default(), Vec::new());
        let state = {
            let options = RunOptions {
                seed: 7,
                ..RunOptions::default()
            };
            state.after(Action::ShowLinked {
                program,
                options,
                cursor: Some(6),
            })
        };
        assert!(state.is_running() && !state.playing && state.options.seed == 7);
        let run = state.run;
        let state = state.after(Action::Grew(run, log_of(4)));
        assert_eq!((state.cursor, state.target), (3, Some(6)));
        let state = state.after(Action::Grew(run, log_of(9)));
        assert_eq!((state.cursor, state.target), (6, None));
    }

    #[test]
    fn a_step_past_the_tail_asks_for_one_event_more() {
        let state = running(3).after(Action::Last).after(Action::PlayPause);
        let state = state.after(Action::Step(Direction::Forward));
        assert_eq!((state.cursor, state.target), (2, Some(3)));
    }

    #[test]
    fn playing_stops_at_a_breakpoint_and_goes_on_from_there() {
        let state = running(10).after(Action::ToggleKind(StopKind::Output));
        assert_eq!(state.after(Action::Advance(5)).cursor, 5);
        let mut log = Log::new(true, Limits::default());
        for line in [1, 2, 3, 2, 4] {
            let (kind, place) = (Kind::LineReached, Place::new(0, line));
            log.emit(kind, EntityId::MAIN, Cause::Current, place, 0, 0);
        }
        let run = state.run;
        let state = state
            .after(Action::Grew(run, LogHandle::of(log)))
            .after(Action::ToggleLine(2));
        let stopped = state.after(Action::Advance(u32::MAX));
        assert_eq!((stopped.cursor, stopped.playing), (2, false));
        let again = stopped.after(Action::PlayPause).after(Action::Advance(9));
        assert_eq!((again.cursor, again.playing), (4, false));
        let free = again.after(Action::ClearBreakpoints);
        let end = free.after(Action::PlayPause).after(Action::Advance(9));
        assert_eq!(end.cursor, 5);
    }

    #[test]
    fn a_pinned_run_stays_while_others_come_and_go() {
        let state = running(10).after(Action::Pin);
        assert_eq!(state.stage, StageView::Compare);
        let next = state.after(Action::Run);
        assert_eq!(
            next.pinned.as_ref().map(|pinned| pinned.log.len()),
            Some(10)
        );
        assert_eq!(next.len(), 0);
        let free = next.after(Action::Pin);
        assert_eq!((free.pinned, free.stage), (None, StageView::Lanes));
    }

    #[test]
    fn an_answer_about_another_run_is_dropped() {
        let state = running(10);
        let answer = Answer {
            run: state.run.wrapping_add(1),
            event: 3,
            subject: None,
            frames: Vec::new(),
        };
        let state = state.after(Action::Inspected(Rc::new(answer)));
        assert!(state.inspection.answer.is_none());
    }

    #[test]
    fn a_question_runs_by_itself_and_shows_its_telling_moment() {
        let state = State::new(Settings::default(), Vec::new());
        let state = state.after(Action::ShowExample("blocked-loop", Rc::from("pass")));
        assert!(state.is_running() && !state.playing);
        let mut log = Log::new(true, Limits::default());
        for kind in [Kind::LineReached, Kind::LoopBlocked, Kind::RunEnded] {
            log.emit(kind, EntityId::MAIN, Cause::Current, Place::NONE, 0, 0);
        }
        let run = state.run;
        let state = state
            .after(Action::Grew(run, LogHandle::of(log)))
            .after(Action::Ended(run, Phase::Completed));
        assert_eq!((state.cursor, state.sought), (2, None));
        let state = state.after(Action::Last).after(Action::ShowPoint(0));
        assert_eq!(state.cursor, 2);
        assert_eq!(
            state
                .after(Action::Edited(Rc::from("1")))
                .question()
                .map(|it| it.example),
            None
        );
    }

    #[test]
    fn an_example_without_a_question_waits_for_run() {
        let state = State::new(Settings::default(), Vec::new());
        let state = state.after(Action::ShowExample("timeout", Rc::from("pass")));
        assert!(!state.is_running() && state.question().is_none());
    }

    #[test]
    fn stop_ends_playback() {
        let state = running(3).after(Action::Stop);
        assert_eq!(
            (state.phase.clone(), state.playing),
            (Phase::Stopped, false)
        );
        // A stopped run stays stopped.
        let run = state.run;
        assert_eq!(
            state.after(Action::Ended(run, Phase::Completed)).phase,
            Phase::Stopped
        );
    }
}
