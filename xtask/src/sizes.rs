//! `cargo xtask sizes`: what a visitor downloads.

use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// Prints raw, gzip and brotli sizes of `dist` as a Markdown table.
///
/// # Errors
/// When there is no `dist`.
pub(crate) fn print(workshop: &Workshop) -> Result<(), Failure> {
    workshop::run(workshop.command("node").arg("benches/sizes.mjs"))
}
