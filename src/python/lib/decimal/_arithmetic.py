"""The operations on finite numbers, as (sign, coefficient, exponent).

`finish` rounds a result to a context and signals what happened.
"""

from math import isqrt

from ._rounding import (
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_05UP, digits, round_off)
from ._signals import (
    Clamped, Inexact, Overflow, Rounded, Subnormal, Underflow)


def finish(context, sign, coefficient, exponent, sticky=False):
    """(sign, coefficient, exponent) within the limits; 'F' for infinity."""
    if not coefficient and not sticky:
        top = context.Etop() if context.clamp else context.Emax
        limited = min(max(exponent, context.Etiny()), top)
        if limited != exponent:
            context.signal(Clamped)
        return sign, 0, limited
    least = digits(coefficient) + exponent - context.prec
    if least > context.Etop():
        return _overflow(context, sign)
    tiny = context.Etiny()
    subnormal = least < tiny
    least = max(least, tiny)
    if exponent < least or sticky:
        kept, inexact = round_off(coefficient, least - exponent, sign,
                                  context.rounding, sticky)
        if exponent > least:
            least = exponent
        if digits(kept) > context.prec:
            kept //= 10
            least += 1
            if least > context.Etop():
                return _overflow(context, sign)
        conditions = [Rounded]
        if inexact:
            conditions.append(Inexact)
        if subnormal:
            conditions.append(Subnormal)
            if inexact:
                conditions.append(Underflow)
        if not kept:
            conditions.append(Clamped)
        context.signal(*conditions)
        return sign, kept, least
    if subnormal:
        context.signal(Subnormal)
    if context.clamp and exponent > context.Etop():
        coefficient *= 10**(exponent - context.Etop())
        exponent = context.Etop()
        context.signal(Clamped)
    return sign, coefficient, exponent


def _overflow(context, sign):
    mode = context.rounding
    context.signal(Overflow, Inexact, Rounded)
    if mode in (ROUND_DOWN, ROUND_05UP) or (
            mode == ROUND_CEILING and sign) or (
            mode == ROUND_FLOOR and not sign):
        return sign, 10**context.prec - 1, context.Etop()
    return sign, 0, 'F'


def add(context, a, b):
    """The sum of two numbers."""
    (sign_a, coefficient_a, exponent_a), (sign_b, coefficient_b,
                                          exponent_b) = a, b
    exponent = min(exponent_a, exponent_b)
    if not coefficient_a or not coefficient_b:
        if not coefficient_a and not coefficient_b:
            sign = sign_a and sign_b
            if sign_a != sign_b and context.rounding == ROUND_FLOOR:
                sign = 1
            return finish(context, sign, 0, exponent)
        sign, coefficient, own = b if not coefficient_a else a
        # The zero's exponent counts as far as there is room.
        exponent = max(exponent, own - context.prec - 1 + 0)
        if exponent < own:
            coefficient *= 10**(own - exponent)
            own = exponent
        return finish(context, sign, coefficient, own)
    # A number far below the other one only matters as more than nothing.
    far = context.prec + 3
    top_a = digits(coefficient_a) + exponent_a
    top_b = digits(coefficient_b) + exponent_b
    low = max(top_a, top_b) - far - max(
        digits(coefficient_a), digits(coefficient_b))
    if top_b < low < exponent_a:
        coefficient_b, exponent_b = 1, low
    elif top_a < low < exponent_b:
        coefficient_a, exponent_a = 1, low
    exponent = min(exponent_a, exponent_b)
    total = ((-coefficient_a if sign_a else coefficient_a)
             * 10**(exponent_a - exponent)
             + (-coefficient_b if sign_b else coefficient_b)
             * 10**(exponent_b - exponent))
    if not total:
        sign = int(context.rounding == ROUND_FLOOR)
        if sign_a == sign_b:
            sign = sign_a
        return finish(context, sign, 0, exponent)
    return finish(context, int(total < 0), abs(total), exponent)


def multiply(context, a, b):
    return finish(context, a[0] ^ b[0], a[1] * b[1], a[2] + b[2])


def divide(context, a, b):
    """The quotient; the divisor is not 0."""
    sign, ideal = a[0] ^ b[0], a[2] - b[2]
    if not a[1]:
        return finish(context, sign, 0, ideal)
    shift = max(digits(b[1]) - digits(a[1]) + context.prec + 1, 0)
    exponent = ideal - shift
    quotient, rest = divmod(a[1] * 10**shift, b[1])
    if rest:
        return finish(context, sign, quotient, exponent, True)
    while exponent < ideal and quotient % 10 == 0:
        quotient //= 10
        exponent += 1
    return finish(context, sign, quotient, exponent)


def square_root(context, a):
    """The square root of a number above 0."""
    _, coefficient, exponent = a
    ideal = exponent >> 1
    if exponent & 1:
        coefficient *= 10
        exponent -= 1
    # Two digits below the root make one of it.
    shift = max(context.prec + 1 - (digits(coefficient) + 1) // 2, 0)
    root = isqrt(coefficient * 100**shift)
    exact = root * root == coefficient * 100**shift
    exponent = exponent // 2 - shift
    if exact:
        while exponent < ideal and root % 10 == 0:
            root //= 10
            exponent += 1
    return root, exponent, not exact
