//! `cargo xtask bench`: the engine module in Node against python3;
//! `cargo xtask bench-stage`: the page in Chromium.

use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Times the programs in `benches/programs`, or only those named.
///
/// # Errors
/// When there is no engine module, or an output differs from python3's.
pub(crate) fn run(workshop: &Workshop, names: &[String]) -> Result<(), Failure> {
    workshop::run(
        workshop
            .command("node")
            .arg("benches/bench.mjs")
            .args(names),
    )
}

/// Where the measurements of the page go.
const STAGE_PAGE: &str = "docs/stage-bench.md";

/// Measures the page in `dist` and writes what it found.
///
/// # Errors
/// When there is no `dist` or no Chromium, or the page does not answer.
pub(crate) fn stage(workshop: &Workshop) -> Result<(), Failure> {
    workshop::run(
        workshop
            .command("node")
            .args(["benches/stage.mjs", STAGE_PAGE]),
    )
}
