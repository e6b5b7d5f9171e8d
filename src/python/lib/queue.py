"""Queues between threads."""

__all__ = ['Empty', 'Full', 'LifoQueue', 'PriorityQueue', 'Queue',
           'ShutDown', 'SimpleQueue']

import threading
from _collections import deque
from heapq import heappop, heappush
from time import monotonic
from types import GenericAlias


class Empty(Exception):
    """`get_nowait` on an empty queue, or a `get` that took too long."""

    __module__ = '_queue'


class Full(Exception):
    """`put_nowait` on a full queue, or a `put` that took too long."""


class ShutDown(Exception):
    """`put` or `get` on a queue that was shut down."""


class Queue:
    """First in, first out; with `maxsize` > 0 `put` waits for a free place."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # What a subclass may replace.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        """How many items are in the queue just now."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether it is empty just now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether it is full just now."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Puts `item` in; waits for a free place, at most `timeout` seconds."""
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                self._wait(self.not_full, block, timeout, Full,
                           lambda: self._qsize() >= self.maxsize)
                if self.is_shutdown:
                    raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Takes an item out; waits for one, at most `timeout` seconds."""
        with self.not_empty:
            self._wait(self.not_empty, block, timeout, Empty,
                       lambda: not self._qsize())
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def _wait(self, condition, block, timeout, error, blocked):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not blocked() or self.is_shutdown:
            return
        if not block:
            raise error
        if timeout is None:
            while blocked() and not self.is_shutdown:
                condition.wait()
            return
        end = monotonic() + timeout
        while blocked() and not self.is_shutdown:
            remaining = end - monotonic()
            if remaining <= 0.0:
                raise error
            condition.wait(remaining)

    def put_nowait(self, item):
        """Puts `item` in at once, or raises Full."""
        self.put(item, block=False)

    def get_nowait(self):
        """Takes an item out at once, or raises Empty."""
        return self.get(block=False)

    def task_done(self):
        """Says that the work on one item taken out is finished."""
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks = left
            if not left:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until `task_done` was called for every item ever put in."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        """Refuses new items (Python 3.13); with `immediate` drops the old."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    __class_getitem__ = classmethod(GenericAlias)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The item that was put in last comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """A queue without a limit and without `task_done`."""

    def __init__(self):
        self._items = Queue()

    def put(self, item, block=True, timeout=None):
        self._items.put(item)

    def get(self, block=True, timeout=None):
        return self._items.get(block, timeout)

    def put_nowait(self, item):
        self._items.put(item)

    def get_nowait(self):
        return self._items.get(block=False)

    def empty(self):
        return self._items.empty()

    def qsize(self):
        return self._items.qsize()

    __class_getitem__ = classmethod(GenericAlias)
