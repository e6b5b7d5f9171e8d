//! What single kinds of events do to the scene.

use coroscope_trace::scene::{FutureState, GeneratorState, Scene, TaskState};
use coroscope_trace::{
    Cause, EntityId, EntityKind, EventIndex, Kind, Limits, Log, Place, TextId, flags,
};

/// A log and its scene, kept in step.
struct Stage {
    log: Log,
    scene: Scene,
}

impl Stage {
    fn new() -> Stage {
        let log = Log::new(true, Limits::default());
        Stage {
            log,
            scene: Scene::default(),
        }
    }

    fn entity(&mut self, kind: EntityKind, parent: EntityId) -> EntityId {
        self.log.new_entity(kind, TextId::EMPTY, parent)
    }

    fn made(&mut self, made: Kind, kind: EntityKind, a: u32) -> EntityId {
        let id = self.entity(kind, EntityId::MAIN);
        self.tell(made, id, a, 0);
        id
    }

    fn tell(&mut self, kind: Kind, subject: EntityId, a: u32, b: u32) -> EventIndex {
        self.tell_flagged(kind, 0, subject, a, b)
    }

    fn tell_flagged(
        &mut self,
        kind: Kind,
        flag: u8,
        subject: EntityId,
        a: u32,
        b: u32,
    ) -> EventIndex {
        let cause = Cause::Current;
        let event = self
            .log
            .emit_flagged(kind, flag, subject, cause, Place::NONE, a, b);
        while (self.scene.applied as usize) < self.log.len() {
            self.scene.apply_next(&self.log);
        }
        event
    }

    fn state(&self, task: EntityId) -> Option<TaskState> {
        self.scene.tasks.get(task).map(|task| task.state)
    }

    fn waiters(&self, primitive: EntityId) -> Vec<EntityId> {
        let primitive = self.scene.primitives.get(primitive);
        primitive.map_or(Vec::new(), |p| {
            p.waiters.iter().map(|waiter| waiter.task).collect()
        })
    }

    fn items(&self, queue: EntityId) -> Vec<&str> {
        let queue = self.scene.primitives.get(queue);
        queue.map_or(Vec::new(), |q| {
            q.items.iter().map(|item| self.log.text(*item)).collect()
        })
    }
}

const NOBODY: u32 = EntityId::NONE.0;

#[test]
fn handles_that_come_late_wait_behind_the_boundary() {
    let mut stage = Stage::new();
    let event_loop = stage.made(Kind::LoopCreated, EntityKind::Loop, 0);
    let handles = [0; 4].map(|_| stage.entity(EntityKind::Handle, EntityId::NONE));
    let [first, second, cancelled, late] = handles;
    for handle in [first, second, cancelled] {
        stage.tell(Kind::HandleReady, handle, NOBODY, 0);
    }
    stage.tell(Kind::IterationStarted, event_loop, 3, 1);
    stage.tell(Kind::HandleStarted, first, 0, 0);
    stage.tell(Kind::HandleReady, late, NOBODY, 0);
    stage.tell(Kind::HandleCancelled, cancelled, 0, 0);

    let state = &stage.scene.event_loop;
    let (this_turn, next_turn) = state.ready_by_turn();
    let this_turn: Vec<_> = this_turn
        .map(|ready| (ready.handle, ready.is_cancelled))
        .collect();
    assert_eq!(this_turn, [(second, false), (cancelled, true)]);
    assert_eq!(
        next_turn.map(|ready| ready.handle).collect::<Vec<_>>(),
        [late]
    );
    assert_eq!(state.running.map(|running| running.handle), Some(first));

    stage.tell(Kind::HandleFinished, first, 0, 0);
    stage.tell(Kind::HandleStarted, second, 0, 0);
    stage.tell(Kind::HandleSkipped, cancelled, 0, 0);
    let state = &stage.scene.event_loop;
    assert_eq!((state.left, state.ready.len()), (0, 1));
}

#[test]
fn equal_deadlines_stay_in_order_of_creation() {
    let mut stage = Stage::new();
    let timers = [0; 4].map(|_| stage.entity(EntityKind::Timer, EntityId::NONE));
    let [a, b, c, d] = timers;
    for (timer, deadline) in [(a, 20), (c, 10), (b, 10), (d, 5)] {
        stage.tell(Kind::TimerSet, timer, deadline, 0);
    }
    let order = |stage: &Stage| {
        stage
            .scene
            .event_loop
            .timers
            .iter()
            .map(|timer| timer.timer)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&stage), [d, b, c, a]);
    stage.tell(Kind::TimerCancelled, c, 0, 0);
    stage.tell(Kind::TimerDue, d, 0, 0);
    assert_eq!(order(&stage), [b, a]);
    assert_eq!(
        stage
            .scene
            .event_loop
            .ready
            .front()
            .map(|ready| ready.handle),
        Some(d)
    );
}

