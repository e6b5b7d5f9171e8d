"""`timedelta`: the difference between two times."""

_DAY = 86_400_000_000
_SECOND = 1_000_000


def divide_nearest(a, b):
    """a / b as a whole number, ties to even."""
    q, r = divmod(a, b)
    r *= 2
    past_half = r > b if b > 0 else r < b
    if past_half or r == b and q % 2 == 1:
        q += 1
    return q


def check_float_or_int(value, kind):
    if not isinstance(value, (int, float)):
        raise TypeError(
            f'unsupported type for timedelta {kind} component: '
            f'{type(value).__name__}')


def shown_name(value):
    """What reprs call the class: one of the program's own has its name alone, as in C."""
    cls = type(value)
    name = cls.__name__
    return f'datetime.{name}' if cls.__module__ == 'datetime' else name


class timedelta:
    """A duration, as a whole number of microseconds."""

    __slots__ = ('_days', '_seconds', '_microseconds', '_hash')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0,
                minutes=0, hours=0, weeks=0):
        parts = (('days', days, _DAY), ('seconds', seconds, _SECOND),
                 ('microseconds', microseconds, 1),
                 ('milliseconds', milliseconds, 1000),
                 ('minutes', minutes, 60 * _SECOND),
                 ('hours', hours, 3600 * _SECOND), ('weeks', weeks, 7 * _DAY))
        whole = 0
        rest = 0.0
        for kind, value, unit in parts:
            check_float_or_int(value, kind)
            if isinstance(value, int):
                whole += value * unit
            else:
                # Fractions are kept apart, so that whole parts stay exact.
                count = int(value // 1)
                whole += count * unit
                rest += (value - count) * unit
        # Not rounded by itself: ties depend on the whole.
        if rest:
            base = int(rest // 1)
            left = rest - base
            whole += base
            if left > 0.5 or left == 0.5 and whole % 2:
                whole += 1
        return cls._of(whole)

    @classmethod
    def _of(cls, microseconds):
        days, rest = divmod(microseconds, _DAY)
        if not -2**31 <= days < 2**31:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= '
                                '999999999')
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, _SECOND)
        self._hash = None
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return ((self._days * 86400 + self._seconds) * _SECOND
                + self._microseconds)

    def total_seconds(self):
        """The whole duration in seconds."""
        return self._total() / _SECOND

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f'days={self._days}')
        if self._seconds:
            parts.append(f'seconds={self._seconds}')
        if self._microseconds:
            parts.append(f'microseconds={self._microseconds}')
        return f'{shown_name(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self._days:
            plural = '' if abs(self._days) == 1 else 's'
            text = f'{self._days} day{plural}, {text}'
        if self._microseconds:
            text += f'.{self._microseconds:06}'
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total() * b, a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            count, rest = divmod(self._total(), other._total())
            return count, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._total() == other._total()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._total() < other._total()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._total() <= other._total()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._total() > other._total()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._total() >= other._total()
        return NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59,
                          microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
