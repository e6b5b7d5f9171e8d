"""`async with timeout(...)`: cancels the task when its time is over."""

__all__ = ('Timeout', 'timeout', 'timeout_at')

from _asyncio import current_task
from _trace import note

from . import events
from . import exceptions


class Timeout:
    """A time limit on the body of an `async with`.

    When the time comes it cancels the task once. If that cancellation is what
    leaves the body, it becomes TimeoutError; a cancellation by somebody else
    stays one.
    """

    # The states, as they are told in the repr.
    _CREATED = 'created'
    _ENTERED = 'active'
    _EXPIRING = 'expiring'
    _EXPIRED = 'expired'
    _EXITED = 'finished'

    def __init__(self, when):
        """`when`: a time of the loop's clock in seconds, or None for never."""
        self._when = when
        self._state = Timeout._CREATED
        self._timeout_handler = None
        self._task = None
        # Cancellations of the task that were under way at the start.
        self._cancelling = 0

    def __repr__(self):
        text = f'[{self._state}]'
        if self._state is Timeout._ENTERED:
            when = round(self._when, 3) if self._when is not None else None
            text += f' when={when}'
        return f'<Timeout {text}>'

    def when(self):
        """The loop's time at which it expires, or None."""
        return self._when

    def expired(self):
        """Whether the time was over."""
        return self._state in (Timeout._EXPIRING, Timeout._EXPIRED)

    def reschedule(self, when):
        """Moves the limit to another time of the loop's clock, or to never."""
        if self._state is not Timeout._ENTERED:
            if self._state is Timeout._CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(
                f'Cannot change state of {self._state} Timeout')
        self._when = when
        note('scope_deadline_set', self, when)
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        if when is None:
            self._timeout_handler = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)

    async def __aenter__(self):
        if self._state is not Timeout._CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = Timeout._ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        note('scope_entered', self, task)
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state is not Timeout._EXPIRING:
            self._state = Timeout._EXITED
            note('scope_left', self, exc)
            return None

        self._state = Timeout._EXPIRED
        if (self._task.uncancel() <= self._cancelling
                and exc_type is exceptions.CancelledError):
            # Nobody but this timeout has asked for the cancellation.
            error = TimeoutError()
            note('scope_left', self, error)
            raise error from exc
        note('scope_left', self, exc)
        return None

    def _on_timeout(self):
        note('scope_cancelled', self, 'its time is over')
        self._task.cancel()
        note('scope_has_cancelled', self)
        self._state = Timeout._EXPIRING
        self._timeout_handler = None


def timeout(delay):
    """Limits a body to `delay` seconds from now; None: no limit."""
    if delay is not None:
        return Timeout(events.get_running_loop().time() + delay)
    return Timeout(None)


def timeout_at(when):
    """Limits a body to the time `when` of the loop's clock; None: no limit."""
    return Timeout(when)
