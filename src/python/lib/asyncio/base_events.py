"""The part of the event loop that is not hot: starting, ending, reporting.

Scheduling (the ready queue, the timers, handles, futures, tasks) is native.
"""

__all__ = ('BaseEventLoop',)

import sys

import _asyncio
import _thread
from _contextvars import copy_context
from _trace import note
from _weakref import ref

from . import coroutines
from . import events
from . import futures
from . import own_turns
from . import tasks


# How many calls debug mode remembers of where something was made.
_DEBUG_DEPTH = 10


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        error = fut.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            # It leaves the loop by itself.
            return
    fut.get_loop().stop()


class _Shown:
    """An attribute for those who look into a loop; nothing here needs it.

    Loops with turns of their own have the real thing under the same name.
    """

    def __init__(self, look):
        self._look = look

    def __get__(self, loop, owner=None):
        return self if loop is None else self._look(loop)


class TaskStepMethWrapper:
    """What the handle of a task's first step calls."""

    __slots__ = '_task',

    def __init__(self, task):
        self._task = task


TaskStepMethWrapper.__module__ = 'builtins'


class _Wakeup:
    """What the handle of a task's later steps calls."""

    def __init__(self, task):
        self._task = task
        self.__qualname__ = f'{type(task).__qualname__}.task_wakeup'


def _ready_of(loop):
    from collections import deque
    shown = deque()
    for handle in loop._ready_shown():
        if type(handle) is tuple:
            task, *woken_by = handle
            step = (_Wakeup if woken_by else TaskStepMethWrapper)(task)
            handle = events.Handle(step, woken_by, loop)
        shown.append(handle)
    return shown


