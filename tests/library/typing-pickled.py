# Generic types are the same object when they are subscribed or unpickled again.
import collections.abc
import operator
import functools
import pickle
from typing import (Annotated, Callable, Dict, Generic, List, Literal, NamedTuple, NewType, Optional, Tuple,
                    TypedDict, TypeVar, Union, get_type_hints, no_type_check)

for tp in (List[int], Dict[str, int], Tuple[int, ...], Union[int, str], Optional[int], Literal[1, 'a'],
           Callable[[int], str], Callable[..., int], Annotated[int, 'note']):
    print(tp, pickle.loads(pickle.dumps(tp)) == tp)
for tp in (list[int], dict[str, list[int]], collections.abc.Callable[[int], str]):
    print(tp, pickle.loads(pickle.dumps(tp)) == tp)
UserId = NewType('UserId', int)
print(pickle.loads(pickle.dumps(UserId)) is UserId)
print((list[str] | int) == (int | list[str]), list[int] | list[int], list[int] | int | list[int] | None)
print(functools.reduce(operator.or_, (list[str], int)) == Union[list[str], int])
T = TypeVar('T')


class Pair(NamedTuple, Generic[T]):
    first: T
    second: T = None


class Movie(TypedDict, Generic[T]):
    name: str
    rating: T


print(Pair.__bases__, Pair[int](1), Movie.__bases__, Movie(name='a'))


class Outer:
    item: 'List[Outer]'

    @no_type_check
    def method(self, a: 'not a type'): ...


print(get_type_hints(Outer), get_type_hints(Outer.method), get_type_hints(len))
for make in (lambda: Generic[T][T], lambda: List[Generic], lambda: type('C', (type(Union),), {}),
             lambda: NamedTuple('N', [('x', int)], y=str), lambda: get_type_hints(1)):
    try:
        make()
    except TypeError as error:
        print(error)
try:
    class Sub(UserId): ...
except TypeError as error:
    print(error)


import typing


class Both(typing.MutableMapping[str, str], collections.abc.MutableMapping):
    __getitem__ = __setitem__ = __delitem__ = __iter__ = __len__ = None


class Marked:
    a: Annotated['typing.ClassVar[int]', 3] = 4


print(Both.__bases__, get_type_hints(Marked))
