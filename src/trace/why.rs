//! Why did this happen, and what came of it: walking causes.

use crate::entity::{EntityId, EntityKind};
use crate::event::{Event, EventIndex};
use crate::kind::Kind;
use crate::log::Log;

impl Kind {
    /// Whether the event only carries something on from where it was decided to
    /// where it takes place: from a deadline to a callback, from a result to the
    /// step of the task that waited for it.
    pub const fn is_transport(self) -> bool {
        matches!(
            self,
            Kind::HandleReady
                | Kind::HandleStarted
                | Kind::TimerDue
                | Kind::TaskWoken
                | Kind::CallbackScheduled
        )
    }

    /// Whether the event is how one deed reaches another task, unless it is itself the deed.
    pub const fn is_carrier(self) -> bool {
        matches!(
            self,
            Kind::FutureResolved | Kind::FutureFailed | Kind::FutureCancelled | Kind::HandedOver
        )
    }

    /// Whether the event is only the surroundings in which others happen.
    pub const fn is_background(self) -> bool {
        matches!(
            self,
            Kind::RunStarted
                | Kind::LoopCreated
                | Kind::LoopStarted
                | Kind::LoopStopped
                | Kind::IterationStarted
                | Kind::StepStarted
                | Kind::LineReached
                | Kind::PromptReached
                | Kind::GeneratorResumed
        )
    }
}

impl Log {
    /// The chain of causes of an event, from its own cause back to event 0.
    pub fn causes(&self, index: EventIndex) -> impl Iterator<Item = (EventIndex, &Event)> + '_ {
        let mut cause = self
            .event(index)
            .map_or(EventIndex::NONE, |event| event.cause);
        std::iter::from_fn(move || {
            let at = cause;
            let event = self.event(at)?;
            // Causes lie earlier, so the walk ends; a log that says otherwise ends it here.
            cause = if event.cause < at {
                event.cause
            } else {
                EventIndex::NONE
            };
            Some((at, event))
        })
    }

    /// The deed that led to an event: the first cause that is not mere
    /// [transport](Kind::is_transport). `None` if the event simply came in the
    /// course of a task's step or of the program; then [`Log::actor`] says of whose.
    pub fn reason(&self, index: EventIndex) -> Option<EventIndex> {
        let mut nearest = None;
        for (cause, event) in self.causes(index) {
            if event.kind.is_background() {
                break;
            }
            if event.kind.is_carrier() {
                // A deed of its own if a task did it, a mere link if a lock, a
                // queue or a timer stands behind it.
                nearest.get_or_insert(cause);
            } else if !event.kind.is_transport() {
                return Some(cause);
            }
        }
        nearest
    }

    /// Who did it: the task in whose step an event happened, the loop if it
    /// happened in a callback of the library's, main if in neither.
    pub fn actor(&self, index: EventIndex) -> EntityId {
        for (_, event) in self.causes(index) {
            match event.kind {
                Kind::StepStarted => return event.subject,
                Kind::LoopStopped => return EntityId::MAIN,
                Kind::HandleStarted | Kind::IterationStarted | Kind::ClockAdvanced => {
                    return self.newest_loop(index);
                }
                _ => {}
            }
        }
        EntityId::MAIN
    }

    /// The loop that was created last before an event.
    fn newest_loop(&self, index: EventIndex) -> EntityId {
        self.loops
            .iter()
            .rev()
            .find(|(created, _)| *created <= index)
            .map_or(EntityId::NONE, |(_, id)| *id)
    }

    /// The events that have an event as their cause, in order. Looks through the
    /// whole log; for many questions build [`Effects`] once.
    pub fn effects(&self, index: EventIndex) -> impl Iterator<Item = EventIndex> + '_ {
        let from = EventIndex(index.0.saturating_add(1));
        self.events_from(from)
            .filter(move |(_, event)| event.cause == index)
            .map(|(effect, _)| effect)
    }

    /// Whether an entity is a task.
    pub fn is_task(&self, id: EntityId) -> bool {
        self.entity(id)
            .is_some_and(|entity| entity.kind == EntityKind::Task)
    }
}

/// For each event the first of its effects and for each effect the next one:
/// answers [`Log::effects`] without looking through the log.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    first: Vec<EventIndex>,
    last: Vec<EventIndex>,
    next: Vec<EventIndex>,
}

impl Effects {
    /// Takes in what was added to the log since the last call.
    pub fn follow(&mut self, log: &Log) {
        let from = EventIndex(self.first.len() as u32);
        for (index, event) in log.events_from(from) {
            self.first.push(EventIndex::NONE);
            self.last.push(EventIndex::NONE);
            self.next.push(EventIndex::NONE);
            let Some(last) = self.last.get_mut(event.cause.to_usize()) else {
                continue;
            };
            let before = std::mem::replace(last, index);
            let link = if before.is_some() {
                self.next.get_mut(before.to_usize())
            } else {
                self.first.get_mut(event.cause.to_usize())
            };
            if let Some(link) = link {
                *link = index;
            }
        }
    }

