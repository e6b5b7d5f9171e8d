//! `cargo xtask fuzz`: random programs, run by python3 and by the machine.

use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Builds the differential fuzzer and runs it with these arguments.
///
/// # Errors
/// When it cannot be built, there is no python3, or a program differs.
pub(crate) fn run(workshop: &Workshop, arguments: &[String]) -> Result<(), Failure> {
    let mut command = workshop.command("cargo");
    command.args([
        "run",
        "--quiet",
        "--package",
        "coroscope-differential",
        "--",
    ]);
    workshop::run(command.args(arguments))
}
