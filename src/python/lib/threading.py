"""Threads, as far as one of them goes: the main thread.

Locks and events work; what would have to wait for another thread waits out
its timeout on the virtual clock, or says that nobody can end the wait.
"""

__all__ = ['Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition',
           'Event', 'Lock', 'RLock', 'Semaphore', 'TIMEOUT_MAX', 'Thread',
           'ThreadError', 'Timer', 'active_count', 'current_thread',
           'enumerate', 'excepthook', 'get_ident', 'get_native_id', 'local',
           'main_thread', 'settrace', 'setprofile', 'stack_size']

from _thread import _local as local
from _thread import get_ident, get_native_id

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError

_NO_THREADS = 'the playground has no threads yet'


class BrokenBarrierError(RuntimeError):
    """A barrier was reset or a wait for it took too long."""


def _wait_for_others(what, timeout):
    """Waits for what only another thread could bring about."""
    if timeout is None or timeout < 0:
        raise RuntimeError(f'{what} would wait forever: {_NO_THREADS}')
    from time import sleep
    sleep(timeout)


class _Lock:
    """Either locked or not."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._locked:
            self._locked = True
            return True
        if blocking:
            _wait_for_others('acquire() of a locked lock', timeout)
        return False

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = 'locked' if self._locked else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


class _RLock:
    """May be acquired many times, and must be released as often."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1

    def locked(self):
        return self._count > 0

    def _is_owned(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        owner = get_ident() if self._count else 0
        return (f'<{state} _thread.RLock object owner={owner} '
                f'count={self._count} at {id(self):#x}>')


_Lock.__name__ = _Lock.__qualname__ = 'lock'
_RLock.__name__ = _RLock.__qualname__ = 'RLock'
_Lock.__module__ = _RLock.__module__ = '_thread'
Lock = _Lock
RLock = _RLock


class Condition:
    """A lock with a place to wait for news."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def _check_owned(self, what):
        if not self._lock.locked():
            raise RuntimeError(f'cannot {what} on un-acquired lock')

    def wait(self, timeout=None):
        self._check_owned('wait')
        _wait_for_others('Condition.wait()', timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        self._check_owned('notify')

    def notify_all(self):
        self.notify()


class Semaphore:
    """A counter that does not go below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if blocking:
                _wait_for_others('Semaphore.acquire()', timeout)
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released too often."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait_for_others('Event.wait()', timeout)
        return self._flag

    def __repr__(self):
        state = 'set' if self._flag else 'unset'
        return f'<threading.Event at {id(self):#x}: {state}>'


class Barrier:
    """A place where `parties` threads meet."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self.parties = parties
        self._action = action
        self._timeout = timeout
        self.broken = False

    n_waiting = 0

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        if self.parties > 1:
            timeout = self._timeout if timeout is None else timeout
            _wait_for_others('Barrier.wait()', timeout)
            self.broken = True
            raise BrokenBarrierError
        if self._action is not None:
            self._action()
        return 0

    def reset(self):
        self.broken = False

    def abort(self):
        self.broken = True


_numbers = iter(range(1, 1 << 62))


class Thread:
    """A thread that can be made and described, but not started yet."""

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            name = f'Thread-{next(_numbers)}'
            if target is not None:
                name += f' ({getattr(target, "__name__", "?")})'
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.name = str(name)
        self.daemon = bool(daemon)

    ident = None
    native_id = None

    def start(self):
        raise RuntimeError(f"can't start new thread: {_NO_THREADS}")

    def run(self):
        """Calls the target, in whichever thread this is called."""
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError('cannot join thread before it is started')

    def is_alive(self):
        return False

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        daemon = ' daemon' if self.daemon else ''
        return f'<{type(self).__name__}({self.name}, initial{daemon})>'


class Timer(Thread):
    """A thread that calls a function later."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (),
                         kwargs=kwargs)
        self.interval = interval
        self.function = function

    def cancel(self):
        """Nothing to do: it cannot have been started."""


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self.ident = get_ident()
        self.native_id = get_native_id()

    def start(self):
        raise RuntimeError('threads can only be started once')

    def join(self, timeout=None):
        raise RuntimeError('cannot join current thread')

    def is_alive(self):
        return True

    def __repr__(self):
        return f'<_MainThread({self.name}, started {self.ident})>'


_main_thread = _MainThread()


def current_thread():
    return _main_thread


def main_thread():
    return _main_thread


def enumerate():
    return [_main_thread]


def active_count():
    return 1


def stack_size(size=0, /):
    return 0


def settrace(func):
    """No thread will start that could be traced."""


def setprofile(func):
    """No thread will start that could be profiled."""


def excepthook(args, /):
    """What a thread that ends by an exception calls."""
    import sys
    sys.excepthook(args.exc_type, args.exc_value, args.exc_traceback)


currentThread = current_thread
activeCount = active_count
