"""`Decimal`."""

import numbers
import re
import sys
from collections import namedtuple

from . import _arithmetic, _context, _format
from ._rounding import MODES, ROUND_HALF_EVEN, digits, round_off
from ._signals import (
    ConversionSyntax, FloatOperation, InvalidOperation)

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent')
DecimalTuple.__module__ = 'decimal'

_NUMBER = re.compile(r'''
    (?P<sign>[-+])?
    (?:
        (?=\d|\.\d)(?P<whole>\d*)(?:\.(?P<fraction>\d*))?
        (?:e(?P<exponent>[-+]?\d+))?
    |   inf(?:inity)?
    |   (?P<signaling>s)?nan(?P<payload>\d*)
    )''', re.VERBOSE | re.IGNORECASE)


def current(context):
    """The context to use where None may have been given."""
    if context is None:
        return _context.getcontext()
    if not isinstance(context, _context.Context):
        raise TypeError('optional argument must be a context')
    return context


def make(sign, coefficient, exponent, cls=None):
    """A Decimal of exactly these parts. The exponent of an infinity is 'F',
    of NaNs 'n' and 'N'."""
    self = object.__new__(cls or Decimal)
    self._sign, self._int, self._exp = sign, coefficient, exponent
    return self


class Decimal:
    """A number of decimal digits with an exponent, an infinity or a NaN."""

    __slots__ = ('_sign', '_int', '_exp', '__weakref__')

    def __new__(cls, value='0', context=None):
        context = current(context)
        if isinstance(value, str):
            made = from_text(value.strip().replace('_', ''))
            if made is None:
                return _invalid(context, ConversionSyntax, cls)
        elif isinstance(value, float):
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            made = from_float(value)
        else:
            made = exact(value)
            if made is None and isinstance(value, (list, tuple)):
                made = _from_tuple(value)
            if made is None:
                raise TypeError('conversion from '
                                f'{type(value).__name__} to Decimal is not '
                                'supported')
        if type(made) is cls:
            return made
        return make(made._sign, made._int, made._exp, cls)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            made = exact(f)
        elif isinstance(f, float):
            made = from_float(f)
        else:
            raise TypeError('argument must be int or float')
        return made if cls is Decimal else cls(made)

    @classmethod
    def from_number(cls, number, /):
        """The exact value of a number of any kind, but not of a text."""
        if isinstance(number, (int, float, Decimal)):
            made = from_float(number) if isinstance(
                number, float) else exact(number)
            return made if cls is Decimal else cls(made)
        raise TypeError('Cannot convert '
                        f'{number!r} to Decimal')

    # Texts.

    def __str__(self):
        return _format.scientific(self, _context.getcontext().capitals)

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return _format.scientific(self, current(context).capitals, True)

    def __format__(self, specifier, /):
        return _format.formatted(self, specifier, _context.getcontext())

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo, /):
        return self.__copy__()

    # What it is.

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_infinite(self):
        return self._exp == 'F'

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._int and self.is_finite()

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        if not self.is_finite() or not self._int:
            return False
        return current(context).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if not self.is_finite() or not self._int:
            return False
        return self.adjusted() < current(context).Emin

    def adjusted(self):
        """The exponent of the first digit; 0 if there is none."""
        if not self.is_finite():
            return 0
        return self._exp + max(digits(self._int), 1) - 1

    def as_tuple(self):
        if self._exp == 'F':
            shown = (0,)
        elif self.is_nan():
            shown = tuple(map(int, str(self._int))) if self._int else ()
        else:
            shown = tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, shown, self._exp)

    def as_integer_ratio(self):
        """(numerator, denominator) in lowest terms."""
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer ratio')
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        from math import gcd
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10**self._exp, 1
        unit = 10**-self._exp
        common = gcd(number, unit)
        return number // common, unit // common

    def canonical(self):
        return self

    def radix(self):
        return make(0, 10, 0)

    real = property(lambda self: self)
    imag = property(lambda self: make(0, 0, 0))

    def conjugate(self):
        return self

    # Conversions.

    def __bool__(self):
        return bool(self._int) or not self.is_finite()

    def __int__(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        number = self._int * 10**self._exp if self._exp >= 0 else (
            self._int // 10**-self._exp)
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._exp == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        if self._exp == 'n':
            return float('-nan' if self._sign else 'nan')
        return float(_format.scientific(self, 1))

    def __complex__(self):
        return complex(float(self))

    def _rounded(self, mode):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        if self._exp >= 0:
            return int(self)
        kept, _ = round_off(self._int, -self._exp, self._sign, mode)
        return -kept if self._sign else kept

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self._rounded(ROUND_HALF_EVEN)
        return self.quantize(make(0, 1, -ndigits), ROUND_HALF_EVEN)

    def __floor__(self):
        return self._rounded('ROUND_FLOOR')

    def __ceil__(self):
        return self._rounded('ROUND_CEILING')

    def __hash__(self):
        if self._exp == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._exp == 'n':
            return object.__hash__(self)
        info = sys.hash_info
        if self._exp == 'F':
            return -info.inf if self._sign else info.inf
        # Equal to the hash of equal ints, floats and fractions.
        if self._exp >= 0:
            power = pow(10, self._exp, info.modulus)
        else:
            power = pow(pow(10, -1, info.modulus), -self._exp, info.modulus)
        value = self._int * power % info.modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    # Comparisons.

    def _compared(self, other, equality):
        """(self, other) as Decimals to compare, or None."""
        context = _context.getcontext()
        if isinstance(other, float):
            context.flags[FloatOperation] = True
            if not equality and context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            return self, from_float(other)
        found = exact(other)
        if found is not None:
            return self, found
        if isinstance(other, numbers.Rational):
            if not self.is_finite():
                return self, exact(other.numerator)
            scaled = make(self._sign, self._int * other.denominator,
                          self._exp)
            return scaled, exact(other.numerator)
        if equality and isinstance(other, numbers.Complex) and (
                other.imag == 0):
            return self._compared(other.real, equality)
        return None

    def __eq__(self, other):
        pair = self._compared(other, True)
        if pair is None:
            return NotImplemented
        if _any_nan(*pair, signaling_only=True):
            return False
        return not _any_nan(*pair) and order(*pair) == 0

    def _ordered(self, other, test):
        pair = self._compared(other, False)
        if pair is None:
            return NotImplemented
        if _any_nan(*pair):
            _context.getcontext().signal(InvalidOperation)
            return False
        return test(order(*pair))

    def __lt__(self, other):
        return self._ordered(other, lambda found: found < 0)

    def __le__(self, other):
        return self._ordered(other, lambda found: found <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda found: found > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda found: found >= 0)

    def compare_total(self, other, context=None):
        """-1, 0 or 1 in an order of all Decimals."""
        return exact(total_order(self, exact(other)))

    def compare_total_mag(self, other, context=None):
        return exact(total_order(self.copy_abs(),
                                 exact(other).copy_abs()))

    def same_quantum(self, other, context=None):
        """Whether the exponents are the same."""
        other = exact(other)
        if not self.is_finite() or not other.is_finite():
            return self.is_nan() and other.is_nan() or (
                self._exp == other._exp == 'F')
        return self._exp == other._exp

    # The sign.

    def copy_abs(self):
        return make(0, self._int, self._exp)

    def copy_negate(self):
        return make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return make(exact(other)._sign, self._int, self._exp)


numbers.Number.register(Decimal)
Decimal.__module__ = 'decimal'


def _invalid(context, condition, cls=None):
    context.signal(condition)
    return make(0, 0, 'n', cls)


def from_text(text):
    """The Decimal that a text stands for, or None."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    sign = int(found['sign'] == '-')
    if found['whole'] is not None:
        fraction = found['fraction'] or ''
        exponent = int(found['exponent'] or 0) - len(fraction)
        return make(sign, int(found['whole'] + fraction), exponent)
    if found['payload'] is not None:
        kind = 'N' if found['signaling'] else 'n'
        return make(sign, int(found['payload'] or 0), kind)
    return make(sign, 0, 'F')


def from_float(value):
    """The exact value of a float."""
    if value != value:
        from math import copysign
        return make(int(copysign(1, value) < 0), 0, 'n')
    if value in (float('inf'), float('-inf')):
        return make(int(value < 0), 0, 'F')
    from math import copysign
    sign = int(copysign(1.0, value) < 0)
    numerator, denominator = abs(value).as_integer_ratio()
    # The denominator is a power of two.
    places = denominator.bit_length() - 1
    return make(sign, numerator * 5**places, -places)


def exact(value):
    """A Decimal or int as Decimal; None for anything else."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return make(int(value < 0), abs(int(value)), 0)
    return None


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, shown, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if exponent == 'F':
        return make(sign, 0, 'F')
    if not all(isinstance(digit, int) and 0 <= digit <= 9
               for digit in shown):
        raise ValueError(
            'coefficient must be a tuple of digits')
    coefficient = int(''.join(map(str, shown)) or '0')
    if exponent in ('n', 'N'):
        return make(sign, coefficient, exponent)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be "
                         "'F', 'n' or 'N'" if isinstance(exponent, str) else
                         'exponent must be an integer')
    return make(sign, coefficient, exponent)


def _any_nan(a, b, signaling_only=False):
    return any(one._exp == 'N' or (one._exp == 'n' and not signaling_only)
               for one in (a, b))


def order(a, b):
    """-1, 0 or 1 for numbers that are not NaN."""
    if a._exp == 'F' or b._exp == 'F':
        left = (1 - 2 * a._sign) * (a._exp == 'F')
        right = (1 - 2 * b._sign) * (b._exp == 'F')
        return (left > right) - (left < right)
    if not a._int or not b._int:
        left = (1 - 2 * a._sign) * bool(a._int)
        right = (1 - 2 * b._sign) * bool(b._int)
        return (left > right) - (left < right)
    if a._sign != b._sign:
        return 1 if b._sign else -1
    high_a, high_b = a.adjusted(), b.adjusted()
    if high_a != high_b:
        larger = 1 if high_a > high_b else -1
    else:
        least = min(a._exp, b._exp)
        left = a._int * 10**(a._exp - least)
        right = b._int * 10**(b._exp - least)
        larger = (left > right) - (left < right)
    return -larger if a._sign else larger


def total_order(a, b):
    """The order of `compare_total`: also tells 1.0 from 1.00, and NaNs."""
    def rank(one):
        return {'n': 2, 'N': 1}.get(one._exp, 0)

    if a._sign != b._sign:
        return -1 if a._sign else 1
    if rank(a) or rank(b):
        left, right = (rank(a), a._int), (rank(b), b._int)
        found = (left > right) - (left < right)
        return -found if a._sign else found
    found = order(a, b)
    if found or a._exp == b._exp:
        return found
    found = 1 if a._exp > b._exp else -1
    return -found if a._sign else found


from . import _methods
_methods.add_to(Decimal)
