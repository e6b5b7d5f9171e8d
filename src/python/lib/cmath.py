"""Functions of complex numbers.

https://docs.python.org/3/library/cmath.html says what each means and where its
branch cuts lie.
"""

import math

from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def phase(z, /):
    """The angle of the number, between -pi and pi."""
    z = complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Modulus and angle."""
    z = complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    """The number of this modulus and angle."""
    if math.isinf(phi) and r:
        raise ValueError('math domain error')
    if not phi:
        # An infinite modulus must not meet the zero of a sine.
        return complex(r, r * phi if math.isfinite(r) else phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isfinite(z, /):
    """Whether both parts are finite."""
    z = complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isnan(z, /):
    """Whether a part is not a number."""
    z = complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    """Whether a part is infinite."""
    z = complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether the numbers differ by no more than a tolerance."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = complex(a), complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return (distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a)
            or distance <= abs_tol)


# Exponentials and logarithms.

def exp(z, /):
    """e to the power of `z`."""
    z = complex(z)
    if math.isinf(z.imag) or math.isnan(z.imag):
        if z.real == -inf:
            return 0j
        if math.isinf(z.imag) and z.real != inf:
            raise ValueError('math domain error')
        return complex(inf if z.real == inf else nan, nan)
    if math.isinf(z.real):
        if not z.imag:
            return complex(math.exp(z.real), z.imag)
        size = math.exp(z.real)
        return complex(math.copysign(size, math.cos(z.imag)),
                       math.copysign(size, math.sin(z.imag)))
    try:
        size = math.exp(z.real)
        return complex(size * math.cos(z.imag), size * math.sin(z.imag))
    except OverflowError:
        # The product may be representable where a factor is not.
        size = math.exp(z.real - 1)
        result = complex(size * math.cos(z.imag) * e, size * math.sin(z.imag) * e)
        if isinf(result):
            raise OverflowError('math range error') from None
        return result


def _natural_log(z):
    x, y = abs(z.real), abs(z.imag)
    if not x and not y:
        raise ValueError('math domain error')
    large, small = max(x, y), min(x, y)
    if large > 8.9e307 / 2:
        size = math.log(math.hypot(x / 2, y / 2)) + math.log(2)
    elif 0.71 <= math.hypot(x, y) <= 1.73:
        # Near the unit circle the modulus itself has lost what matters.
        size = math.log1p((large - 1) * (large + 1) + small * small) / 2
    else:
        size = math.log(math.hypot(x, y))
    return complex(size, math.atan2(z.imag, z.real))


def log(z, base=None, /):
    """The logarithm, natural unless a base is given."""
    result = _natural_log(complex(z))
    return result if base is None else result / _natural_log(complex(base))


def log10(z, /):
    """The logarithm to base 10."""
    result = _natural_log(complex(z))
    return complex(result.real / math.log(10), result.imag / math.log(10))


def sqrt(z, /):
    """The root whose real part is not negative."""
    z = complex(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if not x and not y:
        return complex(0.0, y)
    if math.isinf(x) or math.isnan(x) or math.isnan(y):
        if x == inf:
            return complex(inf, nan if math.isnan(y) else math.copysign(0.0, y))
        if x == -inf:
            return complex(nan if math.isnan(y) else 0.0, math.copysign(inf, y))
        return complex(nan, nan)
    # Halved before they are added, so that nothing overflows.
    size = 2.0 * math.sqrt(math.hypot(abs(x) / 8.0, abs(y) / 8.0) + abs(x) / 8.0)
    other = abs(y) / (2.0 * size)
    if x >= 0.0:
        return complex(size, math.copysign(other, y))
    return complex(other, math.copysign(size, y))


# Hyperbolic and trigonometric functions. The trigonometric ones of z are the
# hyperbolic ones of iz, turned back.

def sinh(z, /):
    """Hyperbolic sine."""
    z = complex(z)
    return complex(math.cos(z.imag) * math.sinh(z.real),
                   math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    """Hyperbolic cosine."""
    z = complex(z)
    return complex(math.cos(z.imag) * math.cosh(z.real),
                   math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    """Hyperbolic tangent."""
    z = complex(z)
    if abs(z.real) > 350:
        turned = 4.0 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2.0 * abs(z.real))
        return complex(math.copysign(1.0, z.real), turned)
    size, angle = math.tanh(z.real), math.tan(z.imag)
    narrow = 1.0 / math.cosh(z.real)
    product = size * angle
    whole = 1.0 + product * product
    return complex(size * (1.0 + angle * angle) / whole, angle / whole * narrow * narrow)


def _turn(z):
    return complex(-z.imag, z.real)


def _turn_back(z):
    return complex(z.imag, -z.real)


def sin(z, /):
    """Sine."""
    return _turn_back(sinh(_turn(complex(z))))


def cos(z, /):
    """Cosine."""
    return cosh(_turn(complex(z)))


def tan(z, /):
    """Tangent."""
    return _turn_back(tanh(_turn(complex(z))))


def asinh(z, /):
    """Inverse hyperbolic sine."""
    z = complex(z)
    plus, minus = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(plus.real * minus.imag - minus.real * plus.imag),
                   math.atan2(z.imag, plus.real * minus.real - plus.imag * minus.imag))


def acosh(z, /):
    """Inverse hyperbolic cosine."""
    z = complex(z)
    minus, plus = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(minus.real * plus.real + minus.imag * plus.imag),
                   2.0 * math.atan2(minus.imag, plus.real))


def atanh(z, /):
    """Inverse hyperbolic tangent."""
    z = complex(z)
    if z.real < 0.0 or (not z.real and math.copysign(1.0, z.real) < 0.0):
        return -atanh(-z)
    if z == 1.0:
        raise ValueError('math domain error')
    x, y = z.real, z.imag
    return complex(math.log1p(4.0 * x / ((1.0 - x) ** 2 + y * y)) / 4.0,
                   -math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - y * y) / 2.0)


def asin(z, /):
    """Inverse sine."""
    return _turn_back(asinh(_turn(complex(z))))


def acos(z, /):
    """Inverse cosine."""
    z = complex(z)
    minus, plus = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(minus.real, plus.real),
                   math.asinh(plus.real * minus.imag - plus.imag * minus.real))


def atan(z, /):
    """Inverse tangent."""
    return _turn_back(atanh(_turn(complex(z))))
