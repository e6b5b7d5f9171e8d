//! The example programs: a name for links, a title and one line about each.

use crate::text::Lang;

/// One program of the gallery.
#[derive(Debug)]
pub struct Example {
    /// Name of the file in `static/gallery`; links use it, so it never changes.
    pub name: &'static str,
    title: (&'static str, &'static str),
    about: (&'static str, &'static str),
    /// The program.
    pub source: &'static str,
}

impl Example {
    /// Its title.
    pub const fn title(&self, lang: Lang) -> &'static str {
        lang.pick(self.title.0, self.title.1)
    }

    /// What it shows, in one line.
    pub const fn about(&self, lang: Lang) -> &'static str {
        lang.pick(self.about.0, self.about.1)
    }
}

/// Examples that belong together.
#[derive(Debug)]
pub struct Group {
    title: (&'static str, &'static str),
    /// Its programs, in order of learning.
    pub examples: &'static [Example],
}

impl Group {
    /// Heading in the menu.
    pub const fn title(&self, lang: Lang) -> &'static str {
        lang.pick(self.title.0, self.title.1)
    }
}

macro_rules! group {
    (($en:literal, $zh:literal) $($name:literal: ($title:literal, $title_zh:literal), ($about:literal, $about_zh:literal);)+) => {
        Group {
            title: ($en, $zh),
            examples: &[$(Example {
                name: $name,
                title: ($title, $title_zh),
                about: ($about, $about_zh),
                source: include_str!(concat!("../../static/gallery/", $name, ".py")),
            },)+],
        }
    };
}

