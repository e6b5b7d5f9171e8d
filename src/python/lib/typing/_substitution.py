"""Types in the place of type variables: `Dict[K, V][str, int]`."""

from collections.abc import Callable

from ._forms import Alias, Concatenate, ConcatenateAlias, Unpack
from ._variables import ParamSpec, TypeVarTuple, _Variable


def is_parameter_list(thing):
    """Whether it may stand where a function's parameters are meant (PEP 612)."""
    return (thing is ... or isinstance(thing, (list, tuple, ParamSpec))
            or getattr(thing, '__origin__', None) is Concatenate)


def fitted(alias, parameters, args):
    """As many arguments as there are parameters, each what that one takes.

    A list of types goes to a ParamSpec; if that is the only parameter, the
    list may do without brackets. A TypeVarTuple takes what the others leave.
    """
    if not isinstance(args, tuple):
        args = (args,)
    args = _spread(args)
    for place, parameter in enumerate(parameters):
        if isinstance(parameter, TypeVarTuple):
            after = len(parameters) - place - 1
            if len(args) < place + after:
                raise TypeError(f'Too few arguments for {alias}; actual '
                                f'{len(args)}, expected at least {place + after}')
            end = len(args) - after
            args = (*args[:place], args[place:end], *args[end:])
        elif isinstance(parameter, ParamSpec):
            if place >= len(args):
                if parameter.has_default():
                    continue
                raise TypeError(f'Too few arguments for {alias}')
            if len(parameters) == 1 and not (args and is_parameter_list(args[0])):
                args = (args,)
            elif isinstance(args[place], list):
                args = (*args[:place], tuple(args[place]), *args[place + 1:])
    least = sum(not parameter.has_default() for parameter in parameters)
    if not least <= len(args) <= len(parameters):
        few = 'few' if len(args) < len(parameters) else 'many'
        raise TypeError(f'Too {few} arguments for {alias}; actual {len(args)}, '
                        f'expected {len(parameters)}')
    return args


def _spread(args):
    """Arguments with `*tuple[int, str]` taken apart."""
    result = []
    for arg in args:
        inner = None
        if getattr(arg, '__unpacked__', False):
            inner = arg.__args__
        elif isinstance(arg, Alias) and arg.__origin__ is Unpack:
            inside = arg.__args__[0]
            if getattr(inside, '__origin__', None) is tuple:
                inner = inside.__args__
        if inner is None or (inner and inner[-1] is ...):
            result.append(arg)
        else:
            result.extend(inner)
    return tuple(result)


def substituted(alias, args):
    """The arguments of `alias` with its type variables replaced by `args`."""
    new_for = dict(zip(alias.__parameters__,
                       fitted(alias, alias.__parameters__, args)))
    # The parameters of a function are kept flat.
    flat = getattr(alias, '__origin__', None) is Callable
    return _replaced(alias.__args__, new_for, flat)


def _replaced(args, new_for, flat=False):
    result = []
    for arg in args:
        new = _replace(arg, new_for)
        if isinstance(new, tuple) and (flat or _is_unpacked(arg)):
            result.extend(new)
        else:
            result.append(new)
    return tuple(result)


def _is_unpacked(arg):
    return (isinstance(arg, Alias) and arg.__origin__ is Unpack
            and isinstance(arg.__args__[0], TypeVarTuple))


def _replace(arg, new_for):
    if isinstance(arg, _Variable):
        return arg.__typing_subst__(new_for[arg]) if arg in new_for else arg
    if _is_unpacked(arg):
        return new_for.get(arg.__args__[0], arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_replaced(arg, new_for))
    inner = getattr(arg, '__parameters__', ())
    if isinstance(arg, type) or not inner:
        return arg
    new = []
    for parameter in inner:
        if isinstance(parameter, TypeVarTuple):
            new.extend(new_for.get(parameter, (Unpack[parameter],)))
        else:
            new.append(new_for.get(parameter, parameter))
    return arg[tuple(new)]
