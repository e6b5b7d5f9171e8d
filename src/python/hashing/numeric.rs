//! Hashes of numbers: equal numbers hash alike whatever their type.
//!
//! The rule is in the Python library reference, "Hashing of numeric types":
//! arithmetic modulo the prime 2^61 - 1.

use num_bigint::BigInt;
use num_traits::Signed;

use super::{Hash, not_minus_one};

const BITS: u32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;

/// `hash(inf)`
pub const INFINITY: Hash = 314159;

/// `hash(value)` of a small int.
pub fn of_int(value: i64) -> Hash {
    let residue = (value.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if value < 0 { -residue } else { residue })
}

/// `hash(value)` of an int of any size.
pub fn of_big(value: &BigInt) -> Hash {
    let mut residue = 0u64;
    for digit in value.magnitude().iter_u32_digits().rev() {
        residue = ((u128::from(residue) << 32 | u128::from(digit)) % u128::from(MODULUS)) as u64;
    }
    not_minus_one(if value.is_negative() {
        -(residue as i64)
    } else {
        residue as i64
    })
}

/// `hash(value)` of a float; `None` for NaN, which hashes by its object's identity.
pub fn of_float(value: f64) -> Option<Hash> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let bits = value.abs().to_bits();
    let biased = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, biased - 1075)
    };
    // 2^61 is 1 here, so multiplying by a power of two rotates.
    let turn = exponent.rem_euclid(i64::from(BITS)) as u32;
    let residue = ((mantissa << turn) & MODULUS) | (mantissa >> (BITS - turn));
    let residue = if residue == MODULUS {
        0
    } else {
        residue as i64
    };
    Some(not_minus_one(if value < 0.0 { -residue } else { residue }))
}

/// `hash(complex(real, imaginary))`; `None` if a part is NaN.
pub fn of_complex(real: f64, imaginary: f64) -> Option<Hash> {
    let imaginary = of_float(imaginary)?.wrapping_mul(1_000_003);
    Some(not_minus_one(of_float(real)?.wrapping_add(imaginary)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_as_cpython() {
        for (value, hash) in [
            (0, 0),
            (-1, -2),
            (-2, -2),
            ((1 << 61) - 1, 0),
            (1 << 61, 1),
            (i64::MAX, 3),
            (i64::MIN, -4),
            (-(1 << 61), -2),
        ] {
            assert_eq!(of_int(value), hash);
            assert_eq!(of_big(&BigInt::from(value)), hash);
        }
        assert_eq!(of_big(&BigInt::from(10).pow(40u32)), 1388497483929617590);
        for (value, hash) in [
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1152921504606846976),
            (1.1, 230584300921369601),
            (1e300, 1224995262755759164),
            (5e-324, 16777216),
            (-0.0, 0),
            (f64::NEG_INFINITY, -314159),
        ] {
            assert_eq!(of_float(value), Some(hash), "{value}");
        }
        assert_eq!(of_complex(1.0, 2.0), Some(2000007));
        assert_eq!(of_float(f64::NAN), None);
    }
}
