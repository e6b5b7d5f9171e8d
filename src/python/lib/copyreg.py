"""How objects are taken apart and made again, for `copy`."""

__all__ = ['add_extension', 'clear_extension_cache', 'constructor', 'pickle',
           'remove_extension']

from _collections import OrderedDict as _OrderedDict
from _functools import partial as _partial

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Says how objects of a class are taken apart."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reduce(x):
    """What `object.__reduce_ex__` answers for protocol 2 and above."""
    cls = type(x)
    if isinstance(x, _OrderedDict):
        # Its class is called again, and what `__init__` does is done again.
        return cls, (), x.__getstate__(), None, iter(x.items())
    if hasattr(cls, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
        make, args = __newobj_ex__, (cls, args, kwargs)
    elif hasattr(cls, '__getnewargs__'):
        make, args = __newobj__, (cls, *x.__getnewargs__())
    elif isinstance(x, (set, frozenset, bytearray)):
        make, args = cls, (list(x),)
    else:
        # What a number, text or tuple is made from is its plain value.
        for plain in (int, float, complex, str, bytes, tuple, frozenset):
            if isinstance(x, plain):
                args = (cls, plain(x))
                break
        else:
            args = (cls,)
        make = __newobj__
    state = x.__getstate__()
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return make, args, state, items, pairs


def _partial_again(func, args, keywords, attributes):
    made = _partial(func, *args, **keywords)
    vars(made).update(attributes)
    return made


pickle(_partial, lambda x: (
    _partial_again, (x.func, x.args, x.keywords, dict(vars(x)))))


class _Class:
    def method(self):
        pass


pickle(type(_Class().method), lambda x: (
    getattr, (x.__self__, x.__func__.__name__)))
del _Class


def _union_again(members):
    made, *others = members
    for member in others:
        made |= member
    return made


pickle(type(int | str), lambda x: (_union_again, (x.__args__,)))


def _state(x):
    """The attributes of an object: its dict, and those in slots."""
    own = getattr(x, '__dict__', None)
    slots = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = f'_{cls.__name__.lstrip("_")}{name}'
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    if slots:
        return own or None, slots
    return own or None


def _reconstructor(cls, base, state):
    """How protocols 0 and 1 make objects: by the nearest builtin base."""
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made
