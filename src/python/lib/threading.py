"""Threads, and what they wait for each other with.

A thread runs until it waits, sleeps or ends; nothing takes the machine from it
in between. All waiting is done by `_wait` and ended by `_wake`, so that locks
and the like are plain Python.
"""

__all__ = ['Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition',
           'Event', 'ExceptHookArgs', 'Lock', 'RLock', 'Semaphore',
           'TIMEOUT_MAX', 'Thread', 'ThreadError', 'Timer', 'active_count',
           'current_thread', 'enumerate', 'excepthook', 'get_ident',
           'get_native_id', 'getprofile', 'gettrace', 'local', 'main_thread',
           'setprofile', 'settrace', 'stack_size']

from _thread import _start, _wait, _wake, get_ident, get_native_id
from _threading_local import _forget_locals, local
from collections import namedtuple as _namedtuple
from time import monotonic as _time

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


def _old(name, function, use):
    """The function under a name from before Python 2.6."""
    def old(*args):
        import warnings
        warnings.warn(f'{name}() is deprecated, {use} instead',
                      DeprecationWarning, stacklevel=2)
        return function(*args)
    old.__name__ = name
    return old


class BrokenBarrierError(RuntimeError):
    """A barrier was reset or a wait for it took too long."""


# Waiting: a list of those who wait, each told by `_tell`.

def _park(waiting, timeout, what):
    """Waits to be told; False if that takes longer than `timeout` seconds."""
    me = [get_ident(), False]
    waiting.append(me)
    end = None if timeout is None else _time() + timeout
    while True:
        woken = _wait(timeout, what)
        if me[1]:
            return True
        if not woken:
            waiting.remove(me)
            return False
        if end is not None:
            timeout = end - _time()


def _tell(waiting, n=None):
    """Ends the wait of the first `n`, or of all."""
    told = waiting[:n]
    del waiting[:n]
    for one in told:
        one[1] = True
        _wake(one[0])


