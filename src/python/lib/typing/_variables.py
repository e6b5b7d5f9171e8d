"""Type variables."""

__all__ = ['NewType', 'NoDefault', 'ParamSpec', 'ParamSpecArgs',
           'ParamSpecKwargs', 'TypeAliasType', 'TypeVar', 'TypeVarTuple']

import sys

from ._forms import Alias, Sealed, Union, UnpackAlias, Unpack, checked, parameters_of


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


class _Variable(Sealed):
    """What all kinds of type variables share."""

    def __init__(self, name, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__module__ = sys._getframe(2).f_globals.get('__name__')

    def has_default(self):
        """Whether a default was given (Python 3.13)."""
        return '_lazy_default' in self.__dict__ or self.__default__ is not NoDefault

    def __getattr__(self, name):
        # Those of variables that syntax made are computed when asked for.
        own = self.__dict__
        if name in ('__bound__', '__constraints__') and '_lazy_bound' in own:
            bound = own['_lazy_bound'](1)
            several = isinstance(bound, tuple)
            own['__constraints__'] = bound if several else ()
            own['__bound__'] = None if several else bound
            return own[name]
        if name == '__default__':
            lazy = own.get('_lazy_default')
            own[name] = NoDefault if lazy is None else lazy(1)
            return own[name]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}',
                             name=name, obj=self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of '
                        f'{type(self).__name__}')

    def __reduce__(self):
        return self.__name__


class TypeVar(_Variable):
    """Stands for one type."""

    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, default)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__constraints__ = tuple(
            checked(c, 'TypeVar(name, constraint, ...): constraints must be '
                    'types.') for c in constraints)
        self.__bound__ = None if bound is None else checked(
            bound, 'Bound must be a type.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def __typing_subst__(self, arg):
        return checked(arg, 'Parameters to generic types must be types.')

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        if self.__covariant__:
            return f'+{self.__name__}'
        return (f'-{self.__name__}' if self.__contravariant__
                else f'~{self.__name__}')


class TypeVarTuple(_Variable):
    """Stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default)

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __iter__(self):
        yield UnpackAlias(Unpack, (self,), name='Unpack')

    def __repr__(self):
        return self.__name__


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of '
                        f'{type(self).__name__}')


class ParamSpecArgs(_ParamSpecPart):
    """`P.args`"""

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(_ParamSpecPart):
    """`P.kwargs`"""

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Variable):
    """Stands for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False,
                 contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, default)
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(checked(one, 'Expected a type.') for one in arg)
        from ._substitution import is_parameter_list
        if not is_parameter_list(arg):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, '
                            f'or Concatenate. Got {arg}')
        return arg

    def __repr__(self):
        return (self.__name__ if self.__infer_variance__
                else f'~{self.__name__}')


class NewType:
    """A name for a type that tools take for another one; a call changes nothing."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__')

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __mro_entries__(self, bases):
        # Only the making of the class tells its name.
        base = self.__name__

        class Refused:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were '
                    f'looking for: `{name} = NewType({name!r}, {base})`')
        return (Refused,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeAliasType:
    """What a `type` statement makes; the value is computed when asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = parameters_of(type_params)
        self.__module__ = sys._getframe(1).f_globals.get('__name__')
        self._compute = lambda: value

    @classmethod
    def _lazy(cls, name, compute, type_params, module):
        """For the compiler: `compute` gives the value."""
        self = cls.__new__(cls)
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = parameters_of(type_params)
        self.__module__ = module
        self._compute = compute
        return self

    @property
    def __value__(self):
        if '_value' not in self.__dict__:
            self._value = self._compute()
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        if not isinstance(args, tuple):
            args = (args,)
        return Alias(self, args)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
