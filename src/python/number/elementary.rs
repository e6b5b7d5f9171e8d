//! Elementary functions of floats, rounded correctly in all but the rarest
//! cases.
//!
//! CPython takes these from the C library, whose results are within 0.51 to
//! 0.55 units in the last place: nearly always the correctly rounded ones.
//! They are computed here to about 100 bits and rounded once, so that programs
//! print the same digits, and the same in the browser as natively.

use super::double_double::{DoubleDouble, product, sum};

/// ln 2, to the precision of three floats.
const LN_2: [f64; 3] = [
    std::f64::consts::LN_2,
    2.319_046_813_846_299_6e-17,
    5.707_708_438_416_212e-34,
];

/// pi / 2, to the precision of three floats.
const HALF_PI: [f64; 3] = [
    std::f64::consts::FRAC_PI_2,
    6.123_233_995_736_766e-17,
    -1.497_384_904_859_169_8e-33,
];

/// Beyond this the remainder by pi / 2 needs more digits of pi than are here.
const LARGE_ANGLE: f64 = 1e9;

/// `x - n * constant`
fn reduced(x: DoubleDouble, n: f64, constant: &[f64; 3]) -> DoubleDouble {
    let [first, second, third] = *constant;
    x - product(n, first) - product(n, second) - DoubleDouble::from(n * third)
}

/// Times two to the power of `exponent`, which may lead out of the range and
/// back into it.
fn times_power_of_two(value: DoubleDouble, exponent: i32) -> f64 {
    if (-960..=1000).contains(&exponent) {
        return value.scaled(libm::ldexp(1.0, exponent)).rounded();
    }
    libm::ldexp(value.rounded(), exponent)
}

/// 1 / k for k from 2 on, to the precision of two floats: to multiply by it is
/// much less work than to divide by k.
const INVERSES: [(f64, f64); 8] = [
    (0.5, 0.0),
    (0.333_333_333_333_333_3, 1.850_371_707_708_594e-17),
    (0.25, 0.0),
    (0.2, -1.110_223_024_625_156_6e-17),
    (0.166_666_666_666_666_66, 9.251_858_538_542_97e-18),
    (0.142_857_142_857_142_85, 7.930_164_461_608_26e-18),
    (0.125, 0.0),
    (0.111_111_111_111_111_1, 6.167_905_692_361_980_4e-18),
];

/// e to the power of a number, as a number near 1 and a power of two.
fn exp_parts(x: DoubleDouble) -> (DoubleDouble, i32) {
    let n = (x.high / LN_2[0]).round_ties_even();
    // Small enough for a short series; squared as often as it was halved. What
    // is squared is the distance from 1, so that no digits are lost.
    const HALVINGS: u32 = 9;
    let r = reduced(x, n, &LN_2).scaled(1.0 / f64::from(1 << HALVINGS));
    let mut term = r;
    let mut distance = r;
    for (high, low) in INVERSES {
        term = term * r * DoubleDouble { high, low };
        distance = distance + term;
    }
    for _ in 0..HALVINGS {
        distance = distance.scaled(2.0) + distance * distance;
    }
    (DoubleDouble::ONE + distance, n as i32)
}

/// e to the power of `x`.
pub(crate) fn exp(x: f64) -> f64 {
    if x.is_nan() || !(-745.2..=709.8).contains(&x) {
        return libm::exp(x);
    }
    let (value, exponent) = exp_parts(DoubleDouble::from(x));
    times_power_of_two(value, exponent)
}

