//! Running programs and comparing what they print.

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod files;

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::Stream;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

/// Instructions after which a program counts as one that never ends.
const MAX_INSTRUCTIONS: u64 = 300_000_000;

/// Lines of a difference that are shown.
const SHOWN: usize = 12;

/// A program and where its expected output is.
pub(crate) struct Program {
    /// Its file's name without `.py`.
    pub name: String,
    source: PathBuf,
    /// The path of the expected files, without extension.
    expected: PathBuf,
}

/// The programs of a folder and those below it, in order of name.
pub(crate) fn collect(folder: &Path) -> Vec<Program> {
    let program = |source: PathBuf| Program {
        name: stem(&source),
        expected: source.with_extension(""),
        source,
    };
    let sources = files::programs_in(&[folder]);
    sources.into_iter().map(program).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The lines of a list; `#` begins a remark.
pub(crate) fn read_list(path: &Path) -> Vec<String> {
    read(path)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// A report of all programs that print something else than expected.
pub(crate) fn differences(programs: &[Program]) -> String {
    let (send, receive) = mpsc::channel();
    let workers = thread::available_parallelism().map_or(1, |count| count.get());
    thread::scope(|scope| {
        for worker in 0..workers {
            let send = send.clone();
            scope.spawn(move || {
                for (index, program) in programs.iter().enumerate().skip(worker).step_by(workers) {
                    if let Err(difference) = program.run() {
                        let _ = send.send((index, difference));
                    }
                }
            });
        }
        drop(send);
    });
    let mut failures: Vec<_> = receive.iter().collect();
    failures.sort_by_key(|(index, _)| *index);
    if failures.is_empty() {
        return String::new();
    }
    let mut report = format!("{} of {} programs differ\n", failures.len(), programs.len());
    for (index, difference) in failures {
        let name = programs
            .get(index)
            .map_or("", |program| program.name.as_str());
        report.push_str(&format!("\n== {name}\n{difference}"));
    }
    report
}

impl Program {
    /// What stands before the first `-` of the name.
    pub(crate) fn number(&self) -> &str {
        self.name.split('-').next().unwrap_or("")
    }

    /// Takes the expected output from another folder.
    pub(crate) fn expect_from(&mut self, folder: &Path) {
        self.expected = folder.join(&self.name);
    }

    /// Runs it; an error shows what differs. A panic is one too.
    pub(crate) fn run(&self) -> Result<(), String> {
        let source = read(&self.source);
        let file = format!("{}.py", self.name);
        let outcome = thread::scope(|scope| {
            // A panic must not end the other programs.
            scope.spawn(|| run(&source, &file)).join()
        });
        let Ok(outcome) = outcome else {
            return Err("the interpreter panicked\n".to_owned());
        };
        let expected = read(&self.beside("out"));
        let stdout = normalized(&outcome.stdout);
        if stdout != normalized(&expected) {
            let tail = last_line(&outcome.stderr);
            return Err(format!("{}stderr: {tail}\n", diff(&expected, &stdout)));
        }
        let (status, error) = match fs::read_to_string(self.beside("err")) {
            Ok(text) => {
                let status = text.lines().next().unwrap_or("").replace("exit ", "");
                let error = if text.lines().count() > 1 {
                    last_error(&text).to_owned()
                } else {
                    String::new()
                };
                (status, error)
            }
            Err(_) => ("0".to_owned(), String::new()),
        };
        if outcome.status.to_string() != status {
            return Err(format!(
                "exit {} instead of {status}\n{}",
                outcome.status, outcome.stderr
            ));
        }
        if !error.is_empty() && last_error(&outcome.stderr) != error {
            return Err(diff(&error, last_error(&outcome.stderr)));
        }
        Ok(())
    }

    fn beside(&self, extension: &str) -> PathBuf {
        let mut path = self.expected.clone().into_os_string();
        path.push(".");
        path.push(extension);
        path.into()
    }
}

struct Outcome {
    stdout: String,
    stderr: String,
    status: i32,
}

fn run(source: &str, file: &str) -> Outcome {
    let options = RunOptions {
        record: false,
        max_instructions: MAX_INSTRUCTIONS,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(source, file, &options);
    let status = engine.finish().ending.exit_code();
    Outcome {
        stdout: engine.output(Stream::Stdout),
        stderr: engine.output(Stream::Stderr),
        status,
    }
}

fn read(path: &Path) -> String {
    match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => panic!("cannot read {}: {error}", path.display()),
    }
}

/// How the report of an exception group begins: the group is drawn below it,
/// so that what it says of itself is not the last line.
const GROUP: &str = "  + Exception Group Traceback";

/// The line of standard error that names the last exception.
fn last_error(text: &str) -> &str {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let drawn = lines.iter().rposition(|line| !line.starts_with(' '));
    let report = lines.get(drawn.map_or(0, |last| last + 1)..).unwrap_or(&[]);
    let title = |line: &&&str| {
        let text = line.strip_prefix("  | ");
        text.is_some_and(|text| !text.starts_with(' '))
    };
    match report.first() {
        Some(first) if first.starts_with(GROUP) => report
            .iter()
            .find(title)
            .map_or("", |line| line.trim_start_matches(['|', ' '])),
        _ => last_line(text),
    }
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().last().unwrap_or("")
}

/// What is never the same twice, or differs from place to place: addresses, and
/// the file and line in reprs of tasks and coroutines. Both become dots.
fn normalized(text: &str) -> String {
    let mut text = without_addresses(text);
    for before in ["running at ", "defined at ", "created at "] {
        text = without_place(&text, before);
    }
    text
}

/// `FILE:LINE` after `before` becomes dots.
fn without_place(text: &str, before: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(before) {
        let (head, tail) = rest.split_at(at + before.len());
        out.push_str(head);
        let ends = |c: char| c.is_whitespace() || "<>,]".contains(c);
        let (place, after) = tail.split_at(tail.find(ends).unwrap_or(tail.len()));
        let digits = place.rsplit_once(':').map(|(_, line)| line.chars());
        let is_place = digits.is_some_and(|mut line| {
            let first = line.next();
            first.is_some_and(|c| c.is_ascii_digit()) && line.all(|c| c.is_ascii_digit())
        });
        out.push_str(if is_place { "..." } else { place });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Six or more hexadecimal digits after `at 0x` become dots.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("at 0x") {
        let (before, after) = rest.split_at(at + "at 0x".len());
        out.push_str(before);
        let digits = after
            .find(|c: char| !c.is_ascii_hexdigit())
            .unwrap_or(after.len());
        if digits >= 6 {
            out.push_str("...");
            rest = &after[digits..];
        } else {
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The first lines that differ, with one line before them.
fn diff(expected: &str, found: &str) -> String {
    let (want, have): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let same = want.iter().zip(&have).take_while(|(a, b)| a == b).count();
    let mut out = format!("@@ line {} @@\n", same + 1);
    if let Some(line) = same.checked_sub(1).and_then(|i| want.get(i)) {
        out.push_str(&format!("  {line}\n"));
    }
    for (sign, lines) in [("-", &want), ("+", &have)] {
        for line in lines.iter().skip(same).take(SHOWN) {
            out.push_str(&format!("{sign} {line}\n"));
        }
    }
    out
}
