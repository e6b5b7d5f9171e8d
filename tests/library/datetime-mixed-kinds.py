# A date beside a datetime, and how folds and wrong zones are shown.
from datetime import date, datetime, time, timedelta, timezone

day, moment = date(2020, 1, 1), datetime(2020, 1, 1)
for action in (lambda: day - moment, lambda: moment - day, lambda: day < moment,
               lambda: moment >= day, lambda: day < 5, lambda: moment > 'a',
               lambda: day == moment, lambda: timezone(timedelta(hours=25))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(datetime(2020, 1, 1, fold=1, tzinfo=timezone.utc)))
print(repr(time(1, fold=1, tzinfo=timezone.utc)))
