"""`date`: a day of the Gregorian calendar."""

from operator import index

from _calendar_days import (
    DAYS, EPOCH, MONTHS, date_of, day_number, day_of_year, days_in_month,
    first_iso_day, iso_date, weekday)
from time import gmtime, struct_time, time_ns

from ._delta import shown_name, timedelta

MINYEAR = 1
MAXYEAR = 9999
LAST_DAY = 3652059


class IsoCalendarDate(tuple):
    """Year, week and weekday of the ISO calendar."""

    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return ('datetime.IsoCalendarDate(year={}, week={}, weekday={})'
                .format(*self))

    def __reduce__(self):
        return tuple, (tuple(self),)


def checked_date(year, month, day):
    year, month, day = index(year), index(month), index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def parse_iso_date(text):
    """Year, month and day of YYYY-MM-DD, YYYYMMDD or YYYY-Www-D."""
    compact = text.replace('-', '')
    if text[4:5] == '-':
        shapes = (10,) if 'W' not in text else (8, 10)
    else:
        shapes = (8,) if 'W' not in text else (7, 8)
    if len(text) not in shapes or not compact.replace('W', '0').isdigit():
        raise ValueError
    year = int(compact[:4])
    if compact[4] == 'W':
        week = int(compact[5:7])
        day = int(compact[7:8] or 1)
        start = first_iso_day(year)
        if not 1 <= week <= 53 or not 1 <= day <= 7 or (
                week == 53 and start + 364 >= first_iso_day(year + 1)):
            raise ValueError
        return date_of(start + (week - 1) * 7 + day - 1)
    return checked_date(year, int(compact[4:6]), int(compact[6:8]))


def day_of_timestamp(t):
    """Year, month and day of a time in seconds since 1970."""
    if t is None:
        # `gmtime` would take it for the present.
        index(t)
    year, month, day = gmtime(t)[:3]
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    return year, month, day


def check_texts(date_string, format):
    """The arguments of `strptime`."""
    for place, given in enumerate((date_string, format), 1):
        if not isinstance(given, str):
            shown = 'None' if given is None else type(given).__name__
            raise TypeError(f'strptime() argument {place} must be str, not '
                            f'{shown}')


def check_ordinal(n):
    """That there is a day of this number."""
    if not 1 <= index(n) <= LAST_DAY:
        raise ValueError('ordinal must be >= 1' if n < 1 else
                         f'year {date_of(n)[0]} is out of range')


def check_given(year, month, day):
    """They have defaults only because a pickle gives bytes instead."""
    index(year)
    for place, (name, value) in enumerate((('month', month), ('day', day)), 2):
        if value is None:
            raise TypeError('function missing required argument '
                            f"'{name}' (pos {place})")


def _saved_date(state):
    """The fields of a pickled date, or None if it is something else."""
    from ._times import saved_bytes
    state = saved_bytes(state)
    if len(state) != 4 or not 1 <= state[2] <= 12:
        return None
    return state[0] << 8 | state[1], state[2], state[3]


def _type_name(value):
    cls = type(value)
    if cls.__module__ == 'builtins':
        return cls.__name__
    if cls.__module__ == 'datetime':
        return f'datetime.{cls.__name__}'
    return cls.__name__


class date:
    """A day, without a time."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, (bytes, str)) and (
                state := _saved_date(year)) is not None:
            year, month, day = state
        check_given(year, month, day)
        year, month, day = checked_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, t):
        """The day of a time in seconds since 1970."""
        return cls(*day_of_timestamp(t))

    @classmethod
    def today(cls):
        """The day of the virtual clock."""
        return cls.fromordinal(EPOCH + time_ns() // 86_400_000_000_000)

    @classmethod
    def fromordinal(cls, n):
        """The day of a number; 1 January of year 1 is 1."""
        check_ordinal(n)
        return cls(*date_of(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """The day of a text like 2024-01-31."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = parse_iso_date(date_string)
        except (ValueError, IndexError) as error:
            if error.args and error.args[0].startswith(
                    ('month', 'day', 'year')):
                raise
            raise ValueError(
                f'Invalid isoformat string: {date_string!r}') from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        start = first_iso_day(year)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        if not 1 <= week <= 53 or (
                week == 53 and start + 364 >= first_iso_day(year + 1)):
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls.fromordinal(start + (week - 1) * 7 + day - 1)

    @classmethod
    def strptime(cls, date_string, format, /):
        """The day of a text in a format."""
        check_texts(date_string, format)
        from _strptime import parse
        return cls(*parse(date_string, format)[0][:3])

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return (f'{shown_name(self)}'
                f'({self._year}, {self._month}, {self._day})')

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    __str__ = isoformat

    def ctime(self):
        return (f'{DAYS[self.weekday()][:3]} {MONTHS[self._month][:3]} '
                f'{self._day:2} 00:00:00 {self._year:04}')

    def strftime(self, format):
        """The day in a format such as '%d.%m.%Y'."""
        from _strftime import strftime
        return strftime(format, self.timetuple(), self.toordinal(), {
            'f': '000000', 'z': '', ':z': '', 'Z': ''})

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError('__format__() argument 1 must be str, not '
                            + type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        return struct_time((
            self._year, self._month, self._day, 0, 0, 0, self.weekday(),
            day_of_year(self._year, self._month, self._day), -1))

    def toordinal(self):
        return day_number(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The same with other values for some fields."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def weekday(self):
        """0 for Monday … 6 for Sunday."""
        return weekday(self.toordinal())

    def isoweekday(self):
        """1 for Monday … 7 for Sunday."""
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(iso_date(self.toordinal()))

    def _plus_days(self, days):
        number = self.toordinal() + days
        if not 1 <= number <= LAST_DAY:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(number)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._plus_days(other.days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._plus_days(-other.days)
        if date._comparable(self, other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        # A datetime is a date, yet they do not compare.
        return (isinstance(other, date)
                and hasattr(other, 'hour') == hasattr(self, 'hour'))

    def _no_order(self, other):
        if isinstance(other, date):
            raise TypeError(f"can't compare {_type_name(self)} to "
                            f'{_type_name(other)}')
        return NotImplemented

    def __eq__(self, other):
        if date._comparable(self, other):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if date._comparable(self, other):
            return self._key() < other._key()
        return self._no_order(other)

    def __le__(self, other):
        if date._comparable(self, other):
            return self._key() <= other._key()
        return self._no_order(other)

    def __gt__(self, other):
        if date._comparable(self, other):
            return self._key() > other._key()
        return self._no_order(other)

    def __ge__(self, other):
        if date._comparable(self, other):
            return self._key() >= other._key()
        return self._no_order(other)

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        state = bytes([*self._year.to_bytes(2, 'big'), self._month,
                       self._day])
        return type(self), (state,)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
