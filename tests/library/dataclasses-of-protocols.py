# A class derived from a protocol keeps its own __init__, and the one that comes next.
from dataclasses import dataclass, field
import pickle
import typing
from typing import Generic, Protocol, TypeVar, get_type_hints

T = TypeVar('T')


class Named(Protocol):
    name: str


@dataclass
class Person(Named):
    name: str
    age: int = 3


print(Person('x'), Person('y', 4).age)


class Shape(Protocol[T]):
    def area(self) -> T: ...


class Base:
    def __init__(self):
        self.made = 'by Base'


class Square(Shape[int], Base):
    def area(self):
        return 4


class Other(Shape[int]):
    def __init__(self, side):
        super().__init__()
        self.side = side


print(Square().made, Square().area(), Other(3).side)
try:
    Shape()
except TypeError as error:
    print(error)


@dataclass(frozen=True, slots=True)
class Kept:
    x: int
    seen: bool = field(default=False, compare=False)

    def __setstate__(self, state):
        object.__setattr__(self, 'x', state[0])
        object.__setattr__(self, 'seen', True)


kept = pickle.loads(pickle.dumps(Kept(1)))
print(kept == Kept(1), kept)


@dataclass
class Node:
    next: 'Node' = None


@dataclass
class Counted:
    count: 'typing.ClassVar[int]' = 0
    total: ' typing . ClassVar [int]' = 1
    plain: 'int' = 2


print(Counted(5))
print(get_type_hints(Node.__init__)['next'] is Node, Person.__hash__, Kept.__hash__.__qualname__)
