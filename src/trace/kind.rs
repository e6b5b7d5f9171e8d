//! The kinds of events, in asyncio's own words.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// What happened. Each kind says whom it happens to (the subject) and what
        /// the operands hold; an operand that is not mentioned is 0, an entity or
        /// text that is not known is `EntityId::NONE` or `TextId::EMPTY`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)+];

            /// The word for it in exports; stable.
            pub const fn as_str(self) -> &'static str {
                match self { $(Kind::$name => $text,)+ }
            }
        }
    };
}

kinds! {
    // The run.
    /// Event 0 of every log. Subject: main.
    RunStarted = "run_started",
    /// The last event of a run. Subject: main; flags: `RUN_*`; a: text that says more.
    RunEnded = "run_ended",
    /// The log is full: what follows happened but was not recorded. Subject: main.
    RecordingStopped = "recording_stopped",
    /// Subject: anything with a name; a: text, the new name.
    Renamed = "renamed",

    // The loop.
    /// Subject: loop.
    LoopCreated = "loop_created",
    /// `run_forever` or `run_until_complete` entered. Subject: loop; a: the future or task it runs until, or none.
    LoopStarted = "loop_started",
    /// One turn begins; due timers were moved before. Subject: loop; a: how many handles run in it; b: number of the turn, from 1.
    IterationStarted = "iteration_started",
    /// The turn's handles have all run. Subject: loop; b: number of the turn.
    IterationEnded = "iteration_ended",
    /// Nothing was ready: the clock jumps to the next deadline (the event's time is the new time). Subject: loop; a, b: wide, the nanoseconds jumped over. Cause: the `TimerSet` of that deadline.
    ClockAdvanced = "clock_advanced",
    /// The program held the loop up, e.g. with `time.sleep`; the event's time is the time after. Subject: task or main; a, b: wide, nanoseconds.
    LoopBlocked = "loop_blocked",
    /// `run_forever` or `run_until_complete` left. Subject: loop.
    LoopStopped = "loop_stopped",
    /// Subject: loop.
    LoopClosed = "loop_closed",

    // Handles and timers.
    /// A handle enters the ready queue by `call_soon`. Subject: handle; a: the task it steps or the future it serves, or none; b: text, the callback; flags: `HANDLE_*`.
    HandleReady = "handle_ready",
    /// The loop takes the handle from the ready queue and calls it. Subject: handle or timer. Cause: `HandleReady`, or `TimerDue` for a timer.
    HandleStarted = "handle_started",
    /// The callback returned. Subject: handle or timer.
    HandleFinished = "handle_finished",
    /// `Handle.cancel()`; it stays in the ready queue and is passed over there. Subject: handle.
    HandleCancelled = "handle_cancelled",
    /// The loop passes over a cancelled handle. Subject: handle or timer.
    HandleSkipped = "handle_skipped",
    /// `call_later`, `call_at`. Subject: timer; a, b: wide, the deadline in virtual nanoseconds.
    TimerSet = "timer_set",
    /// The deadline is reached; the timer moves to the ready queue. Subject: timer. Cause: `ClockAdvanced` or `TimerSet`.
    TimerDue = "timer_due",
    /// `TimerHandle.cancel()` before the deadline. Subject: timer.
    TimerCancelled = "timer_cancelled",

    // Tasks.
    /// Subject: task; a: its coroutine; flags: `TASK_HOUSEKEEPING`.
    TaskCreated = "task_created",
    /// The coroutine is resumed. Subject: task; flags: `STEP_*`; a: text of the exception thrown in.
    StepStarted = "step_started",
    /// The coroutine yielded to the loop. Subject: task; flags: `SUSPEND_*`; a: the future or task it waits for; b: text, for what in words (may be empty); place: where it stands.
    TaskSuspended = "task_suspended",
    /// One frame of a task that has just been suspended, outermost first. Subject: task; a: text, the function; b: depth from 0; place: where the frame stands.
    FrameSuspended = "frame_suspended",
    /// The wait to come is an `asyncio.sleep`. Subject: task; a, b: wide, until when in virtual nanoseconds.
    TaskSleeping = "task_sleeping",
    /// What it waited for is done: its wake-up is in the ready queue. Subject: task; a: the future or task that was waited for. Cause: that future's end.
    TaskWoken = "task_woken",
    /// Subject: task; a: text, the result.
    TaskReturned = "task_returned",
    /// Subject: task; a: text, the exception.
    TaskRaised = "task_raised",
    /// Ended by `CancelledError`. Subject: task; a: text, the message.
    TaskCancelled = "task_cancelled",

    // Futures and callbacks.
    /// Subject: future.
    FutureCreated = "future_created",
    /// `set_result`. Subject: future; a: text, the result.
    FutureResolved = "future_resolved",
    /// `set_exception`. Subject: future; a: text, the exception.
    FutureFailed = "future_failed",
    /// Subject: future; a: text, the message.
    FutureCancelled = "future_cancelled",
    /// `add_done_callback`. Subject: future or task; a: text, the callback; b: the task that it will wake, or none.
    CallbackAdded = "callback_added",
    /// Operands as for `CallbackAdded`.
    CallbackRemoved = "callback_removed",
    /// The future is done: its callback goes to the ready queue. Subject: future or task; a: text, the callback; b: the handle.
    CallbackScheduled = "callback_scheduled",

    // Cancellation.
    /// `cancel()`. Subject: task or future; a: who asks (task or main); b: text, the message; flags: `CANCEL_TOO_LATE`, `CANCEL_BY_INTERRUPT`.
    CancelRequested = "cancel_requested",
    /// `CancelledError` is thrown into the coroutine. Subject: task; b: text, the message. Cause: `CancelRequested`.
    CancelDelivered = "cancel_delivered",
    /// The coroutine caught `CancelledError` and went on. Subject: task; place: the line that caught it. Cause: `CancelDelivered`.
    CancelSwallowed = "cancel_swallowed",
    /// `Task.uncancel()`. Subject: task; a: requests that are left.
    Uncancelled = "uncancelled",

    // Locks, events, conditions, semaphores, barriers.
    /// Subject: a primitive; a: first value of a semaphore, `maxsize` of a queue, parties of a barrier.
    PrimitiveCreated = "primitive_created",
    /// Subject: lock, semaphore or condition; a: the task that has it now; b: free places left (semaphore).
    Acquired = "acquired",
    /// Subject: as above; a: the task that lets go; b: free places now (semaphore).
    Released = "released",
    /// A task queues up at a primitive. Subject: the primitive; a: the task; b: the future that it will await; flags: `WAIT_TO_*`.
    WaitBegan = "wait_began",
    /// The primitive picks a waiter to go on. Subject: the primitive; a: the task, or none; b: its future.
    HandedOver = "handed_over",
    /// A task leaves the primitive's line. Subject: the primitive; a: the task; flags: `OUTCOME_*`.
    WaitEnded = "wait_ended",
    /// `asyncio.Event.set()`. Subject: event.
    EventSet = "event_set",
    /// `asyncio.Event.clear()`. Subject: event.
    EventCleared = "event_cleared",
    /// `Condition.notify(n)`. Subject: condition; a: how many are woken; b: how many were asked for.
    Notified = "notified",
    /// All parties arrived. Subject: barrier; a: how many.
    BarrierTripped = "barrier_tripped",
    /// `abort()` or a broken wait. Subject: barrier.
    BarrierBroken = "barrier_broken",

    // Queues.
    /// Subject: queue; a: text, the item; b: size after.
    QueuePut = "queue_put",
    /// Subject: queue; a: text, the item; b: size after.
    QueueGot = "queue_got",
    /// `task_done()`. Subject: queue; a: unfinished items left.
    QueueTaskDone = "queue_task_done",
    /// `join()` found or saw everything finished. Subject: queue; a: the task.
    QueueJoined = "queue_joined",
    /// Subject: queue; flags: 1 if immediate.
    QueueShutDown = "queue_shut_down",

    // Generators and coroutines.
    /// Subject: generator or asynchronous generator; its name is the function's.
    GeneratorCreated = "generator_created",
    /// Subject: coroutine; its name is the function's.
    CoroutineCreated = "coroutine_created",
    /// Subject: generator, asynchronous generator or coroutine; flags: `RESUME_*`; a: text, the value or exception sent in.
    GeneratorResumed = "generator_resumed",
    /// Subject: as above; a: text, the value.
    GeneratorYielded = "generator_yielded",
    /// Subject: as above; a: text, the value.
    GeneratorReturned = "generator_returned",
    /// Subject: as above; a: text, the exception.
    GeneratorRaised = "generator_raised",
    /// Closed before its end. Subject: as above.
    GeneratorClosed = "generator_closed",
    /// `yield from` or `await` hands over to an inner one. Subject: as above; a: the inner one.
    DelegationBegan = "delegation_began",
    /// The inner one is finished. Subject: as above; a: the inner one.
    DelegationEnded = "delegation_ended",

    // Scopes: TaskGroup, timeout, gather, wait, shield.
    /// Subject: scope; a: the task inside it.
    ScopeEntered = "scope_entered",
    /// Subject: scope; a: the task or future that now belongs to it.
    ScopeMemberAdded = "scope_member_added",
    /// Subject: scope; a, b: wide, the deadline in virtual nanoseconds.
    ScopeDeadlineSet = "scope_deadline_set",
    /// It cancels what is inside. Subject: scope; a: text, why.
    ScopeCancelled = "scope_cancelled",
    /// Subject: scope; flags: `OUTCOME_*`; a: text of the exception that leaves it.
    ScopeLeft = "scope_left",

    // The program.
    /// A new line is about to run. Subject: the running task, generator or main.
    LineReached = "line_reached",
    /// An interactive session goes on with what was typed at a prompt. Subject: main; a: its number, from 0; place: the line of the prompt.
    PromptReached = "prompt_reached",
    /// Subject: the running task or main; flags: `STDOUT` or `STDERR`; a: first byte in the log's output, b: number of bytes.
    OutputWritten = "output_written",
    /// A line of standard input was read, or the visitor's answer to `input()`. Subject: the running task or main; flags: `INPUT_ENDED`; a: text, the line without its newline.
    InputRead = "input_read",
    /// An exception is raised in the program. Subject: the running task or main; a: text.
    ExceptionRaised = "exception_raised",
    /// An exception left the program. Subject: task or main; a: text.
    ExceptionUncaught = "exception_uncaught",
    /// Something a visitor should know. Subject: what it is about; flags: `NOTICE_*`; a: text; place: the line that made the subject.
    Notice = "notice",
    /// A spelling that current Python no longer has, told once for each place. Subject: running task or main; a: text, the name of an [`OldSpelling`](crate::old_spelling::OldSpelling); b: text, of what it was used.
    Hint = "hint",
    /// Nothing is ready, no timer is set, tasks are unfinished. Subject: loop; a: how many tasks wait.
    DeadlockFound = "deadlock_found",
    /// One unfinished task of the deadlock. Subject: task; a: what it waits for; b: who would have to act (task), or none; flags: `DEADLOCK_IN_CYCLE`.
    DeadlockMember = "deadlock_member",
}

impl Kind {
    /// The kind with this number, if there is one.
    pub fn from_u8(number: u8) -> Option<Kind> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_distinct() {
        let mut words: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Kind::ALL.len());
        for (number, kind) in (0u8..).zip(Kind::ALL) {
            assert_eq!(*kind as u8, number);
            assert_eq!(Kind::from_u8(number), Some(*kind));
        }
        assert_eq!(Kind::from_u8(Kind::ALL.len() as u8), None);
    }
}
