//! The npm packages in package-lock.json: the code editor, esbuild, binaryen's
//! wasm-opt, and the driver for browser tests.

use std::fs;
use std::path::{Path, PathBuf};

use super::step;
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Makes sure that node_modules is what package-lock.json says.
///
/// # Errors
/// When Node is missing or npm fails.
pub(crate) fn ensure(workshop: &Workshop) -> Result<(), Failure> {
    let what = "npm packages (editor, esbuild, wasm-opt, playwright)";
    install(workshop, workshop.root(), what)
}

/// Makes sure that the peers of `cargo xtask bench-peers` are there, outside of
/// the repository's own files; the folder that they are in.
///
/// # Errors
/// When Node is missing, npm fails or a file cannot be written.
pub(crate) fn ensure_peers(workshop: &Workshop) -> Result<PathBuf, Failure> {
    let folder = workshop.target_folder().join("peers");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("cannot make", &folder, &error))?;
    for name in ["package.json", "package-lock.json"] {
        let from = workshop.root().join("benches/peers").join(name);
        fs::copy(&from, folder.join(name))
            .map_err(|error| Failure::file("cannot copy", &from, &error))?;
    }
    let what = "npm packages (Pyodide, MicroPython, Brython, Skulpt)";
    install(workshop, &folder, what)?;
    Ok(folder)
}

/// Installs what the package-lock.json in a folder says, if it is not there yet.
fn install(workshop: &Workshop, folder: &Path, what: &str) -> Result<(), Failure> {
    let lock_file = folder.join("package-lock.json");
    let lock =
        fs::read(&lock_file).map_err(|error| Failure::file("cannot read", &lock_file, &error))?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if workshop.find("npm").is_none() {
        return Err(Failure::new(
            "npm is missing: install Node 20.16 or newer (https://nodejs.org)",
        ));
    }
    step(what, || {
        workshop::run(workshop.command("npm").current_dir(folder).args([
            "ci",
            // No package of ours needs a script of its own to run.
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]))?;
        fs::write(&stamp, &lock).map_err(|error| Failure::file("cannot write", &stamp, &error))
    })
}
