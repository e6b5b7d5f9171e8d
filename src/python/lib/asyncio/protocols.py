"""What a transport calls: the base classes of protocols.

https://docs.python.org/3/library/asyncio-protocol.html#protocols
"""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol',
           'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all protocols may be told. Nothing happens by default."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there; `transport` is how to write to it."""

    def connection_lost(self, exc):
        """The connection is over; `exc` is None after an orderly end."""

    def pause_writing(self):
        """The transport's buffer is over its high-water mark."""

    def resume_writing(self):
        """The transport's buffer is down to its low-water mark."""


class Protocol(BaseProtocol):
    """A stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes have come."""

    def eof_received(self):
        """The other side will not write any more.

        A true result keeps the transport open for writing.
        """


class BufferedProtocol(BaseProtocol):
    """A stream of bytes that come into buffers of the protocol's own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """A writable buffer; `sizehint` is -1 or how much would be good."""

    def buffer_updated(self, nbytes):
        """`nbytes` bytes were written into the buffer."""

    def eof_received(self):
        """As for `Protocol`."""


class DatagramProtocol(BaseProtocol):
    """Single packets."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A packet has come from `addr`."""

    def error_received(self, exc):
        """An operation of the system failed with an OSError."""


class SubprocessProtocol(BaseProtocol):
    """A child process and its pipes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written `data` to its pipe number `fd`."""

    def pipe_connection_lost(self, fd, exc):
        """One of the pipes was closed."""

    def process_exited(self):
        """The child has ended."""
