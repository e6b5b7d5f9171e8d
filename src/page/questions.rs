//! Questions that people ask about asyncio again and again. Each has an example
//! in the gallery, an answer, and the moments of its run that show the answer.

use coroscope_trace::export::output_text;
use coroscope_trace::sentence::entity_label;
use coroscope_trace::{EventIndex, Kind, Language, Log};

use crate::state::Detail;
use crate::text::Lang;

/// How to find a moment in the log of a question's program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The event of this kind with this position among those of its kind, from 0.
    Nth(Kind, usize),
    /// The same, among those whose subject has this name at that moment.
    Of(&'static str, Kind, usize),
    /// The first output that begins with this text.
    Prints(&'static str),
}

impl Moment {
    /// The event; `None` in the log of another program, or of one that is not so far.
    pub fn find(self, log: &Log) -> Option<EventIndex> {
        let mut left = match self {
            Moment::Nth(_, position) | Moment::Of(_, _, position) => position,
            Moment::Prints(_) => 0,
        };
        for (index, event) in log.events_from(EventIndex(0)) {
            let fits = match self {
                Moment::Nth(kind, _) => event.kind == kind,
                Moment::Of(name, kind, _) => {
                    event.kind == kind
                        && entity_label(log, event.subject, index, Language::English) == name
                }
                Moment::Prints(text) => {
                    event.kind == Kind::OutputWritten && output_text(log, event).starts_with(text)
                }
            };
            if fits && left == 0 {
                return Some(index);
            }
            left -= usize::from(fits);
        }
        None
    }
}

/// A moment that shows a part of the answer.
#[derive(Debug)]
pub struct Point {
    /// Where it is.
    pub at: Moment,
    text: (&'static str, &'static str),
}

impl Point {
    /// What can be seen there.
    pub const fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.text.0, self.text.1)
    }
}

/// A question with its answer. The question itself is the title of the example.
#[derive(Debug)]
pub struct Question {
    /// The example's name in the gallery.
    pub example: &'static str,
    answer: (&'static str, &'static str),
    /// The moments, in order of time.
    pub points: &'static [Point],
    /// Which of them the visitor is shown first.
    pub telling: usize,
    /// The tab that shows it best.
    pub detail: Detail,
}

impl Question {
    /// The answer, in a few sentences.
    pub const fn answer(&self, lang: Lang) -> &'static str {
        lang.pick(self.answer.0, self.answer.1)
    }

    /// The point of that number.
    pub fn point(&self, number: usize) -> Option<&'static Point> {
        self.points.get(number)
    }
}

/// The question that an example answers, if it answers one.
pub fn of(example: &str) -> Option<&'static Question> {
    QUESTIONS
        .iter()
        .find(|question| question.example == example)
}

const fn point(at: Moment, en: &'static str, zh: &'static str) -> Point {
    Point { at, text: (en, zh) }
}

