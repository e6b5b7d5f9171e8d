//! Complex arithmetic, with the formulas CPython uses, since they show in the last digits.

use super::elementary;
use crate::text::{TextError, TextResult};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

/// Shorthand for [`Complex`].
pub fn complex(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

/// `left + right`
pub fn add(left: Complex, right: Complex) -> Complex {
    complex(left.re + right.re, left.im + right.im)
}

/// `left - right`
pub fn subtract(left: Complex, right: Complex) -> Complex {
    complex(left.re - right.re, left.im - right.im)
}

/// `-value`
pub fn negate(value: Complex) -> Complex {
    complex(-value.re, -value.im)
}

/// `left * right`
pub fn multiply(left: Complex, right: Complex) -> Complex {
    complex(
        left.re * right.re - left.im * right.im,
        left.re * right.im + left.im * right.re,
    )
}

/// `left / right`, by Smith's method: no intermediate overflows.
pub fn divide(left: Complex, right: Complex) -> TextResult<Complex> {
    let (re_size, im_size) = (right.re.abs(), right.im.abs());
    if re_size >= im_size {
        if re_size == 0.0 {
            return Err(TextError::zero_division("complex division by zero"));
        }
        let ratio = right.im / right.re;
        let size = right.re + right.im * ratio;
        Ok(complex(
            (left.re + left.im * ratio) / size,
            (left.im - left.re * ratio) / size,
        ))
    } else if im_size >= re_size {
        let ratio = right.re / right.im;
        let size = right.re * ratio + right.im;
        Ok(complex(
            (left.re * ratio + left.im) / size,
            (left.im * ratio - left.re) / size,
        ))
    } else {
        Ok(complex(f64::NAN, f64::NAN))
    }
}

/// `abs(value)`
pub fn abs(value: Complex) -> TextResult<f64> {
    let size = elementary::hypot(value.re, value.im);
    if size.is_infinite() && value.re.is_finite() && value.im.is_finite() {
        return Err(TextError::overflow("absolute value too large"));
    }
    Ok(size)
}

/// `base ** exponent`. Whole real exponents up to 100 are multiplied out.
pub fn power(base: Complex, exponent: Complex) -> TextResult<Complex> {
    let whole =
        exponent.im == 0.0 && exponent.re == exponent.re.floor() && exponent.re.abs() <= 100.0;
    let result = if whole {
        whole_power(base, exponent.re as i32)?
    } else {
        polar_power(base, exponent)?
    };
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(TextError::overflow("complex exponentiation"));
    }
    Ok(result)
}

fn zero_to_power() -> TextError {
    TextError::zero_division("0.0 to a negative or complex power")
}

fn whole_power(base: Complex, exponent: i32) -> TextResult<Complex> {
    let one = complex(1.0, 0.0);
    let (mut result, mut square, mut left) = (one, base, exponent.unsigned_abs());
    while left > 0 {
        if left & 1 == 1 {
            result = multiply(result, square);
        }
        left >>= 1;
        square = multiply(square, square);
    }
    if exponent > 0 {
        return Ok(result);
    }
    divide(one, result).map_err(|_| zero_to_power())
}

fn polar_power(base: Complex, exponent: Complex) -> TextResult<Complex> {
    if base.re == 0.0 && base.im == 0.0 {
        if exponent.im != 0.0 || exponent.re < 0.0 {
            return Err(zero_to_power());
        }
        return Ok(complex(0.0, 0.0));
    }
    let size = elementary::hypot(base.re, base.im);
    let angle = elementary::atan2(base.im, base.re);
    let mut length = elementary::pow(size, exponent.re);
    let mut phase = angle * exponent.re;
    if exponent.im != 0.0 {
        length /= elementary::exp(angle * exponent.im);
        phase += exponent.im * elementary::log(size);
    }
    Ok(complex(
        length * elementary::cos(phase),
        length * elementary::sin(phase),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_as_cpython() {
        assert_eq!(
            divide(complex(1.0, 2.0), complex(3.0, -4.0)),
            Ok(complex(-0.2, 0.4))
        );
        assert_eq!(
            power(complex(1.0, 2.0), complex(3.0, 0.0)),
            Ok(complex(-11.0, -2.0))
        );
        assert_eq!(
            power(complex(0.0, 1.0), complex(-1.0, 0.0)),
            Ok(complex(0.0, -1.0))
        );
        assert_eq!(
            power(complex(-8.0, 0.0), complex(0.5, 0.0)),
            Ok(complex(1.7319121124709868e-16, 2.8284271247461903))
        );
        assert_eq!(abs(complex(3.0, -4.0)), Ok(5.0));
        for (base, exponent, message) in [
            (
                complex(0.0, 0.0),
                complex(-1.0, 0.0),
                "0.0 to a negative or complex power",
            ),
            (
                complex(0.0, 0.0),
                complex(0.0, 1.0),
                "0.0 to a negative or complex power",
            ),
            (
                complex(1e200, 1.0),
                complex(3.0, 0.0),
                "complex exponentiation",
            ),
        ] {
            assert_eq!(
                power(base, exponent).map_err(|e| e.message),
                Err(message.to_string())
            );
        }
        assert!(divide(complex(1.0, 1.0), complex(0.0, 0.0)).is_err());
    }
}
