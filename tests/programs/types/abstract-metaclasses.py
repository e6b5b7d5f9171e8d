# A metaclass may be abstract itself; generic types take any class as an argument.
import abc
import types
from typing import Tuple, TypeVar

T = TypeVar('T')


class A(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def x(self): ...


class Meta(type, A):
    def x(self):
        return 1


class Unfinished(abc.ABCMeta, A): ...


class C(metaclass=Meta): ...


print(A.__abstractmethods__, Meta.__abstractmethods__, Unfinished.__abstractmethods__, C.x())
for cls in (int, A, types.GenericAlias, types.UnionType, TypeVar):
    print(Tuple[cls, T][int] == Tuple[cls, int], tuple[T, cls][int] == tuple[int, cls])
