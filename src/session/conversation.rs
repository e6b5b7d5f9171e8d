//! The worker's side of the conversation with the page: which answers follow a message.

use coroscope_python::compile::{Mode, compile_source};
use coroscope_trace::{Mark, flags};

use crate::engine::{Engine, Progress};
use crate::message::{
    Budget, Diagnostic, Ending, PROTOCOL, RunId, Severity, ToPage, ToWorker, Usage,
};

/// The name that tracebacks give the visitor's program.
pub const PROGRAM: &str = "main.py";

/// Instructions between two looks at what the budget allows besides instructions.
const SLICE: u64 = 20_000;

/// A message for the page, and the events that go beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// The message.
    pub message: ToPage,
    /// What [`coroscope_trace::Log::encode_delta`] wrote.
    pub events: Option<Vec<u8>>,
}

impl From<ToPage> for Answer {
    fn from(message: ToPage) -> Answer {
        Answer {
            message,
            events: None,
        }
    }
}

/// What the worker knows: the run that it has, if any.
#[derive(Debug, Default)]
pub struct Conversation {
    run: Option<Run>,
}

#[derive(Debug)]
struct Run {
    id: RunId,
    engine: Engine,
    /// How much of the log the page has.
    sent: Mark,
    is_told: bool,
}

impl Conversation {
    /// The first message of every worker.
    pub fn greeting(build: &str) -> Answer {
        ToPage::Ready {
            protocol: PROTOCOL,
            build: build.to_owned(),
        }
        .into()
    }

    /// Answers a message.
    pub fn hear(&mut self, message: ToWorker) -> Vec<Answer> {
        match message {
            ToWorker::Load {
                run,
                source,
                options,
            } => {
                self.run = None;
                let problems = problems(&source);
                if !problems.is_empty() {
                    return vec![
                        ToPage::Diagnostics {
                            request: run,
                            problems,
                        }
                        .into(),
                    ];
                }
                let engine = Engine::new(&source, PROGRAM, &options);
                self.run = Some(Run {
                    id: run,
                    engine,
                    sent: Mark::START,
                    is_told: false,
                });
                vec![ToPage::Loaded { run }.into()]
            }
            ToWorker::Check { request, source } => {
                vec![
                    ToPage::Diagnostics {
                        request,
                        problems: problems(&source),
                    }
                    .into(),
                ]
            }
            ToWorker::Advance { run, budget } => match self.of(run) {
                Some(run) => run.advance(&budget),
                None => Vec::new(),
            },
            ToWorker::Stop { run } => {
                if self.of(run).is_none() {
                    return Vec::new();
                }
                self.run = None;
                vec![
                    ToPage::Finished {
                        run,
                        ending: Ending::Stopped,
                        message: String::new(),
                    }
                    .into(),
                ]
            }
            ToWorker::Inspect {
                run,
                event,
                subject,
            } => {
                vec![
                    ToPage::Frames {
                        run,
                        event,
                        subject,
                        frames: Vec::new(),
                    }
                    .into(),
                ]
            }
        }
    }

    fn of(&mut self, id: RunId) -> Option<&mut Run> {
        self.run.as_mut().filter(|run| run.id == id)
    }
}

impl Run {
    fn advance(&mut self, budget: &Budget) -> Vec<Answer> {
        let end = self
            .engine
            .instructions()
            .saturating_add(budget.instructions);
        let mut progress = if self.engine.ending().is_some() {
            Progress::Ended
        } else {
            Progress::Running
        };
        while progress == Progress::Running
            && self.engine.instructions() < end
            && !self.is_far_enough(budget)
        {
            let left = end.saturating_sub(self.engine.instructions());
            progress = self.engine.advance(left.min(SLICE));
        }
        let mut answers = vec![self.progress()];
        if progress == Progress::Ended && !self.is_told {
            self.is_told = true;
            answers.push(self.finished());
        }
        answers
    }

    fn is_far_enough(&self, budget: &Budget) -> bool {
        budget
            .events
            .is_some_and(|events| self.engine.log().len() >= events as usize)
            || budget
                .until
                .is_some_and(|until| self.engine.virtual_time() >= until)
    }

    fn progress(&mut self) -> Answer {
        let log = self.engine.log();
        let events = log.encode_delta(self.sent);
        self.sent = log.mark();
        let usage = Usage {
            instructions: self.engine.instructions(),
            events: log.len() as u32,
            virtual_time: self.engine.virtual_time(),
            ..Usage::default()
        };
        Answer {
            message: ToPage::Progress {
                run: self.id,
                usage,
            },
            events: Some(events),
        }
    }

    fn finished(&self) -> Answer {
        let (ending, message) = match self.engine.ending() {
            Some(ending) => (
                ending_of(ending.flag, ending.status),
                ending.message.clone(),
            ),
            None => (Ending::Completed, String::new()),
        };
        ToPage::Finished {
            run: self.id,
            ending,
            message,
        }
        .into()
    }
}

const fn ending_of(flag: u8, status: i32) -> Ending {
    match flag {
        flags::RUN_RAISED => Ending::Raised,
        flags::RUN_STOPPED => Ending::Stopped,
        flags::RUN_OUT_OF_INSTRUCTIONS => Ending::OutOfInstructions,
        flags::RUN_OUT_OF_MEMORY => Ending::OutOfMemory,
        flags::RUN_OUT_OF_OUTPUT => Ending::OutOfOutput,
        flags::RUN_DEADLOCKED => Ending::Deadlocked,
        flags::RUN_EXITED => Ending::Exited { code: status },
        _ => Ending::Completed,
    }
}

