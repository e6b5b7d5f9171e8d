"""Time zones by name, from the table in `_zones`."""

__all__ = ['InvalidTZPathWarning', 'TZPATH', 'ZoneInfo',
           'ZoneInfoNotFoundError', 'available_timezones', 'reset_tzpath']

from bisect import bisect_right
from datetime import date, timedelta, tzinfo
import re

TZPATH = ()
_DAY = 86400
_EPOCH = date(1970, 1, 1).toordinal()
_NAME = r'([A-Za-z]+|<[A-Za-z0-9+-]+>)'
_TIME = r'([+-]?\d+(?::\d+)*)'


class ZoneInfoNotFoundError(KeyError):
    """No zone of this name."""

    __module__ = 'zoneinfo._common'


class InvalidTZPathWarning(RuntimeWarning):
    """Never given: no path is searched."""


def _lines():
    """From each name to the rest of its line."""
    if not _lines_of:
        from _zones import ZONES
        for line in ZONES.splitlines():
            names, rest = line.split('|', 1)
            for name in names.split():
                _lines_of[name] = rest
    return _lines_of


_lines_of = {}


def available_timezones():
    return set(_lines())


def reset_tzpath(to=None):
    """There are no files that a path could lead to."""


def _number(text):
    """Seconds."""
    if text[0] == '+':
        return int(text[1:], 36)
    return int(text, 36) * 60


def _seconds(text):
    """Seconds of a time `[-]h[:m[:s]]`."""
    sign = -1 if text[0] == '-' else 1
    parts = [int(part) for part in text.lstrip('+-').split(':')] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


class _Kind:
    """What a clock shows from one change to the next."""

    __slots__ = ('offset', 'dst', 'name', 'delta', 'dst_delta')

    def __init__(self, name, offset, dst):
        self.name = name
        self.offset = offset
        self.delta = timedelta(seconds=offset)
        self.dst = dst
        self.dst_delta = timedelta(seconds=dst)


class _Rule:
    """A rule as in the environment variable TZ of POSIX."""

    def __init__(self, text):
        clock, *days = text.split(',')
        found = re.fullmatch(f'{_NAME}{_TIME}(?:{_NAME}{_TIME}?)?', clock)
        name, offset, dst_name, dst_offset = found.groups()
        offset = -_seconds(offset)
        self.standard = _Kind(name.strip('<>'), offset, 0)
        self.summer = None
        if dst_name:
            dst = offset + 3600 if dst_offset is None \
                else -_seconds(dst_offset)
            self.summer = _Kind(dst_name.strip('<>'), dst, dst - offset)
            self._days = [day.partition('/')[::2] for day in days]

    def changes(self, year):
        """When summer time starts and ends, in seconds of UTC."""
        start, end = (
            _local_change(day, time or '2', year) for day, time in self._days)
        return start - self.standard.offset, end - self.summer.offset

    def at(self, year, seconds, shift):
        """The kind, where `shift` is added to a change's UTC."""
        if self.summer is None:
            return self.standard
        start, end = self.changes(year)
        start += shift(self.standard.offset, self.summer.offset)
        end += shift(self.summer.offset, self.standard.offset)
        if start < end:
            summer = start <= seconds < end
        else:
            summer = not end <= seconds < start
        return self.summer if summer else self.standard


