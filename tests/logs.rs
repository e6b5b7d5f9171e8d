//! The stories of some programs, as a reader has approved them: every event of
//! the loop with its cause, in sentences. To see what a change does to them, run
//! with `COROSCOPE_BLESS=1` and look at the diff.

#[path = "runner/files.rs"]
mod files;

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::{Language, export};
use files::programs_in;
use std::fs;
use std::path::Path;

/// What `asyncio.run` does after the program's own coroutine is over is always
/// the same: the story ends where its loop stops for the first time.
const END: &str = " stops running.";

fn story_of(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let options = RunOptions {
        record: true,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(&source, &name, &options);
    engine.finish();
    let story = export::story(engine.log(), Language::English);
    match story.find(END) {
        Some(at) => format!("{}\n", &story[..at + END.len()]),
        None => story,
    }
}

#[test]
fn the_stories_are_told_as_approved() {
    let bless = std::env::var_os("COROSCOPE_BLESS").is_some();
    let mut different = Vec::new();
    let programs = programs_in(&["tests/logs"]);
    assert!(programs.len() >= 20, "only {} programs", programs.len());
    for path in programs {
        let told = story_of(&path);
        let file = path.with_extension("log");
        if bless {
            if let Err(error) = fs::write(&file, &told) {
                panic!("{}: {error}", file.display());
            }
            continue;
        }
        let approved = fs::read_to_string(&file).unwrap_or_default();
        let first = approved.lines().zip(told.lines()).find(|(a, b)| a != b);
        match first {
            Some((a, b)) => different.push(format!("{}:\n- {a}\n+ {b}", file.display())),
            None if approved.lines().count() != told.lines().count() => {
                different.push(format!("{}: the lengths differ", file.display()));
            }
            None => {}
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
