//! The character properties that Python's `str` predicates ask for (Unicode 14).

use super::unicode_tables as tables;

fn member(boundaries: &[u32], c: char) -> bool {
    boundaries.partition_point(|&edge| edge <= c as u32) % 2 == 1
}

/// A letter in the sense of `str.isalpha`.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        member(&tables::ALPHA, c)
    }
}

/// The value of a decimal digit of any script, as `int("…")` reads it.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let runs = tables::DECIMAL_ZEROS.partition_point(|&zero| zero <= c as u32);
    let zero = *tables::DECIMAL_ZEROS.get(runs.checked_sub(1)?)?;
    Some(c as u32 - zero).filter(|&value| value < 10)
}

/// `str.isdecimal` of one character.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// `str.isdigit` of one character: decimals, superscripts and the like.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && member(&tables::DIGIT_ONLY, c))
}

/// `str.isnumeric` of one character: digits, fractions, numerals.
pub fn is_numeric(c: char) -> bool {
    is_digit(c) || (!c.is_ascii() && member(&tables::NUMERIC_ONLY, c))
}

/// `str.isprintable` of one character: `repr` shows it as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        matches!(c, ' '..='~')
    } else {
        member(&tables::PRINTABLE, c)
    }
}

/// White space as `str.isspace`, `str.strip` and `str.split` see it. Unlike
/// Unicode's own property it holds the four information separators.
pub fn is_space(c: char) -> bool {
    matches!(c,
        '\t'..='\r' | '\x1c'..='\x20' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// A title-case letter (category Lt).
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && member(&tables::TITLECASE, c)
}

/// Lower, upper or title case: the letters that have a case.
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

fn mapped(table: &[(char, &'static str)], c: char) -> Option<&'static str> {
    let at = table.binary_search_by_key(&c, |entry| entry.0).ok()?;
    table.get(at).map(|entry| entry.1)
}

/// Appends the title-case form of `c`.
pub fn push_title(out: &mut String, c: char) {
    match mapped(&tables::TITLE_NOT_UPPER, c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_uppercase()),
    }
}

/// Appends the case-folded form of `c`.
pub fn push_folded(out: &mut String, c: char) {
    match mapped(&tables::FOLD_NOT_LOWER, c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_lowercase()),
    }
}
