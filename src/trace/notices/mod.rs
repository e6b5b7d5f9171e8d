//! What a visitor should know about a run: mistakes that asyncio lets pass
//! silently, and where time is lost. Found by reading the log once.

mod rows;
mod waiting;
mod words;

use std::collections::HashMap;

use crate::entity::{EntityId, EntityKind};
use crate::event::{Event, EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::Log;
use crate::text::TextId;
use rows::Rows;
use waiting::Waiting;

pub use words::{mend, tell, title};

/// What is the matter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Trouble {
    /// Every task waits for ever.
    Deadlock,
    /// An exception ended the program or a thread of it.
    Uncaught,
    /// A coroutine was made and never awaited.
    NeverAwaited,
    /// A task failed and nobody asked how it ended.
    NeverRetrieved,
    /// A task was destroyed while it waited.
    DestroyedPending,
    /// A task that nobody awaited was cut short by the end of the run.
    TaskNotKept,
    /// Code held the loop up while others could have run.
    LoopBlocked,
    /// A coroutine caught `CancelledError` and went on.
    CancelSwallowed,
    /// `gather` kept exceptions back.
    GatherHides,
    /// The same coroutine function was awaited again and again while nothing
    /// else could run.
    AwaitsInARow,
    /// A callback failed.
    HandlerCalled,
    /// Any other warning.
    Warning,
    /// A spelling that current Python no longer has.
    OldSpelling,
}

impl Trouble {
    /// Every kind, the gravest first.
    pub const ALL: [Trouble; 13] = [
        Trouble::Deadlock,
        Trouble::Uncaught,
        Trouble::NeverAwaited,
        Trouble::NeverRetrieved,
        Trouble::DestroyedPending,
        Trouble::TaskNotKept,
        Trouble::LoopBlocked,
        Trouble::CancelSwallowed,
        Trouble::GatherHides,
        Trouble::AwaitsInARow,
        Trouble::HandlerCalled,
        Trouble::Warning,
        Trouble::OldSpelling,
    ];

    /// Whether it is only a suggestion: nothing went wrong.
    pub const fn is_advice(self) -> bool {
        matches!(self, Trouble::AwaitsInARow | Trouble::OldSpelling)
    }
}

/// One thing that a visitor should know. What happened several times at one
/// line is told once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What is the matter.
    pub trouble: Trouble,
    /// The line that it is about; may be none.
    pub place: Place,
    /// When it happened, in order; never empty.
    pub moments: Vec<EventIndex>,
    /// Whom it happened to first.
    pub who: EntityId,
    /// Who else took part: who was kept waiting, whose exceptions are hidden.
    pub others: Vec<EntityId>,
    /// How long it took in all, in virtual nanoseconds.
    pub length: u64,
    /// How long the longest single one took.
    pub longest: u64,
    /// What the log says of it: an exception, a function, a message.
    pub text: TextId,
}

impl Notice {
    fn new(trouble: Trouble, at: EventIndex, who: EntityId, place: Place) -> Notice {
        Notice {
            trouble,
            place,
            moments: vec![at],
            who,
            others: Vec::new(),
            length: 0,
            longest: 0,
            text: TextId::EMPTY,
        }
    }
}

/// What is known of a task that may be of interest later.
#[derive(Clone, Copy, Debug)]
struct Life {
    place: Place,
    has_run: bool,
    /// Somebody awaits it or it belongs to a scope.
    is_kept: bool,
    raised: TextId,
    has_raised: bool,
    uncancelled: EventIndex,
    /// The line where it waited last.
    stands: Place,
}

/// The notices of one log; follows it as it grows.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    found: Vec<Notice>,
    read: u32,
    /// How many loops run.
    loops: u32,
    lives: HashMap<EntityId, Life>,
    /// Unfinished tasks.
    alive: u32,
    scopes: HashMap<EntityId, Vec<EntityId>>,
    waiting: Waiting,
    rows: Rows,
}

