"""Functions on types, and decorators for tools."""

__all__ = ['assert_never', 'assert_type', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin',
           'get_overloads', 'get_type_hints', 'no_type_check',
           'no_type_check_decorator', 'overload', 'override', 'reveal_type']

import functools
import operator
import sys
import types
from types import GenericAlias

from ._forms import (
    Alias, Annotated, AnnotatedAlias, ForwardRef, NotRequired, ReadOnly,
    Required, Union, UnionAlias)
from ._substitution import is_parameter_list
from ._variables import ParamSpecArgs, ParamSpecKwargs


def cast(typ, val):
    """`val` as it is; tools take it for a `typ`."""
    return val


def assert_type(val, typ, /):
    """`val` as it is; tools check that it is a `typ`."""
    return val


def assert_never(arg, /):
    """Tools check that this place is never reached."""
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


def reveal_type(obj, /):
    """Says on stderr what type the object is of."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def get_origin(tp):
    """The type without its arguments, or None."""
    if isinstance(tp, AnnotatedAlias):
        return Annotated
    if isinstance(tp, (Alias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    from ._generics import Generic
    return Generic if tp is Generic else None


def get_args(tp):
    """The arguments of a generic type."""
    if isinstance(tp, AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (Alias, GenericAlias)):
        args = tp.__args__
        import collections.abc
        if tp.__origin__ is collections.abc.Callable and args and not (
                len(args) == 2 and is_parameter_list(args[0])):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, with those given as texts evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = globalns
            if scope is None:
                scope = getattr(sys.modules.get(base.__module__), '__dict__',
                                {})
            names = localns if localns is not None else dict(vars(base))
            if globalns is None and localns is None:
                # Names of the module come before those of the class.
                scope, names = names, scope
            own = getattr(base, '__annotations__', {})
            for name, value in own.items() if isinstance(own, dict) else ():
                hints[name] = _evaluated(value, scope, names, is_class=True)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                globalns = getattr(inner, '__globals__', {})
        if localns is None:
            localns = globalns
        found = getattr(obj, '__annotations__', None)
        if found is None:
            if isinstance(obj, _MAY_LACK_ANNOTATIONS):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, '
                            'or function.')
        is_module = isinstance(obj, types.ModuleType)
        for name, value in found.items():
            hints[name] = _evaluated(value, globalns, localns, is_module)
    if include_extras:
        return hints
    return {name: _without_notes(tp) for name, tp in hints.items()}


_MAY_LACK_ANNOTATIONS = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType,
    types.ModuleType, types.WrapperDescriptorType, types.MethodWrapperType,
    types.MethodDescriptorType)


def _evaluated(value, globalns, localns, is_class=False, within=frozenset()):
    """`value` with its texts evaluated; those in `within` are just being."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value, is_argument=not is_class, is_class=is_class)
    if isinstance(value, ForwardRef):
        text = value.__forward_arg__
        if text in within:
            return value
        within = within | {text}
        value = value.evaluate(globalns, localns)
        return _evaluated(value, globalns, localns, is_class, within)
    if isinstance(value, (Alias, GenericAlias, types.UnionType)):
        args = value.__args__
        new = tuple(_evaluated(a, globalns, localns, False, within)
                    if isinstance(a, (ForwardRef, Alias, GenericAlias,
                                      types.UnionType))
                    or isinstance(a, str) and isinstance(value, GenericAlias)
                    else a for a in args)
        if new != args:
            return _with_args(value, new)
    return value


def _with_args(tp, args):
    if isinstance(tp, GenericAlias):
        return GenericAlias(tp.__origin__, args)
    if isinstance(tp, types.UnionType):
        return functools.reduce(operator.or_, args)
    return tp.copy_with(args)


def _without_notes(tp):
    """Without Annotated, Required and NotRequired, also inside."""
    if isinstance(tp, AnnotatedAlias):
        return _without_notes(tp.__origin__)
    if getattr(tp, '__origin__', None) in (Required, NotRequired, ReadOnly):
        return _without_notes(tp.__args__[0])
    if isinstance(tp, (UnionAlias, Alias, GenericAlias, types.UnionType)):
        new = tuple(map(_without_notes, tp.__args__))
        if new != tp.__args__:
            return _with_args(tp, new)
    return tp


def final(f):
    """Tools check that it is not overridden or inherited from."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Tools check that a base class has such a method."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Its annotations are not types, nor are those of a class's own methods."""
    if isinstance(arg, type):
        for name in dir(arg):
            member = getattr(arg, name)
            own = f'{arg.__qualname__}.{getattr(member, "__name__", "")}'
            if (getattr(member, '__qualname__', None) != own
                    or getattr(member, '__module__', None) != arg.__module__):
                # Inherited, or made elsewhere.
                continue
            if isinstance(member, types.FunctionType):
                member.__no_type_check__ = True
            elif isinstance(member, types.MethodType):
                member.__func__.__no_type_check__ = True
            elif isinstance(member, type):
                no_type_check(member)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """A decorator whose results have annotations that are not types."""
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


# (module, qualified name) -> first line -> function
_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. '
        'A series of @overload-decorated functions '
        'outside a stub module should always be followed '
        'by an implementation that is not @overload-ed.')


def overload(func):
    """One of several ways to call a function; the last one has no decorator."""
    inner = getattr(func, '__func__', func)
    key = inner.__module__, inner.__qualname__
    _overloads.setdefault(key, {})[inner.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The functions that were decorated before `func`."""
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__),
                               {}).values())


def clear_overloads():
    """Forgets all of them."""
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False,
                        kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Tools take what it decorates for something like `dataclass`."""
    def decorator(thing):
        thing.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default,
            'kw_only_default': kw_only_default,
            'frozen_default': frozen_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return thing
    return decorator
