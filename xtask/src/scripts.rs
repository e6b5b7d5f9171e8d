//! A script and what it imports in one file: each file more is a journey more to the host.

use std::fs;
use std::path::Path;

use crate::document::Document;
use crate::engine::Bundle;
use crate::failure::Failure;
use crate::fnv;
use crate::workshop::{self, Workshop};

/// Writes `from` with all that it imports as the module `to`, which may be the same file.
///
/// # Errors
/// When esbuild is missing or finds a mistake.
pub(crate) fn in_one(
    workshop: &Workshop,
    bundle: &Bundle,
    from: &Path,
    to: &Path,
) -> Result<(), Failure> {
    let mut command = workshop.command("esbuild");
    command
        .arg(from)
        .args(["--bundle", "--format=esm", "--allow-overwrite"])
        // What is only there in Node is only asked for there.
        .arg("--external:node:*")
        // What every browser with wasm and module workers understands.
        .args(["--target=es2021", "--supported:top-level-await=true"])
        .arg("--log-level=warning")
        // wasm-bindgen names a script once for each of its functions that the wasm imports.
        .arg("--log-override:duplicate-object-key=silent")
        .arg(format!("--outfile={}", to.display()));
    if bundle.release {
        command.args(["--minify", "--legal-comments=none"]);
    }
    workshop::run(&mut command)
}

/// How trunk's document imports the page's script, and how it says what that imports.
const IMPORT: &str = "from './";
const PRELOAD: &str = r#"<link rel="modulepreload" href="./snippets/"#;

/// Where wasm-bindgen puts the scripts that are written by hand, beside the page's.
const SNIPPETS: &str = "snippets";

/// Puts the page's script and what it imports into one file, and names that file by a
/// hash of what is in it: trunk's name does not change with what was imported.
///
/// # Errors
/// When the document does not say what it is expected to, a file cannot be read or
/// written, or esbuild finds a mistake.
pub(crate) fn page(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    if !bundle.release {
        return Ok(());
    }
    let Some(document) = Document::read(&bundle.staging)? else {
        return Ok(());
    };
    let (old, html) = without_preloads(&document.html)
        .ok_or_else(|| Failure::new("index.html names the page's script in an unknown way"))?;
    let path = bundle.staging.join(&old);
    in_one(workshop, bundle, &path, &path)?;
    let script = fs::read(&path).map_err(|error| Failure::file("cannot read", &path, &error))?;
    let new = format!("page-{:016x}.js", fnv::hash(&script));
    let renamed = bundle.staging.join(&new);
    fs::rename(&path, &renamed).map_err(|error| Failure::file("cannot write", &renamed, &error))?;
    let snippets = bundle.staging.join(SNIPPETS);
    if snippets.exists() {
        fs::remove_dir_all(&snippets)
            .map_err(|error| Failure::file("cannot remove", &snippets, &error))?;
    }
    document.write(&html.replace(&old, &new))
}

/// How the scripts begin and end that stand in the document itself.
const INLINE: &str = "<script>";
const INLINE_END: &str = "</script>";

/// The name of a staged file that is gone when its script is in the document again.
const PASSING: &str = "inline.js";

/// Takes out of the document what only its readers need, and makes its scripts short:
/// nothing of a page can begin before the document is there.
///
/// # Errors
/// When the document cannot be read or written, or esbuild finds a mistake.
pub(crate) fn shorten_document(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    if !bundle.release {
        return Ok(());
    }
    let Some(document) = Document::read(&bundle.staging)? else {
        return Ok(());
    };
    let html = without_comments(&document.html);
    let path = bundle.staging.join(PASSING);
    let mut parts = html.split(INLINE);
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (script, after) = part
            .split_once(INLINE_END)
            .ok_or_else(|| Failure::new("a script in index.html has no end"))?;
        fs::write(&path, script).map_err(|error| Failure::file("cannot write", &path, &error))?;
        in_one(workshop, bundle, &path, &path)?;
        let script = fs::read_to_string(&path)
            .map_err(|error| Failure::file("cannot read", &path, &error))?;
        fs::remove_file(&path).map_err(|error| Failure::file("cannot remove", &path, &error))?;
        short.push_str(&format!("{INLINE}{}{INLINE_END}{after}", script.trim_end()));
    }
    document.write(&short)
}

/// HTML without its comments.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut without = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once("-->").map_or("", |(_, after)| after);
        without.truncate(without.trim_end().len());
        without.push_str(after);
    }
    without
}

/// The name of the page's script, and the document without links to what that imports.
fn without_preloads(html: &str) -> Option<(String, String)> {
    let (_, name) = html.split_once(IMPORT)?;
    let (name, _) = name.split_once('\'')?;
    let mut parts = html.split(PRELOAD);
    let mut without = parts.next()?.to_owned();
    for part in parts {
        without.push_str(part.split_once('>')?.1);
    }
    Some((name.to_owned(), without))
}

#[cfg(test)]
mod tests {
    use super::{without_comments, without_preloads};

    #[test]
    fn a_document_names_one_script() {
        let html = "import init, * as bindings from './page-1.js';\n<link rel=\"modulepreload\" href=\"./page-1.js\">\
                    <link rel=\"modulepreload\" href=\"./snippets/a.js\" crossorigin=\"anonymous\"></head>";
        let (name, without) = without_preloads(html).unwrap_or_default();
        assert_eq!(name, "page-1.js");
        assert!(
            without.ends_with("href=\"./page-1.js\"></head>"),
            "{without}"
        );
        assert_eq!(without_preloads("<html></html>"), None);
    }

    #[test]
    fn comments_and_what_stands_before_them_go() {
        let html = "<p>a</p>\n  <!-- b -->\n<p>c</p><!-- d --><!-- e --> f";
        assert_eq!(without_comments(html), "<p>a</p>\n<p>c</p> f");
    }
}
