"""Starting tasks, and waiting for one, some or all of them."""

__all__ = (
    'ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'Task',
    'all_tasks', 'as_completed', 'create_eager_task_factory', 'create_task',
    'current_task', 'eager_task_factory', 'ensure_future', 'gather',
    'run_coroutine_threadsafe', 'shield', 'sleep', 'wait', 'wait_for',
)

from _asyncio import (
    Future, Task, _all_awaited_by, _next_turn, _set_result_unless_cancelled,
    all_tasks, current_task, future_add_to_awaited_by,
    future_discard_from_awaited_by, get_running_loop, in_rust)
from _functools import partial
from _trace import note, note_members

from . import coroutines
from . import events
from . import exceptions
from . import futures
from . import legacy

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


# Starting.

@in_rust
def create_task(coro, *, name=None, context=None, **kwargs):
    """Lets `coro` run as a task of the running loop, from its next turn on."""
    return _make_task(get_running_loop(), coro, name, context, kwargs)


def _make_task(loop, coro, name, context, kwargs):
    # A loop or a task factory that is the program's own may not know all the
    # arguments, so only those are passed on that were given.
    if context is not None:
        kwargs['context'] = context
    if name is None:
        return loop.create_task(coro, **kwargs)
    factory = getattr(loop, '_task_factory', None)
    if kwargs.get('eager_start') or hasattr(factory, '_takes_name'):
        # It runs before there would be a chance to name it.
        return loop.create_task(coro, name=name, **kwargs)
    # A named task takes a number for its automatic name all the same.
    task = loop.create_task(coro, **kwargs)
    try:
        set_name = task.set_name
    except AttributeError:
        from warnings import warn
        warn('Task.set_name() was added in Python 3.8, the method support '
             'will be mandatory for third-party task implementations since '
             '3.13.', DeprecationWarning, stacklevel=3)
    else:
        set_name(name)
    return task


@in_rust
def ensure_future(coro_or_future, *, loop=None):
    """The future itself, or a new task for a coroutine or an awaitable."""
    thing = coro_or_future
    if futures.isfuture(thing):
        if loop is not None and loop is not thing.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return thing
    if not coroutines.iscoroutine(thing):
        from inspect import isawaitable
        if not isawaitable(thing):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable '
                            'is required')
        thing = _wrap_awaitable(thing)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(thing)
    except RuntimeError:
        thing.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks take their first step when they are made.

    Python 3.12; https://docs.python.org/3/library/asyncio-task.html
    """
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(
            coro, loop=loop, eager_start=eager_start, **kwargs)
    # The name must be there before the first step.
    factory._takes_name = True
    return factory


eager_task_factory = create_eager_task_factory(Task)


def run_coroutine_threadsafe(coro, loop):
    """Starts `coro` in `loop` from another thread; a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    import concurrent.futures
    future = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_to_threaded(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future


# Waiting for time.

@in_rust
async def sleep(delay, result=None, *, loop=None):
    """Lets other tasks run for `delay` seconds, then returns `result`."""
    if loop is not None:
        legacy.check_loop_argument('sleep', 'sleep')
    if delay <= 0:
        await _next_turn
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(
        delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


# Waiting for one.

async def wait_for(fut, timeout, *, loop=None):
    """The result of `fut`; if it takes longer than `timeout` seconds it is
    cancelled and TimeoutError raised. None: no limit."""
    if loop is not None:
        legacy.check_loop_argument('wait_for', 'wait_for')
    if timeout is None:
        return await fut
    loop = get_running_loop()
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop, None, 'its time is over')
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError from error

    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)
    release = partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    note('scope_member_added', waiter, fut)
    outcome = None
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            # No task may be left running behind the caller's back.
            await _cancel_and_wait(
                fut, loop, waiter, 'the task around it was cancelled')
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut, loop, waiter, 'its time is over')
        # It may end in its own way after all.
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError from error
    except BaseException as error:
        outcome = error
        raise
    finally:
        timer.cancel()
        note('scope_left', waiter, outcome)
        outcome = None


async def _cancel_and_wait(fut, loop, scope, why):
    """Cancels `fut` and waits until it has really ended.

    `scope` is what the log names as the one who cancels.
    """
    waiter = loop.create_future()
    release = partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        note('scope_cancelled', scope, why)
        fut.cancel()
        note('scope_has_cancelled', scope)
        await waiter
    finally:
        fut.remove_done_callback(release)


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


def shield(arg, *, loop=None):
    """Waits for `arg`, but a cancellation of the waiting does not reach it."""
    if loop is not None:
        legacy.check_loop_argument('shield', 'shield')
    inner = ensure_future(arg, loop=loop)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()
    note('scope_member_added', outer, inner)

    def _inner_done_callback(inner):
        future_discard_from_awaited_by(inner, outer)
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody can ask for the error any more.
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        error = inner.exception()
        if error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            future_discard_from_awaited_by(inner, outer)

    future_add_to_awaited_by(inner, outer)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


# Waiting for all.

