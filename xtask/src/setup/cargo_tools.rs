//! trunk and wasm-bindgen, built by `cargo install` in exactly the version we need.

use std::fs;

use super::step;
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// The newest trunk that Rust 1.95 builds; 0.22 asks for 1.96.
const TRUNK: &str = "0.21.14";

/// Makes sure that both tools are on our PATH.
///
/// # Errors
/// When one is missing and cannot be built.
pub(crate) fn ensure(workshop: &Workshop) -> Result<(), Failure> {
    install(
        workshop,
        &Tool {
            name: "trunk",
            krate: "trunk",
            version: TRUNK,
            // Without default features there is no downloading of other tools
            // in it and the build takes a fifth of the time.
            options: &["--locked", "--no-default-features"],
            minutes: 3,
        },
    )?;
    let bindgen = locked_version(workshop, "wasm-bindgen")?;
    install(
        workshop,
        &Tool {
            name: "wasm-bindgen",
            krate: "wasm-bindgen-cli",
            version: &bindgen,
            // Not --locked: its lock file asks for versions that not every
            // mirror of the registry has.
            options: &[],
            minutes: 2,
        },
    )
}

struct Tool<'a> {
    /// The program's name.
    name: &'a str,
    /// The crate that holds it.
    krate: &'a str,
    /// The exact version.
    version: &'a str,
    options: &'a [&'a str],
    /// About how long building it takes on a small machine.
    minutes: u32,
}

fn install(workshop: &Workshop, tool: &Tool<'_>) -> Result<(), Failure> {
    let found = version_of(workshop, tool.name);
    if found.as_deref() == Some(tool.version) {
        return Ok(());
    }
    let mut command = workshop.command("cargo");
    command
        .args(["install", tool.krate, "--version", tool.version])
        // An unoptimised build of these tools is quick enough at run time.
        .arg("--debug")
        .args(tool.options);
    if found.is_some() {
        // Somebody's own trunk of another version stays what it is.
        command
            .arg("--root")
            .arg(workshop.root().join("target/tools"));
    }
    let what = format!(
        "{} {} (about {} minutes)",
        tool.krate, tool.version, tool.minutes
    );
    step(&what, || workshop::run(&mut command))?;
    match version_of(workshop, tool.name) {
        Some(version) if version == tool.version => Ok(()),
        other => Err(Failure::new(format!(
            "{} {} was installed, but the PATH leads to {}",
            tool.name,
            tool.version,
            other.as_deref().unwrap_or("none")
        ))),
    }
}

/// The version that a program tells of itself: the second word of `NAME --version`.
fn version_of(workshop: &Workshop, program: &str) -> Option<String> {
    workshop.find(program)?;
    let told = workshop::ask(workshop.command(program).arg("--version"))?;
    told.split_whitespace().nth(1).map(str::to_owned)
}

/// The version of a crate in Cargo.lock. The wasm-bindgen program and the
/// crate of that name must be of the same version.
fn locked_version(workshop: &Workshop, krate: &str) -> Result<String, Failure> {
    let file = workshop.root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&file).map_err(|error| Failure::file("cannot read", &file, &error))?;
    let name = format!("name = \"{krate}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no {krate}")))
}
