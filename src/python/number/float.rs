//! Float arithmetic where Python's differs from the machine's.

use crate::text::{ErrorKind, TextError, TextResult};

/// What CPython shows when a C library function sets `ERANGE`. As an
/// `OverflowError` its arguments are `(34, "Numerical result out of range")`.
pub const RANGE_ERROR: &str = "(34, 'Numerical result out of range')";

/// `left / right`
pub fn divide(left: f64, right: f64) -> TextResult<f64> {
    if right == 0.0 {
        return Err(TextError::zero_division("float division by zero"));
    }
    Ok(left / right)
}

/// `left // right`
pub fn floor_divide(left: f64, right: f64) -> TextResult<f64> {
    if right == 0.0 {
        return Err(TextError::zero_division("float floor division by zero"));
    }
    Ok(quotient_and_rest(left, right).0)
}

/// `left % right`
pub fn modulo(left: f64, right: f64) -> TextResult<f64> {
    if right == 0.0 {
        return Err(TextError::zero_division("float modulo"));
    }
    Ok(quotient_and_rest(left, right).1)
}

/// `divmod(left, right)`
pub fn divmod(left: f64, right: f64) -> TextResult<(f64, f64)> {
    if right == 0.0 {
        return Err(TextError::zero_division("float divmod()"));
    }
    Ok(quotient_and_rest(left, right))
}

/// The rest has the divisor's sign, and so have zeros; the quotient is whole.
fn quotient_and_rest(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0.0f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(left / right), rest);
    }
    let floor = quotient.floor();
    // The division may have rounded to just below a whole number.
    let whole = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (whole, rest)
}

/// What `**` gives for two floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Power {
    /// A float.
    Real(f64),
    /// A negative base with a fractional exponent: the result is complex, compute it
    /// with [`super::complex::power`].
    Complex,
}

/// `base ** exponent`
pub fn power(base: f64, exponent: f64) -> TextResult<Power> {
    if exponent == 0.0 || base == 1.0 {
        return Ok(Power::Real(1.0));
    }
    if base.is_nan() || exponent.is_nan() {
        return Ok(Power::Real(f64::NAN));
    }
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(TextError::zero_division(
            "0.0 cannot be raised to a negative power",
        ));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        return Ok(Power::Complex);
    }
    let result = super::elementary::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(TextError::new(ErrorKind::Overflow, RANGE_ERROR));
    }
    Ok(Power::Real(result))
}

/// `value.is_integer()`
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.fract() == 0.0
}

/// `round(value)`: to the nearest whole number, ties to even. Non-finite values
/// are for [`super::float_int::to_int`] to refuse.
pub fn round_half_even(value: f64) -> f64 {
    value.round_ties_even()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs() {
        // left, right, left // right, left % right; text, so that zeros show their sign
        for (left, right, quotient, rest) in [
            (7.0, 2.0, "3", "1"),
            (-7.0, 2.0, "-4", "1"),
            (7.0, -2.0, "-4", "-1"),
            (-7.0, -2.0, "3", "-1"),
            (6.0, -2.0, "-3", "-0"),
            (-0.0, 3.0, "-0", "0"),
            (1.0, 0.1, "9", "0.09999999999999995"),
            (-1e-20, 3.0, "-1", "3"),
            (5.0, f64::INFINITY, "0", "5"),
            (-5.0, f64::INFINITY, "-1", "inf"),
        ] {
            let (q, r) = divmod(left, right).unwrap_or((f64::NAN, f64::NAN));
            assert_eq!(
                (q.to_string(), r.to_string()),
                (quotient.into(), rest.into()),
                "{left} {right}"
            );
        }
        assert_eq!(
            modulo(1.0, 0.0).map_err(|e| e.message),
            Err("float modulo".into())
        );
    }

    #[test]
    fn powers() {
        assert_eq!(power(-8.0, 0.5), Ok(Power::Complex));
        assert_eq!(power(-2.0, 3.0), Ok(Power::Real(-8.0)));
        assert_eq!(power(-1.0, f64::INFINITY), Ok(Power::Real(1.0)));
        assert!(power(10.0, 400.0).is_err_and(|e| e.kind == ErrorKind::Overflow));
        assert_eq!(
            power(0.0, f64::NEG_INFINITY),
            Ok(Power::Real(f64::INFINITY))
        );
        assert!(power(-0.0, -1.0).is_err_and(|e| e.kind == ErrorKind::ZeroDivision));
    }
}
