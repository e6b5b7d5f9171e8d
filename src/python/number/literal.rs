//! What `int("…")`, `float("…")` and `complex("…")` do to their text first.

use crate::text::unicode::{decimal_value, is_space};

/// The text with digits of every script as ASCII digits, other white space as
/// spaces, and white space at both ends gone. `None`: a character that no number has.
pub(crate) fn to_ascii(text: &str) -> Option<String> {
    let text = text.trim_matches(is_space);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else if is_space(c) {
            out.push(' ');
        } else {
            out.push(char::from_digit(decimal_value(c)?, 10)?);
        }
    }
    Some(out)
}

/// The text without the underscores between digits; `None` when one stands elsewhere.
pub(crate) fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let digit = |near: Option<&u8>| near.is_some_and(u8::is_ascii_digit);
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        if byte == b'_' && !(digit(before) && digit(bytes.get(at + 1))) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}
