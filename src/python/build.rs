//! Lists the library's Python files, so that adding a module is adding a file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("lib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut found = Vec::new();
    collect(&root, "", &mut found)?;
    found.sort();
    let mut code = String::from("static SOURCES: &[(&str, bool, &str)] = &[\n");
    for (name, is_package, path) in found {
        println!("cargo::rerun-if-changed={}", path.display());
        writeln!(
            code,
            "    ({name:?}, {is_package}, include_str!({:?})),",
            path.display().to_string()
        )
        .map_err(io::Error::other)?;
    }
    code.push_str("];\n");
    fs::write(
        PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("library.rs"),
        code,
    )
}

/// Adds the modules below a folder: dotted name, whether a package, file.
fn collect(
    folder: &Path,
    prefix: &str,
    found: &mut Vec<(String, bool, PathBuf)>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            let name = format!("{prefix}{stem}");
            let init = path.join("__init__.py");
            if init.exists() {
                found.push((name.clone(), true, init));
            }
            collect(&path, &format!("{name}."), found)?;
        } else if path.extension().is_some_and(|e| e == "py") && stem != "__init__" {
            let name = if prefix.is_empty() && stem == "prelude" {
                "_prelude".to_owned()
            } else {
                format!("{prefix}{stem}")
            };
            found.push((name, false, path));
        }
    }
    Ok(())
}
