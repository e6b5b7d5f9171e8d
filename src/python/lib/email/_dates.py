"""Dates of messages (RFC 5322, 3.3)."""

import calendar
import datetime
import re
import time

_MONTHS = ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep',
           'oct', 'nov', 'dec')
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
# Hours from UTC of names that older mail has.
_ZONES = {'ut': 0, 'utc': 0, 'gmt': 0, 'z': 0, 'ast': -4, 'adt': -3,
          'est': -5, 'edt': -4, 'cst': -6, 'cdt': -5, 'mst': -7, 'mdt': -6,
          'pst': -8, 'pdt': -7}
_DATE = re.compile(r'''
    \s* (?:[a-z]+\s*,?\s+)?                 # the day of the week
    (\d{1,2}) [\s-]+ ([a-z]+)\.? ,?[\s-]+ (\d+)
    (?:,?\s+ (\d{1,2}) [:.] (\d{1,2}) (?:[:.](\d{1,2}))? )?
    \s* ([+-]\d{3,4}|[a-z]*) ''', re.IGNORECASE | re.VERBOSE)


def _read(data):
    """Nine numbers as of `time`, and seconds from UTC or None if unknown."""
    found = _DATE.match(data or '')
    if found is None:
        return None
    day, month, year, hour, minute, second, zone = found.groups()
    month = month[:3].lower()
    if month not in _MONTHS:
        return None
    year = int(year)
    if year < 100:
        # Two digits: the century that POSIX takes.
        year += 1900 if year > 68 else 2000
    offset = None
    if zone[:1] in ('+', '-') and zone != '-0000':
        minutes = int(zone[1:-2]) * 60 + int(zone[-2:])
        offset = minutes * (-60 if zone[0] == '-' else 60)
    elif zone.lower() in _ZONES:
        offset = _ZONES[zone.lower()] * 3600
    return (year, _MONTHS.index(month) + 1, int(day), int(hour or 0),
            int(minute or 0), int(second or 0), 0, 1, -1, offset)


def parsedate_tz(data):
    """Ten numbers, the last the seconds from UTC; None for no date."""
    found = _read(data)
    return found and found[:9] + (found[9] or 0,)


def parsedate(data):
    """Nine numbers as `time.mktime` takes them; None for no date."""
    found = _read(data)
    return found and found[:9]


def parsedate_to_datetime(data):
    """A datetime; a naive one where the text has `-0000`."""
    found = _read(data)
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    zone = None
    if found[9] is not None:
        zone = datetime.timezone(datetime.timedelta(seconds=found[9]))
    return datetime.datetime(*found[:6], tzinfo=zone)


def mktime_tz(data):
    """Seconds since the epoch of what `parsedate_tz` gave."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def _text(fields, zone):
    month = _MONTHS[fields[1] - 1].title()
    return (f'{_DAYS[fields[6]]}, {fields[2]:02d} {month} {fields[0]:04d} '
            f'{fields[3]:02d}:{fields[4]:02d}:{fields[5]:02d} {zone}')


def format_datetime(dt, usegmt=False):
    """The text of a datetime; a naive one is in UTC of unknown origin."""
    if usegmt:
        if dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    else:
        zone = '-0000' if dt.tzinfo is None else dt.strftime('%z')
    return _text(dt.timetuple(), zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """The text of a moment in seconds since the epoch, else of now."""
    if timeval is None:
        timeval = time.time()
    dt = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        dt = dt.astimezone()
        usegmt = False
    elif not usegmt:
        dt = dt.replace(tzinfo=None)
    return format_datetime(dt, usegmt)


def localtime(dt=None, isdst=-1):
    """A datetime in the zone of this machine."""
    if dt is None:
        dt = datetime.datetime.now(datetime.timezone.utc)
    return dt.astimezone()
