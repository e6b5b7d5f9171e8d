//! Taking text apart: `split`, `rsplit`, `splitlines`, `partition`.

use super::unicode::is_space;
use super::{TextError, TextResult};

/// A limit on splits as Python gives it: negative means none.
fn limit(most: i64) -> usize {
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// `text.split(None, most)`: words between white space.
pub fn split_words(text: &str, most: i64) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    let mut left = limit(most);
    while !rest.is_empty() {
        let end = if left == 0 { None } else { rest.find(is_space) };
        let Some((word, after)) = end.and_then(|end| rest.split_at_checked(end)) else {
            words.push(rest);
            break;
        };
        words.push(word);
        rest = after.trim_start_matches(is_space);
        left -= 1;
    }
    words
}

/// `text.rsplit(None, most)`: like [`split_words`], counted from the end.
pub fn rsplit_words(text: &str, most: i64) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    let mut left = limit(most);
    while !rest.is_empty() {
        let space = if left == 0 {
            None
        } else {
            rest.char_indices().rfind(|&(_, c)| is_space(c))
        };
        let Some((at, c)) = space else {
            words.push(rest);
            break;
        };
        words.push(rest.get(at + c.len_utf8()..).unwrap_or(""));
        rest = rest.get(..at).unwrap_or("").trim_end_matches(is_space);
        left -= 1;
    }
    words.reverse();
    words
}

fn check_separator(separator: &str) -> TextResult<()> {
    if separator.is_empty() {
        Err(TextError::value("empty separator"))
    } else {
        Ok(())
    }
}

/// `text.split(separator, most)`
pub fn split<'a>(text: &'a str, separator: &str, most: i64) -> TextResult<Vec<&'a str>> {
    check_separator(separator)?;
    let most = limit(most).saturating_add(1);
    Ok(match separator.as_bytes() {
        // The search for one character is several times faster.
        [only] => text.splitn(most, char::from(*only)).collect(),
        _ => text.splitn(most, separator).collect(),
    })
}

/// How often the separator stands in the text, without overlaps.
pub fn occurrences(text: &str, separator: &str) -> usize {
    match separator.as_bytes() {
        [only] => memchr::memchr_iter(*only, text.as_bytes()).count(),
        _ => text.matches(separator).count(),
    }
}

/// `text.rsplit(separator, most)`
pub fn rsplit<'a>(text: &'a str, separator: &str, most: i64) -> TextResult<Vec<&'a str>> {
    check_separator(separator)?;
    let mut parts: Vec<&str> = text
        .rsplitn(limit(most).saturating_add(1), separator)
        .collect();
    parts.reverse();
    Ok(parts)
}

/// Where `str.splitlines` ends a line; `\r\n` counts once.
fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `text.splitlines(keep_ends)`
pub fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((at, c)) = rest.char_indices().find(|&(_, c)| ends_line(c)) else {
            lines.push(rest);
            break;
        };
        let mut after = at + c.len_utf8();
        if c == '\r' && rest.as_bytes().get(after) == Some(&b'\n') {
            after += 1;
        }
        lines.push(
            rest.get(..if keep_ends { after } else { at })
                .unwrap_or(rest),
        );
        rest = rest.get(after..).unwrap_or("");
    }
    lines
}

/// `text.partition(separator)`
pub fn partition<'a>(text: &'a str, separator: &'a str) -> TextResult<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(match text.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (text, "", ""),
    })
}

/// `text.rpartition(separator)`
pub fn rpartition<'a>(
    text: &'a str,
    separator: &'a str,
) -> TextResult<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits() {
        assert_eq!(split_words("  a b  c ", 1), ["a", "b  c "]);
        assert_eq!(split_words(" a ", 0), ["a "]);
        assert_eq!(rsplit_words(" a  b c ", 1), [" a  b", "c"]);
        assert_eq!(rsplit_words(" a ", 0), [" a"]);
        assert_eq!(split("a,b,c", ",", 1), Ok(vec!["a", "b,c"]));
        assert_eq!(rsplit("a,b,c", ",", 1), Ok(vec!["a,b", "c"]));
        assert_eq!(split("", ",", -1), Ok(vec![""]));
        assert_eq!(rsplit("aaa", "aa", -1), Ok(vec!["a", ""]));
        assert!(split("a", "", -1).is_err_and(|e| e.message == "empty separator"));
        assert!(partition("a", "").is_err());
    }

    #[test]
    fn lines() {
        assert_eq!(
            split_lines("a\r\nb\rc\n\nd", false),
            ["a", "b", "c", "", "d"]
        );
        assert_eq!(split_lines("a\r\nb\n", true), ["a\r\n", "b\n"]);
        assert_eq!(split_lines("", false), [""; 0]);
    }
}
