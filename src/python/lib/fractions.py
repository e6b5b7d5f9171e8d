"""Fractions: exact quotients of whole numbers."""

__all__ = ['Fraction']

import operator
from math import gcd
from numbers import Rational


class Fraction(Rational):
    """A numerator and a denominator without common factors."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._of(numerator, 1)
            if isinstance(numerator, Rational):
                return cls._of(numerator.numerator, numerator.denominator)
            if isinstance(numerator, str):
                return cls._of(*_from_text(numerator))
            ratio = getattr(numerator, 'as_integer_ratio', None)
            if ratio is None:
                raise TypeError('argument should be a string or a Rational '
                                'instance or have the as_integer_ratio() '
                                'method')
            return cls._of(*ratio())
        if not (isinstance(numerator, Rational)
                and isinstance(denominator, Rational)):
            raise TypeError('both arguments should be Rational instances')
        top = numerator.numerator * denominator.denominator
        bottom = numerator.denominator * denominator.numerator
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        return cls._of(top, bottom)

    @classmethod
    def _of(cls, top, bottom):
        """A fraction in lowest terms, with a positive denominator."""
        common = gcd(top, bottom)
        if bottom < 0:
            common = -common
        self = object.__new__(cls)
        self._numerator = top // common
        self._denominator = bottom // common
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, '
                            f'not {f!r} ({type(f).__name__})')
        return cls._of(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if not isinstance(dec, (Decimal, int)):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes '
                            f'Decimals, not {dec!r} ({type(dec).__name__})')
        return cls._of(*dec.as_integer_ratio())

    @classmethod
    def from_number(cls, number):
        if isinstance(number, str):
            raise TypeError('argument should be a Rational instance or have '
                            'the as_integer_ratio() method')
        return cls(number)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not greater."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as long as they fit.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        near = Fraction._of(p1, q1)
        other = Fraction._of(p0 + k * p1, q0 + k * q1)
        return near if abs(near - self) <= abs(other - self) else other

    def __repr__(self):
        return (f'{type(self).__name__}({self._numerator}, '
                f'{self._denominator})')

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec):
        if not format_spec:
            return str(self)
        if format_spec[-1] in 'eEfFgG%':
            return format(float(self), format_spec)
        return format(str(self), format_spec)

    def _add(a, b):
        return Fraction._of(
            a.numerator * b.denominator + b.numerator * a.denominator,
            a.denominator * b.denominator)

    def _sub(a, b):
        return Fraction._of(
            a.numerator * b.denominator - b.numerator * a.denominator,
            a.denominator * b.denominator)

    def _mul(a, b):
        return Fraction._of(a.numerator * b.numerator,
                            a.denominator * b.denominator)

    def _div(a, b):
        bottom = a.denominator * b.numerator
        if bottom == 0:
            raise ZeroDivisionError(
                f'Fraction({a.numerator * b.denominator}, 0)')
        return Fraction._of(a.numerator * b.denominator, bottom)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _divmod(a, b):
        bottom = a.denominator * b.denominator
        count, rest = divmod(a.numerator * b.denominator,
                             a.denominator * b.numerator)
        return count, Fraction._of(rest, bottom)

    def _mod(a, b):
        return Fraction._divmod(a, b)[1]

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if not isinstance(b, Rational):
            if isinstance(b, (float, complex)):
                return float(a) ** b
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction._of(a._numerator ** power,
                                a._denominator ** power)
        if a._numerator == 0:
            raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
        return Fraction._of(a._denominator ** -power, a._numerator ** -power)

    def __rpow__(b, a, modulo=None):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a) ** b
        return a ** float(b)

    def __pos__(self):
        return Fraction._of(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._of(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._of(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        whole = abs(self._numerator) // self._denominator
        return -whole if self._numerator < 0 else whole

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor + floor % 2
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        # Equal to a float, it must have the float's hash: both are the number
        # modulo this prime (Python reference, "Hashing of numeric types").
        prime = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            result = 314159
        else:
            result = abs(self._numerator) % prime * inverse % prime
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, Rational):
            return (self._numerator == other.numerator
                    and self._denominator == other.denominator)
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if other - other != 0:
                return other == 0.0
            return self == Fraction.from_float(other)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, Rational):
            return op(self._numerator * other.denominator,
                      self._denominator * other.numerator)
        if isinstance(other, float):
            if other - other != 0:
                return op(0.0, other)
            return op(self, Fraction.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, operator.lt)

    def __gt__(self, other):
        return self._compare(other, operator.gt)

    def __le__(self, other):
        return self._compare(other, operator.le)

    def __ge__(self, other):
        return self._compare(other, operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _operators(name, exact, fallback):
    """The operator and its reflection, exact for rationals."""
    def forward(a, b):
        if isinstance(b, Rational):
            return exact(a, b)
        if isinstance(b, (float, complex)):
            return fallback(type(b)(a) if isinstance(b, complex)
                            else float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, Rational):
            return exact(a, b)
        if isinstance(a, (float, complex)):
            return fallback(a, float(b))
        return NotImplemented

    setattr(Fraction, f'__{name}__', forward)
    setattr(Fraction, f'__r{name}__', reverse)


_operators('add', Fraction._add, operator.add)
_operators('sub', Fraction._sub, operator.sub)
_operators('mul', Fraction._mul, operator.mul)
_operators('truediv', Fraction._div, operator.truediv)
_operators('floordiv', Fraction._floordiv, operator.floordiv)
_operators('mod', Fraction._mod, operator.mod)
_operators('divmod', Fraction._divmod, divmod)
Fraction.__abstractmethods__ = frozenset()


def _from_text(text):
    """Numerator and denominator of '3/4', '-1.5' or '2e-3'."""
    import re
    found = re.fullmatch(
        r'\s*([-+]?)(?=\d|\.\d)(\d*(?:_\d+)*)(?:/(\d+(?:_\d+)*)|'
        r'(?:\.(\d*(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*', text)
    if found is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, whole, bottom, decimals, exponent = found.groups()
    top = int(whole or '0')
    if bottom:
        bottom = int(bottom)
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
    else:
        bottom = 1
        if decimals:
            decimals = decimals.replace('_', '')
            bottom = 10 ** len(decimals)
            top = top * bottom + int(decimals)
        if exponent:
            power = int(exponent)
            if power >= 0:
                top *= 10 ** power
            else:
                bottom *= 10 ** -power
    return (-top if sign == '-' else top), bottom
