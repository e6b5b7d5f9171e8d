"""Results that are told of Ctrl-C."""

import functools
import signal
import weakref

_results = weakref.WeakKeyDictionary()
_handler = None


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


class _InterruptHandler:
    """The first Ctrl-C ends the run after the current test."""

    def __init__(self, before):
        self.before = before
        self.called = False

    def __call__(self, number, frame):
        if self.called or signal.getsignal(signal.SIGINT) is not self:
            self.before(number, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def installHandler():
    global _handler
    if _handler is None:
        before = signal.getsignal(signal.SIGINT)
        _handler = _InterruptHandler(
            before if callable(before) else signal.default_int_handler)
        signal.signal(signal.SIGINT, _handler)


def removeHandler(method=None):
    """Puts the former handler back; also a decorator."""
    if method is not None:
        @functools.wraps(method)
        def without(*args, **kwargs):
            before = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)
        return without
    global _handler
    if _handler is not None:
        signal.signal(signal.SIGINT, _handler.before)
        _handler = None
