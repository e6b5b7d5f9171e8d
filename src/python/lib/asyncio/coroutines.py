"""Telling coroutines from other things, and making them from generators."""

__all__ = ('coroutine', 'iscoroutine', 'iscoroutinefunction')

import collections.abc
import functools
import inspect
import types

from . import legacy

# Marks functions that are to be taken for coroutine functions.
_is_coroutine = object()

_KNOWN_TYPES = (types.CoroutineType, collections.abc.Coroutine)


def iscoroutinefunction(func):
    """Whether calling `func` gives a coroutine."""
    return (inspect.iscoroutinefunction(func)
            or getattr(func, '_is_coroutine', None) is _is_coroutine)


def iscoroutine(obj):
    """Whether `obj` is a coroutine, of `async def` or by `coroutine`."""
    if type(obj) is types.CoroutineType:
        return True
    if isinstance(obj, types.GeneratorType):
        return True
    return isinstance(obj, _KNOWN_TYPES)


def coroutine(func):
    """The decorator of Python 3.4 for generator-based coroutines.

    Gone since Python 3.11. A generator function becomes one whose generators
    can be awaited; what an ordinary function returns is waited for if it can
    be.
    """
    legacy.hint('asyncio.coroutine', getattr(func, '__qualname__', ''))
    if inspect.iscoroutinefunction(func):
        return func
    if inspect.isgeneratorfunction(func):
        made = types.coroutine(func)
    else:
        @types.coroutine
        @functools.wraps(func)
        def made(*args, **kwargs):
            result = func(*args, **kwargs)
            if inspect.isgenerator(result) or inspect.iscoroutine(result):
                result = yield from result
            elif hasattr(result, '__await__'):
                result = yield from result.__await__()
            return result
    made._is_coroutine = _is_coroutine
    return made
