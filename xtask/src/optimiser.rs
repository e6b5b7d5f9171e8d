//! binaryen's wasm-opt, which takes seconds and is therefore asked only once about the same wasm.

use std::fs;
use std::path::Path;

use crate::engine::Bundle;
use crate::failure::Failure;
use crate::fnv;
use crate::workshop::{self, Workshop};

/// A function with one caller is inlined only while it is small. Left alone,
/// wasm-opt makes the dispatch loop four times as long; V8 then needs a quarter
/// of a second to optimise it, and programs run unoptimised meanwhile.
const LARGEST_INLINED: [&str; 2] = ["--one-caller-inline-max-function-size", "100"];

/// Makes the page's own wasm smaller, in place. Trunk could, but only with
/// wasm-opt on the PATH, where plain `trunk build --release` does not find ours.
///
/// # Errors
/// When the staging folder cannot be read or wasm-opt fails.
pub(crate) fn shrink_page(workshop: &Workshop, bundle: &Bundle) -> Result<(), Failure> {
    if !bundle.release {
        return Ok(());
    }
    let entries = fs::read_dir(&bundle.staging)
        .map_err(|error| Failure::file("cannot read", &bundle.staging, &error))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|kind| kind == "wasm") {
            // Names tell the splitter which function is which; it leaves them out.
            optimise(workshop, &path, &path, &["-Os", "-g"])?;
        }
    }
    Ok(())
}

/// Writes an optimised copy of a wasm file; `options` are wasm-opt's, the level first, like `-O3`.
///
/// # Errors
/// When wasm-opt fails or a file cannot be read or written.
pub(crate) fn optimise(
    workshop: &Workshop,
    from: &Path,
    to: &Path,
    options: &[&str],
) -> Result<(), Failure> {
    let input = fs::read(from).map_err(|error| Failure::file("cannot read", from, &error))?;
    let kept = workshop.root().join("target/optimised");
    fs::create_dir_all(&kept).map_err(|error| Failure::file("cannot make", &kept, &error))?;
    // One result is kept for each level, which is one for each module.
    let level = options.first().copied().unwrap_or_default();
    let result = kept.join(format!("result{level}.wasm"));
    let key_file = kept.join(format!("result{level}.key"));
    // Another release of wasm-opt may do better.
    let release = fs::read(workshop.root().join("node_modules/binaryen/package.json"));
    let key = fnv::extend(fnv::hash(&input), &release.unwrap_or_default());
    let key = fnv::extend(key, LARGEST_INLINED.concat().as_bytes());
    let key = fnv::extend(key, options.concat().as_bytes());
    let key = format!("{key:016x}");

    if !(result.exists() && fs::read_to_string(&key_file).is_ok_and(|last| last == key)) {
        workshop::run(
            workshop
                .command("wasm-opt")
                // Never --all-features: what it then writes Chromium refuses.
                .args(options)
                .args(LARGEST_INLINED)
                .arg(from)
                .arg("-o")
                .arg(&result),
        )?;
        fs::write(&key_file, &key)
            .map_err(|error| Failure::file("cannot write", &key_file, &error))?;
    }
    fs::copy(&result, to)
        .map(|_| ())
        .map_err(|error| Failure::file("cannot write", to, &error))
}
