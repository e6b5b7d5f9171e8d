//! The other methods of str: searching, replacing, stripping, padding, predicates.
//!
//! `ascii` arguments say whether the text is all ASCII, where positions need no
//! counting. Bounds are as a program gives them: negative ones count from the end.

use super::positions::{byte_offset, char_count, char_position, clip};
use super::unicode as properties;
use super::{TextError, TextResult};
use crate::text::format_spec::WIDEST;

/// The part of a text that a search is confined to; `None` if the start lies behind it.
fn window(text: &str, ascii: bool, start: Option<i64>, end: Option<i64>) -> Option<(usize, &str)> {
    let (mut from, mut to) = (0, text.len());
    if start.is_some() || end.is_some() {
        let length = if ascii { text.len() } else { char_count(text) };
        let (first, last) = clip(start, end, length);
        if first > last {
            return None;
        }
        from = byte_offset(text, ascii, first);
        to = byte_offset(text, ascii, last);
    }
    Some((from, text.get(from..to)?))
}

/// `text.find(part, start, end)`; `None` for -1.
pub fn find(
    text: &str,
    ascii: bool,
    part: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Option<usize> {
    let (from, inside) = window(text, ascii, start, end)?;
    Some(char_position(text, ascii, from + inside.find(part)?))
}

/// `text.rfind(part, start, end)`; `None` for -1.
pub fn rfind(
    text: &str,
    ascii: bool,
    part: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Option<usize> {
    let (from, inside) = window(text, ascii, start, end)?;
    Some(char_position(text, ascii, from + inside.rfind(part)?))
}

/// The error of `index` and `rindex` where `find` answers -1.
pub fn not_found() -> TextError {
    TextError::value("substring not found")
}

/// `text.count(part, start, end)`
pub fn count(text: &str, ascii: bool, part: &str, start: Option<i64>, end: Option<i64>) -> usize {
    match window(text, ascii, start, end) {
        None => 0,
        Some((_, inside)) if part.is_empty() => char_count(inside) + 1,
        Some((_, inside)) => inside.matches(part).count(),
    }
}

/// `text.startswith(part, start, end)`
pub fn starts_with(
    text: &str,
    ascii: bool,
    part: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> bool {
    window(text, ascii, start, end).is_some_and(|(_, inside)| inside.starts_with(part))
}

/// `text.endswith(part, start, end)`
pub fn ends_with(
    text: &str,
    ascii: bool,
    part: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> bool {
    window(text, ascii, start, end).is_some_and(|(_, inside)| inside.ends_with(part))
}

/// At most so many bytes has the text that `replace` makes.
pub fn replaced_size(text: &str, old: &str, new: &str, most: i64) -> usize {
    let growth = new.len().saturating_sub(old.len());
    if growth == 0 {
        return text.len();
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let hits = text.matches(old).take(most).count();
    text.len().saturating_add(hits.saturating_mul(growth))
}

/// `text.replace(old, new, most)`; a negative `most` replaces all.
pub fn replace(text: &str, old: &str, new: &str, most: i64) -> TextResult<String> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let growth = new.len().saturating_sub(old.len());
    if growth > 0 && !text.is_empty() {
        let hits = text.len() / old.len().max(1) + 1;
        // Counting is only worth it where the worst case could be too much.
        if hits.min(most).saturating_mul(growth) > WIDEST
            && text.matches(old).count().min(most).saturating_mul(growth) > WIDEST
        {
            return Err(TextError::memory());
        }
    }
    if text.is_empty() && old.is_empty() {
        return Ok(if most > 0 {
            new.to_string()
        } else {
            String::new()
        });
    }
    Ok(text.replacen(old, new, most))
}

/// Which ends `strip` works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// `text.strip(chars)` and its sisters; without `chars`, white space.
pub fn strip<'a>(text: &'a str, chars: Option<&str>, ends: Ends) -> &'a str {
    let goes = |c: char| match chars {
        Some(chars) => chars.contains(c),
        None => properties::is_space(c),
    };
    match ends {
        Ends::Left => text.trim_start_matches(goes),
        Ends::Right => text.trim_end_matches(goes),
        Ends::Both => text.trim_matches(goes),
    }
}

/// `text.removeprefix(prefix)`
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}

fn missing(text: &str, width: i64) -> TextResult<usize> {
    let width = crate::number::size::clamped(width);
    if width > WIDEST {
        return Err(TextError::memory());
    }
    Ok(width.saturating_sub(char_count(text)))
}

fn padded(text: &str, fill: char, before: usize, after: usize) -> String {
    let mut out = String::with_capacity(text.len() + (before + after) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, after));
    out
}

/// `text.ljust(width, fill)`
pub fn left_justify(text: &str, width: i64, fill: char) -> TextResult<String> {
    Ok(padded(text, fill, 0, missing(text, width)?))
}

/// `text.rjust(width, fill)`
pub fn right_justify(text: &str, width: i64, fill: char) -> TextResult<String> {
    Ok(padded(text, fill, missing(text, width)?, 0))
}

/// How much of the padding `center` puts before the text.
pub(crate) fn centered_before(missing: usize, width: i64) -> usize {
    missing / 2 + usize::from(missing & 1 == 1 && width & 1 == 1)
}

/// `text.center(width, fill)`
pub fn center(text: &str, width: i64, fill: char) -> TextResult<String> {
    let missing = missing(text, width)?;
    let before = centered_before(missing, width);
    Ok(padded(text, fill, before, missing - before))
}

/// `text.zfill(width)`: zeros between a sign and the rest.
pub fn zero_fill(text: &str, width: i64) -> TextResult<String> {
    let missing = missing(text, width)?;
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    Ok([sign, &"0".repeat(missing), digits].concat())
}

