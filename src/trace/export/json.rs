//! Just enough JSON writing for the exports.

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

    fn key(&mut self, name: &str) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        string(name, self.out);
        self.out.push(':');
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
    let mut buffer = [0u8; 20];
    let mut rest = value;
    let mut length = 0;
    for digit in buffer.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        length += 1;
        if rest == 0 {
            break;
        }
    }
    let start = buffer.len() - length;
    for digit in buffer.iter().skip(start) {
        out.push(char::from(*digit));
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
