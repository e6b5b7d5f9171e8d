//! Every sentence about events, in every language, in one place.
//!
//! In braces: `{s}` the subject, `{a}` and `{b}` the operands, `{ab}` both as a
//! length of time, `{at}` both as a moment, `{delay}` how long after the event
//! that moment is, `{who}` the task that acts, `{owner}` what the subject belongs
//! to (empty if that is who acts), `{by}` who asks, `{of}` what the entity in `a` belongs to, `{name}` the subject's own name,
//! `{out}` what was written, `{line}` the line, `{since}` and `{modern}` the texts of an old spelling. `{a|one|many}` is a counted
//! number. What stands in square brackets is left out when a slot in it is empty.
//!
//! English has two forms: what happens, and the same told as a reason after
//! "because". Chinese needs only one.

use crate::event::flags;
use crate::kind::Kind;

/// One sentence, without its full stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    pub(super) english: &'static str,
    pub(super) english_reason: &'static str,
    pub(super) chinese: &'static str,
}

/// Variants of kinds whose flags do not tell everything.
pub(super) mod variant {
    /// Handles that step a task (instead of calling a callback).
    pub(crate) const OF_TASK: u8 = 0x10;
    /// `StepStarted`: the first one.
    pub(crate) const FIRST_STEP: u8 = 0x10;
    /// `TaskSuspended`: in a sleep.
    pub(crate) const ASLEEP: u8 = 0x10;
    /// `TaskSuspended`: for a task.
    pub(crate) const FOR_TASK: u8 = 0x11;
    /// `TaskSuspended`: for a primitive, `{of}`.
    pub(crate) const IN_LINE: u8 = 0x12;
    /// `TaskSuspended`: for a scope, `{of}`.
    pub(crate) const FOR_SCOPE: u8 = 0x13;
    /// `WaitBegan`: for a scope.
    pub(crate) const AT_SCOPE: u8 = 0x10;
    /// Semaphores: with places to count.
    pub(crate) const COUNTED: u8 = 0x10;
    /// `PrimitiveCreated`: a queue with a limit.
    pub(crate) const LIMITED_QUEUE: u8 = 0x11;
    /// `TimerSet`: as the reason for what the timer brought about.
    pub(crate) const CAME_DUE: u8 = 0x10;
    /// `PrimitiveCreated`: a barrier.
    pub(crate) const BARRIER: u8 = 0x12;
}

const fn p(english: &'static str, english_reason: &'static str, chinese: &'static str) -> Phrase {
    Phrase {
        english,
        english_reason,
        chinese,
    }
}

