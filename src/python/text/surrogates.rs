//! Lone surrogates, the code points U+D800 to U+DFFF.
//!
//! A Python text may hold them, a Rust text may not. Here a character of a
//! private block of plane 16 stands for each: U+10D800 to U+10DFFF. So texts
//! stay UTF-8, lengths and places are right everywhere, and only what looks at
//! code points or leaves the machine has to know. The price is that the
//! characters of this block, which no standard gives a meaning, are surrogates.

use std::borrow::Cow;
use std::cmp::Ordering;

/// How far a surrogate is from its stand-in.
const AWAY: u32 = 0x10_0000;
const SURROGATES: std::ops::RangeInclusive<u32> = 0xd800..=0xdfff;
const FIRST: char = '\u{10d800}';
const LAST: char = '\u{10dfff}';
/// What the UTF-8 form of each stand-in begins with, and of few others.
const LEAD: u8 = 0xf4;

/// Whether the character stands for a lone surrogate.
pub fn is_surrogate(c: char) -> bool {
    (FIRST..=LAST).contains(&c)
}

/// `ord(c)`
pub fn code_of(c: char) -> u32 {
    let code = u32::from(c);
    if is_surrogate(c) { code - AWAY } else { code }
}

/// `chr(code)`; none beyond U+10FFFF.
pub fn char_of(code: u32) -> Option<char> {
    let surrogate = SURROGATES.contains(&code);
    char::from_u32(if surrogate { code + AWAY } else { code })
}

/// Whether a text has lone surrogates.
pub fn any_in(text: &str) -> bool {
    first_in(text).is_some()
}

/// Where the first lone surrogate begins, in bytes.
pub fn first_in(text: &str) -> Option<usize> {
    let near = memchr::memchr(LEAD, text.as_bytes())?;
    let found = text.get(near..)?.find(is_surrogate)?;
    Some(near + found)
}

/// The order of texts by their code points.
pub fn compare(a: &str, b: &str) -> Ordering {
    // Without stand-ins the order of the bytes is that of the code points.
    if any_in(a) || any_in(b) {
        a.chars().map(code_of).cmp(b.chars().map(code_of))
    } else {
        a.cmp(b)
    }
}

/// A text as it can be shown: `\udc80` in place of a surrogate.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !any_in(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_surrogate(c) {
            super::repr::push_escape(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The characters whose code points lie between those of two others, as ranges
/// of Rust's characters.
pub fn ranges(low: char, high: char) -> impl Iterator<Item = (char, char)> {
    let (low, high) = (code_of(low), code_of(high));
    let whole = low < 0xd800 && (high < 0xd800 || high > u32::from(LAST));
    let parts = if whole {
        [(low, high), (1, 0), (1, 0), (1, 0)]
    } else {
        [
            (low, high.min(0xd7ff)),
            (low.max(0xd800), high.min(0xdfff)),
            (low.max(0xe000), high.min(u32::from(FIRST) - 1)),
            (low.max(u32::from(LAST) + 1), high),
        ]
    };
    parts
        .into_iter()
        .filter(|(low, high)| low <= high)
        .filter_map(|(low, high)| Some((char_of(low)?, char_of(high)?)))
}

/// The text of a literal, whose parser puts U+FFFD for each escape of a
/// surrogate; `source` is how it was written. None if there is none.
pub fn restored(value: &str, source: &str) -> Option<String> {
    const UNKNOWN: char = char::REPLACEMENT_CHARACTER;
    if !value.contains(UNKNOWN) {
        return None;
    }
    let mut meant = Vec::new();
    let mut rest = source.chars();
    while let Some(c) = rest.next() {
        let code = match c {
            '\\' => match rest.next() {
                Some('u') => hex(&mut rest, 4),
                Some('U') => hex(&mut rest, 8),
                Some('N') => name_code(&mut rest),
                _ => None,
            },
            c => Some(u32::from(c)),
        };
        meant.extend(
            code.and_then(char_of)
                .filter(|c| *c == UNKNOWN || is_surrogate(*c)),
        );
    }
    let unknown = value.chars().filter(|c| *c == UNKNOWN).count();
    // A raw literal has backslashes that say nothing.
    if unknown != meant.len() || meant.iter().all(|c| *c == UNKNOWN) {
        return None;
    }
    let mut meant = meant.into_iter();
    Some(
        value
            .chars()
            .map(|c| match c {
                UNKNOWN => meant.next().unwrap_or(UNKNOWN),
                c => c,
            })
            .collect(),
    )
}

fn hex(rest: &mut std::str::Chars<'_>, digits: usize) -> Option<u32> {
    let code = u32::from_str_radix(rest.as_str().get(..digits)?, 16).ok()?;
    rest.nth(digits - 1)?;
    Some(code)
}

fn name_code(rest: &mut std::str::Chars<'_>) -> Option<u32> {
    let name: String = rest.by_ref().take_while(|c| *c != '}').collect();
    name.eq_ignore_ascii_case("{REPLACEMENT CHARACTER")
        .then_some(u32::from(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_has_a_character() {
        for code in (0..0x10d800).chain(0x10e000..0x11_0000) {
            assert_eq!(char_of(code).map(code_of), Some(code));
        }
        assert_eq!(char_of(0x11_0000), None);
    }

    #[test]
    fn order() {
        let text = |codes: &[u32]| codes.iter().filter_map(|c| char_of(*c)).collect::<String>();
        let sorted = [0xd7ff, 0xd800, 0xdfff, 0xe000, 0x10ffff].map(|code| text(&[0x41, code]));
        assert!(sorted.is_sorted_by(|a, b| compare(a, b).is_lt()));
    }

    #[test]
    fn ranges_of_code_points() {
        for (low, high) in [
            (0x41, 0x10ffff),
            (0x41, 0xffff),
            (0xd900, 0xe100),
            (0xe000, 0x10ffff),
        ] {
            let (Some(first), Some(last)) = (char_of(low), char_of(high)) else {
                panic!("no characters")
            };
            for code in [
                0x41, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10d7ff, 0x10e000,
            ] {
                let c = char_of(code).unwrap_or('?');
                let inside = ranges(first, last).any(|(a, b)| (a..=b).contains(&c));
                assert_eq!(
                    inside,
                    (low..=high).contains(&code),
                    "{low:x} {high:x} {code:x}"
                );
            }
        }
    }

    #[test]
    fn literals() {
        let lone = char_of(0xd800).map(String::from);
        assert_eq!(restored("\u{fffd}", r"'\ud800'"), lone);
        assert_eq!(restored("\u{fffd}", r"'\U0000D800'"), lone);
        assert_eq!(restored("\u{fffd}", r"'\ufffd'"), None);
        assert_eq!(restored("\u{fffd}", r"'\N{replacement character}'"), None);
        assert_eq!(restored("\\ud800\u{fffd}", "r'\\ud800\u{fffd}'"), None);
        let both = lone.map(|lone| format!("\u{fffd}\\ud800{lone}"));
        assert_eq!(
            restored("\u{fffd}\\ud800\u{fffd}", "'\u{fffd}\\\\ud800\\ud800'"),
            both
        );
    }
}
