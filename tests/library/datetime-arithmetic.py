# datetime: arithmetic, comparing, replacing and errors.
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta, timezone


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


d, dt, t = date(2024, 2, 29), datetime(2024, 2, 29, 13, 14, 15, 16), time(1, 2, 3, 4)
print(d, repr(d), str(dt), repr(dt), t, repr(t), repr(timedelta(1, 2, 3)), timedelta(-1, 5), timedelta(hours=25), timedelta(weeks=1, milliseconds=5))
print(d + timedelta(366), d - date(2023, 2, 28), dt - timedelta(hours=14), dt - datetime(2000, 1, 1), timedelta(1) + d, d - timedelta(1))
print(timedelta(2) * 3, timedelta(1) / 2, timedelta(1) / timedelta(hours=5), timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=5)), -timedelta(1, 1), abs(timedelta(-1)), timedelta(1) * 0.5, timedelta(3) // 2)
print(timedelta(days=1.5), timedelta(seconds=-0.5), timedelta(microseconds=1e6), timedelta(1, 2).total_seconds(), timedelta.max, timedelta.min, timedelta.resolution, bool(timedelta()), timedelta(5).days, timedelta(0, 99999).seconds)
print(d < date(2024, 3, 1), dt == datetime(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), timedelta(1) > timedelta(hours=23), min(d, date.min), date.max, datetime.max, time.max, MINYEAR, MAXYEAR)
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple().tm_yday, d.toordinal(), date.fromordinal(738000), date.fromisocalendar(2024, 9, 4), d.ctime(), dt.ctime())
print(d.replace(year=2020), dt.replace(hour=0, tzinfo=timezone.utc), t.replace(minute=59), dt.date(), dt.time(), dt.timetz(), datetime.combine(d, t), dt.timetuple()[:6], date(2024, 12, 30).isocalendar().week)
attempt(lambda: date(2023, 2, 29))
attempt(lambda: date(0, 1, 1))
attempt(lambda: date(2023, 13, 1))
attempt(lambda: date('2023', 1, 1))
attempt(lambda: time(24))
attempt(lambda: time(1, 60))
attempt(lambda: datetime(2024, 1, 1, 1, 1, 1, 1000000))
attempt(lambda: timedelta(999999999, 86400))
attempt(lambda: timedelta('a'))
attempt(lambda: d + 1)
attempt(lambda: d - 'a')
attempt(lambda: d < 5)
attempt(lambda: date.max + timedelta(1))
attempt(lambda: timedelta(1) / 0)
attempt(lambda: dt - datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: dt < datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: dt == datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: d.replace(day=31))
attempt(lambda: date.fromordinal(0))
attempt(lambda: d.hour)
