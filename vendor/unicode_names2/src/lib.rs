//! A stand-in for `unicode_names2` with the function that the Python
//! parser calls, and its inverse. The real crate's table of character names is three quarters
//! of the parser's weight in wasm, for an escape (`"\N{...}"`) that hardly any
//! program uses. Here only common characters have names: ASCII, Latin-1,
//! Latin Extended-A, accents, Greek, Cyrillic, punctuation, currencies, arrows, mathematics, symbols and emoji.
//! Any other name is a `SyntaxError`.

/// Code points in hexadecimal, and names as in the Unicode Character Database.
const NAMES: &str = include_str!("names.txt");

/// The character of that name, if it is a common one. Case does not matter.
pub fn character(name: &str) -> Option<char> {
    NAMES.lines().find_map(|line| {
        let (code, known) = line.split_once(' ')?;
        if !known.eq_ignore_ascii_case(name) {
            return None;
        }
        u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    })
}

/// The name of a character, if it is a common one.
pub fn name(character: char) -> Option<&'static str> {
    NAMES.lines().find_map(|line| {
        let (code, name) = line.split_once(' ')?;
        (u32::from_str_radix(code, 16) == Ok(u32::from(character))).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::{character, name};

    #[test]
    fn common_names_are_known() {
        assert_eq!(character("SNOWMAN"), Some('\u{2603}'));
        assert_eq!(character("greek small letter alpha"), Some('α'));
        assert_eq!(name('\u{2603}'), Some("SNOWMAN"));
        assert_eq!(name('\u{ffff}'), None);
        assert_eq!(character("NO SUCH CHARACTER"), None);
    }
}
