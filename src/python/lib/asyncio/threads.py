"""Running an ordinary function in a thread."""

__all__ = ('to_thread',)

from _contextvars import copy_context
from _functools import partial

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Calls `func` in another thread, with this task's context variables."""
    loop = events.get_running_loop()
    context = copy_context()
    call = partial(context.run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
