"""Tuples whose places have names."""

import sys
from _collections import _tuplegetter
from keyword import iskeyword


def namedtuple(typename, field_names, *, rename=False, defaults=None,
               module=None):
    """A class of tuples with the fields of a list, or of a text 'x y z'."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = list(map(str, field_names))
    typename = sys.intern(str(typename))
    if rename:
        fields = _renamed(fields)
    _check(typename, fields, rename)
    fields = tuple(map(sys.intern, fields))

    values = ()
    if defaults is not None:
        values = tuple(defaults)
        if len(values) > len(fields):
            raise TypeError('Got more default values than field names')
    field_defaults = dict(zip(fields[len(fields) - len(values):], values))

    if module is None:
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
    return _make_class(typename, fields, values, field_defaults, module)


def _renamed(fields):
    """Replaces what cannot be a name by `_0`, `_1` …"""
    seen = set()
    result = []
    for index, name in enumerate(fields):
        if (not name.isidentifier() or iskeyword(name)
                or name.startswith('_') or name in seen):
            name = f'_{index}'
        result.append(name)
        seen.add(name)
    return result


def _check(typename, fields, rename):
    for name in [typename, *fields]:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid '
                             f'identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError('Type names and field names cannot be a '
                             f'keyword: {name!r}')
    seen = set()
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError(
                f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _make_class(typename, fields, values, field_defaults, module):
    # The constructor is compiled, so that calls are fast and its errors name
    # the fields.
    scope = {'_tuple_new': tuple.__new__, '__builtins__': {},
             '__name__': f'namedtuple_{typename}'}
    names = ', '.join(fields)
    items = names + ',' if len(fields) == 1 else names
    new = eval(f'lambda _cls, {names}: _tuple_new(_cls, ({items}))', scope)
    new.__name__ = '__new__'
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}({names})'
    if values:
        new.__defaults__ = values

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f'Expected {len(fields)} arguments, '
                            f'got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value)
                            for name, value in zip(fields, self))
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}'
                           for name, value in zip(fields, self)])
        return f'{type(self).__name__}({shown})'

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = (f'Return a new {typename} object replacing specified '
                        'fields with new values')

    namespace = {
        '__doc__': f'{typename}({names})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': new,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(
            index, f'Alias for field number {index}')
    made = type(typename, (tuple,), namespace)
    made.__module__ = module
    return made
