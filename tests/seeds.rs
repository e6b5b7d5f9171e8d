//! The code listings of the five tutorials that the project began with. Each
//! must run as printed; what becomes of it is told in `docs/listings.md`, which
//! `WRITE_LISTINGS=1 cargo test --test seeds` writes anew.
//!
//! What the page's gallery offers of them lies in `static/listings`, the rest in
//! `tests/seeds`, where beside a listing: `.expected` is what its tutorial shows;
//! `.py36.out`, `.py37.out` and `.out` what that Python prints (`.out`: 3.11),
//! `.err` the status and the error; `.completed.py` a small program around a
//! fragment, `.modern.py` the listing in today's spelling.

use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::Stream;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/seeds";
/// The forms of them that the page's gallery offers.
const OFFERED: &str = "static/listings";
const TABLE: &str = "docs/listings.md";

/// A line of `listings.txt`.
struct Listing {
    file: String,
    exercises: String,
    /// The order of its lines was that of a set, by memory addresses.
    is_any_order: bool,
    /// What it needs that is not in the page.
    needs: Option<String>,
}

struct Outcome {
    stdout: String,
    /// Both streams in one, as on a terminal.
    all: String,
    status: i32,
    errors: String,
}

fn listings() -> Vec<Listing> {
    let text = fs::read_to_string(Path::new(FOLDER).join("listings.txt")).unwrap_or_default();
    let listings: Vec<Listing> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let (file, exercises, flags) = (parts.next()?, parts.next()?, parts.next()?);
            Some(Listing {
                file: file.to_owned(),
                exercises: exercises.to_owned(),
                is_any_order: flags.contains("any-order"),
                needs: flags
                    .split_once("outside ")
                    .map(|(_, needs)| needs.to_owned()),
            })
        })
        .collect();
    assert_eq!(listings.len(), 52);
    listings
}

/// Where a listing or another form of one is.
fn source_file(file: &str) -> PathBuf {
    let offered = Path::new(OFFERED).join(file);
    match offered.exists() {
        true => offered,
        false => Path::new(FOLDER).join(file),
    }
}

