//! Positions in text, counted in code points.
//!
//! A string of nothing but ASCII needs no counting: pass `ascii = true` for it.

/// How many code points `text` has.
pub fn char_count(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// The first `most` code points.
pub fn first_chars(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// The byte offset of the code point at `position`; the text's length if it has fewer.
pub fn byte_offset(text: &str, ascii: bool, position: usize) -> usize {
    if ascii {
        return position.min(text.len());
    }
    text.char_indices()
        .nth(position)
        .map_or(text.len(), |(offset, _)| offset)
}

/// The code point position of a byte offset that lies on a character's boundary.
pub fn char_position(text: &str, ascii: bool, offset: usize) -> usize {
    if ascii {
        return offset.min(text.len());
    }
    text.get(..offset)
        .map_or(0, |before| before.chars().count())
}

/// The code point at `position`.
pub fn char_at(text: &str, ascii: bool, position: usize) -> Option<char> {
    if ascii {
        return text.as_bytes().get(position).map(|&byte| char::from(byte));
    }
    text.chars().nth(position)
}

/// The code points in `start..end`; an empty text if there are none.
pub fn slice(text: &str, ascii: bool, start: usize, end: usize) -> &str {
    if start >= end {
        return "";
    }
    let from = byte_offset(text, ascii, start);
    let rest = text.get(from..).unwrap_or("");
    let length = byte_offset(rest, ascii, end - start);
    rest.get(..length).unwrap_or("")
}

/// `count` code points from `start` on, each `step` after the last (`step` may be
/// negative), as `text[a:b:step]` picks them once its bounds are worked out.
pub fn slice_steps(text: &str, ascii: bool, start: usize, count: usize, step: isize) -> String {
    let places = (0..count as isize).map(|nth| start as isize + nth * step);
    if ascii {
        let bytes = text.as_bytes();
        return places
            .filter_map(|at| bytes.get(at as usize).map(|&byte| char::from(byte)))
            .collect();
    }
    let chars: Vec<char> = text.chars().collect();
    places.filter_map(|at| chars.get(at as usize)).collect()
}

/// The optional bounds of `find`, `count` and the like, brought into `0..=length`:
/// negative ones count from the end. The start may lie behind the end.
pub fn clip(start: Option<i64>, end: Option<i64>, length: usize) -> (usize, usize) {
    let from_end = |bound: i64| {
        if bound >= 0 {
            bound as u64
        } else {
            (length as i64).saturating_add(bound).max(0) as u64
        }
    };
    let start = start.map_or(0, from_end);
    let end = end.map_or(length as u64, from_end).min(length as u64);
    // A start behind the end of the text must stay there: not even "" is found.
    (usize::try_from(start).unwrap_or(usize::MAX), end as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_code_points() {
        assert_eq!(slice("aéλ😀b", false, 1, 4), "éλ😀");
        assert_eq!(slice("aéλ", false, 2, 9), "λ");
        assert_eq!(slice("abc", true, 2, 1), "");
        assert_eq!(char_at("aé😀", false, 2), Some('😀'));
        assert_eq!(char_at("abc", true, 3), None);
        assert_eq!(slice_steps("aéλ😀b", false, 4, 3, -2), "bλa");
        assert_eq!(slice_steps("abcdef", true, 1, 3, 2), "bdf");
        assert_eq!(char_position("aé😀", false, 3), 2);
        assert_eq!(first_chars("éλ", 1), "é");
    }

    #[test]
    fn clipping() {
        assert_eq!(clip(None, None, 5), (0, 5));
        assert_eq!(clip(Some(-2), Some(-1), 5), (3, 4));
        assert_eq!(clip(Some(-9), Some(9), 5), (0, 5));
        assert_eq!(clip(Some(7), Some(i64::MIN), 5), (7, 0));
    }
}