def _local_change(day, time, year):
    if day[0] == 'M':
        month, week, weekday = map(int, day[1:].split('.'))
        first = date(year, month, 1)
        at = first.toordinal() + (weekday - first.isoweekday()) % 7
        at += 7 * (week - 1)
        past = date(year + month // 12, month % 12 + 1, 1).toordinal()
        if at >= past:
            at -= 7
    else:
        at = date(year, 1, 1).toordinal() + int(day.lstrip('J'))
        if day[0] == 'J':
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            at -= not (leap and int(day[1:]) > 59)
    return (at - _EPOCH) * _DAY + _seconds(time)


class _Zone:
    """The changes of a zone."""

    def __init__(self, line):
        rule, kinds, changes = line.split('|')
        self.rule = _Rule(rule)
        kinds = [_Kind(name, _number(offset), _number(dst))
                 for name, offset, dst in
                 (kind.split(',') for kind in kinds.split())]
        self.kinds = [kinds[0]]
        self.utc = []
        # Local times of the changes; those for fold=1 are the earlier ones.
        self.local = [], []
        time = 0
        for change in changes.split():
            time += _number(change[1:])
            before, after = self.kinds[-1], kinds[int(change[0], 36)]
            self.kinds.append(after)
            self.utc.append(time)
            self.local[0].append(time + max(before.offset, after.offset))
            self.local[1].append(time + min(before.offset, after.offset))

    def is_fixed(self):
        return not self.utc and self.rule.summer is None

    def of_local(self, dt):
        seconds = _seconds_of(dt)
        times = self.local[dt.fold]
        place = bisect_right(times, seconds)
        if place < len(times):
            return self.kinds[place]
        return self.rule.at(dt.year, seconds, min if dt.fold else max)

    def of_utc(self, dt):
        """The kind, and whether its local time is that of a fold."""
        seconds = _seconds_of(dt)
        place = bisect_right(self.utc, seconds)
        if place < len(self.utc):
            kind = self.kinds[place]
        else:
            kind = self.rule.at(dt.year, seconds, lambda before, after: 0)
        if not place:
            last, before = None, kind
        else:
            last, before = self.utc[place - 1], self.kinds[place - 1]
        if place == len(self.utc) and self.rule.summer is not None:
            rule = self.rule
            changes = rule.changes(dt.year)
            change = changes[kind is rule.standard]
            if change <= seconds and (last is None or change > last):
                last = change
                before = rule.summer if kind is rule.standard \
                    else rule.standard
        fold = last is not None and \
            before.offset - kind.offset > seconds - last
        return kind, fold


def _seconds_of(dt):
    """Seconds since 1970 of a date and time, whatever its zone."""
    return ((dt.toordinal() - _EPOCH) * _DAY + dt.hour * 3600
            + dt.minute * 60 + dt.second)


class ZoneInfo(tzinfo):
    """A zone; the same object for the same name."""

    _made = {}

    def __init_subclass__(cls):
        cls._made = {}

    def __new__(cls, key):
        if key not in cls._made:
            cls._made[key] = cls._new(key, True)
        return cls._made[key]

    @classmethod
    def no_cache(cls, key):
        return cls._new(key, False)

    @classmethod
    def _new(cls, key, cached):
        line = _lines().get(key)
        if line is None:
            _check_key(key)
            raise ZoneInfoNotFoundError(
                f'No time zone found with key {key}')
        self = super().__new__(cls)
        self._key = key
        self._cached = cached
        self._zone = _zones.get(line)
        if self._zone is None:
            self._zone = _zones[line] = _Zone(line)
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._made if only_keys is None else only_keys):
            cls._made.pop(key, None)

    key = property(lambda self: self._key)

    def _kind(self, dt):
        if dt is not None:
            return self._zone.of_local(dt)
        return self._zone.rule.standard if self._zone.is_fixed() else None

    def utcoffset(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.delta

    def dst(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.dst_delta

    def tzname(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        kind, fold = self._zone.of_utc(dt)
        dt += kind.delta
        return dt.replace(fold=1) if fold else dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self._key!r})'

    def __reduce__(self):
        if self._cached:
            return type(self), (self._key,)
        return type(self).no_cache, (self._key,)


def _check_key(key):
    """Names are those of files below a folder."""
    import os.path
    if os.path.isabs(key):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    clean = os.path.normpath(key)
    if len(clean) != len(key):
        raise ValueError('ZoneInfo keys must be normalized relative paths, '
                         f'got: {key}')
    if clean.split('/')[0] == '..':
        raise ValueError('ZoneInfo keys must refer to subdirectories of '
                         f'TZPATH, got: {key}')


_zones = {}
