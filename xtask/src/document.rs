//! The document of a build while it is staged: trunk has written it, and what is made
//! after trunk changes the names in it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The staged index.html.
pub(crate) struct Document {
    path: PathBuf,
    pub(crate) html: String,
}

impl Document {
    /// The document in a staging folder; `None` if only the engine is built there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn read(staging: &Path) -> Result<Option<Self>, Failure> {
        let path = staging.join("index.html");
        if !path.exists() {
            return Ok(None);
        }
        let html = fs::read_to_string(&path)
            .map_err(|error| Failure::file("cannot read", &path, &error))?;
        Ok(Some(Self { path, html }))
    }

    /// Writes another text of it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write(&self, html: &str) -> Result<(), Failure> {
        fs::write(&self.path, html)
            .map_err(|error| Failure::file("cannot write", &self.path, &error))
    }
}
