//! The exceptions of asyncio that are raised here.

use crate::world_of_loop::Shared;
use coroscope_python::object::{Raise, Value};
use coroscope_python::vm::Vm;

impl Shared {
    /// `CancelledError(message)`, without argument for None.
    pub(crate) fn cancelled(&self, vm: &Vm, message: &Value) -> Raise {
        let args = if message.is_none() || message.is_undefined() {
            Vec::new()
        } else {
            vec![message.clone()]
        };
        vm.exception(&self.cancelled_error, args)
    }

    /// `InvalidStateError(message)`
    pub(crate) fn invalid(&self, vm: &Vm, message: &str) -> Raise {
        vm.error(&self.invalid_state, message)
    }

    /// Whether an exception ends the whole program: it leaves the loop.
    pub(crate) fn is_fatal(&self, vm: &Vm, raise: &Raise) -> bool {
        vm.is_fatal()
            || vm.raises(raise, &vm.types.system_exit)
            || vm.raises(raise, &vm.types.keyboard_interrupt)
    }
}
