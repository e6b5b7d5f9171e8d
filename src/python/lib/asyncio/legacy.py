"""What tutorials still show and Python has dropped.

Such a construct runs here as it did in the last release that had it. A hint is
recorded beside it, which the page turns into the modern spelling.
"""

import _trace
from _asyncio import _known_tasks, _refusal_is_expected, current_task


def hint(spelling, detail=''):
    """Records that `spelling` is gone from Python; `detail` names the user."""
    _trace.hint(spelling, detail)


def allow(spelling, detail='', errors=(TypeError,)):
    """Whether to go on with a construct that Python now answers with an error.

    A program that is written for the refusal (it stands in a `try` with a
    handler for one of `errors`) gets the refusal. For any other the refusal
    would be its end, so it goes on, with a hint.
    """
    for error in errors:
        if _refusal_is_expected(error):
            return False
    hint(spelling, detail)
    return True


def check_loop_argument(function, user):
    """`loop=` was given to `function`, which takes none since Python 3.10."""
    if not allow('loop-argument', user):
        raise TypeError(
            f"{function}() got an unexpected keyword argument 'loop'")


# Names that the module `asyncio` had.

def removed_name(name):
    """What `asyncio.name` was."""
    if name in _REMOVED:
        refusals = AttributeError, ImportError
        if any(_refusal_is_expected(error) for error in refusals):
            value = None
        else:
            value = _REMOVED[name]()
        if value is not None:
            return value
    raise AttributeError


def _coroutine():
    return coroutine


def _async():
    hint('asyncio.async')
    from .tasks import ensure_future
    return ensure_future


def _joinable_queue():
    hint('asyncio.JoinableQueue')
    from .queues import Queue
    return Queue


_REMOVED = {
    'async': _async,
    'coroutine': _coroutine,
    'JoinableQueue': _joinable_queue,
}


def coroutine(func):
    """The decorator of Python 3.4 for generator-based coroutines.

    A generator function becomes one whose generators can be awaited; what an
    ordinary function returns is waited for if it can be.
    """
    import functools
    import inspect
    import types
    from .coroutines import _is_coroutine
    hint('asyncio.coroutine', getattr(func, '__qualname__', ''))
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


# Class methods that Task had.

def current_task_of_class(loop):
    """`Task.current_task()`: None outside of tasks."""
    hint('Task.current_task')
    if loop is None:
        from .events import get_event_loop
        loop = get_event_loop()
    return current_task(loop)


def all_tasks_of_class(loop):
    """`Task.all_tasks()`: also those that are done."""
    hint('Task.all_tasks')
    if loop is None:
        from .events import get_event_loop
        loop = get_event_loop()
    return set(_known_tasks(loop))
