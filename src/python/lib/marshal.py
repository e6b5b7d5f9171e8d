"""Plain values as bytes and back, in a format of our own; no code objects."""

__all__ = ['dump', 'dumps', 'load', 'loads', 'version']

import pickle

version = 4
_ATOMS = (type(None), bool, int, float, complex, str, bytes, type(...))
_GROUPS = (tuple, list, set, frozenset)


def dumps(value, version=version, /):
    """ValueError for anything but numbers, texts and their containers."""
    _check(value)
    return pickle.dumps(value, 4)


def _check(value):
    kind = type(value)
    if kind in _GROUPS:
        for item in value:
            _check(item)
    elif kind is dict:
        for pair in value.items():
            _check(pair)
    elif kind not in _ATOMS and value is not StopIteration:
        raise ValueError('unmarshallable object')


def loads(data, /):
    try:
        value = pickle.loads(data)
    except EOFError:
        raise EOFError('marshal data too short') from None
    except pickle.UnpicklingError:
        raise ValueError('bad marshal data (unknown type code)') from None
    return value


def dump(value, file, version=version, /):
    file.write(dumps(value, version))


def load(file, /):
    return pickle.load(file)
