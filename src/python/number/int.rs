//! Integer arithmetic with Python's signs, limits and errors.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::text::{TextError, TextResult};

/// A Python int as the interpreter holds it: small or big. Every function here takes
/// either form; a small value in the big form is fine.
#[derive(Clone, Copy, Debug)]
pub enum Int<'a> {
    /// Fits a machine word.
    Small(i64),
    /// Of any size.
    Big(&'a BigInt),
}

impl Int<'_> {
    /// The value as a `BigInt`.
    pub fn to_big(self) -> BigInt {
        match self {
            Int::Small(value) => BigInt::from(value),
            Int::Big(value) => value.clone(),
        }
    }

    /// The value if it fits 64 bits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Int::Small(value) => Some(value),
            Int::Big(value) => value.to_i64(),
        }
    }

    /// Whether the value is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            Int::Small(value) => value < 0,
            Int::Big(value) => value.is_negative(),
        }
    }

    /// The distance from zero.
    pub fn magnitude(self) -> BigUint {
        match self {
            Int::Small(value) => BigUint::from(value.unsigned_abs()),
            Int::Big(value) => value.magnitude().clone(),
        }
    }
}

/// No result may have more bits: one multiplication would take seconds, in which
/// the machine cannot be asked to stop.
pub const MOST_BITS: u64 = 1 << 25;

fn zero_division(message: &str) -> TextError {
    TextError::zero_division(message)
}

/// `left // right`; `None` when the result needs more than 64 bits.
pub fn floor_divide_small(left: i64, right: i64) -> TextResult<Option<i64>> {
    if right == 0 {
        return Err(zero_division("integer division or modulo by zero"));
    }
    let Some(quotient) = left.checked_div(right) else {
        return Ok(None);
    };
    let rest = left.wrapping_rem(right);
    Ok(Some(if rest != 0 && (rest < 0) != (right < 0) {
        quotient - 1
    } else {
        quotient
    }))
}

/// `left % right`
pub fn modulo_small(left: i64, right: i64) -> TextResult<i64> {
    if right == 0 {
        return Err(zero_division("integer modulo by zero"));
    }
    let rest = left.wrapping_rem(right);
    Ok(if rest != 0 && (rest < 0) != (right < 0) {
        rest + right
    } else {
        rest
    })
}

/// `left // right`
pub fn floor_divide(left: &BigInt, right: &BigInt) -> TextResult<BigInt> {
    if right.is_zero() {
        return Err(zero_division("integer division or modulo by zero"));
    }
    Ok(left.div_floor(right))
}

/// `left % right`
pub fn modulo(left: &BigInt, right: &BigInt) -> TextResult<BigInt> {
    if right.is_zero() {
        return Err(zero_division("integer modulo by zero"));
    }
    Ok(left.mod_floor(right))
}

/// `divmod(left, right)`
pub fn divmod(left: &BigInt, right: &BigInt) -> TextResult<(BigInt, BigInt)> {
    if right.is_zero() {
        return Err(zero_division("integer division or modulo by zero"));
    }
    Ok(left.div_mod_floor(right))
}

/// `base ** exponent` for small numbers and an exponent that is not negative;
/// `None` when the result needs more than 64 bits.
pub fn power_small(base: i64, exponent: i64) -> Option<i64> {
    match (base, exponent) {
        (1, _) | (_, 0) => Some(1),
        (0, _) => Some(0),
        (-1, _) => Some(if exponent & 1 == 0 { 1 } else { -1 }),
        _ => base.checked_pow(u32::try_from(exponent).ok()?),
    }
}

/// `base ** exponent` for an exponent that is not negative. (A negative one makes
/// floats of both: [`super::float::power`].) More than [`MOST_BITS`] is a `MemoryError`.
pub fn power(base: &BigInt, exponent: &BigInt) -> TextResult<BigInt> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(if exponent.is_even() {
            BigInt::one()
        } else {
            -BigInt::one()
        });
    }
    let exponent = exponent.to_u32().ok_or_else(TextError::memory)?;
    if base.bits().saturating_mul(u64::from(exponent)) > MOST_BITS {
        return Err(TextError::memory());
    }
    Ok(base.pow(exponent))
}

/// `pow(base, exponent, modulus)`, negative exponents included.
pub fn power_modulo(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> TextResult<BigInt> {
    if modulus.is_zero() {
        return Err(TextError::value("pow() 3rd argument cannot be 0"));
    }
    if !exponent.is_negative() {
        return Ok(base.modpow(exponent, modulus));
    }
    let size = modulus.abs();
    let inverse = base.mod_floor(&size).modinv(&size);
    let inverse =
        inverse.ok_or_else(|| TextError::value("base is not invertible for the given modulus"))?;
    Ok(inverse.modpow(&-exponent, modulus))
}

/// `value << count`
pub fn shift_left(value: &BigInt, count: &BigInt) -> TextResult<BigInt> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    if value.is_zero() {
        return Ok(BigInt::zero());
    }
    let count = count
        .to_u64()
        .ok_or_else(|| TextError::overflow("too many digits in integer"))?;
    if value.bits().saturating_add(count) > MOST_BITS {
        return Err(TextError::memory());
    }
    Ok(value << count)
}

/// `value << count`; `None` when the result needs more than 64 bits.
pub fn shift_left_small(value: i64, count: i64) -> TextResult<Option<i64>> {
    if count < 0 {
        return Err(TextError::value("negative shift count"));
    }
    if value == 0 {
        return Ok(Some(0));
    }
    if count >= 63 {
        return Ok(None);
    }
    let shifted = value << count;
    Ok((shifted >> count == value).then_some(shifted))
}

