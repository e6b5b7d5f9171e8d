//! What a transcript shows, line by line, against what its run printed.
//!
//! Two lines agree if they are equal, or would be but for: addresses (`0x…`),
//! a remark that the author put behind the output (`# …`), and what doctest's
//! `...` stands for. The frames of a traceback are not compared: they name files.

use super::Unit;
use coroscope_trace::{EventIndex, Kind, Log};
use std::collections::VecDeque;

/// Lines of one unit beyond which no best match is searched for.
const LONGEST: usize = 400;

/// A line of the transcript that was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The line in the transcript, from 1: an output line, or a prompt's if
    /// nothing is shown below it.
    pub line: u32,
    /// Whether the run printed this.
    pub agrees: bool,
    /// What it printed here instead, or besides.
    pub printed: Vec<String>,
}

/// Compares what the units that have ended before event `end` printed.
pub fn compare(units: &[Unit], log: &Log, end: EventIndex) -> Vec<Compared> {
    let mut out = Vec::new();
    for (unit, printed) in units.iter().zip(outputs(log, end)) {
        let lines: Vec<&str> = printed.lines().collect();
        compare_unit(unit, &lines, &mut out);
    }
    out
}

/// What each unit printed, in order; only those that have ended.
fn outputs(log: &Log, end: EventIndex) -> Vec<String> {
    let mut starts: VecDeque<EventIndex> = VecDeque::new();
    let mut is_over = false;
    for (index, event) in log.events_from(EventIndex(0)) {
        if index.0 > end.0 {
            break;
        }
        match event.kind {
            Kind::PromptReached => starts.push_back(index),
            Kind::RunEnded => is_over = true,
            _ => {}
        }
    }
    let mut bytes: Vec<Vec<u8>> = vec![Vec::new(); starts.len()];
    let mut current = 0;
    for piece in log.output_pieces() {
        if piece.event.0 > end.0 {
            break;
        }
        while starts
            .get(current + 1)
            .is_some_and(|next| next.0 < piece.event.0)
        {
            current += 1;
        }
        let range = piece.start as usize..piece.end as usize;
        if let (Some(unit), Some(written)) = (bytes.get_mut(current), log.output().get(range)) {
            unit.extend_from_slice(written);
        }
    }
    if !is_over {
        bytes.pop();
    }
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    bytes.into_iter().map(text).collect()
}

fn compare_unit(unit: &Unit, printed: &[&str], out: &mut Vec<Compared>) {
    if unit.shown.is_empty() {
        if !printed.is_empty() {
            out.push(Compared {
                line: unit.line,
                agrees: false,
                printed: owned(printed),
            });
        }
        return;
    }
    let shown: Vec<&str> = unit.shown.iter().map(|(_, line)| line.as_str()).collect();
    let (expected, found) = (without_frames(&shown), without_frames(printed));
    let partners = best_match(&expected, &found);
    let mut next = 0;
    let mut open: Option<usize> = None;
    for (row, partner) in partners.iter().enumerate() {
        let Some((line, _)) = expected
            .get(row)
            .and_then(|(index, _)| unit.shown.get(*index))
        else {
            continue;
        };
        let mut compared = Compared {
            line: *line,
            agrees: partner.is_some(),
            printed: Vec::new(),
        };
        match partner {
            Some(range) => {
                // What was printed before and matches nothing belongs to the
                // line that differs, or else to the line above.
                let extra = lines(&found, next, range.start);
                if !extra.is_empty() {
                    let at = open.or_else(|| out.len().checked_sub(1));
                    match at.and_then(|at| out.get_mut(at)) {
                        Some(before) => {
                            before.agrees = false;
                            before.printed.extend(extra);
                        }
                        None => {
                            compared.agrees = false;
                            compared.printed = extra;
                        }
                    }
                }
                next = range.end;
                open = None;
            }
            None if open.is_none() => open = Some(out.len()),
            None => {}
        }
        out.push(compared);
    }
    let extra = lines(&found, next, found.len());
    if !extra.is_empty()
        && let Some(last) = open.or_else(|| out.len().checked_sub(1))
        && let Some(last) = out.get_mut(last)
    {
        last.agrees = false;
        last.printed.extend(extra);
    }
    drop_prose(unit, out);
}