/// The phrase for a kind and variant. An unknown variant has its kind's usual phrase.
pub(super) const fn phrase(kind: Kind, variant: u8) -> Phrase {
    match kind {
        Kind::RunStarted => p("the program starts", "the program started", "程序开始运行"),
        Kind::RunEnded => run_ended(variant),
        Kind::RecordingStopped => p(
            "the log is full; what follows is not recorded",
            "the log was full",
            "日志已满，之后发生的事不再记录",
        ),
        Kind::Renamed => p(
            "{s} is now called {a}",
            "{s} was renamed {a}",
            "{s} 改名为 {a}",
        ),

        Kind::LoopCreated => p("{who} creates {s}", "{who} created {s}", "{who} 创建了{s}"),
        Kind::LoopStarted => p(
            "{s} starts running[, until {a} is done]",
            "{s} started running",
            "{s}开始运行[，直到 {a} 完成]",
        ),
        Kind::IterationStarted => p(
            "turn {b} of the loop begins: it runs the {a|handle that is|handles that are} ready now, and no others",
            "turn {b} of the loop began",
            "事件循环第 {b} 轮开始：只运行此刻已就绪的 {a} 个 handle",
        ),
        Kind::IterationEnded => p(
            "turn {b} of the loop is over",
            "turn {b} of the loop was over",
            "事件循环第 {b} 轮结束",
        ),
        Kind::ClockAdvanced => p(
            "nothing is ready, so the clock jumps {ab} ahead to the next deadline",
            "the clock jumped {ab} ahead",
            "没有就绪的 handle，时钟向前跳 {ab}，到达下一个到期时间",
        ),
        Kind::LoopBlocked => p(
            "{s} blocks the whole event loop for {ab}; no other task can run",
            "{s} blocked the event loop for {ab}",
            "{s} 把整个事件循环阻塞了 {ab}，其他任务都无法运行",
        ),
        Kind::LoopStopped => p("{s} stops running", "{s} stopped running", "{s}停止运行"),
        Kind::LoopClosed => p("{s} is closed", "{s} was closed", "{s}已关闭"),

        Kind::HandleReady => handle_ready(variant),
        Kind::HandleStarted
        | Kind::HandleFinished
        | Kind::HandleCancelled
        | Kind::HandleSkipped => handle(kind, variant),
        Kind::TimerSet if variant == variant::CAME_DUE => p(
            "{who} sets {s}, due in {delay}[, for {owner}]",
            "the timer of {delay} that {who} had set came due",
            "{who} 设置的 {delay} 定时器到期",
        ),
        Kind::TimerSet => p(
            "{who} sets {s}, due in {delay}[, for {owner}]",
            "{who} had set {s}",
            "{who} 设置了{s}，{delay}后到期[，用于 {owner}]",
        ),
        Kind::TimerDue => p(
            "{s} is due and moves to the ready queue",
            "{s} was due",
            "{s}到期，移入就绪队列",
        ),
        Kind::TimerCancelled => p(
            "{who} cancels {s} before it is due",
            "{who} cancelled {s}",
            "{who} 在到期前取消了{s}",
        ),

        Kind::TaskCreated
        | Kind::StepStarted
        | Kind::TaskSuspended
        | Kind::FrameSuspended
        | Kind::TaskSleeping
        | Kind::TaskWoken
        | Kind::TaskReturned
        | Kind::TaskRaised
        | Kind::TaskCancelled => task(kind, variant),

        Kind::FutureCreated => p(
            "{who} creates {s}[ for {owner}]",
            "{who} created {s}",
            "{who} 创建了 {s}[，用于 {owner}]",
        ),
        Kind::FutureResolved => p(
            "{who} sets the result of {s}[: {a}]",
            "{s} got its result[, {a}]",
            "{who} 给 {s} 设置了结果[：{a}]",
        ),
        Kind::FutureFailed => p(
            "{who} sets an exception on {s}[: {a}]",
            "{s} got an exception[, {a}]",
            "{who} 给 {s} 设置了异常[：{a}]",
        ),
        Kind::FutureCancelled => p(
            "{s} is cancelled[ ({a})]",
            "{s} was cancelled",
            "{s} 被取消[（{a}）]",
        ),
        Kind::CallbackAdded => p(
            "{s} gets a done callback[, {a}][, which will wake {b}]",
            "{s} had a done callback",
            "{s} 增加了完成回调[ {a}][，用来唤醒 {b}]",
        ),
        Kind::CallbackRemoved => p(
            "the done callback {a} is taken off {s}",
            "the callback {a} was taken off {s}",
            "从 {s} 移除了完成回调 {a}",
        ),
        Kind::CallbackScheduled => p(
            "{s} is done, so its callback {a} goes into the ready queue",
            "the callback {a} of {s} was scheduled",
            "{s} 已完成，它的回调 {a} 进入就绪队列",
        ),

        Kind::CancelRequested
        | Kind::CancelDelivered
        | Kind::CancelSwallowed
        | Kind::Uncancelled => cancellation(kind, variant),

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
        | Kind::QueueShutDown => primitive(kind, variant),

        Kind::GeneratorCreated
        | Kind::CoroutineCreated
        | Kind::GeneratorResumed
        | Kind::GeneratorYielded
        | Kind::GeneratorReturned
        | Kind::GeneratorRaised
        | Kind::GeneratorClosed
        | Kind::DelegationBegan
        | Kind::DelegationEnded => generator(kind, variant),

        Kind::ScopeEntered
        | Kind::ScopeMemberAdded
        | Kind::ScopeDeadlineSet
        | Kind::ScopeCancelled
        | Kind::ScopeLeft => scope(kind, variant),

        Kind::LineReached => p(
            "{s} reaches {line}",
            "{s} reached {line}",
            "{s} 运行到{line}",
        ),
        Kind::PromptReached => p(
            "the session goes on with what was typed on {line}",
            "the session came to what was typed on {line}",
            "会话执行{line}的输入",
        ),
        Kind::OutputWritten => match variant {
            flags::STDERR => p(
                "{s} writes to standard error: {out}",
                "{s} wrote {out}",
                "{s} 写到标准错误：{out}",
            ),
            _ => p("{s} prints {out}", "{s} printed {out}", "{s} 输出 {out}"),
        },
        Kind::InputRead => match variant {
            flags::INPUT_ENDED => p(
                "{s} wants a line of input, and there are no more",
                "{s} came to the end of the input",
                "{s} 想读入一行，但输入已结束",
            ),
            _ => p(
                "{s} reads a line of input[: {a}]",
                "{s} read a line of input[: {a}]",
                "{s} 读入一行[：{a}]",
            ),
        },
        Kind::ExceptionRaised => p("{s} raises {a}", "{s} raised {a}", "{s} 抛出 {a}"),
        Kind::ExceptionUncaught => p(
            "nobody catches {a}: it ends {s}",
            "{a} ended {s}",
            "没有代码捕获 {a}，{s} 因此结束",
        ),
        Kind::Notice => notice(variant),
        Kind::Hint => p(
            "an old spelling is used[ of {b}]: {since}; today one writes {modern}",
            "an old spelling was used",
            "用到了[ {b} 的]旧写法：{since}；现在写作 {modern}",
        ),
        Kind::DeadlockFound => p(
            "deadlock: nothing is ready, no timer is set, and {a|task waits|tasks wait} for ever",
            "there was a deadlock",
            "死锁：没有就绪的 handle，也没有定时器，{a} 个任务将永远等待",
        ),
        Kind::DeadlockMember => match variant {
            flags::DEADLOCK_IN_CYCLE => p(
                "{s} waits for {a}[, for which {b} would have to act], in a circle",
                "{s} waited in a circle",
                "{s} 在等待 {a}[，而这要靠 {b}]，形成了环",
            ),
            _ => p(
                "{s} waits for {a}[, for which {b} would have to act]",
                "{s} waited for {a}",
                "{s} 在等待 {a}[，而这要靠 {b}]",
            ),
        },
    }
}

