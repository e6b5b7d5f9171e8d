//! The engine's wasm in two: what the first program of a visit runs, and the rest.
//!
//! A visitor who opens the page waits for the first file only. The second one
//! is fetched when the page has time, or at the first call of a function in it,
//! whichever comes first. What belongs into the first file is found by running
//! programs (`profile.mjs`) in a copy that counts how often it comes to each stretch.
//! The two share one memory; a function that moved leaves a stub that calls it
//! through a table, which the second module fills when it starts.
//!
//! The page's own wasm is split the same way (`page.rs`), by a profile that is stored.

use std::collections::BTreeSet;
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
mod numbers;
mod outline;
mod page;
mod plan;
mod primary;
mod regions;
mod relay;
mod rest;
mod stored;
mod symbols;
#[cfg(test)]
mod tests;
mod types;

use data::Data;
use module::Module;
use outline::Outlined;
use plan::Plan;
use symbols::Symbols;

pub(crate) use page::{profile as profile_page, split as split_page};

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
pub(crate) fn split(workshop: &Workshop, folder: &Path, linked: &[u8]) -> Result<String, Failure> {
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
    let parts = divide(&wasm, &module, &symbols, &reached, &whole, load).map_err(tell)?;
    write(&folder.join(REST), &parts.rest)?;
    write(&path, &parts.first)?;
    Ok(format!("{REST}?v={:016x}", fnv::hash(&parts.rest)))
}

/// A module in two.
struct Parts {
    first: Vec<u8>,
    rest: Vec<u8>,
}

/// Takes a module apart. `symbols` say which static data is whose; `reached` says of each
/// mark (`mark::encode`) whether what is there belongs into the first part; functions of
/// `whole` stay in one piece; `load` is the one that makes the second part be there when
/// it returns.
fn divide(
    wasm: &[u8],
    module: &Module<'_>,
    symbols: &Symbols,
    reached: &[bool],
    whole: &BTreeSet<u32>,
    load: u32,
) -> Result<Parts, Unsplittable> {
    let Outlined { wasm, ran } = outline::outline(wasm, module, reached, whole, outline::LEAST)?;
    let module = Module::parse(&wasm)?;
    let plan = Plan::new(&module, &ran, load)?;
    let data = Data::new(&module, &plan, symbols)?;
    Ok(Parts {
        rest: types::only_used(&rest::encode(&module, &plan, &data.rest)?)?,
        first: types::only_used(&primary::encode(&module, &plan, load, data.first)?)?,
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::file("cannot write", path, &error))
}
