# What zones may answer, fold, pickles, widths of strftime, and bounds.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def __init__(self, offset=timedelta(hours=1), name='Z', saving=timedelta(0)):
        self.answers = offset, name, saving

    def utcoffset(self, dt):
        return self.answers[0]

    def tzname(self, dt):
        return self.answers[1]

    def dst(self, dt):
        return self.answers[2]


class Folded(Zone):
    def utcoffset(self, dt):
        return timedelta(hours=2 - dt.fold)


noon = datetime(2024, 5, 6, 12)
for thing in (noon.replace(tzinfo=Zone(5)), noon.replace(tzinfo=Zone(timedelta(days=1))),
              noon.replace(tzinfo=Zone(name=3)), time(1, tzinfo=Zone(saving='x'))):
    for method in ('utcoffset', 'tzname', 'dst', 'isoformat', '__hash__'):
        try:
            print(method, getattr(thing, method)() if method != '__hash__' else bool(hash(thing)))
        except (TypeError, ValueError) as error:
            print(method, type(error).__name__, error)
folded = noon.replace(tzinfo=Folded())
print(folded == folded.astimezone(timezone.utc), folded == folded.replace(fold=1), hash(folded) == hash(folded.replace(fold=1)))
print(folded == datetime(2024, 5, 6, 10, tzinfo=timezone.utc), folded.replace(fold=1).utcoffset())
for one in (date(2024, 2, 29), time(1, 2, 3, 4, fold=1), noon.replace(fold=1, microsecond=7, tzinfo=timezone.utc),
            timezone(timedelta(hours=1)), timezone(timedelta(hours=1), 'x'), date(2024, 2, 29).isocalendar()):
    again = pickle.loads(pickle.dumps(one, 4))
    print(again == one, getattr(again, 'fold', None), copy.copy(one) == one, type(again).__name__, one.__reduce__()[1:])
print(date(b'\x07\xe8\x02\x1d'), datetime(b'\x07\xe8\x82\x1d\x01\x02\x03\0\0\x04').fold, time(b'\x81\x02\x03\0\0\x04'))
for wrong in [lambda: date(b'abcd'), lambda: date(2024), lambda: datetime(2024, 1), lambda: datetime(b'\x07\xe8\x02\x1d\x01\x02\x03\0\0\x04', 5),
              lambda: timezone(timedelta(0), None), lambda: timezone.utc.utcoffset(3), lambda: timezone.utc.fromutc(noon),
              lambda: Zone().fromutc(3), lambda: datetime.combine(noon, noon), lambda: datetime.combine(1, time()),
              lambda: noon.astimezone(3), lambda: date.fromtimestamp(float('nan')), lambda: date.fromtimestamp(1e200),
              lambda: datetime.fromtimestamp(-1e200), lambda: noon.strftime(3), lambda: format(time(), 3) if 0 else time().__format__(3),
              lambda: setattr(timezone.utc, 'x', 1), lambda: time(1, tzinfo=Zone()) < time(2)]:
    try:
        print(wrong())
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error)
print(date(7, 3, 4).strftime('%4Y|%_d|%-d|%5d|%^a|%10B|%#p|%03e|%_3H|%q'))
print([datetime.fromisoformat(text).isoformat() for text in ('2025W01503', '2022W52520', '2020W53', '2020W534T10', '2020-W53-4')])
print(time(1, tzinfo=Zone()) == time(1), time(1, tzinfo=Zone()) == time(0, tzinfo=timezone.utc), datetime.min == datetime.min.replace(tzinfo=Zone()))
