"""The old forms of waiting for a lock, see `legacy`."""

from .legacy import hint


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
