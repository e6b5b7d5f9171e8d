//! The page's wasm in two. What belongs into the first part is kept in
//! `page.profile`, which `cargo xtask profile` takes in Chromium (`profile_page.mjs`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::module::Module;
use super::stored::Stored;
use super::symbols::Symbols;
use super::{LOADER, Parts, Unsplittable, divide, mark, write};
use crate::document::Document;
use crate::failure::Failure;
use crate::fnv;
use crate::setup::browser;
use crate::setup::wasm_target::TARGET;
use crate::workshop::Workshop;

/// Where the profile is kept, from the root.
const PROFILE: &str = "xtask/src/split/page.profile";

/// The page's wasm before it was split, with names, in the folder of builds.
const WHOLE: &str = "optimised/page.wasm";

/// The page's wasm as the linker wrote it, with relocations, in the folder of its target.
const LINKED: &str = "release/page.wasm";

/// Functions of so many bytes stay: comparing keys, for example, happens or not by the
/// places that a hash gives, and a stub is not much shorter.
const SHORT: usize = 128;

/// What `index.html` says instead of the parts' names where there are none.
const NO_FIRST: &str = r#"<meta name="coroscope-page" content="">"#;
const NO_REST: &str = r#"<meta name="coroscope-page-rest" content="">"#;

/// The end of the name that trunk gives the page's wasm.
const ENDING: &str = "_bg.wasm";

/// Splits the page's wasm in a staging folder. Both parts get a name that changes
/// with what is in them, because caches must not mix them with another build's.
///
/// # Errors
/// When the module cannot be split or a file not be read or written.
pub(crate) fn split(workshop: &Workshop, staging: &Path) -> Result<(), Failure> {
    let Some(document) = Document::read(staging)? else {
        return Ok(());
    };
    let path = wasm_in(staging)?;
    let wasm = read(&path)?;
    // `profile` needs it whole.
    write(&workshop.root().join("target").join(WHOLE), &wasm)?;
    let profile = workshop.root().join(PROFILE);
    let profile = String::from_utf8_lossy(&read(&profile)?).into_owned();
    let linked = read(&workshop.target_folder().join(TARGET).join(LINKED))?;
    let parts = parts(&wasm, &linked, &profile)
        .map_err(|error| Failure::new(format!("cannot split {}: {error}", path.display())))?;

    let hash = fnv::extend(fnv::hash(&parts.first), &parts.rest);
    let (first, rest) = (
        format!("page-{hash:016x}{ENDING}"),
        format!("page-{hash:016x}-rest.wasm"),
    );
    write(&staging.join(&first), &parts.first)?;
    write(&staging.join(&rest), &parts.rest)?;
    fs::remove_file(&path).map_err(|error| Failure::file("cannot remove", &path, &error))?;
    let old = name_of(&path);
    let html = with_names(&document.html, &old, &first, &rest).ok_or_else(|| {
        Failure::new("index.html lacks what trunk writes of the page's wasm, or its parts' places")
    })?;
    document.write(&html)
}

/// The document with the names of both parts. Its first script has begun to compile
/// the first one by then, so that nobody else is to fetch it.
fn with_names(html: &str, old: &str, first: &str, rest: &str) -> Option<String> {
    let named = |place: &str, name: &str| place.replace(r#""""#, &format!("{name:?}"));
    let asked = format!("module_or_path: './{old}'");
    let begun = format!("module_or_path: (await begun.page) ?? './{first}'");
    let (before, preload) = html.split_once(&format!(r#"<link rel="preload" href="./{old}""#))?;
    let (_, after) = preload.split_once('>')?;
    let html = [before, after].concat();
    [&asked, NO_FIRST, NO_REST]
        .iter()
        .all(|place| html.contains(*place))
        .then(|| {
            html.replace(&asked, &begun)
                .replace(NO_FIRST, &named(NO_FIRST, first))
                .replace(NO_REST, &named(NO_REST, rest))
        })
}

fn parts(wasm: &[u8], linked: &[u8], profile: &str) -> Result<Parts, Unsplittable> {
    let symbols = Symbols::of(linked)?;
    let module = Module::parse(wasm)?;
    let mut reached = Stored::read(profile)?.marks(wasm, &module)?;
    // What brings the second part must not need it, however old the profile is.
    let load = module.exported_function(LOADER)?;
    let whole = module.reach(load, |_| true);
    let marks = mark::encode(&module)?;
    let ends = marks.entries.iter().skip(1).copied().chain([marks.count]);
    for ((index, &start), end) in (module.imported..).zip(&marks.entries).zip(ends) {
        let position = (index - module.imported) as usize;
        let is_short = module
            .bodies
            .get(position)
            .is_some_and(|body| body.code.range().len() <= SHORT);
        if (whole.contains(&index) || is_short)
            && let Some(own) = reached.get_mut(start..end)
        {
            own.fill(true);
        }
    }
    divide(wasm, &module, &symbols, &reached, &whole, load)
}

/// Takes the profile of the page that was built last, in Chromium.
///
/// # Errors
/// When there is no optimised build or no Chromium, or the page does not do what is expected.
pub(crate) fn profile(workshop: &Workshop) -> Result<(), Failure> {
    let whole = workshop.root().join("target").join(WHOLE);
    let wasm = read(&whole)?;
    let tell = |error: Unsplittable| Failure::new(format!("cannot profile the page: {error}"));
    let module = Module::parse(&wasm).map_err(tell)?;
    let marks = mark::encode(&module).map_err(tell)?;
    let marking = whole.with_extension("marking.wasm");
    write(&marking, &marks.wasm)?;
    browser::ensure(workshop)?;
    let mut command = workshop.command("node");
    command
        .arg("xtask/src/split/profile_page.mjs")
        .arg(&marking)
        .arg(marks.address.to_string())
        .arg(marks.count.to_string());
    if let Some(chromium) = browser::find(workshop) {
        command.env("CHROMIUM", chromium);
    }
    let told = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cannot start node: {error}")))?;
    if !told.status.success() || told.stdout.len() != marks.count {
        return Err(Failure::new("the page could not be visited"));
    }
    let reached: Vec<bool> = told.stdout.iter().map(|&mark| mark == b'1').collect();
    if !reached.contains(&true) {
        return Err(Failure::new(
            "the page was visited, but nothing was counted",
        ));
    }
    let stored = Stored::of(&wasm, &module, &reached).map_err(tell)?;
    write(&workshop.root().join(PROFILE), stored.write().as_bytes())
}

/// The page's wasm in a folder.
fn wasm_in(folder: &Path) -> Result<PathBuf, Failure> {
    let entries =
        fs::read_dir(folder).map_err(|error| Failure::file("cannot read", folder, &error))?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| name_of(path).ends_with(ENDING))
        .ok_or_else(|| Failure::new("there is no wasm of the page"))
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::file("cannot read", path, &error))
}
