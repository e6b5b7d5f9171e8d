"""Special forms (Any, Union, Literal …) and the things they give."""

__all__ = [
    'Annotated', 'Any', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef',
    'Literal', 'LiteralString', 'Never', 'NoReturn', 'NotRequired', 'Optional',
    'ReadOnly', 'Required', 'Self', 'TypeAlias', 'TypeGuard', 'TypeIs',
    'Union', 'Unpack',
]

import operator
import sys
import types
from types import GenericAlias


def remembered(subscribe):
    """The same object for the same arguments, as long as they are hashable."""
    made = {}

    def getitem(self, args):
        try:
            # `1` and `True` are equal, but not the same argument.
            kinds = tuple(map(type, args)) if type(args) is tuple else type(args)
            key = self, args, kinds
            found = made.get(key)
        except TypeError:
            return subscribe(self, args)
        if found is None:
            if len(made) >= _MOST_REMEMBERED:
                made.clear()
            found = made[key] = subscribe(self, args)
        return found
    getitem.__name__ = subscribe.__name__
    getitem.__qualname__ = subscribe.__qualname__
    return getitem


_MOST_REMEMBERED = 512


class Sealed:
    """Base of what only this package may derive from."""

    def __init_subclass__(cls, **kwargs):
        if cls.__module__.partition('.')[0] != 'typing':
            raise TypeError('Cannot subclass special typing classes')
        super().__init_subclass__(**kwargs)


