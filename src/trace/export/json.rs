//! Just enough JSON writing for the exports.

use crate::text::decimal;

/// An object being written; fields appear in the order in which they are added.
pub(super) struct Object<'a> {
    out: &'a mut String,
    is_empty: bool,
}

impl<'a> Object<'a> {
    pub(super) fn open(out: &'a mut String) -> Object<'a> {
        out.push('{');
        Object {
            out,
            is_empty: true,
        }
    }

    pub(super) fn close(self) {
        self.out.push('}');
    }

    /// The names of fields are ours and need no escapes.
    fn key(&mut self, name: &str) {
        self.out.push_str(if self.is_empty { "\"" } else { ",\"" });
        self.is_empty = false;
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    pub(super) fn number(&mut self, name: &str, value: u64) {
        self.key(name);
        digits(value, self.out);
    }

    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.key(name);
        string(value, self.out);
    }

    /// Nanoseconds as a decimal number of microseconds, the unit of Chrome's traces.
    pub(super) fn microseconds(&mut self, name: &str, nanoseconds: u64) {
        self.key(name);
        digits(nanoseconds / 1000, self.out);
        let rest = nanoseconds % 1000;
        if rest != 0 {
            self.out.push_str(&format!(".{rest:03}"));
        }
    }

    pub(super) fn object(&mut self, name: &str) -> Object<'_> {
        self.key(name);
        Object::open(self.out)
    }
}

fn digits(value: u64, out: &mut String) {
    // Most are small, and `decimal` is for numbers with a sign.
    match i64::try_from(value) {
        Ok(value) => out.push_str(decimal(value, &mut [0; 20])),
        Err(_) => out.push_str(&value.to_string()),
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(needs_escape) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(control) => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// What JSON does not allow inside a string is in ASCII.
const fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}
