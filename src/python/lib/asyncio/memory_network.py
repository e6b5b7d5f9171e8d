"""The network of the playground: connections between parts of one program.

A server listens in a table instead of a socket, a connection is a pair of
transports, and what one of them writes is handed to the other one's protocol
in the next turn of the loop: the latency is 0. Nothing comes from outside.
"""

from collections import deque

from . import events
from . import protocols
from . import transports

# What a program may call this machine.
_LOCAL = {None, '', 'localhost', '127.0.0.1', '0.0.0.0', '::', '::1'}
# The server at each port or path.
_listening = {}
_FIRST_FREE_PORT = 49152
_next_port = _FIRST_FREE_PORT

_HIGH_WATER = 64 * 1024
_MOST_ON_THE_WAY = 256 * 1024


class _Socket:
    """What `get_extra_info('socket')` and `Server.sockets` show."""

    def __init__(self, name, peer=None):
        self._name = name
        self._peer = peer

    def getsockname(self):
        return self._name

    def getpeername(self):
        if self._peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        return self._peer

    def __repr__(self):
        peer = '' if self._peer is None else f', raddr={self._peer!r}'
        return f'<asyncio.TransportSocket laddr={self._name!r}{peer}>'


class Server(events.AbstractServer):
    """Accepts connections at its addresses while it serves."""

    def __init__(self, loop, addresses, protocol_factory):
        self._loop = loop
        self._addresses = addresses
        self._factory = protocol_factory
        self._serving = False
        self._sockets = [_Socket(address) for address in addresses]
        self._clients = {}
        self._closed_waiters = []
        self._forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    @property
    def sockets(self):
        """The sockets it listens at; none once it is closed."""
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _begin(self):
        if self._serving:
            return
        for address in self._addresses:
            _listening[_key(address)] = self
        self._serving = True

    async def start_serving(self):
        """Begins to accept, unless it does already."""
        self._check_open()
        self._begin()

    def _check_open(self):
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')

    async def serve_forever(self):
        """Accepts until the task is cancelled, then closes the server."""
        if self._forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on '
                               'serve_forever()')
        self._check_open()
        self._begin()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        finally:
            self._forever = None
            self.close()

    def close(self):
        """Stops listening; connections that there are go on."""
        if self._sockets is None:
            return
        for address in self._addresses:
            _listening.pop(_key(address), None)
        self._sockets = None
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
        if not self._clients:
            self._wake()

    def close_clients(self):
        """Closes every connection (Python 3.13)."""
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        """Closes every connection, dropping what is not sent (Python 3.13)."""
        for transport in list(self._clients):
            transport.abort()

    async def wait_closed(self):
        """Waits until it is closed and every connection has ended; of a
        server that is closed already, not even for those."""
        if self._sockets is None:
            return
        waiter = self._loop.create_future()
        self._closed_waiters.append(waiter)
        await waiter

    def _attach(self, transport):
        self._clients[transport] = None

    def _detach(self, transport):
        self._clients.pop(transport, None)
        if not self._clients and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._closed_waiters = self._closed_waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