def _timeout_of(blocking, timeout):
    """Seconds to wait for a lock, None for as long as it takes."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout < 0 and timeout != -1:
        raise ValueError('timeout value must be a non-negative number')
    if timeout > TIMEOUT_MAX:
        raise OverflowError('timeout value is too large')
    return None if timeout == -1 else timeout


class _Lock:
    """Either locked or not."""

    def __init__(self):
        self._locked = False
        self._waiting = []

    def acquire(self, blocking=True, timeout=-1):
        timeout = _timeout_of(blocking, timeout)
        end = None if timeout is None else _time() + timeout
        while self._locked:
            if timeout is not None and timeout <= 0:
                return False
            if not _park(self._waiting, timeout, 'Lock.acquire()'):
                return False
            if end is not None:
                timeout = end - _time()
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False
        _tell(self._waiting, 1)

    def locked(self):
        return self._locked

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.lock' object")

    def __repr__(self):
        state = 'locked' if self._locked else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


class _RLock:
    """May be acquired many times by one thread, and released as often."""

    def __init__(self):
        self._lock = _Lock()
        self._owner = 0
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner != me:
            if not self._lock.acquire(blocking, timeout):
                return False
            self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = 0
            self._lock.release()

    def locked(self):
        return self._count > 0

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        saved = self._count
        self._count = self._owner = 0
        self._lock.release()
        return saved

    def _acquire_restore(self, saved):
        self._lock.acquire()
        self._owner, self._count = get_ident(), saved

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return (f'<{state} _thread.RLock object owner={self._owner} '
                f'count={self._count} at {id(self):#x}>')


_Lock.__name__ = _Lock.__qualname__ = 'lock'
_RLock.__name__ = _RLock.__qualname__ = 'RLock'
_Lock.__module__ = _RLock.__module__ = '_thread'
Lock = _allocate_lock = _Lock
RLock = _RLock

# What programs take from `_thread`, which itself has no more than waits.
_NAMES_OF_THREAD = {
    'allocate_lock': Lock, 'allocate': Lock, 'lock': Lock, 'LockType': Lock,
    'RLock': RLock, 'error': ThreadError, 'TIMEOUT_MAX': TIMEOUT_MAX,
    '_local': local,
}


def _of_thread(name):
    """An attribute of the module `_thread` that is not native."""
    if name == 'start_new_thread':
        return _start_new_thread
    if name in _NAMES_OF_THREAD:
        return _NAMES_OF_THREAD[name]
    raise AttributeError(f"module '_thread' has no attribute {name!r}")


def _start_new_thread(function, args, kwargs={}, /):
    thread = Thread(target=function, args=args, kwargs=kwargs, daemon=True)
    thread.start()
    return thread.ident



class Condition:
    """A lock with a place to wait for news."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire, self.release = lock.acquire, lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = []

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def wait(self, timeout=None):
        """Releases the lock, waits to be notified, acquires it again."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        saved = self._release_save()
        try:
            if timeout is not None and timeout <= 0:
                return False
            return _park(self._waiters, timeout, 'Condition.wait()')
        finally:
            self._acquire_restore(saved)

    def wait_for(self, predicate, timeout=None):
        """Waits until `predicate()` is true; its last value."""
        end = None if timeout is None else _time() + timeout
        result = predicate()
        while not result:
            if end is not None:
                timeout = end - _time()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        _tell(self._waiters, n)

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = _old('notifyAll', notify_all, 'use notify_all()')


class Semaphore:
    """A counter that does not go below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value
        self._waiting = []

    def __repr__(self):
        kind = type(self)
        return (f'<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: '
                f'value={self._value}>')

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None if timeout is None else _time() + timeout
        while self._value == 0:
            if not blocking or timeout is not None and timeout <= 0:
                return False
            if not _park(self._waiting, timeout, 'Semaphore.acquire()'):
                return False
            if end is not None:
                timeout = end - _time()
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n
        _tell(self._waiting, n)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released too often."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f'{super().__repr__()[:-1]}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._flag = False
        self._waiting = []

    def __repr__(self):
        kind, state = type(self), 'set' if self._flag else 'unset'
        return (f'<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: '
                f'{state}>')

    def is_set(self):
        return self._flag

    isSet = _old('isSet', is_set, 'use is_set()')

    def set(self):
        self._flag = True
        _tell(self._waiting)

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if self._flag:
            return True
        if timeout is not None and timeout <= 0:
            return False
        return _park(self._waiting, timeout, 'Event.wait()')


