//! What the operands of each kind of event hold, for everyone who shows or
//! exports events without knowing each kind.

use crate::event::flags;
use crate::kind::Kind;

/// What an operand holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// Nothing.
    Unused,
    /// An entity; `EntityId::NONE` for nobody.
    Entity(&'static str),
    /// An interned text.
    Text(&'static str),
    /// A number.
    Number(&'static str),
}

/// What `a` and `b` of a kind hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operands {
    /// Each on its own.
    Pair(Operand, Operand),
    /// Together one number: virtual nanoseconds.
    Wide(&'static str),
}

use Operand::{Entity, Number, Text, Unused};

impl Kind {
    /// What `a` and `b` hold, with the names that exports use; stable.
    pub const fn operands(self) -> Operands {
        let (a, b) = match self {
            Kind::ClockAdvanced => return Operands::Wide("jump"),
            Kind::LoopBlocked => return Operands::Wide("duration"),
            Kind::TimerSet | Kind::ScopeDeadlineSet => return Operands::Wide("deadline"),
            Kind::TaskSleeping => return Operands::Wide("until"),

            Kind::RunEnded | Kind::Notice => (Text("text"), Unused),
            Kind::Renamed => (Text("name"), Unused),
            Kind::LoopStarted => (Entity("until"), Unused),
            Kind::IterationStarted => (Number("handles"), Number("iteration")),
            Kind::IterationEnded => (Unused, Number("iteration")),
            Kind::HandleReady => (Entity("owner"), Text("callback")),

            Kind::TaskCreated => (Entity("coroutine"), Unused),
            Kind::StepStarted => (Text("exception"), Unused),
            Kind::TaskSuspended => (Entity("on"), Text("what")),
            Kind::FrameSuspended => (Text("function"), Number("depth")),
            Kind::TaskWoken => (Entity("by"), Unused),
            Kind::TaskReturned | Kind::FutureResolved => (Text("result"), Unused),
            Kind::TaskRaised
            | Kind::FutureFailed
            | Kind::GeneratorRaised
            | Kind::ScopeLeft
            | Kind::ExceptionRaised
            | Kind::ExceptionUncaught => (Text("exception"), Unused),
            Kind::TaskCancelled | Kind::FutureCancelled => (Text("message"), Unused),

            Kind::CallbackAdded | Kind::CallbackRemoved => (Text("callback"), Entity("wakes")),
            Kind::CallbackScheduled => (Text("callback"), Entity("handle")),

            Kind::CancelRequested => (Entity("by"), Text("message")),
            Kind::CancelDelivered => (Unused, Text("message")),
            Kind::Uncancelled => (Number("requests"), Unused),

            Kind::PrimitiveCreated => (Number("capacity"), Unused),
            Kind::Acquired | Kind::Released => (Entity("task"), Number("free")),
            Kind::WaitBegan | Kind::HandedOver => (Entity("task"), Entity("future")),
            Kind::WaitEnded | Kind::QueueJoined | Kind::ScopeEntered => (Entity("task"), Unused),
            Kind::Notified => (Number("woken"), Number("asked")),
            Kind::BarrierTripped => (Number("parties"), Unused),
            Kind::QueuePut | Kind::QueueGot => (Text("item"), Number("size")),
            Kind::QueueTaskDone => (Number("unfinished"), Unused),

            Kind::GeneratorResumed => (Text("sent"), Unused),
            Kind::GeneratorYielded | Kind::GeneratorReturned => (Text("value"), Unused),
            Kind::DelegationBegan | Kind::DelegationEnded => (Entity("inner"), Unused),

            Kind::ScopeMemberAdded => (Entity("member"), Unused),
            Kind::ScopeCancelled => (Text("reason"), Unused),
            Kind::OutputWritten => (Number("start"), Number("bytes")),
            Kind::InputRead => (Text("line"), Unused),
            Kind::PromptReached => (Number("unit"), Unused),
            Kind::Hint => (Text("spelling"), Text("detail")),
            Kind::DeadlockFound => (Number("tasks"), Unused),
            Kind::DeadlockMember => (Entity("on"), Entity("needs")),

            Kind::RunStarted
            | Kind::RecordingStopped
            | Kind::LoopCreated
            | Kind::LoopStopped
            | Kind::LoopClosed
            | Kind::HandleStarted
            | Kind::HandleFinished
            | Kind::HandleCancelled
            | Kind::HandleSkipped
            | Kind::TimerDue
            | Kind::TimerCancelled
            | Kind::FutureCreated
            | Kind::EventSet
            | Kind::EventCleared
            | Kind::BarrierBroken
            | Kind::QueueShutDown
            | Kind::GeneratorCreated
            | Kind::CoroutineCreated
            | Kind::GeneratorClosed
            | Kind::CancelSwallowed
            | Kind::LineReached => (Unused, Unused),
        };
        Operands::Pair(a, b)
    }

    /// The word for a value of the flags, where the kind has variants; stable.
    pub const fn variant(self, flag: u8) -> Option<&'static str> {
        Some(match (self, flag) {
            (Kind::OutputWritten, flags::STDOUT) => "stdout",
            (Kind::OutputWritten, flags::STDERR) => "stderr",
            (Kind::InputRead, flags::INPUT_ENDED) => "end",
            (Kind::RunEnded, flags::RUN_COMPLETED) => "completed",
            (Kind::RunEnded, flags::RUN_RAISED) => "raised",
            (Kind::RunEnded, flags::RUN_STOPPED) => "stopped",
            (Kind::RunEnded, flags::RUN_OUT_OF_INSTRUCTIONS) => "out_of_instructions",
            (Kind::RunEnded, flags::RUN_OUT_OF_MEMORY) => "out_of_memory",
            (Kind::RunEnded, flags::RUN_DEADLOCKED) => "deadlocked",
            (Kind::RunEnded, flags::RUN_OUT_OF_OUTPUT) => "out_of_output",
            (Kind::RunEnded, flags::RUN_EXITED) => "exited",
            (Kind::HandleReady, flags::HANDLE_CALLBACK) => "callback",
            (Kind::HandleReady, flags::HANDLE_STEP) => "step",
            (Kind::HandleReady, flags::HANDLE_WAKE) => "wake",
            (Kind::HandleReady, flags::HANDLE_DONE_CALLBACK) => "done_callback",
            (Kind::StepStarted, flags::STEP_SEND) => "send",
            (Kind::StepStarted, flags::STEP_THROW) => "throw",
            (Kind::StepStarted, flags::STEP_EAGER) => "eager",
            (Kind::TaskSuspended, flags::SUSPEND_WAIT) => "wait",
            (Kind::TaskSuspended, flags::SUSPEND_YIELD) => "yield",
            (Kind::TaskSuspended, flags::SUSPEND_REFUSED) => "refused",
            (Kind::GeneratorResumed, flags::RESUME_NEXT) => "next",
            (Kind::GeneratorResumed, flags::RESUME_SEND) => "send",
            (Kind::GeneratorResumed, flags::RESUME_THROW) => "throw",
            (Kind::GeneratorResumed, flags::RESUME_CLOSE) => "close",
            (Kind::WaitBegan, flags::WAIT_TO_GET) => "get",
            (Kind::WaitBegan, flags::WAIT_TO_PUT) => "put",
            (Kind::WaitBegan, flags::WAIT_TO_JOIN) => "join",
            (Kind::WaitEnded | Kind::ScopeLeft, flags::OUTCOME_DONE) => "done",
            (Kind::WaitEnded | Kind::ScopeLeft, flags::OUTCOME_CANCELLED) => "cancelled",
            (Kind::WaitEnded | Kind::ScopeLeft, flags::OUTCOME_RAISED) => "raised",
            (Kind::ScopeLeft, flags::OUTCOME_TIMED_OUT) => "timed_out",
            (Kind::CancelRequested, flags::CANCEL_TOO_LATE) => "too_late",
            (Kind::CancelRequested, flags::CANCEL_BY_INTERRUPT) => "by_interrupt",
            (Kind::QueueShutDown, 1) => "immediate",
            (Kind::DeadlockMember, flags::DEADLOCK_IN_CYCLE) => "in_cycle",
            (Kind::Notice, flags::NOTICE_WARNING) => "warning",
            (Kind::Notice, flags::NOTICE_NEVER_AWAITED) => "never_awaited",
            (Kind::Notice, flags::NOTICE_NEVER_RETRIEVED) => "never_retrieved",
            (Kind::Notice, flags::NOTICE_DESTROYED_PENDING) => "destroyed_pending",
            (Kind::Notice, flags::NOTICE_SLOW_CALLBACK) => "slow_callback",
            (Kind::Notice, flags::NOTICE_EXCEPTION_HANDLER) => "exception_handler",
            _ => return None,
        })
    }
}
