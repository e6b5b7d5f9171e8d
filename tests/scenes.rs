//! What the page shows of a real program: what tasks wait for in the program's
//! own words, lines only for what the program does, and no housekeeping.

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::scene::Timeline;
use coroscope_trace::{EventIndex, Kind, Log};
use std::collections::BTreeSet;

/// Runs the gallery's program of three workers.
fn run() -> Engine {
    let source = std::fs::read_to_string("static/gallery/three-workers.py").unwrap_or_default();
    let options = RunOptions {
        record: true,
        lines: true,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(&source, "main.py", &options);
    engine.finish();
    engine
}

fn events_of(log: &Log, kind: Kind) -> impl Iterator<Item = &coroscope_trace::Event> {
    log.events_from(EventIndex(0))
        .map(|(_, event)| event)
        .filter(move |event| event.kind == kind)
}

#[test]
fn waits_are_told_in_the_words_of_the_program() {
    let engine = run();
    let log = engine.log();
    let words: BTreeSet<&str> = events_of(log, Kind::TaskSuspended)
        .map(|event| log.text(event.text_b()))
        .filter(|words| !words.is_empty())
        .collect();
    let expected = ["asyncio.sleep(delay)", "queue.get()", "queue.join()"];
    assert!(
        expected.iter().all(|words_of| words.contains(words_of)),
        "{words:?}"
    );
}

#[test]
fn what_the_loop_does_by_itself_stands_on_no_line() {
    let engine = run();
    let log = engine.log();
    let by_timer = events_of(log, Kind::FutureResolved).filter(|event| {
        log.event(event.cause)
            .is_some_and(|cause| cause.kind == Kind::HandleStarted)
    });
    let places: Vec<_> = by_timer.map(|event| event.place).collect();
    assert!(places.len() >= 8, "{places:?}");
    assert!(places.iter().all(|place| !place.is_some()), "{places:?}");
}

#[test]
fn queues_say_how_much_they_hold() {
    let engine = run();
    let log = engine.log();
    let sizes = |kind| {
        events_of(log, kind)
            .map(|event| event.b)
            .collect::<Vec<_>>()
    };
    assert_eq!(sizes(Kind::QueuePut), (1..=8).collect::<Vec<_>>());
    assert_eq!(sizes(Kind::QueueGot), (0..8).rev().collect::<Vec<_>>());
}

#[test]
fn a_step_goes_on_where_the_task_stood_and_housekeeping_has_no_lane() {
    let engine = run();
    let log = engine.log();
    let mut timeline = Timeline::new();
    timeline.follow(log);
    assert_eq!(timeline.lanes().all().len(), 4);
    let mut steps = 0;
    for (index, event) in log.events_from(EventIndex(0)) {
        if event.kind != Kind::StepStarted {
            continue;
        }
        let before = EventIndex(index.0 - 1);
        let stood = timeline
            .at(log, before)
            .tasks
            .get(event.subject)
            .map(|task| task.place);
        if let Some(stood) = stood {
            assert_eq!(timeline.at(log, index).place, stood);
            steps += 1;
        }
    }
    assert!(steps > 10);
}
