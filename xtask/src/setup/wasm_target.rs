//! The standard library for wasm32-unknown-unknown.
//!
//! `rustup target add` brings it on an ordinary machine. Where rustup is not
//! there or its server does not answer, Debian's Rust and its library sources
//! do: the standard library is built once and put beside Debian's own.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{step, system_packages};
use crate::failure::Failure;
use crate::workshop::{self, Workshop};

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's toolchain after the fall-back.
const LINKED: &str = "coroscope-debian";

/// Debian's Rust, its library sources, its linker for wasm, and its clippy.
const PACKAGES: [&str; 6] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
    "lld-22",
];

/// Makes sure that some toolchain here compiles to wasm.
///
/// # Errors
/// When neither rustup nor Debian's packages could bring the target.
pub(crate) fn ensure(workshop: &Workshop) -> Result<(), Failure> {
    if ready(&mut workshop.command("rustc")) || separate_toolchain(workshop).is_some() {
        return Ok(());
    }
    step(&format!("Rust's {TARGET} target"), || {
        if workshop.find("rustup").is_some() {
            match workshop::run(workshop.command("rustup").args(["target", "add", TARGET])) {
                Ok(()) if ready(&mut workshop.command("rustc")) => return Ok(()),
                Ok(()) => eprintln!("setup: rustup's target is not complete"),
                Err(failure) => eprintln!("setup: {failure}"),
            }
            eprintln!("setup: falling back on Debian's Rust packages (about 2 minutes)");
        }
        from_debian(workshop)
    })
}

/// The toolchain to ask for by name, where the current one lacks the target and Debian's has it.
pub(crate) fn separate_toolchain(workshop: &Workshop) -> Option<&'static str> {
    if ready(&mut workshop.command("rustc")) {
        return None;
    }
    let mut linked = workshop.command("rustc");
    linked.env("RUSTUP_TOOLCHAIN", LINKED);
    ready(&mut linked).then_some(LINKED)
}

/// Whether this rustc finds a standard library for the target.
fn ready(rustc: &mut Command) -> bool {
    library_folder(rustc).is_some_and(|folder| holds_core(&folder))
}

fn library_folder(rustc: &mut Command) -> Option<PathBuf> {
    workshop::ask(rustc.args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from)
}

fn holds_core(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

fn from_debian(workshop: &Workshop) -> Result<(), Failure> {
    system_packages::install(
        workshop,
        &PACKAGES,
        "the wasm target comes neither from rustup nor from Debian",
    )?;
    let folder = library_folder(
        workshop
            .command("/usr/bin/rustc")
            .env_remove("RUSTUP_TOOLCHAIN"),
    )
    .ok_or_else(|| Failure::new("/usr/bin/rustc does not answer"))?;
    if !holds_core(&folder) {
        build_standard_library(workshop, &folder)?;
    }
    if workshop.find("rustup").is_some() {
        workshop::run(
            workshop
                .command("rustup")
                .args(["toolchain", "link", LINKED, "/usr"]),
        )?;
        eprintln!("setup: for plain trunk, say RUSTUP_TOOLCHAIN={LINKED} trunk serve");
    }
    Ok(())
}

/// Builds an empty library with the standard library from source, and keeps the latter.
fn build_standard_library(workshop: &Workshop, into: &Path) -> Result<(), Failure> {
    let empty = workshop.root().join("target/tools/standard-library");
    // What an earlier try left would be taken for this one's.
    if empty.exists() {
        fs::remove_dir_all(&empty)
            .map_err(|error| Failure::file("cannot clear", &empty, &error))?;
    }
    let source = empty.join("src");
    fs::create_dir_all(&source).map_err(|error| Failure::file("cannot make", &source, &error))?;
    for (name, text) in [
        (
            "Cargo.toml",
            // A workspace of its own, or cargo would look for it in ours.
            "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
        ),
        ("src/lib.rs", ""),
    ] {
        let file = empty.join(name);
        fs::write(&file, text).map_err(|error| Failure::file("cannot write", &file, &error))?;
    }
    workshop::run(
        workshop
            .command("/usr/bin/cargo")
            .current_dir(&empty)
            .env_remove("RUSTUP_TOOLCHAIN")
            .env("RUSTC", "/usr/bin/rustc")
            // -Zbuild-std is a nightly option; the flag lets a stable compiler take it.
            .env("RUSTC_BOOTSTRAP", "1")
            // Our release build optimises across crates, the standard library's
            // too; cargo would leave out what that needs.
            .env("RUSTFLAGS", "-C embed-bitcode=yes")
            .args(["build", "--release", "-Zbuild-std=std,panic_abort,test"])
            .args(["--target", TARGET, "--target-dir", "target"]),
    )?;
    let built = empty.join("target").join(TARGET).join("release/deps");
    let libraries: Vec<PathBuf> = fs::read_dir(&built)
        .map_err(|error| Failure::file("cannot read", &built, &error))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("rlib")))
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| !name.to_string_lossy().starts_with("libempty"))
        })
        .collect();
    // Moved into place whole, so that a stop half-way is not taken for success.
    let beside = into.with_extension("new");
    let as_root = |program| system_packages::as_root(workshop, program);
    workshop::run(as_root("rm").arg("-rf").arg(&beside))?;
    workshop::run(as_root("mkdir").arg("-p").arg(&beside))?;
    workshop::run(as_root("cp").args(&libraries).arg(&beside))?;
    workshop::run(
        as_root("mv")
            .arg("--no-target-directory")
            .arg(&beside)
            .arg(into),
    )
}
