//! Ints to and from text in any base.

use num_bigint::{BigInt, BigUint};
use num_traits::ToPrimitive;
use std::cell::Cell;

use super::int::{Int, signed};
use super::literal::to_ascii;
use crate::text::repr;
use crate::text::{TextError, TextResult};

/// The most decimal digits that are converted unless a program says otherwise
/// (Python library reference, "Integer string conversion length limitation").
pub const MOST_DIGITS: usize = 4300;

/// The least limit that a program may set.
pub const LEAST_LIMIT: usize = 640;

/// The most digits that are converted even without a limit: the time grows with
/// their square. See `docs/limitations.md`.
const MOST_EVER: usize = 200_000;

thread_local! {
    static LIMIT: Cell<usize> = const { Cell::new(MOST_DIGITS) };
}

/// `sys.get_int_max_str_digits()`; 0 for no limit.
pub fn digit_limit() -> usize {
    LIMIT.get()
}

/// `sys.set_int_max_str_digits(limit)`, for the machine of this thread.
pub fn set_digit_limit(limit: usize) {
    LIMIT.set(limit);
}

/// The limit that holds now.
pub fn most_digits() -> usize {
    match LIMIT.get() {
        0 => MOST_EVER,
        limit => limit.min(MOST_EVER),
    }
}

/// What `int("…")` found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Fits a machine word.
    Small(i64),
    /// Does not.
    Big(BigInt),
}

