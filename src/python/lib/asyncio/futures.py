"""Helpers around native futures."""

__all__ = ('Future', 'isfuture', 'wrap_future')

from _asyncio import Future, _set_result_unless_cancelled

from . import events


def isfuture(obj):
    """Whether `obj` is a future, or a look-alike by `_asyncio_future_blocking`."""
    if isinstance(obj, Future):
        return True
    return (hasattr(type(obj), '_asyncio_future_blocking')
            and obj._asyncio_future_blocking is not None)


def _copy_result(source, target):
    """Ends `target` as the done future `source` of either kind ended."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_as_asyncio_error(error))


def _as_asyncio_error(error):
    """concurrent.futures has its own CancelledError and InvalidStateError."""
    import concurrent.futures as threaded
    from . import exceptions
    if type(error) is threaded.CancelledError:
        return exceptions.CancelledError(*error.args)
    if type(error) is threaded.InvalidStateError:
        return exceptions.InvalidStateError(*error.args)
    return error


def wrap_future(future, *, loop=None):
    """An asyncio future that ends as a future of concurrent.futures does."""
    if isfuture(future):
        return future
    import concurrent.futures as threaded
    assert isinstance(future, threaded.Future), (
        f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped, loop)
    return wrapped


# The names of these callbacks show in reprs and in reports of errors.

def _chain_future(source, wrapped, loop):
    """Ties a thread's future and one of `loop` together, in both directions."""

    def _set_state(wrapped, source):
        _copy_result(source, wrapped)

    def _call_set_state(source):
        # Called in whatever thread ended it.
        if wrapped.cancelled() and loop.is_closed():
            return
        loop.call_soon_threadsafe(_set_state, wrapped, source)

    def _call_check_cancel(wrapped):
        if wrapped.cancelled():
            source.cancel()

    wrapped.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _chain_to_threaded(source, target):
    """Lets a concurrent.futures future end as the asyncio future `source`."""
    loop = source.get_loop()

    def _call_set_state(source):
        if target.cancelled():
            return
        if source.cancelled():
            target.cancel()
            target.set_running_or_notify_cancel()
            return
        target.set_running_or_notify_cancel()
        error = source.exception()
        if error is None:
            target.set_result(source.result())
        else:
            target.set_exception(error)

    def _call_check_cancel(target):
        if target.cancelled():
            loop.call_soon_threadsafe(source.cancel)

    for callback in _call_set_state, _call_check_cancel:
        callback.__qualname__ = f'_chain_future.<locals>.{callback.__name__}'
    target.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _limited_repr(value):
    """How reprs of futures and handles show what they hold."""
    import reprlib
    return reprlib.repr(value)
