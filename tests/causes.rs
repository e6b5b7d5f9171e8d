//! What the event log of a run must keep to, whatever the program: causes come
//! before their consequences, wake-ups name what woke, and nothing that a
//! program sees depends on whether it is recorded.

#[path = "runner/files.rs"]
mod files;

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::{Event, EventIndex, Kind, Log, Stream, flags};
use files::programs_in;
use std::fs;

const FOLDERS: [&str; 12] = [
    "tests/conformance",
    "tests/programs/asyncio",
    "tests/programs/asyncio-cancel",
    "tests/programs/asyncio-groups",
    "tests/programs/asyncio-timeouts",
    "tests/programs/asyncio-futures",
    "tests/programs/asyncio-sync",
    "tests/programs/asyncio-gather",
    "tests/programs/asyncio-queues",
    "tests/programs/asyncio-own",
    "tests/programs/asyncio-patterns",
    "tests/programs/asyncio-tasks",
];

fn programs() -> Vec<(String, String)> {
    programs_in(&FOLDERS)
        .into_iter()
        .filter_map(|path| {
            let source = fs::read_to_string(&path).ok()?;
            let name = path.display().to_string();
            source.contains("asyncio").then_some((name, source))
        })
        .collect()
}

fn run(name: &str, source: &str, record: bool) -> Engine {
    let options = RunOptions {
        record,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(source, name, &options);
    engine.finish();
    engine
}

fn cause_of<'a>(log: &'a Log, event: &Event) -> Option<&'a Event> {
    log.event(event.cause)
}

/// Kinds that may be the cause of an event, where the log's rules name them.
fn allowed_causes(event: &Event) -> Option<&'static [Kind]> {
    Some(match event.kind {
        Kind::HandleStarted => &[Kind::HandleReady, Kind::TimerDue],
        Kind::HandleFinished => &[Kind::HandleStarted],
        Kind::HandleSkipped => &[Kind::HandleReady, Kind::TimerDue],
        Kind::TimerDue | Kind::ClockAdvanced => &[Kind::TimerSet],
        Kind::TaskWoken | Kind::CallbackScheduled => &[
            Kind::FutureResolved,
            Kind::FutureFailed,
            Kind::FutureCancelled,
            Kind::TaskReturned,
            Kind::TaskRaised,
            Kind::TaskCancelled,
        ],
        Kind::HandleReady => match event.flags {
            flags::HANDLE_WAKE => &[Kind::TaskWoken],
            flags::HANDLE_DONE_CALLBACK => &[Kind::CallbackScheduled],
            _ => return None,
        },
        Kind::CancelSwallowed => &[Kind::CancelDelivered],
        _ => return None,
    })
}

#[test]
fn every_event_has_an_earlier_cause_of_the_right_kind() {
    let programs = programs();
    assert!(programs.len() > 20);
    let mut seen = 0;
    for (name, source) in programs {
        let engine = run(&name, &source, true);
        let log = engine.log();
        for (index, event) in log.events_from(EventIndex(0)) {
            if index.0 == 0 {
                continue;
            }
            assert!(
                event.cause.is_some() && event.cause < index,
                "{name}: event {} ({:?}) has the cause {:?}",
                index.0,
                event.kind,
                event.cause
            );
            let Some(allowed) = allowed_causes(event) else {
                continue;
            };
            seen += 1;
            let cause = cause_of(log, event).map(|cause| cause.kind);
            assert!(
                cause.is_some_and(|cause| allowed.contains(&cause)),
                "{name}: event {} ({:?}) is caused by {cause:?}",
                index.0,
                event.kind
            );
        }
    }
    assert!(seen > 1000, "only {seen} causes were looked at");
}

#[test]
fn recording_changes_nothing_that_a_program_sees() {
    for (name, source) in programs() {
        let recorded = run(&name, &source, true);
        let plain = run(&name, &source, false);
        for stream in [Stream::Stdout, Stream::Stderr] {
            let [recorded, plain] =
                [&recorded, &plain].map(|run| without_addresses(&run.output(stream)));
            assert_eq!(recorded, plain, "{name}");
        }
    }
}

/// What runs in Rust while nothing is recorded makes fewer objects, so those
/// that a program sees lie elsewhere.
fn without_addresses(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_hexdigit();
    let parts = text
        .split(" at 0x")
        .map(|part| part.trim_start_matches(is_digit));
    parts.collect::<Vec<_>>().join(" at ")
}

#[test]
fn a_deadlock_names_who_waits_for_whom() {
    let source = "\
import asyncio
async def one(a, b):
    async with a:
        await asyncio.sleep(1)
        async with b:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), one(b, a))
asyncio.run(main())
";
    let engine = run("deadlock.py", source, true);
    let log = engine.log();
    let members: Vec<&Event> = log
        .events_from(EventIndex(0))
        .map(|(_, event)| event)
        .filter(|event| event.kind == Kind::DeadlockMember)
        .collect();
    assert_eq!(members.len(), 3);
    let circle = members
        .iter()
        .filter(|event| event.flags == flags::DEADLOCK_IN_CYCLE);
    assert_eq!(circle.count(), 2);
    let message = engine.output(Stream::Stderr);
    assert!(message.contains("Task-2 (one() running at deadlock.py:5) waits for Lock"));
}
