"""What a queue has as `_finished`, for programs that reach into it."""


class Finished:
    """Stands for the event that is set as long as all work on a queue is done.

    The queue itself has no such event: its log tells of those in `join`.
    """

    def __init__(self, queue):
        self._queue = queue

    def __repr__(self):
        waiters = len(self._queue._joiners)
        state = 'set' if self.is_set() else 'unset'
        if waiters:
            state += f', waiters:{waiters}'
        return f'<asyncio.locks.Event object at {id(self):#x} [{state}]>'

    @property
    def _value(self):
        return self.is_set()

    def is_set(self):
        """Whether nothing is left to do."""
        return self._queue._unfinished_tasks <= 0

    def set(self):
        """Lets those go on who wait for the end of the work."""
        self._queue._wake_joiners()

    def clear(self):
        """Says nothing new: the queue counts what is left to do."""

    async def wait(self):
        """Waits until nothing is left to do, and returns True."""
        await self._queue.join()
        return True