class ForwardRef(Sealed):
    """A type given as text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError('Forward reference must be an expression -- '
                              f'got {arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def evaluate(self, globals, locals):
        """The type that the text means."""
        if self.__forward_evaluated__ and globals is locals:
            return self.__forward_value__
        scope = globals
        if self.__forward_module__ is not None:
            module = sys.modules.get(self.__forward_module__)
            scope = getattr(module, '__dict__', globals)
        self.__forward_value__ = checked(
            eval(self.__forward_arg__, scope, locals),
            'Forward references must evaluate to types.',
            self.__forward_is_class__ or not self.__forward_is_argument__)
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = self.__forward_module__
        where = '' if module is None else f', module={module!r}'
        return f'ForwardRef({self.__forward_arg__!r}{where})'


def converted(arg, may_mark=False):
    """None becomes NoneType, a text a forward reference."""
    if arg is None:
        return type(None)
    return ForwardRef(arg, is_class=may_mark) if isinstance(arg, str) else arg


def checked(arg, message, may_mark=False):
    """`arg` converted, if it may be a type.

    ClassVar and Final mark what an annotation is about: they are no arguments,
    but `may_mark` allows them.
    """
    from ._generics import Generic, Protocol
    arg = converted(arg, may_mark)
    marks = () if may_mark else (ClassVar, Final)
    if isinstance(arg, Alias) and arg.__origin__ in (Generic, Protocol, *marks):
        raise TypeError(f'{arg} is not valid as type argument')
    if arg in (Any, Never, NoReturn, LiteralString, Self, TypeAlias):
        return arg
    if may_mark and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _Form) or arg in (Generic, Protocol):
        raise TypeError(f'Plain {arg!r} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{message} Got {arg!r:.100}.')
    return arg


def type_repr(obj):
    """A type as it is written."""
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, list):
        return '[' + ', '.join(map(type_repr, obj)) + ']'
    return repr(obj)


def parameters_of(args):
    """The type variables in some arguments, each once."""
    found = {}
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if hasattr(arg, '__typing_subst__'):
            found[arg] = None
        elif isinstance(arg, (list, tuple)):
            found.update(dict.fromkeys(parameters_of(arg)))
        else:
            found.update(dict.fromkeys(getattr(arg, '__parameters__', ())))
    return tuple(found)


# Old names that are not called to make one.
_NOT_CALLED = frozenset((
    'Dict', 'FrozenSet', 'List', 'Set', 'Tuple', 'Type'))


class Alias(Sealed):
    """A generic type with its arguments: `List[int]`, `Union[int, str]`."""

    def __init__(self, origin, args, *, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = parameters_of(args)
        self._name = name
        if name is None:
            self.__module__ = getattr(origin, '__module__', 'typing')
        else:
            self.__module__ = 'typing'

    def _own_name(self):
        if self._name is not None:
            return f'typing.{self._name}'
        return type_repr(self.__origin__)

    def __repr__(self):
        shown = ', '.join(map(type_repr, self.__args__)) or '()'
        return f'{self._own_name()}[{shown}]'

    def __eq__(self, other):
        if not isinstance(other, Alias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        # Subscribing once more gives the same object.
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (self._pickled_origin(), args)

    def _pickled_origin(self):
        if self._name is None:
            return self.__origin__
        return getattr(sys.modules['typing'], self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name in _NOT_CALLED:
            raise TypeError(f'Type {self._name} cannot be instantiated; '
                            f'use {self.__origin__.__name__}() instead')
        return self._made(*args, **kwargs)

    def _made(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            # Not everything takes attributes.
            pass
        return made

    def __setattr__(self, name, value):
        if name.startswith('_'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __dir__(self):
        own = (name for name in dir(self.__origin__)
               if not (name.startswith('__') and name.endswith('__')))
        return sorted({*super().__dir__(), *own})

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and '_name' in self.__dict__:
            return self._shown_name()
        if '__origin__' in self.__dict__ and not (
                name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def _shown_name(self):
        return self._name or self.__origin__.__name__

    @remembered
    def __getitem__(self, args):
        from ._generics import Generic, Protocol
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(
                f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(map(converted, args))
        from ._substitution import substituted
        return self.copy_with(substituted(self, args))

    def copy_with(self, args):
        """The same with other arguments."""
        return type(self)(self.__origin__, args, name=self._name)

    def __mro_entries__(self, bases):
        from ._generics import Generic, Protocol
        origin = self.__origin__
        if origin is Generic:
            # Something later in the list brings it along.
            place = bases.index(self)
            for base in bases[place + 1:]:
                if isinstance(base, Alias) or (
                        isinstance(base, type) and issubclass(base, Generic)):
                    return ()
            return (Generic,)
        if not isinstance(origin, type):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name is None or issubclass(origin, Generic):
            return (origin,)
        # The class itself may stand among the bases too.
        entries = () if origin in bases else (origin,)
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, Alias) or (
                    isinstance(base, type) and issubclass(base, Generic)):
                return entries
        return *entries, Generic

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and '
                        'instance checks')

    def __iter__(self):
        yield Unpack[self]


class UnionAlias(Alias):
    """`Union[int, str]`, `Optional[int]`."""

    def _shown_name(self):
        args = self.__args__
        optional = len(args) == 2 and type(None) in args
        return 'Optional' if optional else 'Union'

    def __repr__(self):
        args = self.__args__
        none = type(None)
        if len(args) == 2 and none in args:
            other = args[0] if args[1] is none else args[1]
            return f'typing.Optional[{type_repr(other)}]'
        return super().__repr__()

    def __eq__(self, other):
        if not isinstance(other, (UnionAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def copy_with(self, args):
        return Union[args]

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class LiteralAlias(Alias):
    """`Literal['a', 1]`."""

    def __eq__(self, other):
        if not isinstance(other, LiteralAlias):
            return NotImplemented
        return (set(_with_types(self.__args__))
                == set(_with_types(other.__args__)))

    def __hash__(self):
        return hash(frozenset(_with_types(self.__args__)))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(type_repr, self.__args__))}]'


def _with_types(values):
    # 1 and True are equal, but not the same literal.
    return [(value, type(value)) for value in values]


class AnnotatedAlias(Alias):
    """`Annotated[int, 'a note']`; the type itself is the origin."""

    def __init__(self, origin, metadata):
        if isinstance(origin, AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata
        # As if it were the type: `inspect` then shows it with its module.
        self.__module__ = getattr(origin, '__module__', 'typing')

    def copy_with(self, args):
        return AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        notes = ', '.join(map(repr, self.__metadata__))
        return f'typing.Annotated[{type_repr(self.__origin__)}, {notes}]'

    def __eq__(self, other):
        if not isinstance(other, AnnotatedAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __reduce__(self):
        return operator.getitem, (
            Annotated, (self.__origin__, *self.__metadata__))

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __call__(self, *args, **kwargs):
        return self._made(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class ConcatenateAlias(Alias):
    """`Concatenate[int, P]`"""

    def copy_with(self, args):
        *front, last = args
        if isinstance(last, (list, tuple)):
            return (*front, *last)
        if isinstance(last, ConcatenateAlias):
            args = (*front, *last.__args__)
        return super().copy_with(args)


class UnpackAlias(Alias):
    """`*Ts` or `Unpack[Ts]`."""

    def __repr__(self):
        return f'*{type_repr(self.__args__[0])}'

    def __iter__(self):
        yield self


class _Form(Sealed):
    """A name with a meaning of its own in annotations."""

    def __init__(self, name, doc, make=None):
        self._name = self.__name__ = self.__qualname__ = name
        self.__module__ = 'typing'
        self.__doc__ = doc
        self._make = make

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    @remembered
    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._make(self, args)


class _AnyMeta(type):
    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()

    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _union(self, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        arg = checked(arg, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(arg, (UnionAlias, types.UnionType)):
            flat.extend(arg.__args__)
        else:
            flat.append(arg)
    flat = tuple(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else UnionAlias(Union, flat, name='Union')


def _optional(self, arg):
    return Union[checked(arg, f'{self!r} requires a single type.'), None]


def _literal(self, args):
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        flat.extend(arg.__args__ if isinstance(arg, LiteralAlias) else [arg])
    try:
        flat = [value for value, _ in dict.fromkeys(_with_types(flat))]
    except TypeError:
        # What cannot be hashed is not looked through for doubles.
        pass
    return LiteralAlias(Literal, tuple(flat), name='Literal')


def _annotated(self, args):
    """The first argument is the type, and may be a mark around one."""
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two '
                        'arguments (a type and an annotation).')
    return AnnotatedAlias(
        checked(_no_unpacked(args[0]), 'Annotated[t, ...]: t must be a type.',
                may_mark=True), args[1:])


def _no_unpacked(arg):
    if isinstance(arg, UnpackAlias):
        raise TypeError(
            'Annotated[...] should not be used with an unpacked TypeVarTuple')
    return arg


def _single(self, arg):
    arg = checked(arg, f'{self!r} accepts only single type.')
    return Alias(self, (arg,), name=self._name)


def _concatenate(self, args):
    if args == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(args, tuple):
        args = (args,)
    if not (args[-1] is ... or hasattr(args[-1], 'kwargs')):
        raise TypeError('The last parameter to Concatenate should be a '
                        'ParamSpec variable or ellipsis.')
    message = 'Concatenate[arg, ...]: each arg must be a type.'
    args = (*(checked(arg, message) for arg in args[:-1]), args[-1])
    return ConcatenateAlias(Concatenate, args, name='Concatenate')


def _unpack(self, arg):
    arg = checked(arg, f'{self} accepts only single type.')
    return UnpackAlias(Unpack, (arg,), name='Unpack')


Union = _Form('Union', 'One of several types.', _union)
Optional = _Form('Optional', 'A type or None.', _optional)
Literal = _Form('Literal', 'One of some values.', _literal)
Annotated = _Form('Annotated', 'A type with notes of the program.', _annotated)
ClassVar = _Form('ClassVar', 'An attribute of the class.', _single)
Final = _Form('Final', 'A name that is bound once.', _single)
Required = _Form('Required', 'A key that must be there.', _single)
NotRequired = _Form('NotRequired', 'A key that may be missing.', _single)
ReadOnly = _Form('ReadOnly', 'A key that may not be changed.', _single)
TypeGuard = _Form('TypeGuard', 'True tells that it is of a type.', _single)
TypeIs = _Form('TypeIs', 'Tells whether it is of a type.', _single)
Concatenate = _Form('Concatenate', 'More parameters in front.', _concatenate)
Unpack = _Form('Unpack', 'The types of a tuple, one by one.', _unpack)
NoReturn = _Form('NoReturn', 'The function does not return.')
Never = _Form('Never', 'No value is of this type.')
Self = _Form('Self', 'The class that encloses the annotation.')
LiteralString = _Form('LiteralString', 'A text that stands in the source.')
TypeAlias = _Form('TypeAlias', 'The name stands for a type.')