fn run(path: &Path) -> Option<Outcome> {
    let source = fs::read_to_string(path).ok()?;
    let file = path.file_name()?.to_string_lossy();
    let options = RunOptions {
        max_instructions: 100_000_000,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(&source, &file, &options);
    let status = engine.finish().ending.exit_code();
    let errors = engine.output(Stream::Stderr);
    Some(Outcome {
        stdout: engine.printed().0,
        all: String::from_utf8_lossy(engine.log().output()).into_owned(),
        status,
        errors,
    })
}

impl Listing {
    fn beside(&self, extension: &str) -> PathBuf {
        let stem = self.file.trim_end_matches(".pycon").trim_end_matches(".py");
        let file = format!("{stem}.{extension}");
        match extension.ends_with("py") {
            true => source_file(&file),
            false => Path::new(FOLDER).join(file),
        }
    }

    fn expected(&self, extension: &str) -> Option<String> {
        fs::read_to_string(self.beside(extension)).ok()
    }

    /// What becomes of the listing as it is printed.
    fn state(&self) -> Result<String, String> {
        let Some(outcome) = run(&source_file(&self.file)) else {
            return Err("it cannot be read".to_owned());
        };
        if let Some(needs) = &self.needs {
            let is_well = |outcome: &Outcome| outcome.status == 0 && !outcome.all.contains("Error");
            // The listing may only define what its completed form calls.
            let completed = run(&self.beside("completed.py"));
            let ends_well = is_well(&outcome) && completed.as_ref().is_none_or(is_well);
            return match ends_well {
                true => Err("it runs: it needs nothing from outside".to_owned()),
                false => Ok(format!("needs {needs}")),
            };
        }
        if let Some(expected) = self.expected("expected") {
            let (want, have) = (normalized(&expected), normalized(&outcome.all));
            let is_same = want == have;
            if !(is_same || self.is_any_order && bag(&want) == bag(&have)) {
                return Err(format!("expected\n{want}\nprinted\n{have}"));
            }
            let remark = match is_same {
                true => "",
                false => ", in the order of creation where the tutorial has that of a set",
            };
            return Ok(format!("runs as printed{remark}"));
        }
        for (extension, version) in [("py36.out", "3.6"), ("py37.out", "3.7")] {
            if let Some(expected) = self.expected(extension) {
                same(&expected, &outcome.stdout)?;
                return Ok(format!("runs as in Python {version}"));
            }
        }
        let expected = self.expected("out").unwrap_or_default();
        same(&expected, &outcome.stdout)?;
        if let Some(error) = self.expected("err") {
            let told = error_line(&error);
            same(told, error_line(&outcome.errors))?;
            return Ok(format!("a fragment; `{told}`, as CPython says"));
        }
        match outcome.status {
            0 if expected.is_empty() => Ok("runs; only defines things".to_owned()),
            0 => Ok("runs; prints what CPython prints".to_owned()),
            _ => Err(outcome.errors),
        }
    }

    /// What becomes of its completed or modern form, if it has one.
    fn other_form(&self) -> Result<String, String> {
        for form in ["completed", "modern"] {
            let Some(outcome) = run(&self.beside(&format!("{form}.py"))) else {
                continue;
            };
            let Some(expected) = self.expected(&format!("{form}.out")) else {
                return Ok(String::new());
            };
            same(&expected, &outcome.stdout)?;
            return Ok(format!("the {form} form runs"));
        }
        Ok(String::new())
    }
}

/// The line of standard error that names the exception; warnings may follow.
fn error_line(errors: &str) -> &str {
    let is_error = |line: &&str| {
        line.split_once(':')
            .is_some_and(|(name, _)| name.ends_with("Error"))
    };
    errors.lines().rev().find(is_error).unwrap_or("")
}

fn same(expected: &str, printed: &str) -> Result<(), String> {
    if normalized(expected) == normalized(printed) {
        return Ok(());
    }
    Err(format!("expected\n{expected}\nprinted\n{printed}"))
}

/// The text without what no two runs or releases have in common: addresses,
/// positions of code in reprs, names of tasks (since Python 3.8) and the name
/// of a task's callback (another since Python 3.7).
fn normalized(text: &str) -> String {
    let is_hex = |c: char| c.is_ascii_hexdigit() || c == '.';
    let mut text = replaced(text, "at 0x", "...", is_hex);
    for words in ["running at ", "defined at ", "created at "] {
        text = replaced(&text, words, "...", |c| !matches!(c, '>' | ' ' | ',' | ']'));
    }
    let text = replaced(&text, " name='Task-", "", |c| {
        c.is_ascii_digit() || c == '\''
    });
    text.replace(" name='Task-", "").replace(
        "<TaskWakeupMethWrapper object at 0x...>()",
        "Task.task_wakeup()",
    )
}

/// The text with what follows `marker` replaced, as far as it is `part` of it.
fn replaced(text: &str, marker: &str, by: &str, part: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(marker) {
        out.push_str(before);
        out.push_str(marker);
        out.push_str(by);
        rest = after.trim_start_matches(&part);
    }
    out.push_str(rest);
    out
}

/// The lines in any order, and the words of each in any order.
fn bag(text: &str) -> Vec<Vec<&str>> {
    let mut lines: Vec<Vec<&str>> = text.lines().map(words).collect();
    lines.sort();
    lines
}

fn words(line: &str) -> Vec<&str> {
    let mut words: Vec<&str> = line.split([' ', ',', '[', ']']).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words
}

#[test]
fn every_listing_does_what_the_table_says() {
    let mut failures = String::new();
    let mut table = String::from(
        "# The tutorials' listings\n\n\
         Every code listing of the five tutorials that this project began with, run as it is printed.\n\
         A test keeps this table true; `WRITE_LISTINGS=1 cargo test --test seeds` writes it.\n\
         The first number is the tutorial's, the second the listing's in it; the files are in `tests/seeds` and, where the page's gallery offers them, in `static/listings`.\n\n\
         | listing | what it exercises | as printed | otherwise |\n|---|---|---|---|\n",
    );
    for listing in listings() {
        let mut told = |result: Result<String, String>| {
            result.unwrap_or_else(|difference| {
                failures.push_str(&format!("\n== {}\n{difference}\n", listing.file));
                String::new()
            })
        };
        let (state, other) = (told(listing.state()), told(listing.other_form()));
        table.push_str(&format!(
            "| `{}` | {} | {state} | {other} |\n",
            listing.file, listing.exercises
        ));
    }
    assert!(failures.is_empty(), "{failures}");
    if std::env::var_os("WRITE_LISTINGS").is_some()
        && let Err(error) = fs::write(TABLE, &table)
    {
        panic!("{TABLE} cannot be written: {error}");
    }
    let written = fs::read_to_string(TABLE).unwrap_or_default();
    assert_eq!(written, table, "{TABLE} is not what it should be");
}

/// The gallery offers what runs: a listing itself if it is whole, else its
/// completed form; none that needs what the page does not have. That each of
/// them prints what it should is what the table's test finds.
#[test]
fn the_gallery_offers_every_listing_that_runs() {
    let offered = |file: &str| Path::new(OFFERED).join(file).exists();
    let mut left_out = Vec::new();
    let mut count = 0;
    for listing in listings() {
        let stem = listing
            .file
            .trim_end_matches(".pycon")
            .trim_end_matches(".py");
        let completed = format!("{stem}.completed.py");
        let is_whole = listing.needs.is_none()
            && listing.state().is_ok_and(|state| {
                state.starts_with("runs as") || state.starts_with("runs; prints")
            });
        let form = if is_whole {
            listing.file.clone()
        } else {
            completed
        };
        match offered(&form) && (is_whole || listing.expected("completed.out").is_some()) {
            true => count += 1,
            false => left_out.push(listing.file.clone()),
        }
    }
    // Processes do not exist in a page.
    assert_eq!(
        left_out,
        ["s003-05-subprocess-date.py", "s003-06-process-pool.py"]
    );
    let files = fs::read_dir(OFFERED).map(|entries| entries.count());
    assert_eq!(files.ok(), Some(count));
}

/// One tutorial's transcripts are one session: a text with all of them goes on
/// with the names of the earlier ones.
#[test]
fn several_transcripts_in_one_text_share_their_names() {
    let mut text = String::from("A tutorial.\n\n");
    let mut expected = String::new();
    for listing in listings() {
        if listing.file.starts_with("s001")
            && listing.needs.is_none()
            && listing.file.ends_with(".pycon")
        {
            let source = fs::read_to_string(source_file(&listing.file));
            text.push_str(&source.unwrap_or_default());
            text.push_str("\nMore text.\n\n");
            expected.push_str(&listing.expected("expected").unwrap_or_default());
        }
    }
    let mut engine = Engine::new(&text, "main.py", &RunOptions::default());
    engine.finish();
    assert_eq!(
        normalized(&engine.output(Stream::Stdout)),
        normalized(&expected)
    );
}
