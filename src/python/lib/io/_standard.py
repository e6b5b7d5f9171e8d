"""Streams of bytes below the standard streams."""

from ._buffered import BufferedReader, BufferedWriter
from ._raw import FileIO


class _Through(BufferedWriter):
    """Keeps nothing back: `sys.stdout` above it does not either."""

    def write(self, b, /):
        count = super().write(b)
        self.flush()
        return count

    def __del__(self):
        """The standard streams stay open to the end."""


_Through.__name__ = _Through.__qualname__ = 'BufferedWriter'
_Through.__module__ = '_io'

_made = {}


def buffer_of(stream):
    """The one buffer of a standard stream."""
    number = stream.fileno()
    if number not in _made:
        raw = FileIO(number, 'w' if number else 'r', False)
        raw.name = stream.name
        _made[number] = (_Through if number else BufferedReader)(raw)
    return _made[number]
