"""The exceptions of asyncio.

`CancelledError` and `InvalidStateError` are raised by native futures, so they
are made there; the others belong to what is written in Python.
"""

from _asyncio import CancelledError, InvalidStateError

__all__ = (
    'BrokenBarrierError', 'CancelledError', 'IncompleteReadError',
    'InvalidStateError', 'LimitOverrunError', 'SendfileNotAvailableError',
    'TimeoutError',
)

# The builtin one, since Python 3.11.
TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send a file over this kind of socket."""


class IncompleteReadError(EOFError):
    """The stream ended before everything that was asked for had arrived."""

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of '
                         f'{wanted} expected bytes')
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer of a stream is full and the separator was not in it."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted or reset while tasks were waiting at it."""
