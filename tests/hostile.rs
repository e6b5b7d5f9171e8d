//! Programs that are out to do harm, kept as data in `tests/hostile`:
//!
//! - `work`: lines whose time grows with the name `n`. However native code does
//!   them, they must count as instructions, or a loop of few instructions could
//!   keep the machine busy for hours.
//! - `memory`: lines that want more memory than there is. Each raises
//!   MemoryError, or what its comment names, before it takes any.
//! - `endless`: programs that only their budget of instructions ends.
//! - `holes`: programs that leave memory full of holes. Each prints the first
//!   word of its comment.
//! - `calls`: programs that call all there is with odd arguments, by a `seed`.
//!   Each prints how many calls returned.
//!
//! Files of lines begin with what all lines need, up to a comment that ends in
//! a colon. Instructions are counted, so that no time is measured.

use coroscope_session::engine::{CountingAllocator, Engine, Progress};
use coroscope_session::{Ending, RunOptions};
use coroscope_trace::Stream;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{env, fs};

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

/// The allocator counts for the whole process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// What `n` is in the lines of `work`.
const SIZE: u64 = 50_000;

/// How often all there is is called with odd arguments.
const SEEDS: u32 = 24;

/// Items, bytes or characters that may count as one instruction.
const CHEAPEST: u64 = 64;

/// Instructions after which the machine is looked at.
const STEP: u64 = 200;

/// Instructions that go into telling one line from the next.
const MARKING: u64 = 5 * STEP;

const MAX_MEMORY: u64 = 64 << 20;

/// The files of a folder; `HOSTILE` in the environment picks those whose path has it.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/hostile")
        .join(folder);
    let picked = env::var("HOSTILE").unwrap_or_default();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().contains(&picked))
        .collect();
    files.sort();
    files
}

/// What a file's lines need, and the lines.
fn lines(path: &Path) -> (String, Vec<String>) {
    let text = fs::read_to_string(path).expect("a text");
    let mut all = text.lines();
    let mut setup = String::new();
    for line in all.by_ref() {
        if line.starts_with('#') && line.ends_with(':') {
            break;
        }
        setup.push_str(line);
        setup.push('\n');
    }
    (setup, all.map(str::to_owned).collect())
}

fn options(max_instructions: u64) -> RunOptions {
    RunOptions {
        record: false,
        max_instructions,
        max_memory: MAX_MEMORY,
        max_output: 1 << 20,
        ..RunOptions::default()
    }
}

/// Runs each line in turn after the setup, and calls `done` after each with
/// what it printed and the instructions it took.
fn each_line(setup: &str, lines: &[String], mut done: impl FnMut(&str, &str, u64)) {
    // What was overdrawn is noticed at the next jump back.
    let mut source = format!(
        "{setup}\ndef mark():\n    for _ in range({STEP}): pass\nmark()\nprint()\nmark()\n"
    );
    for line in lines {
        let _ = write!(
            source,
            "try:\n    {line}\nexcept BaseException as e: mark(); print(type(e).__name__, e)\nelse: mark(); print()\nmark()\n"
        );
    }
    let mut engine = Engine::new(&source, "main.py", &options(u64::MAX));
    let mut line = 0;
    let mut last = 0;
    while engine.advance(STEP) == Progress::Running {
        let output = engine.output(Stream::Stdout);
        let count = output.lines().count();
        if count > line {
            let used = engine.usage().instructions;
            if line > 0 {
                let printed = output.lines().next_back().unwrap_or_default();
                done(&lines[line - 1], printed, used - last);
            }
            last = used;
            line = count;
        }
    }
    assert_eq!(line, lines.len() + 1, "{}", engine.output(Stream::Stderr));
}

#[test]
fn work_that_grows_counts_as_instructions() {
    let _alone = ALONE.lock();
    let mut failures = String::new();
    for path in files("work") {
        let (setup, lines) = lines(&path);
        let name = path.file_name().expect("a name").to_string_lossy();
        each_line(
            &format!("n = {SIZE}\n{setup}"),
            &lines,
            |line, printed, used| {
                if !printed.is_empty() {
                    let _ = writeln!(failures, "{name}: {line}: {printed}");
                } else if used < SIZE / CHEAPEST + MARKING {
                    let _ = writeln!(failures, "{name}: {line}: only {used} instructions");
                }
            },
        );
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn memory_that_is_not_there_is_refused() {
    let _alone = ALONE.lock();
    let mut failures = String::new();
    for path in files("memory") {
        let (setup, lines) = lines(&path);
        let name = path.file_name().expect("a name").to_string_lossy();
        each_line(&setup, &lines, |line, printed, _| {
            let wanted = line
                .split_once("  # ")
                .map_or("MemoryError", |(_, name)| name);
            if printed.split(' ').next() != Some(wanted) {
                let _ = writeln!(failures, "{name}: {line}: {printed}");
            }
        });
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn nothing_outlasts_its_instructions() {
    let _alone = ALONE.lock();
    for path in files("endless") {
        let source = fs::read_to_string(&path).expect("a text");
        let mut engine = Engine::new(&source, "main.py", &options(3_000_000));
        let report = engine.finish();
        let stderr = engine.output(Stream::Stderr);
        assert_eq!(
            report.ending,
            Ending::OutOfInstructions,
            "{}: {stderr}",
            path.display()
        );
    }
}

#[test]
fn holes_in_memory_are_filled_or_counted() {
    let _alone = ALONE.lock();
    for path in files("holes") {
        let source = fs::read_to_string(&path).expect("a text");
        let mut engine = Engine::new(&source, "main.py", &options(1_000_000_000));
        engine.finish();
        let wanted = source.split([' ', ':']).nth(1).unwrap_or_default();
        assert_eq!(
            engine.output(Stream::Stdout).trim_end(),
            wanted,
            "{}: {}",
            path.display(),
            engine.output(Stream::Stderr)
        );
    }
}

#[test]
fn odd_arguments_raise_or_return() {
    let _alone = ALONE.lock();
    for path in files("calls") {
        let source = fs::read_to_string(&path).expect("a text");
        let mut returned = 0;
        for seed in 0..SEEDS {
            let source = format!("seed = {seed}\n{source}");
            let mut engine = Engine::new(&source, "main.py", &options(20_000_000));
            // It may well wait for ever, or end the program.
            engine.finish();
            returned += engine
                .output(Stream::Stdout)
                .lines()
                .rev()
                .find_map(|line| line.strip_prefix("returned ")?.parse().ok())
                .unwrap_or(0);
        }
        assert!(returned > 300 * SEEDS, "{}: {returned}", path.display());
    }
}