/// Lines behind an empty line that match nothing are the tutorial's text, when
/// everything above them agrees.
fn drop_prose(unit: &Unit, out: &mut Vec<Compared>) {
    let Some(first) = unit.shown.first().map(|(line, _)| *line) else {
        return;
    };
    let own = out.partition_point(|compared| compared.line < first);
    let wrong = out
        .iter()
        .skip(own)
        .position(|compared| !compared.agrees)
        .map(|position| own + position);
    let Some(wrong) = wrong.filter(|wrong| *wrong > own) else {
        return;
    };
    let rest = out.get(wrong..).unwrap_or(&[]);
    let is_prose = rest
        .iter()
        .all(|compared| !compared.agrees && compared.printed.is_empty());
    let begins_paragraph = rest.first().is_some_and(|compared| {
        unit.shown
            .iter()
            .any(|(line, text)| line + 1 == compared.line && text.is_empty())
            || unit
                .shown
                .iter()
                .any(|(line, text)| *line == compared.line && text.is_empty())
    });
    if is_prose && begins_paragraph {
        out.truncate(wrong);
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn lines(found: &[(usize, &str)], from: usize, to: usize) -> Vec<String> {
    let some = found.get(from..to).unwrap_or(&[]);
    some.iter().map(|(_, line)| (*line).to_owned()).collect()
}

/// The lines with their indices, without the indented ones of tracebacks.
fn without_frames<'a>(lines: &[&'a str]) -> Vec<(usize, &'a str)> {
    let mut kept = Vec::with_capacity(lines.len());
    let mut in_traceback = false;
    for (index, line) in lines.iter().enumerate() {
        if line.starts_with("Traceback (") {
            in_traceback = true;
        } else if in_traceback {
            if line.starts_with([' ', '\t']) {
                continue;
            }
            in_traceback = false;
        }
        kept.push((index, line.trim_end()));
    }
    kept
}

/// For each expected line the printed lines that it stands for: one, or any
/// number for a line of `...`. As many as possible are matched, in order.
fn best_match(
    expected: &[(usize, &str)],
    found: &[(usize, &str)],
) -> Vec<Option<std::ops::Range<usize>>> {
    let (rows, columns) = (expected.len(), found.len());
    if rows > LONGEST || columns > LONGEST {
        return (0..rows)
            .map(|row| {
                let (want, have) = (expected.get(row)?, found.get(row)?);
                agrees(want.1, have.1).then_some(row..row + 1)
            })
            .collect();
    }
    // best[row][column]: how many lines match from there on.
    let width = columns + 1;
    let mut best = vec![0_u32; (rows + 1) * width];
    let at = |best: &[u32], row: usize, column: usize| -> u32 {
        best.get(row * width + column).copied().unwrap_or(0)
    };
    let is_same = |row: usize, column: usize| match (expected.get(row), found.get(column)) {
        (Some(want), Some(have)) => agrees(want.1, have.1),
        _ => false,
    };
    let is_gap = |row: usize| {
        expected
            .get(row)
            .is_some_and(|(_, line)| line.trim() == "...")
    };
    for row in (0..rows).rev() {
        for column in (0..=columns).rev() {
            let mut most = at(&best, row + 1, column).max(at(&best, row, column + 1));
            if is_gap(row) {
                most = most.max(1 + at(&best, row + 1, column));
            } else if is_same(row, column) {
                most = most.max(1 + at(&best, row + 1, column + 1));
            }
            if let Some(cell) = best.get_mut(row * width + column) {
                *cell = most;
            }
        }
    }
    let mut partners = Vec::with_capacity(rows);
    let mut column = 0;
    for row in 0..rows {
        let here = at(&best, row, column);
        if is_gap(row) {
            let mut end = column;
            // It stands for all lines up to the next one that matches.
            while end < columns && at(&best, row + 1, end + 1) == at(&best, row + 1, column) {
                end += 1;
            }
            partners.push(Some(column..end));
            column = end;
            continue;
        }
        let mut place = column;
        let mut partner = None;
        while place < columns && at(&best, row, place) == here {
            if is_same(row, place) && 1 + at(&best, row + 1, place + 1) == here {
                partner = Some(place..place + 1);
                break;
            }
            place += 1;
        }
        if at(&best, row + 1, column) == here && partner.as_ref().is_none_or(|p| p.start > column) {
            // As good without this line.
            partner = None;
        }
        if let Some(partner) = &partner {
            column = partner.end;
        }
        partners.push(partner);
    }
    partners
}