/// `text.expandtabs(size)`
pub fn expand_tabs(text: &str, size: i64) -> TextResult<String> {
    let size = crate::number::size::clamped(size);
    let (mut out, mut column) = (String::with_capacity(text.len()), 0);
    for c in text.chars() {
        match c {
            '\t' if size > 0 => {
                let spaces = size - column % size;
                if spaces > WIDEST || out.len() > WIDEST {
                    return Err(TextError::overflow("new string is too long"));
                }
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(out)
}

/// What `str.translate` puts in a character's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Translated {
    /// The table does not know it (`LookupError`): it stays.
    Same,
    /// The table says `None`: it goes.
    Nothing,
    /// An int or a one-character str.
    Char(char),
    /// A str.
    Text(String),
}

/// `text.translate(table)`; `look_up` asks the table.
pub fn translate<E>(
    text: &str,
    mut look_up: impl FnMut(char) -> Result<Translated, E>,
) -> Result<String, E> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match look_up(c)? {
            Translated::Same => out.push(c),
            Translated::Nothing => {}
            Translated::Char(new) => out.push(new),
            Translated::Text(new) => out.push_str(&new),
        }
    }
    Ok(out)
}

fn all(text: &str, has: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(has)
}

/// `text.isalpha()`
pub fn is_alpha(text: &str) -> bool {
    all(text, properties::is_alpha)
}

/// `text.isalnum()`
pub fn is_alnum(text: &str) -> bool {
    all(text, |c| {
        properties::is_alpha(c) || properties::is_numeric(c)
    })
}

/// `text.isdecimal()`
pub fn is_decimal(text: &str) -> bool {
    all(text, properties::is_decimal)
}

/// `text.isdigit()`
pub fn is_digit(text: &str) -> bool {
    all(text, properties::is_digit)
}

/// `text.isnumeric()`
pub fn is_numeric(text: &str) -> bool {
    all(text, properties::is_numeric)
}

/// `text.isspace()`
pub fn is_space(text: &str) -> bool {
    all(text, properties::is_space)
}

/// `text.isprintable()`: true of the empty text too.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(properties::is_printable)
}

/// `text.isidentifier()`: keywords included.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testdata::{outcome, rows};
    use crate::text::{case, repr, split};

    fn truth(value: bool) -> String {
        if value {
            "True".to_string()
        } else {
            "False".to_string()
        }
    }

    fn called(name: &str, text: &str) -> TextResult<String> {
        let ascii = text.is_ascii();
        Ok(match name {
            "upper" => case::upper(text),
            "lower" => case::lower(text),
            "title" => case::title(text),
            "capitalize" => case::capitalize(text),
            "swapcase" => case::swapcase(text),
            "casefold" => case::casefold(text),
            "isalpha" => truth(is_alpha(text)),
            "isalnum" => truth(is_alnum(text)),
            "isdecimal" => truth(is_decimal(text)),
            "isdigit" => truth(is_digit(text)),
            "isnumeric" => truth(is_numeric(text)),
            "isspace" => truth(is_space(text)),
            "isprintable" => truth(is_printable(text)),
            "isidentifier" => truth(is_identifier(text)),
            "islower" => truth(case::is_lower(text)),
            "isupper" => truth(case::is_upper(text)),
            "istitle" => truth(case::is_titled(text)),
            "repr" => repr::repr(text),
            "ascii" => repr::ascii(text),
            "strip" => strip(text, None, Ends::Both).to_string(),
            "zfill" => zero_fill(text, 7)?,
            "center" => center(text, 8, '*')?,
            "expandtabs" => expand_tabs(text, 4)?,
            "split" => split::split_words(text, -1).join("|"),
            "rsplit1" => split::rsplit_words(text, 1).join("|"),
            "split," => split::split(text, ",", 2)?.join("|"),
            "splitlines" => split::split_lines(text, false).join("|"),
            "rpartition" => split::rpartition(text, "a").map(|(a, b, c)| [a, b, c].join("|"))?,
            "find" => find(text, ascii, "s", Some(-5), Some(-1))
                .map_or("-1".to_string(), |at| at.to_string()),
            "count" => count(text, ascii, "", None, None).to_string(),
            "replace" => replace(text, "", "-", 3)?,
            _ => panic!("{name}"),
        })
    }

    #[test]
    fn same_as_cpython() {
        for row in rows(include_str!("testdata/texts.txt")) {
            let [name, text, expected] = row.as_slice() else {
                panic!("{row:?}")
            };
            assert_eq!(&outcome(called(name, text)), expected, "{text:?}.{name}()");
        }
    }

    #[test]
    fn bounds() {
        // text.find(part, start, end)
        for (text, part, start, end, at) in [
            ("abcabc", "c", Some(3), None, Some(5)),
            ("éaéa", "a", Some(2), None, Some(3)),
            ("abc", "", Some(3), None, Some(3)),
            ("abc", "", Some(4), None, None),
            ("abc", "bc", None, Some(2), None),
            ("abc", "a", Some(-100), Some(100), Some(0)),
            ("abc", "", Some(2), Some(1), None),
        ] {
            assert_eq!(
                find(text, text.is_ascii(), part, start, end),
                at,
                "{text} {part}"
            );
        }
        assert_eq!(rfind("éaéa", false, "é", None, Some(3)), Some(2));
        assert!(starts_with("abc", true, "b", Some(1), None));
        assert!(!ends_with("abc", true, "", Some(4), None));
        assert_eq!(center("a", i64::MAX, ' '), Err(TextError::memory()));
    }
}
