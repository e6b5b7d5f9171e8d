"""Generic and Protocol."""

__all__ = [
    'Generic', 'Protocol', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound',
    'get_protocol_members', 'is_protocol', 'runtime_checkable',
]

from abc import ABCMeta, abstractmethod

from ._forms import Alias, converted, parameters_of
from ._variables import ParamSpec, TypeVar, TypeVarTuple


def _is_variable(thing):
    return isinstance(thing, (TypeVar, ParamSpec, TypeVarTuple))


class Generic:
    """Base of classes that take types as arguments."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(map(converted, args))
        if cls in (Generic, Protocol):
            if not args:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] '
                                'cannot be empty')
            plain = [arg.__args__[0] if type(arg).__name__ == 'UnpackAlias'
                     else arg for arg in args]
            if not all(map(_is_variable, plain)) or any(
                    isinstance(arg, TypeVarTuple) for arg in args):
                raise TypeError(
                    f'Parameters to {cls.__name__}[...] must all be type '
                    'variables or parameter specification variables.')
            if len(set(plain)) != len(plain):
                raise TypeError(
                    f'Parameters to {cls.__name__}[...] must all be unique')
            return Alias(cls, args, name=cls.__name__)
        wanted = cls.__dict__.get('__parameters__')
        if wanted is None:
            wanted = cls.__parameters__
        if not wanted:
            raise TypeError(f'{cls} is not a generic class')
        from ._substitution import fitted
        flat = []
        for parameter, arg in zip(wanted, fitted(cls, wanted, args)):
            if isinstance(parameter, TypeVarTuple):
                flat.extend(arg)
            else:
                flat.append(arg)
        return Alias(cls, tuple(flat))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if Generic in bases or (not bases and Generic in cls.__bases__
                                and cls.__name__ != 'Protocol'):
            raise TypeError('Cannot inherit from plain Generic')
        variables = list(parameters_of(bases))
        declared = None
        for base in bases:
            if isinstance(base, Alias) and base.__origin__ is Generic:
                if declared is not None:
                    raise TypeError(
                        'Cannot inherit from Generic[...] multiple times.')
                declared = base.__parameters__
        if declared is not None:
            missing = [v for v in variables if v not in declared]
            if missing:
                raise TypeError(
                    'Some type variables '
                    f'({", ".join(map(str, missing))}) are not listed in '
                    f'Generic[{", ".join(map(str, declared))}]')
            variables = declared
        cls.__parameters__ = tuple(variables)


# Names in a protocol's body that are not members of the protocol.
_NOT_MEMBERS = frozenset([
    '__abstractmethods__', '__annotations__', '__final__', '__annotate__',
    '__annotate_func__', '__annotations_cache__', '__class_getitem__',
    '__dict__', '__doc__', '__firstlineno__', '__init__', '__match_args__',
    '__module__', '__new__', '__orig_bases__', '__parameters__',
    '__protocol_attrs__', '__qualname__', '__slots__',
    '__static_attributes__', '__subclasshook__', '__type_params__',
    '__weakref__', '_is_protocol', '_is_runtime_protocol',
    '__non_callable_proto_members__', '__orig_class__'])


def _members_of(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        own = getattr(base, '__annotations__', None)
        for name in (*base.__dict__, *(own if isinstance(own, dict) else ())):
            if not name.startswith('_abc_') and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _no_init(self, *args, **kwargs):
    """`__init__` of protocols; a class derived from one takes the next one."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init:
        # Called by `super()`.
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            break
    else:
        init = object.__init__
    cls.__init__ = init
    init(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    """A protocol is what has its members, whatever it inherits from."""

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        names = _members_of(cls)
        if all(callable(getattr(cls, name, None)) for name in names):
            if super().__instancecheck__(instance):
                return True
        elif cls in type(instance).__mro__:
            return True
        return all(_has_member(instance, cls, name)
                   for name in names)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if cls.__dict__.get('_is_protocol', False):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls.__dict__.get('_is_runtime_protocol', False):
                if cls in type.mro(other):
                    return True
                raise TypeError(
                    'Instance and class checks can only be used with '
                    '@runtime_checkable protocols')
        return super().__subclasscheck__(other)


def _has_member(instance, cls, name):
    try:
        value = getattr(instance, name)
    except AttributeError:
        return False
    # A method that is set to None says that it is not there.
    return value is not None or not callable(getattr(cls, name, None))


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that describe what an object must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic)
                    or getattr(base, '_is_protocol', False)
                    or base.__module__ in ('collections.abc',
                                           '_collections_abc', 'contextlib')):
                raise TypeError('Protocols can only inherit from other '
                                f'protocols, got {base!r}')
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_structural_check)
        if not any('__init__' in base.__dict__ for base in cls.__mro__
                   if base not in (object, Generic, Protocol)):
            cls.__init__ = _no_init


def _structural_check(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    names = _members_of(cls)
    if any(not callable(getattr(cls, name, None)) for name in names):
        raise TypeError(
            "Protocols with non-method members don't support issubclass()")
    for name in names:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Lets isinstance look whether an object has the members."""
    if not (isinstance(cls, type) and getattr(cls, '_is_protocol', False)):
        raise TypeError('@runtime_checkable can be only applied to protocol '
                        f'classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Whether it is a protocol (Python 3.13)."""
    return (isinstance(tp, type) and getattr(tp, '_is_protocol', False)
            and tp is not Protocol)


def get_protocol_members(tp, /):
    """The names that a protocol asks for (Python 3.13)."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members_of(tp))


_T = TypeVar('_T', covariant=True)


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[_T]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[_T]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass
