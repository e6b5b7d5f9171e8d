//! Library modules written in Rust.

mod sys;
mod sys_facts;
mod sys_streams;

use crate::vm::Vm;

/// Makes the modules importable.
pub(crate) fn install(vm: &mut Vm) {
    sys::install(vm);
}
