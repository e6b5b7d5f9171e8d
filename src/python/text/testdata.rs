//! Tables of results that CPython gave; `testdata/generate.py` writes them.

use super::TextResult;

/// The rows of a table: tab-separated fields with Python's escapes.
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = table
        .lines()
        .map(|line| line.split('\t').map(unescaped).collect())
        .collect();
    assert!(rows.len() > 10);
    rows
}

fn unescaped(field: &str) -> String {
    let mut out = String::new();
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        let escape = if c == '\\' { chars.next() } else { None };
        let digits = match escape {
            None => 0,
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some(_) => 1,
        };
        match (escape, digits) {
            (None, _) => out.push(c),
            (Some('t'), _) => out.push('\t'),
            (Some('n'), _) => out.push('\n'),
            (Some('r'), _) => out.push('\r'),
            (Some(other), 1) => out.push(other),
            _ => {
                let code: String = chars.by_ref().take(digits).collect();
                out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
        }
    }
    out
}

/// A result as the tables write it.
pub(crate) fn outcome(result: TextResult<String>) -> String {
    match result {
        Ok(text) => text,
        Err(error) => format!("!{}: {}", error.kind.class_name(), error.message),
    }
}

/// An int of a table.
pub(crate) fn int(text: &str) -> num_bigint::BigInt {
    text.parse().unwrap_or_default()
}

/// A float of a table.
pub(crate) fn float(text: &str) -> f64 {
    crate::number::float_text::parse(text).unwrap_or(f64::NAN)
}
