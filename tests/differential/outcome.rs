//! What a run of a program shows to the outside.

use serde::Deserialize;

/// What a program printed and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// The last line of standard error that is not empty.
    pub complaint: String,
    /// Exit status; [`PANICKED`] where the interpreter itself failed.
    pub status: i32,
}

/// The status that stands for a panic of ours, which no program can choose.
pub const PANICKED: i32 = 101 << 8;

/// The last line of a text that is not empty. Warnings of the compiler do not
/// count: where a program's file is not at hand, CPython shows no source line
/// with them, and the driver does not ask for them.
pub(crate) fn last_line(text: &str) -> String {
    let mut last = "";
    let mut lines = text.trim_end().lines();
    while let Some(line) = lines.next() {
        if line.contains(": SyntaxWarning: ") {
            lines.next();
        } else {
            last = line;
        }
    }
    last.to_owned()
}
