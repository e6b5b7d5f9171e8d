//! A name for what was built, so that a page never runs with another build's parts.
//!
//! Trunk puts a hash into the names of the page's own files. The engine and
//! the editor keep stable names for those who import them; the page asks for
//! them with the build's name as a query, which index.html holds.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// What stands in index.html where the name goes.
const PLACEHOLDER: &str = "BUILD-ID";

/// The files with stable names.
const PARTS: [&str; 3] = [
    "engine/coroscope.wasm",
    "engine/coroscope.js",
    "editor/editor.js",
];

/// Writes the name of the build into the staged index.html.
///
/// # Errors
/// When a part is missing.
pub(crate) fn stamp(staging: &Path) -> Result<(), Failure> {
    let page = staging.join("index.html");
    if !page.exists() {
        return Ok(());
    }
    let mut hash = FNV_START;
    for part in PARTS {
        let path = staging.join(part);
        let bytes = fs::read(&path).map_err(|error| Failure::file("cannot read", &path, &error))?;
        hash = fnv1a(hash, &bytes);
    }
    let html = fs::read_to_string(&page)
        .map_err(|error| Failure::file("cannot read", &page, &error))?
        .replace(PLACEHOLDER, &format!("{hash:016x}"));
    fs::write(&page, html).map_err(|error| Failure::file("cannot write", &page, &error))
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The FNV-1a hash, continued: the standard library promises no stable one.
fn fnv1a(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{FNV_START, fnv1a};

    #[test]
    fn hash_is_fnv1a() {
        // The published value for the letter a.
        assert_eq!(fnv1a(FNV_START, b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
