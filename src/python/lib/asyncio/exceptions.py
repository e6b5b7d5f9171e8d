"""The exceptions of asyncio.

`CancelledError` and `InvalidStateError` are raised by native futures, so they
are made there.
"""

from _asyncio import CancelledError, InvalidStateError

__all__ = (
    'BrokenBarrierError', 'CancelledError', 'IncompleteReadError',
    'InvalidStateError', 'LimitOverrunError', 'SendfileNotAvailableError',
    'TimeoutError',
)

# The builtin one, since Python 3.11.
TimeoutError = TimeoutError

# Few programs need them, and every one waits until what is here is made.
__lazy__ = {
    '_rare_exceptions': '''
        BrokenBarrierError IncompleteReadError LimitOverrunError
        SendfileNotAvailableError''',
}
