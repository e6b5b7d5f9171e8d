//! The language: from source text to a running, suspendable program.

pub mod builtins;
pub mod code;
pub mod collector;
pub mod compile;
pub mod hashing;
pub mod inspect;
pub mod library;
pub mod memory;
mod modules;
pub mod number;
pub mod object;
pub mod regex;
pub mod syntax;
pub mod text;
pub mod vm;