class _GatheringFuture(Future):
    """The future of `gather`: to cancel it is to cancel its children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        reached = False
        note('scope_cancelled', self, 'it was cancelled')
        for child in self._children:
            if child.cancel(msg):
                reached = True
        note('scope_has_cancelled', self)
        if reached:
            # It ends as cancelled only when the last child has ended.
            self._cancel_requested = True
        return reached


def gather(*coros_or_futures, return_exceptions=False, loop=None):
    """A future for the results of all, in the order of the arguments.

    The first error becomes the future's, and the others go on; with
    `return_exceptions` errors are results like others.
    """
    if loop is not None:
        legacy.check_loop_argument('gather', 'gather')
    if not coros_or_futures:
        outer = (loop or events.get_event_loop()).create_future()
        outer.set_result([])
        return outer

    unfinished = 0
    outer = None

    @in_rust
    def _done_callback(fut):
        nonlocal unfinished
        unfinished -= 1
        if outer is not None:
            future_discard_from_awaited_by(fut, outer)
        if outer is None or outer.done():
            if not fut.cancelled():
                # Mark the error as seen: it comes too late to be told.
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            error = fut.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if unfinished:
            return
        if outer._cancel_requested:
            # As CPython: the last one's, whichever ended last.
            outer.set_exception(children[-1]._make_cancelled_error())
        else:
            outer.set_result(_outcomes(children))

    members, children, ended_at_once, loop = _begin_all(
        coros_or_futures, loop, _done_callback)
    # What is no future of asyncio's may have called back already.
    unfinished += len(members)
    outer = _GatheringFuture(children, loop=loop)
    _all_awaited_by(members, outer)
    note_members(outer, children)
    for fut in ended_at_once:
        _done_callback(fut)
    return outer


@in_rust
def _begin_all(things, loop, done_callback):
    """Lets coroutines run as tasks, and has their ends told.

    Returns all futures, each once; the future of each thing; those of them
    that an eager start has ended; and their loop.
    """
    future_of = {}
    children = []
    ended_at_once = []
    for thing in things:
        fut = future_of.get(thing)
        if fut is None:
            fut = _future_of(thing, loop)
            if loop is None:
                loop = fut.get_loop()
            future_of[thing] = fut
            if fut is not thing:
                # The program has no name for this task, so a message about
                # its destruction would not tell it anything.
                fut._log_destroy_pending = False
                if fut.done():
                    ended_at_once.append(fut)
                    children.append(fut)
                    continue
            fut.add_done_callback(done_callback)
        children.append(fut)
    return list(future_of.values()), children, ended_at_once, loop


@in_rust
def _future_of(thing, loop):
    # Without a keyword, which costs more than all else here.
    return ensure_future(thing, loop=loop)


@in_rust
def _outcomes(futures):
    """What each of the done futures ended with."""
    return [_outcome(fut) for fut in futures]


def _outcome(fut):
    """The result of a done future, or the exception it ended with."""
    if fut.cancelled():
        message = fut._cancel_message
        return exceptions.CancelledError('' if message is None else message)
    error = fut.exception()
    return fut.result() if error is None else error


# Waiting for some.

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED, loop=None):
    """Waits for futures; returns the sets of those done and not done yet.

    A timeout ends the waiting without an error, and cancels nothing.
    """
    if loop is not None:
        legacy.check_loop_argument('wait', 'wait')
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(
            f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')

    # In the order in which they were given, each once.
    fs = list(dict.fromkeys(fs))
    if any(map(coroutines.iscoroutine, fs)):
        if not legacy.allow('wait-on-coroutines'):
            raise TypeError(
                'Passing coroutines is forbidden, use tasks explicitly.')
        fs = [ensure_future(f) for f in fs]
    return await _wait(fs, timeout, return_when, get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    unfinished = len(fs)

    def _on_completion(fut):
        nonlocal unfinished
        unfinished -= 1
        if not (unfinished <= 0
                or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION
                and not fut.cancelled() and fut.exception() is not None):
            return
        if timer is not None:
            timer.cancel()
        if not waiter.done():
            waiter.set_result(None)

    waiting = current_task()
    for fut in fs:
        fut.add_done_callback(_on_completion)
        future_add_to_awaited_by(fut, waiting)
    note_members(waiter, fs)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for fut in fs:
            fut.remove_done_callback(_on_completion)
            future_discard_from_awaited_by(fut, waiting)

    done, pending = set(), set()
    for fut in fs:
        (done if fut.done() else pending).add(fut)
    return done, pending


class _AsCompleted:
    """What `as_completed` gives: walk it with `for` or with `async for`."""

    def __init__(self, fs, timeout, loop):
        from .queues import Queue
        self._done = Queue()
        self._timer = None
        self._unfinished = {ensure_future(f, loop=loop): None
                            for f in dict.fromkeys(fs)}
        self._left = len(self._unfinished)
        for fut in self._unfinished:
            fut.add_done_callback(self._on_completion)
        if self._unfinished and timeout is not None:
            loop = next(iter(self._unfinished)).get_loop()
            self._timer = loop.call_later(timeout, self._on_timeout)

    def __iter__(self):
        return self

    def __next__(self):
        """A coroutine for the next result, whichever comes first."""
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    def __aiter__(self):
        return self

    async def __anext__(self):
        """The next future that is done (Python 3.13)."""
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next_done()

    async def _wait_for_one(self):
        return (await self._next_done()).result()

    _wait_for_one.__qualname__ = 'as_completed.<locals>._wait_for_one'

    async def _next_done(self):
        fut = await self._done.get()
        if fut is None:
            raise exceptions.TimeoutError
        return fut

    def _on_completion(self, fut):
        if not self._unfinished:
            return
        del self._unfinished[fut]
        self._done.put_nowait(fut)
        if not self._unfinished and self._timer is not None:
            self._timer.cancel()

    def _on_timeout(self):
        for fut in self._unfinished:
            fut.remove_done_callback(self._on_completion)
            # Each of them wakes one who waits for a result.
            self._done.put_nowait(None)
        self._unfinished.clear()


def as_completed(fs, *, timeout=None, loop=None):
    """Results in the order in which they come.

    `for` gives coroutines to await, `async for` the futures themselves.
    """
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(
            f'expect an iterable of futures, not {type(fs).__name__}')
    if loop is not None:
        legacy.check_loop_argument('as_completed', 'as_completed')
    return _AsCompleted(fs, timeout, loop)
