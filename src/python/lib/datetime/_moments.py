"""`datetime`: a day and a time of day."""

from operator import index

from _calendar_days import DAYS, EPOCH, MONTHS, date_of, day_number, day_of_year
from time import struct_time, time_ns

from ._dates import (
    LAST_DAY, check_given, check_ordinal, check_texts, checked_date, date,
    day_of_timestamp, parse_iso_date)
from ._delta import divide_nearest, shown_name, timedelta
from ._times import (
    check_zone, checked_name, checked_offset, checked_saved_zone, checked_time,
    clock_text, offset_text, parse_iso_time, saved_bytes, time, timezone,
    tzinfo as _Zone)

# In the class these names are methods and parameters.
_Date, _Time = date, time
_SECOND = 1_000_000
_DAY = 86400 * _SECOND
_MICRO = timedelta(microseconds=1)


class datetime(date):
    """A day and a time, perhaps with a time zone."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo',
                 '_fold')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0,
                microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)) and (
                state := _saved_moment(year)) is not None:
            # From a pickle: the bytes of date and time, and the zone.
            tzinfo = checked_saved_zone(month)
            (year, month, day, hour, minute, second, microsecond,
             fold) = state
        check_given(year, month, day)
        year, month, day = checked_date(year, month, day)
        hour, minute, second, microsecond = checked_time(
            hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second = hour, minute, second
        self._microsecond, self._tzinfo = microsecond, tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of(cls, micros, tz=None):
        """From microseconds since the day before 1 January of year 1."""
        days, rest = divmod(micros, _DAY)
        if not 1 <= days <= LAST_DAY:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, _SECOND)
        return cls(*date_of(days), seconds // 3600, seconds // 60 % 60,
                   seconds % 60, micro, tz)

    def _micros(self):
        """The reverse of `_of`; the zone does not matter."""
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * _DAY + seconds * _SECOND
                + self._microsecond)

    @classmethod
    def _from_epoch(cls, micros, tz):
        check_zone(tz)
        made = cls._of(EPOCH * _DAY + micros, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time so many seconds after 1970, in a zone (UTC)."""
        check_zone(tz)
        day_of_timestamp(timestamp)
        if isinstance(timestamp, float):
            a, b = timestamp.as_integer_ratio()
            micros = divide_nearest(a * _SECOND, b)
            if micros // _SECOND > timestamp:
                # Rounded up, perhaps to the next day.
                day_of_timestamp(micros // _SECOND)
        else:
            micros = index(timestamp) * _SECOND
        return cls._from_epoch(micros, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        _warn_of('utcfromtimestamp', 'fromtimestamp(timestamp, datetime.UTC)')
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        """The present of the virtual clock."""
        return cls._from_epoch(time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        _warn_of('utcnow', 'now(datetime.UTC)')
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromordinal(cls, n):
        check_ordinal(n)
        return cls(*date_of(n))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day put together."""
        if not isinstance(date, _Date):
            raise TypeError('combine() argument 1 must be datetime.date, not '
                            + _type_name(date))
        if not isinstance(time, _Time):
            raise TypeError('combine() argument 2 must be datetime.time, not '
                            + _type_name(time))
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute,
                   time.second, time.microsecond, tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        """The time of a text like 2024-01-31T12:30:00."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            split = _end_of_date(date_string)
            day = parse_iso_date(date_string[:split])
            clock = (0, 0, 0, 0, None)
            if len(date_string) > split:
                clock = parse_iso_time(date_string[split + 1:])
        except (ValueError, IndexError) as error:
            if error.args and error.args[0].startswith(
                    ('month', 'day', 'year')):
                raise
            raise ValueError(
                f'Invalid isoformat string: {date_string!r}') from None
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of a text in a format."""
        check_texts(date_string, format)
        from _strptime import parse
        fields, micro, offset, name = parse(date_string, format)
        zone = None
        if offset is not None:
            zone = timezone.utc if not offset and not name else timezone(
                timedelta(microseconds=offset), *(
                    [name.upper()] if name else []))
        return cls(*fields[:6], micro, zone)

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        shown = ', '.join(map(str, parts))
        if self._fold:
            shown += ', fold=1'
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        return f'{shown_name(self)}({shown})'

    def isoformat(self, sep='T', timespec='auto'):
        clock = clock_text(self._hour, self._minute, self._second,
                           self._microsecond, timespec)
        return (f'{date.isoformat(self)}{sep}{clock}'
                + offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return (f'{DAYS[self.weekday()][:3]} {MONTHS[self._month][:3]} '
                f'{self._day:2} {self._hour:02}:{self._minute:02}:'
                f'{self._second:02} {self._year:04}')

    def strftime(self, format):
        """The time in a format such as '%H:%M:%S.%f'."""
        from _strftime import strftime
        return strftime(format, self.timetuple(), self.toordinal(), {
            'f': f'{self._microsecond:06}', 'Z': lambda: self.tzname() or '',
            'z': lambda: offset_text(self.utcoffset(), ''),
            ':z': lambda: offset_text(self.utcoffset())})

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second,
                    self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second,
                    self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        saving = self.dst()
        return struct_time((
            self._year, self._month, self._day, self._hour, self._minute,
            self._second, self.weekday(),
            day_of_year(self._year, self._month, self._day),
            -1 if saving is None else int(bool(saving))))

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return struct_time((*moved.timetuple()[:8], 0))

    def timestamp(self):
        """Seconds since 1970; without a zone it is taken for UTC."""
        return (self._utc_micros() - EPOCH * _DAY) / _SECOND

    def _utc_micros(self):
        offset = self.utcoffset()
        micros = self._micros()
        return micros if offset is None else micros - offset // _MICRO

    def utcoffset(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset(zone.utcoffset(self))

    def tzname(self):
        zone = self._tzinfo
        return None if zone is None else checked_name(zone.tzname(self))

    def dst(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset(zone.dst(self), 'dst')

    def astimezone(self, tz=None):
        """The same moment in another zone (UTC)."""
        if tz is None:
            tz = timezone(timedelta(0), 'UTC')
        else:
            check_zone(tz)
        if tz is self._tzinfo:
            return self
        return tz.fromutc(type(self)._of(self._utc_micros(), tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None,
                second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The same with other values for some fields."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() + other // _MICRO,
                                  self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() - other // _MICRO,
                                  self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._micros() - other._micros())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware "
                            'datetimes')
        return timedelta._of(self._utc_micros() - other._utc_micros())

    def _compared(self, other):
        if self._tzinfo is other._tzinfo:
            return self._micros(), other._micros()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware "
                            'datetimes')
        return self._utc_micros(), other._utc_micros()

    def _is_ambiguous(self):
        """Whether `fold` makes a difference."""
        return self.utcoffset() != self.replace(
            fold=not self._fold).utcoffset()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._micros() == other._micros()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        # What may mean two moments equals nothing of another zone, so that
        # equals have the same hash (PEP 495).
        return (self._utc_micros() == other._utc_micros()
                and not self._is_ambiguous() and not other._is_ambiguous())

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return self._no_order(other)
        a, b = self._compared(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, datetime):
            return self._no_order(other)
        a, b = self._compared(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return self._no_order(other)
        a, b = self._compared(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return self._no_order(other)
        a, b = self._compared(other)
        return a >= b

    def __hash__(self):
        first = self.replace(fold=0) if self._fold else self
        return hash((first._utc_micros(), 0))

    def __reduce_ex__(self, protocol):
        # Formats before 4 do not know of `fold`.
        month = self._month | (self._fold << 7 if protocol > 3 else 0)
        state = bytes([*self._year.to_bytes(2, 'big'), month, self._day,
                       self._hour, self._minute, self._second,
                       *self._microsecond.to_bytes(3, 'big')])
        return type(self), (state,) if self._tzinfo is None else (
            state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _type_name(thing):
    """The name of a type as C code says it."""
    cls = type(thing)
    return cls.__name__ if cls.__module__ == 'builtins' else (
        f'{cls.__module__}.{cls.__qualname__}')


def _saved_moment(state):
    """The fields of a pickled datetime, or None if it is something else."""
    state = saved_bytes(state)
    if len(state) != 10 or not 1 <= state[2] & 0x7F <= 12:
        return None
    return (state[0] << 8 | state[1], state[2] & 0x7F, *state[3:7],
            int.from_bytes(state[7:], 'big'), state[2] >> 7)


def _end_of_date(text):
    """Where the date at the start of an ISO text ends."""
    if len(text) < 7:
        raise ValueError
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        return 10 if text[8:9] == '-' else 8
    if text[4] != 'W':
        return 8
    # What separates date and time may be a digit too: then a time of whole
    # pairs of digits says whether the date has a weekday.
    end = 7
    while text[end:end + 1].isdigit():
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def _warn_of(name, instead):
    import warnings
    warnings.warn(
        f'datetime.datetime.{name}() is deprecated and scheduled for removal '
        'in a future version. Use timezone-aware objects to represent '
        f'datetimes in UTC: datetime.datetime.{instead}.',
        DeprecationWarning, stacklevel=3)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
