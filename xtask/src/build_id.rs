//! A name for what was built, so that a page never runs with another build's parts.
//!
//! Trunk puts a hash into the names of the page's own files. The engine and
//! the editor keep stable names for those who import them; the page asks for
//! them with the build's name as a query, which index.html holds.

use std::fs;
use std::path::Path;

use crate::document::Document;
use crate::failure::Failure;
use crate::fnv;

/// What stands in index.html where the name goes.
const PLACEHOLDER: &str = "BUILD-ID";

/// The files with stable names.
const PARTS: [&str; 4] = [
    "engine/coroscope.wasm",
    "engine/coroscope.js",
    "engine/worker.js",
    "editor/editor.js",
];

/// Refuses a folder whose page was finished before: its parts are no longer what trunk
/// writes, so that they cannot be finished again.
///
/// # Errors
/// When it was.
pub(crate) fn refuse_finished(staging: &Path) -> Result<(), Failure> {
    match Document::read(staging)? {
        Some(document) if !document.html.contains(PLACEHOLDER) => Err(Failure::new(format!(
            "{} holds a finished page: `trunk build --release` makes it anew; \
             without that folder `bundle` makes the engine and the editor alone",
            staging.display()
        ))),
        _ => Ok(()),
    }
}

/// Writes the name of the build into the staged index.html.
///
/// # Errors
/// When a part is missing.
pub(crate) fn stamp(staging: &Path) -> Result<(), Failure> {
    let Some(document) = Document::read(staging)? else {
        return Ok(());
    };
    let mut hash = fnv::hash(b"");
    for part in PARTS {
        let path = staging.join(part);
        let bytes = fs::read(&path).map_err(|error| Failure::file("cannot read", &path, &error))?;
        hash = fnv::extend(hash, &bytes);
    }
    document.write(&document.html.replace(PLACEHOLDER, &format!("{hash:016x}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_finished_once() {
        let folder = std::env::temp_dir().join(format!("{}-finished", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        assert!(refuse_finished(&folder).is_ok(), "there is no page");
        let page = folder.join("index.html");
        fs::write(&page, PLACEHOLDER).expect("a page");
        assert!(refuse_finished(&folder).is_ok(), "trunk has written it");
        fs::write(&page, "0123456789abcdef").expect("a page");
        let refused = refuse_finished(&folder).map_err(|failure| failure.to_string());
        assert!(refused.is_err_and(|why| why.contains("`trunk build --release`")));
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
}