/// Whether a shown line says what a printed line says.
fn agrees(shown: &str, printed: &str) -> bool {
    if fits(shown, printed) {
        return true;
    }
    match shown.find('#') {
        Some(at) => {
            let (before, _) = shown.split_at(at);
            before.ends_with([' ', '\t']) && fits(before.trim_end(), printed)
        }
        None => false,
    }
}

fn fits(shown: &str, printed: &str) -> bool {
    let (shown, printed) = (without_addresses(shown), without_addresses(printed));
    let Some((first, rest)) = shown.split_once("...") else {
        return shown == printed;
    };
    let (middle, last) = rest.rsplit_once("...").unwrap_or(("", rest));
    let Some(mut left) = printed
        .strip_prefix(first)
        .and_then(|left| left.strip_suffix(last))
    else {
        return shown == printed;
    };
    middle.split("...").all(|part| match left.find(part) {
        Some(at) => {
            left = left.get(at + part.len()..).unwrap_or("");
            true
        }
        None => false,
    })
}

/// The line with `0x…` in place of every address.
fn without_addresses(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("0x") {
        out.push_str(before);
        let digits = after.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        let digits = digits.strip_prefix("...").unwrap_or(digits);
        let is_address = digits.len() < after.len();
        out.push_str(if is_address { "0x…" } else { "0x" });
        rest = digits;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(shown: &[&str]) -> Unit {
        Unit {
            line: 1,
            source: String::new(),
            shown: (2..)
                .zip(shown.iter().map(|line| (*line).to_owned()))
                .collect(),
        }
    }

    /// `=` and `!` for the lines that agree and differ, with what was printed.
    fn verdict(shown: &[&str], printed: &[&str]) -> String {
        let mut out = Vec::new();
        compare_unit(&unit(shown), printed, &mut out);
        let words = out.iter().map(|compared| {
            let sign = if compared.agrees { '=' } else { '!' };
            format!("{}{sign}{}", compared.line, compared.printed.join(","))
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn equal_lines_agree() {
        assert_eq!(verdict(&["a", "b"], &["a", "b"]), "2= 3=");
        assert_eq!(verdict(&[], &[]), "");
    }

    #[test]
    fn differing_lines_know_what_was_printed() {
        assert_eq!(verdict(&["a", "b", "c"], &["a", "x", "c"]), "2= 3!x 4=");
        assert_eq!(verdict(&["a"], &["a", "more"]), "2!more");
        assert_eq!(verdict(&["a", "b"], &["b"]), "2! 3=");
        assert_eq!(verdict(&["a", "b"], &[]), "2! 3!");
        assert_eq!(verdict(&[], &["a"]), "1!a");
    }

    #[test]
    fn addresses_remarks_and_dots_stand_for_anything() {
        let shown = "<coroutine object main at 0x000001D2E6385EC0>";
        assert_eq!(
            verdict(&[shown], &["<coroutine object main at 0x7f00>"]),
            "2="
        );
        assert_eq!(verdict(&["B 0   # switched"], &["B 0"]), "2=");
        assert_eq!(verdict(&["B 0   # switched"], &["B 1"]), "2!B 1");
        assert_eq!(verdict(&["[0, 1, ..., 9]"], &["[0, 1, 2, 3, 9]"]), "2=");
        assert_eq!(verdict(&["[0, ..., 9]"], &["[0, 1, 8]"]), "2![0, 1, 8]");
        assert_eq!(
            verdict(&["a", "...", "z"], &["a", "b", "c", "z"]),
            "2= 3= 4="
        );
    }

    #[test]
    fn frames_of_tracebacks_do_not_count() {
        let shown = [
            "Traceback (most recent call last):",
            "  File \"x\"",
            "E: no",
        ];
        let printed = [
            "Traceback (most recent call last):",
            "  File \"<stdin>\", line 1, in <module>",
            "  File \"<stdin>\", line 2, in f",
            "E: no",
        ];
        assert_eq!(verdict(&shown, &printed), "2= 4=");
    }

    #[test]
    fn text_behind_an_empty_line_is_no_output() {
        assert_eq!(verdict(&["1", "", "Now we see:"], &["1"]), "2=");
        assert_eq!(verdict(&["1", "", "2"], &["1", "", "2"]), "2= 3= 4=");
    }
}
