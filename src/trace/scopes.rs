//! Scopes and cancellations over the whole run: where the brackets of
//! TaskGroups, timeouts and gathers stand, and who cancelled whom.

use std::collections::HashMap;

use crate::entity::{EntityId, EntityKind};
use crate::event::{EventIndex, flags};
use crate::kind::Kind;
use crate::log::Log;

/// A TaskGroup, timeout, gather or the like, from its beginning to its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScopeSpan {
    /// The scope.
    pub id: EntityId,
    /// Which kind of scope.
    pub kind: EntityKind,
    /// The task inside it.
    pub task: EntityId,
    /// Its `ScopeEntered` event.
    pub from: EventIndex,
    /// Its `ScopeLeft` event; `NONE` while it lasts.
    pub to: EventIndex,
    /// `flags::OUTCOME_*`, once it was left.
    pub outcome: u8,
    /// The tasks and futures that belong to it, in order.
    pub members: Vec<EntityId>,
    /// Virtual nanoseconds; the last one that was set.
    pub deadline: Option<u64>,
    /// The event with which it cancelled what is inside; `NONE` if it did not.
    pub cancelled: EventIndex,
    /// How many scopes of the same task were open when it was entered.
    pub level: u32,
}

/// One request to cancel a task, and what came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cancellation {
    /// The task that was to be cancelled.
    pub task: EntityId,
    /// Who asked: a task, a scope, main.
    pub by: EntityId,
    /// The `CancelRequested` event.
    pub asked: EventIndex,
    /// Where it landed: `CancelDelivered`, or `TaskCancelled` for a task that
    /// had not begun. `NONE` while it is under way, or if it was taken back.
    pub landed: EventIndex,
}

/// All scopes and cancellations of a log, kept up as it grows.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    spans: Vec<ScopeSpan>,
    cancellations: Vec<Cancellation>,
    /// Positions in `spans` of the scopes that are not left yet.
    open: HashMap<EntityId, usize>,
    /// How many scopes are open around each task.
    depths: HashMap<EntityId, u32>,
    /// For each task the positions in `spans` of scopes that it is inside or a member of.
    by_task: HashMap<EntityId, Vec<u32>>,
    /// Positions in `cancellations` of what has not landed yet, by task.
    under_way: HashMap<EntityId, Vec<usize>>,
}

impl Scopes {
    /// Every scope, in the order of entering.
    pub fn all(&self) -> &[ScopeSpan] {
        &self.spans
    }