    /// The events that have an event as their cause, in order.
    pub fn of(&self, index: EventIndex) -> impl Iterator<Item = EventIndex> + '_ {
        let first = self.first.get(index.to_usize()).copied();
        std::iter::successors(first, |effect| self.next.get(effect.to_usize()).copied())
            .take_while(|effect| effect.is_some())
    }

    /// Where the consequences of an event show: its effects, or where mere
    /// [transport](Kind::is_transport) of them arrives, in order. The first
    /// few, if there are very many. What only happens in the course of the
    /// event's step is no consequence of it.
    pub fn consequences(&self, log: &Log, index: EventIndex) -> Vec<EventIndex> {
        let mut found = Vec::new();
        if log
            .event(index)
            .is_none_or(|event| event.kind.is_background())
        {
            return found;
        }
        let mut open: Vec<EventIndex> = self.of(index).take(MOST_VISITED).collect();
        let mut visited = 0;
        while let Some(at) = open.pop() {
            visited += 1;
            if visited > MOST_VISITED || found.len() >= MOST_FOUND {
                break;
            }
            let Some(event) = log.event(at) else {
                continue;
            };
            let passes_on = event.kind.is_transport() || event.kind.is_carrier();
            let before = open.len();
            if passes_on {
                open.extend(self.of(at).take(MOST_VISITED));
            }
            if open.len() == before && event.kind != Kind::HandleFinished {
                found.push(at);
            }
        }
        found.sort_unstable();
        found
    }
}

/// How far [`Effects::consequences`] looks, and how many it finds, at most.
const MOST_VISITED: usize = 512;
const MOST_FOUND: usize = 48;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Place;
    use crate::log::{Cause, Limits};
    use crate::text::TextId;

    /// A task sleeps; its timer comes due and wakes it.
    fn sleeper() -> (Log, [EventIndex; 8]) {
        let mut log = Log::new(true, Limits::default());
        let event_loop = log.new_entity(EntityKind::Loop, TextId::EMPTY, EntityId::MAIN);
        let task = log.new_entity(EntityKind::Task, TextId::EMPTY, EntityId::MAIN);
        let future = log.new_entity(EntityKind::Future, TextId::EMPTY, task);
        let timer = log.new_entity(EntityKind::Timer, TextId::EMPTY, future);
        let chain = [
            (Kind::LoopCreated, event_loop),
            (Kind::StepStarted, task),
            (Kind::TimerSet, timer),
            (Kind::TimerDue, timer),
            (Kind::HandleStarted, timer),
            (Kind::FutureResolved, future),
            (Kind::TaskWoken, task),
            (Kind::StepStarted, task),
        ];
        let mut cause = EventIndex(0);
        let indices = chain.map(|(kind, subject)| {
            cause = log.emit(kind, subject, Cause::At(cause), Place::NONE, 0, 0);
            cause
        });
        (log, indices)
    }

    #[test]
    fn the_reason_of_a_step_is_the_deed_behind_it() {
        let (log, [_, step, set, due, started, resolved, woken, next_step]) = sleeper();
        for consequence in [due, resolved, woken, next_step] {
            assert_eq!(log.reason(consequence), Some(set));
        }
        assert_eq!(
            log.actor(set),
            log.event(step).map_or(EntityId::NONE, |e| e.subject)
        );
        assert_eq!(log.actor(resolved), EntityId(1));
        assert_eq!(log.actor(EventIndex(1)), EntityId::MAIN);
        let chain: Vec<_> = log.causes(resolved).map(|(index, _)| index).collect();
        assert_eq!(chain.get(..3), Some(&[started, due, set][..]));
        assert_eq!(chain.last(), Some(&EventIndex(0)));
    }

    #[test]
    fn the_consequence_of_a_timer_is_the_step_that_it_leads_to() {
        let (log, [_, step, set, .., next_step]) = sleeper();
        let mut effects = Effects::default();
        effects.follow(&log);
        assert_eq!(effects.consequences(&log, set), [next_step]);
        assert_eq!(effects.consequences(&log, step), []);
        assert_eq!(effects.consequences(&log, EventIndex(99)), []);
    }

    #[test]
    fn effects_by_index_equal_effects_by_search() {
        let (mut log, indices) = sleeper();
        let mut effects = Effects::default();
        effects.follow(&log);
        for index in [indices[1], indices[3], indices[1]] {
            log.emit(
                Kind::LineReached,
                EntityId::MAIN,
                index.into(),
                Place::NONE,
                0,
                0,
            );
            effects.follow(&log);
        }
        for index in (0..log.len() as u32).map(EventIndex) {
            let searched: Vec<_> = log.effects(index).collect();
            assert_eq!(effects.of(index).collect::<Vec<_>>(), searched);
        }
        assert_eq!(effects.of(indices[1]).count(), 3);
    }
}