impl Notices {
    /// All of them; the gravest first, then in order of time.
    pub fn all(&self) -> Vec<&Notice> {
        let mut all: Vec<_> = self.found.iter().collect();
        all.sort_by_key(|notice| (notice.trouble, notice.moments.first().copied()));
        all
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Takes in what was added to the log since the last call.
    pub fn follow(&mut self, log: &Log) {
        for (index, event) in log.events_from(EventIndex(self.read)) {
            self.take(log, index, event);
            self.read = index.0.saturating_add(1);
        }
    }

    fn take(&mut self, log: &Log, index: EventIndex, event: &Event) {
        self.waiting.take(log, event);
        let alone = self.alive <= 1;
        if let Some(row) = self.rows.take(log, index, event, alone) {
            self.add_row(row);
        }
        match event.kind {
            Kind::LoopStarted => self.loops += 1,
            Kind::LoopStopped => self.loops = self.loops.saturating_sub(1),
            Kind::TaskCreated => self.task_created(event),
            Kind::StepStarted => self.life(event.subject, |life| life.has_run = true),
            Kind::TaskSuspended => self.life(event.subject, |life| {
                if event.place.is_some() {
                    life.stands = event.place;
                }
            }),
            Kind::TaskReturned | Kind::TaskCancelled => self.ended(event),
            Kind::TaskRaised => {
                self.life(event.subject, |life| {
                    life.has_raised = true;
                    life.raised = event.text_a();
                });
                self.ended(event);
            }
            Kind::CallbackAdded if event.entity_b().is_some() => {
                self.life(event.subject, |life| life.is_kept = true);
            }
            // `asyncio.run` gathers what is left in a scope of its own.
            Kind::ScopeEntered if event.entity_a() != EntityId::MAIN => {
                self.scopes.insert(event.subject, Vec::new());
            }
            Kind::ScopeMemberAdded => {
                if let Some(members) = self.scopes.get_mut(&event.subject) {
                    members.push(event.entity_a());
                    self.life(event.entity_a(), |life| life.is_kept = true);
                }
            }
            Kind::ScopeLeft => self.scope_left(log, index, event),
            Kind::CancelRequested => self.cancel_requested(index, event),
            Kind::Uncancelled => self.life(event.subject, |life| life.uncancelled = index),
            Kind::CancelSwallowed => self.swallowed(log, index, event),
            Kind::LoopBlocked if self.loops > 0 => self.blocked(log, index, event),
            Kind::Notice => self.noticed(log, index, event),
            Kind::Hint => {
                let mut notice =
                    Notice::new(Trouble::OldSpelling, index, event.subject, event.place);
                notice.text = event.text_a();
                self.add(notice);
            }
            Kind::ExceptionUncaught => {
                let mut notice = Notice::new(Trouble::Uncaught, index, event.subject, event.place);
                notice.text = event.text_a();
                self.add(notice);
            }
            Kind::DeadlockFound => {
                let who = event.subject;
                self.add(Notice::new(Trouble::Deadlock, index, who, Place::NONE));
            }
            Kind::DeadlockMember => self.deadlocked(event),
            _ => {}
        }
    }

    fn life(&mut self, task: EntityId, change: impl FnOnce(&mut Life)) {
        if let Some(life) = self.lives.get_mut(&task) {
            change(life);
        }
    }

    fn task_created(&mut self, event: &Event) {
        if event.flags == flags::TASK_HOUSEKEEPING {
            return;
        }
        self.alive += 1;
        self.lives.insert(
            event.subject,
            Life {
                place: event.place,
                has_run: false,
                is_kept: false,
                raised: TextId::EMPTY,
                has_raised: false,
                uncancelled: EventIndex::NONE,
                stands: event.place,
            },
        );
    }

    fn ended(&mut self, event: &Event) {
        if self.lives.contains_key(&event.subject) {
            self.alive = self.alive.saturating_sub(1);
        }
    }

    /// The end of `asyncio.run` cancels what is left: outside of any loop.
    fn cancel_requested(&mut self, index: EventIndex, event: &Event) {
        let is_end = event.entity_a() == EntityId::MAIN && self.loops == 0;
        let Some(life) = self.lives.get(&event.subject).copied() else {
            return;
        };
        if is_end && !life.is_kept {
            let mut notice = Notice::new(Trouble::TaskNotKept, index, event.subject, life.place);
            notice.length = u64::from(life.has_run);
            self.add(notice);
        }
    }

    fn swallowed(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let Some(life) = self.lives.get(&event.subject).copied() else {
            return;
        };
        // Who awaits a cancelled task may well catch that, without being cancelled.
        let request = log
            .event(event.cause)
            .map_or(EventIndex::NONE, |delivered| delivered.cause);
        let asked = log.event(request);
        if asked.is_none_or(|asked| asked.subject != event.subject) {
            return;
        }
        // `timeout` and `TaskGroup` take their own request back.
        let taken_back = life.uncancelled.is_some() && life.uncancelled > request;
        if !taken_back {
            let place = if event.place.is_some() {
                event.place
            } else {
                life.stands
            };
            self.add(Notice::new(
                Trouble::CancelSwallowed,
                index,
                event.subject,
                place,
            ));
        }
    }

    fn blocked(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let length = event.wide();
        let mut notice = Notice::new(Trouble::LoopBlocked, index, event.subject, event.place);
        notice.length = length;
        notice.longest = length;
        notice.others = self.waiting.kept_waiting(log, event.time, event.subject);
        self.add(notice);
    }

    fn scope_left(&mut self, log: &Log, index: EventIndex, event: &Event) {
        let members = self.scopes.remove(&event.subject).unwrap_or_default();
        let is_gather = log
            .entity(event.subject)
            .is_some_and(|scope| scope.kind == EntityKind::Gather);
        if !is_gather {
            return;
        }
        let failed = members.iter().filter_map(|member| {
            let life = self.lives.get(member)?;
            life.has_raised
                .then_some((*member, life.raised, life.place))
        });
        // What gather raises is seen; what it returns, or leaves out, is not.
        let seen = usize::from(event.flags == flags::OUTCOME_RAISED);
        let hidden: Vec<_> = failed.skip(seen).collect();
        let Some((first, text, place)) = hidden.first().copied() else {
            return;
        };
        let mut notice = Notice::new(Trouble::GatherHides, index, first, place);
        notice.text = text;
        notice.others = hidden.iter().skip(1).map(|(task, ..)| *task).collect();
        notice.length = seen as u64;
        self.add(notice);
    }

    fn noticed(&mut self, log: &Log, index: EventIndex, event: &Event) {
        // The handler is told of these too; they have notices of their own.
        let text = log.text(event.text_a());
        let is_told = event.flags == flags::NOTICE_EXCEPTION_HANDLER
            && (text.ends_with("exception was never retrieved")
                || text.starts_with("Task was destroyed"));
        if is_told {
            return;
        }
        let trouble = match event.flags {
            flags::NOTICE_NEVER_AWAITED => Trouble::NeverAwaited,
            flags::NOTICE_NEVER_RETRIEVED => Trouble::NeverRetrieved,
            flags::NOTICE_DESTROYED_PENDING => Trouble::DestroyedPending,
            flags::NOTICE_EXCEPTION_HANDLER => Trouble::HandlerCalled,
            _ => Trouble::Warning,
        };
        let life = self.lives.get(&event.subject);
        let place = match life {
            Some(life) if !event.place.is_some() => life.place,
            _ => event.place,
        };
        let mut notice = Notice::new(trouble, index, event.subject, place);
        notice.text = match life {
            Some(life) if trouble == Trouble::NeverRetrieved && life.has_raised => life.raised,
            _ => event.text_a(),
        };
        self.add(notice);
    }

    fn deadlocked(&mut self, event: &Event) {
        let is_in_cycle = event.flags & flags::DEADLOCK_IN_CYCLE != 0;
        let mut last = self.found.iter_mut().rev();
        if let Some(notice) = last.find(|notice| notice.trouble == Trouble::Deadlock) {
            // Those of the circle come first: they are the reason.
            if is_in_cycle {
                let end = notice.length as usize;
                notice
                    .others
                    .insert(end.min(notice.others.len()), event.subject);
                notice.length += 1;
            } else {
                notice.others.push(event.subject);
            }
            if !notice.place.is_some() {
                notice.place = event.place;
            }
        }
    }

    fn add_row(&mut self, row: rows::Row) {
        let same = self.found.iter_mut().find(|notice| {
            notice.trouble == Trouble::AwaitsInARow
                && notice.who == row.task
                && notice.text == row.function
                && notice.place == row.place
        });
        match same {
            Some(notice) => {
                notice.moments = row.moments;
                notice.length = row.total;
                notice.longest = row.longest;
            }
            None => self.found.push(Notice {
                trouble: Trouble::AwaitsInARow,
                place: row.place,
                moments: row.moments,
                who: row.task,
                others: Vec::new(),
                length: row.total,
                longest: row.longest,
                text: row.function,
            }),
        }
    }

    /// Adds a notice, to one like it if there is one.
    fn add(&mut self, notice: Notice) {
        let same = self.found.iter_mut().find(|other| {
            other.trouble == notice.trouble
                && other.place == notice.place
                && notice.place.is_some()
                && other.text == notice.text
        });
        let Some(same) = same else {
            if self.found.len() < MOST_NOTICES {
                self.found.push(notice);
            }
            return;
        };
        same.moments.extend(notice.moments);
        if notice.trouble == Trouble::LoopBlocked {
            same.length = same.length.saturating_add(notice.length);
            same.longest = same.longest.max(notice.longest);
        }
        for other in notice.others {
            if !same.others.contains(&other) && same.others.len() < MOST_OTHERS {
                same.others.push(other);
            }
        }
    }
}

/// How many different notices are kept: nobody reads more, and each new one is
/// compared with all of them.
const MOST_NOTICES: usize = 500;

/// How many tasks are remembered of those who took part.
const MOST_OTHERS: usize = 200;
