"""TaskGroup: tasks that live no longer than the block that made them."""

__all__ = ('TaskGroup',)

from _asyncio import (
    current_task, future_add_to_awaited_by, future_discard_from_awaited_by,
    in_rust)
from _trace import note

from . import events
from . import exceptions
from . import tasks

# Errors that end the whole program; they are passed on as they are.
_FATAL = (SystemExit, KeyboardInterrupt)


class TaskGroup:
    """Waits at the end of its `async with` for all tasks made in it.

    When one of them fails, or the body does, the others are cancelled, and
    the errors come out together as an exception group.
    """

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        # Whether this group has cancelled its parent to get out of the body.
        self._parent_cancel_requested = False
        # In the order of creation, so that they are cancelled in that order.
        self._tasks = {}
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        text = ''
        if self._tasks:
            text += f' tasks={len(self._tasks)}'
        if self._errors:
            text += f' errors={len(self._errors)}'
        if self._aborting:
            text += ' cancelling'
        elif self._entered:
            text += ' entered'
        return f'<TaskGroup{text}>'

    @in_rust
    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(
                f'TaskGroup {self!r} cannot determine the parent task')
        self._entered = True
        note('scope_entered', self, self._parent_task)
        return self

    @in_rust
    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        if isinstance(exc, _FATAL) and self._base_error is None:
            self._base_error = exc

        # A cancellation of the parent from outside, to be passed on if no
        # task has failed.
        cancelled = None
        if exc_type is exceptions.CancelledError:
            cancelled = exc
        if self._parent_cancel_requested:
            # That one was ours: it is taken back.
            if self._parent_task.uncancel() == 0:
                cancelled = None

        if exc is not None and not self._aborting:
            self._abort('its body failed')
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
                note('wait_began', self, self._on_completed_fut)
            try:
                await self._on_completed_fut
            except exceptions.CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort('the task around it was cancelled')
            self._on_completed_fut = None

        error = self._outcome(exc, cancelled)
        note('scope_left', self, error)
        try:
            if error is not None:
                if isinstance(error, BaseExceptionGroup):
                    # What went wrong is inside it; the context adds nothing.
                    error.__suppress_context__ = True
                raise error
        finally:
            # No reference cycle through the tracebacks.
            exc = cancelled = error = None
            self._parent_task = None
            self._errors = []
            self._base_error = None

    def _outcome(self, exc, cancelled):
        """The exception that leaves the block, or None."""
        if self._base_error is not None:
            return self._base_error
        if cancelled is not None and not self._errors:
            return cancelled
        if exc is not None and not isinstance(exc, exceptions.CancelledError):
            self._errors.append(exc)
        if not self._errors:
            return None
        return BaseExceptionGroup('unhandled errors in a TaskGroup',
                                  self._errors)

    @in_rust
    def create_task(self, coro, *, name=None, context=None, **kwargs):
        """Starts `coro` as a task of this group, and returns the task."""
        if not self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = tasks._make_task(self._loop, coro, name, context, kwargs)
        note('scope_member_added', self, task)
        if task.done():
            # An eager task may have ended already.
            self._on_task_done(task)
        else:
            self._tasks[task] = None
            future_add_to_awaited_by(task, self._parent_task)
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self, why):
        self._aborting = True
        note('scope_cancelled', self, why)
        for task in list(self._tasks):
            if not task.done():
                task.cancel()
        note('scope_has_cancelled', self)

    @in_rust
    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        future_discard_from_awaited_by(task, self._parent_task)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return

        self._errors.append(error)
        if isinstance(error, _FATAL) and self._base_error is None:
            self._base_error = error
        parent = self._parent_task
        if parent.done():
            # Only if the parent was ended from outside while it waited here.
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent '
                           f'task {parent} is already completed',
                'exception': error,
                'task': task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort('one of its tasks failed')
            self._parent_cancel_requested = True
            note('scope_cancelled', self, 'the task around it must leave it')
            parent.cancel()
            note('scope_has_cancelled', self)
