"""Old names of generic builtins: List, Dict, Iterable …"""

import collections
import contextlib
import operator
import re
from collections import abc

from ._forms import Alias, checked, converted, remembered, type_repr


class _Generic(Alias):
    """`List` without arguments; with them it is an Alias."""

    def __init__(self, origin, count, name):
        super().__init__(origin, (), name=name)
        # How many arguments it takes; -1: any number.
        self._count = count

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash((self.__origin__, self._name))

    @remembered
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(checked(arg, 'Parameters to generic types must be types.')
                     for arg in args)
        if self._count >= 0 and len(args) != self._count:
            few = 'few' if len(args) < self._count else 'many'
            raise TypeError(f'Too {few} arguments for {self!r}; actual '
                            f'{len(args)}, expected {self._count}')
        return Alias(self.__origin__, args, name=self._name)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

class _Tuple(_Generic):
    @remembered
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) == 2 and args[1] is ...:
            args = (checked(args[0], 'Tuple[t, ...]: t must be a type.'), ...)
        else:
            args = tuple(checked(arg, 'Tuple[t0, t1, ...]: each t must be a '
                                 'type.') for arg in args)
        return Alias(tuple, args, name='Tuple')


class _CallableAlias(Alias):
    """`Callable[[int, str], float]`; its arguments are kept flat."""

    def __repr__(self):
        args = self.__args__
        from ._substitution import is_parameter_list
        if len(args) == 2 and is_parameter_list(args[0]):
            shown = type_repr(args[0])
        else:
            shown = f'[{", ".join(map(type_repr, args[:-1]))}]'
        return f'typing.Callable[{shown}, {type_repr(args[-1])}]'


    def __reduce__(self):
        args = self.__args__
        from ._substitution import is_parameter_list
        if not (len(args) == 2 and is_parameter_list(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)


class _Callable(_Generic):
    @remembered
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError(
                'Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        result = checked(result, 'Callable[args, result]: result must be a '
                         'type.')
        if isinstance(parameters, list):
            message = 'Callable[[arg, ...], result]: each arg must be a type.'
            flat = tuple(checked(p, message) for p in parameters)
        else:
            flat = (converted(parameters),)
        return _CallableAlias(abc.Callable, (*flat, result), name='Callable')


Tuple = _Tuple(tuple, -1, 'Tuple')
Callable = _Callable(abc.Callable, 2, 'Callable')

__all__ = ['Callable', 'Tuple']

for _name, _origin, _count in (
        ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1),
        ('FrozenSet', frozenset, 1), ('Type', type, 1),
        ('Deque', collections.deque, 1),
        ('DefaultDict', collections.defaultdict, 2),
        ('OrderedDict', collections.OrderedDict, 2),
        ('Counter', collections.Counter, 1),
        ('ChainMap', collections.ChainMap, 2),
        ('Hashable', abc.Hashable, 0), ('Sized', abc.Sized, 0),
        ('Awaitable', abc.Awaitable, 1), ('Coroutine', abc.Coroutine, 3),
        ('AsyncIterable', abc.AsyncIterable, 1),
        ('AsyncIterator', abc.AsyncIterator, 1),
        ('Iterable', abc.Iterable, 1), ('Iterator', abc.Iterator, 1),
        ('Reversible', abc.Reversible, 1), ('Container', abc.Container, 1),
        ('Collection', abc.Collection, 1), ('AbstractSet', abc.Set, 1),
        ('MutableSet', abc.MutableSet, 1), ('Mapping', abc.Mapping, 2),
        ('MutableMapping', abc.MutableMapping, 2),
        ('Sequence', abc.Sequence, 1),
        ('MutableSequence', abc.MutableSequence, 1),
        ('ByteString', abc.ByteString, 0),
        ('MappingView', abc.MappingView, 1), ('KeysView', abc.KeysView, 1),
        ('ItemsView', abc.ItemsView, 2), ('ValuesView', abc.ValuesView, 1),
        ('ContextManager', contextlib.AbstractContextManager, 1),
        ('AsyncContextManager', contextlib.AbstractAsyncContextManager, 1),
        ('Generator', abc.Generator, 3),
        ('AsyncGenerator', abc.AsyncGenerator, 2),
        ('Pattern', re.Pattern, 1), ('Match', re.Match, 1)):
    globals()[_name] = _Generic(_origin, _count, _name)
    __all__.append(_name)
del _name, _origin, _count
