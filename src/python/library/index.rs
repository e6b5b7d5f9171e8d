//! The list of the library's modules, with which its first part begins.

use crate::code::pack::{Reader, Writer};
use std::ops::Range;

/// A module of the library.
#[derive(Debug)]
pub(super) struct Module {
    /// Dotted.
    pub(super) name: &'static str,
    pub(super) is_package: bool,
    /// Offset of its code in the pack, if it is compiled already.
    pub(super) code_at: Option<usize>,
    /// Its text among those of all.
    pub(super) text: Range<usize>,
}

/// The name of a module's file in tracebacks.
pub(super) fn file(name: &str, is_package: bool) -> String {
    let path = name.replace('.', "/");
    let init = if is_package { "/__init__" } else { "" };
    format!("<library>/{path}{init}.py")
}

/// The list of modules.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) modules: Vec<Module>,
    pub(super) texts_len: usize,
    pub(super) texts_hash: u64,
}

const IS_PACKAGE: u8 = 1;
const IS_COMPILED: u8 = 2;

/// What the list says of a module when it is written.
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    pub(super) is_package: bool,
    pub(super) code_at: Option<usize>,
    pub(super) text_len: usize,
}

impl Index {
    /// The list, and what follows it: the pack.
    pub(super) fn read(first: &'static [u8]) -> Option<(Index, &'static [u8])> {
        let mut from = Reader::at(first, 0)?;
        let mut index = Index::default();
        let count = from.count()?;
        let mut at = 0usize;
        for _ in 0..count {
            let len = from.count()?;
            let name = std::str::from_utf8(from.take(len)?).ok()?;
            let flags = from.byte()?;
            let code_at = if flags & IS_COMPILED == 0 {
                None
            } else {
                Some(from.size()?)
            };
            let end = at.checked_add(from.size()?)?;
            index.modules.push(Module {
                name,
                is_package: flags & IS_PACKAGE != 0,
                code_at,
                text: at..end,
            });
            at = end;
        }
        index.texts_len = at;
        index.texts_hash = from.number()?;
        let left = from.left();
        Some((index, from.take(left)?))
    }

    /// The bytes of a list.
    pub(super) fn write(entries: &[Entry<'_>], texts: &[u8]) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(entries.len());
        for entry in entries {
            out.number(entry.name.len());
            out.put(entry.name.as_bytes());
            let bit = |set: bool, bit: u8| if set { bit } else { 0 };
            let is_compiled = entry.code_at.is_some();
            out.byte(bit(entry.is_package, IS_PACKAGE) | bit(is_compiled, IS_COMPILED));
            if let Some(at) = entry.code_at {
                out.number(at);
            }
            out.number(entry.text_len);
        }
        out.number(hash(texts));
        out.into_bytes()
    }
}

/// Tells the texts of one build from those of another; keeps nobody out.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        product ^ (product >> 29)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let begun = bytes.len() as u64;
    let hash = words.iter().fold(begun, |hash, word| {
        mix(hash, u64::from_le_bytes(*word))
    });
    rest.iter()
        .fold(hash, |hash, byte| mix(hash, u64::from(*byte)))
}
