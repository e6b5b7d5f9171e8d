"""Futures of threads, and waiting for them."""

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

import threading
from collections import namedtuple
from time import monotonic
from types import GenericAlias

PENDING, RUNNING, FINISHED = 'PENDING', 'RUNNING', 'FINISHED'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'

TimeoutError = TimeoutError


class Error(Exception):
    """The base of this module's exceptions."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is not in the state for that."""


class BrokenExecutor(RuntimeError):
    """An executor can do no more work."""


class Future:
    """A result that is not there yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        shown = (f'<{type(self).__name__} at {id(self):#x} '
                 f'state={self._state.lower()}')
        if self._state == CANCELLED_AND_NOTIFIED:
            shown = (f'<{type(self).__name__} at {id(self):#x} '
                     'state=cancelled')
        if self._state == FINISHED:
            if self._exception is not None:
                shown += f' raised {type(self._exception).__name__}'
            else:
                shown += f' returned {type(self._result).__name__}'
        return shown + '>'

    def cancel(self):
        """Cancels it unless it runs or is done."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state not in (PENDING, RUNNING)

    def add_done_callback(self, fn):
        """Calls `fn(self)` when it is done, in the thread that ends it; at
        once if it is done."""
        if self.done():
            self._call(fn)
        else:
            self._done_callbacks.append(fn)

    def _call_back(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception(
                'exception calling callback for %r', self)

    def _wait(self, timeout):
        with self._condition:
            self._condition.wait_for(self.done, timeout)
        if self.cancelled():
            raise CancelledError()
        if not self.done():
            raise TimeoutError()

    def result(self, timeout=None):
        """The result, or raises the exception; waits for it."""
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        """The exception, or None; waits for it."""
        self._wait(timeout)
        return self._exception

    # For executors and tests.

    def set_running_or_notify_cancel(self):
        """Says that it runs now; False if it was cancelled."""
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        if self._state != PENDING:
            import logging
            logging.getLogger('concurrent.futures').critical(
                'Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')
        self._state = RUNNING
        return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result, self._exception = result, exception
            self._state = FINISHED
            self._condition.notify_all()
        self._call_back()

    __class_getitem__ = classmethod(GenericAlias)


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called; a future for the result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """The results of `fn` for all arguments, in order. All calls are
        submitted at once, or as many as `buffersize` ahead."""
        if buffersize is not None:
            if not isinstance(buffersize, int):
                raise TypeError('buffersize must be an integer or None')
            if buffersize < 1:
                raise ValueError('buffersize must be None or > 0')
        end = None if timeout is None else timeout + monotonic()
        calls = zip(*iterables)
        futures = []
        for args in calls:
            futures.append(self.submit(fn, *args))
            if len(futures) == buffersize:
                break

        def results():
            try:
                futures.reverse()
                while futures:
                    if buffersize is not None:
                        for args in calls:
                            futures.insert(0, self.submit(fn, *args))
                            break
                    future = futures.pop()
                    left = None if end is None else end - monotonic()
                    try:
                        yield future.result(left)
                    finally:
                        future.cancel()
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; `wait`: returns when the last one is over."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.shutdown(wait=True)
        return False


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """The futures that are done, and those that are not."""
    futures = set(fs)
    news = threading.Condition()

    def failed(future):
        return not future.cancelled() and future._exception is not None

    def enough():
        left = [future for future in futures if not future.done()]
        if return_when == FIRST_COMPLETED:
            return len(left) < len(futures) or not left
        if return_when == FIRST_EXCEPTION:
            return not left or any(
                future.done() and failed(future) for future in futures)
        if return_when == ALL_COMPLETED:
            return not left
        raise ValueError(f'Invalid return condition: {return_when!r}')

    def tell(future):
        with news:
            news.notify_all()

    if not enough():
        waited = [future for future in futures if not future.done()]
        for future in waited:
            future._done_callbacks.insert(0, tell)
        with news:
            news.wait_for(enough, timeout)
        _forget(waited, tell)
    done = {future for future in futures if future.done()}
    return DoneAndNotDoneFutures(done, futures - done)


def _forget(futures, callback):
    for future in futures:
        if callback in future._done_callbacks and not future.done():
            future._done_callbacks.remove(callback)


def as_completed(fs, timeout=None):
    """The futures in the order in which they are done."""
    end = None if timeout is None else timeout + monotonic()
    futures = list(dict.fromkeys(fs))
    news = threading.Condition()
    done = [future for future in futures if future.done()]
    waited = [future for future in futures if not future.done()]

    def tell(future):
        with news:
            done.append(future)
            news.notify_all()

    for future in waited:
        future._done_callbacks.insert(0, tell)
    try:
        for count in range(len(futures)):
            if not done:
                left = None if end is None else end - monotonic()
                with news:
                    news.wait_for(lambda: done, left)
                if not done:
                    raise TimeoutError(f'{len(futures) - count} (of '
                                       f'{len(futures)}) futures unfinished')
            yield done.pop(0)
    finally:
        _forget(waited, tell)
