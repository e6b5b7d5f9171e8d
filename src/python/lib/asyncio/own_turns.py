"""Turns in Python, for loops with a `_run_once` or a `time` of their own.

Tests like to derive such loops, to run on a clock that they move. They look
into `_ready`, `_scheduled` and `_selector`, so those are there.
"""

from _collections import deque

from _asyncio import Handle, TimerHandle, _set_running_loop


class _Selector:
    """Waits for the next timer on the virtual clock, or for another thread."""

    def __init__(self):
        from threading import Event
        self._called = Event()

    def select(self, timeout=None):
        """Waits for at most `timeout` seconds; None: until woken."""
        if timeout is None or timeout > 0:
            self._called.wait(timeout)
        self._called.clear()
        return []

    def wake(self):
        self._called.set()

    def close(self):
        pass


class OwnTurns:
    """What a loop does in place of its native methods."""

    def _begin_own_turns(self):
        self._ready = deque()
        # Sorted by time, those of the same time in the order of their making.
        self._scheduled = []
        self._stopping = False
        self._clock_resolution = 1e-9
        self._selector = _Selector()
        self._turn_by_own_turns()

    def _own_call_soon(self, callback, *args, context=None):
        self._check_closed()
        if self.get_debug():
            self._check_callback(callback, 'call_soon')
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _own_call_soon_threadsafe(self, callback, *args, context=None):
        handle = self._own_call_soon(callback, *args, context=context)
        self._write_to_self()
        return handle

    # Also for loops with native turns, whose class has its own call_at.
    def _own_call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args,
                            context=context)

    def _own_call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        if self.get_debug():
            self._check_callback(callback, 'call_at')
        timer = TimerHandle(when, callback, args, self, context)
        from bisect import insort
        insort(self._scheduled, timer, key=TimerHandle.when)
        return timer

    def _own_stop(self):
        self._stopping = True

    def _timer_handle_cancelled(self, handle):
        pass

    def _write_to_self(self):
        self._selector.wake()

    def _process_events(self, event_list):
        pass

    def _run_own_turns(self):
        self._check_closed()
        self._set_running(True)
        _set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._set_running(False)
            _set_running_loop(None)

    def _run_once(self):
        """One turn: waits if nothing is ready, then runs what is."""
        ready, timers = self._ready, self._scheduled
        while timers and timers[0].cancelled():
            timers.pop(0)
        if ready or self._stopping:
            timeout = 0
        elif timers:
            timeout = max(0, timers[0].when() - self.time())
        else:
            timeout = None
        self._process_events(self._selector.select(timeout))

        now = self.time() + self._clock_resolution
        while timers and timers[0].when() < now:
            ready.append(timers.pop(0))
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle.cancelled():
                handle._run()