/// `str(value)`; refuses more than [`most_digits`].
pub fn decimal(value: Int<'_>) -> TextResult<String> {
    let Int::Big(big) = value else {
        return Ok(to_base(value, 10));
    };
    let most = most_digits();
    let too_long = || {
        TextError::value(format!(
            "Exceeds the limit ({most} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // Spares the conversion of what is far too long: 10 needs 3.32 bits.
    if big.bits() > 3333 * most as u64 / 1000 {
        return Err(too_long());
    }
    let text = big.to_string();
    if text.trim_start_matches('-').len() > most {
        Err(too_long())
    } else {
        Ok(text)
    }
}

/// The digits of `value` in `base` (2 to 36, lower case) behind a `-` if negative.
pub fn to_base(value: Int<'_>, base: u32) -> String {
    let digits = magnitude_digits(value, base);
    if value.is_negative() {
        format!("-{digits}")
    } else {
        digits
    }
}

/// The digits of the distance from zero in `base` (2 to 36, lower case).
pub fn magnitude_digits(value: Int<'_>, base: u32) -> String {
    let base = base.clamp(2, 36);
    match value.to_i64() {
        Some(small) => small_digits(small.unsigned_abs(), base),
        None => value.magnitude().to_str_radix(base),
    }
}

fn small_digits(mut value: u64, base: u32) -> String {
    let mut reversed = Vec::with_capacity(20);
    loop {
        let digit = (value % u64::from(base)) as u32;
        reversed.push(char::from_digit(digit, base).unwrap_or('0'));
        value /= u64::from(base);
        if value == 0 {
            return reversed.into_iter().rev().collect();
        }
    }
}

/// `bin(value)`, `oct(value)`, `hex(value)`: base 2, 8 or 16 with its prefix.
pub fn prefixed(value: Int<'_>, base: u32) -> String {
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let sign = if value.is_negative() { "-" } else { "" };
    [sign, prefix, &magnitude_digits(value, base)].concat()
}

/// `int(text, base)`; base 0 reads the prefix.
pub fn parse(text: &str, base: i64) -> TextResult<Parsed> {
    let checked = check_base(base)?;
    let digits = to_ascii(text)
        .as_deref()
        .and_then(|ascii| split(ascii, checked));
    finish(digits, || invalid(base, &repr::repr(text)))
}

/// `int(data, base)` for a bytes-like object.
pub fn parse_bytes(data: &[u8], base: i64) -> TextResult<Parsed> {
    let checked = check_base(base)?;
    let text = std::str::from_utf8(data)
        .ok()
        .filter(|text| text.is_ascii());
    let digits = text
        .and_then(to_ascii)
        .as_deref()
        .and_then(|ascii| split(ascii, checked));
    finish(digits, || invalid(base, &repr::bytes_repr(data)))
}

fn check_base(base: i64) -> TextResult<u32> {
    match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => Ok(base),
        _ => Err(TextError::value("int() base must be >= 2 and <= 36, or 0")),
    }
}

/// CPython shows the first 200 characters of the argument's repr.
fn invalid(base: i64, shown: &str) -> TextError {
    let shown: String = shown.chars().take(200).collect();
    TextError::value(format!(
        "invalid literal for int() with base {base}: {shown}"
    ))
}

/// A literal taken apart: the digits hold nothing else.
struct Literal {
    negative: bool,
    base: u32,
    digits: String,
}

fn split(text: &str, base: u32) -> Option<Literal> {
    let negative = text.starts_with('-');
    let body = text.strip_prefix(['+', '-']).unwrap_or(text);
    let prefix = match body.get(..2) {
        Some("0x" | "0X") => 16,
        Some("0o" | "0O") => 8,
        Some("0b" | "0B") => 2,
        _ => 0,
    };
    let has_prefix = prefix != 0 && (base == 0 || base == prefix);
    let body = if has_prefix { body.get(2..)? } else { body };
    let body = if has_prefix {
        body.strip_prefix('_').unwrap_or(body)
    } else {
        body
    };
    let real_base = match base {
        0 if has_prefix => prefix,
        0 => 10,
        base => base,
    };
    let digits = digits_of(body, real_base)?;
    // Base 0 reads like source text, where 010 is not a number but 00 is.
    let leading_zero = base == 0 && !has_prefix && digits.starts_with('0');
    if leading_zero && digits.bytes().any(|digit| digit != b'0') {
        return None;
    }
    Some(Literal {
        negative,
        base: real_base,
        digits,
    })
}

/// The digits without the single underscores between them.
fn digits_of(body: &str, base: u32) -> Option<String> {
    let mut digits = String::with_capacity(body.len());
    let mut after_digit = false;
    for c in body.chars() {
        if c == '_' {
            if !after_digit {
                return None;
            }
            after_digit = false;
        } else {
            c.to_digit(base)?;
            digits.push(c);
            after_digit = true;
        }
    }
    after_digit.then_some(digits)
}

fn finish(literal: Option<Literal>, invalid: impl Fn() -> TextError) -> TextResult<Parsed> {
    let Some(Literal {
        negative,
        base,
        digits,
    }) = literal
    else {
        return Err(invalid());
    };
    // Bases that are powers of two have no limit: they convert in linear time.
    let most = most_digits();
    if !base.is_power_of_two() && digits.len() > most {
        return Err(TextError::value(format!(
            "Exceeds the limit ({most} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    if let Ok(small) = i64::from_str_radix(&digits, base) {
        return Ok(Parsed::Small(if negative { -small } else { small }));
    }
    let magnitude = BigUint::parse_bytes(digits.as_bytes(), base).ok_or_else(invalid)?;
    let big = signed(negative, magnitude);
    Ok(big.to_i64().map_or(Parsed::Big(big), Parsed::Small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading() {
        for (text, base, value) in [
            ("12", 10, 12),
            (" -1_000\n", 10, -1000),
            ("+7", 10, 7),
            ("0x_1f", 0, 31),
            ("-0B11", 0, -3),
            ("0o17", 8, 15),
            ("1f", 16, 31),
            ("0x1F", 16, 31),
            ("zz", 36, 1295),
            ("00", 0, 0),
            ("0_0", 0, 0),
            ("0b1", 16, 177),
            ("\u{663}\u{664}", 10, 34),
            ("-9223372036854775808", 10, i64::MIN),
        ] {
            assert_eq!(parse(text, base), Ok(Parsed::Small(value)), "{text}");
        }
        assert_eq!(
            parse("-9223372036854775809", 10),
            Ok(Parsed::Big(BigInt::from(i64::MIN) - 1))
        );
    }

    #[test]
    fn refusing() {
        for (text, base) in [
            ("", 10),
            ("-", 10),
            ("1__0", 10),
            ("_1", 10),
            ("1_", 10),
            ("x", 10),
            ("2", 2),
            ("010", 0),
            ("0x", 16),
            ("0x", 0),
            ("- 1", 10),
            ("0b12", 2),
            ("1.0", 10),
            ("+-1", 10),
            ("0x__1", 0),
        ] {
            let message = format!("invalid literal for int() with base {base}: '{text}'");
            assert_eq!(parse(text, base), Err(TextError::value(message)));
        }
        assert!(
            parse("1", 1).is_err_and(|e| e.message == "int() base must be >= 2 and <= 36, or 0")
        );
        assert!(
            parse_bytes(b"x\xff", 10)
                .is_err_and(|e| e.message == "invalid literal for int() with base 10: b'x\\xff'")
        );
        let long = "9".repeat(4301);
        assert!(parse(&long, 10).is_err_and(|e| e.message.contains("value has 4301 digits;")));
        assert!(parse(&long, 16).is_ok());
        assert!(parse(long.get(1..).unwrap_or(""), 10).is_ok());
    }

    #[test]
    fn writing() {
        let big = BigInt::from(1) << 100;
        assert_eq!(
            decimal(Int::Big(&big)),
            Ok("1267650600228229401496703205376".into())
        );
        assert_eq!(
            decimal(Int::Small(i64::MIN)),
            Ok("-9223372036854775808".into())
        );
        assert_eq!(prefixed(Int::Small(-255), 16), "-0xff");
        assert_eq!(prefixed(Int::Small(0), 2), "0b0");
        assert_eq!(
            prefixed(Int::Big(&big), 8),
            format!("0o2{}", "0".repeat(33))
        );
        let limit = BigInt::from(10).pow(4300u32);
        assert!(decimal(Int::Big(&limit)).is_err());
        assert!(decimal(Int::Big(&(&limit - 1))).is_ok());
        assert!(decimal(Int::Big(&(limit.pow(3u32)))).is_err());
    }
}
