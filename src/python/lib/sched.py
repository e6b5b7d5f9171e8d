"""A list of calls to make at given times."""

__all__ = ['Event', 'scheduler']

import heapq
import time as _time
from collections import namedtuple
from itertools import count
from threading import RLock

_FIELDS = 'time priority sequence action argument kwargs'


class Event(namedtuple('Event', _FIELDS)):
    """One planned call; compared by time, priority and order of planning."""

    __slots__ = ()

    def __lt__(self, other):
        return self[:3] < other[:3]

    def __le__(self, other):
        return self[:3] <= other[:3]

    def __gt__(self, other):
        return self[:3] > other[:3]

    def __ge__(self, other):
        return self[:3] >= other[:3]

    def __eq__(self, other):
        return self[:3] == other[:3]

    __hash__ = tuple.__hash__


class scheduler:
    """Makes the calls that were entered, waiting by `delayfunc`."""

    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._planned = []
        self._lock = RLock()
        self._numbers = count()

    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        """Plans a call; the lower of two priorities goes first."""
        event = Event(time, priority, next(self._numbers), action, argument,
                      kwargs)
        with self._lock:
            heapq.heappush(self._planned, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs={}):
        """As `enterabs`, counted from now."""
        return self.enterabs(self.timefunc() + delay, priority, action,
                             argument, kwargs)

    def cancel(self, event):
        """Takes an event off the list; ValueError if it is not there."""
        with self._lock:
            self._planned.remove(event)
            heapq.heapify(self._planned)

    def empty(self):
        with self._lock:
            return not self._planned

    def run(self, blocking=True):
        """Makes all calls; not blocking: those that are due.

        Returns how long it is until the next one, if it did not wait.
        """
        while True:
            with self._lock:
                if not self._planned:
                    return None
                event = self._planned[0]
                wait = event.time - self.timefunc()
                if wait <= 0:
                    heapq.heappop(self._planned)
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                event.action(*event.argument, **event.kwargs)
                # Lets other threads run.
                self.delayfunc(0)

    @property
    def queue(self):
        """The events in the order in which they will be made."""
        with self._lock:
            return sorted(self._planned)