const fn run_ended(variant: u8) -> Phrase {
    match variant {
        flags::RUN_RAISED => p(
            "the program ends with an exception[: {a}]",
            "the program ended with an exception",
            "程序因异常而结束[：{a}]",
        ),
        flags::RUN_STOPPED => p("the run is stopped", "the run was stopped", "运行被停止"),
        flags::RUN_OUT_OF_INSTRUCTIONS => p(
            "the run ends: it used up its instructions",
            "the run used up its instructions",
            "运行结束：指令数已用完",
        ),
        flags::RUN_OUT_OF_MEMORY => p(
            "the run ends: it used up its memory",
            "the run used up its memory",
            "运行结束：内存已用完",
        ),
        flags::RUN_DEADLOCKED => p(
            "the run ends: nothing can ever run again",
            "nothing could ever run again",
            "运行结束：再也没有可以运行的了",
        ),
        flags::RUN_OUT_OF_OUTPUT => p(
            "the run ends: it wrote too much",
            "the run wrote too much",
            "运行结束：输出过多",
        ),
        flags::RUN_EXITED => p(
            "the program exits[: {a}]",
            "the program exited",
            "程序退出[：{a}]",
        ),
        _ => p("the program ends", "the program ended", "程序结束"),
    }
}

const fn handle_ready(variant: u8) -> Phrase {
    match variant {
        flags::HANDLE_STEP => p(
            "the next step of {a} goes to the end of the ready queue",
            "the next step of {a} was put into the ready queue",
            "{a} 的下一步排到就绪队列末尾",
        ),
        flags::HANDLE_WAKE => p(
            "the wake-up of {a} goes to the end of the ready queue",
            "the wake-up of {a} was put into the ready queue",
            "{a} 的唤醒排到就绪队列末尾",
        ),
        flags::HANDLE_DONE_CALLBACK => p(
            "the callback {b}[ of {a}] goes to the end of the ready queue",
            "the callback {b} was put into the ready queue",
            "[{a} 的]回调 {b} 排到就绪队列末尾",
        ),
        _ => p(
            "{who} puts {b} at the end of the ready queue",
            "{who} put {b} into the ready queue",
            "{who} 把 {b} 排到就绪队列末尾",
        ),
    }
}

