"""Texts about callbacks and stacks."""

import functools
import inspect
import reprlib
import sys
import traceback


def _get_function_source(func):
    """File and line where a function begins; None if it is not in Python."""
    func = inspect.unwrap(func)
    if isinstance(func, functools.partial):
        return _get_function_source(func.func)
    code = getattr(func, '__code__', None)
    return code and (code.co_filename, code.co_firstlineno)


def _format_callback_source(func, args):
    """A call with its arguments, and where the function is."""
    text = _format_callback(func, args, None)
    place = _get_function_source(func)
    return f'{text} at {place[0]}:{place[1]}' if place else text


def _format_args_and_kwargs(args, kwargs):
    shown = [reprlib.repr(arg) for arg in args or ()]
    shown += [f'{name}={reprlib.repr(value)}'
              for name, value in (kwargs or {}).items()]
    return f"({', '.join(shown)})"


def _format_callback(func, args, kwargs, suffix=''):
    suffix = _format_args_and_kwargs(args, kwargs) + suffix
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, suffix)
    name = (getattr(func, '__qualname__', None)
            or getattr(func, '__name__', None) or repr(func))
    return name + suffix


def extract_stack(f=None, limit=None):
    """The calls that led to a frame, by default the caller's."""
    if f is None:
        f = sys._getframe(1)
    # Debug mode asks for the stack of every task.
    limit = 10 if limit is None else limit
    stack = traceback.StackSummary.extract(
        traceback.walk_stack(f), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack
