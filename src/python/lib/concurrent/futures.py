"""Results that come later, for threads. There are no threads yet."""

__all__ = ['ALL_COMPLETED', 'BrokenExecutor', 'CancelledError', 'Executor',
           'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'Future',
           'InvalidStateError', 'ProcessPoolExecutor', 'ThreadPoolExecutor',
           'TimeoutError', 'as_completed', 'wait']

from threading import _NO_THREADS
from types import GenericAlias

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_PENDING, _RUNNING, _FINISHED = 'PENDING', 'RUNNING', 'FINISHED'
_CANCELLED = 'CANCELLED'
_CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'

TimeoutError = TimeoutError


class Error(Exception):
    """The base of this module's exceptions."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is not in the state for that."""


class BrokenExecutor(RuntimeError):
    """An executor can do no more work."""


for _class in (Error, CancelledError, InvalidStateError):
    _class.__module__ = 'concurrent.futures._base'
del _class


class Future:
    """A result that is not there yet."""

    def __init__(self):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []

    def __repr__(self):
        state = self._state.lower()
        shown = f'<Future at {id(self):#x} state={state}'
        if self._state == _FINISHED:
            if self._exception is not None:
                shown += f' raised {type(self._exception).__name__}'
            else:
                shown += f' returned {type(self._result).__name__}'
        return shown + '>'

    def cancel(self):
        """Cancels it unless it runs or is done."""
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state == _PENDING:
            self._state = _CANCELLED
            self._call_back()
        return True

    def cancelled(self):
        return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state not in (_PENDING, _RUNNING)

    def add_done_callback(self, fn):
        """Calls `fn(self)` when it is done; at once if it is."""
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call_back(self):
        for fn in self._callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception(
                'exception calling callback for %r', self)

    def _wait(self, timeout):
        if self.cancelled():
            raise CancelledError()
        if not self.done():
            if timeout is None:
                raise RuntimeError(
                    f'this future would never be done: {_NO_THREADS}')
            from time import sleep
            sleep(timeout)
            raise TimeoutError()

    def result(self, timeout=None):
        """The result, or raises the exception."""
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        """The exception, or None."""
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            self._state = _CANCELLED_AND_NOTIFIED
            return False
        if self._state != _PENDING:
            raise RuntimeError('Future in unexpected state')
        self._state = _RUNNING
        return True

    def set_result(self, result):
        self._check_settable()
        self._result = result
        self._state = _FINISHED
        self._call_back()

    def set_exception(self, exception):
        self._check_settable()
        self._exception = exception
        self._state = _FINISHED
        self._call_back()

    def _check_settable(self):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')

    __class_getitem__ = classmethod(GenericAlias)


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """The results of `fn` for all arguments, in order."""
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result(timeout) for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.shutdown()
        return False


class _NoWorkers(Executor):
    """Can be made, so that programs which do not use it run."""

    def __init__(self, max_workers=None, *args, **kwargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        raise RuntimeError(f"can't start new thread: {_NO_THREADS}")

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


class ThreadPoolExecutor(_NoWorkers):
    """Calls in threads; `submit` says that there are none."""


class ProcessPoolExecutor(_NoWorkers):
    """Calls in processes; `submit` says that there are none."""


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """The futures that are done, and those that are not."""
    from collections import namedtuple
    result = namedtuple('DoneAndNotDoneFutures', 'done not_done')
    futures = set(fs)
    done = {future for future in futures if future.done()}
    enough = (done == futures or done and return_when == FIRST_COMPLETED
              or return_when == FIRST_EXCEPTION and any(
                  not future.cancelled() and future.exception()
                  for future in done))
    if not enough:
        if timeout is None:
            raise RuntimeError(f'wait() would never end: {_NO_THREADS}')
        from time import sleep
        sleep(timeout)
    return result(done, futures - done)


def as_completed(fs, timeout=None):
    """The futures in the order in which they are done."""
    futures = list(dict.fromkeys(fs))
    done = [future for future in futures if future.done()]
    yield from done
    if len(done) < len(futures):
        if timeout is None:
            raise RuntimeError(
                f'as_completed() would never end: {_NO_THREADS}')
        from time import sleep
        sleep(timeout)
        raise TimeoutError(f'{len(futures) - len(done)} (of {len(futures)}) '
                           'futures unfinished')
