//! What every file of ours has in common.

use std::fs;
use std::path::{Path, PathBuf};

/// A file longer than this is not read in one sitting.
const MOST_LINES: usize = 800;

/// The folders that hold text of ours.
const FOLDERS: [&str; 7] = [
    "src", "xtask", "static", "tests", "benches", "vendor", ".ci",
];

/// Kinds of files that are ours to keep tidy.
const KINDS: [&str; 7] = ["rs", "js", "mjs", "css", "html", "toml", "md"];

/// Every file below the folders, as a path from the root, with its text.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder can be read");
            open.extend(entries.map(|entry| entry.expect("an entry can be read").path()));
        } else if path
            .extension()
            .is_some_and(|kind| KINDS.iter().any(|known| kind == *known))
        {
            let name = path.strip_prefix(root).expect("it lies below the root");
            let text = fs::read_to_string(&path).expect("a file is UTF-8");
            files.push((name.to_string_lossy().replace('\\', "/"), text));
        }
    }
    assert!(files.len() > 20, "the folders were found");
    files.sort();
    files
}

/// Fails with the list, where it holds anything.
fn none(what: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{what}:\n{}", offenders.join("\n"));
}

#[test]
fn no_source_file_is_too_long() {
    let long: Vec<String> = files()
        .iter()
        .filter(|(name, _)| name.starts_with("src/") || name.starts_with("xtask/"))
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    none("more than one sitting", &long);
}

#[test]
fn no_tabs_and_no_space_at_the_end_of_a_line() {
    let mut untidy = Vec::new();
    for (name, text) in files() {
        for (number, line) in text.lines().enumerate() {
            if line.contains('\t') || line.ends_with(' ') {
                untidy.push(format!("{name}:{}", number + 1));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            untidy.push(format!("{name}: no line break at the end"));
        }
    }
    none("tabs or trailing space", &untidy);
}

#[test]
fn every_rust_file_begins_by_saying_what_it_is() {
    let silent: Vec<String> = files()
        .into_iter()
        .filter(|(name, text)| name.ends_with(".rs") && !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    none("no //! at the top", &silent);
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut broken = Vec::new();
    for document in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"] {
        let Ok(text) = fs::read_to_string(root.join(document)) else {
            continue;
        };
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") && !root.join(file).exists() {
                broken.push(format!("{document}: {target}"));
            }
        }
    }
    none("links to nothing", &broken);
}
