"""What kind of thing an object is."""

__all__ = [
    'isabstract', 'isasyncgen', 'isasyncgenfunction', 'isawaitable',
    'isbuiltin', 'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction',
    'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator',
    'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor',
    'ismethod', 'ismethoddescriptor', 'ismethodwrapper', 'ismodule',
    'isroutine', 'istraceback', 'markcoroutinefunction',
]

import types
from _collections_abc import Awaitable
from functools import partial
from _types import _is_iterable_coroutine

# Bits of `__code__.co_flags`.
CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512

_coroutine_mark = object()


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a method bound to an object."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether it is a native function or a native method bound to an object."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isdatadescriptor(object):
    """Whether it decides what assigning to the attribute does."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def ismethoddescriptor(object):
    """Whether it makes methods, but is none of the usual kinds."""
    if isclass(object) or ismethod(object) or isfunction(object) \
            or isbuiltin(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isroutine(object):
    """Whether it is any kind of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    """Whether it is a class that cannot have objects yet."""
    return isinstance(object, type) and bool(
        getattr(object, '__abstractmethods__', ()))


def _has_flag(function, flag):
    while isinstance(function, partial):
        function = function.func
    if isinstance(function, types.MethodType):
        function = function.__func__
    if not isinstance(function, types.FunctionType):
        # Something else may have code too, e.g. what another compiler made.
        if not hasattr(function, '__defaults__'):
            return False
    code = getattr(function, '__code__', None)
    return bool(getattr(code, 'co_flags', 0) & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether calling it gives an asynchronous generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine."""
    if _has_flag(obj, CO_COROUTINE):
        return True
    while isinstance(obj, partial):
        obj = obj.func
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    return getattr(obj, '_is_coroutine_mark', None) is _coroutine_mark


def markcoroutinefunction(func):
    """Makes `iscoroutinefunction` true for a function that is none."""
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_mark = _coroutine_mark
    return func


def isawaitable(object):
    """Whether `await` can be used on it."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return _is_iterable_coroutine(object)
    return isinstance(object, Awaitable)
