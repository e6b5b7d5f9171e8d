"""Telling coroutines from other things."""

__all__ = ('iscoroutine', 'iscoroutinefunction')

from _types import CoroutineType, GeneratorType

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
    """Whether `obj` is a coroutine, of `async def` or a generator."""
    if type(obj) is CoroutineType or isinstance(obj, GeneratorType):
        return True
    from collections.abc import Coroutine
    return isinstance(obj, Coroutine)
