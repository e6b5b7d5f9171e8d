"""Streams: reading bytes in lines or by number, writing with back-pressure.

https://docs.python.org/3/library/asyncio-stream.html
"""

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol',
           'open_connection', 'open_unix_connection', 'start_server',
           'start_unix_server')

from _trace import note

from . import coroutines
from . import events
from . import exceptions
from . import protocols
from .tasks import sleep

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


class StreamReaderProtocol(protocols.Protocol):
    """Feeds a reader from a transport, and tells writers when to go on.

    With a `client_connected_cb`, as in a server, it calls that with a reader
    and a writer for each connection.
    """

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._transport = None
        self._task = None
        self._closed = self._loop.create_future()
        self._connection_lost = False
        self._paused = False
        # Futures of the tasks in `drain`.
        self._drainers = []

    def connection_made(self, transport):
        self._transport = transport
        if self._reader is not None:
            self._reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, self._reader, self._loop)
        result = self._client_connected_cb(self._reader, writer)
        if coroutines.iscoroutine(result):
            self._task = self._loop.create_task(result)
            self._task.add_done_callback(self._on_client_done)

    def _on_client_done(self, task):
        if task.cancelled():
            self._transport.close()
            return
        error = task.exception()
        if error is not None:
            self._loop.call_exception_handler({
                'message': 'Unhandled exception in client_connected_cb',
                'exception': error,
                'transport': self._transport,
            })
            self._transport.close()

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._reader is not None:
            if exc is None:
                self._reader.feed_eof()
            else:
                self._reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
        for waiter in self._drainers:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)
        self._reader = None
        self._transport = None
        self._task = None

    def __del__(self):
        # Nobody need have waited for the end of the connection.
        closed = getattr(self, '_closed', None)
        if closed is not None and closed.done() and not closed.cancelled():
            closed.exception()

    def data_received(self, data):
        if self._reader is not None:
            self._reader.feed_data(data)

    def eof_received(self):
        if self._reader is not None:
            self._reader.feed_eof()
        # The other half of the connection stays open for answers.
        return True

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        for waiter in self._drainers:
            if not waiter.done():
                waiter.set_result(None)

    async def _drain(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drainers.append(waiter)
        try:
            await waiter
        finally:
            self._drainers.remove(waiter)


class StreamWriter:
    """Writes to a connection; `drain` waits while its buffer is full."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        reader = '' if self._reader is None else f' reader={self._reader!r}'
        return f'<StreamWriter transport={self._transport!r}{reader}>'

    @property
    def transport(self):
        """The transport underneath."""
        return self._transport

    def write(self, data):
        """Writes bytes, or puts them into the transport's buffer."""
        self._transport.write(data)

    def writelines(self, data):
        """Writes each of an iterable of bytes."""
        self._transport.writelines(data)

    def write_eof(self):
        """Ends the stream in this direction."""
        self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def get_extra_info(self, name, default=None):
        """Facts about the connection, such as 'peername'."""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Waits until the buffer is small enough to write on."""
        if self._reader is not None and self._reader.exception() is not None:
            raise self._reader.exception()
        if self._transport.is_closing():
            # The loss of the connection may be about to be told.
            await sleep(0)
        await self._protocol._drain()

    def close(self):
        """Closes the connection; `wait_closed` waits for that."""
        self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits until the connection is closed."""
        await self._protocol._closed

    async def start_tls(self, sslcontext, **options):
        raise NotImplementedError('there is no TLS in the playground')


def _accepting(client_connected_cb, limit, loop):
    """A factory of protocols that call `client_connected_cb`."""
    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)
    return factory


async def start_server(client_connected_cb, host=None, port=None, *,
                       limit=_DEFAULT_LIMIT, **options):
    """A server that calls `client_connected_cb(reader, writer)` for each client."""
    loop = events.get_running_loop()
    factory = _accepting(client_connected_cb, limit, loop)
    return await loop.create_server(factory, host, port, **options)


async def start_unix_server(client_connected_cb, path=None, *,
                            limit=_DEFAULT_LIMIT, **options):
    """The same at a path instead of a port."""
    loop = events.get_running_loop()
    factory = _accepting(client_connected_cb, limit, loop)
    return await loop.create_unix_server(factory, path, **options)


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT,
                          **options):
    """Reader and writer of a new connection."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(
        lambda: protocol, host, port, **options)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **options):
    """Reader and writer of a new connection to a path."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(
        lambda: protocol, path, **options)
    return reader, StreamWriter(transport, protocol, reader, loop)
