//! The decimal digits of a float, and how they are laid out as text.

/// How many digits a float's text asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// The shortest text that reads back as the same float (`repr`).
    Shortest,
    /// One digit, a point, this many digits and an exponent (`e`).
    Exponent(usize),
    /// This many digits after the point (`f`).
    Fixed(usize),
    /// This many significant digits, with an exponent where that is shorter (`g`).
    General(usize),
}

/// Choices in the text of a float that are independent of its notation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// A whole number without exponent ends in `.0`.
    pub add_dot_zero: bool,
    /// `#`: the point stays, and so do trailing zeros with [`Notation::General`].
    pub alternate: bool,
    /// `z`: a number that rounds to zero loses its minus sign.
    pub no_negative_zero: bool,
}

/// Decimal digits and the place of the point: `0.DDDD × 10^point`.
/// Trailing zeros are not kept; no digit at all means that the number rounds to zero.
struct Digits {
    digits: Vec<u8>,
    point: i64,
}

/// No f64 has more significant decimal digits, or more behind the point.
const MOST_DIGITS: usize = 1100;

impl Digits {
    fn from_scientific(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        let point = exponent.parse::<i64>().unwrap_or(0) + 1;
        Digits { digits, point }.trimmed()
    }

    fn from_fixed(text: &str) -> Digits {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut point = whole.len() as i64;
        let all = whole.bytes().chain(fraction.bytes());
        let digits: Vec<u8> = all.skip_while(|&d| d == b'0').collect();
        point -= (whole.len() + fraction.len() - digits.len()) as i64;
        if digits.is_empty() {
            point = -(fraction.len() as i64);
        }
        Digits { digits, point }.trimmed()
    }

    fn trimmed(mut self) -> Digits {
        let keep = self
            .digits
            .iter()
            .rposition(|&d| d != b'0')
            .map_or(0, |last| last + 1);
        self.digits.truncate(keep);
        self
    }

    fn at(&self, place: i64) -> char {
        let digit = usize::try_from(place)
            .ok()
            .and_then(|place| self.digits.get(place));
        char::from(digit.copied().unwrap_or(b'0'))
    }
}

/// Appends the text of a finite or non-finite float, sign included only when negative.
pub fn push_float(out: &mut String, value: f64, notation: Notation, layout: Layout) {
    if value.is_nan() {
        out.push_str("nan");
        return;
    }
    if value.is_infinite() {
        out.push_str(if value < 0.0 { "-inf" } else { "inf" });
        return;
    }
    let size = value.abs();
    let digits = match notation {
        Notation::Shortest => shortest(size),
        Notation::Exponent(after) => scientific(size, after.saturating_add(1)),
        Notation::General(significant) => scientific(size, significant.max(1)),
        Notation::Fixed(after) => {
            let mut digits = Digits::from_fixed(&format!("{size:.*}", after.min(MOST_DIGITS)));
            if digits.digits.is_empty() {
                digits.point = -(after as i64);
            }
            digits
        }
    };
    let is_zero = digits.digits.is_empty();
    if value.is_sign_negative() && !(is_zero && layout.no_negative_zero) {
        out.push('-');
    }
    // A zero has the point behind its one digit, unless places behind the point say else.
    let point = if is_zero && !matches!(notation, Notation::Fixed(_)) {
        1
    } else {
        digits.point
    };
    lay_out(out, &digits, point, notation, layout);
}

/// The shortest digits that read back as `size`; of several, the nearest; of two
/// equally near, the even one.
fn shortest(size: f64) -> Digits {
    let text = format!("{size:e}");
    let found = Digits::from_scientific(&text);
    // The formatter does not care which of two equally near ones it gives. Fewer
    // digits than 16 lie too far apart for both to read back as this float.
    if found.digits.len() >= 16 {
        let even = format!("{size:.*e}", found.digits.len() - 1);
        if even != text && even.parse() == Ok(size) {
            return Digits::from_scientific(&even);
        }
    }
    found
}

fn scientific(size: f64, significant: usize) -> Digits {
    Digits::from_scientific(&format!("{size:.*e}", significant.min(MOST_DIGITS) - 1))
}

fn lay_out(out: &mut String, digits: &Digits, point: i64, notation: Notation, layout: Layout) {
    let mut end = digits.digits.len() as i64;
    let mut exponent = None;
    match notation {
        Notation::Shortest => {
            if point <= -4 || point > 16 {
                exponent = Some(point - 1);
            }
        }
        Notation::Exponent(after) => {
            exponent = Some(point - 1);
            end = after as i64 + 1;
        }
        Notation::Fixed(after) => end = point + after as i64,
        Notation::General(significant) => {
            let significant = significant.max(1) as i64;
            // ".0" needs a place of its own.
            if point <= -4 || point > significant - i64::from(layout.add_dot_zero) {
                exponent = Some(point - 1);
            }
            if layout.alternate {
                end = significant;
            }
        }
    }
    let point = if exponent.is_some() { 1 } else { point };
    let start = if point <= 0 { point - 1 } else { 0 };
    end = if exponent.is_none() && layout.add_dot_zero {
        end.max(point + 1)
    } else {
        end.max(point)
    };
    for place in start..point {
        out.push(digits.at(place));
    }
    if end > point || layout.alternate {
        out.push('.');
    }
    for place in point..end {
        out.push(digits.at(place));
    }
    if let Some(exponent) = exponent {
        out.push('e');
        out.push(if exponent < 0 { '-' } else { '+' });
        if exponent.abs() < 10 {
            out.push('0');
        }
        out.push_str(&exponent.abs().to_string());
    }
}
