"""Annotations, which are evaluated when they are asked for."""

__all__ = ['ForwardRef', 'Format', 'annotations_to_string',
           'call_annotate_function', 'call_evaluate_function',
           'get_annotate_from_class_namespace', 'get_annotations',
           'type_repr']

import enum
import functools
import types

from typing import ForwardRef


class Format(enum.IntEnum):
    """What annotations are wanted as."""

    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


def call_annotate_function(annotate, format, *, owner=None):
    """The annotations that a function like `__annotate__` gives."""
    format = Format(format)
    if format is Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal '
                         'use only')
    try:
        return annotate(format)
    except NotImplementedError:
        if format is Format.VALUE:
            raise
    if format is Format.STRING:
        return annotations_to_string(annotate(Format.VALUE))
    return annotate(Format.VALUE)


def call_evaluate_function(evaluate, format, *, owner=None):
    """The value of a lazy part of a type parameter or alias."""
    return call_annotate_function(evaluate, format, owner=owner)


def get_annotate_from_class_namespace(namespace):
    """The function of a class that is being made; None without annotations."""
    return (namespace.get('__annotate__')
            or namespace.get('__annotate_func__'))


def type_repr(value):
    """The text of a type as one would write it in an annotation."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    return repr(value)


def annotations_to_string(annotations):
    """Annotations as texts; those that are texts already stay."""
    return {name: value if isinstance(value, str) else type_repr(value)
            for name, value in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False,
                    format=Format.VALUE):
    """A new dict of the annotations of a function, class or module."""
    format = Format(format)
    if eval_str and format is not Format.VALUE:
        raise ValueError('eval_str=True is only supported with format='
                         'Format.VALUE')
    if not (isinstance(obj, (type, types.ModuleType)) or callable(obj)
            or hasattr(obj, '__annotations__')):
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    found = _own(obj, format)
    if not isinstance(found, dict):
        if found is None:
            return {}
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if format is Format.STRING:
        return annotations_to_string(found)
    if not eval_str:
        return dict(found)
    globals, locals = _places(obj, globals, locals)
    return {name: eval(value, globals, locals) if isinstance(value, str)
            else value for name, value in found.items()}


def _own(obj, format):
    if isinstance(obj, type):
        inherited = [vars(base) for base in obj.__mro__[1:]]
        found = getattr(obj, '__annotations__', None)
        if any(found is namespace.get('__annotations__')
               for namespace in inherited) and found:
            return {}
        return found
    return getattr(obj, '__annotations__', None)


def _places(obj, globals, locals):
    """Where names in the text of an annotation are looked up."""
    if isinstance(obj, type):
        import sys
        module = sys.modules.get(obj.__module__)
        own_globals, own_locals = vars(module) if module else {}, vars(obj)
    elif isinstance(obj, types.ModuleType):
        own_globals, own_locals = vars(obj), None
    else:
        while True:
            if hasattr(obj, '__wrapped__'):
                obj = obj.__wrapped__
            elif isinstance(obj, functools.partial):
                obj = obj.func
            else:
                break
        own_globals, own_locals = getattr(obj, '__globals__', {}), None
    return (own_globals if globals is None else globals,
            own_locals if locals is None else locals)
