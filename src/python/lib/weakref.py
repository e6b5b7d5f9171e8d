"""References that do not keep their object alive."""

__all__ = ['CallableProxyType', 'ProxyType', 'ProxyTypes', 'ReferenceType',
           'WeakKeyDictionary', 'WeakMethod', 'WeakSet', 'WeakValueDictionary',
           'finalize', 'getweakrefcount', 'getweakrefs', 'proxy', 'ref']

from _collections_abc import Mapping, MutableMapping, MutableSet
from _weakref import (
    CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs,
    proxy, ref)

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A reference to a bound method, which itself lives only for a moment."""

    __slots__ = ('_func_ref', '_meth_type', '_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, '
                            f'not {type(meth)}') from None

        def ended(_):
            # Either of the two parts may end first; it is told once.
            self = self_ref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, ended)
        self._func_ref = ref(func, ended)
        self._meth_type = type(meth)
        self._alive = True
        self_ref = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    __hash__ = ref.__hash__


class _KeyedRef(ref):
    """A reference that knows under which key it is kept."""

    __slots__ = ('key',)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)


KeyedRef = _KeyedRef


class _WeakMapping(MutableMapping):
    """What the two weak dictionaries share."""

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """An entry goes when nothing else holds its value."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        data = self.data

        def drop(wr):
            # A new value may have taken the place already.
            if data.get(wr.key) is wr:
                del data[wr.key]
        self._drop = drop
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, self._drop, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        wr = self.data.get(key)
        return wr is not None and wr() is not None

    def __iter__(self):
        for key, wr in list(self.data.items()):
            if wr() is not None:
                yield key

    def copy(self):
        """A weak dictionary with the same entries."""
        return WeakValueDictionary(self.items())

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            made[deepcopy(key, memo)] = value
        return made

    def items(self):
        for key, wr in list(self.data.items()):
            value = wr()
            if value is not None:
                yield key, value

    def keys(self):
        return iter(self)

    def values(self):
        for wr in list(self.data.values()):
            value = wr()
            if value is not None:
                yield value

    def valuerefs(self):
        """The references themselves."""
        return list(self.data.values())

    itervaluerefs = valuerefs


class WeakKeyDictionary(_WeakMapping):
    """An entry goes when nothing else holds its key."""

    def __init__(self, dict=None):
        self.data = {}
        data = self.data
        self._drop = lambda wr: data.pop(wr, None)
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._drop)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    def __iter__(self):
        for wr in list(self.data):
            key = wr()
            if key is not None:
                yield key

    def copy(self):
        """A weak dictionary with the same entries."""
        return WeakKeyDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def items(self):
        for wr, value in list(self.data.items()):
            key = wr()
            if key is not None:
                yield key, value

    def keys(self):
        return iter(self)

    def values(self):
        for wr, value in list(self.data.items()):
            if wr() is not None:
                yield value

    def keyrefs(self):
        """The references themselves."""
        return list(self.data)


class WeakSet(MutableSet):
    """A set whose items go when nothing else holds them."""

    def __init__(self, data=None):
        self.data = {}
        kept = self.data
        self._drop = lambda wr: kept.pop(wr, None)
        for item in data or ():
            self.add(item)

    def add(self, item):
        """Puts `item` in."""
        self.data.setdefault(ref(item, self._drop))

    def discard(self, item):
        """Takes `item` out if it is in."""
        self.data.pop(ref(item), None)

    def __contains__(self, item):
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data

    def __iter__(self):
        for wr in list(self.data):
            item = wr()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(set(self))

    def clear(self):
        self.data.clear()

    def copy(self):
        """A weak set with the same items."""
        return self.__class__(self)

    def update(self, other):
        """Puts all of `other` in."""
        for item in other:
            self.add(item)

    def remove(self, item):
        """Takes `item` out; KeyError if it is not in."""
        self.data.pop(ref(item))

    def pop(self):
        """Takes any item out; KeyError if there is none."""
        while self.data:
            item = self.data.popitem()[0]()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def union(self, other):
        return self.__class__(item for part in (self, other) for item in part)

    __or__ = union

    def __ior__(self, other):
        self.update(other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        """Keeps what is in `other` too."""
        other = set(other)
        for item in self:
            if item not in other:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def difference(self, other):
        other = set(other)
        return self.__class__(item for item in self if item not in other)

    __sub__ = difference

    def difference_update(self, other):
        """Takes all of `other` out."""
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def symmetric_difference(self, other):
        return self.__class__(set(self) ^ set(other))

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Keeps what is in one of both only."""
        for item in set(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        other = set(other)
        return all(item in other for item in self)

    __le__ = issubset

    def __lt__(self, other):
        return set(self) < set(other)

    def issuperset(self, other):
        return all(item in self for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)


class finalize:
    """Calls a function when an object ends, or at the end of the program."""

    # What is still to be called, in the order in which it was made.
    _registry = {}
    _registered_with_atexit = False
    _shutdown = False

    def __init__(self, obj, func, /, *args, **kwargs):
        cls = finalize
        if not cls._registered_with_atexit:
            import atexit
            atexit.register(cls._call_all)
            cls._registered_with_atexit = True
        self._info = ref(obj, self), func, args, kwargs
        self.atexit = True
        cls._registry[id(self)] = self

    def __call__(self, _=None):
        """Calls the function now, unless it has been called; its result."""
        if finalize._registry.pop(id(self), None) is not None:
            _, func, args, kwargs = self._info
            self._info = None
            if not self._shutdown:
                return func(*args, **kwargs)
        return None

    def detach(self):
        """Gives up; what there was: (obj, func, args, kwargs), or None."""
        found = self.peek()
        if found is not None:
            finalize._registry.pop(id(self), None)
            self._info = None
        return found

    def peek(self):
        """(obj, func, args, kwargs) while it is alive, or None."""
        if not self.alive:
            return None
        weak, func, args, kwargs = self._info
        obj = weak()
        return None if obj is None else (obj, func, args, kwargs)

    @property
    def alive(self):
        """Whether the function is still to be called."""
        return id(self) in finalize._registry

    def __repr__(self):
        found = self.peek()
        if found is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        obj = found[0]
        return (f'<{type(self).__name__} object at {id(self):#x}; for '
                f'{type(obj).__name__!r} at {id(obj):#x}>')

    @classmethod
    def _call_all(cls):
        """The last one first."""
        try:
            for one in reversed(list(cls._registry.values())):
                if one.atexit:
                    try:
                        one()
                    except Exception:
                        import sys
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
