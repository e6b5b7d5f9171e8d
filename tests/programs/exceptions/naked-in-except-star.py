"""A naked exception comes to `except*` in a group that nobody raised."""
import sys
import traceback


def f():
    try:
        raise ValueError('naked')
    except* ValueError as group:
        print(repr(group), group.__traceback__, repr(group.__context__))
        print(group.exceptions[0].__traceback__ is not None)
        1 / 0


try:
    f()
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
