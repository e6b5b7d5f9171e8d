//! The gamma function by Lanczos' approximation (Godfrey's and Maddock's
//! coefficients, g = 6.0247, of thirteen terms), as CPython documents its own:
//! the choice of the coefficients shows in the last digits.

use super::elementary::{exp, log, pow};
use std::f64::consts::PI;

const G: f64 = 6.024_680_040_776_73;
const G_LESS_HALF: f64 = G - 0.5;

/// Numerator and denominator of the sum, a rational function; the coefficients
/// of the constants come first.
const SUM: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// The value of the sum at a positive number. For large ones numerator and
/// denominator are taken in powers of 1 / x, so that they do not overflow.
fn lanczos_sum(x: f64) -> f64 {
    let (above, below) = if x < 5.0 {
        SUM.iter().rev().fold((0.0, 0.0), |(above, below), (a, b)| {
            (above * x + a, below * x + b)
        })
    } else {
        SUM.iter().fold((0.0, 0.0), |(above, below), (a, b)| {
            (above / x + a, below / x + b)
        })
    };
    above / below
}

/// The sine of pi times a number, exact at whole and half ones.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round_ties_even() as u8 {
        0 => super::elementary::sin(PI * y),
        1 => super::elementary::cos(PI * (y - 0.5)),
        // Not sin(pi - pi y): the difference of y and 1 is exact.
        2 => super::elementary::sin(PI * (1.0 - y)),
        3 => -super::elementary::cos(PI * (y - 1.5)),
        _ => super::elementary::sin(PI * (y - 2.0)),
    };
    if x < 0.0 { -value } else { value }
}

/// Gamma of a finite number that is not a pole.
pub(crate) fn gamma(x: f64) -> f64 {
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 {
            0.0 / sin_pi(x)
        } else {
            f64::INFINITY
        };
    }
    // What rounding took from y, put back at the end.
    let y = size + G_LESS_HALF;
    let lost = if size > G_LESS_HALF {
        (y - size) - G_LESS_HALF
    } else {
        (y - G_LESS_HALF) - size
    };
    let correction = lost * G / y;
    // The power in two steps where one would overflow.
    let exponent = size - 0.5;
    let (power, times) = if size < 140.0 {
        (pow(y, exponent), 1)
    } else {
        (pow(y, exponent / 2.0), 2)
    };
    if x < 0.0 {
        // Reflection.
        let mut result = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= correction * result;
        (0..times).fold(result, |result, _| result / power)
    } else {
        let mut result = lanczos_sum(size) / exp(y);
        result += correction * result;
        (0..times).fold(result, |result, _| result * power)
    }
}

/// The logarithm of the absolute value of gamma, of a number that is not a pole.
pub(crate) fn log_gamma(x: f64) -> f64 {
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let mut result = log(lanczos_sum(size)) - G;
    result += (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 {
        // Reflection; the constant is the logarithm of pi.
        result = 1.144_729_885_849_400_2 - log(sin_pi(size).abs()) - log(size) - result;
    }
    result
}
