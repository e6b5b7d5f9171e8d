//! What tutorials still show and Python has dropped: since when it is gone, and
//! what is written today. The one place for these texts.

use crate::sentence::Language;

/// Something that an old program writes and current Python refuses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OldSpelling {
    /// `@asyncio.coroutine`
    Coroutine,
    /// `asyncio.async(…)`
    AsyncFunction,
    /// `asyncio.JoinableQueue`
    JoinableQueue,
    /// `with await lock`, `with (yield from lock)`, `await lock`
    AwaitLock,
    /// An argument `loop=` of a function or class that has none any more.
    LoopArgument,
    /// Coroutines, not tasks, given to `asyncio.wait`.
    WaitOnCoroutines,
    /// `asyncio.get_event_loop()` where no loop runs and none was set.
    GetEventLoop,
    /// `asyncio.Task.current_task()`
    CurrentTask,
    /// `asyncio.Task.all_tasks()`
    AllTasks,
    /// A generator without `@asyncio.coroutine` that is used as a coroutine.
    PlainGenerator,
}

impl OldSpelling {
    /// All of them.
    pub const ALL: [OldSpelling; 10] = [
        OldSpelling::Coroutine,
        OldSpelling::AsyncFunction,
        OldSpelling::JoinableQueue,
        OldSpelling::AwaitLock,
        OldSpelling::LoopArgument,
        OldSpelling::WaitOnCoroutines,
        OldSpelling::GetEventLoop,
        OldSpelling::CurrentTask,
        OldSpelling::AllTasks,
        OldSpelling::PlainGenerator,
    ];

    /// Its name in logs and messages; stable.
    pub const fn as_str(self) -> &'static str {
        match self {
            OldSpelling::Coroutine => "asyncio.coroutine",
            OldSpelling::AsyncFunction => "asyncio.async",
            OldSpelling::JoinableQueue => "asyncio.JoinableQueue",
            OldSpelling::AwaitLock => "await-lock",
            OldSpelling::LoopArgument => "loop-argument",
            OldSpelling::WaitOnCoroutines => "wait-on-coroutines",
            OldSpelling::GetEventLoop => "get-event-loop",
            OldSpelling::CurrentTask => "Task.current_task",
            OldSpelling::AllTasks => "Task.all_tasks",
            OldSpelling::PlainGenerator => "plain-generator",
        }
    }

    /// The one with this name.
    pub fn from_name(name: &str) -> Option<OldSpelling> {
        Self::ALL.into_iter().find(|each| each.as_str() == name)
    }

    /// What it is and since when it is gone, as the documentation's "Changed in
    /// version" notes say. No full stop.
    pub const fn since(self, language: Language) -> &'static str {
        let (english, chinese) = match self {
            OldSpelling::Coroutine => (
                "@asyncio.coroutine is gone since Python 3.11",
                "@asyncio.coroutine 自 Python 3.11 起已移除",
            ),
            OldSpelling::AsyncFunction => (
                "asyncio.async() is gone since Python 3.7, where async is a keyword",
                "asyncio.async() 自 Python 3.7 起已移除（async 成为关键字）",
            ),
            OldSpelling::JoinableQueue => (
                "asyncio.JoinableQueue is gone since Python 3.5",
                "asyncio.JoinableQueue 自 Python 3.5 起已移除",
            ),
            OldSpelling::AwaitLock => (
                "`with await lock` and `await lock` are gone since Python 3.9",
                "`with await lock` 和 `await lock` 自 Python 3.9 起已移除",
            ),
            OldSpelling::LoopArgument => (
                "the argument loop= is gone since Python 3.10",
                "参数 loop= 自 Python 3.10 起已移除",
            ),
            OldSpelling::WaitOnCoroutines => (
                "asyncio.wait() takes tasks only, no coroutines, since Python 3.11",
                "asyncio.wait() 自 Python 3.11 起只接受任务，不再接受协程",
            ),
            OldSpelling::GetEventLoop => (
                "outside of a running loop asyncio.get_event_loop() makes no loop any more since Python 3.14",
                "自 Python 3.14 起，没有正在运行的循环时 asyncio.get_event_loop() 不再新建循环",
            ),
            OldSpelling::CurrentTask => (
                "Task.current_task() is gone since Python 3.9",
                "Task.current_task() 自 Python 3.9 起已移除",
            ),
            OldSpelling::AllTasks => (
                "Task.all_tasks() is gone since Python 3.9",
                "Task.all_tasks() 自 Python 3.9 起已移除",
            ),
            OldSpelling::PlainGenerator => (
                "a generator without @asyncio.coroutine is no coroutine any more since Python 3.12",
                "自 Python 3.12 起，没有 @asyncio.coroutine 的生成器不再被当作协程",
            ),
        };
        match language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }

    /// What one writes today: Python, with a word or two where code alone does
    /// not say it.
    pub const fn modern(self, language: Language) -> &'static str {
        let (english, chinese) = match self {
            OldSpelling::Coroutine | OldSpelling::PlainGenerator => (
                "async def, with await in place of yield from",
                "async def，并用 await 代替 yield from",
            ),
            OldSpelling::AsyncFunction => ("asyncio.create_task(…)", "asyncio.create_task(…)"),
            OldSpelling::JoinableQueue => ("asyncio.Queue", "asyncio.Queue"),
            OldSpelling::AwaitLock => ("async with lock:", "async with lock:"),
            OldSpelling::LoopArgument => (
                "nothing in its place: the running loop is used",
                "直接省略：会使用正在运行的循环",
            ),
            OldSpelling::WaitOnCoroutines => (
                "asyncio.wait([asyncio.create_task(…), …])",
                "asyncio.wait([asyncio.create_task(…), …])",
            ),
            OldSpelling::GetEventLoop => ("asyncio.run(main())", "asyncio.run(main())"),
            OldSpelling::CurrentTask => ("asyncio.current_task()", "asyncio.current_task()"),
            OldSpelling::AllTasks => ("asyncio.all_tasks()", "asyncio.all_tasks()"),
        };
        match language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back() {
        for each in OldSpelling::ALL {
            assert_eq!(OldSpelling::from_name(each.as_str()), Some(each));
        }
        assert_eq!(OldSpelling::from_name("print"), None);
    }
}
