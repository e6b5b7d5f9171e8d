# Members may have the names of attributes; what goes wrong with a member is shown as it is.
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, StrEnum, auto, property


class Key(Enum):
    name = 'the name'
    value = 2
    other = 3


print(list(Key), Key.name.name, Key.value.value, Key.other.name, Key('the name') is Key.name)


class Base(Enum):
    @property
    def size(self):
        return f'size of {self.name}'


class Shirt(Base):
    size = 1
    small = 2


print(Shirt.size, Shirt.small.size, Shirt.size.size)
for kind, values in ((StrEnum, {'a': 1}), (IntEnum, {'a': 'x'})):
    try:
        kind('Bad', values)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    class Broken(Enum):
        a = 1

        def __init__(self, value):
            raise ValueError('no', value)
except ValueError as error:
    print(error)


@dataclass
class Point:
    x: int
    y: int = 0


class Places(Point, Enum):
    home = 1, 2
    work = 3


print(Places.work.value, repr(Places.home), Places.home.y)


class Kinds(str, Enum):
    a = 'x'


class Several(Enum):
    one = auto(), 'a'
    two = 5


print(dir(Kinds)[-5:], [n for n in dir(Key.other) if n[0] != '_'], Several.one.value)
try:
    class Ordered(Enum):
        _order_ = 'a b c'
        a = 1
        b = 2
except TypeError as error:
    print(error)
try:
    class Empty(Enum): ...
    Empty(3)
except TypeError as error:
    print(error)
