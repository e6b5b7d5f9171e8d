//! A script and what it imports in one file: each file more is a journey more to the host.

use std::path::Path;

use crate::engine::Bundle;
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Writes `from` with all that it imports as the module `to`, which may be the same file.
///
/// # Errors
/// When esbuild is missing or finds a mistake.
pub(crate) fn in_one(
    workshop: &Workshop,
    bundle: &Bundle,
    from: &Path,
    to: &Path,
) -> Result<(), Failure> {
    let mut command = workshop.command("esbuild");
    command
        .arg(from)
        .args(["--bundle", "--format=esm", "--allow-overwrite"])
        // What is only there in Node is only asked for there.
        .arg("--external:node:*")
        // What every browser with wasm and module workers understands.
        .args(["--target=es2021", "--supported:top-level-await=true"])
        .arg("--log-level=warning")
        .arg(format!("--outfile={}", to.display()));
    if bundle.release {
        command.args(["--minify", "--legal-comments=none"]);
    }
    workshop::run(&mut command)
}
