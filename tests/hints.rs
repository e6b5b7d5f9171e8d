//! The hints that programs in an old spelling get: `NAME.hints` beside the
//! program has a line for each, with the program's line, the spelling's name
//! and what it was used of.

#[path = "runner/files.rs"]
mod files;

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::sentence::{Language, describe_event};
use coroscope_trace::text::TextId;
use coroscope_trace::{EventIndex, Kind, Log};
use files::programs_in;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDER: &str = "tests/programs/legacy";

fn log_of(program: &Path) -> Log {
    let source = fs::read_to_string(program).unwrap_or_default();
    let options = RunOptions {
        record: true,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(&source, "main.py", &options);
    engine.finish();
    engine.log().clone()
}

fn hints(log: &Log) -> Vec<(EventIndex, u32, String, String)> {
    log.events_from(EventIndex(0))
        .filter(|(_, event)| event.kind == Kind::Hint)
        .map(|(index, event)| {
            let text = |id| log.text(TextId(id)).to_owned();
            (index, event.place.line(), text(event.a), text(event.b))
        })
        .collect()
}

#[test]
fn every_old_spelling_is_told_where_it_stands() {
    let mut told = BTreeSet::new();
    for program in programs_in(&[FOLDER]) {
        let mut lines: Vec<String> = Vec::new();
        for (_, line, spelling, detail) in hints(&log_of(&program)) {
            lines.push(format!("{line} {spelling} {detail}").trim_end().to_owned());
            told.insert(spelling);
        }
        let expected = fs::read_to_string(program.with_extension("hints")).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(lines, expected, "{}", program.display());
    }
    for old in OldSpelling::ALL {
        assert!(told.contains(old.as_str()), "no program has {old:?}");
    }
}

#[test]
fn a_hint_says_since_when_and_what_is_written_today() {
    let log = log_of(&Path::new(FOLDER).join("coroutine-decorator.py"));
    let Some((first, ..)) = hints(&log).first().cloned() else {
        panic!("a hint was expected");
    };
    let sentence = |language| describe_event(&log, first, language).to_string();
    assert_eq!(
        sentence(Language::English),
        "An old spelling is used of compute: @asyncio.coroutine is gone since Python 3.11; \
         today one writes async def, with await in place of yield from (line 5)."
    );
    assert!(sentence(Language::Chinese).contains("自 Python 3.11 起已移除"));
}
