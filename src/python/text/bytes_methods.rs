//! The methods of bytes and bytearray. Letters, digits and white space are ASCII's.

use memchr::memmem;

use super::format_spec::WIDEST;
use super::methods::{Ends, centered_before};
use super::positions::clip;
use super::{TextError, TextResult};

/// White space as bytes methods see it.
pub fn is_space_byte(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

fn window(data: &[u8], start: Option<i64>, end: Option<i64>) -> Option<(usize, &[u8])> {
    let (first, last) = clip(start, end, data.len());
    Some((first, data.get(first..last)?))
}

/// `data.find(part, start, end)`; `None` for -1.
pub fn find(data: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (from, inside) = window(data, start, end)?;
    Some(from + memmem::find(inside, part)?)
}

/// `data.rfind(part, start, end)`; `None` for -1.
pub fn rfind(data: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (from, inside) = window(data, start, end)?;
    Some(from + memmem::rfind(inside, part)?)
}

/// The error of `index` and `rindex` where `find` answers -1.
pub fn not_found() -> TextError {
    TextError::value("subsection not found")
}

/// `data.count(part, start, end)`
pub fn count(data: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> usize {
    match window(data, start, end) {
        None => 0,
        Some((_, inside)) if part.is_empty() => inside.len() + 1,
        Some((_, inside)) => memmem::find_iter(inside, part).count(),
    }
}

/// `data.startswith(part, start, end)`
pub fn starts_with(data: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    window(data, start, end).is_some_and(|(_, inside)| inside.starts_with(part))
}

/// `data.endswith(part, start, end)`
pub fn ends_with(data: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    window(data, start, end).is_some_and(|(_, inside)| inside.ends_with(part))
}

/// At most so many bytes has what `replace` makes.
pub fn replaced_size(data: &[u8], old: &[u8], new: &[u8], most: i64) -> usize {
    let growth = new.len().saturating_sub(old.len());
    if growth == 0 {
        return data.len();
    }
    let hits = memmem::find_iter(data, old).take(limit(most)).count();
    data.len().saturating_add(hits.saturating_mul(growth))
}

/// `data.replace(old, new, most)`; a negative `most` replaces all.
pub fn replace(data: &[u8], old: &[u8], new: &[u8], most: i64) -> TextResult<Vec<u8>> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut out = Vec::with_capacity(data.len());
    let mut from = 0;
    let hits = memmem::find_iter(data, old).take(most);
    for at in hits {
        out.extend_from_slice(data.get(from..at).unwrap_or_default());
        out.extend_from_slice(new);
        if out.len() > WIDEST {
            return Err(TextError::memory());
        }
        from = at + old.len();
    }
    out.extend_from_slice(data.get(from..).unwrap_or_default());
    Ok(out)
}

fn limit(most: i64) -> usize {
    usize::try_from(most).unwrap_or(usize::MAX)
}

fn check_separator(separator: &[u8]) -> TextResult<()> {
    if separator.is_empty() {
        Err(TextError::value("empty separator"))
    } else {
        Ok(())
    }
}

/// `data.split(separator, most)`
pub fn split<'a>(data: &'a [u8], separator: &[u8], most: i64) -> TextResult<Vec<&'a [u8]>> {
    check_separator(separator)?;
    let (mut parts, mut from) = (Vec::new(), 0);
    for at in memmem::find_iter(data, separator).take(limit(most)) {
        parts.extend(data.get(from..at));
        from = at + separator.len();
    }
    parts.extend(data.get(from..));
    Ok(parts)
}

/// `data.rsplit(separator, most)`
pub fn rsplit<'a>(data: &'a [u8], separator: &[u8], most: i64) -> TextResult<Vec<&'a [u8]>> {
    check_separator(separator)?;
    let (mut parts, mut rest) = (Vec::new(), data);
    while parts.len() < limit(most)
        && let Some(at) = memmem::rfind(rest, separator)
    {
        parts.extend(rest.get(at + separator.len()..));
        rest = rest.get(..at).unwrap_or_default();
    }
    parts.push(rest);
    parts.reverse();
    Ok(parts)
}

