//! Makes logs as an engine would: a small event loop that runs tasks doing
//! random things, by asyncio's rules.

mod dice;

use std::collections::VecDeque;

use coroscope_trace::{
    Cause, EntityId, EntityKind, EventIndex, Kind, Limits, Log, Place, Stream, TextId, flags,
};
pub(crate) use dice::Dice;

#[derive(Clone, Copy)]
struct Queued {
    handle: EntityId,
    task: EntityId,
    event: EventIndex,
}

struct Timer {
    timer: EntityId,
    future: EntityId,
    task: EntityId,
    deadline: u64,
    event: EventIndex,
}

struct Engine {
    log: Log,
    dice: Dice,
    now: u64,
    ready: VecDeque<Queued>,
    timers: Vec<Timer>,
    lock: EntityId,
    holder: Option<EntityId>,
    line: VecDeque<(EntityId, EntityId)>,
    queue: EntityId,
    items: Vec<TextId>,
    unfinished: Vec<EntityId>,
    made: u32,
}

/// A log of about `steps` steps of tasks.
pub(crate) fn random_log(seed: u64, steps: u32) -> Log {
    watched_log(seed, steps, |_| {})
}

/// The same; `watch` sees the growing log after every turn of the loop.
pub(crate) fn watched_log(seed: u64, steps: u32, mut watch: impl FnMut(&Log)) -> Log {
    let mut engine = Engine::new(seed);
    engine.run(steps, &mut watch);
    watch(&engine.log);
    engine.log
}

impl Engine {
    fn new(seed: u64) -> Engine {
        let mut log = Log::new(
            true,
            Limits {
                max_events: u32::MAX - 1,
                ..Limits::default()
            },
        );
        log.add_file("main.py", false);
        log.add_file("asyncio/locks.py", true);
        let main = EntityId::MAIN;
        let event_loop = log.new_entity(EntityKind::Loop, TextId::EMPTY, main);
        let lock = log.new_entity(EntityKind::Lock, TextId::EMPTY, main);
        let queue = log.new_entity(EntityKind::Queue, TextId::EMPTY, main);
        log.emit(
            Kind::LoopCreated,
            event_loop,
            Cause::Current,
            Place::NONE,
            0,
            0,
        );
        log.emit(
            Kind::PrimitiveCreated,
            lock,
            Cause::Current,
            Place::new(0, 3),
            0,
            0,
        );
        log.emit(
            Kind::PrimitiveCreated,
            queue,
            Cause::Current,
            Place::new(0, 4),
            0,
            0,
        );
        log.emit(
            Kind::LoopStarted,
            event_loop,
            Cause::Current,
            Place::NONE,
            u32::MAX,
            0,
        );
        let mut engine = Engine {
            log,
            dice: Dice::new(seed),
            now: 0,
            ready: VecDeque::new(),
            timers: Vec::new(),
            lock,
            holder: None,
            line: VecDeque::new(),
            queue,
            items: Vec::new(),
            unfinished: Vec::new(),
            made: 0,
        };
        engine.spawn(main);
        engine
    }

    fn place(&mut self) -> Place {
        Place::new(0, 1 + self.dice.below(30))
    }

    fn spawn(&mut self, parent: EntityId) {
        self.made += 1;
        let name = self.log.intern(&format!("Task-{}", self.made));
        let function = self.log.intern("worker");
        let coroutine = self.log.new_entity(EntityKind::Coroutine, function, parent);
        let task = self.log.new_entity(EntityKind::Task, name, parent);
        let place = self.place();
        self.log.emit(
            Kind::CoroutineCreated,
            coroutine,
            Cause::Current,
            place,
            0,
            0,
        );
        let created = self.log.emit(
            Kind::TaskCreated,
            task,
            Cause::Current,
            place,
            coroutine.0,
            0,
        );
        self.unfinished.push(task);
        self.make_ready(task, flags::HANDLE_STEP, created.into());
    }

    fn make_ready(&mut self, task: EntityId, flag: u8, cause: Cause) {
        let name = self.log.intern("Task.__step");
        let handle = self.log.new_entity(EntityKind::Handle, name, task);
        let event = self.log.emit_flagged(
            Kind::HandleReady,
            flag,
            handle,
            cause,
            Place::NONE,
            task.0,
            name.0,
        );
        self.ready.push_back(Queued {
            handle,
            task,
            event,
        });
    }