/// All of them.
pub static QUESTIONS: &[Question] = &[
    Question {
        example: "still-sequential",
        answer: (
            "await does not start something and go on: it stays until the thing is done. There is one task here, so only one thing is ever under way. Make tasks of them, with asyncio.gather or a TaskGroup, and they wait together.",
            "await 不是“启动后继续往下走”，而是停在那里直到完成。这里只有一个任务，因此同一时刻只有一件事在进行。用 asyncio.gather 或 TaskGroup 把它们变成任务，就能一起等待。",
        ),
        points: &[
            point(
                Moment::Of("Task-1", Kind::TaskSuspended, 0),
                "The only task sleeps in its first download. Nobody else is there to use the time.",
                "唯一的任务在第一个下载中休眠，没有别的任务利用这段时间。",
            ),
            point(
                Moment::Prints("asking for weather"),
                "Only at 1 s, when the first page is there, is the second asked for.",
                "直到 1 秒时第一页到手，才去请求第二页。",
            ),
            point(
                Moment::Prints("got sport"),
                "1 + 2 + 3 = 6 seconds; together it would be 3.",
                "1 + 2 + 3 = 6 秒；若同时进行只需 3 秒。",
            ),
        ],
        telling: 1,
        detail: Detail::Inspect,
    },
    Question {
        example: "never-runs",
        answer: (
            "create_task only puts the task into the ready queue. Its turn comes when the running task is suspended. An await that has nothing to wait for does not suspend, and once main has returned, asyncio.run cancels whatever is left. Await the task before main ends.",
            "create_task 只是把任务放进就绪队列。只有当前任务挂起时才轮到它。没有可等之物的 await 不会挂起；main 一返回，asyncio.run 就取消剩下的一切。请在 main 结束前等待该任务。",
        ),
        points: &[
            point(
                Moment::Nth(Kind::HandleReady, 1),
                "The task is made: its first step stands in the ready queue.",
                "任务已创建：它的第一步排在就绪队列里。",
            ),
            point(
                Moment::Prints("main: looks at 2"),
                "Three awaits, and not one suspension: main never lets the loop have a turn.",
                "三次 await，却一次也没有挂起：main 从未把控制权交给事件循环。",
            ),
            point(
                Moment::Of("greeter", Kind::CancelRequested, 0),
                "main is over. The greeter has just begun to wait, and is cancelled by the end of the run.",
                "main 已结束。greeter 刚开始等待，就因运行结束而被取消。",
            ),
        ],
        telling: 1,
        detail: Detail::Inspect,
    },
    Question {
        example: "prints-at-the-end",
        answer: (
            "gather hands its results over in one list, when the last of them is there. The first page came early, but nobody looked at it. Print inside the coroutine, or take the results one by one from asyncio.as_completed.",
            "gather 等最后一个结果到齐，才把结果作为一个列表一次交出。第一页早就到了，只是没人去看。请在协程内部打印，或用 asyncio.as_completed 逐个取得结果。",
        ),
        points: &[
            point(
                Moment::Of("Task-2", Kind::TaskReturned, 0),
                "At 1 s the news is there. Task-1 goes on waiting for the gather.",
                "1 秒时新闻已经到了，Task-1 仍在等待 gather。",
            ),
            point(
                Moment::Nth(Kind::ScopeLeft, 0),
                "At 3 s the slowest is in, and the gather is over.",
                "3 秒时最慢的也到了，gather 结束。",
            ),
            point(
                Moment::Prints("news"),
                "Now main runs, and prints everything at once.",
                "现在 main 才运行，一次全部打印出来。",
            ),
        ],
        telling: 0,
        detail: Detail::Inspect,
    },
    Question {
        example: "never-awaited",
        answer: (
            "Calling a coroutine function runs nothing of it: the call makes a coroutine object. Only await runs it, or a task. Here the object is thrown away, and Python can do no more than warn.",
            "调用协程函数并不会运行它：调用只会创建一个协程对象。只有 await 或任务才会运行它。这里对象被丢弃，Python 只能发出警告。",
        ),
        points: &[
            point(
                Moment::Nth(Kind::CoroutineCreated, 1),
                "save(…) made an object. Not one line of it has run.",
                "save(…) 只创建了一个对象，其中一行也没有运行。",
            ),
            point(
                Moment::Nth(Kind::Notice, 0),
                "Nobody holds the object: it is gone, never awaited.",
                "没有谁持有该对象：它消失了，从未被等待。",
            ),
        ],
        telling: 1,
        detail: Detail::Generators,
    },
    Question {
        example: "gather-error",
        answer: (
            "The first exception is raised at once where gather is awaited. The others are not cancelled: they run on, and their results reach nobody. With return_exceptions=True exceptions come back among the results; a TaskGroup cancels the others instead.",
            "第一个异常会立刻在等待 gather 的地方抛出。其余任务不会被取消：它们继续运行，结果却无人接收。使用 return_exceptions=True 时异常会混在结果里返回；TaskGroup 则会取消其余任务。",
        ),
        points: &[
            point(
                Moment::Of("Task-3", Kind::TaskRaised, 0),
                "The second job fails.",
                "第二个作业失败。",
            ),
            point(
                Moment::Of("Task-1", Kind::StepStarted, 1),
                "Its exception is thrown into main, where gather is awaited.",
                "它的异常被抛入 main 中等待 gather 的地方。",
            ),
            point(
                Moment::Of("Task-4", Kind::TaskReturned, 0),
                "The third was not cancelled: it returns, and nobody takes the result.",
                "第三个没有被取消：它返回了，结果却没人要。",
            ),
        ],
        telling: 1,
        detail: Detail::Inspect,
    },
    Question {
        example: "everything-stopped",
        answer: (
            "A deadlock. Ada has one lock and wants the other; Bob has that one and wants Ada's. Neither can ever let go, and no timer will wake anybody. Take locks in the same order everywhere, or give the wait a timeout.",
            "死锁。Ada 持有一把锁并想要另一把；Bob 持有那一把，又想要 Ada 的。谁也无法放手，也没有定时器会唤醒谁。各处以同样的顺序取锁，或给等待加上超时。",
        ),
        points: &[
            point(
                Moment::Of("Ada", Kind::TaskSuspended, 1),
                "Ada keeps the first lock and queues up at the second.",
                "Ada 拿着第一把锁，去排第二把锁的队。",
            ),
            point(
                Moment::Of("Bob", Kind::TaskSuspended, 1),
                "Bob queues up at Ada's: the circle is closed.",
                "Bob 去排 Ada 那把锁的队：环闭合了。",
            ),
            point(
                Moment::Nth(Kind::DeadlockFound, 0),
                "Nothing is ready and no timer is set: this is the end.",
                "没有就绪者，也没有定时器：到此为止。",
            ),
        ],
        telling: 2,
        detail: Detail::Waits,
    },
    Question {
        example: "who-cancelled",
        answer: (
            "The TaskGroup did, because the carrier failed. When a task of a group raises, the group cancels all others, waits for them, and raises the exception itself. “Because” in the sentence leads back, step by step, to the one who began it.",
            "是 TaskGroup，因为 carrier 失败了。组内一个任务抛出异常，组就取消其余全部任务，等它们结束，再自己抛出异常。句子里的“因为”会一步步引向最初的原因。",
        ),
        points: &[
            point(
                Moment::Of("carrier", Kind::TaskRaised, 0),
                "The carrier raises an exception that nobody catches there.",
                "carrier 抛出了异常，当场没有谁捕获。",
            ),
            point(
                Moment::Of("painter", Kind::CancelRequested, 0),
                "So the group asks the painter to stop.",
                "于是任务组要求 painter 停止。",
            ),
            point(
                Moment::Of("painter", Kind::CancelDelivered, 0),
                "CancelledError is raised in the painter, at the line where it waits.",
                "CancelledError 在 painter 正等待的那一行抛出。",
            ),
        ],
        telling: 2,
        detail: Detail::Inspect,
    },
    Question {
        example: "useless-lock",
        answer: (
            "Every call makes a lock of its own: three locks, three holders, and nobody stands in line. A lock protects only against those who take the same one. Make it once, outside of the coroutine, and let all of them share it.",
            "每次调用都新建一把自己的锁：三把锁，三个持有者，没有谁在排队。锁只能防住取同一把锁的人。请在协程之外只创建一次，让大家共用。",
        ),
        points: &[
            point(
                Moment::Of("Bob", Kind::LineReached, 3),
                "Bob reads the balance while Ada is between reading and writing.",
                "Ada 读完还没写，Bob 就读取了余额。",
            ),
            point(
                Moment::Of("Cem", Kind::TaskSuspended, 0),
                "Three locks, each with a holder and without anybody waiting.",
                "三把锁各有持有者，没有谁在等待。",
            ),
            point(
                Moment::Prints("took 20"),
                "Bob still counts with the 100 that he saw: Ada's withdrawal is lost.",
                "Bob 仍按他看到的 100 计算：Ada 的取款丢失了。",
            ),
        ],
        telling: 1,
        detail: Detail::Primitives,
    },
    Question {
        example: "blocked-loop",
        answer: (
            "time.sleep stops the whole thread, and the loop lives in that thread: no timer is looked at, no task gets a turn. Write await asyncio.sleep instead; work that really blocks goes to asyncio.to_thread.",
            "time.sleep 会停住整个线程，而事件循环就在这个线程里：没有定时器被检查，没有任务得到机会。请改用 await asyncio.sleep；确实会阻塞的工作交给 asyncio.to_thread。",
        ),
        points: &[
            point(
                Moment::Nth(Kind::LoopBlocked, 0),
                "From 0.7 s to 2.7 s nobody else can run. The heartbeat was due at 1 s.",
                "从 0.7 秒到 2.7 秒谁都无法运行。心跳本应在 1 秒时到来。",
            ),
            point(
                Moment::Prints("beat 2"),
                "The beat comes at last: 1.7 s late.",
                "这一拍终于来了：晚了 1.7 秒。",
            ),
        ],
        telling: 0,
        detail: Detail::Inspect,
    },
    Question {
        example: "three-things",
        answer: (
            "A coroutine is a function call that stands still: it does nothing by itself. A task is a coroutine that the loop carries on, turn by turn. A future is an empty place for a result that somebody will set; a task is a future too, set by the end of its coroutine.",
            "协程是一次停着不动的函数调用：它自己什么也不做。任务是由事件循环一轮轮推进的协程。Future 是等待某人放入结果的空位；任务也是一种 Future，由其协程的结束来设置。",
        ),
        points: &[
            point(
                Moment::Nth(Kind::CoroutineCreated, 1),
                "A coroutine: made, not started.",
                "协程：已创建，未开始。",
            ),
            point(
                Moment::Nth(Kind::TaskCreated, 1),
                "A task: it has a lane, and its first step goes into the ready queue.",
                "任务：它有了泳道，第一步进入就绪队列。",
            ),
            point(
                Moment::Nth(Kind::FutureCreated, 0),
                "A future: pending, and nothing runs it.",
                "Future：待定，没有谁在运行它。",
            ),
            point(
                Moment::Of("Task-1", Kind::TaskSuspended, 0),
                "Task-1 waits for the future; when it is set, Task-1 is woken.",
                "Task-1 等待这个 Future；它被设置时，Task-1 被唤醒。",
            ),
        ],
        telling: 3,
        detail: Detail::Futures,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery;

    #[test]
    fn every_question_has_an_example_and_a_first_moment() {
        assert_eq!(QUESTIONS.len(), 10);
        for question in QUESTIONS {
            assert!(
                gallery::find(question.example).is_some(),
                "{}",
                question.example
            );
            assert!(
                question.point(question.telling).is_some(),
                "{}",
                question.example
            );
        }
    }
}
