//! Which programs the tests have.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The Python programs of some folders and those below them, in order of path.
///
/// # Panics
/// When a folder cannot be read: a test of no programs would never fail.
pub(crate) fn programs_in<F: AsRef<Path>>(folders: &[F]) -> Vec<PathBuf> {
    let mut open: Vec<PathBuf> = folders.iter().map(|f| f.as_ref().to_path_buf()).collect();
    let mut programs = Vec::new();
    while let Some(folder) = open.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => panic!("cannot read {}: {error}", folder.display()),
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                programs.push(path);
            }
        }
    }
    programs.sort();
    programs
}
