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
        """Waits until it is closed and every connection has ended."""
        if self._sockets is None and not self._clients:
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
    """One end of a connection."""

    __slots__ = ('_loop', '_protocol', '_peer', '_server', '_unsent',
                 '_waiting_bytes', '_high', '_low', '_writing_paused',
                 '_reading_paused', '_pumping', '_eof_sent', '_closing',
                 '_lost')

    def __init__(self, loop, protocol, name, peer_name, server=None):
        super().__init__({'sockname': name, 'peername': peer_name,
                          'socket': _Socket(name, peer_name)})
        self._loop = loop
        self._protocol = protocol
        self._peer = None
        self._server = server
        # What was written, and None for the end of the stream.
        self._unsent = deque()
        self._waiting_bytes = 0
        self.set_write_buffer_limits()
        self._writing_paused = False
        self._reading_paused = False
        self._pumping = False
        self._eof_sent = False
        self._closing = False
        self._lost = False
        if server is not None:
            server._attach(self)

    def __repr__(self):
        state = 'closed' if self._lost else 'closing' if self._closing else 'open'
        return f'<{type(self).__name__} {state} peer={self._extra["peername"]!r}>'

    # Writing.

    def write(self, data):
        """Hands bytes to the other end, in the next turn of the loop."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof_sent:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data or self._closing:
            return
        self._unsent.append(bytes(data))
        self._waiting_bytes += len(data)
        self._schedule()
        if self._waiting_bytes > self._high and not self._writing_paused:
            self._writing_paused = True
            self._protocol.pause_writing()

    def write_eof(self):
        """Says that nothing more will be written."""
        if not self._closing and not self._eof_sent:
            self._eof_sent = True
            self._unsent.append(None)
            self._schedule()

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
        return self._waiting_bytes

    def _schedule(self):
        if not self._pumping:
            self._pumping = True
            self._loop.call_soon(self._pump)

    def _pump(self):
        """Gives the other end what was written, as far as it reads."""
        self._pumping = False
        peer = self._peer
        while self._unsent and not peer._reading_paused and not peer._lost:
            data = self._unsent.popleft()
            if data is None:
                peer._end_of_stream()
                continue
            self._waiting_bytes -= len(data)
            if not peer._closing:
                peer._receive(data)
        if peer._lost:
            self._unsent.clear()
            self._waiting_bytes = 0
        if self._writing_paused and self._waiting_bytes <= self._low:
            self._writing_paused = False
            self._protocol.resume_writing()
        if self._closing and not self._unsent:
            self._lose(None)

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

    def _end_of_stream(self):
        if not self._protocol.eof_received():
            self.close()

    def is_reading(self):
        return not self._reading_paused and not self._closing

    def pause_reading(self):
        """Leaves what comes at the other end."""
        self._reading_paused = True

    def resume_reading(self):
        if self._reading_paused:
            self._reading_paused = False
            if not self._lost:
                self._peer._schedule()

    # The end.

    def is_closing(self):
        return self._closing

    def close(self):
        """Ends the connection when all that was written has gone."""
        if self._closing:
            return
        if not self._eof_sent:
            self._unsent.append(None)
        self._closing = True
        self._schedule()

    def abort(self):
        """Ends the connection at once."""
        if self._lost:
            return
        self._closing = True
        self._unsent.clear()
        self._waiting_bytes = 0
        self._unsent.append(None)
        self._schedule()

    def _lose(self, exc):
        if self._lost:
            return
        self._lost = True
        try:
            self._protocol.connection_lost(exc)
        finally:
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
    protocol = protocol_factory()
    here = MemoryTransport(loop, protocol, own_name, address)
    there = MemoryTransport(server._loop, server._factory(), address, own_name,
                            server)
    here._peer, there._peer = there, here
    ready = loop.create_future()
    loop.call_soon(protocol.connection_made, here)
    server._loop.call_soon(there._protocol.connection_made, there)
    loop.call_soon(ready.set_result, None)
    try:
        await ready
    except BaseException:
        here.abort()
        raise
    return here, protocol
