//! What notices say, in every language, in one place.
//!
//! In braces: `{who}` and `{others}` the tasks, `{line}` the line, `{length}`
//! and `{longest}` times, `{text}` what the log says, `{since}` and `{modern}` of an
//! old spelling, `{count}` how often.

use super::{Notice, Trouble};
use crate::entity::EntityId;
use crate::event::EventIndex;
use crate::log::Log;
use crate::old_spelling::OldSpelling;
use crate::sentence::{Language, Part, Sentence, duration, entity_label, place_label};
use crate::text::TextId;

/// How many tasks are named before the rest becomes a number.
const NAMED: usize = 4;

/// What a visitor reads: a short name, a sentence, what to do.
struct Words {
    title: [&'static str; 2],
    sentence: [&'static str; 2],
    mend: [&'static str; 2],
}

const fn pick(texts: [&'static str; 2], language: Language) -> &'static str {
    let [english, chinese] = texts;
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// A short name for what is the matter.
pub const fn title(trouble: Trouble, language: Language) -> &'static str {
    pick(words(trouble).title, language)
}

/// How to mend it.
pub const fn mend(trouble: Trouble, language: Language) -> &'static str {
    pick(words(trouble).mend, language)
}

/// One sentence about it, with links.
pub fn tell(log: &Log, notice: &Notice, language: Language) -> Sentence {
    let texts = match notice.trouble {
        Trouble::TaskNotKept if notice.length == 0 => [
            "{who} (made on {line}) never ran: nobody awaited it, and the run was over first.",
            "{who}（在{line}创建）从未运行：没有谁等待它，运行就先结束了。",
        ],
        Trouble::GatherHides if notice.length > 0 => [
            "A gather raised only the first exception; {text} of {who} was lost[, and those of {others}].",
            "gather 只抛出第一个异常；{who} 的 {text} 丢失了[，还有 {others} 的]。",
        ],
        Trouble::LoopBlocked if notice.others.is_empty() => [
            "{who} held the loop up for {length} with time.sleep ({line}); nobody was waiting yet.",
            "{who} 用 time.sleep 让事件循环停了 {length}（{line}）；当时还没有谁在等。",
        ],
        Trouble::Deadlock if notice.length > 1 => [
            "{others} wait for each other in a circle: nothing can ever run again.",
            "{others} 互相等待，形成一个环：再没有什么能运行。",
        ],
        trouble => words(trouble).sentence,
    };
    let mut sentence = Sentence::default();
    fill(&mut sentence, log, notice, pick(texts, language), language);
    if language == Language::English {
        sentence.capitalize(log);
    }
    sentence
}

fn fill(sentence: &mut Sentence, log: &Log, notice: &Notice, template: &str, language: Language) {
    let mut rest = template;
    while let Some(at) = rest.find(['{', '[']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            sentence.push(before);
        }
        if let Some(inside) = from.strip_prefix('[') {
            let (inside, after) = inside.split_once(']').unwrap_or((inside, ""));
            if !notice.others.is_empty() {
                fill(sentence, log, notice, inside, language);
            }
            rest = after;
        } else {
            let slot = from.strip_prefix('{').unwrap_or(from);
            let (name, after) = slot.split_once('}').unwrap_or((slot, ""));
            put(sentence, log, notice, name, language);
            rest = after;
        }
    }
    if !rest.is_empty() {
        sentence.push(rest);
    }
}

fn put(sentence: &mut Sentence, log: &Log, notice: &Notice, slot: &str, language: Language) {
    match slot {
        "who" => task(sentence, log, notice, notice.who, language),
        "others" => others(sentence, log, notice, language),
        "line" if notice.place.is_some() => sentence.parts.push(Part::Place(
            notice.place,
            place_label(log, notice.place, language),
        )),
        "line" => sentence.push(pick(["an unknown line", "某一行"], language)),
        "length" => sentence.push(&duration(notice.length, language)),
        "longest" => sentence.push(&duration(notice.longest, language)),
        "count" => sentence.push(&notice.moments.len().to_string()),
        "text" => code(sentence, log, notice.text),
        "since" | "modern" => {
            let Some(old) = OldSpelling::from_name(log.text(notice.text)) else {
                return code(sentence, log, notice.text);
            };
            if slot == "since" {
                sentence.push(old.since(language));
            } else {
                sentence
                    .parts
                    .push(Part::Code(old.modern(language).to_owned()));
            }
        }
        _ => {}
    }
}

fn code(sentence: &mut Sentence, log: &Log, text: TextId) {
    sentence.parts.push(Part::Code(log.text(text).to_owned()));
}

fn task(sentence: &mut Sentence, log: &Log, notice: &Notice, id: EntityId, language: Language) {
    if id == EntityId::MAIN {
        return sentence.push(pick(["The program", "程序"], language));
    }
    let at = notice.moments.last().copied().unwrap_or(EventIndex::NONE);
    let label = entity_label(log, id, at, language);
    sentence.parts.push(Part::Entity(id, label));
}

fn others(sentence: &mut Sentence, log: &Log, notice: &Notice, language: Language) {
    // A circle is told by its own members alone.
    let all = match notice.trouble {
        Trouble::Deadlock if notice.length > 1 => {
            let end = notice.length.min(notice.others.len() as u64) as usize;
            notice.others.get(..end).unwrap_or(&[])
        }
        _ => notice.others.as_slice(),
    };
    let (comma, and) = match language {
        Language::English => (", ", " and "),
        Language::Chinese => ("、", "和"),
    };
    let named = all.len().min(NAMED);
    let left = all.len() - named;
    for (position, other) in all.iter().take(NAMED).enumerate() {
        if position > 0 {
            let is_last = position + 1 == named && left == 0;
            sentence.push(if is_last { and } else { comma });
        }
        task(sentence, log, notice, *other, language);
    }
    if left > 0 {
        sentence.push(&match language {
            Language::English => format!(" and {left} more"),
            Language::Chinese => format!("等另外 {left} 个"),
        });
    }
}

const fn words(trouble: Trouble) -> Words {
    match trouble {
        Trouble::Deadlock => Words {
            title: ["deadlock", "死锁"],
            sentence: [
                "Nothing can ever run again[: {others} wait for what nobody will bring].",
                "再没有什么能运行[：{others} 在等永远不会来的东西]。",
            ],
            mend: [
                "See who waits for whom, and break the circle: take locks in one order everywhere, give waits a timeout, make sure somebody sets the future or puts the item.",
                "看看谁在等谁，然后打破环：各处以同样的顺序取锁，给等待加上超时，确保有人设置 Future 或放入元素。",
            ],
        },
        Trouble::Uncaught => Words {
            title: ["uncaught exception", "未捕获的异常"],
            sentence: [
                "{text} was caught by nobody and ended the program.",
                "{text} 无人捕获，结束了程序。",
            ],
            mend: [
                "Read the traceback in the output from below; catch the exception where you can do something about it.",
                "从下往上阅读输出里的回溯；在能处理的地方捕获异常。",
            ],
        },
        Trouble::NeverAwaited => Words {
            title: ["never awaited", "从未等待"],
            sentence: [
                "{who} was made on {line} and never awaited: not one line of it ran.",
                "{who} 在{line}创建后从未被等待：其中一行也没有运行。",
            ],
            mend: [
                "Calling a coroutine function only makes a coroutine. Write await before the call, or give it to asyncio.create_task.",
                "调用协程函数只会创建协程。请在调用前写 await，或交给 asyncio.create_task。",
            ],
        },
        Trouble::NeverRetrieved => Words {
            title: ["exception never retrieved", "异常从未取出"],
            sentence: [
                "{who} failed with {text}, and nobody asked how it ended.",
                "{who} 因 {text} 失败，却没有谁询问它的结果。",
            ],
            mend: [
                "Await the task, or make it inside asyncio.TaskGroup, so that its exception reaches somebody.",
                "等待该任务，或在 asyncio.TaskGroup 中创建它，让异常有人处理。",
            ],
        },
        Trouble::DestroyedPending => Words {
            title: ["task destroyed", "任务被销毁"],
            sentence: [
                "{who} was destroyed while it still waited: nobody held on to it.",
                "{who} 仍在等待时被销毁：没有谁持有它。",
            ],
            mend: [
                "Keep the task in a variable or a set, or use asyncio.TaskGroup: the loop itself holds tasks only weakly.",
                "把任务保存在变量或集合中，或使用 asyncio.TaskGroup：事件循环只弱引用任务。",
            ],
        },
        Trouble::TaskNotKept => Words {
            title: ["task not kept", "任务无人看管"],
            sentence: [
                "{who} (made on {line}) was cut short: nobody awaited it, and the end of the run cancelled it.",
                "{who}（在{line}创建）半途而废：没有谁等待它，运行结束时它被取消了。",
            ],
            mend: [
                "Await the task before main ends, or make it inside asyncio.TaskGroup, which waits for all of its tasks.",
                "在 main 结束前等待该任务，或在 asyncio.TaskGroup 中创建它：TaskGroup 会等待其全部任务。",
            ],
        },
        Trouble::LoopBlocked => Words {
            title: ["loop blocked", "事件循环被阻塞"],
            sentence: [
                "{who} held the loop up for {length} with time.sleep ({line}); {others} had to wait.",
                "{who} 用 time.sleep 让事件循环停了 {length}（{line}）；{others} 只能等着。",
            ],
            mend: [
                "Write await asyncio.sleep(…) instead; work that really takes long goes to asyncio.to_thread.",
                "改用 await asyncio.sleep(…)；确实耗时的工作交给 asyncio.to_thread。",
            ],
        },
        Trouble::CancelSwallowed => Words {
            title: ["cancellation swallowed", "取消被吞掉"],
            sentence: [
                "{who} was cancelled, caught CancelledError on {line} and went on.",
                "{who} 被取消，却在{line}捕获了 CancelledError 并继续运行。",
            ],
            mend: [
                "After cleaning up, raise CancelledError again: a bare except or except BaseException must not keep it.",
                "清理之后重新抛出 CancelledError：不要让裸 except 或 except BaseException 把它留下。",
            ],
        },
        Trouble::GatherHides => Words {
            title: ["gather hides an error", "gather 掩盖了错误"],
            sentence: [
                "A gather returned {text} of {who} among its results instead of raising it[; those of {others} too].",
                "gather 没有抛出 {who} 的 {text}，而是把它放进了结果里[；{others} 的也一样]。",
            ],
            mend: [
                "With return_exceptions=True look at every result yourself; asyncio.TaskGroup raises all exceptions and cancels the rest.",
                "使用 return_exceptions=True 时要自己检查每个结果；asyncio.TaskGroup 会抛出全部异常并取消其余任务。",
            ],
        },
        Trouble::AwaitsInARow => Words {
            title: ["one after the other", "逐个等待"],
            sentence: [
                "{who} awaited {text} {count} times, one after the other (from {line}): {length} of waiting. Together it would be {longest}.",
                "{who} 逐个等待了 {count} 次 {text}（自{line}起）：共等待 {length}。若同时进行只需 {longest}。",
            ],
            mend: [
                "If none needs the result of the one before, let them wait together: asyncio.gather, or tasks in asyncio.TaskGroup.",
                "如果后一个不需要前一个的结果，就让它们同时等待：用 asyncio.gather，或 asyncio.TaskGroup 中的任务。",
            ],
        },
        Trouble::HandlerCalled => Words {
            title: ["error in a callback", "回调出错"],
            sentence: [
                "The loop's exception handler was called: {text}.",
                "事件循环的异常处理器被调用：{text}。",
            ],
            mend: [
                "Nobody awaits a callback: catch what it may raise inside of it.",
                "没有谁等待回调：请在回调内部捕获可能的异常。",
            ],
        },
        Trouble::Warning => Words {
            title: ["warning", "警告"],
            sentence: ["The program was warned: {text}", "程序收到警告：{text}"],
            mend: [
                "The warning in the output names the line.",
                "输出中的警告给出了行号。",
            ],
        },
        Trouble::OldSpelling => Words {
            title: ["old spelling", "旧写法"],
            sentence: [
                "On {line}: {since}; today one writes {modern}.",
                "{line}：{since}；如今写作 {modern}。",
            ],
            mend: [
                "It runs here as it did then; current Python refuses it.",
                "在这里它仍像当年那样运行；当前的 Python 会拒绝。",
            ],
        },
    }
}
