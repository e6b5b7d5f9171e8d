"""Operations on digits: shifts, neighbours, and logic on 0 and 1."""

from ._compute import (
    add, finished, invalid, nan_of, order, plus, rounded)
from ._number import exact, make
from ._rounding import ROUND_CEILING, ROUND_FLOOR, digits
from ._signals import Clamped, Inexact, Overflow, Rounded, Subnormal, Underflow


def _largest(context, sign):
    return make(sign, 10**context.prec - 1, context.Etop())


def _neighbour(a, context, rounding):
    """The next number in the direction of a rounding."""
    work = context.copy()
    work.clear_traps()
    work.rounding = rounding
    moved = rounded(a, work)
    if order(moved, a):
        return moved
    step = make(int(rounding == ROUND_FLOOR), 1, context.Etiny() - 1)
    return add(a, step, work)


def next_minus(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F':
        return a if a._sign else _largest(context, 0)
    return _neighbour(a, context, ROUND_FLOOR)


def next_plus(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F':
        return _largest(context, 1) if a._sign else a
    return _neighbour(a, context, ROUND_CEILING)


def next_toward(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    way = order(a, b)
    if way == 0:
        return a.copy_sign(b)
    result = next_plus(a, context) if way < 0 else next_minus(a, context)
    if result._exp == 'F':
        context.signal(Overflow, Inexact, Rounded)
    elif result.adjusted() < context.Emin:
        conditions = [Underflow, Subnormal, Inexact, Rounded]
        if not result:
            conditions.append(Clamped)
        context.signal(*conditions)
    return result


def number_class(a, context):
    if a.is_nan():
        return 'sNaN' if a._exp == 'N' else 'NaN'
    sign = '-' if a._sign else '+'
    if a._exp == 'F':
        return sign + 'Infinity'
    if not a._int:
        return sign + 'Zero'
    return sign + ('Normal' if a.is_normal(context) else 'Subnormal')


def _places(b, limit):
    """A whole number from -limit to limit, or None."""
    if b._exp != 0 or b._int > limit:
        return None
    return int(b)


def shift(a, b, context):
    """The digits moved to the left; those beyond the precision go."""
    found = nan_of(context, a, b)
    if found is not None:
        return found
    places = _places(b, context.prec)
    if places is None:
        return invalid(context)
    if a._exp == 'F':
        return a
    number = a._int * 10**places if places > 0 else a._int // 10**-places
    return make(a._sign, number % 10**context.prec, a._exp)


def rotate(a, b, context):
    """The digits moved to the left; those beyond come in on the right."""
    found = nan_of(context, a, b)
    if found is not None:
        return found
    places = _places(b, context.prec)
    if places is None:
        return invalid(context)
    if a._exp == 'F':
        return a
    shown = str(a._int).zfill(context.prec)[-context.prec:]
    places %= context.prec
    return make(a._sign, int(shown[places:] + shown[:places]), a._exp)


def scaleb(a, b, context):
    """The exponent made larger by a whole number."""
    found = nan_of(context, a, b)
    if found is not None:
        return found
    places = _places(b, 2 * (context.Emax + context.prec))
    if places is None:
        return invalid(context)
    if a._exp == 'F':
        return a
    return finished(context, a._sign, a._int, a._exp + places)


def _bits(a, context):
    """The last digits of a number of 0 and 1, as many as count; or None."""
    shown = str(a._int)
    if a._sign or a._exp != 0 or set(shown) - {'0', '1'}:
        return None
    return int(shown[-context.prec:], 2)


def _logical(a, b, context, combine):
    one, other = _bits(a, context), _bits(b, context)
    if one is None or other is None:
        return invalid(context)
    return make(0, int(format(combine(one, other), 'b')), 0)


def logical_and(a, b, context):
    return _logical(a, b, context, lambda x, y: x & y)


def logical_or(a, b, context):
    return _logical(a, b, context, lambda x, y: x | y)


def logical_xor(a, b, context):
    return _logical(a, b, context, lambda x, y: x ^ y)


def logical_invert(a, context):
    return logical_xor(a, make(0, int('1' * context.prec), 0), context)
