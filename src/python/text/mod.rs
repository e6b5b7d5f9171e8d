//! What Python's text types do, as functions over Rust's strings and bytes.
//!
//! Nothing here knows the interpreter's objects. Positions are counted in code
//! points. Failures are [`TextError`]s that carry CPython's own message texts.

pub mod bytes_methods;
pub mod case;
pub mod codecs;
pub mod columns;
pub mod error;
pub mod format_number;
pub mod format_spec;
pub mod format_string;
pub mod methods;
pub mod percent;
pub mod positions;
pub mod repr;
pub mod split;
pub mod surrogates;
#[cfg(test)]
pub(crate) mod testdata;
pub mod unicode;
mod unicode_tables;

pub use error::{ErrorKind, TextError, TextResult};
