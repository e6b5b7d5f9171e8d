//! From source text to a checked syntax tree.

mod lower;
mod nesting;
mod old_names;
mod old_spellings;
mod one_statement;
mod parse;
mod parse_errors;
mod position;
mod problem;
pub mod scopes;
pub mod tree;

pub use lower::{MODULE_ANNOTATION_SCOPE, MODULE_SCOPE};
pub use old_spellings::{Found, old_spellings};
pub use one_statement::check as check_one_statement;
pub use parse::{ParseMode, parse};
pub use position::{LineColumn, LineIndex, Span};
pub use problem::{ProblemKind, Stage, SyntaxProblem};
