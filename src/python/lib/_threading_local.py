"""Attributes that every thread has for itself."""

__all__ = ['local']

from _thread import get_ident
from _weakref import ref

_get, _set, _delete = (object.__getattribute__, object.__setattr__,
                       object.__delattr__)

# What is kept for each `local`, by its id.
_all = {}


class _Kept:
    """The attributes of the threads that are not the last to have looked."""

    def __init__(self, me, arguments):
        ident = id(me)
        self.reference = ref(me, lambda _: _all.pop(ident, None))
        self.arguments = arguments
        self.owner = get_ident()
        self.others = {}


def _mine(me):
    """Puts the attributes of the current thread in place."""
    kept = _all[id(me)]
    ident = get_ident()
    if kept.owner == ident:
        return
    attributes = _get(me, '__dict__')
    kept.others[kept.owner] = dict(attributes)
    attributes.clear()
    kept.owner = ident
    known = kept.others.pop(ident, None)
    if known is not None:
        attributes.update(known)
    elif type(me).__init__ is not object.__init__:
        args, kwargs = kept.arguments
        type(me).__init__(me, *args, **kwargs)


class local:
    """An object whose attributes are another thread's in another thread."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        me = object.__new__(cls)
        _all[id(me)] = _Kept(me, (args, kwargs))
        return me

    def __getattribute__(self, name):
        _mine(self)
        return _get(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute "
                                 "'__dict__' is read-only")
        _mine(self)
        _set(self, name, value)

    def __delattr__(self, name):
        _mine(self)
        _delete(self, name)


local.__module__ = '_thread'
local.__name__ = local.__qualname__ = '_local'


def _forget_locals(ident):
    """A thread has ended: its attributes go."""
    for kept in list(_all.values()):
        kept.others.pop(ident, None)
