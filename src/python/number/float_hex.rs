//! `float.hex` and `float.fromhex`.

use crate::text::unicode::is_space;
use crate::text::{TextError, TextResult};

/// `value.hex()`
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return super::float_text::repr(value);
    }
    let bits = value.abs().to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let biased = (bits >> 52) as i64;
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if bits == 0 {
        return format!("{sign}0x0.0p+0");
    }
    let (lead, exponent) = if biased == 0 {
        (0, -1022)
    } else {
        (1, biased - 1023)
    };
    format!("{sign}0x{lead}.{mantissa:013x}p{exponent:+}")
}

/// `float.fromhex(text)`
pub fn from_hex(text: &str) -> TextResult<f64> {
    let invalid = || TextError::value("invalid hexadecimal floating-point string");
    let text = text.trim_matches(|c: char| c.is_ascii() && is_space(c));
    let (negative, body) = match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..)),
        Some(b'+') => (false, text.get(1..)),
        _ => (false, Some(text)),
    };
    let body = body.ok_or_else(invalid)?.to_ascii_lowercase();
    let size = match body.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        body => finite(body).ok_or_else(invalid)?.ok_or_else(too_large)?,
    };
    Ok(if negative { -size } else { size })
}

fn too_large() -> TextError {
    TextError::overflow("hexadecimal value too large to represent as a float")
}

/// `None`: not a number; `Some(None)`: too large for a float.
fn finite(body: &str) -> Option<Option<f64>> {
    let body = body.strip_prefix("0x").unwrap_or(body);
    let (mantissa, exponent) = match body.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    // The first 30 significant nibbles hold every bit that matters; the rest can
    // only say whether the value is above a tie.
    let (mut bits, mut taken, mut dropped, mut above) = (0u128, 0, 0i64, false);
    for c in whole.chars().chain(fraction.chars()) {
        let nibble = c.to_digit(16)?;
        if taken < 30 {
            bits = bits << 4 | u128::from(nibble);
            taken += i64::from(bits != 0);
        } else {
            dropped += 1;
            above |= nibble != 0;
        }
    }
    let scale = exponent.saturating_add(4 * (dropped - fraction.len() as i64));
    Some(scaled(bits, above, scale))
}

fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = digits
        .parse::<i64>()
        .unwrap_or(i64::MAX / 8)
        .min(i64::MAX / 8);
    Some(if text.starts_with('-') { -size } else { size })
}

/// `bits × 2^scale`, rounded half to even; `None` on overflow.
fn scaled(bits: u128, above: bool, scale: i64) -> Option<f64> {
    if bits == 0 {
        return Some(0.0);
    }
    let length = 128 - i64::from(bits.leading_zeros());
    // The exponent of the lowest bit that the float can hold.
    let lowest = scale.saturating_add(length - 53).max(-1074);
    let shift = lowest.saturating_sub(scale);
    let mut kept = match shift {
        ..=0 => bits << shift.unsigned_abs().min(127),
        1..=127 => bits >> shift,
        _ => 0,
    };
    if shift > 0 {
        let half = if shift <= 128 {
            1u128 << (shift - 1)
        } else {
            0
        };
        let rest = if shift <= 127 {
            bits & ((1u128 << shift) - 1)
        } else {
            bits
        };
        let up = half != 0 && (rest > half || rest == half && (above || kept & 1 == 1));
        kept += u128::from(up);
    }
    if lowest > 971 || (lowest == 971 && kept >> 53 != 0) {
        return None;
    }
    // `kept` has at most 54 bits, so both factors and the product are exact.
    let value = kept as f64;
    let half = lowest / 2;
    Some(value * 2f64.powi(half as i32) * 2f64.powi((lowest - half) as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip() {
        for (value, text) in [
            (1.0, "0x1.0000000000000p+0"),
            (-0.0, "-0x0.0p+0"),
            (1.1, "0x1.199999999999ap+0"),
            (5e-324, "0x0.0000000000001p-1022"),
            (f64::MAX, "0x1.fffffffffffffp+1023"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(hex(value), text);
            assert_eq!(from_hex(text), Ok(value));
        }
    }

    #[test]
    fn reading() {
        for (text, value) in [
            (" 0x.8p1 ", 1.0),
            ("A", 10.0),
            ("-1.8", -1.5),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x1.00000000000008p0", 1.0),
            (
                "0x1.000000000000080000000000000000000000001p0",
                1.0000000000000002,
            ),
            ("0x1p-99999999999999999999", 0.0),
            ("0x0p99999999999999999999", 0.0),
        ] {
            assert_eq!(from_hex(text), Ok(value), "{text}");
        }
        for text in ["", "0x", ".", "0x1p", "1g", "0x1p1.0", "1_0"] {
            assert!(
                from_hex(text).is_err_and(|e| e.message.starts_with("invalid")),
                "{text}"
            );
        }
        for text in ["0x1p1024", "0x1.fffffffffffff8p1023"] {
            assert!(
                from_hex(text).is_err_and(|e| e.message.starts_with("hexadecimal")),
                "{text}"
            );
        }
    }
}
