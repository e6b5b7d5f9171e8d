//! Interactive sessions: `NAME.pycon` as a tutorial prints it, beside what
//! CPython's prompt prints, `NAME.out`.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_session::transcript::{Compared, compare, units};
use coroscope_trace::{EventIndex, Kind};
use std::fs;
use std::path::PathBuf;

fn sessions() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir("tests/sessions") else {
        panic!("tests/sessions cannot be read");
    };
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "pycon")
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn run(source: &str, record: bool) -> Engine {
    let options = RunOptions {
        record,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(source, "main.py", &options);
    engine.finish();
    engine
}

fn compared(source: &str) -> Vec<Compared> {
    let engine = run(source, true);
    let end = EventIndex(engine.log().len() as u32);
    compare(&units(source), engine.log(), end)
}

#[test]
fn sessions_print_what_cpythons_prompt_prints() {
    for path in sessions() {
        let source = fs::read_to_string(&path).unwrap_or_default();
        let expected = fs::read_to_string(path.with_extension("out")).unwrap_or_default();
        for record in [false, true] {
            let (printed, errors) = run(&source, record).printed();
            assert_eq!(printed, expected, "{}", path.display());
            assert_eq!(errors, "");
        }
    }
}

#[test]
fn what_the_sessions_show_agrees_with_what_they_print() {
    for path in sessions() {
        let source = fs::read_to_string(&path).unwrap_or_default();
        let lines = compared(&source);
        assert!(!lines.is_empty());
        let differing: Vec<_> = lines.iter().filter(|line| !line.agrees).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", path.display());
    }
}

#[test]
fn a_listing_that_lies_is_found_out() {
    let source =
        "One:\n\n>>> x = 1\n>>> x\n2\n\nTwo:\n\n>>> print(x); x + 1\n1\n2\n>>> x - 1\n>>> x\n1\n";
    let found: Vec<_> = compared(source)
        .into_iter()
        .map(|line| (line.line, line.agrees, line.printed))
        .collect();
    let printed = |text: &str| vec![text.to_owned()];
    let expected = [
        (5, false, printed("1")),
        (6, false, vec![]),
        (7, false, vec![]),
        (10, true, vec![]),
        (11, true, vec![]),
        (12, false, printed("0")),
        (14, true, vec![]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn only_what_has_run_is_compared() {
    let source = ">>> 1\n1\n>>> 2\n2\n";
    let engine = run(source, true);
    let log = engine.log();
    let second = log
        .events_from(EventIndex(0))
        .filter(|(_, event)| event.kind == Kind::PromptReached)
        .nth(1)
        .map(|(index, event)| (index, event.place.line()));
    let Some((second, line)) = second else {
        panic!("two prompts were expected");
    };
    assert_eq!(line, 3);
    let lines: Vec<u32> = compare(&units(source), log, second)
        .iter()
        .map(|line| line.line)
        .collect();
    assert_eq!(lines, [2]);
}

#[test]
fn a_session_that_is_left_has_that_status() {
    let mut engine = Engine::new(">>> exit(3)\n>>> 1\n", "main.py", &RunOptions::default());
    assert_eq!(engine.finish().ending.exit_code(), 3);
    assert_eq!(engine.printed().0, "");
}

#[test]
fn lines_of_the_log_are_those_of_the_text() {
    let engine = run(
        "Text.\n\n>>> def f():\n...     return 1\n...\n>>> f()\n",
        true,
    );
    let log = engine.log();
    let lines: Vec<u32> = log
        .events_from(EventIndex(0))
        .filter(|(_, event)| event.kind == Kind::LineReached)
        .map(|(_, event)| event.place.line())
        .collect();
    assert_eq!(lines, [3, 6, 4]);
    assert_eq!(
        log.files().first().map(|file| file.name.as_str()),
        Some("main.py")
    );
}
