"""Powers."""

from . import _arithmetic
from ._compute import (
    _parts, divide, exp, finished, invalid, ln, multiply, nan_of)
from ._number import exact, make, order
from ._rounding import digits
from ._signals import Clamped, Inexact, Overflow, Rounded, Underflow

# Digits that are calculated beyond the precision.
_MORE = 23


def _is_whole(a):
    return a._exp >= 0 or a._int % 10**-a._exp == 0


def power(a, b, context):
    """a ** b"""
    found = nan_of(context, a, b)
    if found is not None:
        return found
    whole = b._exp != 'F' and _is_whole(b)
    sign = int(a._sign and whole and int(b) % 2 == 1)
    if not b._int and b._exp != 'F':
        if not a._int and a._exp != 'F':
            return invalid(context)
        return make(0, 1, 0)
    if a._sign and not whole and (a._int or a._exp == 'F'):
        return invalid(context)
    if not a._int and a._exp != 'F':
        return make(sign, 0, 'F') if b._sign else make(sign, 0, 0)
    size = order(a.copy_abs(), make(0, 1, 0))
    if b._exp == 'F':
        if size == 0:
            context.signal(Inexact, Rounded)
            return make(0, 10**(context.prec - 1), 1 - context.prec)
        if (size > 0) == (not b._sign):
            return make(0, 0, 'F')
        return make(0, 0, 0)
    if a._exp == 'F':
        return make(sign, 0, 0) if b._sign else make(sign, 0, 'F')
    if size == 0:
        return _power_of_one(a, b, sign, whole, context)
    far = _out_of_range(a, b, sign, size, context)
    if far is not None:
        return far
    if whole:
        return _whole_power(a, int(b), sign, context)
    work = context.widened(max(digits(a._int) - context.prec, 0) + _MORE)
    result = exp(multiply(b, ln(a, work), work), work)
    return _inexact(context, sign, result)


def _inexact(context, sign, result):
    """A result that is not exact, filled up with zeros."""
    if isinstance(result._exp, str):
        return make(sign, result._int, result._exp)
    shift = max(context.prec + 1 - digits(result._int), 0)
    parts = _arithmetic.finish(context, sign, result._int * 10**shift,
                               result._exp - shift)
    context.signal(Inexact, Rounded)
    return make(*parts)


def _power_of_one(a, b, sign, whole, context):
    if not whole:
        context.signal(Inexact, Rounded)
        return make(sign, 10**(context.prec - 1), 1 - context.prec)
    # 1.00 ** 2 is 1.0000, as far as there is room.
    places = -a._exp * int(b) if not b._sign else 0
    if places >= context.prec:
        context.signal(Rounded)
        places = context.prec - 1
    return make(sign, 10**max(places, 0), -max(places, 0))


def _out_of_range(a, b, sign, size, context):
    """The result if it is clear that it is too large or too small."""
    # |log10(a)| is less than this, and at least the next.
    low = abs(a.adjusted() + (a.adjusted() < 0))
    if b.adjusted() < len(str(context.Emax)) + 2 and (
            low * abs(int(b)) < 2 * context.Emax + 2 * context.prec):
        return None
    if low == 0:
        return None
    if (size > 0) == (not b._sign):
        return finished(context, sign, 1, context.Emax + 5)
    return finished(context, sign, 1, context.Etiny() - context.prec - 5)


def _whole_power(a, n, sign, context):
    """By squaring, with digits to spare."""
    work = context.widened(_MORE + (n < 0))
    base = a.copy_abs()
    if n < 0:
        base = divide(make(0, 1, 0), base, work)
    work.prec = context.prec + _MORE
    result = base
    for bit in bin(abs(n))[3:]:
        result = multiply(result, result, work)
        if bit == '1':
            result = multiply(result, base, work)
    if work.flags[Inexact]:
        context.flags[Inexact] = context.flags[Rounded] = True
    if isinstance(result._exp, str):
        return make(sign, 0, result._exp)
    return finished(context, sign, result._int, result._exp)


def power_modulo(a, b, modulo, context):
    """a ** b % modulo for whole numbers."""
    found = nan_of(context, a, b, modulo)
    if found is not None:
        return found
    if not all(one._exp != 'F' and _is_whole(one) for one in (a, b, modulo)):
        return invalid(context)
    if b._sign or not modulo or (not a and not b) or digits(
            abs(int(modulo))) > context.prec:
        return invalid(context)
    result = pow(abs(int(a)), int(b), abs(int(modulo)))
    sign = int(a._sign and int(b) % 2 == 1)
    return make(sign, result, 0)
