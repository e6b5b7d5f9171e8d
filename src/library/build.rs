//! Gathers the library's Python files, so that adding a module is adding a file.
//!
//! `COROSCOPE_PACK` may name a file with modules compiled ahead, which
//! `coroscope pack` has made from the same texts. Without it all modules are
//! compiled when they are imported.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "hash.rs"]
mod hash;

struct ModuleText {
    name: String,
    is_package: bool,
    text: String,
}

fn main() -> io::Result<()> {
    let variable = |name| PathBuf::from(env::var_os(name).unwrap_or_default());
    let root = variable("CARGO_MANIFEST_DIR").join("../python/lib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut found = Vec::new();
    collect(&root, "", &mut found)?;
    found.sort_by(|a, b| a.name.cmp(&b.name));

    let mut code = String::from("static MODULES: &[Module] = &[\n");
    let mut texts = String::new();
    for module in &found {
        let (name, is_package) = (&module.name, module.is_package);
        let (start, end) = (texts.len(), texts.len() + module.text.len());
        texts.push_str(&module.text);
        writeln!(
            code,
            "    Module {{ name: {name:?}, is_package: {is_package}, start: {start}, end: {end} }},"
        )
        .map_err(io::Error::other)?;
    }
    let (hash, len) = (hash::hash(texts.as_bytes()), texts.len());
    write!(
        code,
        "];\n\n\
         /// Of the texts.\n\
         const HASH: u64 = {hash:#x};\n\n\
         /// The texts of all modules, which the worker's binary puts into a section of its own.\n\
         pub const TEXTS: &[u8; {len}] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/texts\"));\n"
    )
    .map_err(io::Error::other)?;

    println!("cargo::rerun-if-env-changed=COROSCOPE_PACK");
    let mut pack = [Vec::new(), Vec::new()];
    if let Some(path) = env::var_os("COROSCOPE_PACK") {
        println!("cargo::rerun-if-changed={}", path.display());
        let bytes = fs::read(path)?;
        let cut_short = || io::Error::other("the pack is cut short");
        let (made_from, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut_short)?;
        let (length, rest) = rest.split_first_chunk::<8>().ok_or_else(cut_short)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(io::Error::other)?;
        let (first, more) = rest.split_at_checked(length).ok_or_else(cut_short)?;
        if u64::from_le_bytes(*made_from) != hash {
            return Err(io::Error::other("the pack was made from other texts"));
        }
        pack = [first.to_vec(), more.to_vec()];
    }
    let out = variable("OUT_DIR");
    fs::write(out.join("modules.rs"), code)?;
    let [first, more] = pack;
    fs::write(out.join("pack"), first)?;
    fs::write(out.join("more"), more)?;
    fs::write(out.join("texts"), texts)
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
        text: fs::read_to_string(path)?,
    })
}