const fn handle(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::HandleStarted, variant::OF_TASK) => p(
            "the loop takes the next step of {owner} from the front of the ready queue",
            "the loop took the next step of {owner} from the ready queue",
            "事件循环从就绪队列最前面取出 {owner} 的下一步",
        ),
        (Kind::HandleStarted, _) => p(
            "the loop takes {s} from the front of the ready queue and calls it[: {name}]",
            "the loop called {s}",
            "事件循环从就绪队列最前面取出{s}并调用[：{name}]",
        ),
        (Kind::HandleFinished, variant::OF_TASK) => p(
            "the step of {owner} is over, the loop goes on",
            "the step of {owner} was over",
            "{owner} 的这一步结束，回到事件循环",
        ),
        (Kind::HandleFinished, _) => p(
            "{s} is over, the loop goes on",
            "{s} was over",
            "{s}执行完毕，回到事件循环",
        ),
        (Kind::HandleCancelled, _) => p(
            "{who} cancels {s}; the loop will pass over it",
            "{who} cancelled {s}",
            "{who} 取消了{s}，事件循环会跳过它",
        ),
        _ => p(
            "the loop passes over {s}, which was cancelled",
            "the loop passed over {s}",
            "事件循环跳过已取消的{s}",
        ),
    }
}

const fn task(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::TaskCreated, _) => p(
            "{who} creates {s}[ to run {a}]",
            "{who} created {s}",
            "{who} 创建了 {s}[，用来运行{a}]",
        ),
        (Kind::StepStarted, variant::FIRST_STEP) => {
            p("{s} starts to run", "{s} started to run", "{s} 开始运行")
        }
        (Kind::StepStarted, flags::STEP_THROW) => p(
            "{s} goes on with an exception thrown in[: {a}]",
            "{s} went on with an exception",
            "{s} 继续运行，并收到异常[：{a}]",
        ),
        (Kind::StepStarted, flags::STEP_EAGER) => p(
            "{s} starts at once, before its creator goes on",
            "{s} started at once",
            "{s} 立即开始运行，创建者随后再继续",
        ),
        (Kind::StepStarted, _) => p("{s} goes on", "{s} went on", "{s} 继续运行"),
        (Kind::TaskSuspended, flags::SUSPEND_YIELD) => p(
            "{s} lets the others go first and queues up again",
            "{s} had let the others go first",
            "{s} 先让其他任务运行，自己重新排队",
        ),
        (Kind::TaskSuspended, flags::SUSPEND_REFUSED) => p(
            "{s} awaits what it cannot wait for, and will get an error",
            "{s} had awaited what it cannot wait for",
            "{s} await 了它无法等待的对象，将收到一个错误",
        ),
        (Kind::TaskSuspended, variant::ASLEEP) => p(
            "{s} is suspended and sleeps[: {b}]",
            "{s} fell asleep",
            "{s} 挂起，进入睡眠[：{b}]",
        ),
        (Kind::TaskSuspended, variant::FOR_TASK) => p(
            "{s} is suspended until {a} is done",
            "{s} waited for {a}",
            "{s} 挂起，等待 {a} 完成",
        ),
        (Kind::TaskSuspended, variant::IN_LINE) => p(
            "{s} is suspended and waits at {of}[: {b}]",
            "{s} waited at {of}",
            "{s} 挂起，在 {of} 处等待[：{b}]",
        ),
        (Kind::TaskSuspended, variant::FOR_SCOPE) => p(
            "{s} is suspended and waits for {of}[: {b}]",
            "{s} waited for {of}",
            "{s} 挂起，等待{of}[：{b}]",
        ),
        (Kind::TaskSuspended, _) => p(
            "{s} is suspended until {a} is done[: {b}]",
            "{s} waited for {a}",
            "{s} 挂起，等待 {a} 完成[：{b}]",
        ),
        (Kind::FrameSuspended, _) => p("{s} stands in {a}", "{s} stood in {a}", "{s} 停在 {a} 中"),
        (Kind::TaskSleeping, _) => p(
            "{s} is going to sleep for {delay}, until {at}",
            "{s} slept until {at}",
            "{s} 将睡眠 {delay}，直到 {at}",
        ),
        (Kind::TaskWoken, _) => p(
            "{s} can go on: {a}, for which it waited, is done",
            "{s} was woken",
            "{s} 可以继续：它等待的 {a} 已完成",
        ),
        (Kind::TaskReturned, _) => p(
            "{s} is finished and returns {a}",
            "{s} returned {a}",
            "{s} 完成，返回 {a}",
        ),
        (Kind::TaskRaised, _) => p(
            "{s} is finished: it raised {a}",
            "{s} raised {a}",
            "{s} 结束：抛出了 {a}",
        ),
        _ => p(
            "{s} is finished: it was cancelled[ ({a})]",
            "{s} was cancelled",
            "{s} 结束：已被取消[（{a}）]",
        ),
    }
}

