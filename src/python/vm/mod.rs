//! The machine.

mod frame;
mod native;

pub use frame::{Frame, NativeFrame, NativeLevel, Outcome, PyFrame, Ret, Step};
pub use native::{ArgVec, Args, NativeResult};

/// The machine: everything that a run has.
#[derive(Debug, Default)]
pub struct Vm {}
