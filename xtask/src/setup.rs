//! Installs what is missing, says so, and costs well under a second when nothing is.

use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::workshop::Workshop;

pub(crate) mod browser;
pub(crate) mod cargo_tools;
pub(crate) mod node_packages;
mod system_packages;
pub(crate) mod valgrind;
pub(crate) mod wasm_target;

/// Everything that `trunk build` and the engine module need.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn for_building(workshop: &Workshop) -> Result<(), Failure> {
    wasm_target::ensure(workshop)?;
    node_packages::ensure(workshop)?;
    cargo_tools::ensure(workshop)
}

/// Everything that the checks need besides: a Chromium and, where it can be had, valgrind.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn for_testing(workshop: &Workshop) -> Result<(), Failure> {
    for_building(workshop)?;
    valgrind::ensure(workshop);
    browser::ensure(workshop)
}

/// Runs one installation between a line that says what and a line that says how long.
fn step<T>(what: &str, install: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    eprintln!("setup: installing {what}");
    let began = Instant::now();
    let done = install()?;
    eprintln!("setup: installed {what} in {}", human(began.elapsed()));
    Ok(done)
}

/// A duration for people: `850 ms`, `12.3 s`, `3 min 05 s`.
pub(crate) fn human(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0 => format!("{} ms", duration.as_millis()),
        1..60 => format!("{:.1} s", duration.as_secs_f64()),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}
