//! The engine's wasm in two: what the first program of a visit runs, and the rest.
//!
//! A visitor who opens the page waits for the first file only. The second one
//! is fetched when the page has time, or at the first call of a function in it,
//! whichever comes first. What belongs into the first file is found by running
//! programs (`profile.mjs`) in a copy that counts how often it comes to each stretch.
//! The two share one memory; a function that moved leaves a stub that calls it
//! through a table, which the second module fills when it starts.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::fnv;
use crate::workshop::Workshop;

mod assemble;
mod callers;
mod cut;
mod data;
mod flow;
mod liveness;
mod mark;
mod module;
mod names;
mod outline;
mod plan;
mod primary;
mod regions;
mod rest;
mod symbols;
#[cfg(test)]
mod tests;

use data::Data;
use module::Module;
use outline::Outlined;
use plan::Plan;
use symbols::Symbols;

/// The export that fetches and starts the second module.
const LOADER: &str = "load_rest";

/// The file of the second module, beside the first.
const REST: &str = "coroscope-rest.wasm";

/// Why a module could not be split.
#[derive(Debug)]
pub(super) struct Unsplittable(String);

impl Unsplittable {
    fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl std::fmt::Display for Unsplittable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsplittable {}

impl From<wasmparser::BinaryReaderError> for Unsplittable {
    fn from(error: wasmparser::BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}

impl From<wasm_encoder::reencode::Error<Unsplittable>> for Unsplittable {
    fn from(error: wasm_encoder::reencode::Error<Unsplittable>) -> Self {
        Self(error.to_string())
    }
}

impl From<wasm_encoder::reencode::Error<std::convert::Infallible>> for Unsplittable {
    fn from(error: wasm_encoder::reencode::Error<std::convert::Infallible>) -> Self {
        Self(error.to_string())
    }
}

impl From<std::num::TryFromIntError> for Unsplittable {
    fn from(_: std::num::TryFromIntError) -> Self {
        Self::new("it is too large")
    }
}

/// Splits the module `coroscope.wasm` of a folder in place; the rest goes into
/// a file beside it. Returns the address of that file as seen from the module,
/// with a query that changes with what is in it: caches keep it for long.
/// `linked` is the module as the linker wrote it, with relocations.
///
/// # Errors
/// When the module cannot be split, the profile not be taken or a file not be written.
pub(crate) fn split(
    workshop: &Workshop,
    folder: &Path,
    linked: &[u8],
) -> Result<String, Failure> {
    let path = folder.join("coroscope.wasm");
    let wasm = fs::read(&path).map_err(|error| Failure::file("cannot read", &path, &error))?;
    let tell =
        |error: Unsplittable| Failure::new(format!("cannot split {}: {error}", path.display()));
    let symbols = Symbols::of(linked).map_err(tell)?;
    let module = Module::parse(&wasm).map_err(tell)?;
    let marks = mark::encode(&module).map_err(tell)?;

    // The marking copy takes the module's place while the profile is taken.
    write(&path, &marks.wasm)?;
    let mut profile = workshop.command("node");
    profile
        .arg("xtask/src/split/profile.mjs")
        .arg(folder)
        .arg(marks.address.to_string())
        .arg(marks.count.to_string());
    let told = profile
        .output()
        .map_err(|error| Failure::new(format!("cannot start node: {error}")))?;
    write(&path, &wasm)?;
    if !told.status.success() || told.stdout.len() != marks.count {
        return Err(Failure::new(format!(
            "the profile of the engine failed: {}",
            String::from_utf8_lossy(&told.stderr)
        )));
    }
    let reached: Vec<bool> = told.stdout.iter().map(|&mark| mark == b'1').collect();

    // What brings the second module must not need it.
    let load = module.exported_function(LOADER).map_err(tell)?;
    let entered = |position: usize| {
        let entry = marks.entries.get(position);
        entry.and_then(|&entry| reached.get(entry)) == Some(&true)
    };
    let whole = module.reach(load, entered);
    let Outlined { wasm, ran } =
        outline::outline(&wasm, &module, &reached, &whole, outline::LEAST).map_err(tell)?;
    let module = Module::parse(&wasm).map_err(tell)?;
    let plan = Plan::new(&module, &ran, load).map_err(tell)?;
    let data = Data::new(&module, &plan, &symbols).map_err(tell)?;
    let rest = rest::encode(&module, &plan, &data.rest).map_err(tell)?;
    let primary = primary::encode(&module, &plan, load, data.first).map_err(tell)?;
    write(&folder.join(REST), &rest)?;
    write(&path, &primary)?;
    Ok(format!("{REST}?v={:016x}", fnv::hash(&rest)))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::file("cannot write", path, &error))
}
