//! A worker hands its log over in packed pieces; put together they are the log
//! of a run that keeps it, to the byte.

#[path = "runner/files.rs"]
mod files;

use coroscope_session::engine::Engine;
use coroscope_session::message::{Budget, ToPage};
use coroscope_session::worker_session::WorkerSession;
use coroscope_session::{RunOptions, ToWorker};
use coroscope_trace::{Limits, Log, Mark};
use files::programs_in;
use std::fs;
use std::path::PathBuf;

const FOLDERS: [&str; 6] = [
    "static/gallery",
    "tests/conformance",
    "tests/logs",
    "tests/programs/asyncio-cancel",
    "tests/programs/asyncio-groups",
    "tests/programs/asyncio-timeouts",
];

fn sources() -> Vec<(String, String)> {
    let read = |path: PathBuf| {
        let source = fs::read_to_string(&path).ok()?;
        Some((path.display().to_string(), source))
    };
    programs_in(&FOLDERS).into_iter().filter_map(read).collect()
}

fn options() -> RunOptions {
    RunOptions {
        max_instructions: 20_000_000,
        max_events: 100_000,
        ..RunOptions::default()
    }
}

/// What a page has in the end that asks for so many events at a time.
fn received(source: &str, at_a_time: u32) -> Log {
    let mut session = WorkerSession::default();
    session.receive(ToWorker::Load {
        run: 1,
        source: source.to_owned(),
        options: options(),
    });
    let mut log = Log::blank(Limits::default());
    loop {
        let budget = Budget {
            events: Some(log.len() as u32 + at_a_time),
            ..Budget::default()
        };
        let mut replies = session.receive(ToWorker::Advance { run: 1, budget });
        while session.is_busy() {
            replies.extend(session.step(20_000));
        }
        for reply in replies {
            if let Some(delta) = &reply.events {
                assert_eq!(log.apply_delta(&delta.to_bytes()), Ok(()));
            }
            match reply.message {
                ToPage::Finished { .. } => return log,
                ToPage::AwaitsInput { .. } => {
                    session.receive(ToWorker::Type { run: 1, line: None });
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_pieces_make_the_log() {
    let sources = sources();
    assert!(sources.len() > 150, "only {} programs", sources.len());
    for (name, source) in sources {
        let mut whole = Engine::new(&source, "main.py", &options());
        if !whole.problems().is_empty() {
            continue;
        }
        whole.finish();
        let expected = whole.log().encode_delta(Mark::START);
        for at_a_time in [40, u32::MAX / 2] {
            let arrived = received(&source, at_a_time).encode_delta(Mark::START);
            assert!(arrived == expected, "{name}, {at_a_time} at a time");
        }
    }
}
