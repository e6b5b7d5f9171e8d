//! Compiles the library's Python files, so that adding a module is adding a file.

use coroscope_python::library::{ModuleText, build};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Modules whose code goes where the machine goes: those that `import asyncio`
/// and the first programs need.
const CORE: [&str; 24] = [
    "_collections_abc", "_prelude", "abc", "asyncio", "asyncio.base_events", "asyncio.coroutines",
    "asyncio.events", "asyncio.exceptions", "asyncio.futures", "asyncio.legacy", "asyncio.locks",
    "asyncio.mixins", "asyncio.queues", "asyncio.runners", "asyncio.taskgroups", "asyncio.tasks",
    "asyncio.threads", "asyncio.timeouts", "asyncio.unix_events", "contextlib", "functools",
    "heapq", "time", "types",
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../python/lib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut found = Vec::new();
    collect(&root, "", &mut found)?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    let built = build(&found).map_err(io::Error::other)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("first"), built.first)?;
    let section = format!(
        "#[used]\n#[unsafe(link_section = \"library-texts\")]\n\
         static TEXTS: [u8; {}] = *include_bytes!(concat!(env!(\"OUT_DIR\"), \"/texts\"));\n",
        built.texts.len()
    );
    fs::write(out.join("section.rs"), section)?;
    fs::write(out.join("texts"), built.texts)
}

/// Adds the modules below a folder.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<ModuleText>) -> io::Result<()> {
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
                found.push(module(&name, true, &init)?);
            }
            collect(&path, &format!("{name}."), found)?;
        } else if path.extension().is_some_and(|e| e == "py") && stem != "__init__" {
            let name = if prefix.is_empty() && stem == "prelude" {
                "_prelude".to_owned()
            } else {
                format!("{prefix}{stem}")
            };
            found.push(module(&name, false, &path)?);
        }
    }
    Ok(())
}

fn module(name: &str, is_package: bool, path: &Path) -> io::Result<ModuleText> {
    println!("cargo::rerun-if-changed={}", path.display());
    Ok(ModuleText {
        name: name.to_owned(),
        is_package,
        is_core: CORE.contains(&name),
        text: fs::read_to_string(path)?,
    })
}
