# Corners of several modules.
import array
import dataclasses
import enum
import functools
import logging
import os.path
import pprint
import random
import traceback
import typing
import warnings


@dataclasses.dataclass
class Data:
    x: int


print(Data.__dataclass_params__)


@enum.global_enum
class Direction(enum.Enum):
    NORTH = 1


print(NORTH, repr(NORTH), f'{NORTH}')
pprint.pprint({'a': (1,), 'b': [(2, 3)]}, depth=1)
pprint.pprint({'a': {'b': (1,)}}, depth=2)
key = functools.cmp_to_key(lambda a, b: a - b)
for action in (lambda: key(1) < 2, lambda: random.randrange(1.5),
               lambda: os.path.join('a', 5),
               lambda: array.array('i', [1]).remove(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def inner():
    raise ValueError('inner')


def outer():
    try:
        inner()
    except ValueError as error:
        raise KeyError('outer') from error


def most():
    outer()


try:
    most()
except KeyError as error:
    print(''.join(traceback.format_exception(error, limit=1)).replace(__file__, 'FILE'))
    print(''.join(traceback.format_exception(error, limit=-1)).replace(__file__, 'FILE'))
    shown = traceback.TracebackException.from_exception(error, limit=1)
    print(''.join(shown.format()).replace(__file__, 'FILE'))
print(logging.getLogger().findCaller()[2:])
try:
    exec(compile('1/0', '<input>', 'exec'))
except ZeroDivisionError as error:
    print(traceback.format_exception(error)[-2:])


class Film(typing.TypedDict, total=False):
    name: 'typing.Required[str]'
    year: 'int'


print(Film.__annotations__, typing.get_type_hints(Film), Film.__required_keys__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    logging.getLogger('old').warn('x')
    logging.warn('y')
print([str(warning.message) for warning in caught],
      [warning.filename == __file__ for warning in caught])


# What is checked first, and how it is said.

import datetime
import pickle
import string
import sys
from collections import namedtuple


class NoContainer:
    __contains__ = None
    __len__ = None


Point = namedtuple('Point', 'x y')


def assign(place, value):
    bytearray(1)[place] = value


for attempt in (
        lambda: string.Formatter().format('{}{0}', 1),
        lambda: string.Formatter().format('{0}{}', 1),
        lambda: assign(5, 300),
        lambda: assign('a', 300),
        lambda: assign(5, 3),
        lambda: assign(0, 'a'),
        lambda: 1 in NoContainer(),
        lambda: len(NoContainer()),
        lambda: datetime.timedelta(days=10**10),
        lambda: datetime.timedelta(days=10**9),
        lambda: datetime.timedelta(seconds=1e20),
        lambda: Point.x,
        lambda: (type(Point.y), Point.y.__reduce__(), Point.y.__doc__),
        lambda: pickle.loads(pickle.dumps(Point.x)),
        lambda: Point.x.__get__(3),
        lambda: type(sys.orig_argv),
        lambda: sys.audit('unheard', 1),
        lambda: sys.audit(),
        lambda: sys.audit(1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
Point.x.__doc__ = 'to the right'
print(Point.x, Point.x.__doc__)


def hook(event, details):
    if event == 'bad':
        raise ValueError(event)
    if event in ('sys.addaudithook', 'own'):
        print('told of', event, details)


sys.addaudithook(hook)
sys.audit('own', 1, 'b')
sys.addaudithook(lambda event, details: event == 'own' and print('me too'))
sys.audit('own')
try:
    sys.audit('bad')
except ValueError as error:
    print('refused', error)
