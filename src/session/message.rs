//! Messages between page and worker. They travel as JSON text; recorded events
//! travel beside a [`ToPage::Progress`] as the bytes of
//! [`take_delta`](coroscope_trace::Log::take_delta), which are never parsed as JSON:
//! the worker then posts an array `[text, Uint8Array]` instead of the text alone.
//! Where there are many of them, see [`LENT_FROM`], their buffer is the worker's:
//! who has read it may post it back, as an `ArrayBuffer` and nothing else.

use serde::{Deserialize, Serialize};

use crate::options::RunOptions;

/// Number of this protocol; page and worker must agree, see [`ToPage::Ready`].
pub const PROTOCOL: u32 = 4;

/// Events in so many bytes or more come in a buffer that is lent: memory that was
/// never touched costs more than the copying.
pub const LENT_FROM: u32 = 1 << 16;

/// Number of a run, given by the page. Messages of runs that are over are ignored.
pub type RunId = u32;

/// From the page to the worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ToWorker {
    /// Take this program, in place of any other; it does not run until asked to.
    /// Answered by `Loaded`, or by `Diagnostics` if it has a syntax error.
    Load {
        /// Number of the run to come.
        run: RunId,
        /// The program.
        source: String,
        /// Choices for the run.
        options: RunOptions,
    },
    /// Only look for syntax errors and old spellings. Answered by `Diagnostics`.
    Check {
        /// Number that the answer repeats.
        request: u32,
        /// The program.
        source: String,
    },
    /// Run on, as far as the budget goes. Answered by `Progress`, and by `Finished` at the end.
    Advance {
        /// Which run.
        run: RunId,
        /// How far.
        budget: Budget,
    },
    /// A line for the program's standard input. It may come before the program
    /// asks for it. Not answered; a run that waited goes on when asked to.
    Type {
        /// Which run.
        run: RunId,
        /// The line without a newline; `None` ends the input.
        line: Option<String>,
    },
    /// End the run; its log stays. Answered by `Finished`.
    Stop {
        /// Which run.
        run: RunId,
    },
    /// Show a file of the library. Answered by `LibrarySource`.
    ReadLibrary {
        /// Its name in tracebacks.
        file: String,
    },
    /// Describe the frames of a task or generator after an event, or rather
    /// after the instruction that the event belongs to. The run itself goes there,
    /// from its beginning if it is past it, so this is for a worker that does
    /// nothing else. Answered by `Frames`, once for several questions in a row.
    Inspect {
        /// Which run.
        run: RunId,
        /// The event.
        event: u32,
        /// The entity; main if `None`.
        subject: Option<u32>,
        /// What to look into: the frame's position, a variable's name, and
        /// labels of what is inside of what.
        #[serde(default)]
        open: Vec<Vec<String>>,
    },
}

/// How far the worker may run before it reports. It stops at the first limit
/// that is reached, or at the end of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Budget {
    /// Instructions of the virtual machine.
    pub instructions: u64,
    /// Handles of the event loop.
    pub handles: Option<u32>,
    /// Stop as soon as the log has so many events.
    pub events: Option<u32>,
    /// Stop before the clock passes this virtual time, in nanoseconds.
    pub until: Option<u64>,
}

impl Default for Budget {
    /// About a tenth of a second's work.
    fn default() -> Budget {
        Budget {
            instructions: 5_000_000,
            handles: None,
            events: None,
            until: None,
        }
    }
}

/// From the worker to the page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ToPage {
    /// The interpreter is there. The first message of every worker.
    Ready {
        /// [`PROTOCOL`] as the worker was built with it.
        protocol: u32,
        /// Which build of the interpreter this is.
        build: String,
    },
    /// The program is compiled and stands before its first instruction.
    Loaded {
        /// Which run.
        run: RunId,
    },
    /// What is wrong with a text; nothing if the list is empty.
    Diagnostics {
        /// The request or run that this answers.
        request: u32,
        /// In order of position.
        problems: Vec<Diagnostic>,
    },
    /// The budget is used up or the run is over. New events come beside this message.
    Progress {
        /// Which run.
        run: RunId,
        /// What the run has used so far.
        usage: Usage,
    },
    /// The program waits for a line of standard input, see `Type`; it does not
    /// run on before. Its last `Progress` comes before this message.
    AwaitsInput {
        /// Which run.
        run: RunId,
    },
    /// The run is over. Its last `Progress` comes before this message.
    Finished {
        /// Which run.
        run: RunId,
        /// How it ended.
        ending: Ending,
        /// One sentence for the visitor; empty if all went well.
        message: String,
    },
    /// The answer to `Inspect`.
    Frames {
        /// Which run.
        run: RunId,
        /// The event that was asked for.
        event: u32,
        /// The entity that was asked for.
        subject: Option<u32>,
        /// Outermost first; empty if there are none at that moment.
        frames: Vec<Frame>,
    },
    /// The answer to `ReadLibrary`.
    LibrarySource {
        /// The file that was asked for.
        file: String,
        /// Its text; `None` if the library has no such file.
        text: Option<String>,
    },
    /// The worker cannot go on; the page should start a new one.
    Failed {
        /// One sentence for the visitor.
        message: String,
    },
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "camelCase")]
pub enum Ending {
    /// The program came to its end.
    Completed,
    /// An exception left it; the traceback is in the output.
    Raised,
    /// KeyboardInterrupt left it; the traceback is in the output.
    Interrupted,
    /// `sys.exit` or the like.
    Exited {
        /// Exit status.
        code: i32,
    },
    /// The visitor stopped it.
    Stopped,
    /// `max_instructions` is used up.
    OutOfInstructions,
    /// `max_memory` is used up.
    OutOfMemory,
    /// `max_output` is used up.
    OutOfOutput,
    /// Nothing can ever run again.
    Deadlocked,
}

