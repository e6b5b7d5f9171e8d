//! One record of the log: fixed size, copied freely, never changed.

use crate::entity::EntityId;
use crate::kind::Kind;
use crate::text::TextId;

/// Position of an event in the log, counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(transparent)]
pub struct EventIndex(pub u32);

impl EventIndex {
    /// No event: the cause of event 0, and what emitting returns while nothing is recorded.
    pub const NONE: EventIndex = EventIndex(u32::MAX);

    /// Whether this names an event at all.
    pub const fn is_some(self) -> bool {
        self.0 != u32::MAX
    }

    /// As a position in a slice or loop.
    pub const fn to_usize(self) -> usize {
        self.0 as usize
    }
}

/// A line of a source file, packed: file number in the top 8 bits, line
/// (counted from 1) in the low 24. Line 0 means "no place".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[repr(transparent)]
pub struct Place(pub u32);

impl Place {
    /// Nowhere in a source file, e.g. inside the event loop.
    pub const NONE: Place = Place(0);

    /// Highest line number that fits; longer files are clamped to it.
    pub const LAST_LINE: u32 = 0x00ff_ffff;

    /// The line `line` (from 1) of file number `file`, see [`crate::Log::add_file`].
    pub const fn new(file: u8, line: u32) -> Place {
        let line = if line > Self::LAST_LINE {
            Self::LAST_LINE
        } else {
            line
        };
        Place((file as u32) << 24 | line)
    }

    /// Number of the file.
    pub const fn file(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// Line, counted from 1; 0 if this is no place.
    pub const fn line(self) -> u32 {
        self.0 & Self::LAST_LINE
    }

    /// Whether this is a place at all.
    pub const fn is_some(self) -> bool {
        self.line() != 0
    }
}

/// One thing that happened. What `flags`, `a` and `b` mean depends on
/// the kind and is written at each [`Kind`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Event {
    /// Virtual time in nanoseconds since the run started.
    pub time: u64,
    /// Whom it happened to.
    pub subject: EntityId,
    /// The earlier event that this one is a consequence of; `NONE` for event 0 only.
    pub cause: EventIndex,
    /// The line of the program that was running.
    pub place: Place,
    /// First operand.
    pub a: u32,
    /// Second operand.
    pub b: u32,
    /// What happened.
    pub kind: Kind,
    /// Variant of the kind, see [`flags`].
    pub flags: u8,
}

impl Event {
    /// Operand `a` as an entity.
    pub const fn entity_a(&self) -> EntityId {
        EntityId(self.a)
    }

    /// Operand `b` as an entity.
    pub const fn entity_b(&self) -> EntityId {
        EntityId(self.b)
    }

    /// Operand `a` as a text.
    pub const fn text_a(&self) -> TextId {
        TextId(self.a)
    }

    /// Operand `b` as a text.
    pub const fn text_b(&self) -> TextId {
        TextId(self.b)
    }

    /// Operands `a` (low half) and `b` (high half) as one number, usually nanoseconds.
    pub const fn wide(&self) -> u64 {
        self.a as u64 | (self.b as u64) << 32
    }
}

/// Splits a number into the operands `(a, b)` that [`Event::wide`] joins again.
pub const fn wide(value: u64) -> (u32, u32) {
    (value as u32, (value >> 32) as u32)
}

/// Values of [`Event::flags`], by kind.
pub mod flags {
    /// `OutputWritten`: to standard output.
    pub const STDOUT: u8 = 0;
    /// `OutputWritten`: to standard error.
    pub const STDERR: u8 = 1;

    /// `InputRead`: there was no line; the input is at its end.
    pub const INPUT_ENDED: u8 = 1;

    /// `RunEnded`: the program came to its end.
    pub const RUN_COMPLETED: u8 = 0;
    /// `RunEnded`: by an uncaught exception.
    pub const RUN_RAISED: u8 = 1;
    /// `RunEnded`: the visitor pressed Stop.
    pub const RUN_STOPPED: u8 = 2;
    /// `RunEnded`: more instructions than allowed.
    pub const RUN_OUT_OF_INSTRUCTIONS: u8 = 3;
    /// `RunEnded`: more memory than allowed.
    pub const RUN_OUT_OF_MEMORY: u8 = 4;
    /// `RunEnded`: nothing can ever run again.
    pub const RUN_DEADLOCKED: u8 = 5;
    /// `RunEnded`: more output than allowed.
    pub const RUN_OUT_OF_OUTPUT: u8 = 6;
    /// `RunEnded`: the program called `sys.exit` or the like.
    pub const RUN_EXITED: u8 = 7;