#[test]
fn an_eager_task_runs_inside_its_creator() {
    let mut stage = Stage::new();
    let outer = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    stage.tell(Kind::StepStarted, outer, 0, 0);
    let eager = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    stage.tell_flagged(Kind::StepStarted, flags::STEP_EAGER, eager, 0, 0);
    assert_eq!(stage.scene.running_tasks, [outer, eager]);
    let result = stage.log.intern("1").0;
    stage.tell(Kind::TaskReturned, eager, result, 0);
    assert_eq!(stage.scene.running_task(), Some(outer));
    assert_eq!(
        stage.state(eager),
        Some(TaskState::Returned {
            result: TextId(result)
        })
    );
}

#[test]
fn a_sleep_is_no_wait_and_a_yield_is_neither() {
    let mut stage = Stage::new();
    let task = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    let future = stage.made(Kind::FutureCreated, EntityKind::Future, 0);
    stage.tell(Kind::StepStarted, task, 0, 0);
    stage.tell(Kind::TaskSleeping, task, 500, 0);
    stage.tell(Kind::TaskSuspended, task, future.0, 0);
    assert_eq!(stage.state(task), Some(TaskState::Sleeping { until: 500 }));
    stage.tell(Kind::TaskWoken, task, future.0, 0);
    stage.tell(Kind::StepStarted, task, 0, 0);
    stage.tell(Kind::TaskSuspended, task, future.0, 0);
    assert_eq!(stage.state(task), Some(TaskState::Waiting { on: future }));
    stage.tell(Kind::StepStarted, task, 0, 0);
    stage.tell_flagged(Kind::TaskSuspended, flags::SUSPEND_YIELD, task, NOBODY, 0);
    assert_eq!(stage.state(task), Some(TaskState::Ready));
}

#[test]
fn cancellation_is_pending_until_it_is_delivered_or_taken_back() {
    let mut stage = Stage::new();
    let task = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    let pending = |stage: &Stage| stage.scene.tasks.get(task).map(|task| task.cancels_pending);
    let request = stage.tell(Kind::CancelRequested, task, 0, 0);
    stage.tell_flagged(Kind::CancelRequested, flags::CANCEL_TOO_LATE, task, 0, 0);
    assert_eq!(pending(&stage), Some(1));
    assert_eq!(
        stage.scene.tasks.get(task).map(|task| task.cancel_event),
        Some(request)
    );
    stage.tell(Kind::CancelRequested, task, 0, 0);
    stage.tell(Kind::CancelDelivered, task, 0, 0);
    assert_eq!(pending(&stage), Some(1));
    stage.tell(Kind::Uncancelled, task, 0, 0);
    assert_eq!(pending(&stage), Some(0));
}

#[test]
fn callbacks_stand_in_order_until_they_are_scheduled_or_removed() {
    let mut stage = Stage::new();
    let future = stage.made(Kind::FutureCreated, EntityKind::Future, 0);
    let [one, two, three] = ["one", "two", "three"].map(|name| stage.log.intern(name).0);
    for callback in [one, two, three] {
        stage.tell(Kind::CallbackAdded, future, callback, NOBODY);
    }
    stage.tell(Kind::CallbackRemoved, future, two, NOBODY);
    let result = stage.log.intern("42");
    stage.tell(Kind::FutureResolved, future, result.0, 0);
    stage.tell(Kind::CallbackScheduled, future, one, NOBODY);
    let info = stage.scene.futures.get(future);
    assert_eq!(
        info.map(|info| info.state),
        Some(FutureState::Resolved { result })
    );
    let left: Vec<_> = info.map_or(Vec::new(), |info| {
        info.callbacks.iter().map(|c| c.text.0).collect()
    });
    assert_eq!(left, [three]);
}

#[test]
fn a_library_s_future_goes_two_turns_after_it_is_done_and_the_program_s_stays() {
    let mut stage = Stage::new();
    let event_loop = stage.made(Kind::LoopCreated, EntityKind::Loop, 0);
    let task = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    let slept = stage.entity(EntityKind::Future, task);
    let own = stage.entity(EntityKind::Future, EntityId::NONE);
    stage.tell(Kind::IterationStarted, event_loop, 0, 1);
    for future in [slept, own] {
        stage.tell(Kind::FutureCreated, future, 0, 0);
        stage.tell(Kind::FutureResolved, future, 0, 0);
    }
    stage.tell(Kind::IterationStarted, event_loop, 0, 2);
    assert!(stage.scene.futures.contains(slept));
    stage.tell(Kind::IterationStarted, event_loop, 0, 3);
    assert!(!stage.scene.futures.contains(slept));
    assert!(stage.scene.futures.contains(own));
}

