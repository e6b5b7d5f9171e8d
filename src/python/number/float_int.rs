//! Between ints and floats: exact or correctly rounded.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::int::{Int, signed};
use crate::text::{TextError, TextResult};

/// `float(value)`, rounded half to even.
pub fn to_float(value: Int<'_>) -> TextResult<f64> {
    match value {
        Int::Small(value) => Ok(value as f64),
        Int::Big(value) => scaled(value.magnitude(), false, 0)
            .map(|size| if value.is_negative() { -size } else { size })
            .ok_or_else(|| TextError::overflow("int too large to convert to float")),
    }
}

/// `int(value)`: towards zero.
pub fn to_int(value: f64) -> TextResult<BigInt> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert float NaN to integer"));
    }
    BigInt::from_f64(value.trunc())
        .ok_or_else(|| TextError::overflow("cannot convert float infinity to integer"))
}

/// `left / right` of two ints: the float nearest to the exact quotient.
pub fn true_divide(left: Int<'_>, right: Int<'_>) -> TextResult<f64> {
    const EXACT: u64 = 1 << 53;
    if let (Int::Small(a), Int::Small(b)) = (left, right)
        && b != 0
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(a as f64 / b as f64);
    }
    let negative = left.is_negative() != right.is_negative();
    let (a, b) = (left.magnitude(), right.magnitude());
    if b.is_zero() {
        return Err(TextError::zero_division("division by zero"));
    }
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // A quotient of at least 66 bits, so that what is cut off is only "something".
    let shift = a.bits() as i64 - b.bits() as i64 - 66;
    let (quotient, rest) = if shift >= 0 {
        let b = b << shift as u64;
        (&a / &b, &a % &b)
    } else {
        let a = a << shift.unsigned_abs();
        (&a / &b, &a % &b)
    };
    scaled(&quotient, !rest.is_zero(), shift)
        .map(|size| if negative { -size } else { size })
        .ok_or_else(|| TextError::overflow("integer division result too large for a float"))
}

/// `magnitude × 2^exponent`, a little more if `above`, rounded half to even.
/// `None`: too large for a float.
fn scaled(magnitude: &BigUint, above: bool, exponent: i64) -> Option<f64> {
    if magnitude.is_zero() {
        return Some(0.0);
    }
    let bits = magnitude.bits() as i64;
    // The exponent of the lowest bit that the float can hold.
    let lowest = exponent.saturating_add(bits - 53).max(-1074);
    let cut = lowest - exponent;
    let mut kept = if cut > 0 {
        (magnitude >> cut as u64).to_u64()?
    } else {
        magnitude.to_u64()? << cut.unsigned_abs()
    };
    if cut > 0 {
        let half = magnitude.bit(cut as u64 - 1);
        let more = above
            || magnitude
                .trailing_zeros()
                .is_some_and(|zeros| (zeros as i64) < cut - 1);
        kept += u64::from(half && (more || kept & 1 == 1));
    }
    if lowest > 971 || (lowest == 971 && kept >> 53 != 0) {
        return None;
    }
    let half = (lowest / 2) as i32;
    Some(kept as f64 * 2f64.powi(half) * 2f64.powi(lowest as i32 - half))
}

/// Compares an int with a float by their exact values; `None` for NaN.
pub fn compare(left: Int<'_>, right: f64) -> Option<Ordering> {
    if right.is_nan() {
        return None;
    }
    if right.is_infinite() {
        return Some(if right > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    }
    if let Int::Small(small) = left
        && small.unsigned_abs() <= 1 << 53
    {
        return (small as f64).partial_cmp(&right);
    }
    let whole = BigInt::from_f64(right.floor())?;
    let fraction = right.fract() != 0.0;
    Some(match left.to_big().cmp(&whole) {
        Ordering::Equal if fraction => Ordering::Less,
        order => order,
    })
}

/// `value.as_integer_ratio()`: numerator and positive denominator in lowest terms.
pub fn integer_ratio(value: f64) -> TextResult<(BigInt, BigInt)> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(TextError::overflow(
            "cannot convert Infinity to integer ratio",
        ));
    }
    let bits = value.abs().to_bits();
    let biased = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, biased - 1075)
    };
    if mantissa == 0 {
        return Ok((BigInt::zero(), BigInt::from(1)));
    }
    let zeros = mantissa.trailing_zeros();
    let (mantissa, exponent) = (mantissa >> zeros, exponent + i64::from(zeros));
    let numerator: BigInt = signed(value < 0.0, BigUint::from(mantissa));
    let one: BigInt = BigInt::from(1);
    Ok(if exponent >= 0 {
        (numerator << exponent.unsigned_abs(), one)
    } else {
        (numerator, one << exponent.unsigned_abs())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_to_float() {
        let two_53 = BigInt::from(1i64 << 53);
        let cases = [
            (&two_53 + 1, 9007199254740992.0),
            (&two_53 + 3, 9007199254740996.0),
            ((&two_53 + 1) * 2 + 1, 18014398509481988.0),
            (-BigInt::from(2).pow(1000u32), -(2f64.powi(1000))),
            (
                (BigInt::from(1) << 1024) - (BigInt::from(1) << 970) - 1,
                f64::MAX,
            ),
        ];
        for (value, float) in cases {
            assert_eq!(to_float(Int::Big(&value)), Ok(float), "{value}");
        }
        let too_large = (BigInt::from(1) << 1024) - (BigInt::from(1) << 970);
        assert!(to_float(Int::Big(&too_large)).is_err());
    }

    #[test]
    fn division() {
        let big = BigInt::from(10).pow(400u32);
        let bigger = &big * 3;
        assert_eq!(
            true_divide(Int::Big(&big), Int::Big(&bigger)),
            Ok(1.0 / 3.0)
        );
        assert_eq!(
            true_divide(Int::Small(i64::MAX), Int::Small(3)),
            Ok(3.0744573456182584e18)
        );
        assert_eq!(true_divide(Int::Small(1), Int::Big(&big)), Ok(0.0));
        assert!(true_divide(Int::Big(&big), Int::Small(3)).is_err());
        assert!(
            true_divide(Int::Small(1), Int::Small(0))
                .is_err_and(|e| e.message == "division by zero")
        );
    }

    #[test]
    fn exact_comparison() {
        use Ordering::{Equal, Greater, Less};
        for (left, right, order) in [
            (1, 1.5, Some(Less)),
            (-1, -1.5, Some(Greater)),
            ((1 << 53) + 1, 9007199254740992.0, Some(Greater)),
            (i64::MAX, 9223372036854775808.0, Some(Less)),
            (i64::MIN, -9223372036854775808.0, Some(Equal)),
            (0, f64::NAN, None),
            (0, f64::NEG_INFINITY, Some(Greater)),
        ] {
            assert_eq!(compare(Int::Small(left), right), order);
        }
    }

    #[test]
    fn ratios() {
        for (value, numerator, denominator) in [
            (0.75, 3i64, 4i64),
            (-2.5, -5, 2),
            (0.0, 0, 1),
            (1e15, 1_000_000_000_000_000, 1),
        ] {
            assert_eq!(
                integer_ratio(value),
                Ok((numerator.into(), denominator.into()))
            );
        }
        assert!(integer_ratio(f64::NAN).is_err());
        assert!(to_int(f64::INFINITY).is_err());
        assert_eq!(to_int(-2.9), Ok((-2).into()));
    }
}
