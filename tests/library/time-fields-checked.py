# What strftime and asctime take, and times that are out of range.
import time

good = (2024, 2, 29, 13, 5, 9, 3, 60, 0)
print(time.strftime('%Y %j %a', good), time.asctime(good), time.strftime('%Y %m %d %j', (2000, 0, 0, 0, 0, 0, 0, 0, 0)))
for place, value in ((1, 13), (1, -1), (2, 32), (3, 24), (3, -1), (4, 60), (5, 62), (5, 61), (6, -1), (6, -2), (6, 9),
                     (7, 367), (7, -1), (8, 7), (0, 2**31), (0, -2**31)):
    fields = list(good)
    fields[place] = value
    for function in (lambda: time.strftime('%a %S', tuple(fields)), lambda: time.asctime(tuple(fields))):
        try:
            print(place, value, function())
        except (ValueError, OverflowError) as error:
            print(place, value, type(error).__name__, error)
for wrong in [lambda: time.strftime(b'%Y', good), lambda: time.strftime('%Y', list(good)), lambda: time.asctime(''),
              lambda: time.asctime(good[:8]), lambda: time.strftime('%Y', good + (1,)), lambda: time.gmtime(float('nan')),
              lambda: time.gmtime(1e200), lambda: time.ctime(-1e200), lambda: time.gmtime(2**62), lambda: time.strftime('%Y', (2000.5,) + good[1:])]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
