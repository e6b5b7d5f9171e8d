//! `format(value, spec)` of numbers and strings.

use super::format_spec::{Align, FormatSpec, Grouping, SignMode};
use super::positions::{char_count, first_chars};
use super::{TextError, TextResult};
use crate::number::complex::Complex;
use crate::number::complex_text;
use crate::number::digits::{Layout, Notation, push_float};
use crate::number::float_int::to_float;
use crate::number::float_text;
use crate::number::int::Int;
use crate::number::int_text;

/// The digits asked for when a float's precision is not given.
const DEFAULT_PRECISION: usize = 6;

/// A number's text before padding and grouping, in the parts that these need.
struct Parts<'a> {
    negative: bool,
    /// `0x` and the like, between sign and digits.
    prefix: &'a str,
    /// The digits before the point: the part that is grouped.
    digits: &'a str,
    /// Point, fraction, exponent, percent sign; or `inf` and `nan`.
    rest: &'a str,
}

/// `format(text, spec)` of a str.
pub fn format_str(text: &str, spec: &str) -> TextResult<String> {
    if spec.is_empty() {
        return Ok(text.to_string());
    }
    let spec = FormatSpec::parse(spec, "str", Align::Left, Some('s'))?;
    if spec.kind != Some('s') {
        return Err(spec.unknown_code("str"));
    }
    let refused = match spec.sign {
        Some(SignMode::Space) => Some("Space not allowed in string format specifier"),
        Some(_) => Some("Sign not allowed in string format specifier"),
        None if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        None if spec.alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.align == Align::AfterSign => {
            Some("'=' alignment not allowed in string format specifier")
        }
        None => None,
    };
    if let Some(message) = refused {
        return Err(TextError::value(message));
    }
    let shown = match spec.precision {
        Some(most) => first_chars(text, most),
        None => text,
    };
    spec.pad(shown, char_count(shown))
}

/// `format(value, spec)` of an int; `type_name` is shown in errors (`int`, `bool`).
pub fn format_int(value: Int<'_>, spec: &str, type_name: &str) -> TextResult<String> {
    if spec.is_empty() {
        return int_text::decimal(value);
    }
    let spec = FormatSpec::parse(spec, type_name, Align::Right, Some('d'))?;
    match spec.kind {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') => whole(value, &spec),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => float(to_float(value)?, &spec, type_name),
        _ => Err(spec.unknown_code(type_name)),
    }
}

/// `format(value, spec)` of a float.
pub fn format_float(value: f64, spec: &str) -> TextResult<String> {
    if spec.is_empty() {
        return Ok(float_text::repr(value));
    }
    let spec = FormatSpec::parse(spec, "float", Align::Right, None)?;
    float(value, &spec, "float")
}

