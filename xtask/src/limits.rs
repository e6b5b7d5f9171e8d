//! The numbers of `tests/limits`: what a visitor downloads, and how many
//! instructions programs need.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::setup;
use crate::workshop::{self, Workshop};

/// The profile of the build whose instructions are counted.
const PROFILE: &str = "counted";

/// Builds the command-line tool for counting.
pub(crate) fn build(workshop: &Workshop) -> Command {
    let mut command = workshop.command("cargo");
    command.args([
        "build",
        "--quiet",
        "--bin",
        "coroscope",
        "--profile",
        PROFILE,
    ]);
    command
}

/// Where that build is.
pub(crate) fn binary(workshop: &Workshop) -> PathBuf {
    workshop.target_folder().join(PROFILE).join("coroscope")
}

/// Writes what is needed now into `tests/limits/limits.json`.
///
/// # Errors
/// When the tool cannot be built or a program not be run.
pub(crate) fn update(workshop: &Workshop) -> Result<(), Failure> {
    setup::valgrind::ensure(workshop);
    workshop::run(&mut build(workshop))?;
    workshop::run(
        workshop
            .command("node")
            .arg("tests/limits/update.mjs")
            .env("COUNTED", binary(workshop)),
    )
}
