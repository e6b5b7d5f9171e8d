"""Calls that run in threads, and their results."""

__all__ = ['ALL_COMPLETED', 'BrokenExecutor', 'CancelledError', 'Executor',
           'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'Future',
           'InvalidStateError', 'ProcessPoolExecutor', 'ThreadPoolExecutor',
           'TimeoutError', 'as_completed', 'wait']

from ._base import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION,
                    BrokenExecutor, CancelledError, Executor, Future,
                    InvalidStateError, TimeoutError, as_completed, wait)
from .process import ProcessPoolExecutor
from .thread import ThreadPoolExecutor