fn trim_start(data: &[u8], goes: impl Fn(u8) -> bool) -> &[u8] {
    let kept = data
        .iter()
        .position(|&byte| !goes(byte))
        .unwrap_or(data.len());
    data.get(kept..).unwrap_or_default()
}

fn trim_end(data: &[u8], goes: impl Fn(u8) -> bool) -> &[u8] {
    let kept = data
        .iter()
        .rposition(|&byte| !goes(byte))
        .map_or(0, |last| last + 1);
    data.get(..kept).unwrap_or_default()
}

/// `data.strip(chars)` and its sisters; without `chars`, white space.
pub fn strip<'a>(data: &'a [u8], chars: Option<&[u8]>, ends: Ends) -> &'a [u8] {
    let goes = |byte: u8| chars.map_or(is_space_byte(byte), |chars| chars.contains(&byte));
    match ends {
        Ends::Left => trim_start(data, goes),
        Ends::Right => trim_end(data, goes),
        Ends::Both => trim_end(trim_start(data, goes), goes),
    }
}

/// `data.split(None, most)`
pub fn split_words(data: &[u8], most: i64) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut rest = trim_start(data, is_space_byte);
    while !rest.is_empty() {
        let end = rest
            .iter()
            .position(|&byte| is_space_byte(byte))
            .filter(|_| words.len() < limit(most));
        let Some((word, after)) = end.and_then(|end| rest.split_at_checked(end)) else {
            words.push(rest);
            break;
        };
        words.push(word);
        rest = trim_start(after, is_space_byte);
    }
    words
}

/// `data.rsplit(None, most)`
pub fn rsplit_words(data: &[u8], most: i64) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut rest = trim_end(data, is_space_byte);
    while !rest.is_empty() {
        let space = rest
            .iter()
            .rposition(|&byte| is_space_byte(byte))
            .filter(|_| words.len() < limit(most));
        let Some((before, word)) = space.and_then(|space| rest.split_at_checked(space + 1)) else {
            words.push(rest);
            break;
        };
        words.push(word);
        rest = trim_end(before, is_space_byte);
    }
    words.reverse();
    words
}

/// `data.splitlines(keep_ends)`: lines end at `\n`, `\r` or both.
pub fn split_lines(data: &[u8], keep_ends: bool) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut rest = data;
    while !rest.is_empty() {
        let at = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let end = match rest.get(at..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        lines.extend(rest.get(..if keep_ends { at + end } else { at }));
        rest = rest.get(at + end..).unwrap_or_default();
    }
    lines
}

/// `data.partition(separator)`: before, separator (empty if not found), after.
pub fn partition<'a>(data: &'a [u8], separator: &'a [u8]) -> TextResult<[&'a [u8]; 3]> {
    check_separator(separator)?;
    Ok(match memmem::find(data, separator) {
        Some(at) => cut(data, separator, at),
        None => [data, b"", b""],
    })
}

/// `data.rpartition(separator)`
pub fn rpartition<'a>(data: &'a [u8], separator: &'a [u8]) -> TextResult<[&'a [u8]; 3]> {
    check_separator(separator)?;
    Ok(match memmem::rfind(data, separator) {
        Some(at) => cut(data, separator, at),
        None => [b"", b"", data],
    })
}

fn cut<'a>(data: &'a [u8], separator: &'a [u8], at: usize) -> [&'a [u8]; 3] {
    let (before, rest) = data.split_at_checked(at).unwrap_or((data, b""));
    [
        before,
        separator,
        rest.get(separator.len()..).unwrap_or_default(),
    ]
}

/// Where padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Justify {
    /// `ljust`
    Left,
    /// `rjust`
    Right,
    /// `center`
    Center,
}

/// `data.ljust(width, fill)` and its sisters.
pub fn justify(data: &[u8], width: i64, fill: u8, side: Justify) -> TextResult<Vec<u8>> {
    let missing = missing(data, width)?;
    let before = match side {
        Justify::Left => 0,
        Justify::Right => missing,
        Justify::Center => centered_before(missing, width),
    };
    Ok([&vec![fill; before], data, &vec![fill; missing - before]].concat())
}

