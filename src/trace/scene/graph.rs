//! Who waits for whom.

use std::ops::ControlFlow;

use crate::entity::EntityId;
use crate::event::{EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::{Cause, Log};
use crate::scene::{Scene, TaskState};

/// So many tasks are looked for in a list by themselves.
const FEW: usize = 32;

/// One step of waiting: `task` cannot go on before `needs` has acted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    /// The task that waits.
    pub task: EntityId,
    /// What it waits for directly: a task, a future, a primitive or a scope.
    pub through: EntityId,
    /// The task that would have to act.
    pub needs: EntityId,
}

impl Scene {
    /// Whom a task waits for, as far as the scene knows: the task it awaits, the
    /// members of the scope it awaits, the holders of the lock it wants. Empty if
    /// it does not wait, sleeps, or waits for something anyone could do.
    pub fn waits_of(&self, task: EntityId) -> Vec<Wait> {
        self.first_waits_of(task, usize::MAX)
    }

    /// The first of [`Scene::waits_of`], at most so many.
    pub fn first_waits_of(&self, task: EntityId, most: usize) -> Vec<Wait> {
        let mut waits = Vec::new();
        let through = self.needs(task, |needs| {
            if waits.len() == most {
                return ControlFlow::Break(());
            }
            waits.push(needs);
            ControlFlow::Continue(())
        });
        let wait = |needs| Wait {
            task,
            through,
            needs,
        };
        waits.into_iter().map(wait).collect()
    }

    /// Calls back with each task that a task waits for, until told to stop;
    /// returns what it waits for directly, none if it does not wait.
    fn needs(
        &self,
        task: EntityId,
        mut found: impl FnMut(EntityId) -> ControlFlow<()>,
    ) -> EntityId {
        let Some(info) = self.tasks.get(task) else {
            return EntityId::NONE;
        };
        let TaskState::Waiting { on } = info.state else {
            return EntityId::NONE;
        };
        if self.tasks.contains(on) {
            // There is only this one.
            let _ = found(on);
            return on;
        }
        // Whether it was stopped makes no difference here.
        let _ = if let Some(primitive) = self.primitives.get(info.wait_for) {
            primitive.holders.iter().copied().try_for_each(found)
        } else if let Some(scope) = self.scopes.get(info.wait_for) {
            let is_alive = |task: &EntityId| {
                let info = self.tasks.get(*task);
                info.is_some_and(|info| !info.state.is_done())
            };
            let members = scope.members.iter().copied();
            members.filter(is_alive).try_for_each(found)
        } else {
            ControlFlow::Continue(())
        };
        if info.wait_for.is_some() {
            info.wait_for
        } else {
            on
        }
    }

    /// Every wait of every task.
    pub fn waits(&self) -> Vec<Wait> {
        self.waiting
            .iter()
            .flat_map(|(task, ())| self.waits_of(task))
            .collect()
    }

    /// A circle of tasks that wait for each other, if there is one: each waits
    /// for the next, the last for the first. Begins with its oldest task.
    pub fn wait_cycle(&self) -> Option<Vec<EntityId>> {
        // Depth first; `done` holds what is known not to lead into a circle.
        let mut done = Seen::default();
        let mut path: Vec<EntityId> = Vec::new();
        let mut open: Vec<(EntityId, usize)> = Vec::new();
        let waiting: Vec<EntityId> = self.waiting.iter().map(|(id, ())| id).collect();
        for start in waiting.iter().copied() {
            open.push((start, 0));
            while let Some((task, depth)) = open.pop() {
                for left in path.drain(depth.min(path.len())..) {
                    done.insert(left);
                }
                if let Some(position) = path.iter().position(|other| *other == task) {
                    let mut cycle = path.split_off(position);
                    let oldest = cycle.iter().enumerate().min_by_key(|(_, id)| **id);
                    let first = oldest.map_or(0, |(first, _)| first);
                    cycle.rotate_left(first);
                    return Some(cycle);
                }
                if done.contains(task) {
                    continue;
                }
                path.push(task);
                let depth = path.len();
                // Who waits for nobody is in no circle.
                self.waiting_needs(task, &waiting, |needs| open.push((needs, depth)));
            }
            for left in path.drain(..) {
                done.insert(left);
            }
        }
        None
    }

