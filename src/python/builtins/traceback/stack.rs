//! The entries of a traceback as text.

use super::carets;
use crate::code::{Position, SourceFile};
use crate::object::TracebackEntry;
use crate::syntax::LineIndex;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

/// Calls of one line are shown this often before they are counted.
const REPEATED: usize = 3;

/// One entry as a report shows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum StackText {
    /// A line of a program.
    Line(StackLine),
    /// The line above ran so many more times.
    Repeated(usize),
}

/// A line of a program in a traceback.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StackLine {
    /// Name of the file.
    pub file: String,
    /// Its number, from 1.
    pub line: u32,
    /// `co_name`
    pub name: String,
    /// The line without the spaces around it; empty if not to be shown.
    pub source: String,
    /// What stands below it: spaces, `~` and `^`.
    pub carets: Option<String>,
}

impl fmt::Display for StackText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StackText::Line(line) => line.fmt(f),
            StackText::Repeated(times) => {
                writeln!(
                    f,
                    "  [Previous line repeated {times} more time{}]",
                    if *times == 1 { "" } else { "s" }
                )
            }
        }
    }
}

impl fmt::Display for StackLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  File \"{}\", line {}, in {}",
            self.file, self.line, self.name
        )?;
        if !self.source.is_empty() {
            writeln!(f, "    {}", self.source)?;
            if let Some(carets) = &self.carets {
                writeln!(f, "    {carets}")?;
            }
        }
        Ok(())
    }
}

/// Where the instruction of an entry comes from.
pub(super) fn position(entry: &TracebackEntry) -> Position {
    let found = entry
        .code
        .positions
        .get(entry.instruction as usize)
        .unwrap_or_default();
    if found.line == 0 {
        return Position {
            line: entry.code.first_line,
            ..Position::default()
        };
    }
    found
}

/// The entries, which come innermost first, as texts, outermost first.
pub(super) fn texts(entries: &[TracebackEntry]) -> Vec<StackText> {
    let mut out = Vec::new();
    let mut files = HashMap::new();
    let mut run = 0;
    let mut last: Option<&TracebackEntry> = None;
    for entry in entries.iter().rev() {
        if last.is_some_and(|last| same_line(last, entry)) {
            run += 1;
        } else {
            count_rest(run, &mut out);
            run = 1;
            last = Some(entry);
        }
        if run <= REPEATED {
            out.push(StackText::Line(line(entry, &mut files)));
        }
    }
    count_rest(run, &mut out);
    out
}

fn count_rest(run: usize, out: &mut Vec<StackText>) {
    if run > REPEATED {
        out.push(StackText::Repeated(run - REPEATED));
    }
}

fn line_number(entry: &TracebackEntry) -> u32 {
    let line = entry.code.positions.line(entry.instruction as usize);
    line.filter(|line| *line != 0)
        .unwrap_or(entry.code.first_line)
}

fn same_line(a: &TracebackEntry, b: &TracebackEntry) -> bool {
    // Only lines: columns of library code are found by compiling it.
    line_number(a) == line_number(b)
        && a.name() == b.name()
        && a.code.file.name.as_str() == b.code.file.name.as_str()
}

/// Source files cut into lines, once for a whole report.
type Files<'a> = HashMap<*const SourceFile, LineIndex<'a>>;

fn line<'a>(entry: &'a TracebackEntry, files: &mut Files<'a>) -> StackLine {
    let file = &entry.code.file;
    let at = position(entry);
    let index = files
        .entry(Rc::as_ptr(file))
        .or_insert_with(|| LineIndex::new(file.shown_text()));
    let text = index.line_text(at.line);
    StackLine {
        file: file.name.to_string(),
        line: at.line,
        name: entry.name().to_owned(),
        source: text.trim().to_owned(),
        carets: carets::below(text, at),
    }
}

/// One entry, for the objects that programs see.
pub(super) fn single(entry: &TracebackEntry) -> StackLine {
    line(entry, &mut HashMap::new())
}