const fn cancellation(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::CancelRequested, flags::CANCEL_TOO_LATE) => p(
            "{by} asks {s} to cancel, but it is already done",
            "{s} was already done",
            "{by} 请求取消 {s}，但它已经完成",
        ),
        (Kind::CancelRequested, flags::CANCEL_BY_INTERRUPT) => p(
            "Ctrl+C asks {s} to cancel",
            "Ctrl+C asked {s} to cancel",
            "Ctrl+C 请求取消 {s}",
        ),
        (Kind::CancelRequested, _) => p(
            "{by} asks {s} to cancel[ ({b})]",
            "{by} asked {s} to cancel",
            "{by} 请求取消 {s}[（{b}）]",
        ),
        (Kind::CancelDelivered, _) => p(
            "CancelledError is thrown into {s}[ ({b})]",
            "CancelledError was thrown into {s}",
            "CancelledError 被抛入 {s}[（{b}）]",
        ),
        (Kind::CancelSwallowed, _) => p(
            "{s} catches CancelledError and goes on all the same",
            "{s} swallowed its cancellation",
            "{s} 捕获了 CancelledError 却继续运行",
        ),
        _ => p(
            "{s} takes one request to cancel back; {a|is|are} left",
            "{s} took a request to cancel back",
            "{s} 撤回一次取消请求，还剩 {a} 次",
        ),
    }
}

const fn primitive(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::PrimitiveCreated, variant::COUNTED) => p(
            "{who} creates {s} with {a|place|places}",
            "{who} created {s}",
            "{who} 创建了{s}，共 {a} 个名额",
        ),
        (Kind::PrimitiveCreated, variant::LIMITED_QUEUE) => p(
            "{who} creates {s} with room for {a|item|items}",
            "{who} created {s}",
            "{who} 创建了{s}，最多容纳 {a} 项",
        ),
        (Kind::PrimitiveCreated, variant::BARRIER) => p(
            "{who} creates {s} for {a|party|parties}",
            "{who} created {s}",
            "{who} 创建了{s}，需要 {a} 方到齐",
        ),
        (Kind::PrimitiveCreated, _) => {
            p("{who} creates {s}", "{who} created {s}", "{who} 创建了{s}")
        }
        (Kind::Acquired, variant::COUNTED) => p(
            "{a} gets a place in {s}; {b|is|are} left",
            "{a} got a place in {s}",
            "{a} 获得{s}的一个名额，还剩 {b} 个",
        ),
        (Kind::Acquired, _) => p("{a} gets {s}", "{a} got {s}", "{a} 获得了{s}"),
        (Kind::Released, variant::COUNTED) => p(
            "{a} gives its place in {s} back; {b|is|are} free",
            "{a} gave its place in {s} back",
            "{a} 归还{s}的名额，现有 {b} 个空闲",
        ),
        (Kind::Released, _) => p("{a} releases {s}", "{a} released {s}", "{a} 释放了{s}"),
        (Kind::WaitBegan, flags::WAIT_TO_PUT) => p(
            "{a} queues up at {s}, which is full",
            "{a} queued up at {s}",
            "{s}已满，{a} 开始排队",
        ),
        (Kind::WaitBegan, flags::WAIT_TO_JOIN) => p(
            "{a} waits until every item of {s} is finished",
            "{a} waited for {s} to be finished",
            "{a} 等待{s}的所有项都处理完",
        ),
        (Kind::WaitBegan, variant::AT_SCOPE) => p(
            "{a} begins to wait for {s}",
            "{a} waited for {s}",
            "{a} 开始等待{s}",
        ),
        (Kind::WaitBegan, _) => p(
            "{a} queues up at {s}",
            "{a} queued up at {s}",
            "{a} 在{s}处开始排队",
        ),
        (Kind::HandedOver, _) => p(
            "{s} lets the first in line go on[: {a}]",
            "{s} was handed over[ to {a}]",
            "{s}让排在最前面的等待者继续[：{a}]",
        ),
        (Kind::WaitEnded, flags::OUTCOME_CANCELLED) => p(
            "{a} leaves the line at {s}: it was cancelled",
            "{a} left the line at {s}",
            "{a} 因被取消而离开{s}的队伍",
        ),
        (Kind::WaitEnded, flags::OUTCOME_RAISED) => p(
            "{a} leaves the line at {s} with an exception",
            "{a} left the line at {s}",
            "{a} 因异常而离开{s}的队伍",
        ),
        (Kind::WaitEnded, _) => p(
            "{a} need not wait at {s} any longer",
            "{a} need not wait at {s} any longer",
            "{a} 在{s}处的等待结束",
        ),
        (Kind::EventSet, _) => p("{who} sets {s}", "{who} set {s}", "{who} 设置了{s}"),
        (Kind::EventCleared, _) => p("{who} clears {s}", "{who} cleared {s}", "{who} 清除了{s}"),
        (Kind::Notified, _) => p(
            "{who} notifies {s}: {a|waiter goes|waiters go} on",
            "{who} notified {s}",
            "{who} 通知{s}：{a} 个等待者继续",
        ),
        (Kind::BarrierTripped, _) => p(
            "all {a|party has|parties have} reached {s}: it opens",
            "{s} opened",
            "{a} 方都已到达{s}，一起放行",
        ),
        (Kind::BarrierBroken, _) => p("{s} is broken", "{s} was broken", "{s}已损坏"),
        (Kind::QueuePut, _) => p(
            "{who} puts {a} into {s}, which now holds {b|item|items}",
            "{who} put {a} into {s}",
            "{who} 把 {a} 放入{s}，现有 {b} 项",
        ),
        (Kind::QueueGot, _) => p(
            "{who} takes {a} from {s}, which now holds {b|item|items}",
            "{who} took {a} from {s}",
            "{who} 从{s}取出 {a}，还剩 {b} 项",
        ),
        (Kind::QueueTaskDone, _) => p(
            "{who} marks an item of {s} as finished; {a|is|are} left",
            "{who} finished an item of {s}",
            "{who} 标记{s}的一项已完成，还剩 {a} 项",
        ),
        (Kind::QueueJoined, _) => p(
            "every item of {s} is finished[: {a} goes on]",
            "every item of {s} was finished",
            "{s}的所有项都已处理完[，{a} 继续]",
        ),
        (Kind::QueueShutDown, 1) => p(
            "{who} shuts {s} down at once and drops its items",
            "{who} shut {s} down",
            "{who} 立即关闭{s}并丢弃其中各项",
        ),
        _ => p(
            "{who} shuts {s} down",
            "{who} shut {s} down",
            "{who} 关闭{s}",
        ),
    }
}

