//! The npm packages in package-lock.json: the code editor, esbuild, binaryen's
//! wasm-opt, and the driver for browser tests.

use std::fs;

use super::step;
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Makes sure that node_modules is what package-lock.json says.
///
/// # Errors
/// When Node is missing or npm fails.
pub(crate) fn ensure(workshop: &Workshop) -> Result<(), Failure> {
    let lock_file = workshop.root().join("package-lock.json");
    let lock =
        fs::read(&lock_file).map_err(|error| Failure::file("cannot read", &lock_file, &error))?;
    let stamp = workshop.root().join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if workshop.find("npm").is_none() {
        return Err(Failure::new(
            "npm is missing: install Node 20.16 or newer (https://nodejs.org)",
        ));
    }
    step(
        "npm packages (editor, esbuild, wasm-opt, playwright)",
        || {
            workshop::run(workshop.command("npm").args([
                "ci",
                // No package of ours needs a script of its own to run.
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ]))?;
            fs::write(&stamp, &lock).map_err(|error| Failure::file("cannot write", &stamp, &error))
        },
    )
}
