"""`time` of a day, and time zones."""

from operator import index

from _calendar_days import day_number
from time import struct_time

from ._delta import shown_name, timedelta

_DAY = timedelta(days=1)


def checked_offset(offset, method='utcoffset'):
    """What a zone's `utcoffset` or `dst` has answered."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f'tzinfo.{method}() must return None or timedelta, '
                        f"not '{type(offset).__name__}'")
    if not -_DAY < offset < _DAY:
        raise ValueError('offset must be a timedelta strictly between '
                         '-timedelta(hours=24) and timedelta(hours=24).')
    return offset


def checked_name(name):
    """What a zone's `tzname` has answered."""
    if name is not None and not isinstance(name, str):
        raise TypeError('tzinfo.tzname() must return None or a string, not '
                        f"'{type(name).__name__}'")
    return name


def _check_moment(dt, method):
    """A zone is asked about a datetime, which alone has dates and zones."""
    if not (hasattr(dt, 'toordinal') and hasattr(dt, 'tzinfo')):
        raise TypeError(method)


class tzinfo:
    """What a time zone must answer."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError(
            'a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """Local time for a time in UTC that carries this zone."""
        _check_moment(dt, 'fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError(
                'fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent '
                                 'results; cannot convert')
        return dt + saving

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', tuple)()
        return type(self), tuple(arguments), self.__getstate__()


_NO_NAME = object()


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = '_offset', '_name'
    utc = None

    def __new__(cls, offset, name=_NO_NAME):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be '
                            f'datetime.timedelta, not {type(offset).__name__}')
        if not -_DAY < offset < _DAY:
            raise ValueError(
                'offset must be a timedelta strictly between '
                '-timedelta(hours=24) and timedelta(hours=24), not '
                f'{offset!r}.')
        if name is _NO_NAME:
            name = None
        elif not isinstance(name, str):
            given = 'None' if name is None else type(name).__name__
            raise TypeError('timezone() argument 2 must be str, not '
                            + given)
        if cls.utc is not None and not offset and name is None:
            return cls.utc
        self = super().__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def _check(self, dt, method):
        if dt is not None:
            _check_moment(dt, f'{method}(dt) argument must be a datetime '
                          f'instance or None, not {type(dt).__name__}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return f'UTC{offset_text(self._offset)}' if self._offset else 'UTC'

    def fromutc(self, dt):
        _check_moment(dt, 'fromutc() argument must be a datetime instance, '
                      f'not {type(dt).__name__}')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'datetime.timezone({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        if self._name is None:
            return timezone, (self._offset,), None
        return timezone, (self._offset, self._name), None


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def offset_text(offset, colon=':'):
    """An offset like +01:00."""
    if offset is None:
        return ''
    total = offset // timedelta(microseconds=1)
    sign = '-' if total < 0 else '+'
    seconds, micro = divmod(abs(total), 1_000_000)
    text = f'{sign}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}'
    if seconds % 60 or micro:
        text += f'{colon}{seconds % 60:02}'
    if micro:
        text += f'.{micro:06}'
    return text


def checked_time(hour, minute, second, microsecond, fold):
    hour, minute, second = index(hour), index(minute), index(second)
    microsecond = index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo '
                        f"subclass, not type '{type(tz).__name__}'")


def clock_text(hour, minute, second, micro, timespec):
    match timespec:
        case 'auto':
            text = f'{hour:02}:{minute:02}:{second:02}'
            return f'{text}.{micro:06}' if micro else text
        case 'hours':
            return f'{hour:02}'
        case 'minutes':
            return f'{hour:02}:{minute:02}'
        case 'seconds':
            return f'{hour:02}:{minute:02}:{second:02}'
        case 'milliseconds':
            return f'{hour:02}:{minute:02}:{second:02}.{micro // 1000:03}'
        case 'microseconds':
            return f'{hour:02}:{minute:02}:{second:02}.{micro:06}'
    raise ValueError('Unknown timespec value')


def parse_iso_time(text):
    """Hour, minute, second, microsecond and zone of HH:MM:SS.ffffff+HH:MM."""
    zone = None
    for sign in 'Z+-':
        at = text.find(sign)
        if at >= 0:
            zone = _parse_zone(text[at:])
            text = text[:at]
            break
    return (*_parse_clock(text), zone)


def _parse_clock(text):
    clock, mark, fraction = text.replace(',', '.').partition('.')
    parts = clock.split(':')
    if len(parts) == 1:
        parts = [clock[i:i + 2] for i in range(0, len(clock), 2)]
    if not 1 <= len(parts) <= 3 or mark and not fraction:
        raise ValueError
    for part in parts:
        if len(part) != 2 or not part.isdigit():
            raise ValueError
    numbers = [int(part) for part in parts] + [0, 0]
    if fraction and (len(parts) != 3 or not fraction.isdigit()):
        raise ValueError
    return (*numbers[:3], int(fraction[:6].ljust(6, '0')) if fraction else 0)


def _parse_zone(text):
    if text == 'Z':
        return timezone.utc
    hour, minute, second, micro = _parse_clock(text[1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second,
                       microseconds=micro)
    if not offset:
        return timezone.utc
    return timezone(-offset if text[0] == '-' else offset)


def saved_bytes(state):
    """The bytes of a pickle; from Python 2 they come as text."""
    if isinstance(state, str):
        try:
            return state.encode('latin-1')
        except UnicodeEncodeError:
            return b''
    return state


def checked_saved_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('bad tzinfo state arg')
    return zone


def _saved_time(state):
    """The fields of a pickled time, or None if it is something else."""
    state = saved_bytes(state)
    if len(state) != 6 or state[0] & 0x7F > 23:
        return None
    return (state[0] & 0x7F, state[1], state[2],
            int.from_bytes(state[3:], 'big'), state[0] >> 7)


class time:
    """A time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo',
                 '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
                *, fold=0):
        if isinstance(hour, (bytes, str)) and (
                state := _saved_time(hour)) is not None:
            # From a pickle: the bytes of the time, and the zone.
            tzinfo = checked_saved_zone(minute or None)
            hour, minute, second, microsecond, fold = state
        hour, minute, second, microsecond = checked_time(
            hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        self = object.__new__(cls)
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
    def fromisoformat(cls, time_string):
        """The time of a text like 12:30:00."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            *parts, zone = parse_iso_time(time_string.removeprefix('T'))
        except ValueError:
            raise ValueError(
                f'Invalid isoformat string: {time_string!r}') from None
        return cls(*parts, tzinfo=zone)

    def isoformat(self, timespec='auto'):
        return clock_text(self._hour, self._minute, self._second,
                          self._microsecond, timespec
                          ) + offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        return (f'{shown_name(self)}'
                f'({", ".join(parts)})')

    def strftime(self, format):
        """The time in a format such as '%H:%M'."""
        from _strftime import strftime
        t = struct_time((1900, 1, 1, self._hour, self._minute, self._second,
                         0, 1, -1))
        return strftime(format, t, day_number(1900, 1, 1), {
            'f': f'{self._microsecond:06}', 'Z': lambda: self.tzname() or '',
            'z': lambda: offset_text(self.utcoffset(), ''),
            ':z': lambda: offset_text(self.utcoffset())})

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError('__format__() argument 1 must be str, not '
                            + type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset(zone.utcoffset(None))

    def tzname(self):
        zone = self._tzinfo
        return None if zone is None else checked_name(zone.tzname(None))

    def dst(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset(zone.dst(None), 'dst')

    def replace(self, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The same with other values for some fields."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _micros(self, offset):
        total = ((self._hour * 60 + self._minute) * 60 + self._second
                 ) * 1_000_000 + self._microsecond
        if offset is not None:
            total -= offset // timedelta(microseconds=1)
        return total

    def _compared(self, other):
        """Two numbers that compare as the times do; None if they cannot."""
        mine = others = None
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                return None
        return self._micros(mine), other._micros(others)

    def _ordered(self, other):
        pair = self._compared(other)
        if pair is None:
            raise TypeError("can't compare offset-naive and offset-aware "
                            'times')
        return pair

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = self._compared(other)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a >= b

    def __hash__(self):
        first = self.replace(fold=0) if self._fold else self
        return hash((self._micros(first.utcoffset()), self._tzinfo is None))

    def __reduce_ex__(self, protocol):
        # Formats before 4 do not know of `fold`.
        hour = self._hour | (self._fold << 7 if protocol > 3 else 0)
        state = bytes([hour, self._minute, self._second,
                       *self._microsecond.to_bytes(3, 'big')])
        return type(self), (state,) if self._tzinfo is None else (
            state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
