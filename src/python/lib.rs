//! The language: from source text to a running, suspendable program.

pub mod code;
pub mod compile;
pub mod hashing;
pub mod number;
pub mod object;
pub mod syntax;
pub mod text;
pub mod vm;
