//! What the log of a real program tells a visitor to know.

#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, reason = "tests")]

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::notices::{Notices, Trouble, mend, tell, title};
use coroscope_trace::{Language, Log};

fn program(source: &str) -> String {
    format!("import asyncio, time\n{source}")
}

fn run(source: &str) -> Log {
    let mut engine = Engine::new(&program(source), "main.py", &RunOptions::default());
    engine.finish();
    engine.log().clone()
}

/// The notices of a program: what is the matter, how often, and the sentence.
fn notices(source: &str) -> Vec<(Trouble, usize, String)> {
    let log = run(source);
    let mut notices = Notices::default();
    notices.follow(&log);
    let told = notices.all().into_iter().map(|notice| {
        let sentence = tell(&log, notice, Language::English).to_string();
        (notice.trouble, notice.moments.len(), sentence)
    });
    told.collect()
}

fn only(source: &str, trouble: Trouble, count: usize, sentence: &str) {
    assert_eq!(notices(source), [(trouble, count, sentence.to_owned())]);
}

#[test]
fn a_program_without_fault_has_no_notice() {
    let source = "
async def work(n):
    await asyncio.sleep(n)
    return n
async def main():
    print(await asyncio.gather(work(1), work(2)))
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1))
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(3)
    except TimeoutError:
        pass
    task = asyncio.create_task(work(5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
asyncio.run(main())
";
    assert_eq!(notices(source), []);
}

#[test]
fn never_awaited() {
    only(
        "
async def f(): pass
async def main():
    for _ in range(3):
        f()
asyncio.run(main())
",
        Trouble::NeverAwaited,
        3,
        "Coroutine f() was made on line 6 and never awaited: not one line of it ran.",
    );
}

#[test]
fn exception_never_retrieved() {
    only(
        "
async def boom(): raise ValueError('x')
async def main():
    task = asyncio.create_task(boom())
    await asyncio.sleep(1)
asyncio.run(main())
",
        Trouble::NeverRetrieved,
        1,
        "Task-2 failed with ValueError: x, and nobody asked how it ended.",
    );
}

#[test]
fn a_blocked_loop_and_who_was_kept_waiting() {
    only(
        "
async def tick():
    await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tick(), name='one')
        group.create_task(tick(), name='two')
        await asyncio.sleep(0.5)
        time.sleep(2)
        late = group.create_task(tick(), name='three')
time.sleep(9)
asyncio.run(main())
",
        Trouble::LoopBlocked,
        1,
        "Task-1 held the loop up for 2 s with time.sleep (line 10); one and two had to wait.",
    );
}

#[test]
fn a_swallowed_cancellation_and_not_one_of_timeout() {
    only(
        "
async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        pass
async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    await task
asyncio.run(main())
",
        Trouble::CancelSwallowed,
        1,
        "Task-2 was cancelled, caught CancelledError on line 6 and went on.",
    );
}

#[test]
fn a_task_that_nobody_kept() {
    only(
        "
async def later():
    await asyncio.sleep(5)
    print('never')
async def main():
    asyncio.create_task(later())
    await asyncio.sleep(1)
asyncio.run(main())
",
        Trouble::TaskNotKept,
        1,
        "Task-2 (made on line 7) was cut short: nobody awaited it, and the end of the run cancelled it.",
    );
    only(
        "
async def later(): pass
async def starter():
    asyncio.create_task(later())
async def main():
    asyncio.create_task(starter())
asyncio.run(main())
",
        Trouble::TaskNotKept,
        1,
        "Task-3 (made on line 5) never ran: nobody awaited it, and the run was over first.",
    );
}

#[test]
fn awaits_that_could_have_run_together() {
    only(
        "
async def fetch(n):
    await asyncio.sleep(n / 2)
    await asyncio.sleep(n / 2)
async def everything():
    for n in (1, 3, 2):
        await fetch(n)
async def main():
    await everything()
asyncio.run(main())
",
        Trouble::AwaitsInARow,
        3,
        "Task-1 awaited fetch 3 times, one after the other (from line 8): 6 s of waiting. Together it would be 3 s.",
    );
}

#[test]
fn waits_beside_other_tasks_or_of_one_coroutine_are_no_row() {
    let beside = "
async def fetch(n):
    await asyncio.sleep(n)
async def main():
    other = asyncio.create_task(fetch(9))
    await fetch(1)
    await fetch(2)
    await other
asyncio.run(main())
";
    assert_eq!(notices(beside), []);
    let one = "
async def clock():
    for _ in range(5):
        await asyncio.sleep(1)
async def main():
    await clock()
asyncio.run(main())
";
    assert_eq!(notices(one), []);
}

#[test]
fn gather_hides_errors_in_two_ways() {
    only(
        "
async def boom(n): raise ValueError(n)
async def main():
    await asyncio.gather(boom(1), boom(2), return_exceptions=True)
asyncio.run(main())
",
        Trouble::GatherHides,
        1,
        "A gather returned ValueError: 1 of Task-2 among its results instead of raising it; those of Task-3 too.",
    );
    only(
        "
async def boom(n): raise ValueError(n)
async def main():
    try:
        await asyncio.gather(boom(1), boom(2))
    except ValueError:
        pass
asyncio.run(main())
",
        Trouble::GatherHides,
        1,
        "A gather raised only the first exception; ValueError: 2 of Task-3 was lost.",
    );
}

#[test]
fn a_circle_of_waiting_is_told_by_its_members() {
    let log = run("
async def wait_for(other):
    await asyncio.sleep(0)
    await tasks[other]
tasks = {}
async def main():
    for me, other in ('ab', 'ba'):
        tasks[me] = asyncio.create_task(wait_for(other), name=me)
    await tasks['a']
asyncio.run(main())
");
    let mut notices = Notices::default();
    notices.follow(&log);
    let all = notices.all();
    let first = all.first().unwrap();
    assert_eq!(first.trouble, Trouble::Deadlock);
    assert_eq!(
        tell(&log, first, Language::English).to_string(),
        "a and b wait for each other in a circle: nothing can ever run again."
    );
    assert_eq!(
        tell(&log, first, Language::Chinese).to_string(),
        "a和b 互相等待，形成一个环：再没有什么能运行。"
    );
}

#[test]
fn following_bit_by_bit_finds_the_same() {
    let source = "
async def boom(n): raise ValueError(n)
async def f(): await asyncio.sleep(1)
async def main():
    f()
    await f()
    await f()
    time.sleep(1)
    await asyncio.gather(boom(1), boom(2), return_exceptions=True)
asyncio.run(main())
1 / 0
";
    let log = run(source);
    let mut at_once = Notices::default();
    at_once.follow(&log);
    let mut bit_by_bit = Notices::default();
    let mut engine = Engine::new(&program(source), "main.py", &RunOptions::default());
    while engine.advance(7) == coroscope_session::engine::Progress::Running {
        bit_by_bit.follow(engine.log());
    }
    bit_by_bit.follow(engine.log());
    assert_eq!(at_once.all(), bit_by_bit.all());
    assert!(at_once.all().len() >= 4, "{:?}", at_once.all());
}

#[test]
fn every_notice_has_words_in_both_languages() {
    for trouble in Trouble::ALL {
        for language in [Language::English, Language::Chinese] {
            assert!(!title(trouble, language).is_empty());
            assert!(!mend(trouble, language).is_empty());
        }
        let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c));
        assert!(is_chinese(mend(trouble, Language::Chinese)));
        assert!(!is_chinese(mend(trouble, Language::English)));
    }
}