impl Ending {
    /// Exit status, as `python3` would give it.
    pub const fn exit_code(self) -> i32 {
        match self {
            Ending::Completed => 0,
            Ending::Exited { code } => code,
            Ending::Stopped | Ending::Interrupted => 130,
            _ => 1,
        }
    }
}

/// What a run has used so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Usage {
    /// Instructions of the virtual machine.
    pub instructions: u64,
    /// Bytes of heap, now.
    pub memory: u64,
    /// Bytes of heap, at most.
    pub peak_memory: u64,
    /// Events recorded.
    pub events: u32,
    /// Virtual time in nanoseconds.
    pub virtual_time: u64,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The program cannot run.
    Error,
    /// It runs, but a visitor should know.
    Warning,
    /// There is a modern spelling.
    Hint,
}

/// Something about a stretch of the source. Lines count from 1, columns from 0
/// in UTF-16 code units, as the page's editor counts; the end is exclusive.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// First line.
    pub line: u32,
    /// First column.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last one.
    pub end_column: u32,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, e.g. `SyntaxError: invalid syntax`. A hint's is the name of an
    /// [`OldSpelling`](coroscope_trace::old_spelling::OldSpelling), for which the
    /// page has words.
    pub message: String,
}

/// A frame of a program at one moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// Name of the function.
    pub function: String,
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// The expression where it stands: first column, last line, column after
    /// the last; columns count code points from 0. All zero if not known.
    #[serde(default)]
    pub expression: (u32, u32, u32),
    /// Part of the library.
    pub is_library: bool,
    /// Local variables: parameters first, then in order of appearance.
    pub variables: Vec<Variable>,
}

/// A local variable.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Name of the value's type.
    pub type_name: String,
    /// The value's repr, cut if long; made without running the program's code.
    pub repr: String,
    /// The value's entity, if it is a coroutine, task, future or the like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// It holds something that can be looked into.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub expandable: bool,
    /// What it holds, if that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Variable>,
    /// How many more it holds than `children`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A message that could not be read, with the reason for the console.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MessageError(String);

impl std::fmt::Display for MessageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "page and worker do not understand each other: {}",
            self.0
        )
    }
}

impl std::error::Error for MessageError {}

macro_rules! as_json {
    ($name:ident) => {
        impl $name {
            /// The message as JSON.
            pub fn to_json(&self) -> String {
                // Only maps with keys that are not text cannot be written; there are none.
                serde_json::to_string(self).unwrap_or_default()
            }

            /// The message that a JSON text holds.
            pub fn from_json(text: &str) -> Result<$name, MessageError> {
                serde_json::from_str(text).map_err(|error| MessageError(error.to_string()))
            }
        }
    };
}

as_json!(ToWorker);
as_json!(ToPage);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_back_as_they_were_sent() {
        let to_worker = [
            ToWorker::Load {
                run: 3,
                source: "print('é \u{1f600}')\n".into(),
                options: RunOptions::default(),
            },
            ToWorker::Check {
                request: 1,
                source: String::new(),
            },
            ToWorker::Advance {
                run: 3,
                budget: Budget {
                    until: Some(u64::MAX),
                    handles: Some(1),
                    ..Budget::default()
                },
            },
            ToWorker::Type {
                run: 3,
                line: Some("42".into()),
            },
            ToWorker::Type { run: 3, line: None },
            ToWorker::Stop { run: 3 },
            ToWorker::ReadLibrary {
                file: "<library>/heapq.py".into(),
            },
            ToWorker::Inspect {
                run: 3,
                event: 7,
                subject: None,
                open: vec![vec!["0".into(), "queue".into()]],
            },
        ];
        for message in to_worker {
            assert_eq!(ToWorker::from_json(&message.to_json()), Ok(message));
        }
        let to_page = [
            ToPage::Ready {
                protocol: PROTOCOL,
                build: "0.1.0".into(),
            },
            ToPage::Progress {
                run: 3,
                usage: Usage {
                    instructions: 1 << 60,
                    ..Usage::default()
                },
            },
            ToPage::AwaitsInput { run: 3 },
            ToPage::Finished {
                run: 3,
                ending: Ending::Exited { code: -1 },
                message: String::new(),
            },
            ToPage::Diagnostics {
                request: 1,
                problems: vec![Diagnostic {
                    line: 1,
                    column: 0,
                    end_line: 1,
                    end_column: 4,
                    severity: Severity::Error,
                    message: "SyntaxError: invalid syntax".into(),
                }],
            },
        ];
        for message in to_page {
            assert_eq!(ToPage::from_json(&message.to_json()), Ok(message));
        }
    }

    #[test]
    fn messages_of_another_version_are_refused_in_words() {
        let error = ToPage::from_json(r#"{"type":"dance"}"#).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("do not understand each other")));
    }

    #[test]
    fn a_budget_may_leave_out_what_is_not_limited() {
        let message = r#"{"type":"advance","run":1,"budget":{"handles":1}}"#;
        let expected = Budget {
            handles: Some(1),
            ..Budget::default()
        };
        let advance = ToWorker::Advance {
            run: 1,
            budget: expected,
        };
        assert_eq!(ToWorker::from_json(message), Ok(advance));
    }
}
