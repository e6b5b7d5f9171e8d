//! Who waits for whom, and circles of it.

use coroscope_trace::scene::Scene;
use coroscope_trace::scene::graph::record_deadlock;
use coroscope_trace::sentence::{describe_event, describe_task, describe_wait_cycle};
use coroscope_trace::{
    Cause, EntityId, EntityKind, EventIndex, Kind, Language, Limits, Log, Place, TextId, flags,
};

struct Story {
    log: Log,
}

impl Story {
    fn new() -> Story {
        Story {
            log: Log::new(true, Limits::default()),
        }
    }

    fn tell(&mut self, kind: Kind, subject: EntityId, a: EntityId, b: EntityId) -> EventIndex {
        self.log
            .emit(kind, subject, Cause::Current, Place::NONE, a.0, b.0)
    }

    fn task(&mut self, name: &str) -> EntityId {
        let name = self.log.intern(name);
        let task = self.log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        self.tell(Kind::TaskCreated, task, EntityId::NONE, EntityId(0));
        self.tell(Kind::StepStarted, task, EntityId(0), EntityId(0));
        task
    }

    fn lock(&mut self) -> EntityId {
        let lock = self
            .log
            .new_entity(EntityKind::Lock, TextId::EMPTY, EntityId::MAIN);
        self.tell(Kind::PrimitiveCreated, lock, EntityId(0), EntityId(0));
        lock
    }

    fn wait_for_task(&mut self, task: EntityId, other: EntityId) {
        self.tell(Kind::TaskSuspended, task, other, EntityId(0));
    }

    fn wait_for_lock(&mut self, task: EntityId, lock: EntityId) {
        let future = self
            .log
            .new_entity(EntityKind::Future, TextId::EMPTY, EntityId::NONE);
        self.tell(Kind::FutureCreated, future, EntityId(0), EntityId(0));
        self.tell(Kind::WaitBegan, lock, task, future);
        self.tell(Kind::TaskSuspended, task, future, EntityId(0));
    }

    fn scene(&self) -> Scene {
        let mut scene = Scene::default();
        while (scene.applied as usize) < self.log.len() {
            scene.apply_next(&self.log);
        }
        scene
    }
}

#[test]
fn tasks_in_a_row_are_no_circle() {
    let mut story = Story::new();
    let tasks = ["a", "b", "c", "d"].map(|name| story.task(name));
    for pair in tasks.windows(2) {
        story.wait_for_task(pair[0], pair[1]);
    }
    let scene = story.scene();
    assert_eq!(scene.waits().len(), 3);
    assert_eq!(scene.wait_cycle(), None);
    assert_eq!(
        describe_wait_cycle(&story.log, &scene, Language::English),
        None
    );
}

#[test]
fn a_circle_is_found_behind_a_tail_that_leads_into_it() {
    let mut story = Story::new();
    let [tail, a, b, c] = ["tail", "a", "b", "c"].map(|name| story.task(name));
    story.wait_for_task(tail, b);
    story.wait_for_task(b, c);
    story.wait_for_task(c, a);
    story.wait_for_task(a, b);
    assert_eq!(story.scene().wait_cycle(), Some(vec![a, b, c]));
}

#[test]
fn two_locks_taken_in_opposite_order_are_told_as_a_deadlock() {
    let mut story = Story::new();
    let event_loop = story
        .log
        .new_entity(EntityKind::Loop, TextId::EMPTY, EntityId::MAIN);
    let (first, second) = (story.lock(), story.lock());
    let (a, b) = (story.task("alice"), story.task("bob"));
    let idle = story.task("idle");
    story.tell(Kind::Acquired, first, a, EntityId(0));
    story.tell(Kind::Acquired, second, b, EntityId(0));
    story.wait_for_lock(a, second);
    story.wait_for_lock(b, first);
    story.wait_for_task(idle, a);

    let scene = story.scene();
    assert_eq!(scene.wait_cycle(), Some(vec![a, b]));
    let told =
        |language| describe_wait_cycle(&story.log, &scene, language).map(|told| told.to_string());
    let english = "alice waits for lock 2, held by bob; bob waits for lock 1, held by alice: \
                   a circle, in which nobody can ever go on.";
    let chinese =
        "alice 等待锁 2，其持有者是 bob；bob 等待锁 1，其持有者是 alice：形成了环，谁也无法继续。";
    assert_eq!(told(Language::English).as_deref(), Some(english));
    assert_eq!(told(Language::Chinese).as_deref(), Some(chinese));
    let state = describe_task(&story.log, &scene, a, Language::English);
    assert_eq!(state.to_string(), "alice waits for lock 2, held by bob.");

    let found = record_deadlock(&mut story.log, event_loop);
    let events: Vec<_> = story
        .log
        .events_from(found)
        .map(|(_, event)| *event)
        .collect();
    assert_eq!(
        events.first().map(|event| (event.kind, event.a)),
        Some((Kind::DeadlockFound, 3))
    );
    let members: Vec<_> = events
        .iter()
        .skip(1)
        .map(|event| (event.subject, event.a, event.b, event.flags))
        .collect();
    let circle = flags::DEADLOCK_IN_CYCLE;
    let expected = [
        (a, second.0, b.0, circle),
        (b, first.0, a.0, circle),
        (idle, a.0, a.0, 0),
    ];
    assert_eq!(members, expected);
    let sentence = describe_event(&story.log, found, Language::English).to_string();
    let start = "Deadlock: nothing is ready, no timer is set, and 3 tasks wait for ever";
    assert!(sentence.starts_with(start), "{sentence}");
}
