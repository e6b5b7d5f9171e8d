from datetime import *
import time
print(date(2024,2,29), repr(date(2024,2,29)), date(2024,2,29)+timedelta(days=366), date.fromordinal(738000), date(2024,12,30).isocalendar())
d=datetime(2024,1,31,13,5,9,123)
print(d, repr(d), d.isoformat(timespec='milliseconds'), d.strftime('%a %A %b %B %d %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %z %Z %% %f %G %V %u'))
print(d - datetime(2023,1,1), d.timestamp(), d + timedelta(hours=5.5), d.replace(tzinfo=timezone.utc), d.weekday())
print(timedelta(days=-1, seconds=5), repr(timedelta(1,2,3)), timedelta(seconds=1.5)*2.5, timedelta(days=1)//timedelta(hours=7), divmod(timedelta(days=1),timedelta(hours=7)), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=0.1))
print(datetime.strptime('2024-03-05 10:20:30.5', '%Y-%m-%d %H:%M:%S.%f'), datetime.strptime('5 Mar 99', '%d %b %y').date())
print(datetime.fromisoformat('2024-03-05T10:20:30+02:00'), datetime.fromisoformat('2024-03-05'), date.fromisoformat('2024-W10-2'), datetime.fromisoformat('20240305T102030Z'))
tz = timezone(timedelta(hours=2), 'X'); print(datetime(2024,1,1,tzinfo=timezone.utc).astimezone(tz), repr(tz), tz, timezone(timedelta(hours=-5)))
print(datetime(2024,1,1) < datetime(2024,1,2), datetime(2024,1,1)==date(2024,1,1), sorted([date(2024,2,1), date(2023,1,1)]))
for f in (lambda: date(2024,13,1), lambda: date(2023,2,29), lambda: datetime(2024,1,1,25), lambda: datetime(2024,1,1)-datetime(2024,1,1,tzinfo=timezone.utc), lambda: datetime.strptime('x','%Y'), lambda: datetime.fromisoformat('x'), lambda: date(9999,12,31)+timedelta(1), lambda: datetime.strptime('2024x','%Y'), lambda: timedelta('x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(f'{d:%Y/%m/%d}', {d: 1}[datetime(2024,1,31,13,5,9,123)], hash(timedelta(1))==hash(timedelta(hours=24)), f'{date(2024,1,5):%d.%m.%y}', f'{d}', str(timedelta(days=3, hours=1)))
print(time.gmtime(0), time.strftime('%c', time.gmtime(86400*365)), time.mktime(time.gmtime(1e9)), time.asctime(time.gmtime(1e9)), time.strptime('2000-01-02', '%Y-%m-%d'))
print(datetime.combine(date(2024,1,1), datetime(1,1,1,3,4).time()), datetime.min, datetime.max, d.timetuple()[:6], d.time(), d.date(), datetime.fromtimestamp(0.5, timezone.utc), d.ctime(), date.max-date.min)
