"""Calls in a pool of threads."""

import os
import threading
from _thread import _give_way
from collections import deque
from weakref import WeakSet

from . import _base


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread failed."""


_pools = WeakSet()
_made = 0


def _end_all():
    """The program ends: work that was submitted is still done."""
    for pool in list(_pools):
        pool.shutdown(wait=True)


threading._register_atexit(_end_all)


class ThreadPoolExecutor(_base.Executor):
    """Calls in up to `max_workers` threads."""

    _kind = 'ThreadPoolExecutor'
    _broken_error = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix='',
                 initializer=None, initargs=(), **ctxkwargs):
        global _made
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if not thread_name_prefix:
            thread_name_prefix = f'{self._kind}-{_made}'
            _made += 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._initializer, self._initargs = initializer, initargs
        self._work_queue = deque()
        self._news = threading.Condition(threading.Lock())
        self._threads = set()
        self._idle = 0
        self._broken = False
        self._shutdown = False
        _pools.add(self)

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called in a thread, at once if one is free."""
        if self._broken:
            raise self._broken_error(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = _base.Future()
        with self._news:
            self._work_queue.append((future, fn, args, kwargs))
            if self._idle:
                self._idle -= 1
                self._news.notify()
                new = False
            else:
                new = len(self._threads) < self._max_workers
        if new:
            thread = threading.Thread(
                name=f'{self._thread_name_prefix}_{len(self._threads)}',
                target=self._work)
            thread._daemon = True
            self._threads.add(thread)
            thread.start()
        else:
            _give_way()
        return future

    def _work(self):
        """What a thread does until the pool is shut down."""
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                import logging
                logging.getLogger('concurrent.futures').critical(
                    'Exception in initializer:', exc_info=True)
                self._break()
                return
        while True:
            with self._news:
                while not self._work_queue:
                    if self._shutdown:
                        return
                    self._idle += 1
                    self._news.wait()
                item = self._work_queue.popleft()
            run(*item)
            del item

    def _break(self):
        """No thread can be had: all that waits fails."""
        self._broken = ('A thread initializer failed, the thread pool is not '
                        'usable anymore')
        while self._work_queue:
            future = self._work_queue.popleft()[0]
            future.set_exception(self._broken_error(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; `wait`: returns when the last one is over."""
        with self._news:
            self._shutdown = True
            if cancel_futures:
                while self._work_queue:
                    self._work_queue.popleft()[0].cancel()
            self._news.notify_all()
        if wait:
            for thread in list(self._threads):
                if thread is not threading.current_thread():
                    thread.join()


def run(future, fn, args, kwargs):
    """Does the work of one future."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        # What the exception holds should not hold the future.
        future = None
    else:
        future.set_result(result)
