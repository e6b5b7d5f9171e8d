"""Telling coroutines from other things, and making them from generators."""

__all__ = ('coroutine', 'iscoroutine', 'iscoroutinefunction')

from _types import CoroutineType, GeneratorType

from . import legacy

# What few programs need is imported where it is used: every program waits
# until the modules that are imported here have been compiled.

# Marks functions that are to be taken for coroutine functions.
_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether calling `func` gives a coroutine."""
    import inspect
    return (inspect.iscoroutinefunction(func)
            or getattr(func, '_is_coroutine', None) is _is_coroutine)


def iscoroutine(obj):
    """Whether `obj` is a coroutine, of `async def` or by `coroutine`."""
    if type(obj) is CoroutineType or isinstance(obj, GeneratorType):
        return True
    from collections.abc import Coroutine
    return isinstance(obj, Coroutine)


def coroutine(func):
    """The decorator of Python 3.4 for generator-based coroutines.

    Gone since Python 3.11. A generator function becomes one whose generators
    can be awaited; what an ordinary function returns is waited for if it can
    be.
    """
    import functools
    import inspect
    import types
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
