"""Lock, Event, Condition, Semaphore, BoundedSemaphore and Barrier.

All of them are fair: who began to wait first is served first. A waiter is a
future in a deque; the future is resolved to let its task go on. A task that is
cancelled while it waits takes its future out again, and passes on what it may
have been given in the meantime, so that no wake-up is ever lost.
"""

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore',
           'Barrier')

from _asyncio import in_rust
from _collections import deque
from _trace import hide, note, shown_as

from . import exceptions
from ._awaitable_locks import AwaitableLock
from .mixins import _LoopBoundMixin


class _Entered:
    """`async with` for everything that is acquired and released."""

    @in_rust
    async def __aenter__(self):
        # Nothing is given to the name after `as`.
        await self.acquire()

    @in_rust
    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _anybody_waits(waiters):
    """Whether there is a future in the line that was not cancelled."""
    for waiter in waiters or ():
        if not waiter.cancelled():
            return True
    return False


def _described(plain, state, waiters):
    """The default repr `plain`, with a state and the number of waiters."""
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{plain[1:-1]} [{state}]>'


class Lock(_Entered, AwaitableLock, _LoopBoundMixin):
    """Lets one task in at a time.

    A release only marks the lock as free and wakes the first waiter. A task
    that comes in between still queues, because it sees that others wait.
    """

    def __init__(self, *, loop=None):
        if loop is not None:
            super().__init__(loop=loop)
        self._waiters = None
        self._locked = False
        note('primitive_created', self)

    def __repr__(self):
        state = 'locked' if self._locked else 'unlocked'
        return _described(super().__repr__(), state, self._waiters)

    def locked(self):
        """Whether a task holds the lock."""
        return self._locked

    @in_rust
    async def acquire(self):
        """Waits until the lock is free, takes it, and returns True."""
        if not self._locked and not _anybody_waits(self._waiters):
            self._locked = True
            note('acquired', self)
            return True

        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note('wait_began', self, waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            note('wait_ended', self, waiter)
            # The lock may have become free for this very task.
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        note('wait_ended', self, waiter)
        note('acquired', self)
        return True

    @in_rust
    def release(self):
        """Frees the lock and wakes the task that has waited longest."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        note('released', self)
        if self._waiters:
            self._wake_first()

    def _wake_first(self):
        # Only the head: if it has been woken already, it has not run yet.
        for waiter in self._waiters or ():
            if not waiter.done():
                note('handed_over', self, waiter)
                waiter.set_result(True)
            return


class Event(_LoopBoundMixin):
    """A flag that tasks can wait for."""

    def __init__(self, *, loop=None):
        if loop is not None:
            super().__init__(loop=loop)
        self._waiters = deque()
        self._value = False
        note('primitive_created', self)

    def __repr__(self):
        state = 'set' if self._value else 'unset'
        return _described(super().__repr__(), state, self._waiters)

    def is_set(self):
        """Whether the flag is set."""
        return self._value

    @in_rust
    def set(self):
        """Sets the flag and wakes every waiter, in the order of arrival."""
        if not self._value:
            self._value = True
            note('event_set', self)
            for waiter in self._waiters:
                if not waiter.done():
                    note('handed_over', self, waiter)
                    waiter.set_result(True)

    def clear(self):
        """Takes the flag down; later waiters wait for the next `set`."""
        self._value = False
        note('event_cleared', self)

    @in_rust
    async def wait(self):
        """Waits until the flag is set, and returns True."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note('wait_began', self, waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)
            note('wait_ended', self, waiter)


class Condition(_Entered, AwaitableLock, _LoopBoundMixin):
    """A lock together with a place to wait until some state has changed."""

    def __init__(self, lock=None, *, loop=None):
        if loop is not None:
            super().__init__(loop=loop)
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()
        note('primitive_created', self, lock)

    def __repr__(self):
        state = 'locked' if self.locked() else 'unlocked'
        return _described(super().__repr__(), state, self._waiters)

    async def wait(self):
        """Gives up the lock until notified, takes it again, returns True."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')

        waiter = self._get_loop().create_future()
        self.release()
        self._waiters.append(waiter)
        note('wait_began', self, waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)
            note('wait_ended', self, waiter)
            if await self._take_lock_again():
                raise exceptions.CancelledError

    async def _take_lock_again(self):
        """Acquires whatever happens; tells whether it was cancelled."""
        cancelled = False
        while True:
            try:
                await self.acquire()
                return cancelled
            except exceptions.CancelledError:
                cancelled = True

    async def wait_for(self, predicate):
        """Waits until `predicate()` is true, and returns its value."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes the `n` tasks that have waited longest."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def notify_all(self):
        """Wakes every waiting task."""
        self.notify(len(self._waiters))

    def _notify(self, n):
        waiters = [w for w in self._waiters if not w.done()][:max(n, 0)]
        note('notified', self, len(waiters), n)
        for waiter in waiters:
            note('handed_over', self, waiter)
            waiter.set_result(False)


class Semaphore(_Entered, AwaitableLock, _LoopBoundMixin):
    """Lets a given number of tasks in at a time.

    A released place is given to the first waiter at once: the count goes down
    again on its behalf before it runs.
    """

    def __init__(self, value=1, *, loop=None):
        if loop is not None:
            super().__init__(loop=loop)
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None
        self._value = value
        note('primitive_created', self, None, value)

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _described(super().__repr__(), state, self._waiters)

    def locked(self):
        """Whether a task that came now would have to wait."""
        return self._value == 0 or _anybody_waits(self._waiters)

    @in_rust
    async def acquire(self):
        """Waits for a place, takes it, and returns True."""
        if not self.locked():
            self._value -= 1
            note('acquired', self, None, self._value)
            return True

        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note('wait_began', self, waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
                note('wait_ended', self, waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # The place had been given to this task: give it back.
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._hand_over():
                pass
        note('acquired', self, None, self._value)
        return True

    @in_rust
    def release(self):
        """Gives a place back; the first waiter gets it."""
        self._value += 1
        note('released', self, None, self._value)
        if self._waiters:
            self._hand_over()

    def _hand_over(self):
        """Gives a free place to the first waiter; False if none waits."""
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                note('handed_over', self, waiter)
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than there were acquisitions."""

    def __init__(self, value=1, *, loop=None):
        self._bound_value = value
        super().__init__(value, loop=loop)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


# The states of a barrier.
_FILLING, _DRAINING, _RESETTING, _BROKEN = (
    'filling', 'draining', 'resetting', 'broken')


class Barrier(_LoopBoundMixin):
    """Holds tasks back until a given number of them has arrived.

    It fills until all are there, then drains until all have left; who comes
    while it drains waits outside for the next round.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        # The event log tells what its parts do as the barrier's own doing, so
        # they are introduced to it before they are made.
        lock = Lock.__new__(Lock)
        self._cond = Condition.__new__(Condition)
        note('primitive_created', self, None, parties)
        hide(lock)
        shown_as(self._cond, self)
        lock.__init__()
        self._cond.__init__(lock)
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        text = self._state
        if not self.broken:
            text += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{super().__repr__()[1:-1]} [{text}]>'

    @property
    def parties(self):
        """How many tasks the barrier waits for."""
        return self._parties

    @property
    def n_waiting(self):
        """How many have arrived, while it fills; 0 otherwise."""
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        """Whether the barrier has been aborted."""
        return self._state is _BROKEN

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, exc_type, exc, tb):
        pass

    async def wait(self):
        """Waits for the others; returns a different number 0 … n-1 to each."""
        async with self._cond:
            await self._cond.wait_for(
                lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state is _BROKEN:
                raise exceptions.BrokenBarrierError('Barrier aborted')
            try:
                index = self._count
                self._count += 1
                if self._count == self._parties:
                    self._state = _DRAINING
                    note('barrier_tripped', self, None, self._parties)
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(
                        lambda: self._state is not _FILLING)
                    if self._state in (_BROKEN, _RESETTING):
                        raise exceptions.BrokenBarrierError(
                            'Abort or reset of barrier')
                return index
            finally:
                self._count -= 1
                self._leave()

    def _leave(self):
        """The last one out opens the barrier for the next round."""
        if self._count == 0:
            if self._state in (_RESETTING, _DRAINING):
                self._state = _FILLING
            self._cond.notify_all()

    async def reset(self):
        """Makes it empty again; the tasks at it get BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Breaks it: the tasks at it and all later ones get the error."""
        async with self._cond:
            self._state = _BROKEN
            note('barrier_broken', self)
            self._cond.notify_all()