const fn generator(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::GeneratorCreated, _) => p(
            "{who} makes {s}; nothing of it runs yet",
            "{who} made {s}",
            "{who} 创建了{s}，其中的代码还没有运行",
        ),
        (Kind::CoroutineCreated, _) => p(
            "{who} makes {s}; nothing of it runs before it is awaited",
            "{who} made {s}",
            "{who} 创建了{s}，在被 await 之前不会运行",
        ),
        (Kind::GeneratorResumed, flags::RESUME_SEND) => p(
            "{a} is sent into {s}, which goes on",
            "{a} was sent into {s}",
            "向{s}发送 {a}，它继续运行",
        ),
        (Kind::GeneratorResumed, flags::RESUME_THROW) => p(
            "{a} is thrown into {s}",
            "{a} was thrown into {s}",
            "{a} 被抛入{s}",
        ),
        (Kind::GeneratorResumed, flags::RESUME_CLOSE) => p(
            "{s} is asked to close",
            "{s} was asked to close",
            "请求{s}关闭",
        ),
        (Kind::GeneratorResumed, _) => p("{s} goes on", "{s} went on", "{s}继续运行"),
        (Kind::GeneratorYielded, _) => p(
            "{s} yields {a} and is suspended",
            "{s} yielded {a}",
            "{s}产出 {a} 并挂起",
        ),
        (Kind::GeneratorReturned, _) => p(
            "{s} is finished[ and returns {a}]",
            "{s} was finished",
            "{s}结束[，返回 {a}]",
        ),
        (Kind::GeneratorRaised, _) => p("{s} raises {a}", "{s} raised {a}", "{s}抛出 {a}"),
        (Kind::GeneratorClosed, _) => p(
            "{s} is closed before its end",
            "{s} was closed",
            "{s}提前关闭",
        ),
        (Kind::DelegationBegan, _) => p(
            "{s} hands over to {a}",
            "{s} handed over to {a}",
            "{s}委托给{a}",
        ),
        _ => p(
            "{a} is finished, {s} goes on",
            "{a} was finished",
            "{a}已结束，{s}继续",
        ),
    }
}

