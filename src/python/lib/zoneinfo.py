"""Time zones by name. There is no database of zones: only UTC is known."""

__all__ = ['InvalidTZPathWarning', 'TZPATH', 'ZoneInfo',
           'ZoneInfoNotFoundError', 'available_timezones', 'reset_tzpath']

from datetime import timedelta, tzinfo

TZPATH = ()
_UTC_NAMES = {'UTC', 'Etc/UTC', 'Zulu', 'Etc/Zulu', 'Universal', 'UCT',
              'Etc/UCT', 'Etc/Universal', 'GMT', 'Etc/GMT'}


class ZoneInfoNotFoundError(KeyError):
    """No zone of this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """Never given: no path is searched."""


def available_timezones():
    return set(_UTC_NAMES)


def reset_tzpath(to=None):
    """There is no database that a path could lead to."""


class ZoneInfo(tzinfo):
    """A zone; the same object for the same name."""

    _made = {}

    def __new__(cls, key):
        if key not in cls._made:
            cls._made[key] = cls.no_cache(key)
        return cls._made[key]

    @classmethod
    def no_cache(cls, key):
        if key not in _UTC_NAMES:
            raise ZoneInfoNotFoundError(
                f'No time zone found with key {key}')
        self = super().__new__(cls)
        self._key = key
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._made if only_keys is None else only_keys):
            cls._made.pop(key, None)

    key = property(lambda self: self._key)

    def utcoffset(self, dt):
        return None if dt is None else timedelta()

    def dst(self, dt):
        return None if dt is None else timedelta()

    def tzname(self, dt):
        return None if dt is None else self._key.rpartition('/')[2] \
            .replace('Zulu', 'UTC').replace('Universal', 'UTC') \
            .replace('UCT', 'UTC')

    def fromutc(self, dt):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self._key!r})'

    def __reduce__(self):
        return type(self), (self._key,)
