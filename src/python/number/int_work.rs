//! How long operations on integers of many digits take, in steps of about a
//! nanosecond, from the bits of their operands. Estimates: they keep one
//! operation from occupying the machine for minutes.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Bits of a digit in the machine's arithmetic.
const DIGIT: u64 = 64;

fn digits(bits: u64) -> u64 {
    bits / DIGIT + 1
}

fn steps(steps: u64) -> usize {
    usize::try_from(steps).unwrap_or(usize::MAX)
}

/// Addition, shifts, bitwise operators, comparison, texts in bases that are
/// powers of two: once through all digits.
pub fn walk(bits: u64) -> usize {
    steps(digits(bits).saturating_mul(2))
}

/// Multiplication: digit by digit for short numbers, Karatsuba's and Toom's
/// methods for long ones.
pub fn multiply(a: u64, b: u64) -> usize {
    let (short, long) = (digits(a.min(b)), digits(a.max(b)));
    steps(long.saturating_mul(short.min(short.isqrt().saturating_mul(8))))
}

/// Division, digit by digit.
pub fn divide(a: u64, b: u64) -> usize {
    let (dividend, divisor) = (digits(a), digits(b));
    let quotient = dividend.saturating_sub(divisor) + 1;
    steps(
        quotient
            .saturating_mul(divisor)
            .saturating_mul(2)
            .saturating_add(dividend),
    )
}

/// Greatest common divisor and modular inverse: a subtraction for each bit.
pub fn gcd(a: u64, b: u64) -> usize {
    steps(a.max(b).saturating_mul(digits(a.min(b))).saturating_mul(2))
}

/// Modular power: squared once for each bit of the exponent, and divided.
pub fn power_modulo(exponent: u64, modulus: u64) -> usize {
    let squared = digits(modulus).saturating_mul(digits(modulus));
    steps(
        exponent
            .saturating_add(8)
            .saturating_mul(squared)
            .saturating_mul(4),
    )
}

/// Integer square root: some divisions of half the length.
pub fn square_root(bits: u64) -> usize {
    divide(bits, bits / 2).saturating_mul(8)
}

/// `round(value, places)`: a division by the power of ten.
pub fn round(bits: u64, places: &BigInt) -> usize {
    let places = places.magnitude().to_u64().unwrap_or(u64::MAX);
    // A digit has three and a third bits.
    let unit = places.saturating_mul(10) / 3;
    if unit > bits {
        0
    } else {
        divide(bits, unit).saturating_mul(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_grow_as_the_work_does() {
        assert!(multiply(64_000, 64_000) < 64_000 * 64_000);
        assert!(multiply(1 << 25, 1 << 25) > 100_000_000);
        assert!(divide(1 << 25, 1 << 24) > multiply(1 << 25, 1 << 24) * 10);
        assert!(divide(1 << 25, 64) < 4_000_000);
        assert_eq!(power_modulo(u64::MAX, u64::MAX), usize::MAX);
        assert!(gcd(u64::MAX, u64::MAX) > 1 << 60);
    }
}
