//! The language: from source text to a running, suspendable program.

pub mod code;
pub mod object;
pub mod syntax;
pub mod vm;
