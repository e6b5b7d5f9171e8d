//! The language: from source text to a running, suspendable program.
