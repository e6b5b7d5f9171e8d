# singledispatchmethod over class methods; exit stacks and contexts; other small agreements.
import contextlib
import dataclasses
import enum
import functools
import json
import operator
import pprint
import types
import typing
from collections import ChainMap


class Reader:
    @functools.singledispatchmethod
    @classmethod
    def read(cls, source):
        return f'{cls.__name__} object'

    @read.register
    @classmethod
    def _(cls, source: str):
        return f'{cls.__name__} str'


print(Reader.read(1), Reader.read('x'))

try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: [][1])
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


print(Point.__doc__)


class Kind(str, enum.Enum):
    A = 'a'


print(json.dumps([Kind.A, {Kind.A: Kind.A}]))
pprint.pprint(ChainMap({'a': 'b' * 50}, {'c': 'd' * 50}))
pprint.pprint(types.MappingProxyType({'a': 'b' * 50, 'c': 'd' * 50}))


@typing.runtime_checkable
class HasX(typing.Protocol):
    x: int


print(isinstance(Point(1), HasX), isinstance(3, HasX))
try:
    operator.length_hint(5, 'a')
except TypeError as error:
    print(error)