class BaseEventLoop(_asyncio.EventLoop, own_turns.OwnTurns,
                    events.AbstractEventLoop):
    """An event loop on virtual time."""

    def __init__(self):
        super().__init__()
        self._default_executor = None
        self._executor_shutdown_called = False
        self._exception_handler = None
        # Weak references to the async generators that have begun, by id.
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        # For the Stop button: the task that gets the interruption.
        self._interrupt_target = None
        self._interrupted = False
        self._signal_handlers = {}
        cls = type(self)
        self._has_own_turns = (
            cls._run_once is not BaseEventLoop._run_once
            or cls.time is not BaseEventLoop.time)
        if self._has_own_turns:
            self._begin_own_turns()
        # In debug mode, what takes this many seconds is reported.
        self.slow_callback_duration = 0.1

    _ready = _Shown(_ready_of)
    _scheduled = _Shown(_asyncio.EventLoop._scheduled_shown)
    _closed = _Shown(_asyncio.EventLoop.is_closed)
    _debug = _Shown(_asyncio.EventLoop.get_debug)
    _task_factory = _Shown(_asyncio.EventLoop.get_task_factory)
    _thread_id = _Shown(
        lambda loop: _thread.get_ident() if loop.is_running() else None)
    _clock_resolution = 1e-9

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    # Running.

    def run_forever(self):
        """Runs until `stop` is called."""
        self._check_closed()
        self._check_running()
        hooks = sys.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        if self.get_debug():
            sys.set_coroutine_origin_tracking_depth(_DEBUG_DEPTH)
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook,
                               finalizer=self._asyncgen_finalizer_hook)
        try:
            if self._has_own_turns:
                self._run_own_turns()
            else:
                self._run_until_stopped()
        finally:
            sys.set_coroutine_origin_tracking_depth(depth)
            sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        """Runs until `future`, or a task for it, is done; its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            # Its error is raised here, so nobody needs to be told of it.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError(
                'Cannot run the event loop while another loop is running')

    def close(self):
        """Drops everything scheduled; the loop cannot be used any more."""
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        if self.get_debug():
            _log(f'Close {self!r}', 'debug')
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        self._close()
        executor, self._default_executor = self._default_executor, None
        self._executor_shutdown_called = True
        if executor is not None:
            executor.shutdown(wait=False)

    # Async generators.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(
                f'asynchronous generator {agen!r} was scheduled after '
                'loop.shutdown_asyncgens() call', ResourceWarning,
                source=self)
        key = id(agen)
        known = self._asyncgens
        known[key] = ref(agen, lambda _: known.pop(key, None))

    def _asyncgen_finalizer_hook(self, agen):
        """A generator was dropped before its end: close it in a task."""
        self._asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes every async generator that has not ended."""
        self._asyncgens_shutdown_called = True
        closing = [agen for known in self._asyncgens.values()
                   if (agen := known()) is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(
            *[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of '
                               f'asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # Threads.

    def _check_callback(self, callback, method):
        if (coroutines.iscoroutine(callback)
                or coroutines.iscoroutinefunction(callback)):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), '
                            f'got {callback!r}')

    def run_in_executor(self, executor, func, *args):
        """A future for `func(*args)` in a thread of `executor`."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if executor is None:
                import concurrent.futures
                executor = concurrent.futures.ThreadPoolExecutor(
                    thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Makes `executor` the one of `run_in_executor(None, …)`."""
        import concurrent.futures
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Waits until the threads of the default executor have ended."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        ended = self.create_future()

        def stop_threads():
            executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(
                    futures._set_result_unless_cancelled, ended, None)

        import threading
        threading.Thread(target=stop_threads).start()
        if timeout is None:
            await ended
            return
        from .timeouts import timeout as limit
        try:
            async with limit(timeout):
                await ended
        except TimeoutError:
            import warnings
            warnings.warn('The executor did not finishing joining its threads '
                          f'within {timeout} seconds.', RuntimeWarning,
                          stacklevel=2)
            executor.shutdown(wait=False)

    # The network, which is the program's own memory.

    async def create_server(self, protocol_factory, host=None, port=None, *,
                            start_serving=True, **options):
        """A server with a protocol for each connection."""
        _check_plain(options)
        from . import memory_network
        server = memory_network.listen(self, protocol_factory, host, port)
        return await self._started(server, start_serving)

    async def create_unix_server(self, protocol_factory, path=None, *,
                                 start_serving=True, **options):
        """The same at a path instead of a port."""
        _check_plain(options)
        from . import memory_network
        server = memory_network.listen_at_path(self, protocol_factory, path)
        return await self._started(server, start_serving)

    async def _started(self, server, start_serving):
        if start_serving:
            await server.start_serving()
            # As with sockets, a client can connect from the next turn on.
            await tasks.sleep(0)
        return server

    async def create_connection(self, protocol_factory, host=None, port=None,
                                **options):
        """Transport and protocol of a new connection."""
        _check_plain(options)
        from . import memory_network
        return await memory_network.connect(
            self, protocol_factory, host, port)

    async def create_unix_connection(self, protocol_factory, path=None,
                                     **options):
        """The same to a path instead of a port."""
        _check_plain(options)
        from . import memory_network
        return await memory_network.connect_to_path(
            self, protocol_factory, path)

    # Errors that have nowhere else to go.

    def get_exception_handler(self):
        """The handler set by the program, or None."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """`handler(loop, context)` hears of such errors; None: the default."""
        if handler is not None and not callable(handler):
            raise TypeError('A callable object or None is expected, '
                            f'got {handler!r}')
        self._exception_handler = handler

    def call_exception_handler(self, context):
        """Reports an error, described by `context`, to the handler."""
        note('notice', context.get('task') or context.get('future') or self,
             context.get('message'))
        handler = self._exception_handler
        if handler is None:
            self._report_by_default(context)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._report_by_default({
                'message': 'Unhandled error in exception handler',
                'exception': error,
                'context': context,
            })

    def _report_slow(self, what, seconds):
        # `what`: the task whose step it was, or a handle.
        if seconds >= self.slow_callback_duration:
            text = f'Executing {what!r} took {seconds:.3f} seconds'
            note('slow', what if futures.isfuture(what) else self, text)
            _log(text, 'warning')

    def _report_by_default(self, context):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            _log_error('Exception in default exception handler', True)

    def default_exception_handler(self, context):
        """Writes what `context` tells to asyncio's log, that is to stderr."""
        lines = [context.get('message')
                 or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                import traceback
                text = ''.join(traceback.format_list(value)).rstrip()
                made = ('Object' if key == 'source_traceback' else 'Handle')
                value = (f'{made} created at (most recent call last):\n'
                         f'{text}')
            else:
                value = repr(value)
            lines.append(f'{key}: {value}')
        _log_error('\n'.join(lines), context.get('exception') or False)

    # Signals.

    def add_signal_handler(self, sig, callback, *args):
        """Calls `callback` when the signal comes: SIGINT by the Stop button."""
        import signal
        self._check_callback(callback, 'add_signal_handler')
        self._check_signal(sig)
        self._check_closed()
        context = copy_context()

        def received(number, frame):
            # As after a real signal, which wakes the loop from its waiting.
            self.call_later(0, schedule)

        def schedule():
            self.call_soon(callback, *args, context=context)

        try:
            signal.signal(sig, received)
        except OSError:
            raise RuntimeError(f'sig {sig} cannot be caught') from None
        self._signal_handlers[sig] = received

    def remove_signal_handler(self, sig):
        """Forgets the handler of a signal; False if there was none."""
        import signal
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler
                      if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        import signal
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    def _interrupt(self):
        """Ctrl+C cancels the coroutine of `asyncio.run`, the first time.

        False: nothing was done, so KeyboardInterrupt is raised on the spot.
        """
        target = self._interrupt_target
        is_first = not self._interrupted
        if target is None or not is_first or target.done():
            return False
        self._interrupted = True
        note('interrupted', self)
        target.cancel()
        note('interruption_told', self)
        return True


def _check_plain(options):
    """Connections in memory are not encrypted, and belong to no socket."""
    for name in ('ssl', 'sock'):
        if options.get(name):
            raise NotImplementedError(
                f'{name}= does not work here: the playground\'s network is '
                'the memory of the program')


def _without(name, what):
    """A method for what a page does not have."""
    async def method(self, *args, **kwargs):
        raise NotImplementedError(
            f'loop.{name}() does not work here: the playground has no {what}')
    method.__name__ = name
    method.__qualname__ = f'BaseEventLoop.{name}'
    setattr(BaseEventLoop, name, method)


for _name in ('sock_accept', 'sock_connect', 'sock_recv', 'sock_recv_into',
              'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall',
              'sock_sendto', 'sock_sendfile', 'connect_accepted_socket'):
    _without(_name, 'sockets')
for _name, _what in (('create_datagram_endpoint', 'datagrams'),
                     ('start_tls', 'TLS'), ('sendfile', 'sockets'),
                     ('getaddrinfo', 'network'), ('getnameinfo', 'network'),
                     ('connect_read_pipe', 'pipes'),
                     ('connect_write_pipe', 'pipes'),
                     ('subprocess_exec', 'processes'),
                     ('subprocess_shell', 'processes')):
    _without(_name, _what)
del _name, _what


def _log_error(text, error):
    """Logs an error; `error` is True for the one that is being handled."""
    _log(text, 'error', error, 3)


def _log(text, level, error=None, depth=2):
    """Logs through the logging module if the program has imported it.

    Otherwise the text goes where logging would send it, in the same form.
    `depth`: how far up the function is that a record names.
    """
    if 'logging' in sys.modules:
        from .log import logger
        if level == 'debug' and not logger.isEnabledFor(10):
            return
        if isinstance(error, BaseException):
            error = (type(error), error, error.__traceback__)
        getattr(logger, level)(text, exc_info=error, stacklevel=depth)
        return
    if error is True:
        error = sys.exc_info()[1]
    stream = sys.stderr
    if stream is None or level == 'debug':
        return
    if error:
        import traceback
        text += '\n' + ''.join(traceback.format_exception(error)).rstrip('\n')
    stream.write(text + '\n')