/// The natural logarithm of a finite number above zero.
fn log_parts(x: f64) -> DoubleDouble {
    let distance = x - 1.0;
    if distance.abs() < 1e-4 {
        // The series of ln(1 + u): the difference is exact.
        let u = DoubleDouble::from(distance);
        let (mut power, mut total) = (u, u);
        for k in 2..=9 {
            power = -(power * u);
            total = total + power / DoubleDouble::from(f64::from(k));
        }
        return total;
    }
    // One step of Newton's method from the float that is near: what is missing
    // is the logarithm of x / e**near.
    let near = libm::log(x);
    let (inverse, exponent) = exp_parts(DoubleDouble::from(-near));
    // The factor is split, for it may lie beyond the range.
    let half = exponent / 2;
    let value = DoubleDouble::from(x * libm::ldexp(1.0, half)) * inverse;
    let rest = value.scaled(libm::ldexp(1.0, exponent - half)) - DoubleDouble::ONE;
    DoubleDouble::from(near) + (rest - (rest * rest).scaled(0.5))
}

/// The natural logarithm.
pub(crate) fn log(x: f64) -> f64 {
    if !x.is_finite() || x < f64::MIN_POSITIVE {
        return libm::log(x);
    }
    log_parts(x).rounded()
}

/// The logarithm to base 10, as the C library composes it: from the exponent
/// and the natural logarithm of the rest.
pub(crate) fn log10(x: f64) -> f64 {
    const INVERSE_LN_10: f64 = std::f64::consts::LOG10_E;
    const LOG10_2_HIGH: f64 = 0.301_029_995_663_611_77;
    const LOG10_2_LOW: f64 = 3.694_239_077_158_931e-13;
    if !x.is_finite() || x < f64::MIN_POSITIVE {
        return libm::log10(x);
    }
    let exponent = ((x.to_bits() >> 52) & 0x7ff) as i32 - 1023;
    // Between 1 and 2 for large numbers, between 1/2 and 1 for small ones.
    let n = exponent + i32::from(exponent < 0);
    let rest = libm::ldexp(x, -n);
    let n = f64::from(n);
    (n * LOG10_2_LOW + INVERSE_LN_10 * log(rest)) + n * LOG10_2_HIGH
}

/// A number above zero to the power of a small number of halves, by products
/// and a square root; `None` for others, and near the ends of the range.
fn power_of_halves(x: f64, y: f64) -> Option<f64> {
    let halves = y.abs() * 2.0;
    let exponent = ((x.to_bits() >> 52) as i32 - 1023).abs() + 1;
    if halves > 64.0 || halves.trunc() != halves || f64::from(exponent) * halves > 1800.0 {
        return None;
    }
    let mut left = halves as u32;
    let mut factor = DoubleDouble::from(x);
    let mut result = DoubleDouble::ONE;
    if left % 2 == 1 {
        result = factor.sqrt();
    }
    left /= 2;
    while left > 0 {
        if left % 2 == 1 {
            result = result * factor;
        }
        factor = factor * factor;
        left /= 2;
    }
    if y < 0.0 {
        result = DoubleDouble::ONE / result;
    }
    Some(result.rounded())
}

/// `x` to the power of `y`, for any arguments (C standard, F.10.4.4).
pub(crate) fn pow(x: f64, y: f64) -> f64 {
    if y == 2.0 {
        return x * x;
    }
    let usual = x.is_finite() && y.is_finite() && x.abs() >= f64::MIN_POSITIVE && y != 0.0;
    if !usual || x == 1.0 || y.abs() > 1e18 {
        return libm::pow(x, y);
    }
    let is_whole = y.trunc() == y;
    if x < 0.0 && !is_whole {
        return f64::NAN;
    }
    let is_odd = is_whole && y.abs() < 9_007_199_254_740_992.0 && y % 2.0 != 0.0;
    if let Some(size) = power_of_halves(x.abs(), y) {
        return if x < 0.0 && is_odd { -size } else { size };
    }
    let exponent = log_parts(x.abs()) * DoubleDouble::from(y);
    let size = if exponent.high > 709.8 {
        f64::INFINITY
    } else if exponent.high < -745.2 {
        0.0
    } else {
        let (value, n) = exp_parts(exponent);
        times_power_of_two(value, n)
    };
    if x < 0.0 && is_odd { -size } else { size }
}

