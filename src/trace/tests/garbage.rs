//! A log that no engine would write still harms nobody: it is folded, told,
//! walked and exported without a panic.

#[path = "support/dice.rs"]
mod dice;

use coroscope_trace::scene::{Scene, Timeline};
use coroscope_trace::sentence::{describe_event, describe_task, describe_wait_cycle};
use coroscope_trace::why::Effects;
use coroscope_trace::{
    Cause, EntityId, EntityKind, EventIndex, Kind, Language, Limits, Log, Mark, Place, Stream,
    export,
};
use dice::Dice;

/// Numbers that are often entities or texts, sometimes nothing of the kind.
fn operand(dice: &mut Dice) -> u32 {
    match dice.below(20) {
        0 => u32::MAX,
        1 => dice.below(u32::MAX),
        _ => dice.below(40),
    }
}

fn nonsense(seed: u64) -> Log {
    let mut dice = Dice::new(seed);
    let mut log = Log::new(true, Limits::default());
    log.add_file("main.py", false);
    for number in 0..40 {
        let kind = EntityKind::ALL[dice.below(EntityKind::ALL.len() as u32) as usize];
        let name = log.intern(["", "a", "名", "{s}[", "b\u{7}"][dice.below(5) as usize]);
        let parent = EntityId(operand(&mut dice));
        log.new_entity(kind, name, parent);
        if number % 9 == 0 {
            log.write_output(
                Stream::Stdout,
                b"\xff\xfe{a}\n",
                EntityId::MAIN,
                Place::NONE,
            );
        }
    }
    for _ in 0..1500 {
        let kind = Kind::ALL[dice.below(Kind::ALL.len() as u32) as usize];
        let subject = EntityId(dice.below(41));
        let cause = EventIndex(dice.below(log.len() as u32));
        log.set_time(u64::from(operand(&mut dice)) << dice.below(33));
        let place = Place(operand(&mut dice));
        let (flag, a, b) = (dice.below(9) as u8, operand(&mut dice), operand(&mut dice));
        log.emit_flagged(kind, flag, subject, Cause::At(cause), place, a, b);
    }
    log
}

#[test]
fn nonsense_is_folded_like_sense() {
    for seed in 0..40 {
        let log = nonsense(seed);
        let mut copy = Log::blank(Limits::default());
        assert_eq!(copy.apply_delta(&log.encode_delta(Mark::START)), Ok(()));
        let mut timeline = Timeline::new();
        timeline.follow(&copy);
        let mut scene = Scene::default();
        while (scene.applied as usize) < log.len() {
            scene.apply_next(&log);
        }
        assert_eq!(&scene, timeline.tail());
        let lanes = timeline.lanes();
        assert_eq!(lanes.in_tree_order().len(), lanes.all().len());
    }
}

#[test]
fn nonsense_can_be_told_walked_and_exported() {
    for seed in 0..20 {
        let log = nonsense(seed);
        let mut scene = Scene::default();
        let mut effects = Effects::default();
        effects.follow(&log);
        for (index, event) in log.events_from(EventIndex(0)) {
            scene.apply_next(&log);
            let (before, after) = scene.event_loop.ready_by_turn();
            assert_eq!(before.count() + after.count(), scene.event_loop.ready.len());
            for language in [Language::English, Language::Chinese] {
                let told = describe_event(&log, index, language).to_string();
                assert!(!told.is_empty());
                describe_task(&log, &scene, event.subject, language);
                describe_wait_cycle(&log, &scene, language);
            }
            assert!(log.causes(index).count() <= index.to_usize());
            assert!(effects.of(index).all(|effect| effect > index));
        }
        let mut timeline = Timeline::new();
        timeline.follow(&log);
        for axis in [export::Axis::Time, export::Axis::Events] {
            let trace = export::chrome_trace(&log, &timeline, axis);
            assert!(serde_json::from_str::<serde_json::Value>(&trace).is_ok());
        }
        for line in export::json_lines(&log).lines() {
            assert!(
                serde_json::from_str::<serde_json::Value>(line).is_ok(),
                "{line}"
            );
        }
    }
}
