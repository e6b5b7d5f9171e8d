//! Source texts that cannot be read at all.

use crate::object::{Raise, Value, intern};
use crate::text::codecs::Codec;
use crate::vm::Vm;

/// How the names begin of encodings that Python has and that are not known here.
const OTHERS: [&str; 14] = [
    "big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi", "ks", "mac", "shift", "tis", "utf",
    "windows",
];

/// Refuses a text with null bytes, or with a comment that it is in an encoding
/// that nobody knows.
///
/// # Errors
/// SyntaxError, which knows no place.
pub(crate) fn check(vm: &Vm, text: &str, file: &str) -> Result<(), Raise> {
    if may_declare(text)
        && let Some(name) = declared(text)
    {
        let plain = name.to_ascii_lowercase();
        if Codec::named(name).is_err() && !OTHERS.iter().any(|start| plain.starts_with(start)) {
            let raise = refused(vm, &format!("unknown encoding: {name}"));
            raise
                .0
                .dict()
                .set_name(&intern("filename"), Value::str(file));
            raise.0.dict().set_name(&intern("lineno"), Value::Int(0));
            return Err(raise);
        }
    }
    check_zeros(vm, text)
}

/// Refuses a text with null bytes.
///
/// # Errors
/// SyntaxError, which knows no place.
pub(crate) fn check_zeros(vm: &Vm, text: &str) -> Result<(), Raise> {
    if text.contains('\0') {
        let words = "source code string cannot contain null bytes";
        return Err(refused(vm, words));
    }
    Ok(())
}

fn refused(vm: &Vm, words: &str) -> Raise {
    let raise = vm.exception(&vm.types.syntax_error, vec![Value::str(words)]);
    raise.0.dict().set_name(&intern("msg"), Value::str(words));
    raise
}

/// Whether the first two lines may name an encoding: few do.
fn may_declare(text: &str) -> bool {
    let lines = text.as_bytes().split(|byte| matches!(byte, b'\n' | b'\r'));
    // A line may end in both.
    lines
        .take(4)
        .any(|line| line.windows(6).any(|word| word == b"coding"))
}

/// The encoding that a comment in the first two lines names (Python reference,
/// "Encoding declarations").
#[cold]
fn declared(text: &str) -> Option<&str> {
    for line in text.lines().take(2) {
        let line = line.trim_start_matches([' ', '\t', '\u{c}']);
        let comment = match line.strip_prefix('#') {
            Some(comment) => comment,
            None if line.is_empty() => continue,
            None => return None,
        };
        for (at, word) in comment.match_indices("coding") {
            let name = comment
                .get(at + word.len()..)
                .and_then(|rest| rest.strip_prefix([':', '=']))
                .map(|rest| rest.trim_start_matches([' ', '\t']))
                .and_then(|rest| {
                    let ends = |c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c));
                    rest.split(ends).next()
                });
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                return Some(name);
            }
        }
    }
    None
}
