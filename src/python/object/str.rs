//! `str` objects.

use crate::text::surrogates;
use compact_str::CompactString;
use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt;

/// A string: UTF-8 text with what must be known often kept beside it. For lone
/// surrogates see [`surrogates`].
pub struct Str {
    /// Short texts lie in the object itself.
    text: CompactString,
    /// Length in code points; equal to the length in bytes iff all is ASCII.
    chars: usize,
    /// Python's hash; `NO_HASH` until first asked for.
    hash: Cell<i64>,
    seen: Cell<Seen>,
}

/// What lies in one word beside a text: whether it is interned, and the place
/// that was asked for last, as the number of a code point and where it begins.
/// Programs look at one place after the other, so counting from the last one
/// keeps a walk through a text linear, however long it is.
#[derive(Clone, Copy, Default)]
struct Seen(u64);

impl Seen {
    const INTERNED: u64 = 1 << 63;
    const LARGEST_INDEX: usize = 0x7fff_ffff;

    fn interned(self) -> bool {
        self.0 & Seen::INTERNED != 0
    }

    fn place(self) -> (usize, usize) {
        let index = (self.0 >> 32) as usize & Seen::LARGEST_INDEX;
        (index, self.0 as u32 as usize)
    }

    /// With another place, unless its numbers are too large to be kept.
    fn at(self, index: usize, offset: usize) -> Seen {
        match u32::try_from(offset) {
            Ok(offset) if index <= Seen::LARGEST_INDEX => {
                Seen(self.0 & Seen::INTERNED | (index as u64) << 32 | u64::from(offset))
            }
            _ => self,
        }
    }
}

/// Python never gives -1 as a hash, so it can stand for "not yet known".
const NO_HASH: i64 = -1;

impl Str {
    /// A string with this text.
    pub fn new(text: &str) -> Str {
        Str::from_compact(text.into())
    }

    /// A string that takes over this text.
    pub fn from_string(text: String) -> Str {
        Str::from_compact(text.into())
    }

    fn from_compact(text: CompactString) -> Str {
        let chars = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Str {
            text,
            chars,
            hash: Cell::new(NO_HASH),
            seen: Cell::default(),
        }
    }

    /// A string whose length in code points the caller knows.
    pub fn with_len(text: impl Into<CompactString>, chars: usize) -> Str {
        let text = text.into();
        debug_assert_eq!(text.chars().count(), chars);
        Str {
            text,
            chars,
            hash: Cell::new(NO_HASH),
            seen: Cell::default(),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `len(s)`: code points.
    pub fn len(&self) -> usize {
        self.chars
    }

    /// Whether the string is empty.
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// Whether code points and bytes coincide.
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }

    /// The hash, computed by `compute` on first use.
    pub fn hash_with(&self, compute: impl FnOnce(&str) -> i64) -> i64 {
        let known = self.hash.get();
        if known != NO_HASH {
            return known;
        }
        let hash = compute(&self.text);
        self.hash.set(hash);
        hash
    }

    /// Whether equal interned strings are the same object as this one.
    pub fn is_interned(&self) -> bool {
        self.seen.get().interned()
    }

    pub(crate) fn set_interned(&self) {
        self.seen.set(Seen(self.seen.get().0 | Seen::INTERNED));
    }

    /// Appends in place, for a string that nobody else can see.
    pub fn push_str(&mut self, other: &Str) {
        self.text.push_str(&other.text);
        self.chars += other.chars;
        self.hash.set(NO_HASH);
        self.seen.set(Seen(self.seen.get().0 & !Seen::INTERNED));
    }

    /// The `index`-th code point.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            let rest = self.text.get(self.byte_offset(index)..)?;
            rest.chars().next()
        }
    }

    /// How far a code point is from the one that was asked for last.
    pub fn steps_to(&self, index: usize) -> usize {
        index.abs_diff(self.seen.get().place().0).min(index)
    }

    /// Where the `index`-th code point begins; the text's end if it has fewer.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.text.len());
        }
        if index >= self.chars {
            return self.text.len();
        }
        let (known, offset) = self.seen.get().place();
        let found = if index >= known {
            self.nth_after(offset, index - known)
        } else if index < known / 2 {
            self.nth_after(0, index)
        } else {
            self.nth_before(offset, known - index)
        };
        self.seen.set(self.seen.get().at(index, found));
        found
    }

    fn nth_after(&self, offset: usize, count: usize) -> usize {
        let rest = self.text.get(offset..).unwrap_or("");
        let found = rest.char_indices().nth(count);
        found.map_or(self.text.len(), |(at, _)| offset + at)
    }

    fn nth_before(&self, offset: usize, count: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or("");
        let nth = count.saturating_sub(1);
        before.char_indices().nth_back(nth).map_or(0, |(at, _)| at)
    }

    /// The order of two texts by their code points.
    pub fn compare(&self, other: &Str) -> Ordering {
        // What is not ASCII comes after what is, stand-ins of surrogates too.
        if self.is_ascii() || other.is_ascii() {
            self.text.cmp(&other.text)
        } else {
            surrogates::compare(&self.text, &other.text)
        }
    }

    /// Whether there are lone surrogates in it.
    pub fn has_surrogates(&self) -> bool {
        !self.is_ascii() && surrogates::any_in(&self.text)
    }

    /// The code points `start..end`; the bounds are clipped.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end || start >= self.chars {
            return "";
        }
        if self.is_ascii() {
            return self.text.get(start..end.min(self.chars)).unwrap_or("");
        }
        let from = self.byte_offset(start);
        let to = self.byte_offset(end);
        self.text.get(from..to).unwrap_or("")
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
