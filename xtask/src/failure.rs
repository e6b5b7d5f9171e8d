//! What can go wrong in a command, as one sentence for the person at the terminal.

use std::fmt;

/// A command could not be completed.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure told as `message`: a whole sentence that also says what to do, where that is known.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A file operation failed: `action` is like "cannot read", `path` the file.
    pub(crate) fn file(action: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self(format!("{action} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
