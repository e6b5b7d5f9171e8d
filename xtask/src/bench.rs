//! `cargo xtask bench`: the engine module in Node against python3;
//! `cargo xtask bench-peers`: against other ways to run Python in a page;
//! `cargo xtask bench-growth`: time and memory from a thousand to a million;
//! `cargo xtask bench-stage`: the page in Chromium.

use crate::failure::Failure;
use crate::setup::{browser, node_packages};
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

/// Times the programs in `benches/programs` in CPython, in the engine and in
/// its peers. Writes docs/performance.md, unless `options` name a part.
///
/// # Errors
/// When the peers cannot be installed, there is no engine module, or a program
/// prints something else than in CPython.
pub(crate) fn peers(workshop: &Workshop, options: &[String]) -> Result<(), Failure> {
    node_packages::ensure(workshop)?;
    browser::ensure(workshop)?;
    let mut command = workshop.command("node");
    command
        .env("PEERS", node_packages::ensure_peers(workshop)?)
        .arg("benches/peers/main.mjs")
        .args(options);
    if let Some(chromium) = browser::find(workshop) {
        command.env("CHROMIUM", chromium);
    }
    workshop::run(&mut command)
}

/// Measures how time and memory grow with the number of tasks, futures, timers
/// and items. Writes docs/performance.md, unless `options` name a part.
///
/// # Errors
/// When there is no engine module, or a program fails.
pub(crate) fn growth(workshop: &Workshop, options: &[String]) -> Result<(), Failure> {
    workshop::run(
        workshop
            .command("node")
            .arg("benches/growth.mjs")
            .args(options),
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
