//! The example programs: a name for links, a title and one line about each.

mod listings;

use crate::text::Lang;

/// One program of the gallery.
#[derive(Debug)]
pub struct Example {
    /// Its name in links, which never changes.
    pub name: &'static str,
    title: (&'static str, &'static str),
    about: (&'static str, &'static str),
    /// The program.
    pub text: Text,
}

/// Where the text of an example is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Text {
    /// Here: the page can show it at once.
    Here(&'static str),
    /// In this file of the folder `listings` beside the page.
    File(&'static str),
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

    /// Whether it is one of those that a search is for: each word stands in its
    /// title, its description or its name.
    fn matches(&self, words: &[String]) -> bool {
        let parts = [
            self.title.0,
            self.title.1,
            self.about.0,
            self.about.1,
            self.name,
        ];
        let all = parts.join(" ").to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
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
    (($en:literal, $zh:literal), $text:ident; $($name:literal $($file:literal)?: ($title:literal, $title_zh:literal), ($about:literal, $about_zh:literal);)+) => {
        crate::gallery::Group {
            title: ($en, $zh),
            examples: &[$(crate::gallery::Example {
                name: $name,
                title: ($title, $title_zh),
                about: ($about, $about_zh),
                text: crate::gallery::group!(@text $text $name $($file)?),
            },)+],
        }
    };
    (@text Here $name:literal) => {
        crate::gallery::Text::Here(include_str!(concat!("../../../static/gallery/", $name, ".py")))
    };
    (@text File $name:literal $file:literal) => { crate::gallery::Text::File($file) };
}
use group;

static SHOWN_FIRST: Group = group! { ("Watch it happen", "亲眼看看"), Here;
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
};

static QUESTIONS: Group = group! { ("Questions", "常见问题"), Here;
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
};

/// The menu, from top to bottom.
pub fn groups() -> impl Iterator<Item = &'static Group> {
    [&SHOWN_FIRST, &QUESTIONS]
        .into_iter()
        .chain(&listings::TUTORIALS)
}

/// The groups with those of their examples that a search is for; an empty
/// search is for all.
pub fn found(search: &str) -> Vec<(&'static Group, Vec<&'static Example>)> {
    let search = search.to_lowercase();
    let words: Vec<String> = search.split_whitespace().map(str::to_owned).collect();
    groups()
        .map(|group| {
            let examples = group.examples.iter();
            (
                group,
                examples.filter(|example| example.matches(&words)).collect(),
            )
        })
        .filter(|(_, examples): &(_, Vec<_>)| !examples.is_empty())
        .collect()
}

/// The example that a new visitor sees.
pub const FIRST: &str = "three-workers";

/// The example with this name.
pub fn find(name: &str) -> Option<&'static Example> {
    groups()
        .flat_map(|group| group.examples)
        .find(|example| example.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::path::Path;

    fn files_of(folder: &str) -> HashSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../static")
            .join(folder);
        std::fs::read_dir(folder)
            .expect("the folder of the examples")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    }

    fn all() -> impl Iterator<Item = &'static Example> {
        groups().flat_map(|group| group.examples)
    }

    #[test]
    fn names_are_distinct_and_findable() {
        let names: Vec<_> = all().map(|example| example.name).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| find(name).is_some()));
        assert!(find(FIRST).is_some_and(|first| matches!(first.text, Text::Here(_))));
        assert!(find("no-such-example").is_none());
    }

    #[test]
    fn the_menu_has_every_file_of_the_folders() {
        let here = all().filter(|example| matches!(example.text, Text::Here(_)));
        let here: HashSet<String> = here.map(|example| format!("{}.py", example.name)).collect();
        assert_eq!(here, files_of("gallery"));
        let fetched = all().filter_map(|example| match example.text {
            Text::File(file) => Some(file.to_owned()),
            Text::Here(_) => None,
        });
        assert_eq!(fetched.collect::<HashSet<_>>(), files_of("listings"));
    }

    #[test]
    fn a_search_is_for_all_of_its_words_in_either_language() {
        let names = |search| -> Vec<&str> {
            let groups = found(search).into_iter();
            groups
                .flat_map(|(_, examples)| examples)
                .map(|example| example.name)
                .collect()
        };
        assert_eq!(names("").len(), all().count());
        assert_eq!(names("  Semaphore(3) "), ["semaphore"]);
        assert_eq!(names("锁的交接"), ["lock-hand-over"]);
        assert!(names("queue").len() > 2 && names("queue workers").len() < names("queue").len());
        assert!(found("no such words").is_empty());
    }
}
