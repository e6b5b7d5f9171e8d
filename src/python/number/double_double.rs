//! Numbers of about 106 bits as the unevaluated sum of two floats.
//!
//! The exact sum and product of two floats are sums of two floats (Dekker,
//! "A floating-point technique for extending the available precision", 1971);
//! everything else follows from these. No fused multiply-add: wasm has none.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// The sum `high + low`, `high` being that sum rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DoubleDouble {
    pub(crate) high: f64,
    pub(crate) low: f64,
}

/// The exact sum, for `|a| >= |b|`.
fn quick_sum(a: f64, b: f64) -> DoubleDouble {
    let high = a + b;
    DoubleDouble {
        high,
        low: b - (high - a),
    }
}

/// The exact sum.
pub(crate) fn sum(a: f64, b: f64) -> DoubleDouble {
    let high = a + b;
    let part = high - a;
    DoubleDouble {
        high,
        low: (a - (high - part)) + (b - part),
    }
}

/// Two floats of at most 26 bits with this sum.
fn split(a: f64) -> (f64, f64) {
    let scaled = a * 134_217_729.0;
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// The exact product.
pub(crate) fn product(a: f64, b: f64) -> DoubleDouble {
    let high = a * b;
    let ((a1, a2), (b1, b2)) = (split(a), split(b));
    DoubleDouble {
        high,
        low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2,
    }
}

impl DoubleDouble {
    pub(crate) const ZERO: DoubleDouble = DoubleDouble::from(0.0);
    pub(crate) const ONE: DoubleDouble = DoubleDouble::from(1.0);

    pub(crate) const fn from(value: f64) -> DoubleDouble {
        DoubleDouble {
            high: value,
            low: 0.0,
        }
    }

    /// The nearest float.
    pub(crate) fn rounded(self) -> f64 {
        self.high + self.low
    }

    /// Times a power of two.
    pub(crate) fn scaled(self, factor: f64) -> DoubleDouble {
        DoubleDouble {
            high: self.high * factor,
            low: self.low * factor,
        }
    }

    /// The square root of a number that is not negative.
    pub(crate) fn sqrt(self) -> DoubleDouble {
        if self.high <= 0.0 {
            return DoubleDouble::ZERO;
        }
        let root = self.high.sqrt();
        let rest = self - product(root, root);
        quick_sum(root, rest.high / (2.0 * root))
    }
}

impl Neg for DoubleDouble {
    type Output = DoubleDouble;
    fn neg(self) -> DoubleDouble {
        DoubleDouble {
            high: -self.high,
            low: -self.low,
        }
    }
}

impl Add for DoubleDouble {
    type Output = DoubleDouble;
    fn add(self, other: DoubleDouble) -> DoubleDouble {
        let (high, low) = (sum(self.high, other.high), sum(self.low, other.low));
        let first = quick_sum(high.high, high.low + low.high);
        quick_sum(first.high, first.low + low.low)
    }
}

impl Sub for DoubleDouble {
    type Output = DoubleDouble;
    fn sub(self, other: DoubleDouble) -> DoubleDouble {
        self + -other
    }
}

impl Mul for DoubleDouble {
    type Output = DoubleDouble;
    fn mul(self, other: DoubleDouble) -> DoubleDouble {
        let main = product(self.high, other.high);
        quick_sum(
            main.high,
            main.low + (self.high * other.low + self.low * other.high),
        )
    }
}

impl Div for DoubleDouble {
    type Output = DoubleDouble;
    fn div(self, other: DoubleDouble) -> DoubleDouble {
        let first = self.high / other.high;
        let rest = self - other * DoubleDouble::from(first);
        let second = rest.high / other.high;
        let rest = rest - other * DoubleDouble::from(second);
        quick_sum(first, second) + DoubleDouble::from(rest.high / other.high)
    }
}
