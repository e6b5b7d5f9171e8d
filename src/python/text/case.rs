//! The letter cases of str.

use super::unicode::{is_cased, is_title, push_folded, push_title};

/// Capital sigma, whose lower case depends on whether a word ends there.
const SIGMA: char = 'Σ';

/// `text.upper()`
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// `text.lower()`
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `text.casefold()`
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(&mut out, c);
    }
    out
}

/// Calls `each` with every character and its lower case within the text.
fn with_lower(text: &str, mut each: impl FnMut(char, &str)) {
    // Only sigma looks at its neighbours, so only then the whole text is needed.
    let whole = if text.contains(SIGMA) {
        text.to_lowercase()
    } else {
        String::new()
    };
    let mut rest = whole.as_str();
    let mut buffer = String::new();
    for c in text.chars() {
        buffer.clear();
        buffer.extend(c.to_lowercase());
        // The two lower-case sigmas have the same length.
        let (here, after) = rest.split_at_checked(buffer.len()).unwrap_or(("", ""));
        rest = after;
        each(c, if c == SIGMA { here } else { &buffer });
    }
}

/// `text.capitalize()`: the first character in title case, the rest in lower case.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    with_lower(text, |c, lower| {
        if out.is_empty() {
            push_title(&mut out, c)
        } else {
            out.push_str(lower)
        }
    });
    out
}

/// `text.title()`: every letter after a character without case in title case.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    with_lower(text, |c, lower| {
        if in_word {
            out.push_str(lower)
        } else {
            push_title(&mut out, c)
        }
        in_word = is_cased(c);
    });
    out
}

/// `text.swapcase()`
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    with_lower(text, |c, lower| {
        if c.is_uppercase() {
            out.push_str(lower);
        } else if c.is_lowercase() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    });
    out
}

/// `text.islower()`: there is a lower-case letter and none of another case.
pub fn is_lower(text: &str) -> bool {
    !text.chars().any(|c| c.is_uppercase() || is_title(c)) && text.chars().any(char::is_lowercase)
}

/// `text.isupper()`: there is an upper-case letter and none of another case.
pub fn is_upper(text: &str) -> bool {
    !text.chars().any(|c| c.is_lowercase() || is_title(c)) && text.chars().any(char::is_uppercase)
}

/// `text.istitle()`: every word starts in upper or title case and goes on in lower case.
pub fn is_titled(text: &str) -> bool {
    let (mut in_word, mut any) = (false, false);
    for c in text.chars() {
        let capital = c.is_uppercase() || is_title(c);
        let small = c.is_lowercase();
        if (capital && in_word) || (small && !capital && !in_word) {
            return false;
        }
        in_word = capital || small;
        any |= in_word;
    }
    any
}