/// Sine and cosine of an angle that is not large.
fn sin_cos_parts(x: f64) -> (DoubleDouble, DoubleDouble) {
    let n = (x / HALF_PI[0]).round_ties_even();
    let r = reduced(DoubleDouble::from(x), n, &HALF_PI);
    let square = r * r;
    let series = |mut term: DoubleDouble, first: u32| {
        let mut total = term;
        let mut k = first;
        while term.high.abs() > total.high.abs() * 1e-34 && k < 60 {
            let factor = f64::from(k * (k + 1));
            term = -(term * square / DoubleDouble::from(factor));
            total = total + term;
            k += 2;
        }
        total
    };
    let (sin, cos) = (series(r, 2), series(DoubleDouble::ONE, 1));
    match n.rem_euclid(4.0) as u8 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

fn is_small_angle(x: f64) -> bool {
    (1e-150..LARGE_ANGLE).contains(&x.abs())
}

/// The sine of an angle in radians.
pub(crate) fn sin(x: f64) -> f64 {
    if is_small_angle(x) {
        sin_cos_parts(x).0.rounded()
    } else {
        libm::sin(x)
    }
}

/// The cosine of an angle in radians.
pub(crate) fn cos(x: f64) -> f64 {
    if is_small_angle(x) {
        sin_cos_parts(x).1.rounded()
    } else {
        libm::cos(x)
    }
}

/// The tangent of an angle in radians.
pub(crate) fn tan(x: f64) -> f64 {
    if !is_small_angle(x) {
        return libm::tan(x);
    }
    let (sin, cos) = sin_cos_parts(x);
    (sin / cos).rounded()
}

/// The angle of a point, not at the origin and with coordinates far from the
/// ends of the range.
fn angle(y: DoubleDouble, x: DoubleDouble) -> f64 {
    // The angle that is missing at the nearest float is so small that it is
    // its own tangent.
    let near = libm::atan2(y.high, x.high);
    let (sin, cos) = sin_cos_parts(near);
    let rest = (y * cos - x * sin) / (x * cos + y * sin);
    (DoubleDouble::from(near) + rest).rounded()
}

/// The angle of the point (x, y) in radians.
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let middling = |v: f64| (1e-100..1e100).contains(&v.abs());
    if middling(x) && middling(y) && libm::atan2(y, x).abs() > 1e-100 {
        angle(DoubleDouble::from(y), DoubleDouble::from(x))
    } else {
        libm::atan2(y, x)
    }
}

/// The arc tangent in radians.
pub(crate) fn atan(x: f64) -> f64 {
    if (1e-100..1e100).contains(&x.abs()) {
        angle(DoubleDouble::from(x), DoubleDouble::ONE)
    } else {
        libm::atan(x)
    }
}

/// The cosine of the angle whose sine is `x`, and the other way round.
fn other_side(x: f64) -> DoubleDouble {
    (sum(1.0, -x) * sum(1.0, x)).sqrt()
}

/// The arc sine in radians.
pub(crate) fn asin(x: f64) -> f64 {
    if (1e-100..1.0).contains(&x.abs()) {
        angle(DoubleDouble::from(x), other_side(x))
    } else {
        libm::asin(x)
    }
}

/// The arc cosine in radians.
pub(crate) fn acos(x: f64) -> f64 {
    if (1e-100..1.0).contains(&x.abs()) {
        angle(other_side(x), DoubleDouble::from(x))
    } else {
        libm::acos(x)
    }
}

/// The length of the vector (x, y).
pub(crate) fn hypot(x: f64, y: f64) -> f64 {
    if x.is_infinite() || y.is_infinite() {
        return f64::INFINITY;
    }
    length(&[x, y])
}

/// The length of a vector of finite numbers, rounded once; NaN if one is NaN.
pub(crate) fn length(numbers: &[f64]) -> f64 {
    if numbers.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let large = numbers.iter().fold(0.0_f64, |large, x| large.max(x.abs()));
    if large == 0.0 {
        return 0.0;
    }
    // Scaled by a power of two, so that the squares stay in range.
    let (_, exponent) = libm::frexp(large);
    let square = numbers.iter().fold(DoubleDouble::ZERO, |sum, x| {
        let x = libm::ldexp(*x, -exponent);
        sum + product(x, x)
    });
    times_power_of_two(square.sqrt(), exponent)
}

