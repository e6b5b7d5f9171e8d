"""What containers, iterators, callables and awaitables have in common.

A class counts as one of the simple kinds as soon as it has the methods; the
richer kinds (Sequence, Mapping …) must be inherited or registered, and give
the remaining methods.
"""

from abc import ABCMeta, abstractmethod
from types import GenericAlias
from _collections import deque as _deque

# Where programs find the classes, which show it.
__name__ = 'collections.abc'

__all__ = [
    'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator',
    'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator', 'Generator',
    'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set',
    'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView',
    'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence', 'ByteString',
    'Buffer',
]


def _has_methods(cls, *names):
    """True if `cls` has all of them, NotImplemented otherwise.

    A class that sets one to None says that it is not of this kind.
    """
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


@classmethod
def _by_methods(cls, C):
    """Recognises classes by the methods in `_abc_methods`."""
    names = cls.__dict__.get('_abc_methods')
    if names is None:
        return NotImplemented
    return _has_methods(C, *names)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__hash__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__await__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    __slots__ = ()
    _abc_methods = ('__await__', 'send', 'throw', 'close')

    @abstractmethod
    def send(self, value):
        """Goes on with `value` as the outcome of the wait."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Goes on by raising an exception at the wait."""
        _raise(typ, val, tb)

    def close(self):
        """Ends it by GeneratorExit."""
        _close(self, 'coroutine')


def _raise(typ, val, tb):
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


def _close(generator, what):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        pass
    else:
        raise RuntimeError(f'{what} ignored GeneratorExit')


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__aiter__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    _abc_methods = ('__anext__', '__aiter__')

    @abstractmethod
    async def __anext__(self):
        """The next item, or StopAsyncIteration."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __slots__ = ()
    _abc_methods = ('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Sends a value in; the next item."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raises an exception inside; the next item."""
        _raise(typ, val, tb)

    async def aclose(self):
        """Ends it by GeneratorExit."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__iter__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    __slots__ = ()
    _abc_methods = ('__iter__', '__next__')

    @abstractmethod
    def __next__(self):
        """The next item, or StopIteration."""
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __slots__ = ()
    _abc_methods = ('__reversed__', '__iter__')

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Generator(Iterator):
    __slots__ = ()
    _abc_methods = ('__iter__', '__next__', 'send', 'throw', 'close')

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Goes on with `value` as that of the yield; the next item."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Goes on by raising an exception at the yield; the next item."""
        _raise(typ, val, tb)

    def close(self):
        """Ends it by GeneratorExit."""
        _close(self, 'generator')


class Sized(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__len__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__contains__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    __slots__ = ()
    _abc_methods = ('__len__', '__iter__', '__contains__')


class Buffer(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__buffer__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    _abc_methods = ('__call__',)
    __subclasshook__ = _by_methods

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError(
                'Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        if isinstance(args, (list, tuple)):
            return _CallableAlias(cls, (*args, result))
        return _CallableAlias(cls, (args, result))


class _CallableAlias(GenericAlias):
    """`Callable[[int, str], float]`; its arguments are kept flat."""

    def __reduce__(self):
        return _CallableAlias, (Callable, self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (
                args[0] is ... or type(args[0]).__name__ == 'ParamSpec'
                or getattr(getattr(args[0], '__origin__', None), '_name',
                           None) == 'Concatenate'):
            return (f'collections.abc.Callable[{_type_repr(args[0])}, '
                    f'{_type_repr(args[1])}]')
        names = ', '.join(_type_repr(a) for a in args[:-1])
        return (f'collections.abc.Callable[[{names}], '
                f'{_type_repr(args[-1])}]')


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is Ellipsis:
        return '...'
    return repr(obj)


# Sets.

class Set(Collection):
    """A set that cannot be changed, from `__contains__`, `__iter__`, `__len__`."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """A new set; a subclass whose constructor differs replaces this."""
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(x in other for x in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(x in self for x in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self <= other

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(x for x in other if x in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """Whether no item of `other` is in this set."""
        return not any(x in self for x in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(x for s in (self, other) for x in s)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(x for x in self if x not in other)

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(x for x in other if x not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """The hash of the frozen set with the same items."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that can be changed, by `add` and `discard`."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        """Takes `value` out, or raises KeyError."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Takes some item out and returns it."""
        for value in self:
            break
        else:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        """Takes everything out."""
        while True:
            try:
                self.pop()
            except KeyError:
                return

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in (self - it):
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


# Mappings.

class Mapping(Collection):
    """A mapping that cannot be changed, from `__getitem__`, `__iter__`, `__len__`."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of `key`, or `default`."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        """A view of the keys, like a set."""
        return KeysView(self)

    def items(self):
        """A view of pairs of key and value, like a set."""
        return ItemsView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MappingView(Sized):
    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'

    __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for found in self:
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_MISSING = object()


class MutableMapping(Mapping):
    """A mapping that can be changed, by `__setitem__` and `__delitem__`."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_MISSING):
        """Takes `key` out; its value, or `default` if given."""
        try:
            value = self[key]
        except KeyError:
            if default is _MISSING:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Takes some pair out and returns it."""
        for key in self:
            break
        else:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Takes everything out."""
        while True:
            try:
                self.popitem()
            except KeyError:
                return

    def update(self, other=(), /, **kwds):
        """Takes over what a mapping, pairs and keywords say."""
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of `key`, which becomes `default` if there is none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


# Sequences.

class Sequence(Reversible, Collection):
    """A sequence that cannot be changed, from `__getitem__` and `__len__`."""

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        while True:
            try:
                value = self[index]
            except IndexError:
                return
            yield value
            index += 1

    def __contains__(self, value):
        for found in self:
            if found is value or found == value:
                return True
        return False

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def index(self, value, start=0, stop=None):
        """Position of the first item equal to `value`, or ValueError."""
        length = len(self)
        if start < 0:
            start = max(length + start, 0)
        if stop is not None and stop < 0:
            stop += length
        position = start
        while stop is None or position < stop:
            try:
                found = self[position]
            except IndexError:
                break
            if found is value or found == value:
                return position
            position += 1
        raise ValueError

    def count(self, value):
        """How many items are equal to `value`."""
        return sum(1 for found in self if found is value or found == value)


class ByteString(Sequence):
    """bytes and bytearray (gone since Python 3.14)."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can be changed: `__setitem__`, `__delitem__`, `insert`."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        """Puts `value` at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Takes everything out."""
        while True:
            try:
                self.pop()
            except IndexError:
                return

    def reverse(self):
        """Turns the order round."""
        length = len(self)
        for low in range(length // 2):
            high = length - 1 - low
            self[low], self[high] = self[high], self[low]

    def extend(self, values):
        """Puts all of `values` at the end."""
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        """Takes one item out and returns it."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Takes the first item equal to `value` out, or raises ValueError."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


# The builtin ones that are not recognised by their methods.

for _kind, _classes in (
        (Sequence, (tuple, str, range, memoryview)),
        (ByteString, (bytes, bytearray)),
        (MutableSequence, (list, bytearray, _deque)),
        (Set, (frozenset,)),
        (MutableSet, (set,)),
        (MutableMapping, (dict,)),
        (KeysView, (type({}.keys()),)),
        (ItemsView, (type({}.items()),)),
        (ValuesView, (type({}.values()),)),
        (Mapping, (type(type.__dict__),)),
        (Buffer, (bytes, bytearray, memoryview))):
    for _class in _classes:
        _kind.register(_class)
del _kind, _classes, _class, _deque
