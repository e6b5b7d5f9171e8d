//! `%` formatting of str and bytes: the template's parser and the renderers.
//!
//! The caller supplies the values while it goes through [`Template::next_piece`], so
//! that errors come in CPython's order. For bytes, read the template as Latin-1 and
//! write the result as Latin-1.
//!
//! Reference: Python library, "printf-style String Formatting".

use super::format_spec::WIDEST;
use super::positions::{char_count, first_chars};
use super::{ErrorKind, TextError, TextResult};
use crate::number::digits::{Layout, Notation, push_float};
use crate::number::int::Int;
use crate::number::int_text;

/// A width or precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Written in the template.
    Given(usize),
    /// `*`: taken from the next argument, which must be an int ([`star_error`]).
    Star,
}

/// One `%…` of a template. Flags may be mended by [`Directive::set_width`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// `%(key)…`: look the value up in the mapping.
    pub key: Option<String>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width of the field.
    pub width: Option<Amount>,
    /// Behind the point.
    pub precision: Option<Amount>,
    /// The conversion character; check it with [`Directive::check`] once the value
    /// is there.
    pub conversion: char,
    /// The code point position of the conversion character.
    pub position: usize,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text to be copied.
    Literal(String),
    /// A value to be formatted.
    Directive(Directive),
}

/// A template being read.
pub struct Template {
    chars: Vec<char>,
    at: usize,
    mapping: bool,
}

/// Too few arguments.
pub const NOT_ENOUGH: &str = "not enough arguments for format string";
/// Too many arguments for a str template.
pub const NOT_ALL_STR: &str = "not all arguments converted during string formatting";
/// Too many arguments for a bytes template.
pub const NOT_ALL_BYTES: &str = "not all arguments converted during bytes formatting";

