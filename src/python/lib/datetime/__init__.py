"""Dates and times. The present is that of the virtual clock, in UTC."""

__all__ = ['MAXYEAR', 'MINYEAR', 'UTC', 'date', 'datetime', 'time',
           'timedelta', 'timezone', 'tzinfo']

from ._delta import timedelta
from ._dates import MAXYEAR, MINYEAR, IsoCalendarDate, date
from ._times import time, timezone, tzinfo
from ._moments import datetime

UTC = timezone.utc

for _class in (IsoCalendarDate, date, datetime, time, timedelta, timezone,
               tzinfo):
    _class.__module__ = 'datetime'
del _class, IsoCalendarDate
