"""What the syntax of type parameters and `type` statements makes.

The compiler calls these functions. Bounds, constraints, defaults and values
of aliases are functions of a format, called when they are first asked for.
"""

import sys

from ._generics import Generic
from ._variables import ParamSpec, TypeAliasType, TypeVar, TypeVarTuple

_VALUE = 1


def _module():
    return sys._getframe(2).f_globals.get('__name__')


def _made(cls, name, module, **attributes):
    self = cls.__new__(cls)
    self.__name__ = name
    self.__module__ = module
    self.__dict__.update(attributes)
    return self


def _lazy_type_var(name, bound=None):
    attributes = dict(__covariant__=False, __contravariant__=False, __infer_variance__=True)
    if bound is None:
        attributes.update(__bound__=None, __constraints__=())
    else:
        attributes['_lazy_bound'] = bound
    return _made(TypeVar, name, _module(), **attributes)


def _lazy_param_spec(name):
    return _made(ParamSpec, name, _module(), __bound__=None, __covariant__=False,
                 __contravariant__=False, __infer_variance__=True)


def _lazy_type_var_tuple(name):
    return _made(TypeVarTuple, name, _module())


def _lazy_type_alias(parts):
    name, type_params, evaluate = parts
    return TypeAliasType._lazy(name, lambda: evaluate(_VALUE), type_params, _module())


def _subscript_generic(type_params):
    unpacked = []
    for param in type_params:
        unpacked.extend(param if isinstance(param, TypeVarTuple) else (param,))
    return Generic[tuple(unpacked)]