    /// `HandleReady`: a callback that the program itself scheduled.
    pub const HANDLE_CALLBACK: u8 = 0;
    /// `HandleReady`: the first step of a task, or its next one after a bare `yield`.
    pub const HANDLE_STEP: u8 = 1;
    /// `HandleReady`: wakes the task that waited for a future.
    pub const HANDLE_WAKE: u8 = 2;
    /// `HandleReady`: a done callback of a future.
    pub const HANDLE_DONE_CALLBACK: u8 = 3;

    /// `TaskCreated`: by `asyncio.run` itself, to leave nothing behind; it has no lane.
    pub const TASK_HOUSEKEEPING: u8 = 1;

    /// `StepStarted`: the coroutine is resumed with `send(None)`.
    pub const STEP_SEND: u8 = 0;
    /// `StepStarted`: an exception is thrown into the coroutine.
    pub const STEP_THROW: u8 = 1;
    /// `StepStarted`: run at once by an eager task factory, not from a handle.
    pub const STEP_EAGER: u8 = 2;

    /// `TaskSuspended`: waits for the entity in `a`.
    pub const SUSPEND_WAIT: u8 = 0;
    /// `TaskSuspended`: a bare `yield` (`asyncio.sleep(0)`): it lets the others go first.
    pub const SUSPEND_YIELD: u8 = 1;
    /// `TaskSuspended`: it awaited what it cannot wait for, and will get an error.
    pub const SUSPEND_REFUSED: u8 = 2;

    /// `GeneratorResumed`: by `next()` or `send(None)`.
    pub const RESUME_NEXT: u8 = 0;
    /// `GeneratorResumed`: by `send(value)`.
    pub const RESUME_SEND: u8 = 1;
    /// `GeneratorResumed`: by `throw(exception)`.
    pub const RESUME_THROW: u8 = 2;
    /// `GeneratorResumed`: by `close()` or because it is dropped.
    pub const RESUME_CLOSE: u8 = 3;

    /// `WaitBegan`: to get what the primitive gives: the lock, an item, the signal.
    pub const WAIT_TO_GET: u8 = 0;
    /// `WaitBegan`: for room in a full queue.
    pub const WAIT_TO_PUT: u8 = 1;
    /// `WaitBegan`: for every item of a queue to be finished.
    pub const WAIT_TO_JOIN: u8 = 2;

    /// `WaitEnded`, `ScopeLeft`: as hoped.
    pub const OUTCOME_DONE: u8 = 0;
    /// `WaitEnded`, `ScopeLeft`: by cancellation.
    pub const OUTCOME_CANCELLED: u8 = 1;
    /// `WaitEnded`, `ScopeLeft`: by an exception.
    pub const OUTCOME_RAISED: u8 = 2;
    /// `ScopeLeft`: the time was over.
    pub const OUTCOME_TIMED_OUT: u8 = 3;

    /// `CancelRequested`: `cancel()` returned False, the subject was already done.
    pub const CANCEL_TOO_LATE: u8 = 1;
    /// `CancelRequested`: Ctrl+C, that is the Stop button or SIGINT, has asked.
    pub const CANCEL_BY_INTERRUPT: u8 = 2;

    /// `DeadlockMember`: the task is part of a circle of waiting.
    pub const DEADLOCK_IN_CYCLE: u8 = 1;

    /// `Notice`: a coroutine was never awaited.
    pub const NOTICE_NEVER_AWAITED: u8 = 1;
    /// `Notice`: a task's or future's exception was never retrieved.
    pub const NOTICE_NEVER_RETRIEVED: u8 = 2;
    /// `Notice`: a task was destroyed while it was pending.
    pub const NOTICE_DESTROYED_PENDING: u8 = 3;
    /// `Notice`: a callback took long (debug mode).
    pub const NOTICE_SLOW_CALLBACK: u8 = 4;
    /// `Notice`: an exception reached the loop's exception handler.
    pub const NOTICE_EXCEPTION_HANDLER: u8 = 5;
    /// `Notice`: any other warning from `warnings.warn`.
    pub const NOTICE_WARNING: u8 = 0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_at_most_32_bytes() {
        assert!(size_of::<Event>() <= 32);
    }

    #[test]
    fn a_place_packs_file_and_line_and_clamps_the_line() {
        let place = Place::new(7, 1234);
        assert_eq!((place.file(), place.line()), (7, 1234));
        assert_eq!(Place::new(255, u32::MAX).line(), Place::LAST_LINE);
        assert!(!Place::new(3, 0).is_some());
    }

    #[test]
    fn wide_operands_join_again() {
        for value in [0, 1, u64::from(u32::MAX), 1 << 32, u64::MAX] {
            let (a, b) = wide(value);
            let event = Event {
                time: 0,
                subject: EntityId::MAIN,
                cause: EventIndex::NONE,
                place: Place::NONE,
                a,
                b,
                kind: Kind::TimerSet,
                flags: 0,
            };
            assert_eq!(event.wide(), value);
        }
    }
}
