//! Prints what recording, folding and seeking cost on this machine:
//! `cargo run --release -p coroscope-trace --example measure`.

use std::time::Instant;

use coroscope_trace::scene::Timeline;
use coroscope_trace::sentence::describe_event;
use coroscope_trace::{
    Cause, EntityId, EventIndex, Kind, Language, Limits, Log, Mark, Place, export,
};

#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let count = 1_000_000;
    let mut log = Log::new(
        true,
        Limits {
            max_events: u32::MAX - 1,
            ..Limits::default()
        },
    );
    let start = Instant::now();
    for line in 0..count {
        let place = Place::new(0, line % 50 + 1);
        log.emit(
            Kind::LineReached,
            EntityId::MAIN,
            Cause::Current,
            place,
            0,
            0,
        );
    }
    report("emit", start, count);

    let log = support::random_log(1, 110_000);
    let events = log.len() as u32;
    println!(
        "a random log of {events} events, {} entities",
        log.entities().count()
    );

    let start = Instant::now();
    let mut timeline = Timeline::new();
    timeline.follow(&log);
    report("follow (scene, lanes, marks)", start, events);
    println!("tasks at the end: {}", timeline.tail().tasks.len());

    let mut dice = support::Dice::new(3);
    let seeks = 200;
    let mut worst = 0.0f64;
    let start = Instant::now();
    for _ in 0..seeks {
        let one = Instant::now();
        timeline.at(&log, EventIndex(dice.below(events)));
        worst = worst.max(one.elapsed().as_secs_f64());
    }
    let mean = start.elapsed().as_secs_f64() / f64::from(seeks);
    println!(
        "seek anywhere: mean {:.2} ms, worst {:.2} ms",
        mean * 1e3,
        worst * 1e3
    );

    let start = Instant::now();
    let steps = 20_000;
    for index in 0..steps {
        timeline.at(&log, EventIndex(events / 2 + index));
    }
    report("step forward", start, steps);

    let start = Instant::now();
    let told = 20_000;
    let letters: usize = (0..told)
        .map(|n| describe_event(&log, EventIndex(events / 2 + n), Language::English))
        .map(|sentence| sentence.to_string().len())
        .sum();
    report("sentence", start, told);
    println!("{letters} bytes of sentences");

    let start = Instant::now();
    let delta = log.encode_delta(Mark::START);
    report("encode delta", start, events);
    let start = Instant::now();
    let mut copy = Log::blank(Limits::default());
    let applied = copy.apply_delta(&delta);
    report("apply delta", start, events);
    println!("{} bytes, {applied:?}", delta.len());

    let start = Instant::now();
    let lines = export::json_lines(&log);
    report("JSON lines", start, events);
    println!("{} bytes", lines.len());
}

fn report(what: &str, start: Instant, count: u32) {
    let nanoseconds = start.elapsed().as_secs_f64() * 1e9 / f64::from(count);
    println!(
        "{what}: {nanoseconds:.0} ns each, {:.1} ms",
        nanoseconds * f64::from(count) / 1e6
    );
}
