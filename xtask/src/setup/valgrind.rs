//! Valgrind, whose callgrind counts instructions. The checks do without it
//! where it cannot be had: it does not exist for every system.

use super::{step, system_packages};
use crate::workshop::Workshop;

/// Tries to have a valgrind.
pub(crate) fn ensure(workshop: &Workshop) {
    if workshop.find("valgrind").is_some() || !system_packages::available(workshop) {
        return;
    }
    let installed = step("valgrind (some seconds)", || {
        system_packages::install(workshop, &["valgrind"], "it cannot be installed")
    });
    if let Err(failure) = installed {
        eprintln!("setup: no instructions will be counted: {failure}");
    }
}