impl Template {
    /// Starts to read; `mapping`: the argument is one that `%(key)s` can be looked up in.
    pub fn new(template: &str, mapping: bool) -> Self {
        Template {
            chars: template.chars().collect(),
            at: 0,
            mapping,
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    /// The next piece; `None` at the end.
    pub fn next_piece(&mut self) -> TextResult<Option<Piece>> {
        let mut literal = String::new();
        while let Some(c) = self.peek() {
            if c == '%' {
                if self.chars.get(self.at + 1) != Some(&'%') {
                    break;
                }
                self.at += 1;
            }
            literal.push(c);
            self.at += 1;
        }
        if !literal.is_empty() {
            return Ok(Some(Piece::Literal(literal)));
        }
        if !self.take('%') {
            return Ok(None);
        }
        self.directive()
            .map(|directive| Some(Piece::Directive(directive)))
    }

    fn directive(&mut self) -> TextResult<Directive> {
        let mut directive = Directive {
            key: self.key()?,
            left: false,
            plus: false,
            space: false,
            alternate: false,
            zero: false,
            width: None,
            precision: None,
            conversion: '\0',
            position: 0,
        };
        while let Some(c) = self.peek() {
            match c {
                '-' => directive.left = true,
                '+' => directive.plus = true,
                ' ' => directive.space = true,
                '#' => directive.alternate = true,
                '0' => directive.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        directive.width = self.amount("width too big")?;
        if self.take('.') {
            directive.precision = Some(
                self.amount("precision too big")?
                    .unwrap_or(Amount::Given(0)),
            );
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        directive.conversion = self
            .peek()
            .ok_or_else(|| TextError::value("incomplete format"))?;
        directive.position = self.at;
        self.at += 1;
        Ok(directive)
    }

    fn key(&mut self) -> TextResult<Option<String>> {
        if !self.take('(') {
            return Ok(None);
        }
        if !self.mapping {
            return Err(TextError::type_error("format requires a mapping"));
        }
        let (mut key, mut open) = (String::new(), 1);
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(Some(key));
            }
            key.push(c);
        }
        Err(TextError::value("incomplete format key"))
    }

    fn amount(&mut self, too_big: &str) -> TextResult<Option<Amount>> {
        if self.take('*') {
            return Ok(Some(Amount::Star));
        }
        let start = self.at;
        let mut value = 0usize;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            value = value
                .checked_mul(10)
                .and_then(|value| value.checked_add(digit as usize))
                .ok_or_else(|| TextError::value(too_big))?;
            self.at += 1;
        }
        Ok((self.at > start).then_some(Amount::Given(value)))
    }
}

/// The argument for a `*` is no int.
pub fn star_error() -> TextError {
    TextError::type_error("* wants int")
}

impl Directive {
    /// Puts the value of a `*` in the width's place: a negative one means left.
    pub fn set_width(&mut self, value: i64) {
        self.left |= value < 0;
        self.width = Some(Amount::Given(
            usize::try_from(value.unsigned_abs()).unwrap_or(usize::MAX),
        ));
    }

    /// Puts the value of a `*` in the precision's place; a negative one counts as 0.
    pub fn set_precision(&mut self, value: i64) {
        self.precision = Some(Amount::Given(
            usize::try_from(value.max(0)).unwrap_or(usize::MAX),
        ));
    }

    /// Refuses a conversion character that str (or bytes) templates do not know.
    pub fn check(&self, bytes: bool) -> TextResult<()> {
        let known = match self.conversion {
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'c' | 's'
            | 'r' | 'a' => true,
            'b' => bytes,
            _ => false,
        };
        if known {
            return Ok(());
        }
        let code = self.conversion;
        let shown = if matches!(code, '\x1f'..='~') {
            code
        } else {
            '?'
        };
        let (number, position) = (u32::from(code), self.position);
        Err(TextError::value(format!(
            "unsupported format character '{shown}' (0x{number:x}) at index {position}"
        )))
    }

    fn precision(&self) -> Option<usize> {
        match self.precision {
            Some(Amount::Given(value)) => Some(value),
            _ => None,
        }
    }

    /// The error for a value of the type called `type_name` that this conversion
    /// cannot take.
    pub fn wrong_type(&self, type_name: &str, bytes: bool) -> TextError {
        let code = self.conversion;
        TextError::type_error(match code {
            'd' | 'i' | 'u' => {
                format!("%{code} format: a real number is required, not {type_name}")
            }
            'o' | 'x' | 'X' => format!("%{code} format: an integer is required, not {type_name}"),
            'c' if bytes => "%c requires an integer in range(256) or a single byte".to_string(),
            'c' => "%c requires int or char".to_string(),
            'b' | 's' => format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{type_name}'"
            ),
            _ if bytes => format!("float argument required, not {type_name}"),
            _ => format!("must be real number, not {type_name}"),
        })
    }

    /// `%d %i %u %o %x %X`
    pub fn render_int(&self, value: Int<'_>) -> TextResult<String> {
        let (base, prefix) = match self.conversion {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = if base == 10 {
            int_text::decimal(value)?
                .trim_start_matches('-')
                .to_string()
        } else {
            int_text::magnitude_digits(value, base)
        };
        if self.conversion == 'X' {
            digits.make_ascii_uppercase();
        }
        let least = self.precision().unwrap_or(0);
        if least > WIDEST {
            return Err(TextError::value("precision too big"));
        }
        if digits.len() < least {
            digits.insert_str(0, &"0".repeat(least - digits.len()));
        }
        let prefix = if self.alternate { prefix } else { "" };
        self.number(value.is_negative(), prefix, &digits)
    }

    /// `%e %E %f %F %g %G`
    pub fn render_float(&self, value: f64) -> TextResult<String> {
        let precision = self.precision().unwrap_or(6);
        if precision > WIDEST {
            return Err(TextError::value("precision too big"));
        }
        let notation = match self.conversion {
            'e' | 'E' => Notation::Exponent(precision),
            'f' | 'F' => Notation::Fixed(precision),
            _ => Notation::General(precision),
        };
        let mut text = String::new();
        push_float(
            &mut text,
            value,
            notation,
            Layout {
                alternate: self.alternate,
                ..Layout::default()
            },
        );
        if self.conversion.is_ascii_uppercase() {
            text.make_ascii_uppercase();
        }
        let unsigned = text.strip_prefix('-');
        self.number(unsigned.is_some(), "", unsigned.unwrap_or(&text))
    }

    /// `%s %r %a %b`: the text is what `str`, `repr` or `ascii` gave.
    pub fn render_text(&self, text: &str) -> TextResult<String> {
        let shown = match self.precision() {
            Some(most) => first_chars(text, most),
            None => text,
        };
        self.field(shown)
    }

    /// `%c` of a single character.
    pub fn render_char(&self, c: char) -> TextResult<String> {
        self.field(c.encode_utf8(&mut [0; 4]))
    }

    /// `%c` of an int.
    pub fn render_code(&self, code: Int<'_>, bytes: bool) -> TextResult<String> {
        let code = code.to_i64().and_then(|code| u32::try_from(code).ok());
        if bytes {
            let byte = code.and_then(|code| u8::try_from(code).ok());
            let byte = byte.ok_or_else(|| TextError::overflow("%c arg not in range(256)"))?;
            return self.render_char(char::from(byte));
        }
        let c = code.and_then(super::surrogates::char_of);
        self.render_char(c.ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?)
    }

    fn missing(&self, length: usize) -> TextResult<usize> {
        match self.width {
            Some(Amount::Given(width)) if width > WIDEST => {
                Err(TextError::new(ErrorKind::Memory, ""))
            }
            Some(Amount::Given(width)) => Ok(width.saturating_sub(length)),
            _ => Ok(0),
        }
    }

    fn field(&self, text: &str) -> TextResult<String> {
        let fill = " ".repeat(self.missing(char_count(text))?);
        Ok(if self.left {
            [text, &fill].concat()
        } else {
            [&fill, text].concat()
        })
    }

    fn number(&self, negative: bool, prefix: &str, digits: &str) -> TextResult<String> {
        let sign = match negative {
            true => "-",
            false if self.plus => "+",
            false if self.space => " ",
            false => "",
        };
        let missing = self.missing(sign.len() + prefix.len() + digits.len())?;
        if self.zero && !self.left {
            return Ok([sign, prefix, &"0".repeat(missing), digits].concat());
        }
        let fill = " ".repeat(missing);
        Ok(if self.left {
            [sign, prefix, digits, &fill].concat()
        } else {
            [&fill, sign, prefix, digits].concat()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::repr;
    use crate::text::testdata::{float, int, outcome, rows};

    /// `template % (value,)`
    fn formatted(template: &str, kind: &str, value: &str) -> TextResult<String> {
        let mut pieces = Template::new(template, false);
        let mut out = String::new();
        while let Some(piece) = pieces.next_piece()? {
            let directive = match piece {
                Piece::Literal(text) => {
                    out.push_str(&text);
                    continue;
                }
                Piece::Directive(directive) => directive,
            };
            directive.check(false)?;
            out.push_str(&match (directive.conversion, kind) {
                ('c', "int") => directive.render_code(Int::Big(&int(value)), false)?,
                (_, "int") => directive.render_int(Int::Big(&int(value)))?,
                (_, "float") => directive.render_float(float(value))?,
                ('r', _) => directive.render_text(&repr::repr(value))?,
                ('a', _) => directive.render_text(&repr::ascii(value))?,
                _ => directive.render_text(value)?,
            });
        }
        Ok(out)
    }

    #[test]
    fn same_as_cpython() {
        for row in rows(include_str!("testdata/percents.txt")) {
            let [template, kind, value, expected] = row.as_slice() else {
                panic!("{row:?}")
            };
            assert_eq!(
                &outcome(formatted(template, kind, value)),
                expected,
                "{template:?} % {value:?}"
            );
        }
    }

    #[test]
    fn keys_and_stars() {
        let mut template = Template::new("%(a(b))-*.*f", true);
        let Ok(Some(Piece::Directive(mut directive))) = template.next_piece() else {
            panic!()
        };
        assert_eq!(directive.key.as_deref(), Some("a(b)"));
        assert_eq!(
            (directive.width, directive.precision),
            (Some(Amount::Star), Some(Amount::Star))
        );
        directive.set_width(-6);
        directive.set_precision(1);
        assert_eq!(directive.render_float(2.25), Ok("2.2   ".to_string()));
        assert!(
            Template::new("%(a", true)
                .next_piece()
                .is_err_and(|e| e.message == "incomplete format key")
        );
    }
}