// The hyperbolic functions are not rounded correctly by the C library either:
// these are its formulas (Sun's fdlibm), over the functions above.

/// The hyperbolic cosine.
pub(crate) fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if x < 0.5 * LN_2[0] {
        let t = libm::expm1(x);
        let w = 1.0 + t;
        if x < 1.0 / (1_u64 << 55) as f64 {
            return w;
        }
        return 1.0 + (t * t) / (w + w);
    }
    if x < 22.0 {
        let t = exp(x);
        return 0.5 * t + 0.5 / t;
    }
    if x < 709.0 {
        return 0.5 * exp(x);
    }
    let w = exp(0.5 * x);
    0.5 * w * w
}

/// The hyperbolic tangent.
pub(crate) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size < 1.0 / (1_u64 << 55) as f64 {
        return x;
    }
    let value = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    value.copysign(x)
}

/// The inverse hyperbolic sine.
pub(crate) fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < 1.0 / (1 << 28) as f64 {
        return x;
    }
    let value = if size > (1 << 28) as f64 {
        log(size) + LN_2[0]
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size))
    } else {
        let square = x * x;
        libm::log1p(size + square / (1.0 + (1.0 + square).sqrt()))
    };
    value.copysign(x)
}

/// The inverse hyperbolic cosine.
pub(crate) fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if !x.is_finite() || x == 1.0 {
        libm::acosh(x)
    } else if x > (1 << 28) as f64 {
        log(x) + LN_2[0]
    } else if x > 2.0 {
        log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        libm::log1p(t + (2.0 * t + t * t).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that a reader can check with any arbitrary-precision calculator.
    #[test]
    fn results_are_the_nearest_floats() {
        assert_eq!(exp(1.0), std::f64::consts::E);
        assert_eq!(exp(-1.0).to_string(), "0.36787944117144233");
        assert_eq!(log(10.0), std::f64::consts::LN_10);
        assert_eq!(log(2.0), std::f64::consts::LN_2);
        assert_eq!(log10(1000.0), 3.0);
        assert_eq!(pow(2.0, 0.5), std::f64::consts::SQRT_2);
        assert_eq!(pow(-2.0, 3.0), -8.0);
        assert_eq!(pow(3.0, 1.5).to_string(), "5.196152422706632");
        assert_eq!(pow(7.0, -2.5).to_string(), "0.007713560673657699");
        assert_eq!(pow(-1.1, 13.0).to_string(), "-3.452271214393104");
        assert_eq!(pow(1.7, 3.3).to_string(), "5.760781994950998");
        assert_eq!(pow(10.0, -5.0), 1e-5);
        assert_eq!(atan(1.0), std::f64::consts::FRAC_PI_4);
        assert_eq!(acos(-0.5), 2.094_395_102_393_195_7);
        assert_eq!(hypot(3.0, 4.0), 5.0);
        assert_eq!(sin(std::f64::consts::PI), 1.224_646_799_147_353_2e-16);
    }

    #[test]
    fn the_ends_of_the_range_are_as_they_should() {
        assert_eq!(exp(1000.0), f64::INFINITY);
        assert_eq!(exp(-1000.0), 0.0);
        assert_eq!(exp(-745.0), 5e-324);
        assert_eq!(pow(1e300, 2.5), f64::INFINITY);
        assert_eq!(pow(0.0, -1.0), f64::INFINITY);
        assert!(pow(-8.0, 1.0 / 3.0).is_nan());
        assert_eq!(log(5e-324), -744.440_071_921_381_2);
        assert_eq!(tanh(-40.0), -1.0);
        assert!(sin(-0.0).is_sign_negative());
        assert_eq!(hypot(f64::INFINITY, f64::NAN), f64::INFINITY);
    }
}
