//! The scene at a cursor is a function of (log, cursor), however one gets there.

mod support;

use coroscope_trace::scene::{Phase, Scene, TaskState, Timeline};
use coroscope_trace::{EntityId, EventIndex, Kind, Limits, Log, Mark};
use support::{Dice, random_log, watched_log};

/// The plain fold: from the empty scene, event by event.
fn fold(log: &Log, events: u32) -> Scene {
    let mut scene = Scene::default();
    while scene.applied < events {
        scene.apply_next(log);
    }
    scene
}

#[test]
fn seeking_anywhere_equals_folding_from_the_start() {
    for seed in 0..12 {
        let log = random_log(seed, 4000);
        assert!(log.len() > 20_000, "long enough for snapshots");
        let mut timeline = Timeline::new();
        timeline.follow(&log);
        let mut dice = Dice::new(seed + 100);
        for _ in 0..12 {
            let cursor = dice.below(log.len() as u32);
            let expected = fold(&log, cursor + 1);
            assert_eq!(
                timeline.at(&log, EventIndex(cursor)),
                &expected,
                "seed {seed} at {cursor}"
            );
            assert_eq!(timeline.scene().cursor(), EventIndex(cursor));
        }
        let end = log.len() as u32;
        assert_eq!(timeline.at(&log, EventIndex(end + 7)), &fold(&log, end));
        assert_eq!(timeline.at(&log, EventIndex::NONE), &Scene::default());
    }
}

#[test]
fn following_a_log_that_arrives_in_pieces_equals_following_it_whole() {
    let mut arrived = Log::blank(Limits::default());
    let mut pieces = Timeline::new();
    let mut sent = Mark::START;
    let mut deliveries = 0;
    let log = watched_log(7, 6000, |log| {
        assert_eq!(arrived.apply_delta(&log.encode_delta(sent)), Ok(()));
        sent = log.mark();
        pieces.follow(&arrived);
        deliveries += 1;
    });
    assert!(deliveries > 100);
    assert!(log.len() > 20_000, "long enough for snapshots");
    let mut whole = Timeline::new();
    whole.follow(&log);

    assert_eq!(pieces.tail(), whole.tail());
    assert_eq!(pieces.lanes(), whole.lanes());
}

#[test]
fn the_scene_keeps_the_loop_s_rules() {
    for seed in 20..26 {
        let log = random_log(seed, 3000);
        let mut scene = Scene::default();
        for (index, event) in log.events_from(EventIndex(0)) {
            scene.apply_next(&log);
            let state = &scene.event_loop;
            assert!(
                state.left as usize <= state.ready.len(),
                "boundary in queue at {index:?}"
            );
            assert!(state.left <= state.planned);
            assert!(
                state
                    .timers
                    .iter()
                    .is_sorted_by_key(|t| (t.deadline, t.timer))
            );
            assert!(scene.running_tasks.len() <= 1);
            match event.kind {
                Kind::IterationStarted => {
                    assert_eq!(state.ready.len(), event.a as usize);
                    assert_eq!(state.phase, Phase::RunningHandles);
                }
                Kind::HandleStarted => {
                    assert_eq!(
                        state.running.map(|running| running.handle),
                        Some(event.subject)
                    );
                }
                Kind::IterationEnded => assert_eq!(state.left, 0),
                Kind::StepStarted => assert_eq!(scene.running_task(), Some(event.subject)),
                _ => {}
            }
            for (_, task) in scene.tasks.iter() {
                if let TaskState::Sleeping { until } = task.state {
                    assert!(until >= scene.time);
                }
            }
            if index.0 > 1500 {
                break;
            }
        }
    }
}

#[test]
fn every_event_but_the_first_has_an_earlier_cause() {
    for seed in 30..36 {
        let log = random_log(seed, 2000);
        for (index, event) in log.events_from(EventIndex(0)) {
            if index.0 == 0 {
                assert_eq!(event.cause, EventIndex::NONE);
            } else {
                assert!(event.cause < index);
            }
        }
    }
}

#[test]
fn lanes_say_what_the_scene_says() {
    let log = random_log(3, 3000);
    let mut timeline = Timeline::new();
    timeline.follow(&log);
    let lanes = timeline.lanes().clone();
    assert_eq!(lanes.in_tree_order().len(), lanes.all().len());
    let mut dice = Dice::new(5);
    for _ in 0..60 {
        let cursor = EventIndex(dice.below(log.len() as u32));
        let scene = timeline.at(&log, cursor);
        for lane in lanes.all() {
            let state = scene.tasks.get(lane.task).map(|task| task.state);
            assert_eq!(lane.segment_at(cursor).map(|segment| segment.state), state);
        }
    }
    for lane in lanes.all() {
        for pair in lane.segments.windows(2) {
            assert_eq!(
                (pair[0].to, pair[0].to_time),
                (pair[1].from, pair[1].from_time)
            );
        }
        let all = lane.segments_between(EventIndex(0), EventIndex(log.len() as u32));
        assert_eq!(all, lane.segments);
        assert_eq!(lane.segments_during(0, u64::MAX), lane.segments);
    }
}

#[test]
fn a_task_in_line_waits_for_the_holder() {
    let log = random_log(11, 3000);
    let mut scene = Scene::default();
    let mut seen = 0;
    while (scene.applied as usize) < log.len() {
        scene.apply_next(&log);
        let Some((_, lock)) = scene.primitives.iter().next() else {
            continue;
        };
        for waiter in &lock.waiters {
            let suspended = scene
                .tasks
                .get(waiter.task)
                .is_some_and(|task| matches!(task.state, TaskState::Waiting { .. }));
            if suspended && let Some(holder) = lock.holders.first() {
                let waits = scene.waits_of(waiter.task);
                assert_eq!(waits.first().map(|wait| wait.needs), Some(*holder));
                seen += 1;
            }
        }
        if seen > 200 {
            break;
        }
    }
    assert!(seen > 50, "the log must contain waiting: {seen}");
    assert_eq!(scene.waits_of(EntityId::NONE), []);
}
