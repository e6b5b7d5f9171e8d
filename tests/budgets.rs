//! Programs that want too much end with a clear message, and give back all
//! the memory that they took. The allocator counts for the whole process, so
//! the cases run one after the other in one test.

use coroscope_session::engine::{CountingAllocator, Engine, Progress, allocated_bytes};
use coroscope_session::{Ending, RunOptions};
use coroscope_trace::Stream;
use std::sync::Mutex;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

const MEGABYTE: u64 = 1 << 20;

struct Case {
    name: &'static str,
    source: &'static str,
    ending: Ending,
    /// What must stand in standard error.
    stderr: &'static str,
    /// What must stand in standard output.
    stdout: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "an endless loop",
        source: "while True: pass\n",
        ending: Ending::OutOfInstructions,
        stderr: "used up its instructions",
        stdout: "",
    },
    Case {
        name: "an endless loop that catches everything",
        source: "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n",
        ending: Ending::OutOfInstructions,
        stderr: "used up its instructions",
        stdout: "",
    },
    Case {
        name: "one allocation beyond all bounds",
        source: "x = [0] * 10**12\n",
        ending: Ending::Raised,
        stderr: "MemoryError",
        stdout: "",
    },
    Case {
        name: "one that is caught",
        source: "try:\n    x = 'ab' * 10**12\nexcept MemoryError as e:\n    print('caught', type(e).__name__)\n",
        ending: Ending::Completed,
        stderr: "",
        stdout: "caught MemoryError",
    },
    Case {
        name: "a list that grows for ever",
        source: "x = []\nwhile True:\n    x.append('grow' + str(len(x)))\n",
        ending: Ending::OutOfMemory,
        stderr: "MemoryError",
        stdout: "",
    },
    Case {
        name: "one that catches MemoryError and goes on",
        source: "x = []\nwhile True:\n    try:\n        while True: x.append('grow' + str(len(x)))\n    except MemoryError: pass\n",
        ending: Ending::OutOfMemory,
        stderr: "used up its memory",
        stdout: "",
    },
    Case {
        name: "a text that doubles for ever",
        source: "x = 'x'\nwhile True:\n    x += x\n",
        ending: Ending::Raised,
        stderr: "MemoryError",
        stdout: "",
    },
    Case {
        name: "recursion without an end",
        source: "def f():\n    return f() + 1\nf()\n",
        ending: Ending::Raised,
        stderr: "RecursionError: maximum recursion depth exceeded",
        stdout: "",
    },
    Case {
        name: "a flood of output",
        source: "while True:\n    try:\n        print('flood' * 100)\n    except BaseException: pass\n",
        ending: Ending::OutOfOutput,
        stderr: "more output than is kept",
        stdout: "floodflood",
    },
    Case {
        name: "more tasks than there is room for",
        source: "import asyncio\nasync def wait(): pass\nasync def main():\n    all = [wait() for _ in range(45_000)]\n    \
                 print('made')\n    try:\n        await asyncio.gather(*all)\n    except MemoryError:\n        print('caught')\n\
                 asyncio.run(main())\n",
        ending: Ending::Completed,
        stderr: "",
        stdout: "made\ncaught",
    },
    Case {
        name: "a deep list",
        source: "x = []\nfor _ in range(100_000):\n    x = [x]\nprint('deep')\n",
        ending: Ending::Completed,
        stderr: "",
        stdout: "deep",
    },
];

fn options() -> RunOptions {
    RunOptions {
        record: false,
        max_instructions: 30_000_000,
        max_memory: 32 * MEGABYTE,
        max_output: MEGABYTE,
        ..RunOptions::default()
    }
}

/// The allocator counts for the whole process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
fn programs_that_want_too_much_end_and_give_everything_back() {
    let _alone = ALONE.lock();
    for case in CASES {
        // What is made once for the whole process, as the code of modules, is
        // not the second run's.
        Engine::new(case.source, "main.py", &options()).finish();
        let before = allocated_bytes();
        let mut engine = Engine::new(case.source, "main.py", &options());
        let report = engine.finish();
        let (stdout, stderr) = (engine.output(Stream::Stdout), engine.output(Stream::Stderr));
        assert_eq!(report.ending, case.ending, "{}: {stderr}", case.name);
        assert!(stderr.contains(case.stderr), "{}: {stderr}", case.name);
        assert!(stdout.contains(case.stdout), "{}", case.name);
        let peak = engine.usage().peak_memory;
        assert!(peak < 100 * MEGABYTE, "{}: {peak} bytes", case.name);
        drop((engine, report, stdout, stderr));
        let kept = allocated_bytes().saturating_sub(before);
        assert!(kept < 200_000, "{} keeps {kept} bytes", case.name);
    }
}

#[test]
fn a_program_that_is_over_keeps_nothing_of_the_many_objects_that_it_had() {
    let _alone = ALONE.lock();
    let kept = |objects: usize| {
        let source = format!("def f():\n    [[i] for i in range({objects})]\nf()\n");
        let mut engine = Engine::new(&source, "main.py", &options());
        engine.finish();
        assert_eq!(engine.output(Stream::Stderr), "");
        engine.usage().memory
    };
    // What is made once for the whole process counts in the first run.
    kept(1);
    let (few, many) = (kept(1), kept(200_000));
    assert!(
        many < few + 300_000,
        "{few} bytes, and {many} after many objects"
    );
}

#[test]
fn a_run_can_be_set_down_at_any_instruction_and_ends_the_same() {
    let _alone = ALONE.lock();
    let source = "def g():\n    for i in range(20):\n        yield i\nprint(sum(g()), sorted([3, 1, 2], key=lambda x: -x))\n";
    let mut whole = Engine::new(source, "main.py", &options());
    whole.finish();
    let mut pieces = Engine::new(source, "main.py", &options());
    while pieces.advance(1) == Progress::Running {}
    assert_eq!(pieces.output(Stream::Stdout), whole.output(Stream::Stdout));
    assert_eq!(pieces.output(Stream::Stdout), "190 [3, 2, 1]\n");
}

#[test]
fn the_end_of_a_program_is_seen_by_what_it_still_holds() {
    let _alone = ALONE.lock();
    let source = "\
class Noisy:
    def __del__(self): print('deleted', helper())
def helper(): return 'with help'
def g():
    try:
        yield
    finally:
        print('closed')
async def c(): pass
noisy = Noisy()
generator = g()
next(generator)
coroutine = c()
print('end')
";
    let mut engine = Engine::new(source, "main.py", &options());
    engine.finish();
    assert_eq!(
        engine.output(Stream::Stdout),
        "end\ndeleted with help\nclosed\n"
    );
    let stderr = engine.output(Stream::Stderr);
    assert!(
        stderr.contains("coroutine 'c' was never awaited"),
        "{stderr}"
    );
}
