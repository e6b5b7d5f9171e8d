# What counts as a mapping, an iterable, a tuple of classes, a name.
from collections import namedtuple
from enum import Enum


class Row:
    def __init__(self, names='ab'):
        self.names = names

    def keys(self):
        return list(self.names)

    def __getitem__(self, name):
        return name * 2


class Broken(Row):
    def keys(self):
        raise AttributeError('inside')


class Raising(Row):
    def __getitem__(self, name):
        raise KeyError(name)


for thing in Row(), Row(''), Broken(), Raising(), 5, [1], None:
    try:
        print({'z': 0, **thing, 'y': 1})
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)


class Refuses:
    def __iter__(self):
        raise TypeError('refused')


class NoIterator:
    def __iter__(self):
        return 3


class Nothing:
    __iter__ = None


class Plain:
    pass


for thing in Refuses(), NoIterator(), Nothing(), Plain():
    for code in 'a, b = thing', 'a, *b = thing', '[*thing]', '(1, *thing)', 'for a, b in [thing]: pass':
        try:
            exec(code, {'thing': thing})
        except TypeError as error:
            print(code, '->', error)

Pair = namedtuple('Pair', 'first second')


class Classes(tuple):
    pass


print(isinstance('a', Pair(int, str)), issubclass(bool, Classes([str, int])), isinstance(1, (str, Pair(float, bytes))))
try:
    int('x')
except Pair(KeyError, ValueError) as error:
    print('caught', error)


class Names(str, Enum):
    ONE = 'one'
    TWO = 'two'


Made = type('Made', (), {Names.ONE: 1, Names.TWO: property(lambda self: 2), 'three': 3})
print(Made.one, Made().two, Made.three, getattr(Made, Names.ONE))
try:
    print('abc'.lower.strip())
except AttributeError as error:
    print(error)