    fn wake(&mut self, task: EntityId, future: EntityId, cause: EventIndex) {
        let woken = self.log.emit(
            Kind::TaskWoken,
            task,
            cause.into(),
            Place::NONE,
            future.0,
            0,
        );
        self.make_ready(task, flags::HANDLE_WAKE, woken.into());
    }

    fn run(&mut self, steps: u32, watch: &mut dyn FnMut(&Log)) {
        let event_loop = EntityId(1);
        let mut turn = 0;
        let mut left = steps;
        while left > 0 {
            if self.ready.is_empty() && self.timers.is_empty() {
                if self.unfinished.is_empty() {
                    self.spawn(EntityId::MAIN);
                } else {
                    break;
                }
            }
            self.timers
                .sort_by_key(|timer| (timer.deadline, timer.timer));
            if self.ready.is_empty()
                && let Some(first) = self.timers.first()
                && first.deadline > self.now
            {
                let jump = first.deadline - self.now;
                self.now = first.deadline;
                self.log.set_time(self.now);
                let cause = first.event.into();
                self.log
                    .emit_wide(Kind::ClockAdvanced, event_loop, cause, Place::NONE, jump);
            }
            let due = self
                .timers
                .partition_point(|timer| timer.deadline <= self.now);
            let due: Vec<_> = self.timers.drain(..due).collect();
            let mut timers_ready = Vec::new();
            for timer in due {
                let cause = timer.event.into();
                let event = self
                    .log
                    .emit(Kind::TimerDue, timer.timer, cause, Place::NONE, 0, 0);
                let queued = Queued {
                    handle: timer.timer,
                    task: EntityId::NONE,
                    event,
                };
                self.ready.push_back(queued);
                timers_ready.push((timer.timer, timer.future, timer.task));
            }
            turn += 1;
            let planned = self.ready.len() as u32;
            self.log.emit(
                Kind::IterationStarted,
                event_loop,
                Cause::Current,
                Place::NONE,
                planned,
                turn,
            );
            for _ in 0..planned {
                let Some(queued) = self.ready.pop_front() else {
                    break;
                };
                let started = self.log.emit(
                    Kind::HandleStarted,
                    queued.handle,
                    queued.event.into(),
                    Place::NONE,
                    0,
                    0,
                );
                let before = self.log.set_current(started);
                if queued.task.is_some() {
                    self.step(queued.task);
                    left = left.saturating_sub(1);
                } else if let Some((_, future, task)) = timers_ready
                    .iter()
                    .find(|(timer, ..)| *timer == queued.handle)
                    .copied()
                {
                    let done = self.log.emit(
                        Kind::FutureResolved,
                        future,
                        Cause::Current,
                        Place::NONE,
                        0,
                        0,
                    );
                    self.wake(task, future, done);
                }
                self.log.emit(
                    Kind::HandleFinished,
                    queued.handle,
                    Cause::Current,
                    Place::NONE,
                    0,
                    0,
                );
                self.log.set_current(before);
            }
            self.log.emit(
                Kind::IterationEnded,
                event_loop,
                Cause::Current,
                Place::NONE,
                0,
                turn,
            );
            watch(&self.log);
        }
        self.log.emit(
            Kind::RunEnded,
            EntityId::MAIN,
            Cause::Current,
            Place::NONE,
            0,
            0,
        );
    }

    fn step(&mut self, task: EntityId) {
        let place = self.place();
        let started = self
            .log
            .emit(Kind::StepStarted, task, Cause::Current, Place::NONE, 0, 0);
        let before = self.log.set_current(started);
        self.log
            .emit(Kind::LineReached, task, Cause::Current, place, 0, 0);
        match self.dice.below(12) {
            0..=2 => self.sleep(task),
            3 | 4 => {
                let text = format!("line {}\n", self.made);
                self.log
                    .write_output(Stream::Stdout, text.as_bytes(), task, place);
                self.give_way(task);
            }
            5 | 6 => self.use_lock(task),
            7 => {
                let item = self.log.intern(&format!("'item {}'", self.items.len() % 5));
                self.items.push(item);
                let size = self.items.len() as u32;
                let queue = self.queue;
                self.log
                    .emit(Kind::QueuePut, queue, Cause::Current, place, item.0, size);
                self.give_way(task);
            }
            8 if !self.items.is_empty() => {
                let item = self.items.remove(0);
                let size = self.items.len() as u32;
                let queue = self.queue;
                self.log
                    .emit(Kind::QueueGot, queue, Cause::Current, place, item.0, size);
                self.give_way(task);
            }
            9 | 10 => {
                for _ in 0..=self.dice.below(3) {
                    self.spawn(task);
                }
                self.sleep(task);
            }
            _ => self.finish(task),
        }
        self.log.set_current(before);
    }