fn missing(data: &[u8], width: i64) -> TextResult<usize> {
    let width = crate::number::size::clamped(width);
    if width > WIDEST {
        return Err(TextError::memory());
    }
    Ok(width.saturating_sub(data.len()))
}

/// `data.zfill(width)`
pub fn zero_fill(data: &[u8], width: i64) -> TextResult<Vec<u8>> {
    let zeros = vec![b'0'; missing(data, width)?];
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let (sign, digits) = data.split_at_checked(sign).unwrap_or((b"", data));
    Ok([sign, &zeros, digits].concat())
}

/// `data.expandtabs(size)`
pub fn expand_tabs(data: &[u8], size: i64) -> TextResult<Vec<u8>> {
    let size = crate::number::size::clamped(size);
    let (mut out, mut column) = (Vec::with_capacity(data.len()), 0);
    for &byte in data {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                if spaces > WIDEST || out.len() > WIDEST {
                    return Err(TextError::overflow("result too long"));
                }
                out.resize(out.len() + spaces, b' ');
                column += spaces;
            }
            b'\t' => {}
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') {
                    0
                } else {
                    column + 1
                };
            }
        }
    }
    Ok(out)
}

/// `data.translate(table, delete)`: `table` has 256 bytes.
pub fn translate(data: &[u8], table: Option<&[u8]>, delete: &[u8]) -> TextResult<Vec<u8>> {
    if table.is_some_and(|table| table.len() != 256) {
        return Err(TextError::value(
            "translation table must be 256 characters long",
        ));
    }
    let kept = data.iter().filter(|byte| !delete.contains(byte));
    let mapped = |&byte: &u8| {
        table
            .and_then(|table| table.get(usize::from(byte)).copied())
            .unwrap_or(byte)
    };
    Ok(kept.map(mapped).collect())
}

/// `bytes.maketrans(from, to)`
pub fn make_translation(from: &[u8], to: &[u8]) -> TextResult<Vec<u8>> {
    if from.len() != to.len() {
        return Err(TextError::value(
            "maketrans arguments must have same length",
        ));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to) {
        if let Some(place) = table.get_mut(usize::from(from)) {
            *place = to;
        }
    }
    Ok(table)
}

/// `data.capitalize()`
pub fn capitalize(data: &[u8]) -> Vec<u8> {
    let mut out = data.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `data.title()`
pub fn title(data: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let titled = data.iter().map(|byte| {
        let new = if in_word {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        };
        in_word = byte.is_ascii_alphabetic();
        new
    });
    titled.collect()
}

/// `data.swapcase()`
pub fn swapcase(data: &[u8]) -> Vec<u8> {
    data.iter()
        .map(|byte| {
            if byte.is_ascii_alphabetic() {
                byte ^ 0x20
            } else {
                *byte
            }
        })
        .collect()
}

/// `isalpha`, `isalnum`, `isdigit`, `isspace`: not empty and every byte has it.
pub fn all(data: &[u8], has: impl Fn(u8) -> bool) -> bool {
    !data.is_empty() && data.iter().all(|&byte| has(byte))
}

/// `data.islower()`
pub fn is_lower(data: &[u8]) -> bool {
    data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase)
}

/// `data.isupper()`
pub fn is_upper(data: &[u8]) -> bool {
    data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase)
}

/// `data.istitle()`
pub fn is_titled(data: &[u8]) -> bool {
    let mut in_word = false;
    for byte in data {
        if (byte.is_ascii_uppercase() && in_word) || (byte.is_ascii_lowercase() && !in_word) {
            return false;
        }
        in_word = byte.is_ascii_alphabetic();
    }
    data.iter().any(u8::is_ascii_alphabetic)
}

