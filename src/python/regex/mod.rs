//! Regular expressions in Python's syntax (library reference, `re`): a parser,
//! a compiler to small instructions, and a backtracking matcher that keeps its
//! own stack and counts its steps.
//!
//! Nothing here knows the interpreter's objects. Positions are code points of a
//! text, or bytes of a bytes object.

mod compile;
mod matcher;
mod parse;
mod set;
mod tree;

#[cfg(test)]
mod tests;

pub use compile::Program;
pub use matcher::{Goal, Haystack, TooManySteps};
pub use tree::flags;

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// In CPython's words, without the position.
    pub message: String,
    /// Where in the pattern; `None` if it concerns the whole.
    pub position: Option<usize>,
}

/// Compiles a pattern. `bytes`: it is a bytes pattern, read as Latin-1.
///
/// # Errors
/// What CPython raises as `re.error`.
pub fn compile(pattern: &str, flags: u32, bytes: bool) -> Result<Program, PatternError> {
    let parsed = parse::parse(pattern, flags, bytes)?;
    compile::compile(parsed)
}
