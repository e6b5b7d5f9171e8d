//! Debian's packages, for what neither cargo nor npm can bring.

use std::env;
use std::process::Command;

use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Whether packages can be installed here at all.
pub(crate) fn available(workshop: &Workshop) -> bool {
    workshop.find("apt-get").is_some()
}

/// Installs packages with apt-get; `why` completes the message of a failure.
///
/// # Errors
/// When there is no apt-get, no right to use it, or it fails.
pub(crate) fn install(workshop: &Workshop, packages: &[&str], why: &str) -> Result<(), Failure> {
    if !available(workshop) {
        return Err(Failure::new(format!(
            "{why}; there is no apt-get here, so install it by hand"
        )));
    }
    let explain = |failure: Failure| Failure::new(format!("{why}: {failure}"));
    workshop::run(as_root(workshop, "apt-get").args(["update", "--quiet=2"])).map_err(explain)?;
    workshop::run(
        as_root(workshop, "apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            // Another apt may be at work on a machine that just started.
            .args(["-o", "DPkg::Lock::Timeout=300"])
            .args(packages),
    )
    .map_err(explain)
}

/// A command with root's rights: as it is for root, through sudo for others.
pub(crate) fn as_root(workshop: &Workshop, program: &str) -> Command {
    let is_root = workshop::ask(workshop.command("id").arg("-u")).as_deref() == Some("0");
    if is_root || env::consts::FAMILY != "unix" {
        return workshop.command(program);
    }
    let mut command = workshop.command("sudo");
    command.arg(program);
    command
}
