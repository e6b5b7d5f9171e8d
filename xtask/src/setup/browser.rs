//! A Chromium for the browser tests.

use std::env;
use std::path::{Path, PathBuf};

use super::{step, system_packages};
use crate::failure::Failure;
use crate::workshop::Workshop;

/// Names under which systems install it.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where macOS keeps applications that are not on any PATH.
const APPLICATIONS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Makes sure that there is a Chromium.
///
/// # Errors
/// When there is none and it cannot be installed.
pub(crate) fn ensure(workshop: &Workshop) -> Result<(), Failure> {
    if find(workshop).is_some() {
        return Ok(());
    }
    step("Chromium (about 1 minute)", || {
        system_packages::install(
            workshop,
            &["chromium"],
            "the browser tests need Chromium; set CHROMIUM to its path where it has another name",
        )
    })
}

/// The program: what the variable `CHROMIUM` names, else the first that is found.
pub(crate) fn find(workshop: &Workshop) -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    NAMES
        .iter()
        .find_map(|name| workshop.find(name))
        .or_else(|| {
            APPLICATIONS
                .iter()
                .map(Path::new)
                .find(|path| path.is_file())
                .map(Path::to_path_buf)
        })
}
