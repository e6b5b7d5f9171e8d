//! From source text to a checked syntax tree.

mod lower;
mod nesting;
mod position;
mod problem;
pub mod scopes;
pub mod tree;
mod tree_parse;

pub use lower::{MODULE_ANNOTATION_SCOPE, MODULE_SCOPE};
pub use position::{LineColumn, LineIndex, Span};
pub use problem::{ProblemKind, SyntaxProblem};
pub use tree_parse::{ParseMode, parse};
