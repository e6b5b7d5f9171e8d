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

from . import legacy


class AbstractEventLoop:
    """What every loop is an instance of; it does nothing by itself."""


class AbstractServer:
    """What every server is an instance of."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


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
        self._local = _thread._local()

    def get_event_loop(self):
        local = self._local
        loop = getattr(local, 'loop', None)
        if (loop is None and not hasattr(local, 'loop')
                and _thread._is_main_thread()):
            legacy.hint('get-event-loop')
            loop = local.loop = self.new_event_loop()
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
        self._local.loop = loop

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
