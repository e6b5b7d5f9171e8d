"""StreamReader: bytes that arrive by and by, read in lines or by number."""

__all__ = ('StreamReader',)

from _trace import note

from . import events
from . import exceptions

_DEFAULT_LIMIT = 2 ** 16


class StreamReader:
    """A buffer between who brings bytes and the one task that reads them.

    When more than twice `limit` bytes wait, the transport is asked to pause.
    """

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        info = ['StreamReader']
        if self._buffer:
            info.append(f'{len(self._buffer)} bytes')
        if self._eof:
            info.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            info.append(f'limit={self._limit}')
        if self._waiter:
            info.append(f'waiter={self._waiter!r}')
        if self._exception:
            info.append(f'exception={self._exception!r}')
        if self._transport:
            info.append(f'transport={self._transport!r}')
        if self._paused:
            info.append('paused')
        return f'<{" ".join(info)}>'

    # The side that brings bytes.

    def exception(self):
        """The error that was set, or None."""
        return self._exception

    def set_exception(self, exc):
        """Makes `exc` the outcome of this and every later read."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def set_transport(self, transport):
        """Ties the reader to the transport that it may pause."""
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def feed_data(self, data):
        """Adds bytes to the buffer."""
        assert not self._eof, 'feed_data after feed_eof'
        if not data:
            return
        self._buffer.extend(data)
        self._wake_reader()
        if (self._transport is not None and not self._paused
                and len(self._buffer) > 2 * self._limit):
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                # This transport cannot pause, so it is not asked again.
                self._transport = None
            else:
                self._paused = True

    def feed_eof(self):
        """Says that no more bytes will come."""
        self._eof = True
        self._wake_reader()

    def at_eof(self):
        """Whether all has come and all has been read."""
        return self._eof and not self._buffer

    def _wake_reader(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def _resume_if_small(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    # The side that reads.

    async def _wait_for_data(self, caller):
        if self._waiter is not None:
            raise RuntimeError(f'{caller}() called while another coroutine is '
                               'already waiting for incoming data')
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            # Otherwise nothing would ever come.
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        note('wait_began', self, self._waiter)
        try:
            await self._waiter
        finally:
            note('wait_ended', self)
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._resume_if_small()
        return data

    def _raise_if_failed(self):
        if self._exception is not None:
            raise self._exception

    async def readline(self):
        """Bytes up to and with the next newline; what is left at the end."""
        try:
            return await self.readuntil(b'\n')
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            if self._buffer.startswith(b'\n', error.consumed):
                del self._buffer[:error.consumed + 1]
            else:
                self._buffer.clear()
            self._resume_if_small()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b'\n'):
        """Bytes up to and with `separator`, or the first of a tuple of them."""
        if isinstance(separator, tuple):
            separators = sorted(separator, key=len)
        else:
            separators = [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError('Separator should be at least one-byte string')
        self._raise_if_failed()

        searched = 0
        while True:
            found = self._find_first(separators, searched)
            if found is not None:
                start, end = found
                break
            # The last bytes may be the beginning of a separator.
            searched = max(0, len(self._buffer) + 1 - longest)
            if searched > self._limit:
                raise exceptions.LimitOverrunError(
                    'Separator is not found, and chunk exceed the limit',
                    searched)
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, None)
            await self._wait_for_data('readuntil')
        if start > self._limit:
            raise exceptions.LimitOverrunError(
                'Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    def _find_first(self, separators, searched):
        """Start and end of the separator that ends first, or None."""
        best = None
        for separator in separators:
            start = self._buffer.find(separator, searched)
            if start != -1:
                end = start + len(separator)
                if best is None or end < best[1]:
                    best = start, end
        return best

    async def read(self, n=-1):
        """At most `n` bytes, as soon as there are some; -1: all to the end."""
        self._raise_if_failed()
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b''.join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data('read')
        return self._take(n)

    async def readexactly(self, n):
        """Just `n` bytes; IncompleteReadError if the end comes before."""
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        self._raise_if_failed()
        if n == 0:
            return b''
        while len(self._buffer) < n:
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, n)
            await self._wait_for_data('readexactly')
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line