    fn give_way(&mut self, task: EntityId) {
        let place = self.place();
        let event = self.log.emit_flagged(
            Kind::TaskSuspended,
            flags::SUSPEND_YIELD,
            task,
            Cause::Current,
            place,
            u32::MAX,
            0,
        );
        self.make_ready(task, flags::HANDLE_STEP, event.into());
    }

    fn sleep(&mut self, task: EntityId) {
        let place = self.place();
        let deadline = self.now + u64::from(self.dice.below(5)) * 100_000_000;
        let future = self.log.new_entity(EntityKind::Future, TextId::EMPTY, task);
        self.log.emit(
            Kind::FutureCreated,
            future,
            Cause::Current,
            Place::NONE,
            0,
            0,
        );
        let timer = self
            .log
            .new_entity(EntityKind::Timer, TextId::EMPTY, future);
        let event =
            self.log
                .emit_wide(Kind::TimerSet, timer, Cause::Current, Place::NONE, deadline);
        self.timers.push(Timer {
            timer,
            future,
            task,
            deadline,
            event,
        });
        self.log
            .emit_wide(Kind::TaskSleeping, task, Cause::Current, place, deadline);
        self.suspend(task, future, place);
    }

    fn suspend(&mut self, task: EntityId, future: EntityId, place: Place) {
        let callback = self.log.intern("Task.task_wakeup");
        self.log.emit(
            Kind::CallbackAdded,
            future,
            Cause::Current,
            Place::NONE,
            callback.0,
            task.0,
        );
        self.log.emit(
            Kind::TaskSuspended,
            task,
            Cause::Current,
            place,
            future.0,
            0,
        );
        for (depth, function) in ["worker", "inner"].into_iter().enumerate() {
            let function = self.log.intern(function);
            self.log.emit(
                Kind::FrameSuspended,
                task,
                Cause::Current,
                place,
                function.0,
                depth as u32,
            );
        }
    }

    fn use_lock(&mut self, task: EntityId) {
        let place = self.place();
        let lock = self.lock;
        match self.holder {
            None => {
                self.holder = Some(task);
                self.log
                    .emit(Kind::Acquired, lock, Cause::Current, place, task.0, 0);
                self.give_way(task);
            }
            Some(holder) if holder == task => {
                self.release(task);
                self.give_way(task);
            }
            Some(_) => {
                let future = self.log.new_entity(EntityKind::Future, TextId::EMPTY, lock);
                self.log.emit(
                    Kind::FutureCreated,
                    future,
                    Cause::Current,
                    Place::NONE,
                    0,
                    0,
                );
                self.log.emit(
                    Kind::WaitBegan,
                    lock,
                    Cause::Current,
                    place,
                    task.0,
                    future.0,
                );
                self.line.push_back((task, future));
                self.suspend(task, future, place);
            }
        }
    }

    fn release(&mut self, task: EntityId) {
        let lock = self.lock;
        let released = self
            .log
            .emit(Kind::Released, lock, Cause::Current, Place::NONE, task.0, 0);
        self.holder = None;
        if let Some((next, future)) = self.line.pop_front() {
            self.holder = Some(next);
            let handed = self.log.emit(
                Kind::HandedOver,
                lock,
                released.into(),
                Place::NONE,
                next.0,
                future.0,
            );
            let done = self.log.emit(
                Kind::FutureResolved,
                future,
                handed.into(),
                Place::NONE,
                0,
                0,
            );
            self.wake(next, future, done);
            self.log
                .emit(Kind::Acquired, lock, handed.into(), Place::NONE, next.0, 0);
        }
    }

    fn finish(&mut self, task: EntityId) {
        if self.holder == Some(task) {
            self.release(task);
        }
        self.unfinished.retain(|other| *other != task);
        let place = self.place();
        let (kind, text) = match self.dice.below(4) {
            0 => (Kind::TaskRaised, "ValueError('no')"),
            1 => (Kind::TaskCancelled, ""),
            _ => (Kind::TaskReturned, "None"),
        };
        let text = self.log.intern(text);
        self.log.emit(kind, task, Cause::Current, place, text.0, 0);
    }
}
