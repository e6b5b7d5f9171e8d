//! What the worker does with the page's messages. It knows nothing of
//! browsers: its host hands it messages, lets it run in small batches, and
//! posts what comes back.

use crate::diagnose::diagnose;
use crate::engine::{Engine, Progress};
use crate::inspection::{self, Question};
use crate::message::{Budget, PROTOCOL, RunId, ToPage, ToWorker};
use crate::options::RunOptions;
use coroscope_library::library;
use coroscope_trace::{EventIndex, Taken};

/// Most instructions between two looks at a budget's other limits.
const LONGEST_STRIDE: u64 = 20_000;

/// Name of the visitor's program in tracebacks.
const FILE: &str = "main.py";

/// A message for the page, with the new events if it is a `Progress`.
#[derive(Clone, PartialEq, Debug)]
pub struct Reply {
    /// The message.
    pub message: ToPage,
    /// What the log has more than the last time.
    pub events: Option<Taken>,
}

impl From<ToPage> for Reply {
    fn from(message: ToPage) -> Reply {
        Reply {
            message,
            events: None,
        }
    }
}

/// The worker's state: at most one program, and how far it may run.
#[derive(Debug, Default)]
pub struct WorkerSession {
    run: Option<Run>,
}

#[derive(Debug)]
struct Run {
    id: RunId,
    /// To begin anew.
    source: String,
    options: RunOptions,
    engine: Engine,
    /// What is left of the budget that the page gave.
    asked: Option<Asked>,
    /// What the page wants to look at; the run is on its way there.
    question: Option<Question>,
    /// The event at which the run stands still, if it does.
    halted_at: Option<u32>,
    /// The library's frames are there to be looked at.
    has_library_frames: bool,
    /// What was typed so far, for when the program is run again.
    typed: Vec<Option<String>>,
}

/// A budget in absolute numbers.
#[derive(Clone, Copy, Debug)]
struct Asked {
    instructions: u64,
    events: u32,
    until: u64,
    /// So many handles of all may have run.
    handles: Option<u32>,
}