    /// The scopes that a task is inside or a member of, in the order of entering.
    pub fn of_task(&self, task: EntityId) -> impl Iterator<Item = &ScopeSpan> + '_ {
        let positions = self.by_task.get(&task).map_or(&[][..], Vec::as_slice);
        positions
            .iter()
            .filter_map(|position| self.spans.get(*position as usize))
    }

    /// Every request to cancel a task, in the order of asking.
    pub fn cancellations(&self) -> &[Cancellation] {
        &self.cancellations
    }

    /// Takes in the next event of a log.
    pub(crate) fn add(&mut self, log: &Log, index: EventIndex) {
        let Some(event) = log.event(index) else {
            return;
        };
        let id = event.subject;
        match event.kind {
            Kind::ScopeEntered => {
                let task = event.entity_a();
                let depth = self.depths.entry(task).or_default();
                let level = *depth;
                *depth += 1;
                let position = self.spans.len();
                self.open.insert(id, position);
                self.by_task.entry(task).or_default().push(position as u32);
                self.spans.push(ScopeSpan {
                    id,
                    kind: log
                        .entity(id)
                        .map_or(EntityKind::Other, |entity| entity.kind),
                    task,
                    from: index,
                    to: EventIndex::NONE,
                    outcome: flags::OUTCOME_DONE,
                    members: Vec::new(),
                    deadline: None,
                    cancelled: EventIndex::NONE,
                    level,
                });
            }
            Kind::ScopeMemberAdded => {
                let member = event.entity_a();
                if let Some((position, span)) = self.opened(id) {
                    span.members.push(member);
                    self.by_task
                        .entry(member)
                        .or_default()
                        .push(position as u32);
                }
            }
            Kind::ScopeDeadlineSet => {
                if let Some((_, span)) = self.opened(id) {
                    span.deadline = Some(event.wide());
                }
            }
            Kind::ScopeCancelled => {
                if let Some((_, span)) = self.opened(id)
                    && !span.cancelled.is_some()
                {
                    span.cancelled = index;
                }
            }
            Kind::ScopeLeft => {
                if let Some((_, span)) = self.opened(id) {
                    span.to = index;
                    span.outcome = event.flags;
                    let task = span.task;
                    self.open.remove(&id);
                    if let Some(depth) = self.depths.get_mut(&task) {
                        *depth = depth.saturating_sub(1);
                    }
                }
            }
            Kind::CancelRequested if event.flags != flags::CANCEL_TOO_LATE && log.is_task(id) => {
                self.under_way
                    .entry(id)
                    .or_default()
                    .push(self.cancellations.len());
                self.cancellations.push(Cancellation {
                    task: id,
                    by: event.entity_a(),
                    asked: index,
                    landed: EventIndex::NONE,
                });
            }
            // What enters the coroutine is one error, however many asked for it.
            Kind::CancelDelivered | Kind::TaskCancelled => {
                for position in self.under_way.remove(&id).unwrap_or_default() {
                    if let Some(cancellation) = self.cancellations.get_mut(position) {
                        cancellation.landed = index;
                    }
                }
            }
            Kind::TaskReturned | Kind::TaskRaised => {
                self.under_way.remove(&id);
            }
            _ => {}
        }
    }

    fn opened(&mut self, id: EntityId) -> Option<(usize, &mut ScopeSpan)> {
        let position = *self.open.get(&id)?;
        self.spans.get_mut(position).map(|span| (position, span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Place;
    use crate::log::{Cause, Limits};
    use crate::text::TextId;

    /// A log, and a function that adds an event to it.
    fn emit(log: &mut Log, kind: Kind, flag: u8, subject: EntityId, a: u32) -> EventIndex {
        log.emit_flagged(kind, flag, subject, Cause::Current, Place::NONE, a, 0)
    }

    fn read(log: &Log) -> Scopes {
        let mut scopes = Scopes::default();
        for index in 0..log.len() as u32 {
            scopes.add(log, EventIndex(index));
        }
        scopes
    }

    #[test]
    fn nested_scopes_know_their_level_members_and_ends() {
        let mut log = Log::new(true, Limits::default());
        let mut new = |kind| log.new_entity(kind, TextId::EMPTY, EntityId::MAIN);
        let (task, child) = (new(EntityKind::Task), new(EntityKind::Task));
        let (group, timeout) = (new(EntityKind::TaskGroup), new(EntityKind::Timeout));
        let entered = emit(&mut log, Kind::ScopeEntered, 0, group, task.0);
        emit(&mut log, Kind::ScopeEntered, 0, timeout, task.0);
        emit(&mut log, Kind::ScopeDeadlineSet, 0, timeout, 700);
        emit(&mut log, Kind::ScopeMemberAdded, 0, group, child.0);
        let outcome = flags::OUTCOME_TIMED_OUT;
        let left = emit(&mut log, Kind::ScopeLeft, outcome, timeout, 0);
        let scopes = read(&log);
        let found: Vec<_> = scopes
            .all()
            .iter()
            .map(|span| (span.kind, span.level, span.from, span.to))
            .collect();
        let timeout_entered = EventIndex(entered.0 + 1);
        assert_eq!(
            found,
            [
                (EntityKind::TaskGroup, 0, entered, EventIndex::NONE),
                (EntityKind::Timeout, 1, timeout_entered, left),
            ]
        );
        assert_eq!(scopes.of_task(task).count(), 2);
        let of_child: Vec<_> = scopes.of_task(child).map(|span| span.id).collect();
        assert_eq!(of_child, [group]);
        let second = scopes
            .all()
            .get(1)
            .map(|span| (span.deadline, span.outcome));
        assert_eq!(second, Some((Some(700), outcome)));
    }

    #[test]
    fn cancellations_land_where_they_enter_the_coroutine() {
        let mut log = Log::new(true, Limits::default());
        let mut new = |kind| log.new_entity(kind, TextId::EMPTY, EntityId::MAIN);
        let (one, two, gone) = (
            new(EntityKind::Task),
            new(EntityKind::Task),
            new(EntityKind::Task),
        );
        let future = new(EntityKind::Future);
        let first = emit(&mut log, Kind::CancelRequested, 0, two, one.0);
        let again = emit(&mut log, Kind::CancelRequested, 0, two, 0);
        emit(&mut log, Kind::CancelRequested, 0, future, two.0);
        let late = flags::CANCEL_TOO_LATE;
        emit(&mut log, Kind::CancelRequested, late, gone, one.0);
        let unheard = emit(&mut log, Kind::CancelRequested, 0, one, two.0);
        let delivered = emit(&mut log, Kind::CancelDelivered, 0, two, 0);
        emit(&mut log, Kind::TaskReturned, 0, one, 0);
        emit(&mut log, Kind::TaskCancelled, 0, two, 0);
        let found: Vec<_> = read(&log)
            .cancellations()
            .iter()
            .map(|each| (each.task, each.by, each.asked, each.landed))
            .collect();
        assert_eq!(
            found,
            [
                (two, one, first, delivered),
                (two, EntityId::MAIN, again, delivered),
                (one, two, unheard, EventIndex::NONE),
            ]
        );
    }
}
