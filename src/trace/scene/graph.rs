//! Who waits for whom.

use crate::entity::EntityId;
use crate::event::{EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::{Cause, Log};
use crate::scene::{Scene, TaskState};

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
        let mut waits = Vec::new();
        let Some(info) = self.tasks.get(task) else {
            return waits;
        };
        let TaskState::Waiting { on } = info.state else {
            return waits;
        };
        if self.tasks.contains(on) {
            waits.push(Wait {
                task,
                through: on,
                needs: on,
            });
            return waits;
        }
        let through = if info.wait_for.is_some() {
            info.wait_for
        } else {
            on
        };
        if let Some(primitive) = self.primitives.get(info.wait_for) {
            for needs in primitive.holders.iter().copied() {
                waits.push(Wait {
                    task,
                    through,
                    needs,
                });
            }
        } else if let Some(scope) = self.scopes.get(info.wait_for) {
            let unfinished = scope.members.iter().copied().filter(|member| {
                self.tasks
                    .get(*member)
                    .is_some_and(|task| !task.state.is_done())
            });
            for needs in unfinished {
                waits.push(Wait {
                    task,
                    through,
                    needs,
                });
            }
        }
        waits
    }

    /// Every wait of every task.
    pub fn waits(&self) -> Vec<Wait> {
        self.tasks
            .iter()
            .flat_map(|(task, _)| self.waits_of(task))
            .collect()
    }

    /// A circle of tasks that wait for each other, if there is one: each waits
    /// for the next, the last for the first. Begins with its oldest task.
    pub fn wait_cycle(&self) -> Option<Vec<EntityId>> {
        // Depth first; `done` holds what is known not to lead into a circle.
        let mut done = std::collections::HashSet::new();
        for (start, _) in self.tasks.iter() {
            let mut path: Vec<EntityId> = Vec::new();
            let mut open = vec![(start, 0)];
            while let Some((task, depth)) = open.pop() {
                for left in path.drain(depth..) {
                    done.insert(left);
                }
                if let Some(position) = path.iter().position(|other| *other == task) {
                    let mut cycle = path.split_off(position);
                    let oldest = cycle.iter().enumerate().min_by_key(|(_, id)| **id);
                    let first = oldest.map_or(0, |(first, _)| first);
                    cycle.rotate_left(first);
                    return Some(cycle);
                }
                if done.contains(&task) {
                    continue;
                }
                path.push(task);
                let depth = path.len();
                open.extend(self.waits_of(task).iter().map(|wait| (wait.needs, depth)));
            }
            done.extend(path);
        }
        None
    }

    /// The tasks that are not finished, with the event since which they are as they are.
    pub fn unfinished_tasks(&self) -> impl Iterator<Item = (EntityId, EventIndex)> + '_ {
        self.tasks
            .iter()
            .filter(|(_, task)| !task.state.is_done())
            .map(|(id, task)| (id, task.since))
    }
}

/// Records that nothing can ever run again: a `DeadlockFound` event, caused by
/// the current one, and a `DeadlockMember` for each unfinished task, caused by
/// the event since which it waits. Folds the whole log; call it once, at the end.
pub fn record_deadlock(log: &mut Log, event_loop: EntityId) -> EventIndex {
    if !log.is_recording() {
        return EventIndex::NONE;
    }
    let mut scene = Scene::default();
    while (scene.applied as usize) < log.len() {
        scene.apply_next(log);
    }
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
