//! How each event changes the scene.

use crate::entity::{EntityId, EntityKind};
use crate::event::{Event, EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::Log;
use crate::scene::{
    Callback, Ending, FrameInfo, FutureInfo, FutureState, GeneratorInfo, GeneratorState, Phase,
    PrimitiveInfo, ReadyHandle, Scene, ScopeInfo, Table, TaskInfo, TaskState, TimerInfo, Waiter,
};
use crate::text::TextId;

/// Finished generators that stay in the scene.
const KEPT_GENERATORS: usize = 32;

/// Coroutines that stay in the scene. The log tells how each begins, and of
/// those that tasks drive nothing more: without a limit they would pile up.
const KEPT_COROUTINES: usize = 512;

impl Scene {
    /// Applies the next event of the log. Returns the task whose state it
    /// changed, if it did. Does nothing at the end of the log.
    pub fn apply_next(&mut self, log: &Log) -> Option<EntityId> {
        let index = EventIndex(self.applied);
        let event = log.event(index)?;
        self.applied += 1;
        self.apply(log, index, event)
    }

    fn apply(&mut self, log: &Log, index: EventIndex, event: &Event) -> Option<EntityId> {
        self.time = event.time;
        if event.place.is_some() && event.kind != Kind::FrameSuspended {
            self.place = event.place;
        }
        match event.kind {
            Kind::LoopCreated
            | Kind::LoopStarted
            | Kind::IterationStarted
            | Kind::IterationEnded
            | Kind::ClockAdvanced
            | Kind::LoopStopped
            | Kind::LoopClosed => self.apply_loop(event),

            Kind::HandleReady
            | Kind::HandleStarted
            | Kind::HandleFinished
            | Kind::HandleCancelled
            | Kind::HandleSkipped
            | Kind::TimerSet
            | Kind::TimerDue
            | Kind::TimerCancelled => return self.apply_handle(log, index, event),

            Kind::TaskCreated
            | Kind::StepStarted
            | Kind::TaskSuspended
            | Kind::FrameSuspended
            | Kind::TaskSleeping
            | Kind::TaskWoken
            | Kind::TaskReturned
            | Kind::TaskRaised
            | Kind::TaskCancelled
            | Kind::CancelRequested
            | Kind::CancelDelivered
            | Kind::Uncancelled => return self.apply_task(log, index, event),

            Kind::FutureCreated
            | Kind::FutureResolved
            | Kind::FutureFailed
            | Kind::FutureCancelled
            | Kind::CallbackAdded
            | Kind::CallbackRemoved
            | Kind::CallbackScheduled => self.apply_future(log, index, event),

            Kind::PrimitiveCreated
            | Kind::Acquired
            | Kind::Released
            | Kind::WaitBegan
            | Kind::HandedOver
            | Kind::WaitEnded
            | Kind::EventSet
            | Kind::EventCleared
            | Kind::BarrierBroken
            | Kind::QueuePut
            | Kind::QueueGot
            | Kind::QueueTaskDone
            | Kind::QueueShutDown => self.apply_primitive(log, index, event),

            Kind::GeneratorCreated
            | Kind::CoroutineCreated
            | Kind::GeneratorResumed
            | Kind::GeneratorYielded
            | Kind::GeneratorReturned
            | Kind::GeneratorRaised
            | Kind::GeneratorClosed
            | Kind::DelegationBegan
            | Kind::DelegationEnded => self.apply_generator(log, index, event),

            Kind::ScopeEntered
            | Kind::ScopeMemberAdded
            | Kind::ScopeDeadlineSet
            | Kind::ScopeCancelled
            | Kind::ScopeLeft => self.apply_scope(log, index, event),

            Kind::Renamed => self.rename(event.subject, event.text_a()),
            Kind::OutputWritten => self.output_len = event.a.saturating_add(event.b),
            Kind::DeadlockFound => self.deadlock = index,
            Kind::RunEnded => {
                self.ending = Some(Ending {
                    status: event.flags,
                    event: index,
                });
                self.event_loop.phase = Phase::NotRunning;
            }

            Kind::RunStarted
            | Kind::RecordingStopped
            | Kind::LoopBlocked
            | Kind::CancelSwallowed
            | Kind::Notified
            | Kind::BarrierTripped
            | Kind::QueueJoined
            | Kind::LineReached
            | Kind::PromptReached
            | Kind::InputRead
            | Kind::ExceptionRaised
            | Kind::ExceptionUncaught
            | Kind::Notice
            | Kind::Hint
            | Kind::DeadlockMember => {}
        }
        None
    }

    fn apply_loop(&mut self, event: &Event) {
        let event_loop = &mut self.event_loop;
        match event.kind {
            Kind::LoopCreated => {
                // A new loop starts with empty queues; what an earlier one left is gone with it.
                *event_loop = Default::default();
                event_loop.id = event.subject;
            }
            Kind::LoopStarted => {
                event_loop.id = event.subject;
                event_loop.phase = Phase::Choosing;
            }
            Kind::ClockAdvanced => event_loop.phase = Phase::Jumped,
            Kind::IterationStarted => {
                event_loop.phase = Phase::RunningHandles;
                event_loop.iteration = event.b;
                event_loop.planned = event.a;
                event_loop.left = event.a;
                self.drop_spent_futures();
            }
            Kind::IterationEnded => {
                event_loop.phase = Phase::Choosing;
                event_loop.left = 0;
            }
            Kind::LoopStopped => event_loop.phase = Phase::NotRunning,
            Kind::LoopClosed => {
                event_loop.phase = Phase::NotRunning;
                event_loop.is_closed = true;
                event_loop.ready.clear();
                event_loop.timers.clear();
            }
            _ => {}
        }
    }

    fn apply_handle(&mut self, log: &Log, index: EventIndex, event: &Event) -> Option<EntityId> {
        let event_loop = &mut self.event_loop;
        match event.kind {
            Kind::HandleReady => {
                event_loop.ready.push_back(ReadyHandle {
                    handle: event.subject,
                    owner: event.entity_a(),
                    callback: event.text_b(),
                    purpose: event.flags,
                    is_cancelled: false,
                    since: index,
                });
                if matches!(event.flags, flags::HANDLE_STEP | flags::HANDLE_WAKE) {
                    return self.set_ready(event.entity_a(), index);
                }
            }
            Kind::HandleStarted => {
                event_loop.running = event_loop.take_ready(event.subject);
                self.place = Place::NONE;
            }
            Kind::HandleFinished => {
                event_loop.running = None;
                self.place = Place::NONE;
            }
            Kind::HandleSkipped => {
                event_loop.take_ready(event.subject);
            }
            Kind::HandleCancelled => {
                let mut ready = event_loop.ready.iter_mut();
                if let Some(ready) = ready.find(|ready| ready.handle == event.subject) {
                    ready.is_cancelled = true;
                }
            }
            Kind::TimerSet => event_loop.add_timer(TimerInfo {
                timer: event.subject,
                deadline: event.wide(),
                since: index,
            }),
            Kind::TimerDue => {
                event_loop.phase = Phase::MovingTimers;
                event_loop.remove_timer(event.subject);
                let entity = log.entity(event.subject);
                event_loop.ready.push_back(ReadyHandle {
                    handle: event.subject,
                    owner: entity.map_or(EntityId::NONE, |entity| entity.parent),
                    callback: entity.map_or(TextId::EMPTY, |entity| entity.name),
                    purpose: flags::HANDLE_CALLBACK,
                    is_cancelled: false,
                    since: index,
                });
            }
            Kind::TimerCancelled => event_loop.remove_timer(event.subject),
            _ => {}
        }
        None
    }

    fn apply_task(&mut self, log: &Log, index: EventIndex, event: &Event) -> Option<EntityId> {
        let id = event.subject;
        if event.kind == Kind::TaskCreated {
            if event.flags == flags::TASK_HOUSEKEEPING {
                return None;
            }
            let entity = log.entity(id);
            let name = entity.map_or(TextId::EMPTY, |entity| entity.name);
            let parent = entity.map_or(EntityId::NONE, |entity| entity.parent);
            let mut task = TaskInfo::new(name, parent, event.entity_a());
            task.since = index;
            task.since_time = event.time;
            task.place = event.place;
            self.tasks.insert(id, task);
            self.unfinished.insert(id, ());
            return Some(id);
        }
        let state = match event.kind {
            Kind::StepStarted => {
                self.running_tasks.push(id);
                if let Some(task) = self.tasks.get_mut(id) {
                    task.steps = task.steps.saturating_add(1);
                    task.frames.clear();
                    task.wait_text = TextId::EMPTY;
                    task.wait_for = EntityId::NONE;
                    task.sleep_ahead = None;
                    // It goes on where it stands; the first step begins where the task was made.
                    self.place = task.place;
                }
                TaskState::Running
            }
            Kind::TaskSuspended => {
                self.running_tasks.retain(|running| *running != id);
                self.suspend(id, event)
            }
            Kind::TaskWoken => TaskState::Ready,
            Kind::TaskReturned => TaskState::Returned {
                result: event.text_a(),
            },
            Kind::TaskRaised => TaskState::Raised {
                exception: event.text_a(),
            },
            Kind::TaskCancelled => TaskState::Cancelled {
                message: event.text_a(),
            },
            _ => {
                self.note_about_task(index, event);
                return None;
            }
        };
        if state.is_done() {
            self.running_tasks.retain(|running| *running != id);
        }
        let changed = self.set_state(id, state, index);
        if let Some(task) = self.tasks.get_mut(id) {
            if event.place.is_some() {
                task.place = event.place;
            }
            if state.is_done() {
                task.cancels_pending = 0;
                task.frames.clear();
            }
        }
        changed
    }

    /// What a task that is being suspended waits for.
    fn suspend(&mut self, id: EntityId, event: &Event) -> TaskState {
        let on = event.entity_a();
        let purpose = self
            .futures
            .get(on)
            .map_or(EntityId::NONE, |future| future.purpose);
        let Some(task) = self.tasks.get_mut(id) else {
            return TaskState::Waiting { on };
        };
        task.wait_text = event.text_b();
        if event.flags != flags::SUSPEND_WAIT {
            return TaskState::Ready;
        }
        task.wait_for = if purpose == id {
            EntityId::NONE
        } else {
            purpose
        };
        match task.sleep_ahead.take() {
            Some(until) => TaskState::Sleeping { until },
            None => TaskState::Waiting { on },
        }
    }

    /// Events about a task that do not change its state.
    fn note_about_task(&mut self, index: EventIndex, event: &Event) {
        let Some(task) = self.tasks.get_mut(event.subject) else {
            return;
        };
        match event.kind {
            Kind::TaskSleeping => task.sleep_ahead = Some(event.wide()),
            Kind::FrameSuspended => task.frames.push(FrameInfo {
                function: event.text_a(),
                place: event.place,
            }),
            Kind::CancelRequested if event.flags != flags::CANCEL_TOO_LATE => {
                task.cancels_pending = task.cancels_pending.saturating_add(1);
                task.cancel_event = index;
            }
            Kind::CancelDelivered => task.cancels_pending = task.cancels_pending.saturating_sub(1),
            Kind::Uncancelled => task.cancels_pending = task.cancels_pending.min(event.a),
            _ => {}
        }
    }

    fn set_ready(&mut self, id: EntityId, index: EventIndex) -> Option<EntityId> {
        // A task is told twice that it is ready: when what it waits for is done,
        // and when its wake-up enters the queue. A running one stays running.
        let state = self.tasks.get(id)?.state;
        let waits = matches!(
            state,
            TaskState::Created | TaskState::Sleeping { .. } | TaskState::Waiting { .. }
        );
        if waits {
            self.set_state(id, TaskState::Ready, index)
        } else {
            None
        }
    }

    fn set_state(&mut self, id: EntityId, state: TaskState, index: EventIndex) -> Option<EntityId> {
        let time = self.time;
        let before = self.tasks.get(id)?.state;
        if before == state {
            return None;
        }
        let note = |set: &mut Table<()>, was: bool, is: bool| match (was, is) {
            (true, false) => set.remove(id),
            (false, true) => set.insert(id, ()),
            _ => {}
        };
        note(&mut self.unfinished, !before.is_done(), !state.is_done());
        note(&mut self.waiting, before.is_waiting(), state.is_waiting());
        let task = self.tasks.get_mut(id)?;
        task.state = state;
        task.since = index;
        task.since_time = time;
        Some(id)
    }

    fn rename(&mut self, id: EntityId, name: TextId) {
        if let Some(task) = self.tasks.get_mut(id) {
            task.name = name;
        } else if let Some(future) = self.futures.get_mut(id) {
            future.name = name;
        } else if let Some(primitive) = self.primitives.get_mut(id) {
            primitive.name = name;
        }
    }

    fn apply_future(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let id = event.subject;
        let state = match event.kind {
            Kind::FutureCreated => {
                let entity = log.entity(id);
                self.futures.insert(
                    id,
                    FutureInfo {
                        name: entity.map_or(TextId::EMPTY, |entity| entity.name),
                        purpose: entity.map_or(EntityId::NONE, |entity| entity.parent),
                        state: FutureState::Pending,
                        since: index,
                        callbacks: Vec::new(),
                    },
                );
                return;
            }
            Kind::FutureResolved => FutureState::Resolved {
                result: event.text_a(),
            },
            Kind::FutureFailed => FutureState::Failed {
                exception: event.text_a(),
            },
            Kind::FutureCancelled => FutureState::Cancelled {
                message: event.text_a(),
            },
            _ => {
                self.apply_callback(event);
                return;
            }
        };
        if let Some(future) = self.futures.get_mut(id) {
            future.state = state;
            future.since = index;
            if future.purpose.is_some() {
                self.spent_futures
                    .push_back((self.event_loop.iteration, id));
            }
        }
    }

    fn apply_callback(&mut self, event: &Event) {
        let callbacks = if let Some(task) = self.tasks.get_mut(event.subject) {
            &mut task.callbacks
        } else if let Some(future) = self.futures.get_mut(event.subject) {
            &mut future.callbacks
        } else {
            return;
        };
        if event.kind == Kind::CallbackAdded {
            callbacks.push(Callback {
                text: event.text_a(),
                wakes: event.entity_b(),
            });
            return;
        }
        let wakes = (event.kind == Kind::CallbackRemoved).then(|| event.entity_b());
        let position = callbacks.iter().position(|callback| {
            callback.text == event.text_a() && wakes.is_none_or(|wakes| callback.wakes == wakes)
        });
        if let Some(position) = position {
            callbacks.remove(position);
        }
    }

    /// Lets go of library futures (a sleep's, a lock's) that were done before
    /// the last turn: there may be hundreds of thousands of them.
    fn drop_spent_futures(&mut self) {
        while let Some((turn, id)) = self.spent_futures.front().copied() {
            if turn.saturating_add(1) >= self.event_loop.iteration {
                break;
            }
            self.spent_futures.pop_front();
            self.futures.remove(id);
        }
    }

    fn apply_primitive(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let id = event.subject;
        if event.kind == Kind::PrimitiveCreated {
            let entity = log.entity(id);
            let kind = entity.map_or(EntityKind::Other, |entity| entity.kind);
            let name = entity.map_or(TextId::EMPTY, |entity| entity.name);
            self.primitives
                .insert(id, PrimitiveInfo::new(kind, name, event.a));
            return;
        }
        if event.kind == Kind::WaitBegan
            && let Some(future) = self.futures.get_mut(event.entity_b())
        {
            future.purpose = id;
        }
        let Some(primitive) = self.primitives.get_mut(id) else {
            return;
        };
        let task = event.entity_a();
        match event.kind {
            Kind::Acquired => {
                primitive.remove_waiter(task);
                primitive.holders.push(task);
                primitive.value = event.b;
            }
            Kind::Released => {
                primitive.remove_holder(task);
                primitive.value = event.b;
            }
            Kind::WaitBegan => primitive.waiters.push_back(Waiter {
                task,
                future: event.entity_b(),
                purpose: event.flags,
                is_chosen: false,
                since: index,
            }),
            Kind::HandedOver => {
                let future = event.entity_b();
                let mut waiters = primitive.waiters.iter_mut();
                if let Some(waiter) = waiters.find(|waiter| {
                    waiter.future == future || (!future.is_some() && waiter.task == task)
                }) {
                    waiter.is_chosen = true;
                }
            }
            Kind::WaitEnded => primitive.remove_waiter(task),
            Kind::EventSet => primitive.is_set = true,
            Kind::EventCleared => primitive.is_set = false,
            Kind::BarrierBroken | Kind::QueueShutDown => primitive.is_over = true,
            Kind::QueuePut => {
                primitive.items.push_back(event.text_a());
                primitive.value = event.b;
                primitive.unfinished = primitive.unfinished.saturating_add(1);
            }
            Kind::QueueGot => {
                primitive.remove_item(event.text_a());
                primitive.value = event.b;
            }
            Kind::QueueTaskDone => primitive.unfinished = event.a,
            _ => {}
        }
    }

    fn apply_generator(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let id = event.subject;
        if matches!(event.kind, Kind::GeneratorCreated | Kind::CoroutineCreated) {
            let entity = log.entity(id);
            self.generators.insert(
                id,
                GeneratorInfo {
                    kind: entity.map_or(EntityKind::Generator, |entity| entity.kind),
                    function: entity.map_or(TextId::EMPTY, |entity| entity.name),
                    state: GeneratorState::Created,
                    since: index,
                    place: event.place,
                    delegates_to: EntityId::NONE,
                    last_sent: TextId::EMPTY,
                    last_resume: flags::RESUME_NEXT,
                    last_out: TextId::EMPTY,
                },
            );
            if event.kind == Kind::CoroutineCreated {
                self.coroutines.push_back(id);
                if self.coroutines.len() > KEPT_COROUTINES
                    && let Some(oldest) = self.coroutines.pop_front()
                {
                    self.generators.remove(oldest);
                }
            }
            return;
        }
        let Some(generator) = self.generators.get_mut(id) else {
            return;
        };
        let state = match event.kind {
            Kind::DelegationBegan => {
                generator.delegates_to = event.entity_a();
                if event.place.is_some() {
                    generator.place = event.place;
                }
                return;
            }
            Kind::DelegationEnded => {
                generator.delegates_to = EntityId::NONE;
                return;
            }
            Kind::GeneratorResumed => {
                generator.last_sent = event.text_a();
                generator.last_resume = event.flags;
                GeneratorState::Running
            }
            Kind::GeneratorYielded => GeneratorState::Suspended,
            Kind::GeneratorReturned => GeneratorState::Returned,
            Kind::GeneratorRaised => GeneratorState::Raised,
            _ => GeneratorState::Closed,
        };
        generator.state = state;
        generator.since = index;
        if event.place.is_some() {
            generator.place = event.place;
        }
        if state != GeneratorState::Running {
            generator.last_out = event.text_a();
        }
        if state.is_done() {
            generator.delegates_to = EntityId::NONE;
            self.spent_generators.push_back(id);
            if self.spent_generators.len() > KEPT_GENERATORS
                && let Some(oldest) = self.spent_generators.pop_front()
            {
                self.generators.remove(oldest);
            }
        }
    }

    fn apply_scope(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let id = event.subject;
        match event.kind {
            Kind::ScopeEntered => {
                let entity = log.entity(id);
                self.scopes.insert(
                    id,
                    ScopeInfo {
                        kind: entity.map_or(EntityKind::Other, |entity| entity.kind),
                        task: event.entity_a(),
                        members: Vec::new(),
                        deadline: None,
                        is_cancelled: false,
                        since: index,
                    },
                );
            }
            Kind::ScopeLeft => self.scopes.remove(id),
            _ => {
                let Some(scope) = self.scopes.get_mut(id) else {
                    return;
                };
                match event.kind {
                    Kind::ScopeMemberAdded => scope.members.push(event.entity_a()),
                    Kind::ScopeDeadlineSet => scope.deadline = Some(event.wide()),
                    Kind::ScopeCancelled => scope.is_cancelled = true,
                    _ => {}
                }
            }
        }
    }
}
