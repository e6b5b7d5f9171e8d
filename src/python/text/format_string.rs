//! The templates of `str.format`: literal text and `{name!conversion:spec}` fields.
//!
//! The caller goes through the pieces one by one and supplies the values, so that
//! errors come in CPython's order. A spec that holds fields itself is a template of
//! its own, expanded with the same [`Numbering`], at most [`DEEPEST`] levels in all.
//!
//! Reference: Python library, "Format String Syntax".

use super::unicode::decimal_value;
use super::{TextError, TextResult};

/// Levels of templates: the template and the specs in it. One more is
/// [`too_deep`].
pub const DEEPEST: usize = 2;

/// The error for fields in the spec of a field in a spec.
pub fn too_deep() -> TextError {
    TextError::value("Max string recursion exceeded")
}

/// A replacement field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// Everything before `!` and `:`; take it apart with [`FieldName::parse`].
    pub name: &'a str,
    /// The character after `!`; see [`conversion`].
    pub conversion: Option<char>,
    /// Everything after `:`.
    pub spec: &'a str,
    /// Whether the spec holds fields that must be expanded first.
    pub nested: bool,
}

/// Literal text and the field that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text to be copied.
    pub literal: &'a str,
    /// The value to be formatted after it.
    pub field: Option<Field<'a>>,
}

/// What `!r`, `!s` and `!a` do to the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!r`
    Repr,
    /// `!s`
    Str,
    /// `!a`
    Ascii,
}

/// Reads the character after `!`.
pub fn conversion(code: char) -> TextResult<Conversion> {
    match code {
        'r' => Ok(Conversion::Repr),
        's' => Ok(Conversion::Str),
        'a' => Ok(Conversion::Ascii),
        '!'..='~' => Err(TextError::value(format!(
            "Unknown conversion specifier {code}"
        ))),
        _ => Err(TextError::value(format!(
            "Unknown conversion specifier \\x{:x}",
            super::surrogates::code_of(code)
        ))),
    }
}

/// A template being read.
pub struct Template<'a> {
    rest: &'a str,
}

impl<'a> Template<'a> {
    /// Starts to read.
    pub fn new(template: &'a str) -> Self {
        Template { rest: template }
    }

    fn take(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        Some(c)
    }

    /// The next piece; `None` at the end. `{{` and `}}` end a piece without a field.
    pub fn next_piece(&mut self) -> TextResult<Option<Piece<'a>>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let Some(at) = self.rest.find(['{', '}']) else {
            let literal = std::mem::take(&mut self.rest);
            return Ok(Some(Piece {
                literal,
                field: None,
            }));
        };
        let all = self.rest;
        let (literal, rest) = all.split_at(at);
        self.rest = rest;
        let brace = self.take().unwrap_or('{');
        if self.rest.starts_with(brace) {
            // One of the two belongs to the literal.
            self.take();
            let literal = all.get(..=at).unwrap_or(literal);
            return Ok(Some(Piece {
                literal,
                field: None,
            }));
        }
        if brace == '}' || self.rest.is_empty() {
            return Err(TextError::value(format!(
                "Single '{brace}' encountered in format string"
            )));
        }
        let field = self.field()?;
        Ok(Some(Piece {
            literal,
            field: Some(field),
        }))
    }

    fn field(&mut self) -> TextResult<Field<'a>> {
        let all = self.rest;
        let mut stop = None;
        while let Some(c) = self.take() {
            match c {
                '{' => return Err(TextError::value("unexpected '{' in field name")),
                '[' => {
                    self.rest = self
                        .rest
                        .find(']')
                        .and_then(|end| self.rest.get(end..))
                        .unwrap_or("")
                }
                '}' | ':' | '!' => {
                    stop = Some(c);
                    break;
                }
                _ => {}
            }
        }
        let Some(stop) = stop else {
            return Err(TextError::value("expected '}' before end of string"));
        };
        let name = all.get(..all.len() - self.rest.len() - 1).unwrap_or("");
        let mut field = Field {
            name,
            conversion: None,
            spec: "",
            nested: false,
        };
        if stop == '}' {
            return Ok(field);
        }
        if stop == '!' {
            let missing =
                || TextError::value("end of string while looking for conversion specifier");
            field.conversion = Some(self.take().ok_or_else(missing)?);
            match self.take() {
                Some('}') => return Ok(field),
                Some(':') | None => {}
                Some(_) => return Err(TextError::value("expected ':' after conversion specifier")),
            }
        }
        let all = self.rest;
        let mut open = 1;
        while let Some(c) = self.take() {
            match c {
                '{' => {
                    field.nested = true;
                    open += 1;
                }
                '}' => open -= 1,
                _ => {}
            }
            if open == 0 {
                field.spec = all.get(..all.len() - self.rest.len() - 1).unwrap_or("");
                return Ok(field);
            }
        }
        Err(TextError::value("unmatched '{' in format spec"))
    }
}

