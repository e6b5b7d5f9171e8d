//! The deterministic machine that programs run on: clock, contexts, devices.

mod clock;
mod thread_module;
pub mod threads;
mod time_module;

pub use clock::{Clock, seconds};

use coroscope_python::vm::{NativeModule, Vm};
use std::rc::Rc;

/// Puts the world's devices and their modules into a machine.
pub fn install(vm: &mut Vm) {
    vm.set_extension(Rc::new(Clock::default()));
    threads::install(vm);
    vm.register_module(NativeModule {
        name: "_thread",
        init: thread_module::init,
    });
    vm.register_module(NativeModule {
        name: "_time",
        init: time_module::init,
    });
}

/// The clock of a machine.
pub fn clock(vm: &Vm) -> Rc<Clock> {
    vm.extension().unwrap_or_default()
}

/// Virtual nanoseconds since the start of the run.
pub fn now(vm: &Vm) -> u64 {
    clock(vm).now()
}
