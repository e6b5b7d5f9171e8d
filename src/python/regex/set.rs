//! Sets of characters: `[a-z]`, `\d`, `\W`.

use super::tree::Case;
use crate::text::unicode;

/// A class of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// Whether a character is in a class, as ASCII knows it or as Unicode does.
pub(crate) fn in_class(class: Class, c: char, ascii: bool) -> bool {
    match class {
        Class::Digit if ascii => c.is_ascii_digit(),
        Class::Digit => unicode::is_decimal(c),
        Class::Space if ascii => matches!(c, ' ' | '\t'..='\r'),
        Class::Space => unicode::is_space(c),
        Class::Word if c.is_ascii() || ascii => c.is_ascii_alphanumeric() || c == '_',
        Class::Word => unicode::is_alpha(c) || unicode::is_numeric(c),
    }
}

/// A part of a set.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// The characters from the first to the second.
    Range(char, char),
    /// A class, and whether what is not in it is meant.
    Class(Class, bool),
}

/// A set of characters.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    items: Vec<Item>,
    negative: bool,
    case: Case,
    ascii: bool,
    /// Which of the first 128 characters are in it.
    first: u128,
}

/// The other case of a letter, if it has one of a single character.
pub(crate) fn other_cases(c: char, case: Case) -> [Option<char>; 2] {
    fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
        let first = chars.next()?;
        chars.next().is_none().then_some(first)
    }
    match case {
        Case::Exact => [None, None],
        Case::Ascii => [Some(c.to_ascii_lowercase()), Some(c.to_ascii_uppercase())],
        Case::Unicode => [single(c.to_lowercase()), single(c.to_uppercase())],
    }
}

/// Whether two characters are the same, case considered or not.
pub(crate) fn same(a: char, b: char, case: Case) -> bool {
    match case {
        _ if a == b => true,
        Case::Exact => false,
        Case::Ascii => a.eq_ignore_ascii_case(&b),
        Case::Unicode => {
            let (x, y) = (other_cases(a, case), other_cases(b, case));
            x[0].is_some() && x[0] == y[0] || x[1].is_some() && x[1] == y[1]
        }
    }
}

impl Set {
    /// A set of these parts, or of all that is not in them.
    pub(crate) fn new(items: Vec<Item>, negative: bool, case: Case, ascii: bool) -> Set {
        let mut set = Set {
            items,
            negative,
            case,
            ascii,
            first: 0,
        };
        for code in 0..128u8 {
            if set.search(char::from(code)) {
                set.first |= 1 << code;
            }
        }
        set
    }

    /// Whether the character is in the set.
    #[inline]
    pub(crate) fn contains(&self, c: char) -> bool {
        match u32::from(c) {
            code @ 0..128 => self.first >> code & 1 == 1,
            _ => self.search(c),
        }
    }

    fn search(&self, c: char) -> bool {
        let found = self.lists(c)
            || other_cases(c, self.case)
                .into_iter()
                .flatten()
                .any(|other| self.lists(other));
        found != self.negative
    }

    fn lists(&self, c: char) -> bool {
        self.items.iter().any(|item| match item {
            Item::Range(first, last) => (*first..=*last).contains(&c),
            Item::Class(class, negative) => in_class(*class, c, self.ascii) != *negative,
        })
    }
}
