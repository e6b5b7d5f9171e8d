"""Functions that take or make functions."""

__all__ = [
    'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'cache', 'cached_property',
    'cmp_to_key', 'lru_cache', 'partial', 'partialmethod', 'reduce',
    'singledispatch', 'singledispatchmethod', 'total_ordering',
    'update_wrapper', 'wraps',
]

import sys
from _functools import _lru_cache_wrapper, partial, reduce
from abc import get_cache_token
from collections import namedtuple
from types import GenericAlias

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)

_in_c = '_functools', ('cmp_to_key',)


# Looking like the wrapped function.

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Gives `wrapper` the name, the documentation … of `wrapped`."""
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            # `wrapped` need not be a function.
            continue
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, because the dictionary of `wrapped` may hold one of its own.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`update_wrapper` as a decorator."""
    return partial(update_wrapper, wrapped=wrapped,
                   assigned=assigned, updated=updated)


# Comparing.

# How each comparison follows from one that a class defines: from its opposite
# or not, and what equality has to add.
_ORDERINGS = {
    '__lt__': {'__gt__': (True, 'and not equal'), '__le__': (False, 'or equal'),
               '__ge__': (True, '')},
    '__le__': {'__ge__': (True, 'or equal'), '__lt__': (False, 'and not equal'),
               '__gt__': (True, '')},
    '__gt__': {'__lt__': (True, 'and not equal'), '__ge__': (False, 'or equal'),
               '__le__': (True, '')},
    '__ge__': {'__le__': (True, 'or equal'), '__gt__': (False, 'and not equal'),
               '__lt__': (True, '')},
}


_SIGNS = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>=', '': '',
          'or equal': ' or (a == b)', 'and not equal': ' and (a != b)'}


def _derived(root, opposite, equality):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if opposite:
            result = not result
        if equality == 'or equal':
            return result or self == other
        if equality == 'and not equal':
            return result and self != other
        return result
    return method


def total_ordering(cls):
    """Adds the comparisons that `cls` lacks, made from one that it has."""
    defined = {op for op in _ORDERINGS
               if getattr(cls, op, None) is not getattr(object, op, None)}
    if not defined:
        raise ValueError(
            'must define at least one ordering operation: < > <= >=')
    root = next(op for op in _ORDERINGS if op in defined)
    for op, (opposite, equality) in _ORDERINGS[root].items():
        if op not in defined:
            # The method is the same for all classes, and pickled by its whole
            # name in this module.
            name, source = op.strip('_'), root.strip('_')
            name = f'_{name}_from_{source}'
            method = globals().get(name)
            if method is not None:
                setattr(cls, op, method)
                continue
            globals()[name] = method = _derived(root, opposite, equality)
            method.__name__ = op
            method.__qualname__ = name
            condition = f'(not a {_SIGNS[root]} b)' if opposite \
                else f'(a {_SIGNS[root]} b)'
            method.__doc__ = (
                f'Return a {_SIGNS[op]} b.  Computed by @total_ordering from '
                f'{condition}{_SIGNS[equality]}.')
            setattr(cls, op, method)
    return cls


class KeyWrapper:
    """Makes keys of one comparison function; and such a key, which has an `obj`."""

    __slots__ = ('_compare', 'obj')
    __hash__ = None

    def __call__(self, obj):
        return _key(self._compare, obj)

    def __lt__(self, other):
        return self._order(other) < 0

    def __gt__(self, other):
        return self._order(other) > 0

    def __eq__(self, other):
        return self._order(other) == 0

    def __le__(self, other):
        return self._order(other) <= 0

    def __ge__(self, other):
        return self._order(other) >= 0

    def _order(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj)


def _key(compare, *obj):
    key = object.__new__(KeyWrapper)
    key._compare = compare
    if obj:
        key.obj, = obj
    return key


def cmp_to_key(mycmp):
    """A sort key from a function that returns a number < 0, 0 or > 0."""
    return _key(mycmp)


# Remembering results.

_CacheInfo = namedtuple('CacheInfo', 'hits misses maxsize currsize')


