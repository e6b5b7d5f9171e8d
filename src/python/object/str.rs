//! `str` objects.

use compact_str::CompactString;
use std::cell::Cell;
use std::fmt;

/// A string: UTF-8 text with what must be known often kept beside it.
pub struct Str {
    /// Short texts lie in the object itself.
    text: CompactString,
    /// Length in code points; equal to the length in bytes iff all is ASCII.
    chars: usize,
    /// Python's hash; `NO_HASH` until first asked for.
    hash: Cell<i64>,
    interned: Cell<bool>,
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
            interned: Cell::new(false),
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
            interned: Cell::new(false),
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
        self.interned.get()
    }

    pub(crate) fn set_interned(&self) {
        self.interned.set(true);
    }

    /// Appends in place, for a string that nobody else can see.
    pub fn push_str(&mut self, other: &Str) {
        self.text.push_str(&other.text);
        self.chars += other.chars;
        self.hash.set(NO_HASH);
        self.interned.set(false);
    }

    /// The `index`-th code point.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            self.text.chars().nth(index)
        }
    }

    /// The code points `start..end`; the bounds are clipped.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end || start >= self.chars {
            return "";
        }
        if self.is_ascii() {
            return self.text.get(start..end.min(self.chars)).unwrap_or("");
        }
        let mut offsets = self.text.char_indices().map(|(i, _)| i).skip(start);
        let from = offsets.next().unwrap_or(self.text.len());
        let to = offsets.nth(end - start - 1).unwrap_or(self.text.len());
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
