"""The loop under the name it has on Linux and macOS, which reprs show."""

__all__ = ('SelectorEventLoop',)

from . import base_events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The loop that `new_event_loop` makes."""


SelectorEventLoop = _UnixSelectorEventLoop
