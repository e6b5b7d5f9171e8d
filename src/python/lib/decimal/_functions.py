"""exp, ln and log10 of decimals, correctly rounded.

Values in between are whole numbers that stand for their multiple of
10**-places. Each function gives such a value with an error of less than
10**5 units; `_settled` asks for more places until the rounding is certain.
"""

from functools import lru_cache
from math import isqrt

from ._arithmetic import finish
from ._rounding import ROUND_HALF_EVEN, digits

_ERROR = 10**5


def _settled(context, compute, start):
    """(coefficient, exponent) of a value, right to one digit too many.

    `compute(places)` gives the value as a whole number.
    """
    places = start
    while True:
        value = compute(places)
        extra = digits(abs(value)) - context.prec - 2
        if extra > 6:
            unit = 10**extra
            low = (abs(value) - _ERROR) // unit
            if low == (abs(value) + _ERROR) // unit:
                return int(value < 0), low, extra - places
        places += max(10, context.prec + 9 - extra)


@lru_cache(maxsize=16)
def ln10(places):
    return _ln_ratio(10, 1, places)


def _ln_ratio(a, b, places):
    """ln(a/b) for a ratio from 1 to 10, by roots and the atanh series."""
    work = places + 15
    unit = 10**work
    value = a * unit // b
    roots = 8
    for _ in range(roots):
        value = isqrt(value * unit)
    ratio = (value - unit) * unit // (value + unit)
    square = ratio * ratio // unit
    total, term, odd = 0, ratio, 1
    while term:
        total += term // odd
        term = term * square // unit
        odd += 2
    return (total << (roots + 1)) // 10**15


def _ln_of(coefficient, exponent, places):
    """ln(coefficient * 10**exponent)."""
    size = digits(coefficient)
    # From 1 up to 10, and the power of ten that this leaves.
    power = exponent + size - 1
    value = _ln_ratio(coefficient, 10**(size - 1), places + 5)
    return (value + power * ln10(places + 5 + len(str(abs(power))))
            // 10**len(str(abs(power)))) // 10**5


def _exp_of(value, places):
    """(number, power): exp(value) is number * 10**power; `value` has
    `places` places."""
    tens, rest = divmod(value, ln10(places))
    halvings = 12
    work = places + 12
    unit = 10**work
    rest = rest * 10**12 >> halvings
    total = term = unit
    count = 1
    while term:
        term = term * rest // (unit * count)
        total += term
        count += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10**12, tens


def exp(context, a):
    """exp(a) for a number other than 0 that is not out of all range."""
    sign, coefficient, exponent = a
    # How many digits the whole part has: they are lost below.
    whole = max(digits(coefficient) + exponent, 0)
    power = 0

    def compute(places):
        nonlocal power
        work = places + whole + 5
        shift = exponent + work
        value = coefficient * 10**shift if shift >= 0 else (
            coefficient // 10**-shift)
        result, power = _exp_of(-value if sign else value, work)
        return result // 10**(whole + 5)

    sign, value, places = _settled(context, compute, context.prec + 12)
    return finish(_even(context), 0, value, places + power, True)


def ln(context, a):
    """ln(a) for a number above 0 other than 1."""
    _, coefficient, exponent = a

    def compute(places):
        if coefficient * 10**max(exponent, 0) < 10**max(-exponent, 0):
            # Below 1: the logarithm of the reciprocal, so that numbers near
            # 1 do not lose digits.
            if digits(coefficient) + exponent == 0:
                return -_ln_ratio(10**-exponent, coefficient, places)
        return _ln_of(coefficient, exponent, places)

    sign, value, exponent_out = _settled(context, compute, context.prec + 12)
    return finish(_even(context), sign, value, exponent_out, True)


def log10(context, a):
    """log10(a) for a number above 0 that is no power of ten."""
    _, coefficient, exponent = a

    def compute(places):
        work = places + 10
        below = digits(coefficient) + exponent == 0
        value = -_ln_ratio(10**-exponent, coefficient, work) if below else (
            _ln_of(coefficient, exponent, work))
        return value * 10**places // ln10(work)

    sign, value, exponent_out = _settled(context, compute, context.prec + 12)
    return finish(_even(context), sign, value, exponent_out, True)


class _even:
    """The context with rounding to even, whatever its own rounding is."""

    rounding = ROUND_HALF_EVEN

    def __init__(self, context):
        self._context = context

    def __getattr__(self, name):
        return getattr(self._context, name)