class MemoryTransport(transports.Transport):
    """One end of a connection.

    What is written is on its way until the next turn of the loop, as bytes in
    a system's socket are. Only so much can be on its way while the other end
    does not read; the rest waits in a buffer, of which the protocol is told.
    """

    __slots__ = ('_loop', '_protocol', '_peer', '_server', '_on_the_way',
                 '_size_on_the_way', '_arrival', '_buffer', '_buffer_size',
                 '_high', '_low', '_writing_paused', '_reading_paused',
                 '_eof_written', '_closing', '_lost')

    def __init__(self, loop, protocol, name, peer_name, server=None):
        super().__init__({'sockname': name, 'peername': peer_name,
                          'socket': _Socket(name, peer_name)})
        self._loop = loop
        self._protocol = protocol
        self._peer = None
        self._server = server
        # Bytes, and at last None for the end of the stream.
        self._on_the_way = deque()
        self._size_on_the_way = 0
        # The timer of the next delivery.
        self._arrival = None
        self._buffer = deque()
        self._buffer_size = 0
        self.set_write_buffer_limits()
        self._writing_paused = False
        self._reading_paused = False
        self._eof_written = False
        self._closing = False
        self._lost = False
        if server is not None:
            server._attach(self)

    def __repr__(self):
        state = 'closed' if self._lost else 'closing' if self._closing else 'open'
        return f'<{type(self).__name__} {state} peer={self._extra["peername"]!r}>'

    # Writing.

    def write(self, data):
        """Sends bytes; they arrive in the next turn of the loop."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof_written:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data or self._closing:
            return
        self._buffer.append(bytes(data))
        self._buffer_size += len(data)
        self._send()
        if self._buffer_size > self._high and not self._writing_paused:
            self._writing_paused = True
            self._protocol.pause_writing()

    def write_eof(self):
        """Says that nothing more will be written."""
        if not self._closing and not self._eof_written:
            self._eof_written = True
            self._buffer.append(None)
            self._send()

    def can_write_eof(self):
        return True

    def set_write_buffer_limits(self, high=None, low=None):
        """The marks at which the protocol is paused and resumed, in bytes."""
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must '
                             'be >= 0')
        self._high = high
        self._low = low

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return self._buffer_size

    def _send(self):
        """Sends what is in the buffer, as far as there is room on the way."""
        while self._buffer and self._size_on_the_way < _MOST_ON_THE_WAY:
            data = self._buffer.popleft()
            self._on_the_way.append(data)
            if data is not None:
                self._size_on_the_way += len(data)
                self._buffer_size -= len(data)
        self._let_arrive()
        if self._writing_paused and self._buffer_size <= self._low:
            self._writing_paused = False
            self._protocol.resume_writing()
        if self._closing and not self._buffer and not self._lost:
            self._loop.call_soon(self._lose, None)

    def _let_arrive(self):
        if (self._on_the_way and self._arrival is None
                and not self._peer._reading_paused):
            # A timer, because what comes from a network is seen after what
            # was ready before.
            self._arrival = self._loop.call_later(0, self._arrive)

    def _arrive(self):
        """Gives the other end what is on the way: adjoining bytes together."""
        self._arrival = None
        peer = self._peer
        if peer._reading_paused:
            return
        way = self._on_the_way
        parts = []
        while way and way[0] is not None:
            parts.append(way.popleft())
        self._size_on_the_way = 0
        ended = bool(way) and not parts
        if ended:
            way.popleft()
        if not peer._closing:
            if parts:
                peer._receive(b''.join(parts))
            elif ended and not peer._protocol.eof_received():
                peer.close()
        self._send()

    # Reading.

    def _receive(self, data):
        protocol = self._protocol
        if not isinstance(protocol, protocols.BufferedProtocol):
            protocol.data_received(data)
            return
        while data:
            buffer = protocol.get_buffer(len(data))
            count = min(len(buffer), len(data))
            if not count:
                raise RuntimeError('get_buffer() returned an empty buffer')
            buffer[:count] = data[:count]
            protocol.buffer_updated(count)
            data = data[count:]

    def is_reading(self):
        return not self._reading_paused and not self._closing

    def pause_reading(self):
        """Leaves what comes on its way."""
        self._reading_paused = True

    def resume_reading(self):
        if self._reading_paused:
            self._reading_paused = False
            self._peer._let_arrive()

    # The end.

    def is_closing(self):
        return self._closing

    def close(self):
        """Ends the connection when all that was written has been sent."""
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop.call_soon(self._lose, None)

    def abort(self):
        """Ends the connection at once; what waits in the buffer is lost."""
        if self._lost:
            return
        self._buffer.clear()
        self._buffer_size = 0
        if not self._closing:
            self._closing = True
            self._loop.call_soon(self._lose, None)

    def _lose(self, exc):
        if self._lost:
            return
        self._lost = True
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._protocol = None
            if not self._eof_written:
                self._on_the_way.append(None)
                self._let_arrive()
            # The other end need not wait for this one to read.
            self._reading_paused = False
            self._peer._let_arrive()
            if self._server is not None:
                self._server._detach(self)
                self._server = None

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol


def _key(address):
    return address if isinstance(address, str) else address[1]


def _free_port():
    global _next_port
    while _next_port in _listening:
        _next_port += 1
    port = _next_port
    _next_port += 1
    return port


def listen(loop, protocol_factory, host, port):
    """A server that listens at a port of this machine; 0: a free one."""
    hosts = [host] if host is None or isinstance(host, str) else list(host)
    for name in hosts:
        _check_local(name)
    port = port or _free_port()
    address = ('0.0.0.0' if not hosts[0] else _number(hosts[0]), port)
    return _new_server(loop, address, protocol_factory)


def listen_at_path(loop, protocol_factory, path):
    """A server that listens at a path."""
    return _new_server(loop, str(path), protocol_factory)


def _new_server(loop, address, protocol_factory):
    known = _listening.get(_key(address))
    if known is not None and not known._loop.is_closed():
        raise OSError(98, f'error while attempting to bind on address '
                          f'{address!r}: address already in use')
    return Server(loop, [address], protocol_factory)


def _number(host):
    return '127.0.0.1' if host == 'localhost' else host


def _check_local(host):
    if host not in _LOCAL:
        raise OSError(101, f'Network is unreachable: {host!r} is not this '
                           'program, and it can connect to nothing else')


async def connect(loop, protocol_factory, host, port):
    """Transport and protocol of a new connection to a port."""
    _check_local(host)
    address = (_number(host or '127.0.0.1'), port)
    return await _connect(loop, protocol_factory, address,
                          ('127.0.0.1', _free_port()))


async def connect_to_path(loop, protocol_factory, path):
    """Transport and protocol of a new connection to a path."""
    return await _connect(loop, protocol_factory, str(path), '')


async def _connect(loop, protocol_factory, address, own_name):
    server = _listening.get(_key(address))
    if server is not None and server._loop.is_closed():
        server.close()
        server = None
    if server is None:
        if isinstance(address, str):
            raise FileNotFoundError(2, 'No such file or directory')
        raise ConnectionRefusedError(111, f'Connect call failed {address!r}')
    # The far end is made by a callback of its own, so that both ends take as
    # many turns as with sockets.
    accepting = _Accepting(server, address, own_name)
    server._loop.call_later(0, server._loop.call_soon, accepting)
    reached = loop.create_future()
    loop.call_later(0, _resolve, reached)
    await reached
    protocol = protocol_factory()
    here = MemoryTransport(loop, protocol, own_name, address)
    accepting.join(here)
    ready = loop.create_future()
    loop.call_soon(protocol.connection_made, here)
    loop.call_soon(_resolve, ready)
    try:
        await ready
    except BaseException:
        here.abort()
        raise
    return here, protocol


def _resolve(waiter):
    if not waiter.done():
        waiter.set_result(None)


class _Accepting:
    """A connection of which a server is about to make its end."""

    def __init__(self, server, address, peer_name):
        self._server = server
        self._address = address
        self._peer_name = peer_name
        self._there = None
        self._here = None

    def __call__(self):
        server = self._server
        protocol = server._factory()
        self._there = MemoryTransport(server._loop, protocol, self._address,
                                      self._peer_name, server)
        if self._here is not None:
            self.join(self._here)
        server._loop.call_soon(protocol.connection_made, self._there)

    def join(self, here):
        """Ties the two ends together as soon as there are both."""
        self._here = here
        if self._there is not None:
            here._peer, self._there._peer = self._there, here
