# What modules of the library say to what they cannot take.
import dataclasses
import enum
import functools
import importlib
import inspect
import io
import operator
import pickle
import struct
from collections import UserDict


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Color(enum.Enum):
    RED = 1


class Empty(enum.Flag):
    pass


print('-- enum')
tell(lambda: enum.Enum('X'))
tell(lambda: enum.IntEnum(1))
tell(lambda: Empty(1))
tell(lambda: Color('RED'))
print(repr(enum.auto()))

print('-- operator, functools, dataclasses')
tell(lambda: operator.itemgetter())
tell(lambda: operator.attrgetter())
tell(lambda: operator.attrgetter(1))
tell(lambda: type(functools.cached_property(5)))
tell(lambda: dataclasses.dataclass(3))

print('-- io')
raw = io.RawIOBase()
tell(lambda: raw.read())
tell(lambda: raw.read(3))
tell(lambda: raw.write(b'x'))
tell(lambda: raw.readinto(bytearray(2)))
tell(lambda: raw.seek(0))
tell(lambda: io.BufferedIOBase().read())
tell(lambda: io.TextIOBase().write('x'))


class Naming(pickle.Pickler):
    def persistent_id(self, thing):
        return 'x' if thing == 1 else None


print('-- pickle')
stream = io.BytesIO()
Naming(stream).dump([1])
tell(lambda: pickle.loads(stream.getvalue()))

print('-- struct')
for order in ('', '@', '<', '>', '=', '!'):
    for code, value in (('f', 1e39), ('f', -1e300), ('e', 1e6), ('f', 10**400)):
        tell(lambda: struct.pack(order + code, value))
print(struct.calcsize('bf'), struct.pack('bf', 1, -1e39))


class Filled(UserDict):
    def __missing__(self, key):
        return f'no {key}'


print('-- collections')
filled = Filled(a=1)
print(filled['b'], filled.get('b'), filled.get('b', 5), filled.get('a'),
      UserDict(a=1).get('b', 5))

print('-- inspect')


def f(a, b=2, c='x', *args, d, e=1.0, **kw):
    pass


def g(a, b=1, /, c=2, *, d=3):
    pass


print(inspect.getcallargs(f, 1, d=2))
print(inspect.getcallargs(f, 1, 2, 3, 4, d=2, z=5, e=6))
print(inspect.getcallargs(f, c=1, d=2, a=3))
print(inspect.getcallargs(g, 1, d=5))
tell(lambda: inspect.getcallargs(g))

print('-- importlib')
print(importlib.util.find_spec('nope'), importlib.machinery.ModuleSpec.__name__)
tell(lambda: importlib.nope)