/// What is wrong with a text: its first error, for Python reports no more.
fn problems(source: &str) -> Vec<Diagnostic> {
    let Err(problem) = compile_source(source, PROGRAM, Mode::Exec) else {
        return Vec::new();
    };
    vec![Diagnostic {
        line: problem.start.line,
        column: utf16_column(source, problem.start.line, problem.start.column),
        end_line: problem.end.line,
        end_column: utf16_column(source, problem.end.line, problem.end.column),
        severity: Severity::Error,
        message: format!("{}: {}", problem.kind.class_name(), problem.message),
    }]
}

/// The column in UTF-16 units, as messages count, of one in code points.
fn utf16_column(source: &str, line: u32, column: u32) -> u32 {
    let text = source
        .lines()
        .nth((line as usize).saturating_sub(1))
        .unwrap_or("");
    text.chars()
        .take(column as usize)
        .map(|character| character.len_utf16() as u32)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::RunOptions;
    use coroscope_trace::{Limits, Log, Stream};

    fn load(conversation: &mut Conversation, source: &str, options: RunOptions) -> Vec<Answer> {
        conversation.hear(ToWorker::Load {
            run: 1,
            source: source.to_owned(),
            options,
        })
    }

    fn advance(conversation: &mut Conversation, budget: Budget) -> Vec<Answer> {
        conversation.hear(ToWorker::Advance { run: 1, budget })
    }

    #[test]
    fn the_page_gets_the_whole_log_in_pieces() {
        let mut conversation = Conversation::default();
        let loaded = load(
            &mut conversation,
            "for i in range(50):\n    print(i)\n",
            RunOptions::default(),
        );
        assert_eq!(loaded, [ToPage::Loaded { run: 1 }.into()]);
        let mut log = Log::blank(Limits::default());
        let mut rounds = 0;
        let ending = loop {
            rounds += 1;
            assert!(rounds < 1000, "the run never ends");
            let answers = advance(
                &mut conversation,
                Budget {
                    instructions: 100,
                    ..Budget::default()
                },
            );
            let mut over = None;
            for answer in answers {
                if let Some(events) = &answer.events {
                    log.apply_delta(events).expect("a delta that follows");
                }
                if let ToPage::Finished { ending, .. } = answer.message {
                    over = Some(ending);
                }
            }
            if let Some(ending) = over {
                break ending;
            }
        };
        assert_eq!(ending, Ending::Completed);
        assert!(rounds > 1);
        let expected: String = (0..50).map(|i| format!("{i}\n")).collect();
        assert_eq!(log.output_of(Stream::Stdout), expected.into_bytes());
    }

    #[test]
    fn a_syntax_error_is_told_where_it_is_and_nothing_runs() {
        let mut conversation = Conversation::default();
        let answers = load(
            &mut conversation,
            "x = 1\nfor in range(3):\n    pass\n",
            RunOptions::default(),
        );
        let Some(ToPage::Diagnostics {
            request: 1,
            problems,
        }) = answers.first().map(|answer| &answer.message)
        else {
            panic!("{answers:?}");
        };
        assert_eq!(problems.first().map(|problem| problem.line), Some(2));
        assert!(advance(&mut conversation, Budget::default()).is_empty());
    }

    #[test]
    fn an_endless_loop_answers_after_its_budget_and_can_be_stopped() {
        let mut conversation = Conversation::default();
        load(
            &mut conversation,
            "while True: pass\n",
            RunOptions::default(),
        );
        let answers = advance(
            &mut conversation,
            Budget {
                instructions: 50_000,
                ..Budget::default()
            },
        );
        assert!(matches!(
            answers.as_slice(),
            [Answer {
                message: ToPage::Progress { .. },
                events: Some(_)
            }]
        ));
        let stopped = conversation.hear(ToWorker::Stop { run: 1 });
        assert!(matches!(
            stopped.as_slice(),
            [Answer {
                message: ToPage::Finished {
                    ending: Ending::Stopped,
                    ..
                },
                ..
            }]
        ));
        assert!(advance(&mut conversation, Budget::default()).is_empty());
    }

    #[test]
    fn an_exception_ends_the_run_with_its_traceback_in_the_output() {
        let mut conversation = Conversation::default();
        load(&mut conversation, "1 / 0\n", RunOptions::default());
        let answers = advance(&mut conversation, Budget::default());
        let ending = answers.iter().find_map(|answer| match &answer.message {
            ToPage::Finished {
                ending, message, ..
            } => Some((*ending, message.clone())),
            _ => None,
        });
        let (ending, message) = ending.expect("the end");
        assert_eq!(ending, Ending::Raised);
        assert!(message.starts_with("ZeroDivisionError"), "{message}");
    }

    #[test]
    fn a_run_goes_only_as_far_as_asked() {
        let mut conversation = Conversation::default();
        load(
            &mut conversation,
            "for i in range(100_000):\n    x = i\n",
            RunOptions::default(),
        );
        let answers = advance(
            &mut conversation,
            Budget {
                events: Some(10),
                ..Budget::default()
            },
        );
        assert_eq!(answers.len(), 1);
    }
}
