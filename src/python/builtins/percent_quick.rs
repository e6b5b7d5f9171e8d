//! The `%` formatting that programs do most: `%s`, `%d` and `%f`, perhaps with a
//! width, of strings and numbers. All else is for `percent_format`.

use crate::number::digits::{Layout, Notation, push_float};
use crate::object::{Str, Value};
use std::iter::repeat_n;

/// Texts of more bytes are charged for as they grow, which is not done here.
const LONG: usize = 1 << 10;

/// `template % values`; `None` where that is not done here, errors included.
pub(super) fn expand(template: &Str, values: &[Value]) -> Option<Str> {
    if template.as_str().len() > LONG {
        return None;
    }
    let mut values = values.iter();
    let mut out = String::with_capacity(template.as_str().len() + 16);
    let mut rest = template.as_str();
    while let Some((literal, directive)) = rest.split_once('%') {
        out.push_str(literal);
        rest = match directive.strip_prefix('%') {
            Some(rest) => {
                out.push('%');
                rest
            }
            None => expand_one(&mut out, directive, &mut values)?,
        };
    }
    out.push_str(rest);
    values.next().is_none().then(|| Str::from_string(out))
}

/// Formats the next value as the text says that stands behind a `%`; what
/// stands behind the directive is left.
fn expand_one<'a>(
    out: &mut String,
    directive: &'a str,
    values: &mut std::slice::Iter<'_, Value>,
) -> Option<&'a str> {
    let (is_left, rest) = flag(directive, '-');
    let (is_zero, rest) = flag(rest, '0');
    let (width, rest) = amount(rest)?;
    let (precision, rest) = match rest.strip_prefix('.') {
        Some(rest) => amount(rest).map(|(precision, rest)| (Some(precision), rest))?,
        None => (None, rest),
    };
    let mut field = |text: &str, length: usize, zeros: bool| {
        let missing = width.saturating_sub(length);
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) if zeros => ("-", digits),
            _ => ("", text),
        };
        if !is_left {
            out.push_str(sign);
            out.extend(repeat_n(if zeros { '0' } else { ' ' }, missing));
            out.push_str(digits);
        } else {
            out.push_str(text);
            out.extend(repeat_n(' ', missing));
        }
    };
    let mut chars = rest.chars();
    match (chars.next()?, values.next()?) {
        ('s', Value::Str(text)) if precision.is_none() && text.as_str().len() <= LONG => {
            field(text.as_str(), text.len(), false);
        }
        (conversion @ ('s' | 'd'), Value::Int(int)) if precision.is_none() => {
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(*int);
            field(
                digits,
                digits.len(),
                is_zero && !is_left && conversion == 'd',
            );
        }
        ('f', Value::Float(float)) if float.is_finite() => {
            let mut digits = String::new();
            let notation = Notation::Fixed(precision.unwrap_or(6));
            push_float(&mut digits, *float, notation, Layout::default());
            field(&digits, digits.len(), is_zero && !is_left);
        }
        _ => return None,
    }
    Some(chars.as_str())
}

fn flag(text: &str, flag: char) -> (bool, &str) {
    match text.strip_prefix(flag) {
        Some(rest) => (true, rest),
        None => (false, text),
    }
}

/// A number of at most three digits; zero if there is none.
fn amount(text: &str) -> Option<(usize, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(end)?;
    match end {
        0 => Some((0, rest)),
        1..=3 => Some((digits.parse().ok()?, rest)),
        _ => None,
    }
}
