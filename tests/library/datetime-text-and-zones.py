# datetime: strftime, strptime, ISO texts, time zones and timestamps.
from datetime import date, datetime, time, timedelta, timezone


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


dt = datetime(2024, 3, 5, 7, 8, 9, 1234)
two = timezone(timedelta(hours=2))
odd = timezone(timedelta(hours=-3, minutes=-30), 'ODD')
print(dt.strftime('%Y-%m-%d %H:%M:%S.%f %y %j %a %A %b %B %p %I %w %U %W %% %G %V %u %Z%z|'), dt.strftime('%c | %x | %X'), date(2024, 1, 1).strftime('%d.%m.%y'), time(5, 6).strftime('%H:%M'))
print(f'{dt:%H:%M}', format(date(2024, 1, 2), ''), f'{dt}', '{:%d/%m}'.format(dt), dt.__format__('%S'))
print(dt.isoformat(), dt.isoformat(' '), dt.isoformat(timespec='minutes'), dt.isoformat(timespec='milliseconds'), dt.replace(microsecond=0).isoformat(), date(5, 1, 2).isoformat(), time(1, 2).isoformat(), time(1, 2, 3, 4, two).isoformat())
for text in ('2024-03-05', '2024-03-05T07:08', '2024-03-05 07:08:09.5', '2024-03-05T07:08:09+02:00', '2024-03-05T07:08:09Z', '20240305T070809', '2024-W10-2', '2024-03-05T07:08:09.123456789', 'bad', '2024-13-01', '2024-03-05T25:00'):
    attempt(lambda: repr(datetime.fromisoformat(text)))
print(date.fromisoformat('2024-01-02'), time.fromisoformat('10:20:30.5'), time.fromisoformat('T10'), time.fromisoformat('10:20+01:00'))
print(datetime.strptime('5 Mar 2024 07:08 PM', '%d %b %Y %I:%M %p'), datetime.strptime('2024-065', '%Y-%j'), datetime.strptime('99', '%y'), datetime.strptime('+0130 12', '%z %H'), datetime.strptime('2024 10 2', '%G %V %u'), datetime.strptime('1.25', '%S.%f'))
attempt(lambda: datetime.strptime('x', '%Y'))
attempt(lambda: datetime.strptime('2024 ', '%Y'))
attempt(lambda: datetime.strptime('2024', '%Q'))
attempt(lambda: datetime.strptime('31 Feb', '%d %b'))
attempt(lambda: dt.isoformat(timespec='x'))
aware = dt.replace(tzinfo=two)
print(aware, repr(aware), aware.utcoffset(), aware.tzname(), aware.dst(), aware.astimezone(timezone.utc), aware.astimezone(odd), aware.strftime('%z %Z'), aware.utctimetuple()[:5])
print(odd, repr(odd), repr(two), two, timezone.utc, repr(timezone.utc), timezone(timedelta(seconds=1)), two == timezone(timedelta(hours=2)), timezone.utc.utcoffset(None), hash(two) == hash(timezone(timedelta(hours=2))))
print(aware == aware.astimezone(odd), aware - aware.astimezone(odd), aware < datetime(2024, 3, 5, 6, tzinfo=timezone.utc), hash(aware) == hash(aware.astimezone(odd)))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, two), aware.timestamp(), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), datetime.utcfromtimestamp(86400), date.fromtimestamp(86400))
attempt(lambda: timezone(5))
attempt(lambda: datetime(2024, 1, 1, tzinfo='x'))
attempt(lambda: time(1, tzinfo=two) < time(1))
print(datetime.now(), date.today(), datetime.now(timezone.utc), datetime.today(), datetime.utcnow())
print(time(12, tzinfo=two).utcoffset(), time(12).utcoffset(), dt.tzinfo, dt.fold, dt.replace(fold=1).fold, time(1, 2) < time(1, 3), bool(time(0)))
