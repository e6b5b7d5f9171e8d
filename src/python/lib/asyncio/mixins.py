"""Which loop a lock or queue belongs to: the first one it has to wait in."""

from _asyncio import _get_running_loop

from . import legacy


class _LoopBoundMixin:
    """Base of everything that hands out futures of one loop."""

    _loop = None

    def __init__(self, *, loop=None):
        if loop is not None:
            user = type(self).__name__
            legacy.check_loop_argument(f'{user}.__init__', user)
            self._loop = loop

    def _get_loop(self):
        """The running loop, which must be the one of every earlier wait."""
        loop = _get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop
