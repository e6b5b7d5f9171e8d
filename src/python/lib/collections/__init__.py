"""Containers beyond list, dict, set and tuple."""

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']

from _collections import OrderedDict, defaultdict, deque

from ._named_tuple import namedtuple


def __getattr__(name):
    # Each of these is a module of its own, compiled when it is asked for.
    if name == 'Counter':
        from ._counter import Counter as found
    elif name == 'ChainMap':
        from ._chain_map import ChainMap as found
    elif name in ('UserDict', 'UserList', 'UserString'):
        import collections._user as _user
        found = getattr(_user, name)
    elif name == 'abc':
        import collections.abc as found
    else:
        import sys
        raise AttributeError(
            f'module {__name__!r} has no attribute {name!r}', name=name,
            obj=sys.modules[__name__])
    globals()[name] = found
    return found
