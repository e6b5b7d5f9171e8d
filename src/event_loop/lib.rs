//! The core of asyncio: ready queue, timers, handles, futures and tasks.

use coroscope_python::vm::Vm;

/// Puts the native part of asyncio into a machine.
pub fn install(_vm: &mut Vm) {}
