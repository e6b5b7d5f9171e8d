"""asyncio.run and Runner: a loop for the length of one program."""

__all__ = ('Runner', 'run')

from _asyncio import _unfinished_tasks
from _contextvars import copy_context

from . import coroutines
from . import events
from . import exceptions
from . import tasks

_CREATED, _READY, _CLOSED = 'created', 'initialized', 'closed'


class Runner:
    """Runs coroutines one after another in the same loop and context."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._is_loop_set = False

    def __enter__(self):
        self._make_ready()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def get_loop(self):
        """The loop, which is made at the first use."""
        self._make_ready()
        return self._loop

    def run(self, coro, *, context=None):
        """Runs `coro` to its end and returns its result."""
        if not coroutines.iscoroutine(coro):
            coro = _wrapped_awaitable(coro)
        if events._get_running_loop() is not None:
            raise RuntimeError(
                'Runner.run() cannot be called from a running event loop')
        self._make_ready()
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)
        # The page's Stop button sends KeyboardInterrupt: it arrives in the
        # coroutine as a cancellation, so that it can clean up.
        self._loop._interrupt_target = task
        self._loop._interrupted = False
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._loop._interrupted and task.uncancel() == 0:
                raise KeyboardInterrupt
            raise
        finally:
            self._loop._interrupt_target = None

    def close(self):
        """Cancels what still runs, ends async generators, closes the loop."""
        if self._state is not _READY:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._is_loop_set:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def _make_ready(self):
        if self._state is _CLOSED:
            raise RuntimeError('Runner is closed')
        if self._state is _READY:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            if not self._is_loop_set:
                events.set_event_loop(self._loop)
                self._is_loop_set = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = _READY


def _wrapped_awaitable(thing):
    """A coroutine that awaits `thing` (Python 3.14), or ValueError."""
    if hasattr(type(thing), '__await__') and not isinstance(thing, type):
        from .futures import isfuture
        if not isfuture(thing):
            async def wrapper():
                return await thing
            return wrapper()
    raise ValueError(f'a coroutine was expected, got {thing!r}')


def run(main, *, debug=None, loop_factory=None):
    """Runs the coroutine `main` in a loop of its own; returns its result."""
    if events._get_running_loop() is not None:
        raise RuntimeError(
            'asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    """Cancels every unfinished task and waits until they have ended."""
    unfinished = _unfinished_tasks(loop)
    if not unfinished:
        return
    for task in unfinished:
        task.cancel()
    loop.run_until_complete(
        tasks.gather(*unfinished, return_exceptions=True))
    for task in unfinished:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
