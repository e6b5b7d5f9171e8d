//! The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! Reference: Python library, "Format Specification Mini-Language".

use super::{TextError, TextResult};

/// Where a value stands in a wider field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: padding between sign and digits.
    AfterSign,
}

/// How a sign is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignMode {
    /// Not asked for, or `-`: only a minus.
    Minus,
    /// `+`: plus or minus.
    Plus,
    /// A space or a minus.
    Space,
}

/// What stands between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    None,
    /// `,`
    Comma,
    /// `_`
    Underscore,
}

/// A format specification taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// The fill character.
    pub fill: char,
    /// The alignment, the type's default included.
    pub align: Align,
    /// The sign, `None` if not given.
    pub sign: Option<SignMode>,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least width of the field, in code points.
    pub width: usize,
    /// The separator of groups.
    pub grouping: Grouping,
    /// Behind the point.
    pub precision: Option<usize>,
    /// The presentation type, `None` if not given.
    pub kind: Option<char>,
}

/// Widths and precisions above this are refused, as by a CPython with 64-bit sizes.
const MOST: u64 = i64::MAX as u64;

/// A result wider than this is a `MemoryError`.
pub(crate) const WIDEST: usize = 1 << 28;

fn align_of(c: Option<&char>) -> Option<Align> {
    Some(match c? {
        '<' => Align::Left,
        '>' => Align::Right,
        '^' => Align::Center,
        '=' => Align::AfterSign,
        _ => return None,
    })
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&char> {
        self.chars.get(self.at)
    }

    fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(&wanted);
        self.at += usize::from(there);
        there
    }

    fn number(&mut self) -> TextResult<Option<usize>> {
        let start = self.at;
        let mut value = 0u64;
        while let Some(digit) = self.peek().and_then(|&c| super::unicode::decimal_value(c)) {
            value = value
                .checked_mul(10)
                .and_then(|value| value.checked_add(u64::from(digit)))
                .filter(|&value| value <= MOST)
                .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?;
            self.at += 1;
        }
        let value = usize::try_from(value).unwrap_or(usize::MAX);
        Ok((self.at > start).then_some(value))
    }
}

impl FormatSpec {
    /// Parses the specification for a value of the type called `type_name`, whose
    /// default alignment is `default_align` and whose type code is `default_kind`.
    pub fn parse(
        spec: &str,
        type_name: &str,
        default_align: Align,
        default_kind: Option<char>,
    ) -> TextResult<FormatSpec> {
        let chars: Vec<char> = spec.chars().collect();
        let mut reader = Reader {
            chars: &chars,
            at: 0,
        };
        let mut fill = None;
        let mut align = None;
        if let Some(found) = align_of(chars.get(1)) {
            (fill, align) = (chars.first().copied(), Some(found));
            reader.at = 2;
        } else if let Some(found) = align_of(chars.first()) {
            align = Some(found);
            reader.at = 1;
        }
        let sign = match reader.peek() {
            Some('+') => Some(SignMode::Plus),
            Some('-') => Some(SignMode::Minus),
            Some(' ') => Some(SignMode::Space),
            _ => None,
        };
        reader.at += usize::from(sign.is_some());
        let no_negative_zero = reader.take('z');
        let alternate = reader.take('#');
        if fill.is_none() && reader.take('0') {
            fill = Some('0');
            if align.is_none() && default_align == Align::Right {
                align = Some(Align::AfterSign);
            }
        }
        let width = reader.number()?.unwrap_or(0);
        let grouping = read_grouping(&mut reader)?;
        let precision = if reader.take('.') {
            let digits = reader.number()?;
            Some(digits.ok_or_else(|| TextError::value("Format specifier missing precision"))?)
        } else {
            None
        };
        let rest = chars.get(reader.at..).unwrap_or_default();
        let kind = match rest {
            [] => default_kind,
            [kind] => Some(*kind),
            _ => {
                return Err(TextError::value(format!(
                    "Invalid format specifier '{spec}' for object of type '{type_name}'"
                )));
            }
        };
        check_grouping(grouping, kind)?;
        Ok(FormatSpec {
            fill: fill.unwrap_or(' '),
            align: align.unwrap_or(default_align),
            sign,
            no_negative_zero,
            alternate,
            width,
            grouping,
            precision,
            kind,
        })
    }

    /// The error for a type code that the type called `type_name` does not know.
    pub fn unknown_code(&self, type_name: &str) -> TextError {
        let code = shown_code(self.kind.unwrap_or('\0'));
        TextError::value(format!(
            "Unknown format code '{code}' for object of type '{type_name}'"
        ))
    }

    /// Puts `content` into a field of the asked width.
    pub(crate) fn pad(&self, content: &str, length: usize) -> TextResult<String> {
        let mut out = String::new();
        let missing = self.padding(length)?;
        let before = match self.align {
            Align::Left => 0,
            Align::Center => missing / 2,
            Align::Right | Align::AfterSign => missing,
        };
        out.extend(std::iter::repeat_n(self.fill, before));
        out.push_str(content);
        out.extend(std::iter::repeat_n(self.fill, missing - before));
        Ok(out)
    }

    /// How many fill characters content of this length needs.
    pub(crate) fn padding(&self, length: usize) -> TextResult<usize> {
        if self.width > WIDEST {
            return Err(TextError::memory());
        }
        Ok(self.width.saturating_sub(length))
    }
}

fn read_grouping(reader: &mut Reader<'_>) -> TextResult<Grouping> {
    let both = || Err(TextError::value("Cannot specify both ',' and '_'."));
    let mut grouping = Grouping::None;
    if reader.take(',') {
        grouping = Grouping::Comma;
    }
    if reader.take('_') {
        if grouping != Grouping::None {
            return both();
        }
        grouping = Grouping::Underscore;
    }
    if grouping == Grouping::Underscore && reader.peek() == Some(&',') {
        return both();
    }
    Ok(grouping)
}

fn check_grouping(grouping: Grouping, kind: Option<char>) -> TextResult<()> {
    let separator = match grouping {
        Grouping::None => return Ok(()),
        Grouping::Comma => ',',
        Grouping::Underscore => '_',
    };
    match kind {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if grouping == Grouping::Underscore => Ok(()),
        Some(kind) => {
            let code = shown_code(kind);
            Err(TextError::value(format!(
                "Cannot specify '{separator}' with '{code}'."
            )))
        }
    }
}

fn shown_code(code: char) -> String {
    if matches!(code, '!'..='~' | '\x7f') {
        code.to_string()
    } else {
        format!("\\x{:x}", super::surrogates::code_of(code))
    }
}
