"""Environment variables. There is one process, so that nobody else sees them."""

from collections.abc import MutableMapping


class _Environ(MutableMapping):
    """Names and values, both texts or both bytes."""

    def __init__(self, data, kind):
        self._data = data
        self._kind = kind

    def _inside(self, value):
        if not isinstance(value, self._kind):
            name = 'str' if self._kind is str else 'bytes'
            raise TypeError(f'{name} expected, not {type(value).__name__}')
        return value if self._kind is str else value.decode()

    def _outside(self, value):
        return value if self._kind is str else value.encode()

    def __getitem__(self, key):
        try:
            return self._outside(self._data[self._inside(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._inside(key), self._inside(value)
        if '=' in key:
            raise ValueError('illegal environment variable name')
        self._data[key] = value

    def __delitem__(self, key):
        try:
            del self._data[self._inside(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self._outside(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{key!r}: {value!r}'
                          for key, value in self.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        return {**other, **self}

    def __ior__(self, other):
        self.update(other)
        return self


_Environ.__module__ = 'os'

_variables = {'HOME': '/home/visitor', 'LANG': 'C.UTF-8',
              'PATH': '/bin:/usr/bin', 'PWD': '/home/visitor',
              'PYTHONHASHSEED': '0', 'TZ': 'UTC', 'USER': 'visitor'}
environ = _Environ(_variables, str)
environb = _Environ(_variables, bytes)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value, /):
    """Changes what child processes would see."""


def unsetenv(name, /):
    """Changes what child processes would see."""


def get_exec_path(env=None):
    return (environ if env is None else env).get(
        'PATH', '/bin:/usr/bin').split(':')
