//! Complex numbers to and from text.

use super::complex::{Complex, complex};
use super::digits::{Layout, Notation, push_float};
use super::float_text::{scan, value_of};
use super::literal::{to_ascii, without_underscores};
use crate::text::repr;
use crate::text::{TextError, TextResult};

/// Appends a sign and the imaginary part's text, then `j`.
fn push_imaginary(out: &mut String, value: f64, sign: bool) {
    if sign && (value.is_nan() || value.is_sign_positive()) {
        out.push('+');
    }
    push_float(out, value, Notation::Shortest, Layout::default());
    out.push('j');
}

/// `repr(value)`
pub fn repr(value: Complex) -> String {
    let mut out = String::new();
    if value.re == 0.0 && value.re.is_sign_positive() {
        push_imaginary(&mut out, value.im, false);
    } else {
        out.push('(');
        push_float(&mut out, value.re, Notation::Shortest, Layout::default());
        push_imaginary(&mut out, value.im, true);
        out.push(')');
    }
    out
}

/// `complex(text)`
pub fn parse(text: &str) -> TextResult<Complex> {
    let malformed = || TextError::value("complex() arg is a malformed string");
    let ascii = to_ascii(text).ok_or_else(malformed)?;
    let plain = without_underscores(&ascii).ok_or_else(|| {
        TextError::value(format!(
            "could not convert string to complex: {}",
            repr::repr(text)
        ))
    })?;
    parse_or_none(&plain).ok_or_else(malformed)
}

fn parse_or_none(text: &str) -> Option<Complex> {
    let body = match text.strip_prefix('(') {
        Some(inner) => inner
            .strip_suffix(')')?
            .trim_matches(|c: char| c.is_ascii_whitespace() || c == '\x0b'),
        None => text,
    };
    // One float; then a `j`, or a signed second part with a `j`.
    let first = scan(body);
    let (head, rest) = body.split_at_checked(first.unwrap_or(0))?;
    match (first, rest) {
        (Some(_), "") => Some(complex(value_of(head)?, 0.0)),
        (Some(_), "j" | "J") => Some(complex(0.0, value_of(head)?)),
        (Some(_), rest) if rest.starts_with(['+', '-']) => {
            Some(complex(value_of(head)?, imaginary(rest)?))
        }
        (Some(_), _) => None,
        (None, rest) => Some(complex(0.0, imaginary(rest)?)),
    }
}

/// The value of a text that ends in `j`; a missing number is 1.
fn imaginary(text: &str) -> Option<f64> {
    match text.strip_suffix(['j', 'J'])? {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        number if scan(number) == Some(number.len()) => value_of(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reprs() {
        for (re, im, text) in [
            (0.0, 1.0, "1j"),
            (0.0, -0.0, "-0j"),
            (-0.0, 1.5, "(-0+1.5j)"),
            (1.0, -2.0, "(1-2j)"),
            (f64::NAN, -f64::NAN, "(nan+nanj)"),
            (f64::INFINITY, f64::NEG_INFINITY, "(inf-infj)"),
            (1e20, 1e-7, "(1e+20+1e-07j)"),
        ] {
            assert_eq!(repr(complex(re, im)), text);
        }
    }

    #[test]
    fn parsing() {
        for (text, re, im) in [
            ("1", 1.0, 0.0),
            (" ( 1+2j ) ", 1.0, 2.0),
            ("j", 0.0, 1.0),
            ("-J", 0.0, -1.0),
            ("1e5-j", 1e5, -1.0),
            ("1_0.5j", 0.0, 10.5),
            ("inf-infj", f64::INFINITY, f64::NEG_INFINITY),
        ] {
            assert_eq!(parse(text), Ok(complex(re, im)), "{text}");
        }
        for text in [
            "", "()", "1+2", "1 + 2j", "1j+2", "1+2jj", "(1+2j", "1+-2j", "x",
        ] {
            assert!(
                parse(text).is_err_and(|e| e.message == "complex() arg is a malformed string"),
                "{text}"
            );
        }
        let misplaced = parse("1_j").map_err(|e| e.message);
        assert_eq!(
            misplaced,
            Err("could not convert string to complex: '1_j'".to_string())
        );
    }
}
