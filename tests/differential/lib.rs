//! A differential fuzzer: random programs are run by CPython and by the
//! project's own machine, and what they print is compared.
//!
//! A seed gives a program ([`generate::program`]), always the same one. The
//! programs are deterministic by construction: they know no clock but the
//! virtual one, no addresses and no hash seed but 0.

pub mod compare;
mod dice;
pub mod generate;
mod grammar;
pub mod ours;
pub mod outcome;
pub mod reference;
pub mod report;
pub mod shrink;
