//! The table of events: what the visitor can choose to see of it.

use coroscope_trace::{EntityId, Kind};

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
    /// That mention this or whose sentence says it, in whatever case.
    pub text: String,
}

impl Filter {
    /// Whether it leaves everything.
    pub fn is_open(&self) -> bool {
        self.group == Group::All && self.task.is_none() && self.text.trim().is_empty()
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