/// The bytes that a text of hexadecimal digit pairs stands for (`bytes.fromhex`).
pub fn from_hex(text: &str) -> TextResult<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut digits = text.chars().enumerate();
    while let Some((at, c)) = digits.next() {
        if c.is_ascii() && is_space_byte(c as u8) {
            continue;
        }
        let wrong = |at: usize| {
            TextError::value(format!(
                "non-hexadecimal number found in fromhex() arg at position {at}"
            ))
        };
        let high = c.to_digit(16).ok_or_else(|| wrong(at))?;
        let low = digits
            .next()
            .and_then(|(_, c)| c.to_digit(16))
            .ok_or_else(|| wrong(at + 1))?;
        out.push((high << 4 | low) as u8);
    }
    Ok(out)
}

/// `data.hex(separator, group)`: with a separator between groups of bytes, counted
/// from the right if `group` is positive and from the left if negative.
pub fn hex(data: &[u8], separator: Option<char>, group: i64) -> String {
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(data.len() * 3);
    for (at, byte) in data.iter().enumerate() {
        let counted = if group < 0 { at } else { data.len() - at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && counted % size == 0
        {
            out.push(separator);
        }
        for nibble in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(nibble), 16));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searching() {
        assert_eq!(find(b"abcabc", b"c", Some(3), None), Some(5));
        assert_eq!(find(b"abc", b"", Some(4), None), None);
        assert_eq!(rfind(b"abcabc", b"c", None, Some(-1)), Some(2));
        assert_eq!(count(b"abc", b"", None, None), 4);
        assert!(starts_with(b"abc", b"b", Some(1), None) && ends_with(b"abc", b"b", None, Some(2)));
        assert_eq!(replace(b"ab", b"", b"x", -1), Ok(b"xaxbx".to_vec()));
        assert_eq!(replace(b"aaa", b"a", b"bb", 2), Ok(b"bbbba".to_vec()));
    }

    #[test]
    fn splitting() {
        assert_eq!(split(b"a,b,c", b",", 1), Ok(vec![&b"a"[..], b"b,c"]));
        assert_eq!(rsplit(b"a,b,c", b",", 1), Ok(vec![&b"a,b"[..], b"c"]));
        assert_eq!(split_words(b" a b\x0bc ", -1), [b"a", b"b", b"c"]);
        assert_eq!(split_words(b" a  b ", 1), [&b"a"[..], b"b "]);
        assert_eq!(rsplit_words(b" a  b ", 1), [&b" a"[..], b"b"]);
        assert_eq!(
            split_lines(b"a\r\nb\rc\x0bd", true),
            [&b"a\r\n"[..], b"b\r", b"c\x0bd"]
        );
        assert_eq!(rpartition(b"a-b-c", b"-"), Ok([&b"a-b"[..], b"-", b"c"]));
        assert!(split(b"a", b"", -1).is_err());
    }

    #[test]
    fn shaping() {
        assert_eq!(
            justify(b"ab", 5, b'*', Justify::Center),
            Ok(b"**ab*".to_vec())
        );
        assert_eq!(zero_fill(b"-5", 4), Ok(b"-005".to_vec()));
        assert_eq!(expand_tabs(b"a\tb\n\tc", 4), Ok(b"a   b\n    c".to_vec()));
        assert_eq!(title(b"they're x1a"), b"They'Re X1A");
        assert_eq!(
            (is_titled(b"Ab C"), is_titled(b"AB"), is_titled(b"1")),
            (true, false, false)
        );
        assert_eq!(strip(b" ab ", Some(b" b"), Ends::Right), b" a");
        assert_eq!(
            translate(b"abc", make_translation(b"a", b"x").ok().as_deref(), b"c"),
            Ok(b"xb".to_vec())
        );
    }

    #[test]
    fn hexadecimal() {
        assert_eq!(hex(b"abcde", Some(':'), 2), "61:6263:6465");
        assert_eq!(hex(b"abcde", Some(':'), -2), "6162:6364:65");
        assert_eq!(from_hex(" 61 62"), Ok(b"ab".to_vec()));
        for (text, at) in [
            ("1", 1),
            ("zz", 0),
            ("12 3", 4),
            ("1 2", 1),
            ("12 \u{e9}", 3),
        ] {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {at}");
            assert_eq!(from_hex(text), Err(TextError::value(message)));
        }
    }
}
