"""What the operations do with numbers, infinities and NaNs."""

import builtins

from . import _arithmetic, _functions
from ._number import exact, make, order, total_order
from ._rounding import ROUND_DOWN, ROUND_HALF_EVEN, digits, round_off
from ._signals import (
    Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, Inexact,
    InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow)


def invalid(context, condition=InvalidOperation):
    """NaN, unless the signal is trapped."""
    context.signal(condition)
    return make(0, 0, 'n')


def nan_of(context, *numbers):
    """The NaN that comes of numbers of which some are NaN, else None."""
    for one in numbers:
        if one._exp == 'N':
            context.signal(InvalidOperation)
            return _quiet(context, one)
    for one in numbers:
        if one._exp == 'n':
            return _quiet(context, one)
    return None


def _quiet(context, one):
    room = context.prec - context.clamp
    return make(one._sign, one._int % 10**room if digits(
        one._int) > room else one._int, 'n')


def _parts(one):
    return one._sign, one._int, one._exp


def finished(context, *parts):
    return make(*_arithmetic.finish(context, *parts))


def rounded(one, context):
    """A number rounded to the context."""
    if one._exp == 'F':
        return one
    return finished(context, *_parts(one))


def plus(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if not a._int and a._exp != 'F' and context.rounding != 'ROUND_FLOOR':
        a = a.copy_abs()
    return rounded(a, context)


def minus(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if not a._int and a._exp != 'F':
        return plus(a.copy_abs() if context.rounding != 'ROUND_FLOOR' else
                    a.copy_negate(), context)
    return rounded(a.copy_negate(), context)


def absolute(a, context):
    return minus(a, context) if a._sign and not a.is_nan() else plus(
        a, context)


def add(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    if a._exp == 'F' or b._exp == 'F':
        if a._exp == b._exp and a._sign != b._sign:
            return invalid(context)
        return a if a._exp == 'F' else b
    return make(*_arithmetic.add(context, _parts(a), _parts(b)))


def subtract(a, b, context):
    return add(a, b if b.is_nan() else b.copy_negate(), context)


def multiply(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    if a._exp == 'F' or b._exp == 'F':
        if not a or not b:
            return invalid(context)
        return make(a._sign ^ b._sign, 0, 'F')
    return make(*_arithmetic.multiply(context, _parts(a), _parts(b)))


def fma(a, b, c, context):
    found = nan_of(context, a, b, c)
    if found is not None:
        return found
    if a._exp == 'F' or b._exp == 'F':
        return add(multiply(a, b, context), c, context)
    product = make(a._sign ^ b._sign, a._int * b._int, a._exp + b._exp)
    return add(product, c, context)


def divide(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    sign = a._sign ^ b._sign
    if a._exp == 'F':
        return invalid(context) if b._exp == 'F' else make(sign, 0, 'F')
    if b._exp == 'F':
        context.signal(Clamped)
        return make(sign, 0, context.Etiny())
    if not b._int:
        if not a._int:
            return invalid(context, DivisionUndefined)
        context.signal(DivisionByZero)
        return make(sign, 0, 'F')
    return make(*_arithmetic.divide(context, _parts(a), _parts(b)))


def _whole(a, b, context):
    """(quotient, remainder) of finite numbers; None if it is too large."""
    exponent = builtins.min(a._exp, b._exp)
    if a._int and a.adjusted() - b.adjusted() > context.prec:
        return None
    quotient, rest = builtins.divmod(a._int * 10**(a._exp - exponent),
                            b._int * 10**(b._exp - exponent))
    if digits(quotient) > context.prec:
        return None
    return (make(a._sign ^ b._sign, quotient, 0),
            make(a._sign, rest, exponent))


def divmod(a, b, context):
    """The quotient towards zero, and what is left."""
    found = nan_of(context, a, b)
    if found is not None:
        return found, found
    sign = a._sign ^ b._sign
    if a._exp == 'F':
        if b._exp == 'F':
            nan = invalid(context)
            return nan, nan
        return make(sign, 0, 'F'), invalid(context)
    if b._exp == 'F':
        return make(sign, 0, 0), rounded(a, context)
    if not b._int:
        if not a._int:
            nan = invalid(context, DivisionUndefined)
            return nan, nan
        context.signal(DivisionByZero, InvalidOperation)
        return make(sign, 0, 'F'), make(0, 0, 'n')
    pair = _whole(a, b, context)
    if pair is None:
        nan = invalid(context, DivisionImpossible)
        return nan, nan
    return pair[0], rounded(pair[1], context)


def divide_int(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    sign = a._sign ^ b._sign
    if a._exp == 'F':
        return invalid(context) if b._exp == 'F' else make(sign, 0, 'F')
    if b._exp == 'F':
        return make(sign, 0, 0)
    if not b._int:
        if not a._int:
            return invalid(context, DivisionUndefined)
        context.signal(DivisionByZero)
        return make(sign, 0, 'F')
    pair = _whole(a, b, context)
    return invalid(context, DivisionImpossible) if pair is None else pair[0]


def remainder(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    if a._exp == 'F':
        return invalid(context)
    if b._exp == 'F':
        return rounded(a, context)
    if not b._int:
        return invalid(context, InvalidOperation if a._int else
                       DivisionUndefined)
    pair = _whole(a, b, context)
    if pair is None:
        return invalid(context, DivisionImpossible)
    return rounded(pair[1], context)


def remainder_near(a, b, context):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    if a._exp == 'F' or not b and b._exp != 'F':
        return invalid(context, InvalidOperation if a else DivisionUndefined)
    if b._exp == 'F':
        return rounded(a, context)
    pair = _whole(a, b, context)
    if pair is None:
        return invalid(context, DivisionImpossible)
    quotient, rest = pair
    divisor = b._int * 10**(b._exp - rest._exp)
    number = rest._int
    if 2 * number > divisor or (2 * number == divisor and quotient._int % 2):
        number -= divisor
    sign = a._sign ^ (number < 0)
    return finished(context, sign, abs(number), rest._exp)


def quantize(a, b, context, rounding=None):
    found = nan_of(context, a, b)
    if found is not None:
        return found
    if a._exp == 'F' or b._exp == 'F':
        return a if a._exp == b._exp else invalid(context)
    rounding = _mode(rounding, context)
    if not context.Etiny() <= b._exp <= context.Emax:
        return invalid(context)
    if a._exp >= b._exp:
        coefficient = a._int * 10**(a._exp - b._exp) if digits(
            a._int) + a._exp - b._exp <= context.prec or not a._int else None
        inexact = changed = False
    else:
        coefficient, inexact = round_off(a._int, b._exp - a._exp, a._sign,
                                         rounding)
        changed = bool(a._int)
    if coefficient is None or digits(coefficient) > context.prec or (
            coefficient and digits(coefficient) + b._exp - 1 > context.Emax):
        return invalid(context)
    conditions = []
    if changed:
        conditions.append(Rounded)
    if inexact:
        conditions.append(Inexact)
    if coefficient and digits(coefficient) + b._exp - 1 < context.Emin:
        conditions.append(Subnormal)
    context.signal(*conditions)
    return make(a._sign, coefficient, b._exp)


def _mode(rounding, context):
    from ._rounding import MODES
    if rounding is None:
        return context.rounding
    if rounding not in MODES:
        raise TypeError(
            'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, '
            'ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, '
            'ROUND_HALF_EVEN,\n   ROUND_05UP]')
    return rounding


def to_integral(a, context, rounding, signals):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F' or a._exp >= 0:
        return a
    kept, inexact = round_off(a._int, -a._exp, a._sign,
                              _mode(rounding, context))
    if signals:
        context.signal(*[Rounded, Inexact][:1 + inexact])
    return make(a._sign, kept, 0)


def normalize(a, context):
    """Without zeros at the end."""
    a = plus_keeping_sign(a, context)
    if a._exp == 'F' or a.is_nan():
        return a
    if not a._int:
        return make(a._sign, 0, 0)
    coefficient, exponent = a._int, a._exp
    top = context.Etop() if context.clamp else context.Emax
    while coefficient % 10 == 0 and exponent < top:
        coefficient //= 10
        exponent += 1
    return make(a._sign, coefficient, exponent)


def plus_keeping_sign(a, context):
    found = nan_of(context, a)
    return rounded(a, context) if found is None else found


def compare(a, b, context):
    found = nan_of(context, a, b)
    return exact(order(a, b)) if found is None else found


def compare_signal(a, b, context):
    if a.is_nan() or b.is_nan():
        context.signal(InvalidOperation)
        one = next(one for kind in 'Nn' for one in (a, b)
                   if one._exp == kind)
        return _quiet(context, one)
    return exact(order(a, b))


def _extreme(a, b, context, wanted, magnitude):
    if a._exp == 'n' and not b.is_nan():
        return rounded(b, context)
    if b._exp == 'n' and not a.is_nan():
        return rounded(a, context)
    found = nan_of(context, a, b)
    if found is not None:
        return found
    one, other = (a.copy_abs(), b.copy_abs()) if magnitude else (a, b)
    way = order(one, other) or total_order(a, b)
    return rounded(a if way * wanted > 0 or way == 0 else b, context)


def max(a, b, context):
    return _extreme(a, b, context, 1, False)


def min(a, b, context):
    return _extreme(a, b, context, -1, False)


def max_mag(a, b, context):
    return _extreme(a, b, context, 1, True)


def min_mag(a, b, context):
    return _extreme(a, b, context, -1, True)


def sqrt(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F' and not a._sign:
        return a
    if not a._int and a._exp != 'F':
        return finished(context, a._sign, 0, a._exp >> 1)
    if a._sign:
        return invalid(context)
    even = _functions._even(context)
    return make(*_arithmetic.finish(
        even, 0, *_arithmetic.square_root(context, _parts(a))))


def exp(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F':
        return make(0, 0, 0) if a._sign else a
    if not a._int:
        return make(0, 1, 0)
    size = a.adjusted()
    even = _functions._even(context)
    if size > len(str(context.Emax)) + 2:
        # Out of range in any case.
        if a._sign:
            return finished(even, 0, 1, context.Etiny() - context.prec - 5,
                            True)
        return finished(even, 0, 1, context.Emax + 5, True)
    if size < -context.prec - 1:
        # 1 and a little more or less.
        unit = 10**(context.prec + 2)
        return finished(even, 0, unit - 1 if a._sign else unit,
                        -context.prec - 2, True)
    return make(*_functions.exp(context, _parts(a)))


def ln(a, context):
    return _logarithm(a, context, _functions.ln, False)


def log10(a, context):
    return _logarithm(a, context, _functions.log10, True)


def _logarithm(a, context, function, decimal):
    found = nan_of(context, a)
    if found is not None:
        return found
    if not a._int and a._exp != 'F':
        return make(1, 0, 'F')
    if a._sign:
        return invalid(context)
    if a._exp == 'F':
        return a
    coefficient, exponent = a._int, a._exp
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    if coefficient == 1 and (decimal or exponent == 0):
        return rounded(exact(exponent), context)
    return make(*function(context, (0, coefficient, exponent)))


def logb(a, context):
    found = nan_of(context, a)
    if found is not None:
        return found
    if a._exp == 'F':
        return a.copy_abs()
    if not a._int:
        context.signal(DivisionByZero)
        return make(1, 0, 'F')
    return rounded(exact(a.adjusted()), context)


from ._powers import power, power_modulo
from ._digits import (
    logical_and, logical_invert, logical_or, logical_xor, next_minus,
    next_plus, next_toward, number_class, rotate, scaleb, shift)
