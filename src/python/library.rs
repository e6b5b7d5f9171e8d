//! The library: modules written in Python, compiled when first imported.

use crate::vm::{ModuleSource, Vm};

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// Makes the library importable.
pub(crate) fn install(vm: &mut Vm) {
    for (name, is_package, text) in SOURCES {
        vm.register_source(ModuleSource {
            name,
            text,
            is_package: *is_package,
        });
    }
}