/// `format(value, spec)` of a complex number.
pub fn format_complex(value: Complex, spec: &str) -> TextResult<String> {
    if spec.is_empty() {
        return Ok(complex_text::repr(value));
    }
    let mut spec = FormatSpec::parse(spec, "complex", Align::Right, None)?;
    let kind = spec.kind;
    if !matches!(kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) {
        return Err(spec.unknown_code("complex"));
    }
    if spec.fill == '0' {
        return Err(TextError::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(TextError::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let plain = kind.is_none();
    // Both parts are laid out without padding; the whole is padded.
    let width = std::mem::replace(&mut spec.width, 0);
    let alone = plain && value.re == 0.0 && value.re.is_sign_positive();
    let mut out = String::new();
    if plain && !alone {
        out.push('(');
    }
    if !alone {
        out.push_str(&complex_part(value.re, &spec)?);
        spec.sign = Some(SignMode::Plus);
    }
    out.push_str(&complex_part(value.im, &spec)?);
    out.push('j');
    if plain && !alone {
        out.push(')');
    }
    spec.width = width;
    spec.pad(&out, out.chars().count())
}

fn complex_part(value: f64, spec: &FormatSpec) -> TextResult<String> {
    let layout = layout_of(spec, false);
    match (spec.kind, spec.precision) {
        (None, None) => float_parts(value, Notation::Shortest, layout, spec, false, ""),
        (None, Some(precision)) => float_parts(
            value,
            Notation::General(checked(precision)?),
            layout,
            spec,
            false,
            "",
        ),
        _ => float(value, spec, "complex"),
    }
}

fn layout_of(spec: &FormatSpec, add_dot_zero: bool) -> Layout {
    Layout {
        add_dot_zero,
        alternate: spec.alternate,
        no_negative_zero: spec.no_negative_zero,
    }
}

fn checked(precision: usize) -> TextResult<usize> {
    if precision > i32::MAX as usize {
        return Err(TextError::value("precision too big"));
    }
    if precision > super::format_spec::WIDEST {
        return Err(TextError::memory());
    }
    Ok(precision)
}

fn float(value: f64, spec: &FormatSpec, type_name: &str) -> TextResult<String> {
    let kind = match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => spec.kind,
        Some(_) => return Err(spec.unknown_code(type_name)),
    };
    let given = spec.precision.map(checked).transpose()?;
    let precision = given.unwrap_or(DEFAULT_PRECISION);
    let layout = layout_of(spec, kind.is_none());
    let upper = kind.is_some_and(|kind| kind.is_ascii_uppercase());
    let (value, notation, percent) = match kind {
        Some('e' | 'E') => (value, Notation::Exponent(precision), ""),
        Some('f' | 'F') => (value, Notation::Fixed(precision), ""),
        Some('%') => (value * 100.0, Notation::Fixed(precision), "%"),
        Some(_) => (value, Notation::General(precision), ""),
        None => (
            value,
            given.map_or(Notation::Shortest, Notation::General),
            "",
        ),
    };
    float_parts(value, notation, layout, spec, upper, percent)
}

fn float_parts(
    value: f64,
    notation: Notation,
    layout: Layout,
    spec: &FormatSpec,
    upper: bool,
    percent: &str,
) -> TextResult<String> {
    let mut text = String::new();
    push_float(&mut text, value, notation, layout);
    text.push_str(percent);
    if upper {
        text.make_ascii_uppercase();
    }
    let unsigned = text.strip_prefix('-').unwrap_or(&text);
    let whole = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = unsigned.split_at(whole);
    let parts = Parts {
        negative: text.starts_with('-'),
        prefix: "",
        digits,
        rest,
    };
    assemble(&parts, spec)
}

fn whole(value: Int<'_>, spec: &FormatSpec) -> TextResult<String> {
    if spec.precision.is_some() {
        return Err(TextError::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if spec.no_negative_zero {
        return Err(TextError::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if spec.kind == Some('c') {
        return character(value, spec);
    }
    let (base, prefix) = match spec.kind {
        Some('b') => (2, "0b"),
        Some('o') => (8, "0o"),
        Some('x') => (16, "0x"),
        Some('X') => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = if base == 10 {
        int_text::decimal(value)?
            .trim_start_matches('-')
            .to_string()
    } else {
        int_text::magnitude_digits(value, base)
    };
    if spec.kind == Some('X') {
        digits.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let parts = Parts {
        negative: value.is_negative(),
        prefix,
        digits: &digits,
        rest: "",
    };
    assemble(&parts, spec)
}

fn character(value: Int<'_>, spec: &FormatSpec) -> TextResult<String> {
    if spec.sign.is_some() {
        return Err(TextError::value(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    if spec.alternate {
        return Err(TextError::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let code = value
        .to_i64()
        .ok_or_else(|| TextError::overflow("Python int too large to convert to C long"))?;
    let character = u32::try_from(code)
        .ok()
        .and_then(super::surrogates::char_of)
        .ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
    let mut buffer = [0; 4];
    let parts = Parts {
        negative: false,
        prefix: "",
        digits: "",
        rest: character.encode_utf8(&mut buffer),
    };
    assemble(&parts, spec)
}

/// Puts sign, prefix, grouped digits and rest into the field.
fn assemble(parts: &Parts<'_>, spec: &FormatSpec) -> TextResult<String> {
    let sign = match spec.sign {
        _ if parts.negative => "-",
        Some(SignMode::Plus) => "+",
        Some(SignMode::Space) => " ",
        _ => "",
    };
    let outside = sign.len() + parts.prefix.len() + char_count(parts.rest);
    // Zeros that fill up after the sign are digits: they are grouped as well.
    let zero_fill = spec.fill == '0' && spec.align == Align::AfterSign;
    let least = if zero_fill { spec.padding(outside)? } else { 0 };
    let digits = grouped(parts.digits, least, spec);
    if spec.align == Align::AfterSign {
        let missing = spec.padding(outside + digits.len())?;
        let fill: String = std::iter::repeat_n(spec.fill, missing).collect();
        return Ok([sign, parts.prefix, &fill, &digits, parts.rest].concat());
    }
    let text = [sign, parts.prefix, &digits, parts.rest].concat();
    spec.pad(&text, outside + digits.len())
}

/// The digits with separators, at least `least` characters of them by leading zeros.
fn grouped(digits: &str, least: usize, spec: &FormatSpec) -> String {
    let (separator, size) = match (spec.grouping, spec.kind) {
        _ if digits.is_empty() => return String::new(),
        (Grouping::None, _) => {
            let zeros = least.saturating_sub(digits.len());
            return std::iter::repeat_n('0', zeros)
                .chain(digits.chars())
                .collect();
        }
        (Grouping::Comma, _) => (',', 3),
        (Grouping::Underscore, Some('b' | 'o' | 'x' | 'X')) => ('_', 4),
        (Grouping::Underscore, _) => ('_', 3),
    };
    let mut reversed = Vec::new();
    let mut in_group = 0;
    let mut left = digits.bytes().rev().map(char::from);
    loop {
        let next = left.next();
        if next.is_none() && reversed.len() >= least {
            break;
        }
        if in_group == size {
            reversed.push(separator);
            in_group = 0;
        }
        reversed.push(next.unwrap_or('0'));
        in_group += 1;
    }
    reversed.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testdata::{float, int, outcome, rows};

    #[test]
    fn same_as_cpython() {
        for row in rows(include_str!("testdata/formats.txt")) {
            let [kind, value, spec, expected] = row.as_slice() else {
                panic!("{row:?}")
            };
            let found = outcome(match kind.as_str() {
                "float" => format_float(float(value), spec),
                "int" => format_int(Int::Big(&int(value)), spec, "int"),
                _ => format_str(value, spec),
            });
            assert_eq!(&found, expected, "format({value:?}, {spec:?})");
        }
    }

    #[test]
    fn complex_numbers() {
        for (re, im, spec, expected) in [
            (1.5, -2.0, "", "(1.5-2j)"),
            (1.5, -2.0, ".2f", "1.50-2.00j"),
            (0.0, 3.0, ">8", "      3j"),
            (1.0, 2.0, "*^12", "***(1+2j)***"),
            (1234.5, 1e6, ",.1f", "1,234.5+1,000,000.0j"),
            (1.0, 2.0, "+.3", "(+1+2j)"),
            (
                1.0,
                2.0,
                "05",
                "!ValueError: Zero padding is not allowed in complex format specifier",
            ),
            (
                1.0,
                2.0,
                "=5",
                "!ValueError: '=' alignment flag is not allowed in complex format specifier",
            ),
            (
                1.0,
                2.0,
                "0d",
                "!ValueError: Unknown format code 'd' for object of type 'complex'",
            ),
        ] {
            let value = crate::number::complex::complex(re, im);
            assert_eq!(
                outcome(format_complex(value, spec)),
                expected,
                "{re} {im} {spec}"
            );
        }
    }
}