/// The menu, from top to bottom.
pub static GALLERY: &[Group] = &[
    group! { ("Watch it happen", "亲眼看看")
        "three-workers": ("Three workers, one queue", "三个工人，一个队列"),
            ("Workers share a queue until it is empty, then they are cancelled.", "工人们共享一个队列，取空后被取消。");
        "gather-or-await": ("gather or awaits in a row", "gather 与逐个 await"),
            ("Six seconds one after the other, three together.", "逐个等待六秒，一起等待三秒。");
        "lock-hand-over": ("Lock hand-over", "锁的交接"),
            ("Who holds the lock, who queues, and who gets it next.", "谁持有锁，谁在排队，下一个是谁。");
        "starting-gun": ("Starting gun", "发令枪"),
            ("One asyncio.Event wakes every runner, in order.", "一个 asyncio.Event 依次唤醒所有选手。");
        "timeout": ("Out of patience", "失去耐心"),
            ("wait_for cancels a task, which tidies up before it goes.", "wait_for 取消任务，任务先收拾再离开。");
        "generator-ping-pong": ("Generator ping-pong", "生成器乒乓"),
            ("Two generators and send(), no event loop at all.", "两个生成器与 send()，完全没有事件循环。");
    },
    group! { ("Questions", "常见问题")
        "still-sequential": ("Why is my code still sequential?", "为什么我的代码还是顺序执行？"),
            ("async everywhere, and yet six seconds.", "处处是 async，却仍要六秒。");
        "never-runs": ("Why does my task never run?", "为什么我的任务从不运行？"),
            ("It is made, and says nothing.", "任务创建了，却毫无动静。");
        "prints-at-the-end": ("Why does nothing print until the end?", "为什么到最后才打印？"),
            ("The first result was there long before.", "第一个结果早就有了。");
        "never-awaited": ("Why was it never awaited?", "为什么说它“从未被等待”？"),
            ("A call that runs nothing.", "一次什么都没运行的调用。");
        "gather-error": ("What does gather do with an exception?", "gather 如何处理异常？"),
            ("One of three fails; what about the others?", "三个之一失败，其余的呢？");
        "everything-stopped": ("Why did everything stop?", "为什么一切都停了？"),
            ("Two tasks, two locks.", "两个任务，两把锁。");
        "who-cancelled": ("Who cancelled my task?", "谁取消了我的任务？"),
            ("It did nothing wrong.", "它什么也没做错。");
        "useless-lock": ("Why does the lock not help?", "为什么锁不起作用？"),
            ("Every withdrawal is locked, and money is lost.", "每次取款都加了锁，钱还是对不上。");
        "blocked-loop": ("Why is the loop blocked?", "为什么事件循环被阻塞？"),
            ("The heartbeat misses its beats.", "心跳漏拍了。");
        "three-things": ("Coroutine, task, future: what is the difference?", "协程、任务、Future 有什么区别？"),
            ("All three in one picture.", "三者同框。");
    },
    group! { ("Tutorial: await, gather, semaphore", "教程：await、gather、信号量")
        "await-result": ("Await a result", "等待结果"),
            ("Awaiting a coroutine gives what it returns.", "await 协程得到它的返回值。");
        "gather-no-switch": ("gather without a switch", "没有切换的 gather"),
            ("Coroutines that never suspend do not take turns.", "从不挂起的协程不会轮流运行。");
        "gather-sleep-zero": ("gather with sleep(0)", "带 sleep(0) 的 gather"),
            ("sleep(0) lets the others go first: now they alternate.", "sleep(0) 让出控制权：于是交替运行。");
        "semaphore": ("Semaphore(3)", "Semaphore(3)"),
            ("Five coroutines, three at a time.", "五个协程，每次三个。");
    },
    group! { ("Tutorial: asyncio step by step", "教程：一步步学 asyncio")
        "coroutine": ("A coroutine and a loop", "协程与事件循环"),
            ("run_until_complete by hand.", "手动调用 run_until_complete。");
        "coroutine-return": ("A return value", "返回值"),
            ("run_until_complete returns what the coroutine returns.", "run_until_complete 返回协程的返回值。");
        "coroutine-chain": ("A chain of awaits", "await 链"),
            ("One result feeds the next call.", "一个结果作为下一次调用的参数。");
        "future-set-result": ("A future by hand", "手动使用 Future"),
            ("call_soon sets a result; the loop runs until then.", "call_soon 设置结果；循环运行到那时为止。");
        "future-await": ("Await a future", "等待 Future"),
            ("A task sleeps until somebody sets the result.", "任务一直等到有人设置结果。");
        "future-callbacks": ("Callbacks of a future", "Future 的回调"),
            ("Done callbacks run in the order in which they were added.", "完成回调按添加的顺序运行。");
        "gather-phases": ("Two phases, gathered", "两个阶段的 gather"),
            ("Results come in the order of the arguments.", "结果按参数的顺序排列。");
        "queue-consumers": ("Producer and consumers", "生产者与消费者"),
            ("A bounded queue with stop signals.", "带停止信号的有界队列。");
    },
    group! { ("Tutorial: a queue of work", "教程：工作队列")
        "queue-workers": ("Twenty items, three workers", "二十个任务，三个工人"),
            ("join() waits for the last task_done().", "join() 等待最后一次 task_done()。");
    },
];

/// The example that a new visitor sees.
pub const FIRST: &str = "three-workers";

/// The example with this name.
pub fn find(name: &str) -> Option<&'static Example> {
    GALLERY
        .iter()
        .flat_map(|group| group.examples)
        .find(|example| example.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_distinct_and_findable() {
        let names: Vec<_> = GALLERY
            .iter()
            .flat_map(|group| group.examples)
            .map(|e| e.name)
            .collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        assert!(names.len() >= 12);
        assert!(names.iter().all(|name| find(name).is_some()));
        assert!(find(FIRST).is_some());
        assert!(find("no-such-example").is_none());
    }

    #[test]
    fn every_file_of_the_folder_is_in_the_menu() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/gallery");
        let files = std::fs::read_dir(folder)
            .expect("the gallery's folder")
            .count();
        let listed: usize = GALLERY.iter().map(|group| group.examples.len()).sum();
        assert_eq!(files, listed);
    }
}
