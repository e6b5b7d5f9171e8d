"""`type(name, bases, namespace)` has the metaclass of the bases make the class."""
import collections.abc as c, abc
class B1(c.AsyncIterator): pass
for n in ('AsyncIterator','Iterator','Awaitable','Coroutine','AsyncGenerator','Generator','AsyncIterable','Hashable','Sized','Callable','Container','Mapping','MutableSequence', 'Sequence', 'Set','Collection','Reversible','MutableMapping','MutableSet'):
    base = getattr(c, n)
    for f in (lambda: type('Bad', (base,), {})(), lambda: base(), lambda: type(abc.ABC)('X', (base,), {})()):
        try: f(); print(n, 'made')
        except TypeError as e: print(n, e)
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
try: type('Y', (A,), {})()
except TypeError as e: print(e)
try: type('Y', (A,), {'f': 1})()
except TypeError as e: print(e)
print(type(type('Y', (A,), {'f': 1, 'g': 2})))


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print('new', name, sorted(namespace), keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print('init', name, keywords)


class Base(metaclass=Meta):
    pass


print(type(type('Made', (Base,), {'a': 1}, key=2)))
import enum
Color = type('Color', (enum.Enum,), enum.EnumMeta.__prepare__('Color', (enum.Enum,)))
print(type(Color))
