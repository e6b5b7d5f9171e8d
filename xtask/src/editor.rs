//! The code editor: `static/editor/editor.js` and its packages in one file.

use crate::engine::Bundle;
use crate::failure::Failure;
use crate::scripts;
use crate::workshop::Workshop;

/// Writes `editor/editor.js` into the staging folder.
///
/// # Errors
/// When esbuild is missing or finds a mistake.
pub(crate) fn bundle(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    let from = workshop.root().join("static/editor/editor.js");
    scripts::in_one(
        workshop,
        bundle,
        &from,
        &bundle.staging.join("editor/editor.js"),
    )
}
