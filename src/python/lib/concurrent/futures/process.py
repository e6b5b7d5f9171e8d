"""Calls in a pool of processes, as far as a world with one process has them:
they are threads that share the program's objects."""

from . import _base
from .thread import ThreadPoolExecutor


class BrokenProcessPool(_base.BrokenExecutor):
    """The initializer of a process failed."""


class ProcessPoolExecutor(ThreadPoolExecutor):
    """Calls beside the program; nothing is copied."""

    _kind = 'ProcessPoolExecutor'
    _broken_error = BrokenProcessPool

    def __init__(self, max_workers=None, mp_context=None, initializer=None,
                 initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, '', initializer, initargs)
