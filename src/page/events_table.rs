//! The table of events: which rows a filter leaves.

use std::collections::HashSet;

use coroscope_trace::operands::{Operand, Operands};
use coroscope_trace::{EntityId, Event, EventIndex, Kind, Log, TextId};

use crate::stepping::owner;
use crate::text::Lang;

/// A group of kinds that the visitor can choose.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Group {
    /// Everything.
    #[default]
    All,
    /// Lives and steps of tasks.
    Tasks,
    /// Turns of the loop, handles and timers.
    Loop,
    /// Futures and callbacks.
    Futures,
    /// Cancellation and scopes.
    Scopes,
    /// Locks, queues and their like.
    Primitives,
    /// Generators and coroutines.
    Generators,
    /// Lines.
    Lines,
    /// Output.
    Output,
    /// Exceptions, notices, deadlocks.
    Problems,
}

impl Group {
    /// In the order of the menu.
    pub const ALL: [Group; 10] = [
        Group::All,
        Group::Tasks,
        Group::Loop,
        Group::Futures,
        Group::Scopes,
        Group::Primitives,
        Group::Generators,
        Group::Lines,
        Group::Output,
        Group::Problems,
    ];

    /// Its name in the menu's values.
    pub const fn code(self) -> &'static str {
        match self {
            Group::All => "all",
            Group::Tasks => "tasks",
            Group::Loop => "loop",
            Group::Futures => "futures",
            Group::Scopes => "scopes",
            Group::Primitives => "primitives",
            Group::Generators => "generators",
            Group::Lines => "lines",
            Group::Output => "output",
            Group::Problems => "problems",
        }
    }

    /// The group of that name.
    pub fn from_code(code: &str) -> Group {
        Group::ALL
            .into_iter()
            .find(|group| group.code() == code)
            .unwrap_or_default()
    }

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Group::All => lang.group_all(),
            Group::Tasks => lang.group_tasks(),
            Group::Loop => lang.group_loop(),
            Group::Futures => lang.futures(),
            Group::Scopes => lang.group_scopes(),
            Group::Primitives => lang.primitives(),
            Group::Generators => lang.generators(),
            Group::Lines => lang.group_lines(),
            Group::Output => lang.output(),
            Group::Problems => lang.group_problems(),
        }
    }

    /// The group that a kind belongs to.
    pub const fn of(kind: Kind) -> Group {
        match kind {
            Kind::TaskCreated
            | Kind::StepStarted
            | Kind::TaskSuspended
            | Kind::FrameSuspended
            | Kind::TaskSleeping
            | Kind::TaskWoken
            | Kind::TaskReturned
            | Kind::TaskRaised
            | Kind::TaskCancelled
            | Kind::Renamed => Group::Tasks,
            Kind::FutureCreated
            | Kind::FutureResolved
            | Kind::FutureFailed
            | Kind::FutureCancelled
            | Kind::CallbackAdded
            | Kind::CallbackRemoved
            | Kind::CallbackScheduled => Group::Futures,
            Kind::CancelRequested
            | Kind::CancelDelivered
            | Kind::CancelSwallowed
            | Kind::Uncancelled
            | Kind::ScopeEntered
            | Kind::ScopeMemberAdded
            | Kind::ScopeDeadlineSet
            | Kind::ScopeCancelled
            | Kind::ScopeLeft => Group::Scopes,
            Kind::PrimitiveCreated
            | Kind::Acquired
            | Kind::Released
            | Kind::WaitBegan
            | Kind::HandedOver
            | Kind::WaitEnded
            | Kind::EventSet
            | Kind::EventCleared
            | Kind::Notified
            | Kind::BarrierTripped
            | Kind::BarrierBroken
            | Kind::QueuePut
            | Kind::QueueGot
            | Kind::QueueTaskDone
            | Kind::QueueJoined
            | Kind::QueueShutDown => Group::Primitives,
            Kind::GeneratorCreated
            | Kind::CoroutineCreated
            | Kind::GeneratorResumed
            | Kind::GeneratorYielded
            | Kind::GeneratorReturned
            | Kind::GeneratorRaised
            | Kind::GeneratorClosed
            | Kind::DelegationBegan
            | Kind::DelegationEnded => Group::Generators,
            Kind::LineReached => Group::Lines,
            Kind::OutputWritten | Kind::InputRead => Group::Output,
            Kind::ExceptionRaised
            | Kind::ExceptionUncaught
            | Kind::Notice
            | Kind::Hint
            | Kind::DeadlockFound
            | Kind::DeadlockMember
            | Kind::LoopBlocked
            | Kind::RecordingStopped => Group::Problems,
            _ => Group::Loop,
        }
    }
}

/// Which events to show.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Of this group.
    pub group: Group,
    /// Of this task only.
    pub task: Option<EntityId>,
    /// That mention this, in whatever case.
    pub text: String,
}

impl Filter {
    /// Whether it leaves everything.
    pub fn is_open(&self) -> bool {
        self.group == Group::All && self.task.is_none() && self.text.trim().is_empty()
    }

