"""Virtual time: it passes only by sleeping and waiting. The zone is UTC.

Clocks and `sleep` are native; what knows about dates is here.
"""

from _time import *
from _time import time as _now
from operator import index as _whole

import _calendar_days as _days

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3

_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec',
           'tm_wday', 'tm_yday', 'tm_isdst')


class struct_time(tuple):
    """The nine parts of a time, also by name."""

    __slots__ = ()
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS
    tm_zone = property(lambda self: 'UTC')
    tm_gmtoff = property(lambda self: 0)

    def __new__(cls, sequence, dict=None):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError('time.struct_time() takes an at least 9-sequence '
                            f'({len(items)}-sequence given)')
        if len(items) > 11:
            raise TypeError('time.struct_time() takes an at most 11-sequence '
                            f'({len(items)}-sequence given)')
        return super().__new__(cls, items[:9])

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}'
                           for name, value in zip(_FIELDS, self)])
        return f'time.struct_time({shown})'


def _field(index):
    return property(lambda self: self[index])


for _index, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, _field(_index))
del _index, _name


# About as many as a year has room for that is a C int.
_MOST_SECONDS = 2**31 * 31556952


def gmtime(seconds=None, /):
    """The parts of a time in seconds since 1970; the present by default."""
    if seconds is None:
        seconds = _now()
    if not isinstance(seconds, float):
        seconds = _whole(seconds)
    if not -_MOST_SECONDS < seconds < _MOST_SECONDS:
        if seconds != seconds:
            raise ValueError('Invalid value NaN (not a number)')
        if not -2**63 <= seconds < 2**63:
            raise OverflowError('timestamp out of range for platform time_t')
        raise OSError(75, 'Value too large for defined data type')
    days, rest = divmod(int(seconds // 1), 86400)
    number = _days.EPOCH + days
    year, month, day = _days.date_of(number)
    return struct_time((
        year, month, day, rest // 3600, rest // 60 % 60, rest % 60,
        _days.weekday(number), _days.day_of_year(year, month, day), 0))


def localtime(seconds=None, /):
    """As `gmtime`: the zone is UTC."""
    return gmtime(seconds)


def mktime(tuple, /):
    """Seconds since 1970 of a local time."""
    year, month, day, hour, minute, second = _fields(tuple, 'mktime')[:6]
    more, month = divmod(month - 1, 12)
    days = _days.day_number(year + more, month + 1, 1) + day - 1 - _days.EPOCH
    return float(((days * 24 + hour) * 60 + minute) * 60 + second)


_BOUNDS = ((1, 1, 12, 'month'), (2, 1, 31, 'day of month'),
           (3, 0, 23, 'hour'), (4, 0, 59, 'minute'), (5, 0, 61, 'seconds'),
           (7, 1, 366, 'day of year'))


def _fields(given, name):
    """The nine fields of a time that a program has put together."""
    if not isinstance(given, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(given) != 9:
        raise TypeError(f'{name}(): illegal time tuple argument')
    return [_whole(field) for field in given]


def _checked(given, name):
    """The fields, all in their bounds.

    A month or day of 0 stands for the first.
    """
    fields = _fields(given, name)
    if not -2**31 <= fields[0] < 2**31:
        raise OverflowError('signed integer is '
                            + ('less than minimum' if fields[0] < 0
                               else 'greater than maximum'))
    if fields[0] < -2**31 + 1900:
        raise OverflowError('year out of range')
    for place, least, most, word in _BOUNDS:
        if fields[place] == 0:
            fields[place] = least
        if not least <= fields[place] <= most:
            raise ValueError(f'{word} out of range')
    if fields[6] < -1:
        raise ValueError('day of week out of range')
    fields[6] %= 7
    return fields


def asctime(tuple=None, /):
    """A time as 'Mon Jan  1 00:00:00 2024'."""
    t = localtime() if tuple is None else _checked(tuple, 'asctime')
    return (f'{_days.DAYS[t[6]][:3]} {_days.MONTHS[t[1]][:3]} {t[2]:2} '
            f'{t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}')


def ctime(seconds=None, /):
    """`asctime` of a time in seconds since 1970."""
    return asctime(localtime(seconds))


def strftime(format, tuple=None, /):
    """Writes a time by a format such as '%Y-%m-%d'."""
    from _strftime import strftime
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be str, not '
                        + type(format).__name__)
    t = localtime() if tuple is None else _checked(tuple, 'strftime')
    return strftime(format, t, _days.day_number(*t[:3]))


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    """Reads a time by a format."""
    from _strptime import parse
    return struct_time(parse(string, format)[0])


def tzset():
    """There is one zone, so nothing changes."""


def clock_gettime(clk_id, /):
    return _now() if clk_id == CLOCK_REALTIME else monotonic()


def clock_gettime_ns(clk_id, /):
    return time_ns() if clk_id == CLOCK_REALTIME else monotonic_ns()


def thread_time_ns():
    return process_time_ns()


def clock_getres(clk_id, /):
    return 1e-09


def get_clock_info(name, /):
    """What is known about a clock."""
    from types import SimpleNamespace
    if name not in ('monotonic', 'perf_counter', 'process_time',
                    'thread_time', 'time'):
        raise ValueError('unknown clock')
    return SimpleNamespace(
        implementation='virtual', monotonic=name != 'time',
        adjustable=name == 'time', resolution=1e-09)