def lru_cache(maxsize=128, typed=False):
    """Remembers the `maxsize` results that were asked for last; None: all."""
    if callable(maxsize) and isinstance(typed, bool):
        # Used without parentheses.
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError(
            'Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


class _Key(list):
    """The arguments of a call as a key whose hash is found once."""

    __slots__ = ('_hash',)

    def __init__(self, parts):
        super().__init__(parts)
        self._hash = hash(tuple(parts))

    def __hash__(self):
        return self._hash


# What stands between positional and keyword arguments in a key.
_KEYWORDS_FOLLOW = (object(),)


def _make_key(args, kwds, typed):
    """A key for a call, for caches like `lru_cache` that programs write."""
    parts = list(args)
    if kwds:
        parts.extend(_KEYWORDS_FOLLOW)
        for named in kwds.items():
            parts.extend(named)
    if typed:
        parts.extend(map(type, args))
        parts.extend(map(type, kwds.values()))
    elif len(parts) == 1 and type(parts[0]) in (int, str):
        # Its own key, and its hash is quick to find.
        return parts[0]
    return _Key(parts)


def cache(user_function, /):
    """Remembers every result."""
    return lru_cache(maxsize=None)(user_function)


_MISSING = object()


class cached_property:
    """A property that is computed once for each object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = getattr(func, '__module__', None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different '
                f'names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without '
                            'calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f'instance to cache {self.attrname!r} property.') from None
        value = kept.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            try:
                kept[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} "
                    'instance does not support item assignment for caching '
                    f'{self.attrname!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# Methods.

class partialmethod:
    """`partial` for a method: the object comes before the given arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{k}={v!r}' for k, v in self.keywords.items()]
        return f'functools.partialmethod({", ".join(parts)})'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # A static method, a class method or another descriptor has
                # already seen to the object.
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._plain().__get__(obj, cls)

    def _plain(self):
        def _method(self, /, *args, **keywords):
            keywords = {**outer.keywords, **keywords}
            return outer.func(self, *outer.args, *args, **keywords)
        outer = self
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


# Choosing by the type of the first argument.

def _best_match(cls, registry):
    """The implementation of the class nearest to `cls`."""
    match = None
    for one in _with_virtual(cls, registry):
        if match is not None:
            if (one in registry and one not in cls.__mro__
                    and match not in cls.__mro__
                    and not issubclass(match, one)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {one}')
            break
        if one in registry:
            match = one
    return registry.get(match)


def _with_virtual(cls, registry):
    """The method resolution order of `cls` with the classes of the registry
    that it is registered with (PEP 443)."""
    own = set(cls.__mro__)
    wanted = [one for one in registry if one not in own
              and hasattr(one, '__mro__') and issubclass(cls, one)]
    # Who is a base of another one comes by way of that.
    wanted = [one for one in wanted if not any(
        one is not other and one in other.__mro__ for other in wanted)]
    virtual = []
    for one in wanted:
        # A subclass that `cls` is registered with too stands before it.
        chains = [[base for base in sub.__mro__ if base in wanted]
                  for sub in one.__subclasses__()
                  if sub not in own and issubclass(cls, sub)]
        for chain in sorted(chains, key=len, reverse=True) or [[one]]:
            virtual += [base for base in chain if base not in virtual]
    return _linear(cls, virtual)


def _linear(cls, virtual):
    """C3 over the bases of `cls` and those it is only registered with."""
    bases = list(cls.__bases__)
    # The virtual ones go behind the last base that is abstract itself.
    cut = max((place for place, base in enumerate(bases, 1)
               if hasattr(base, '__abstractmethods__')), default=0)
    here = [one for one in virtual if issubclass(cls, one) and not any(
        issubclass(base, one) for base in bases)]
    rest = [one for one in virtual if one not in here]
    groups = bases[:cut], here, bases[cut:]
    chains = [_linear(base, rest) for group in groups for base in group]
    chains += [list(group) for group in groups]
    order = [cls]
    while chains := [chain for chain in chains if chain]:
        for chain in chains:
            if not any(chain[0] in other[1:] for other in chains):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        nearest = chain[0]
        order.append(nearest)
        for chain in chains:
            if chain[0] is nearest:
                del chain[0]
    return order


def singledispatch(func):
    """A function whose implementation goes by the type of its first argument."""
    registry = {object: func}
    found = {}
    token = None
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation for arguments of class `cls`."""
        nonlocal token
        if token is not None and token != (now := get_cache_token()):
            # A class was registered with an abstract one.
            found.clear()
            token = now
        try:
            return found[cls]
        except KeyError:
            found[cls] = implementation = (
                registry[cls] if cls in registry
                else _best_match(cls, registry))
            return implementation

    def register(cls, func=None):
        """Registers an implementation for `cls`; also as a decorator."""
        if _is_type(cls):
            if func is None:
                return lambda implementation: register(cls, implementation)
        else:
            if func is not None:
                raise TypeError(
                    f'Invalid first argument to `register()`. {cls!r} is not '
                    'a class or union type.')
            func = cls
            cls = _first_annotation(func)
        nonlocal token
        for one in _members(cls):
            registry[one] = func
            if token is None and hasattr(one, '__abstractmethods__'):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


def _is_union(thing):
    from types import UnionType
    # Who has made one of typing's has imported that.
    typing = sys.modules.get('typing')
    return isinstance(thing, UnionType) or (
        typing is not None and typing.get_origin(thing) is typing.Union)


def _is_type(thing):
    if _is_union(thing):
        return all(isinstance(arg, type) for arg in thing.__args__)
    return isinstance(thing, type)


def _members(cls):
    return cls.__args__ if not isinstance(cls, type) else (cls,)


def _first_annotation(func):
    # A class or static method has the annotations of its function.
    inner = getattr(func, '__func__', func)
    annotations = getattr(inner, '__annotations__', {})
    if not annotations:
        raise TypeError(
            f'Invalid first argument to `register()`: {func!r}. Use either '
            '`@register(some_class)` or plain `@register` on an annotated '
            'function.')
    from typing import get_type_hints
    argument, cls = next(iter(get_type_hints(inner).items()))
    if not _is_type(cls):
        problem = ('not all arguments are classes' if _is_union(cls)
                   else 'is not a class')
        raise TypeError(f'Invalid annotation for {argument!r}. '
                        f'{cls!r} {problem}.')
    return cls


class singledispatchmethod:
    """`singledispatch` for methods: it goes by the argument after `self`."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if not args:
                name = getattr(self.func, '__name__',
                               'singledispatchmethod method')
                raise TypeError(
                    f'{name} requires at least 1 positional argument')
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