/// Whether fields number themselves. One for a whole `format` call.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    mode: Option<Mode>,
    next: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Automatic,
    Manual,
}

/// Where a field's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First<'a> {
    /// A positional argument.
    Position(usize),
    /// A keyword argument.
    Name(&'a str),
}

/// A step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[3]`
    Index(usize),
    /// `[key]`
    Key(&'a str),
}

/// A field's name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldName<'a> {
    /// The argument.
    pub first: First<'a>,
    rest: &'a str,
}

/// The error for a positional field without an argument.
pub fn missing_position(position: usize) -> TextError {
    TextError::new(
        super::ErrorKind::Index,
        format!("Replacement index {position} out of range for positional args tuple"),
    )
}

/// The error for a positional field in `str.format_map`.
pub fn no_positions() -> TextError {
    TextError::value("Format string contains positional fields")
}

impl<'a> FieldName<'a> {
    /// Takes a field's name apart and numbers it if it is empty.
    pub fn parse(name: &'a str, numbering: &mut Numbering) -> TextResult<FieldName<'a>> {
        let (first, rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
        let index = integer(first)?;
        if index.is_none() && !first.is_empty() {
            return Ok(FieldName {
                first: First::Name(first),
                rest,
            });
        }
        let wanted = if first.is_empty() {
            Mode::Automatic
        } else {
            Mode::Manual
        };
        match (*numbering.mode.get_or_insert(wanted), wanted) {
            (Mode::Manual, Mode::Automatic) => Err(TextError::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            (Mode::Automatic, Mode::Manual) => Err(TextError::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            _ => {
                let position = index.unwrap_or(numbering.next);
                numbering.next += usize::from(first.is_empty());
                Ok(FieldName {
                    first: First::Position(position),
                    rest,
                })
            }
        }
    }

    /// The next step to the value; `None` at the end.
    pub fn next_access(&mut self) -> TextResult<Option<Access<'a>>> {
        let mut chars = self.rest.chars();
        let access = match chars.next() {
            None => return Ok(None),
            Some('.') => {
                let rest = chars.as_str();
                let (name, rest) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
                self.rest = rest;
                Access::Attribute(name)
            }
            Some('[') => {
                let missing = || TextError::value("Missing ']' in format string");
                let (key, rest) = chars.as_str().split_once(']').ok_or_else(missing)?;
                self.rest = rest;
                integer(key)?.map_or(Access::Key(key), Access::Index)
            }
            Some(_) => {
                return Err(TextError::value(
                    "Only '.' or '[' may follow ']' in format field specifier",
                ));
            }
        };
        match access {
            Access::Attribute("") | Access::Key("") => {
                Err(TextError::value("Empty attribute in format string"))
            }
            access => Ok(Some(access)),
        }
    }
}

/// A text of nothing but decimal digits as a number.
fn integer(text: &str) -> TextResult<Option<usize>> {
    let mut value = 0i64;
    for c in text.chars() {
        let Some(digit) = decimal_value(c) else {
            return Ok(None);
        };
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i64::from(digit)))
            .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?;
    }
    Ok(if text.is_empty() {
        None
    } else {
        usize::try_from(value).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes the template's structure: fields as `<name.steps!conversion:spec>`.
    fn traced(template: &str, numbering: &mut Numbering, depth: usize) -> TextResult<String> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        let (mut out, mut template) = (String::new(), Template::new(template));
        while let Some(piece) = template.next_piece()? {
            out.push_str(piece.literal);
            let Some(field) = piece.field else { continue };
            let mut name = FieldName::parse(field.name, numbering)?;
            match &name.first {
                First::Position(position) => out.push_str(&format!("<{position}")),
                First::Name(name) => out.push_str(&format!("<'{name}'")),
            }
            while let Some(step) = name.next_access()? {
                out.push_str(&match step {
                    Access::Attribute(name) => format!(".{name}"),
                    Access::Index(index) => format!("[{index}]"),
                    Access::Key(key) => format!("['{key}']"),
                });
            }
            if let Some(code) = field.conversion {
                out.push_str(&format!("!{:?}", conversion(code)?));
            }
            let expanded;
            let spec = if field.nested {
                expanded = traced(field.spec, numbering, depth + 1)?;
                &expanded
            } else {
                field.spec
            };
            out.push_str(&format!(":{spec}>"));
        }
        Ok(out)
    }

    #[test]
    fn structure() {
        for (template, expected) in [
            ("", ""),
            ("a{{b}}c", "a{b}c"),
            ("{}{}", "<0:><1:>"),
            ("{1} {0}", "<1:> <0:>"),
            ("{name!r:>{width}}", "<'name'!Repr:><'width':>>"),
            ("{:{}}{}", "<0:<1:>><2:>"),
            ("{0.a[b].c[3][-1]}", "<0.a['b'].c[3]['-1']:>"),
            ("{.real}{[0]}", "<0.real:><1[0]:>"),
            ("{a[b}c]}", "<'a'['b}c']:>"),
            ("{a]}", "<'a]':>"),
            ("{ 0}", "<' 0':>"),
            ("{:%H:%M}", "<0:%H:%M>"),
            ("{!s}", "<0!Str:>"),
            ("{\u{661}}", "<1:>"),
        ] {
            assert_eq!(
                traced(template, &mut Numbering::default(), 1).as_deref(),
                Ok(expected),
                "{template}"
            );
        }
    }

    #[test]
    fn errors() {
        for (template, message) in [
            ("{", "Single '{' encountered in format string"),
            ("a}b", "Single '}' encountered in format string"),
            ("{:}}", "Single '}' encountered in format string"),
            ("{a", "expected '}' before end of string"),
            ("{0[}", "expected '}' before end of string"),
            ("{!", "end of string while looking for conversion specifier"),
            ("{!r", "unmatched '{' in format spec"),
            ("{!}", "unmatched '{' in format spec"),
            ("{:{}", "unmatched '{' in format spec"),
            ("{!rx}", "expected ':' after conversion specifier"),
            ("{!x}", "Unknown conversion specifier x"),
            ("{!\u{e9}}", "Unknown conversion specifier \\xe9"),
            ("{:{:{}}}", "Max string recursion exceeded"),
            (
                "{0}{}",
                "cannot switch from manual field specification to automatic field numbering",
            ),
            (
                "{}{0}",
                "cannot switch from automatic field numbering to manual field specification",
            ),
            ("{0.}", "Empty attribute in format string"),
            ("{0[]}", "Empty attribute in format string"),
            (
                "{0[0]x}",
                "Only '.' or '[' may follow ']' in format field specifier",
            ),
            ("{a{b}", "unexpected '{' in field name"),
            (
                "{99999999999999999999}",
                "Too many decimal digits in format string",
            ),
        ] {
            let found = traced(template, &mut Numbering::default(), 1);
            assert_eq!(found, Err(TextError::value(message)), "{template}");
        }
    }
}