#[test]
fn a_semaphore_counts_and_keeps_its_line() {
    let mut stage = Stage::new();
    let semaphore = stage.made(Kind::PrimitiveCreated, EntityKind::Semaphore, 2);
    let tasks = [0; 4].map(|_| stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY));
    let [a, b, c, d] = tasks;
    stage.tell(Kind::Acquired, semaphore, a.0, 1);
    stage.tell(Kind::Acquired, semaphore, b.0, 0);
    for waiter in [c, d] {
        let future = stage.made(Kind::FutureCreated, EntityKind::Future, 0);
        stage.tell(Kind::WaitBegan, semaphore, waiter.0, future.0);
    }
    assert_eq!(stage.waiters(semaphore), [c, d]);
    stage.tell(Kind::Released, semaphore, a.0, 1);
    stage.tell(Kind::HandedOver, semaphore, c.0, NOBODY);
    let chosen = |stage: &Stage| {
        let info = stage.scene.primitives.get(semaphore);
        info.and_then(|info| info.waiters.front().map(|waiter| waiter.is_chosen))
    };
    assert_eq!(chosen(&stage), Some(true));
    stage.tell(Kind::Acquired, semaphore, c.0, 0);
    stage.tell_flagged(Kind::WaitEnded, flags::OUTCOME_CANCELLED, semaphore, d.0, 0);
    let info = stage.scene.primitives.get(semaphore);
    assert_eq!(
        info.map(|info| (info.holders.clone(), info.value)),
        Some((vec![b, c], 0))
    );
    assert!(stage.waiters(semaphore).is_empty());
}

#[test]
fn queues_give_back_what_their_kind_says() {
    let mut stage = Stage::new();
    let [x, y] = ["'x'", "'y'"].map(|item| stage.log.intern(item).0);
    let fifo = stage.made(Kind::PrimitiveCreated, EntityKind::Queue, 0);
    let lifo = stage.made(Kind::PrimitiveCreated, EntityKind::LifoQueue, 0);
    for queue in [fifo, lifo] {
        for (size, item) in [(1, x), (2, y), (3, x)] {
            stage.tell(Kind::QueuePut, queue, item, size);
        }
        stage.tell(Kind::QueueGot, queue, x, 2);
    }
    assert_eq!(stage.items(fifo), ["'y'", "'x'"]);
    assert_eq!(stage.items(lifo), ["'x'", "'y'"]);
    stage.tell(Kind::QueueTaskDone, fifo, 2, 0);
    let unfinished = |queue| {
        stage
            .scene
            .primitives
            .get(queue)
            .map(|queue| queue.unfinished)
    };
    assert_eq!((unfinished(fifo), unfinished(lifo)), (Some(2), Some(3)));
}

#[test]
fn generators_delegate_and_the_last_finished_ones_stay() {
    let mut stage = Stage::new();
    let outer = stage.made(Kind::GeneratorCreated, EntityKind::Generator, 0);
    let inner = stage.made(Kind::GeneratorCreated, EntityKind::Generator, 0);
    stage.tell(Kind::GeneratorResumed, outer, 0, 0);
    stage.tell(Kind::DelegationBegan, outer, inner.0, 0);
    let value = stage.log.intern("7");
    stage.tell(Kind::GeneratorYielded, outer, value.0, 0);
    let info = stage.scene.generators.get(outer);
    assert_eq!(
        info.map(|info| (info.state, info.delegates_to, info.last_out)),
        Some((GeneratorState::Suspended, inner, value))
    );
    stage.tell(Kind::GeneratorReturned, inner, 0, 0);
    for _ in 0..100 {
        let short = stage.made(Kind::GeneratorCreated, EntityKind::Generator, 0);
        stage.tell(Kind::GeneratorClosed, short, 0, 0);
    }
    assert!(!stage.scene.generators.contains(inner), "long finished");
    assert!(stage.scene.generators.contains(outer), "still suspended");
    assert!(stage.scene.generators.len() < 50);
}

#[test]
fn scopes_are_there_while_they_are_open() {
    let mut stage = Stage::new();
    let task = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    let group = stage.entity(EntityKind::TaskGroup, task);
    stage.tell(Kind::ScopeEntered, group, task.0, 0);
    let member = stage.made(Kind::TaskCreated, EntityKind::Task, NOBODY);
    stage.tell(Kind::ScopeMemberAdded, group, member.0, 0);
    stage.tell(Kind::ScopeDeadlineSet, group, 9, 1);
    stage.tell(Kind::ScopeCancelled, group, 0, 0);
    let info = stage.scene.scopes.get(group);
    let expected = (vec![member], Some(9 + (1 << 32)), true);
    assert_eq!(
        info.map(|info| (info.members.clone(), info.deadline, info.is_cancelled)),
        Some(expected)
    );
    stage.tell(Kind::ScopeLeft, group, 0, 0);
    assert!(stage.scene.scopes.is_empty());
}

#[test]
fn coroutines_do_not_pile_up() {
    let mut stage = Stage::new();
    for _ in 0..2000 {
        let coroutine = stage.entity(EntityKind::Coroutine, EntityId::NONE);
        stage.tell(Kind::CoroutineCreated, coroutine, 0, 0);
    }
    assert!(stage.scene.generators.len() < 1000);
    let newest = stage.entity(EntityKind::Coroutine, EntityId::NONE);
    stage.tell(Kind::CoroutineCreated, newest, 0, 0);
    assert!(stage.scene.generators.contains(newest));
}
