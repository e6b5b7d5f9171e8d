"""The loop under the name it has on Linux and macOS, which reprs show."""

__all__ = ('SelectorEventLoop',)

from . import base_events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The loop that `new_event_loop` makes."""

    def __init__(self, selector=None):
        super().__init__()
        # There is no selector; programs that log everything show this line.
        base_events._log('Using selector: EpollSelector', 'debug')


SelectorEventLoop = _UnixSelectorEventLoop