const fn scope(kind: Kind, variant: u8) -> Phrase {
    match (kind, variant) {
        (Kind::ScopeEntered, _) => p("{a} enters {s}", "{a} entered {s}", "{a} 进入{s}"),
        (Kind::ScopeMemberAdded, _) => p(
            "{a} now belongs to {s}",
            "{a} belonged to {s}",
            "{a} 加入{s}",
        ),
        (Kind::ScopeDeadlineSet, _) => p(
            "{s} gets a deadline in {delay}, at {at}",
            "{s} had a deadline at {at}",
            "{s}的期限设为 {delay}后，即 {at}",
        ),
        (Kind::ScopeCancelled, _) => p(
            "{s} cancels what is inside it[: {a}]",
            "{s} cancelled what is inside it[: {a}]",
            "{s}取消其中的任务[：{a}]",
        ),
        (Kind::ScopeLeft, flags::OUTCOME_CANCELLED) => p(
            "{s} is left: it was cancelled",
            "{s} was cancelled",
            "{s}结束：被取消",
        ),
        (Kind::ScopeLeft, flags::OUTCOME_RAISED) => p(
            "{s} is left with an exception[: {a}]",
            "{s} was left with an exception",
            "{s}因异常而结束[：{a}]",
        ),
        (Kind::ScopeLeft, flags::OUTCOME_TIMED_OUT) => p(
            "{s} is left: the time is over",
            "the time of {s} was over",
            "{s}结束：已超时",
        ),
        _ => p("{s} is over", "{s} was over", "{s}结束"),
    }
}

const fn notice(variant: u8) -> Phrase {
    match variant {
        flags::NOTICE_NEVER_AWAITED => p(
            "{s} was made but never awaited, so nothing of it ran",
            "{s} was never awaited",
            "{s}已创建却从未被 await，其中的代码没有运行",
        ),
        flags::NOTICE_NEVER_RETRIEVED => p(
            "{s} failed and nobody asked for its exception[: {a}]",
            "the exception of {s} was never retrieved",
            "{s} 失败了，但没有人取出它的异常[：{a}]",
        ),
        flags::NOTICE_DESTROYED_PENDING => p(
            "{s} was destroyed before it was finished",
            "{s} was destroyed before it was finished",
            "{s} 还没完成就被销毁",
        ),
        flags::NOTICE_SLOW_CALLBACK => p(
            "{s} held the loop up for long[: {a}]",
            "{s} held the loop up",
            "{s} 占用事件循环太久[：{a}]",
        ),
        flags::NOTICE_EXCEPTION_HANDLER => p(
            "the loop's exception handler is told[: {a}]",
            "the loop's exception handler was told",
            "交给事件循环的异常处理器[：{a}]",
        ),
        _ => p("warning: {a}", "there was a warning", "警告：{a}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operands::{Operand, Operands};

    #[test]
    fn every_slot_can_be_filled() {
        for kind in Kind::ALL {
            for variant in 0..0x20 {
                let phrase = phrase(*kind, variant);
                for text in [phrase.english, phrase.english_reason, phrase.chinese] {
                    assert!(!text.is_empty());
                    assert_eq!(
                        text.matches('[').count(),
                        text.matches(']').count(),
                        "{text}"
                    );
                    let slots = text.split('{').skip(1).map(|rest| {
                        let slot = rest.split_once('}').map_or("", |(slot, _)| slot);
                        slot.split('|').next().unwrap_or("")
                    });
                    for slot in slots {
                        let is_known = match (slot, kind.operands()) {
                            ("s" | "who" | "owner" | "of" | "name" | "out" | "line", _) => true,
                            ("since" | "modern", _) => *kind == Kind::Hint,
                            ("ab" | "at" | "delay", Operands::Wide(_)) => true,
                            ("a" | "by", Operands::Pair(a, _)) => a != Operand::Unused,
                            ("b", Operands::Pair(_, b)) => b != Operand::Unused,
                            _ => false,
                        };
                        assert!(is_known, "{kind:?}: {{{slot}}} in {text}");
                    }
                }
            }
        }
    }
}
