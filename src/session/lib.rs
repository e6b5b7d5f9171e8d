//! What the page and the worker say to each other, and what a link holds.
//!
//! The half that runs programs is behind the feature `engine`; the page is
//! built without it.

#[cfg(feature = "engine")]
pub mod diagnose;
#[cfg(feature = "engine")]
pub mod engine;
#[cfg(feature = "engine")]
mod inspection;
pub mod link;
pub mod message;
pub mod options;
pub mod transcript;
#[cfg(feature = "engine")]
pub mod worker_session;

pub use link::{Link, LinkError, LinkSource};
pub use message::{Budget, Diagnostic, Ending, ToPage, ToWorker, Usage};
pub use options::{Pace, RunOptions, View};
