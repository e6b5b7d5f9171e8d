//! Functions of the library that are in Rust besides tell the log the same, to
//! the byte, as their Python text does.

#[path = "runner/files.rs"]
mod files;

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::{Log, Mark, export};
use files::programs_in;
use std::fs;

/// Programs are everywhere in these folders.
const FOLDERS: [&str; 5] = [
    "tests/programs",
    "tests/conformance",
    "tests/gallery",
    "tests/hostile",
    "static",
];

fn options() -> RunOptions {
    RunOptions {
        max_instructions: 20_000_000,
        max_events: 100_000,
        ..RunOptions::default()
    }
}

/// The first line in which two logs differ.
fn difference(left: &Log, right: &Log) -> String {
    let [left, right] = [left, right].map(export::json_lines);
    let pairs = left.lines().zip(right.lines());
    let differing = pairs.into_iter().find(|(left, right)| left != right);
    differing.map_or_else(
        || {
            format!(
                "{} and {} lines",
                left.lines().count(),
                right.lines().count()
            )
        },
        |(left, right)| format!("in Rust: {left}\nas text: {right}"),
    )
}

#[test]
fn the_log_is_that_of_the_python_text() {
    let mut compared = 0;
    let mut quicker = 0;
    let mut differences = Vec::new();
    for path in programs_in(&FOLDERS) {
        let source = fs::read_to_string(&path).unwrap_or_default();
        if !source.contains("asyncio") {
            continue;
        }
        let mut in_rust = Engine::new(&source, "main.py", &options());
        let ending = in_rust.finish();
        let mut as_text = Engine::to_be_looked_at(&source, "main.py", &options());
        if ending != as_text.finish() {
            differences.push(format!("{}: another ending", path.display()));
        }
        compared += 1;
        quicker += usize::from(in_rust.usage().instructions < as_text.usage().instructions);
        let [left, right] = [&in_rust, &as_text].map(Engine::log);
        if left.encode_delta(Mark::START) != right.encode_delta(Mark::START) {
            let name = path.display();
            differences.push(format!("{name}: {}", difference(left, right)));
        }
    }
    assert!(
        differences.is_empty(),
        "{} programs:\n{}",
        differences.len(),
        differences.join("\n")
    );
    assert!(compared > 300, "only {compared} programs");
    assert!(
        quicker > 200,
        "only {quicker} programs used what is in Rust"
    );
}