impl WorkerSession {
    /// The first message of every worker.
    pub fn ready() -> Reply {
        Reply::from(ToPage::Ready {
            protocol: PROTOCOL,
            build: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Takes a message from the page.
    pub fn receive(&mut self, message: ToWorker) -> Vec<Reply> {
        match message {
            ToWorker::Load {
                run,
                source,
                options,
            } => {
                // Before the new program starts, so that both heaps are never there at once.
                self.run = None;
                let engine = Engine::new(&source, FILE, &options);
                let problems = engine.problems().to_vec();
                if !problems.is_empty() {
                    return vec![Reply::from(ToPage::Diagnostics {
                        request: run,
                        problems,
                    })];
                }
                self.run = Some(Run::new(run, source, options, engine));
                vec![Reply::from(ToPage::Loaded { run })]
            }
            ToWorker::Check { request, source } => vec![Reply::from(ToPage::Diagnostics {
                request,
                problems: diagnose(&source),
            })],
            ToWorker::Advance { run, budget } => match self.of(run) {
                Some(run) => run.ask(budget),
                None => Vec::new(),
            },
            ToWorker::Type { run, line } => {
                if let Some(run) = self.of(run) {
                    run.typed.push(line.clone());
                    run.engine.type_line(line);
                }
                Vec::new()
            }
            ToWorker::Stop { run } => match self.of(run) {
                Some(run) => {
                    run.engine.stop();
                    run.report()
                }
                None => Vec::new(),
            },
            ToWorker::ReadLibrary { file } => {
                let text = library().source_of(&file).map(str::to_owned);
                vec![Reply::from(ToPage::LibrarySource { file, text })]
            }
            ToWorker::Inspect {
                run,
                event,
                subject,
                open,
            } => {
                self.look(run, Question::new(event, subject, open));
                Vec::new()
            }
        }
    }

    /// Sets out for the event that a question is about.
    fn look(&mut self, id: RunId, question: Question) {
        let Some(run) = self.run.take_if(|run| run.id == id) else {
            return;
        };
        let mut run = if !run.has_library_frames || run.is_past(question.event) {
            run.begun_anew()
        } else {
            run
        };
        run.question = Some(question);
        self.run = Some(run);
    }

    /// Whether the page waits for an answer: [`WorkerSession::step`] then has something to do.
    pub fn is_busy(&self) -> bool {
        self.run
            .as_ref()
            .is_some_and(|run| run.asked.is_some() || run.question.is_some())
    }

    /// Runs for about so many instructions of the budget asked for; answers
    /// once that is used up or the run is over.
    pub fn step(&mut self, instructions: u64) -> Vec<Reply> {
        match &mut self.run {
            Some(run) => run.step(instructions),
            None => Vec::new(),
        }
    }

    fn of(&mut self, id: RunId) -> Option<&mut Run> {
        self.run.as_mut().filter(|run| run.id == id)
    }
}

impl Run {
    fn new(id: RunId, source: String, options: RunOptions, mut engine: Engine) -> Run {
        engine.expect_typing();
        engine.hand_over_events();
        Run {
            id,
            source,
            options,
            engine,
            asked: None,
            question: None,
            halted_at: None,
            has_library_frames: false,
            typed: Vec::new(),
        }
    }

    /// The same program at its beginning, to be looked at. The old heap goes first: both are
    /// never there at once.
    fn begun_anew(self) -> Run {
        let Run {
            id,
            source,
            options,
            engine,
            typed,
            ..
        } = self;
        drop(engine);
        let engine = Engine::to_be_looked_at(&source, FILE, &options);
        let mut run = Run::new(id, source, options, engine);
        run.has_library_frames = true;
        for line in &typed {
            run.engine.type_line(line.clone());
        }
        run.typed = typed;
        run
    }

    /// Whether the run can no longer stand still at an event.
    fn is_past(&self, event: u32) -> bool {
        // What was recorded before it stood still belongs to the same line.
        let first = self.halted_at.unwrap_or(u32::MAX);
        (event as usize) < self.engine.log().len() && event < first
    }

    /// Runs on to what the page wants to look at.
    fn look(&mut self, question: Question, instructions: u64) -> Vec<Reply> {
        self.engine.halt_at(EventIndex(question.event));
        if !self.engine.log().is_halted() {
            self.engine.advance(instructions);
            if !self.engine.log().is_halted() && self.engine.progress() == Progress::Running {
                self.question = Some(question);
                return Vec::new();
            }
            self.halted_at = Some(question.event);
        }
        vec![Reply::from(ToPage::Frames {
            run: self.id,
            event: question.event,
            subject: question.subject,
            frames: inspection::frames(&self.engine, &question),
        })]
    }

    fn ask(&mut self, budget: Budget) -> Vec<Reply> {
        let run = self.engine.log().handles_finished();
        self.asked = Some(Asked {
            instructions: budget.instructions,
            events: budget.events.unwrap_or(u32::MAX),
            until: budget.until.unwrap_or(u64::MAX),
            handles: budget.handles.map(|count| run.saturating_add(count)),
        });
        if self.is_done() {
            return self.report();
        }
        Vec::new()
    }

    fn step(&mut self, instructions: u64) -> Vec<Reply> {
        if let Some(question) = self.question.take() {
            return self.look(question, instructions);
        }
        let mut left = instructions;
        while left > 0 {
            let Some(asked) = &mut self.asked else {
                return Vec::new();
            };
            let usage = self.engine.usage();
            // Near a limit on events the strides become short, so as not to run past it.
            let missing = u64::from(asked.events.saturating_sub(usage.events));
            let fine = asked.handles.is_some() || asked.until != u64::MAX;
            let stride = if fine { 50 } else { (missing / 2).max(16) }
                .min(LONGEST_STRIDE)
                .min(left)
                .min(asked.instructions.max(1));
            asked.instructions = asked.instructions.saturating_sub(stride);
            left -= stride;
            self.engine.advance(stride);
            if self.is_done() {
                return self.report();
            }
        }
        Vec::new()
    }

    /// Whether what was asked for is done, or the run is over.
    fn is_done(&self) -> bool {
        let Some(asked) = &self.asked else {
            return true;
        };
        let usage = self.engine.usage();
        self.engine.progress() != Progress::Running
            || asked.instructions == 0
            || usage.events >= asked.events
            || usage.virtual_time >= asked.until
            || asked
                .handles
                .is_some_and(|most| self.engine.log().handles_finished() >= most)
    }

    /// Answers with all that is new.
    fn report(&mut self) -> Vec<Reply> {
        self.asked = None;
        let events = self.engine.take_delta();
        let progress = Reply {
            message: ToPage::Progress {
                run: self.id,
                usage: self.engine.usage(),
            },
            events: Some(events),
        };
        let finished = self.engine.report().map(|report| {
            Reply::from(ToPage::Finished {
                run: self.id,
                ending: report.ending,
                message: report.message.clone(),
            })
        });
        let waits = (self.engine.progress() == Progress::AwaitsInput)
            .then(|| Reply::from(ToPage::AwaitsInput { run: self.id }));
        let replies = [Some(progress), waits, finished];
        replies.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Ending;
    use crate::options::RunOptions;
    use coroscope_trace::{Limits, Log, Stream};

    fn load(source: &str) -> (WorkerSession, Vec<Reply>) {
        let mut session = WorkerSession::default();
        let replies = session.receive(ToWorker::Load {
            run: 1,
            source: source.to_owned(),
            options: RunOptions::default(),
        });
        (session, replies)
    }

    fn advance(session: &mut WorkerSession, budget: Budget) -> Vec<Reply> {
        let mut replies = session.receive(ToWorker::Advance { run: 1, budget });
        while session.is_busy() {
            replies.extend(session.step(1000));
        }
        replies
    }

    fn ending(replies: &[Reply]) -> Option<Ending> {
        replies.iter().find_map(|reply| match reply.message {
            ToPage::Finished { ending, .. } => Some(ending),
            _ => None,
        })
    }

    #[test]
    fn the_pieces_of_the_log_make_the_whole() {
        let (mut session, replies) = load("for i in range(50):\n    print(i)\n");
        assert_eq!(replies, [Reply::from(ToPage::Loaded { run: 1 })]);
        let mut log = Log::blank(Limits::default());
        let mut last = Vec::new();
        while ending(&last).is_none() {
            let budget = Budget {
                events: Some(log.len() as u32 + 10),
                ..Budget::default()
            };
            last = advance(&mut session, budget);
            for delta in last.iter().filter_map(|reply| reply.events.as_ref()) {
                assert_eq!(log.apply_delta(&delta.to_bytes()), Ok(()));
            }
        }
        assert_eq!(ending(&last), Some(Ending::Completed));
        let mut whole = Engine::new(
            "for i in range(50):\n    print(i)\n",
            FILE,
            &RunOptions::default(),
        );
        whole.finish();
        assert_eq!(
            coroscope_trace::export::json_lines(&log),
            coroscope_trace::export::json_lines(whole.log())
        );
        assert_eq!(log.output(), whole.log().output());
    }

    #[test]
    fn a_budget_of_events_is_hardly_overrun() {
        let (mut session, _) = load("while True:\n    x = 1\n");
        let budget = Budget {
            events: Some(100),
            ..Budget::default()
        };
        let replies = advance(&mut session, budget);
        let events = replies.iter().find_map(|reply| match reply.message {
            ToPage::Progress { usage, .. } => Some(usage.events),
            _ => None,
        });
        assert!(
            events.is_some_and(|events| (100..120).contains(&events)),
            "{events:?}"
        );
        assert_eq!(ending(&replies), None);
    }

    #[test]
    fn stop_ends_an_endless_loop_between_two_steps() {
        let (mut session, _) = load("while True: pass\n");
        session.receive(ToWorker::Advance {
            run: 1,
            budget: Budget {
                instructions: u64::MAX,
                ..Budget::default()
            },
        });
        assert_eq!(session.step(100_000), []);
        assert!(session.is_busy());
        let replies = session.receive(ToWorker::Stop { run: 1 });
        assert_eq!(ending(&replies), Some(Ending::Stopped));
        assert!(!session.is_busy());
    }

    /// The log of a run that is advanced to its end.
    fn log_of(session: &mut WorkerSession, run: u32, source: &str) -> Log {
        session.receive(ToWorker::Load {
            run,
            source: source.to_owned(),
            options: RunOptions::default(),
        });
        let mut log = Log::blank(Limits::default());
        let mut last = Vec::new();
        while ending(&last).is_none() {
            let budget = Budget::default();
            last = session.receive(ToWorker::Advance { run, budget });
            while session.is_busy() {
                last.extend(session.step(1000));
            }
            for delta in last.iter().filter_map(|reply| reply.events.as_ref()) {
                assert_eq!(log.apply_delta(&delta.to_bytes()), Ok(()));
            }
        }
        log
    }

    #[test]
    fn after_a_stop_the_next_run_is_as_any_other() {
        let mut fresh = WorkerSession::default();
        let wanted = log_of(&mut fresh, 1, "print(1)\n");
        for source in [
            "while True: pass\n",
            "import asyncio\nasync def main():\n    n = 0\n    while True:\n        n += 1\nasyncio.run(main())\n",
        ] {
            let (mut session, _) = load(source);
            let budget = Budget {
                instructions: u64::MAX,
                ..Budget::default()
            };
            session.receive(ToWorker::Advance { run: 1, budget });
            session.step(500_000);
            let replies = session.receive(ToWorker::Stop { run: 1 });
            assert_eq!(ending(&replies), Some(Ending::Stopped), "{replies:?}");
            let log = log_of(&mut session, 2, "print(1)\n");
            assert_eq!(
                coroscope_trace::export::json_lines(&log),
                coroscope_trace::export::json_lines(&wanted)
            );
        }
    }

    #[test]
    fn a_program_waits_for_what_has_no_file_and_reads_it_again() {
        let source = "name = input('who? ')\nprint('hello', name)\ninput()\n";
        let (mut session, _) = load(source);
        let type_line = |session: &mut WorkerSession, line: Option<&str>| {
            let line = line.map(str::to_owned);
            session.receive(ToWorker::Type { run: 1, line })
        };
        let waits = Reply::from(ToPage::AwaitsInput { run: 1 });
        let first = advance(&mut session, Budget::default());
        assert_eq!(first.last(), Some(&waits));
        assert_eq!(
            advance(&mut session, Budget::default()).last(),
            Some(&waits)
        );
        assert_eq!(type_line(&mut session, Some("Ada")), []);
        assert_eq!(
            advance(&mut session, Budget::default()).last(),
            Some(&waits)
        );
        type_line(&mut session, None);
        let last = advance(&mut session, Budget::default());
        assert_eq!(ending(&last), Some(Ending::Raised));
        let output = |session: &WorkerSession| {
            let run = session
                .run
                .as_ref()
                .map(|run| run.engine.output(Stream::Stdout));
            run.unwrap_or_default()
        };
        assert_eq!(output(&session), "who? hello Ada\n");
        // Looking back runs it once more, with the same lines.
        let last = session
            .run
            .as_ref()
            .map_or(0, |run| run.engine.log().len() as u32)
            - 1;
        for event in [1, last] {
            session.receive(ToWorker::Inspect {
                run: 1,
                event,
                subject: None,
                open: Vec::new(),
            });
            while session.is_busy() {
                session.step(1000);
            }
        }
        assert_eq!(output(&session), "who? hello Ada\n");
    }

    #[test]
    fn stop_ends_a_program_that_waits_for_a_line() {
        let (mut session, _) =
            load("import asyncio\nasync def main(): input()\nasyncio.run(main())\n");
        advance(&mut session, Budget::default());
        let replies = session.receive(ToWorker::Stop { run: 1 });
        assert_eq!(ending(&replies), Some(Ending::Stopped));
    }

    #[test]
    fn messages_for_another_run_are_ignored() {
        let (mut session, _) = load("print(1)\n");
        let budget = Budget::default();
        assert_eq!(session.receive(ToWorker::Advance { run: 2, budget }), []);
        assert_eq!(session.receive(ToWorker::Stop { run: 2 }), []);
        assert!(!session.is_busy());
    }

    #[test]
    fn the_library_may_be_read() {
        let mut session = WorkerSession::default();
        let mut read = |file: &str| {
            let replies = session.receive(ToWorker::ReadLibrary {
                file: file.to_owned(),
            });
            replies.into_iter().find_map(|reply| match reply.message {
                ToPage::LibrarySource { text, .. } => text,
                _ => None,
            })
        };
        assert!(read("<library>/heapq.py").is_some_and(|text| text.contains("def heappush")));
        assert_eq!(read("<library>/nowhere.py"), None);
    }

    #[test]
    fn a_syntax_error_answers_with_diagnostics_and_loads_nothing() {
        let (mut session, replies) = load("x = = 2\n");
        let [
            Reply {
                message:
                    ToPage::Diagnostics {
                        request: 1,
                        problems,
                    },
                ..
            },
        ] = replies.as_slice()
        else {
            panic!("diagnostics expected, got {replies:?}");
        };
        assert_eq!(problems.len(), 1);
        assert_eq!(advance(&mut session, Budget::default()), []);
    }

    #[test]
    fn an_uncaught_exception_is_told() {
        let (mut session, _) = load("1 / 0\n");
        let replies = advance(&mut session, Budget::default());
        assert_eq!(ending(&replies), Some(Ending::Raised));
    }
}
