//! Floats to and from decimal text.

use super::digits::{Layout, Notation, push_float};
use super::literal::{to_ascii, without_underscores};
use crate::text::repr;
use crate::text::{TextError, TextResult};

/// Appends `repr(value)`.
pub fn push_repr(out: &mut String, value: f64) {
    let layout = Layout {
        add_dot_zero: true,
        ..Layout::default()
    };
    push_float(out, value, Notation::Shortest, layout);
}

/// `repr(value)`: the shortest text that reads back as the same float.
pub fn repr(value: f64) -> String {
    let mut out = String::new();
    push_repr(&mut out, value);
    out
}

/// `float(text)`.
pub fn parse(text: &str) -> TextResult<f64> {
    parse_or_none(text).ok_or_else(|| {
        TextError::value(format!(
            "could not convert string to float: {}",
            repr::repr(text)
        ))
    })
}

/// `float(data)` for a bytes-like object.
pub fn parse_bytes(data: &[u8]) -> TextResult<f64> {
    std::str::from_utf8(data)
        .ok()
        .filter(|text| text.is_ascii())
        .and_then(parse_or_none)
        .ok_or_else(|| {
            TextError::value(format!(
                "could not convert string to float: {}",
                repr::bytes_repr(data)
            ))
        })
}

fn parse_or_none(text: &str) -> Option<f64> {
    let text = without_underscores(&to_ascii(text)?)?;
    let length = scan(&text)?;
    if length == text.len() {
        value_of(&text)
    } else {
        None
    }
}

/// The length of the longest float literal at the start of `text`, which holds no
/// white space or underscores: a number with optional sign, `inf`, `infinity` or `nan`.
pub(crate) fn scan(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let rest = bytes.get(at..)?;
    for word in ["infinity", "inf", "nan"] {
        if rest
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
        {
            return Some(at + word.len());
        }
    }
    let digits = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let whole = digits(at);
    at += whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    Some(at)
}

/// The value of a literal that [`scan`] accepts, correctly rounded.
pub(crate) fn value_of(literal: &str) -> Option<f64> {
    literal.parse::<f64>().ok()
}

/// `round(value, places)`, rounded from the exact value, ties to even.
pub fn round(value: f64, places: i64) -> TextResult<f64> {
    if !value.is_finite() || value == 0.0 || places > 323 {
        return Ok(value);
    }
    if places < -308 {
        return Ok(0.0 * value);
    }
    let size = value.abs();
    let rounded = if places >= 0 {
        value_of(&format!("{size:.*}", places as usize))
    } else {
        round_to_power(size, places.unsigned_abs() as i64)
    };
    match rounded {
        Some(rounded) if rounded.is_finite() => Ok(rounded.copysign(value)),
        _ => Err(TextError::overflow("rounded value too large to represent")),
    }
}

/// `size` to the nearest multiple of `10^power`.
fn round_to_power(size: f64, power: i64) -> Option<f64> {
    let scientific = format!("{size:e}");
    let (_, exponent) = scientific.split_once('e')?;
    let kept = exponent.parse::<i64>().ok()? + 1 - power;
    if kept > 0 {
        return value_of(&format!("{size:.*e}", kept as usize - 1));
    }
    // Less than one unit: only the comparison with a half is left. The half is
    // exact as a float here, or no float lies between it and its neighbours.
    let half = value_of(&format!("5e{}", power - 1))?;
    if kept == 0 && size > half {
        value_of(&format!("1e{power}"))
    } else {
        Some(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reprs() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e16, "1e+16"),
            (1234567890123456.0, "1234567890123456.0"),
            (12345678901234567.0, "1.2345678901234568e+16"),
            (1453624553753565.2, "1453624553753565.2"),
            (-1185024307301010.2, "-1185024307301010.2"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (1.5e-7, "1.5e-07"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (-f64::NAN, "nan"),
        ] {
            assert_eq!(repr(value), text);
        }
    }

    #[test]
    fn parsing() {
        for (text, value) in [
            ("1", 1.0),
            (" 1.5\n", 1.5),
            ("1_000.5e-1_0", 1.0005e-7),
            (".5", 0.5),
            ("5.", 5.0),
            ("-Infinity", f64::NEG_INFINITY),
            ("+inf", f64::INFINITY),
            ("\u{663}\u{a0}", 3.0),
            ("1e400", f64::INFINITY),
        ] {
            assert_eq!(parse(text), Ok(value), "{text}");
        }
        assert!(parse("-nan").is_ok_and(f64::is_nan));
        for text in [
            "", " ", ".", "1__0", "_1", "1_", "1e", "e5", "0x1", "1 2", "infin", "1._5", "١x",
        ] {
            let message = format!("could not convert string to float: {}", repr::repr(text));
            assert_eq!(parse(text), Err(TextError::value(message)));
        }
        assert_eq!(parse_bytes(b"12"), Ok(12.0));
        assert_eq!(
            parse_bytes(b"x").map_err(|e| e.message),
            Err("could not convert string to float: b'x'".into())
        );
    }

    #[test]
    fn rounding() {
        for (value, places, rounded) in [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (1.5, 0, 2.0),
            (-2.5, 0, -2.0),
            (1234.5, -2, 1200.0),
            (50.0, -2, 0.0),
            (50.00001, -2, 100.0),
            (150.0, -2, 200.0),
            (250.0, -2, 200.0),
            (4.9, -1, 0.0),
            (1e308, -308, 1e308),
            (0.15, 1, 0.1),
            (1e-320, 320, 1e-320),
        ] {
            assert_eq!(round(value, places), Ok(rounded), "{value} {places}");
        }
        assert!(round(1.7e308, -308).is_err());
    }
}
