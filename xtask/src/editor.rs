//! The code editor: `static/editor/editor.js` and its packages in one file.

use crate::engine::Bundle;
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Writes `editor/editor.js` into the staging folder.
///
/// # Errors
/// When esbuild is missing or finds a mistake.
pub(crate) fn bundle(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    let mut command = workshop.command("esbuild");
    command
        .args(["static/editor/editor.js", "--bundle", "--format=esm"])
        // What every browser with wasm and module workers understands.
        .args(["--target=es2021", "--log-level=warning"])
        .arg(format!(
            "--outfile={}",
            bundle.staging.join("editor/editor.js").display()
        ));
    if bundle.release {
        command.args(["--minify", "--legal-comments=none"]);
    }
    workshop::run(&mut command)
}
