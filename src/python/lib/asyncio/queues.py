"""Queue, LifoQueue and PriorityQueue."""

__all__ = ('Queue', 'LifoQueue', 'PriorityQueue', 'QueueEmpty', 'QueueFull',
           'QueueShutDown')

from _asyncio import in_rust
from _collections import deque
from _trace import note, recording
from _types import GenericAlias
from heapq import heappop, heappush

from .mixins import _LoopBoundMixin


# For what a task waits, in the event log.
_TO_GET, _TO_PUT, _TO_JOIN = range(3)


class QueueEmpty(Exception):
    """`get_nowait` on an empty queue."""


class QueueFull(Exception):
    """`put_nowait` on a full queue."""


class QueueShutDown(Exception):
    """`put` on a queue that was shut down, or `get` when it is also empty."""


class Queue(_LoopBoundMixin):
    """First in, first out. With `maxsize` > 0, `put` waits for a free place.

    A subclass changes the order by `_init`, `_put` and `_get`.
    """

    def __init__(self, maxsize=0, *, loop=None):
        if loop is not None:
            super().__init__(loop=loop)
        self._maxsize = maxsize
        # Futures of the tasks that wait for an item, or for a place.
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        # Futures of the tasks in `join`.
        self._joiners = deque()
        self._is_shutdown = False
        self._init(maxsize)
        note('primitive_created', self, None, maxsize)

    __class_getitem__ = classmethod(GenericAlias)

    # What a subclass may replace.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    # What the queue tells about itself.

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            text += ' shutdown'
        return text

    @in_rust
    def qsize(self):
        """How many items are in the queue."""
        return len(self._queue)

    @property
    def maxsize(self):
        """How many items it may hold; 0 or less: any number."""
        return self._maxsize

    @in_rust
    def empty(self):
        """Whether there is nothing in it."""
        return not self._queue

    @in_rust
    def full(self):
        """Whether it holds `maxsize` items."""
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    def _held(self):
        # For the event log only: a subclass may keep its items elsewhere.
        try:
            return len(self._queue)
        except (AttributeError, TypeError):
            return 0

    # Putting and getting.

    @in_rust
    async def put(self, item):
        """Puts `item` in, after waiting for a free place if need be."""
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            waiter = self._get_loop().create_future()
            self._putters.append(waiter)
            note('wait_began', self, waiter, _TO_PUT)
            try:
                await waiter
            except:
                self._leave(self._putters, waiter, self.full)
                raise
            finally:
                note('wait_ended', self, waiter)
        return self.put_nowait(item)

    @in_rust
    def put_nowait(self, item):
        """Puts `item` in at once, or raises QueueFull."""
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        if recording:
            note('queue_put', self, item, self._held())
        if self._getters:
            self._wakeup_next(self._getters)

    @in_rust
    async def get(self):
        """Takes an item out, after waiting for one if need be."""
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            waiter = self._get_loop().create_future()
            self._getters.append(waiter)
            note('wait_began', self, waiter, _TO_GET)
            try:
                await waiter
            except:
                self._leave(self._getters, waiter, self.empty)
                raise
            finally:
                note('wait_ended', self, waiter)
        return self.get_nowait()

    @in_rust
    def get_nowait(self):
        """Takes an item out at once, or raises QueueEmpty."""
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if recording:
            note('queue_got', self, item, self._held())
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def _leave(self, line, waiter, blocked):
        """A task no longer waits in `line`; `blocked` tells if it had cause to.

        It wakes the next one if it had been woken itself and could have gone on.
        """
        waiter.cancel()
        try:
            line.remove(waiter)
        except ValueError:
            # Who woke it has taken it out.
            pass
        if not blocked() and not waiter.cancelled():
            self._wakeup_next(line)

    def _wakeup_next(self, line):
        while line:
            waiter = line.popleft()
            if not waiter.done():
                note('handed_over', self, waiter)
                waiter.set_result(None)
                break

    # Knowing when all is done.

    def task_done(self):
        """Says that the work on one item taken out is finished."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        note('queue_task_done', self, None, self._unfinished_tasks)
        if self._unfinished_tasks == 0:
            self._wake_joiners()

    async def join(self):
        """Waits until `task_done` was called for every item ever put in."""
        if self._unfinished_tasks > 0:
            waiter = self._get_loop().create_future()
            self._joiners.append(waiter)
            note('wait_began', self, waiter, _TO_JOIN)
            try:
                await waiter
            finally:
                self._joiners.remove(waiter)
                note('wait_ended', self, waiter)
        note('queue_joined', self)

    @property
    def _finished(self):
        from ._finished import Finished
        return Finished(self)

    def _wake_joiners(self):
        for waiter in self._joiners:
            if not waiter.done():
                note('handed_over', self, waiter)
                waiter.set_result(True)

    def shutdown(self, immediate=False):
        """Refuses new items; `get` goes on until the queue is empty.

        With `immediate` it is emptied now, each item counting as done. Python
        3.13; https://docs.python.org/3/library/asyncio-queue.html
        """
        self._is_shutdown = True
        note('queue_shut_down', self, None, int(immediate))
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._wake_joiners()
        # Those who wait see for themselves that it is shut down.
        for line in (self._getters, self._putters):
            while line:
                waiter = line.popleft()
                if not waiter.done():
                    waiter.set_result(None)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The item that was put in last comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
