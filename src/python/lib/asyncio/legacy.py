"""What tutorials still show and Python has dropped.

Such a construct runs here as it did in the last release that had it. A hint is
recorded beside it, which the page turns into the modern spelling.
"""

import _trace
from _asyncio import _refusal_is_expected


def hint(construct, detail=''):
    """Records that `construct` is gone from Python; `detail` names the user."""
    _trace.hint(construct, detail)


def allow(construct, detail=''):
    """Whether to go on with a construct that Python now answers with TypeError.

    A program that is written for the refusal (it stands in a `try` with a
    handler for TypeError) gets the refusal. For any other the refusal would
    be its end, so it goes on, with a hint.
    """
    if _refusal_is_expected(TypeError):
        return False
    hint(construct, detail)
    return True


class HeldLock:
    """What `await lock` gives: `with` it, and the lock is released at the end.

    Python 3.4 to 3.8 had `with await lock:` and `with (yield from lock):`.
    """

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        return None

    def __exit__(self, *exc_info):
        self._lock.release()


class AwaitableLock:
    """Gives a lock its old forms `await lock` and `yield from lock`."""

    def __await__(self):
        hint('await-lock', type(self).__name__)
        yield from self.acquire().__await__()
        return HeldLock(self)

    __iter__ = __await__
