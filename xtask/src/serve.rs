//! `cargo xtask serve`: the playground on a local port, rebuilt when a file changes.

use crate::failure::Failure;
use crate::setup;
use crate::workshop::{self, Workshop};

/// Serves through trunk until interrupted; `options` go to trunk, but for `--dev`.
///
/// # Errors
/// When something cannot be installed or trunk fails.
pub(crate) fn serve(workshop: &Workshop, options: &[String]) -> Result<(), Failure> {
    setup::for_building(workshop)?;
    let mut command = trunk(workshop, "serve");
    // Optimised unless asked otherwise: who starts this wants to use the page.
    if !options.iter().any(|option| option == "--dev") {
        command.arg("--release");
    }
    command.args(options.iter().filter(|option| *option != "--dev"));
    eprintln!("building; the page will be on http://127.0.0.1:8080 (the first time takes minutes)");
    workshop::run(&mut command)
}

/// Trunk with the wasm toolchain, never downloading tools of its own.
pub(crate) fn trunk(workshop: &Workshop, subcommand: &str) -> std::process::Command {
    let mut command = workshop.wasm_command("trunk");
    command.args([subcommand, "--offline"]);
    // Trunk takes this widespread variable for an option and stumbles on "1".
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
