"""`call`, `sentinel`, `ANY`, `DEFAULT`: what mocks are compared with."""

import pprint

_MISSING = object()


class _SentinelObject:
    """A unique object with a name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Makes a sentinel for each attribute that is asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            # Otherwise help() and the like would take it for a class.
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = object.__hash__


ANY = _ANY()


def format_signature(name, args, kwargs):
    """`name(1, a=2)`"""
    shown = [repr(argument) for argument in args]
    shown += [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(shown)})'


def _taken_apart(value):
    """(name or None, args, kwargs) of a tuple that stands for a call."""
    name, args, kwargs = None, (), {}
    items = list(value)
    if items and isinstance(items[0], str):
        name = items.pop(0)
    for item in items:
        if isinstance(item, tuple):
            args = item
        else:
            kwargs = item
    return name, args, kwargs


class _Call(tuple):
    """(name, args, kwargs), or the last two: a call that was made or is
    expected. A tuple with fewer items is equal to it as well."""

    def __new__(cls, value=(), name='', parent=None, two=False,
                from_kall=True):
        given, args, kwargs = _taken_apart(value)
        name = name if given is None else given
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False,
                 from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        own_name, *own = ('', *self) if len(self) == 2 else self
        if getattr(self, '_mock_parent', None) and getattr(
                other, '_mock_parent', None) and (
                self._mock_parent != other._mock_parent):
            return False
        if length > 3 or not all(
                isinstance(item, (str, tuple, dict)) or item is ANY
                for item in (other if isinstance(other, tuple) else ())):
            return False
        if not isinstance(other, tuple):
            return False
        name, args, kwargs = _taken_apart(other)
        if own_name and (name or '') != own_name:
            return False
        # The other side first: it may be ANY.
        return (args, kwargs) == tuple(own)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs),
                     name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self,
                     from_kall=False)

    def __getattribute__(self, attr):
        if attr in ('count', 'index'):
            # Of a tuple, which nobody is to see.
            raise AttributeError(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name = self[0] if len(self) == 3 else ''
        if not name:
            name = 'call'
        elif name.startswith('()'):
            name = 'call' + name
        else:
            name = 'call.' + name
        return format_signature(name, self[-2], self[-1])

    def call_list(self):
        """All the calls of a chain like `call.a().b(1)`."""
        found, thing = [], self
        while thing is not None:
            if thing._mock_from_kall:
                found.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(found))



call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls; `in` also finds a run of calls."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value
                   for at in range(len(self) - size + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