class Barrier:
    """A place where `parties` threads meet."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._reset()

    def _reset(self):
        self._waiting = []
        self._inside = 0
        self._broken = [False]

    def __repr__(self):
        kind = type(self)
        head = f'<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: '
        if self.broken:
            return head + 'broken>'
        return head + f'waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        """Waits for the others; each gets another number below `parties`."""
        if timeout is None:
            timeout = self._timeout
        broken = self._broken
        if broken[0]:
            raise BrokenBarrierError
        index = self._inside
        self._inside += 1
        if self._inside == self._parties:
            return self._open(index)
        if timeout is not None and timeout <= 0:
            self.abort()
            raise BrokenBarrierError
        told = _park(self._waiting, timeout, 'Barrier.wait()')
        if not told and not broken[0]:
            self.abort()
        if broken[0]:
            raise BrokenBarrierError
        return index

    def _open(self, index):
        try:
            if self._action is not None:
                self._action()
        except BaseException:
            self.abort()
            raise
        waiting = self._waiting
        self._reset()
        _tell(waiting)
        return index

    def reset(self):
        """Those who wait get BrokenBarrierError; others may come."""
        broken, waiting, inside = self._broken, self._waiting, self._inside
        self._reset()
        if inside:
            broken[0] = True
            _tell(waiting)

    def abort(self):
        """It is of no more use: who waits or comes gets BrokenBarrierError."""
        self._broken[0] = True
        self._inside = 0
        _tell(self._waiting)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._inside

    @property
    def broken(self):
        return self._broken[0]


# Threads.

ExceptHookArgs = _namedtuple(
    'ExceptHookArgs', 'exc_type exc_value exc_traceback thread')
ExceptHookArgs.__module__ = '_thread'


def excepthook(args, /):
    """What a thread that ends by an exception calls."""
    if args.exc_type is SystemExit:
        return
    import sys
    import traceback
    name = get_ident() if args.thread is None else args.thread.name
    print(f'Exception in thread {name}:', file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value,
                              args.exc_traceback, file=sys.stderr)


__excepthook__ = excepthook

_active = {}
_made = 0
_exit_calls = []


def _new_name(target):
    global _made
    _made += 1
    named = getattr(target, '__name__', None)
    return f'Thread-{_made}' + (f' ({named})' if named else '')


class Thread:
    """A call that runs beside others."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name) if name is not None else _new_name(target)
        self._daemon = current_thread().daemon if daemon is None else daemon
        self._context = context
        self._ident = None
        self._started = self._stopped = False
        self._joining = []
        self._initialized = True

    def _check(self):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')

    def __repr__(self):
        self._check()
        state = ('stopped' if self._stopped else
                 'started' if self._started else 'initial')
        if self._daemon:
            state += ' daemon'
        if self._ident is not None:
            state += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {state})>'

    def start(self):
        """Lets it run: at once, and until it waits for something."""
        self._check()
        if self._started:
            raise RuntimeError('threads can only be started once')
        self._started = True
        _start(self._bootstrap, self._name)

    def run(self):
        """Calls the target, in whichever thread this is called."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _active[self._ident] = self
        try:
            if self._context is not None:
                self._context.run(self.run)
            else:
                self.run()
        except BaseException as error:
            excepthook(ExceptHookArgs(
                type(error), error, error.__traceback__, self))
        finally:
            self._stopped = True
            _active.pop(self._ident, None)
            _forget_locals(self._ident)
            _tell(self._joining)

    def join(self, timeout=None):
        """Waits until it has ended."""
        self._check()
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if not self._stopped and (timeout is None or timeout > 0):
            _park(self._joining, timeout, 'Thread.join()')

    def is_alive(self):
        self._check()
        return self._started and not self._stopped

    @property
    def name(self):
        self._check()
        return self._name

    @name.setter
    def name(self, name):
        self._check()
        self._name = str(name)

    @property
    def ident(self):
        self._check()
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        self._check()
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        self._check()
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemon = daemonic

    getName = _old('getName', name.fget, 'get the name attribute')
    setName = _old('setName', name.fset, 'set the name attribute')
    isDaemon = _old('isDaemon', daemon.fget, 'get the daemon attribute')
    setDaemon = _old('setDaemon', daemon.fset, 'set the daemon attribute')


class Timer(Thread):
    """Calls a function later, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._started = True
        self._ident = get_ident()
        _active[self._ident] = self


def current_thread():
    return _active[get_ident()] if _active else _NOBODY


class _NOBODY:
    daemon = False


_main_thread = _MainThread()


def main_thread():
    return _main_thread


def enumerate():
    """The threads that run, those that wait included."""
    return list(_active.values())


def active_count():
    return len(_active)


def _register_atexit(function, *args, **kwargs):
    """Has something called when the main thread is through, before it waits
    for the others."""
    _exit_calls.append((function, args, kwargs))


def _shutdown():
    """The end of the program waits for all threads but daemons."""
    for function, args, kwargs in reversed(_exit_calls):
        function(*args, **kwargs)
    _exit_calls.clear()
    while others := [thread for thread in _active.values()
                     if thread is not _main_thread and not thread.daemon]:
        others[0].join()


def stack_size(size=0, /):
    return 0


def settrace(func):
    """No thread is traced."""


def setprofile(func):
    """No thread is profiled."""


def gettrace():
    return None


def getprofile():
    return None


currentThread = _old('currentThread', current_thread, 'use current_thread()')
activeCount = _old('activeCount', active_count, 'use active_count()')