    /// The events that it leaves, in order; `None` for all.
    pub fn rows(&self, log: &Log) -> Option<Vec<u32>> {
        if self.is_open() {
            return None;
        }
        let search = Search::new(log, self.text.trim());
        let rows = log.events_from(EventIndex(0)).filter(|(_, event)| {
            (self.group == Group::All || Group::of(event.kind) == self.group)
                && self
                    .task
                    .is_none_or(|task| event.subject == task || owner(log, event.subject) == task)
                && search
                    .as_ref()
                    .is_none_or(|search| search.finds(log, event))
        });
        Some(rows.map(|(index, _)| index.0).collect())
    }
}

/// A search that looks at each text of the log once, not at each sentence.
struct Search {
    words: String,
    /// A line, if the words are its number.
    line: Option<u32>,
    names: HashSet<TextId>,
}

impl Search {
    fn new(log: &Log, words: &str) -> Option<Search> {
        let words = words.to_lowercase();
        if words.is_empty() {
            return None;
        }
        let line = words
            .trim_start_matches("line")
            .trim_matches(['第', '行', ' '])
            .parse()
            .ok();
        let names = log
            .texts()
            .filter(|(_, text)| text.to_lowercase().contains(&words))
            .map(|(id, _)| id)
            .collect();
        Some(Search { words, line, names })
    }

    fn finds(&self, log: &Log, event: &Event) -> bool {
        let in_name = |id: EntityId| {
            log.entity(id)
                .is_some_and(|entity| self.names.contains(&entity.name))
        };
        if in_name(event.subject)
            || in_name(owner(log, event.subject))
            || self.line.is_some_and(|line| event.place.line() == line)
            || event.kind.as_str().replace('_', " ").contains(&self.words)
        {
            return true;
        }
        if event.kind == Kind::OutputWritten {
            let (start, bytes) = (event.a as usize, event.b as usize);
            let written = log.output().get(start..start.saturating_add(bytes));
            let text = String::from_utf8_lossy(written.unwrap_or(&[]));
            return text.to_lowercase().contains(&self.words);
        }
        let Operands::Pair(a, b) = event.kind.operands() else {
            return false;
        };
        [(a, event.a), (b, event.b)]
            .into_iter()
            .any(|(operand, value)| match operand {
                Operand::Text(_) => self.names.contains(&TextId(value)),
                Operand::Entity(_) => in_name(EntityId(value)),
                _ => false,
            })
    }
}

/// The row of an event: its own, or that of the last shown event before it.
pub fn row_of(rows: Option<&[u32]>, event: u32) -> usize {
    match rows {
        None => event as usize,
        Some(rows) => rows.partition_point(|row| *row <= event).saturating_sub(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityKind, Limits, Place, Stream};

    fn log() -> Log {
        let mut log = Log::new(true, Limits::default());
        let (name, result) = (log.intern("worker-1"), log.intern("'Ready'"));
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        let handle = log.new_entity(EntityKind::Handle, TextId::EMPTY, task);
        let place = Place::new(0, 7);
        let emit = |log: &mut Log, kind, subject, place, a: u32| {
            log.emit(kind, subject, Cause::Current, place, a, 0);
        };
        emit(&mut log, Kind::TaskCreated, task, place, u32::MAX);
        emit(&mut log, Kind::HandleStarted, handle, Place::NONE, 0);
        log.write_output(Stream::Stdout, "Grüße\n".as_bytes(), task, place);
        emit(&mut log, Kind::TaskReturned, task, Place::NONE, result.0);
        emit(
            &mut log,
            Kind::IterationEnded,
            EntityId::MAIN,
            Place::NONE,
            0,
        );
        log
    }

    fn found(filter: &Filter) -> Vec<u32> {
        filter.rows(&log()).unwrap_or_default()
    }

    #[test]
    fn a_filter_leaves_what_all_of_its_parts_leave() {
        let text = |text: &str| Filter {
            text: text.to_owned(),
            ..Filter::default()
        };
        assert_eq!(Filter::default().rows(&log()), None);
        assert_eq!(found(&text("ready")), [4]);
        assert_eq!(found(&text("GRÜ")), [3]);
        assert_eq!(found(&text("worker")), [1, 2, 3, 4]);
        assert_eq!(found(&text("line 7")), [1, 3]);
        assert_eq!(found(&text("iteration")), [5]);
        let tasks = Filter {
            group: Group::Tasks,
            ..text("worker")
        };
        assert_eq!(found(&tasks), [1, 4]);
        let of_task = Filter {
            task: Some(EntityId(1)),
            ..Filter::default()
        };
        assert_eq!(found(&of_task), [1, 2, 3, 4]);
    }

    #[test]
    fn the_cursor_stands_at_the_last_row_before_it() {
        assert_eq!(row_of(None, 5), 5);
        assert_eq!(row_of(Some(&[2, 4, 9]), 4), 1);
        assert_eq!(row_of(Some(&[2, 4, 9]), 8), 1);
        assert_eq!(row_of(Some(&[2, 4, 9]), 0), 0);
    }

    #[test]
    fn every_kind_is_in_a_group_that_can_be_chosen() {
        for kind in Kind::ALL {
            assert!(Group::ALL.contains(&Group::of(*kind)));
        }
    }
}