/// `value >> count`, rounding down.
pub fn shift_right(value: &BigInt, count: &BigInt) -> TextResult<BigInt> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    Ok(match count.to_u64() {
        Some(count) if count < value.bits() => value >> count,
        _ if value.is_negative() => -BigInt::one(),
        _ => BigInt::zero(),
    })
}

/// `value >> count`, rounding down.
pub fn shift_right_small(value: i64, count: i64) -> TextResult<i64> {
    if count < 0 {
        return Err(TextError::value("negative shift count"));
    }
    Ok(value >> count.min(63))
}

/// `value.bit_length()`
pub fn bit_length(value: Int<'_>) -> u64 {
    match value {
        Int::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
        Int::Big(value) => value.bits(),
    }
}

/// `value.bit_count()`: the ones in the magnitude.
pub fn bit_count(value: Int<'_>) -> u64 {
    match value {
        Int::Small(value) => u64::from(value.unsigned_abs().count_ones()),
        Int::Big(value) => value.magnitude().count_ones(),
    }
}

/// `math.isqrt(value)`
pub fn isqrt(value: &BigInt) -> TextResult<BigInt> {
    if value.is_negative() {
        return Err(TextError::value("isqrt() argument must be nonnegative"));
    }
    Ok(value.sqrt())
}

/// `math.gcd(left, right)`
pub fn gcd(left: &BigInt, right: &BigInt) -> BigInt {
    left.gcd(right)
}

/// `math.lcm(left, right)`
pub fn lcm(left: &BigInt, right: &BigInt) -> BigInt {
    left.lcm(right).abs()
}

/// `round(value, places)`: only negative places change an int; ties go to even.
pub fn round(value: &BigInt, places: &BigInt) -> TextResult<BigInt> {
    if !places.is_negative() {
        return Ok(value.clone());
    }
    // Beyond the number's own digits the result is zero; skip the huge power.
    let places = (-places).to_u64().unwrap_or(u64::MAX);
    if places > value.bits() / 3 + 2 {
        return Ok(BigInt::zero());
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (quotient, rest) = value.div_mod_floor(&unit);
    let twice: BigInt = rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    Ok((if up { quotient + 1 } else { quotient }) * unit)
}

/// A `BigInt` from sign and magnitude.
pub(crate) fn signed(negative: bool, magnitude: BigUint) -> BigInt {
    BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, magnitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(value: i64) -> BigInt {
        BigInt::from(value)
    }

    #[test]
    fn division_signs() {
        for (left, right, quotient, rest) in [
            (7, 2, 3, 1),
            (-7, 2, -4, 1),
            (7, -2, -4, -1),
            (-7, -2, 3, -1),
            (6, -3, -2, 0),
            (i64::MIN, 3, -3074457345618258603, 1),
        ] {
            assert_eq!(floor_divide_small(left, right), Ok(Some(quotient)));
            assert_eq!(modulo_small(left, right), Ok(rest));
            assert_eq!(
                divmod(&big(left), &big(right)),
                Ok((big(quotient), big(rest)))
            );
        }
        assert_eq!(floor_divide_small(i64::MIN, -1), Ok(None));
        assert_eq!(modulo_small(i64::MIN, -1), Ok(0));
        assert!(modulo(&big(1), &big(0)).is_err_and(|e| e.message == "integer modulo by zero"));
    }

    #[test]
    fn modular_powers() {
        // pow(base, exponent, modulus)
        for (base, exponent, modulus, result) in [
            (3, -1, 7, 5),
            (3, -1, -7, -2),
            (2, 3, -5, -2),
            (-2, 3, 5, 2),
            (0, 0, 1, 0),
            (38, -2, 97, 44),
            (5, -3, 1, 0),
        ] {
            assert_eq!(
                power_modulo(&big(base), &big(exponent), &big(modulus)),
                Ok(big(result)),
                "{base} {exponent} {modulus}"
            );
        }
        assert!(power_modulo(&big(2), &big(-1), &big(4)).is_err());
        assert!(power_modulo(&big(2), &big(1), &big(0)).is_err());
    }

    #[test]
    fn shifts() {
        assert_eq!(shift_left_small(1, 62), Ok(Some(1 << 62)));
        assert_eq!(shift_left_small(1, 63), Ok(None));
        assert_eq!(shift_left_small(-1, 62), Ok(Some(-1 << 62)));
        assert_eq!(shift_left_small(3, 62), Ok(None));
        assert_eq!(shift_right_small(-5, 1), Ok(-3));
        assert_eq!(shift_right_small(-5, 700), Ok(-1));
        assert_eq!(shift_right(&big(-5), &big(1)), Ok(big(-3)));
        assert_eq!(shift_right(&big(-5), &(big(1) << 70)), Ok(big(-1)));
        assert!(
            shift_left(&big(1), &(big(1) << 70))
                .is_err_and(|e| e.message == "too many digits in integer")
        );
    }

    #[test]
    fn rounding() {
        for (value, places, rounded) in [
            (15, -1, 20),
            (25, -1, 20),
            (-15, -1, -20),
            (-25, -1, -20),
            (14, -1, 10),
            (5, -1, 0),
            (15, -2, 0),
            (51, -2, 100),
            (1, -400, 0),
            (7, 3, 7),
        ] {
            assert_eq!(
                round(&big(value), &big(places)),
                Ok(big(rounded)),
                "{value} {places}"
            );
        }
    }

    #[test]
    fn powers() {
        assert_eq!(power_small(-1, i64::MAX), Some(-1));
        assert_eq!(power_small(2, 63), None);
        assert_eq!(power_small(-2, 63), Some(i64::MIN));
        assert_eq!(power(&big(7), &big(30)), Ok(big(7).pow(30u32)));
        assert!(power(&big(7), &(big(1) << 40)).is_err());
    }
}
