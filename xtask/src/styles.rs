//! The style sheets in one file: the page is not painted before all are there.

use std::fs;

use crate::document::Document;
use crate::engine::Bundle;
use crate::failure::Failure;
use crate::fnv;
use crate::workshop::{self, Workshop};

/// How trunk names a style sheet in the document.
const LINK: &str = r#"<link rel="stylesheet" href="./"#;

/// Puts the sheets that the staged index.html names into one, in their order.
///
/// # Errors
/// When a sheet or the document cannot be read or written, or esbuild finds a mistake.
pub(crate) fn bundle(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    if !bundle.release {
        return Ok(());
    }
    let Some(document) = Document::read(&bundle.staging)? else {
        return Ok(());
    };
    let mut sheet = String::new();
    let mut rest = document.html.as_str();
    let mut without = String::new();
    let mut first = None;
    while let Some((before, link)) = rest.split_once(LINK) {
        let (name, after) = link
            .split_once('"')
            .and_then(|(name, after)| Some((name, after.split_once('>')?.1)))
            .ok_or_else(|| Failure::new("index.html names a style sheet in an unknown way"))?;
        let path = bundle.staging.join(name);
        let text = fs::read_to_string(&path)
            .map_err(|error| Failure::file("cannot read", &path, &error))?;
        fs::remove_file(&path).map_err(|error| Failure::file("cannot remove", &path, &error))?;
        sheet.push_str(&text);
        without.push_str(before.trim_end_matches(' '));
        first.get_or_insert(without.len());
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    let Some(first) = first else {
        return Ok(());
    };
    without.push_str(rest);

    let name = format!("style-{:016x}.css", fnv::hash(sheet.as_bytes()));
    let path = bundle.staging.join(&name);
    fs::write(&path, sheet).map_err(|error| Failure::file("cannot write", &path, &error))?;
    workshop::run(
        workshop
            .command("esbuild")
            .arg(&path)
            .args(["--minify", "--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outfile={}", path.display())),
    )?;
    without.insert_str(first, &format!("    {LINK}{name}\">\n"));
    document.write(&without)
}