    /// Calls back with those of the `waiting` tasks, sorted, that a task waits for.
    fn waiting_needs(&self, task: EntityId, waiting: &[EntityId], mut found: impl FnMut(EntityId)) {
        let wait_for = self.tasks.get(task).map(|info| info.wait_for);
        let scope = wait_for.and_then(|scope| self.scopes.get(scope));
        // Of ten thousand members of a group mostly few wait themselves.
        if let Some(scope) = scope.filter(|_| waiting.len() <= FEW) {
            let members = waiting.iter().copied();
            members
                .filter(|task| scope.members.contains(task))
                .for_each(found);
            return;
        }
        self.needs(task, |needs| {
            if waiting.binary_search(&needs).is_ok() {
                found(needs);
            }
            ControlFlow::Continue(())
        });
    }

    /// The tasks that are not finished, with the event since which they are as they are.
    pub fn unfinished_tasks(&self) -> impl Iterator<Item = (EntityId, EventIndex)> + '_ {
        self.unfinished
            .iter()
            .filter_map(|(id, ())| Some((id, self.tasks.get(id)?.since)))
    }

    /// How many tasks are not finished.
    pub const fn unfinished_count(&self) -> usize {
        self.unfinished.len()
    }
}

/// A set of entities, a bit for each.
#[derive(Default)]
struct Seen(Vec<u64>);

impl Seen {
    fn insert(&mut self, id: EntityId) {
        let word = (id.0 / 64) as usize;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (id.0 % 64);
        }
    }

    fn contains(&self, id: EntityId) -> bool {
        let word = self.0.get((id.0 / 64) as usize);
        word.is_some_and(|word| word & 1 << (id.0 % 64) != 0)
    }
}

/// Records that nothing can ever run again: a `DeadlockFound` event, caused by
/// the current one, and a `DeadlockMember` for each unfinished task, caused by
/// the event since which it waits. Folds the whole log; call it once, at the end.
pub fn record_deadlock(log: &mut Log, event_loop: EntityId) -> EventIndex {
    if !log.is_recording() {
        return EventIndex::NONE;
    }
    let scene = log.with_all_events(|log| {
        let mut scene = Scene::default();
        while (scene.applied as usize) < log.len() {
            scene.apply_next(log);
        }
        scene
    });
    let cycle = scene.wait_cycle().unwrap_or_default();
    let tasks: Vec<_> = scene.unfinished_tasks().collect();
    let count = tasks.len() as u32;
    let found = log.emit(
        Kind::DeadlockFound,
        event_loop,
        Cause::Current,
        Place::NONE,
        count,
        0,
    );
    for (task, since) in tasks {
        let Some(info) = scene.tasks.get(task) else {
            continue;
        };
        let on = match info.state {
            TaskState::Waiting { .. } if info.wait_for.is_some() => info.wait_for,
            TaskState::Waiting { on } => on,
            _ => EntityId::NONE,
        };
        let waits = scene.waits_of(task);
        let in_cycle = cycle.contains(&task);
        let needs = waits
            .iter()
            .find(|wait| in_cycle && cycle.contains(&wait.needs))
            .or(waits.first())
            .map_or(EntityId::NONE, |wait| wait.needs);
        let flag = if in_cycle {
            flags::DEADLOCK_IN_CYCLE
        } else {
            0
        };
        let (member, place) = (Kind::DeadlockMember, info.place);
        log.emit_flagged(member, flag, task, since.into(), place, on.0, needs.0);
    }
    found
}
