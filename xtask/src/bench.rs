//! `cargo xtask bench`: the engine module in Node against python3.

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
