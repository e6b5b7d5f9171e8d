//! `repr` and `ascii` of text and bytes.

use super::surrogates::code_of;
use super::unicode::is_printable;

const HEX: &[u8; 16] = b"0123456789abcdef";

fn push_hex(out: &mut String, value: u32, digits: u32) {
    for place in (0..digits).rev() {
        let nibble = (value >> (4 * place)) & 15;
        out.push(char::from(HEX[nibble as usize]));
    }
}

/// Appends the `\xHH`, `\uHHHH` or `\UHHHHHHHH` escape of `c`, whichever is shortest.
pub fn push_escape(out: &mut String, c: char) {
    match code_of(c) {
        code @ 0..=0xff => {
            out.push_str("\\x");
            push_hex(out, code, 2);
        }
        code @ 0x100..=0xffff => {
            out.push_str("\\u");
            push_hex(out, code, 4);
        }
        code => {
            out.push_str("\\U");
            push_hex(out, code, 8);
        }
    }
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push_str_repr(out: &mut String, text: &str, shown: impl Fn(char) -> bool) {
    let bytes = text.as_bytes();
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    out.reserve(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if c == quote => {
                out.push('\\');
                out.push(c);
            }
            _ if shown(c) => out.push(c),
            _ => push_escape(out, c),
        }
    }
    out.push(quote);
}

/// Appends `repr(text)`.
pub fn push_repr(out: &mut String, text: &str) {
    push_str_repr(out, text, is_printable);
}

/// `repr(text)`.
pub fn repr(text: &str) -> String {
    let mut out = String::new();
    push_repr(&mut out, text);
    out
}

/// `ascii(text)`: like `repr`, with everything outside ASCII escaped.
pub fn ascii(text: &str) -> String {
    let mut out = String::new();
    push_str_repr(&mut out, text, |c| matches!(c, ' '..='~'));
    out
}

/// Escapes the characters outside ASCII in a `repr` that is already made, as
/// `ascii(obj)` does with `repr(obj)`.
pub fn ascii_of_repr(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c)
        } else {
            push_escape(&mut out, c)
        }
    }
    out
}

/// `repr` of a bytes object: `b'…'`.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    push_bytes(&mut out, bytes, quote);
    out.push(quote);
    out
}

/// `repr` of a bytearray. CPython 3.11 escapes a single quote here even when
/// double quotes surround it.
pub fn bytearray_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::from("bytearray(b");
    out.push(quote);
    push_bytes(&mut out, bytes, '\'');
    out.push(quote);
    out.push(')');
    out
}

fn push_bytes(out: &mut String, bytes: &[u8], escaped: char) {
    for &byte in bytes {
        let c = char::from(byte);
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if c == escaped => {
                out.push('\\');
                out.push(c);
            }
            b' '..=b'~' => out.push(c),
            _ => push_escape(out, c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text() {
        for (text, shown, escaped) in [
            ("", "''", "''"),
            ("it's", "\"it's\"", "\"it's\""),
            ("a\"b", "'a\"b'", "'a\"b'"),
            ("'\"", "'\\'\"'", "'\\'\"'"),
            (
                "\\\n\r\t\0\x7f",
                "'\\\\\\n\\r\\t\\x00\\x7f'",
                "'\\\\\\n\\r\\t\\x00\\x7f'",
            ),
            ("é\u{a0}\u{ad}", "'é\\xa0\\xad'", "'\\xe9\\xa0\\xad'"),
            ("\u{3bb}\u{2028}", "'λ\\u2028'", "'\\u03bb\\u2028'"),
            ("😀\u{e0001}", "'😀\\U000e0001'", "'\\U0001f600\\U000e0001'"),
        ] {
            assert_eq!(repr(text), shown);
            assert_eq!(ascii(text), escaped);
        }
    }

    #[test]
    fn bytes() {
        assert_eq!(bytes_repr(b"a'b\x00\xff\n"), "b\"a'b\\x00\\xff\\n\"");
        assert_eq!(bytes_repr(b"'\""), "b'\\'\"'");
        assert_eq!(bytearray_repr(b"x"), "bytearray(b'x')");
        assert_eq!(bytearray_repr(b"a'b"), "bytearray(b\"a\\'b\")");
    }
}
