# A protocol on each side, and the base classes.
import asyncio

class Echo(asyncio.Protocol):

    def connection_made(self, t):
        self.t = t
        log.append('made')

    def data_received(self, d):
        log.append(d)
        self.t.write(d.upper())

    def eof_received(self):
        log.append('eof')
        return False

    def connection_lost(self, e):
        log.append(('lost', e))
log = []

class C(asyncio.Protocol):

    def __init__(self, done):
        self.done = done
        self.buf = b''

    def connection_made(self, t):
        self.t = t
        t.write(b'hello')
        t.write(b' world')

    def data_received(self, d):
        self.buf += d
        if len(self.buf) == 11:
            self.t.close()

    def connection_lost(self, e):
        self.done.set_result(self.buf)

async def main():
    loop = asyncio.get_running_loop()
    srv = await loop.create_server(Echo, '127.0.0.1', 0)
    addr = srv.sockets[0].getsockname()
    done = loop.create_future()
    t, p = await loop.create_connection(lambda: C(done), *addr)
    print(t.is_closing(), t.get_write_buffer_size(), isinstance(t, asyncio.Transport), t.get_protocol() is p)
    print(await done, t.is_closing())
    await asyncio.sleep(0.05)
    print(log)
    srv.close()
    await srv.wait_closed()
    for b in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol, asyncio.SubprocessProtocol):
        print(b.__name__, [m for m in dir(b) if not m.startswith('_')])
    tr = asyncio.Transport({'k': 1})
    print(tr.get_extra_info('k'), tr.get_extra_info('z', 2))
    for m in ('close', 'is_closing', 'pause_reading', 'write_eof', 'abort'):
        try:
            getattr(tr, m)()
        except NotImplementedError as e:
            print(m, 'NI')
asyncio.run(main())
