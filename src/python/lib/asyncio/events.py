"""Which loop is running, which one is current, and who makes new ones."""

__all__ = (
    'AbstractEventLoop', 'AbstractEventLoopPolicy', 'AbstractServer',
    'DefaultEventLoopPolicy', 'Handle', 'TimerHandle', 'get_event_loop',
    'get_event_loop_policy', 'get_running_loop', 'new_event_loop',
    'set_event_loop', 'set_event_loop_policy',
)

import _thread

from _asyncio import (
    Handle, TimerHandle, _get_running_loop, _set_running_loop,
    get_running_loop)

from _types import _copies_as_methods

from . import legacy

# Few programs need it, and every one waits until what is here is made.
__lazy__ = {'_abstract_server': 'AbstractServer'}


def _left_open(self, *args, **kwargs):
    raise NotImplementedError


async def _left_open_async(self, *args, **kwargs):
    raise NotImplementedError


class AbstractEventLoop:
    """What every loop is an instance of; it does nothing by itself."""

    def _timer_handle_cancelled(self, handle):
        raise NotImplementedError

    locals().update(_copies_as_methods(
        'AbstractEventLoop', _left_open, '''
        run_forever run_until_complete stop is_running is_closed close
        call_soon call_soon_threadsafe call_later call_at time
        create_future create_task set_task_factory get_task_factory
        run_in_executor set_default_executor
        add_reader remove_reader add_writer remove_writer
        add_signal_handler remove_signal_handler
        set_exception_handler get_exception_handler
        default_exception_handler call_exception_handler
        get_debug set_debug'''))
    locals().update(_copies_as_methods(
        'AbstractEventLoop', _left_open_async, '''
        shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo
        create_connection create_server create_unix_connection
        create_unix_server create_datagram_endpoint connect_accepted_socket
        connect_read_pipe connect_write_pipe start_tls sendfile
        subprocess_exec subprocess_shell sock_accept sock_connect sock_recv
        sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall
        sock_sendto sock_sendfile'''))


del _left_open, _left_open_async


class AbstractEventLoopPolicy:
    """Decides what `get_event_loop` gives outside a running loop."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One current loop per thread; the main thread gets one when it asks."""

    def __init__(self):
        self._loops = {}        # by thread

    def get_event_loop(self):
        ident = _thread.get_ident()
        loop = self._loops.get(ident)
        if ident not in self._loops and _thread._is_main_thread():
            legacy.hint('get-event-loop')
            loop = self._loops[ident] = self.new_event_loop()
        if loop is None:
            import threading
            raise RuntimeError('There is no current event loop in thread '
                               f'{threading.current_thread().name!r}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                'loop must be an instance of AbstractEventLoop or None, '
                f'not {type(loop).__name__!r}')
        self._loops[_thread.get_ident()] = loop

    def new_event_loop(self):
        from .unix_events import SelectorEventLoop
        return SelectorEventLoop()


# The class is told by this name in reprs, as on Linux and macOS.
DefaultEventLoopPolicy.__name__ = '_UnixDefaultEventLoopPolicy'
DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'
DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'

_policy = None


def get_event_loop_policy():
    """The policy in force."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Puts another policy in force; None: the default one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            'policy must be an instance of AbstractEventLoopPolicy or None, '
            f'not {type(policy).__name__!r}')
    _policy = policy


def get_event_loop():
    """The running loop; outside of one, the current loop of the policy."""
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Makes `loop` the current loop of this thread."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop, which is not made current."""
    return get_event_loop_policy().new_event_loop()
