"""Copies of objects, shallow and deep."""

__all__ = ['Error', 'copy', 'deepcopy', 'replace']

from _collections import deque
from _weakref import ref
from copyreg import dispatch_table


class Error(Exception):
    """The object cannot be copied."""


error = Error

# What cannot change is its own copy.
_UNCHANGING = frozenset([
    type(None), int, float, bool, complex, str, bytes, type, range, slice,
    property, type(Ellipsis), type(NotImplemented), type(lambda: 0), type(len),
    type((lambda: 0).__code__), ref,
])


def copy(x):
    """A copy that holds the same things as `x`."""
    cls = type(x)
    if cls in _UNCHANGING or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    parts = _parts(x, '(shallow)')
    if isinstance(parts, str):
        return x
    return _rebuilt(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A copy that holds copies of everything in `x`, each thing once."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls in _UNCHANGING:
        return x
    special = _DEEP.get(cls)
    if special is not None:
        made = special(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            made = method(memo)
        else:
            parts = _parts(x, '(deep)')
            made = x if isinstance(parts, str) else _rebuilt(x, memo, *parts)
    if made is not x:
        memo[key] = made
        # While the memo lives, no other object may get this id.
        memo.setdefault(id(memo), []).append(x)
    return made


def _parts(x, deep):
    """How to make `x` again, as `__reduce_ex__` says."""
    own = dispatch_table.get(type(x))
    if own is not None:
        return own(x)
    if isinstance(x, deque) and type(x).__reduce__ is object.__reduce__:
        args = () if x.maxlen is None else ((), x.maxlen)
        return type(x), args, getattr(x, '__dict__', None) or None, iter(x)
    reduce_ex = getattr(x, '__reduce_ex__', None)
    if reduce_ex is not None:
        return reduce_ex(4)
    reduce = getattr(x, '__reduce__', None)
    if reduce is None:
        raise Error(f'un{deep}copyable object of type {type(x)}')
    return reduce()


def _rebuilt(x, memo, make, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = tuple(deepcopy(arg, memo) for arg in args)
    made = make(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    for item in items or ():
        made.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


def _deep_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    # The tuple may hold itself, by way of a list.
    if id(x) in memo:
        return memo[id(x)]
    if all(new is old for new, old in zip(made, x)):
        return x
    return tuple(made)


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Class:
    def method(self):
        pass


_DEEP = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple,
         type(_Class().method): _deep_method}
del _Class


def replace(obj, /, **changes):
    """A copy with other values in some fields (Python 3.13)."""
    method = getattr(type(obj), '__replace__', None)
    if method is None:
        raise TypeError(
            f'replace() does not support {type(obj).__name__} objects')
    return method(obj, **changes)
