//! Constructs that tutorials still show and Python has dropped: since when
//! they are gone, and the modern spelling.

/// What was used and since when it is gone, and what is written today.
pub(crate) fn text(construct: &str, detail: &str) -> (String, &'static str) {
    let (what, modern) = match construct {
        "asyncio.coroutine" => (
            "@asyncio.coroutine is gone since Python 3.11",
            "async def, with await instead of yield from",
        ),
        "await-lock" => (
            "`with await lock` is gone since Python 3.9",
            "async with lock:",
        ),
        "loop-argument" => (
            "the argument loop= is gone since Python 3.10",
            "leave it out: the running loop is used",
        ),
        "wait-on-coroutines" => (
            "asyncio.wait() takes no coroutines since Python 3.11",
            "asyncio.wait([asyncio.create_task(…), …])",
        ),
        other => return (with_detail(other, detail), ""),
    };
    (with_detail(what, detail), modern)
}

fn with_detail(what: &str, detail: &str) -> String {
    if detail.is_empty() {
        what.to_owned()
    } else {
        format!("{what} ({detail})")
    }
}
