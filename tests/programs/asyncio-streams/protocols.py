"""Protocols and transports: create_server, create_connection, flow control, closing."""
import asyncio

class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: connection made', transport.get_extra_info('peername')[0])
    def data_received(self, data):
        print('server: got', data)
        self.transport.write(b'echo ' + data)
        if data == b'last':
            self.transport.close()
    def eof_received(self):
        print('server: eof')
    def connection_lost(self, exc):
        print('server: lost', exc)

class Client(asyncio.Protocol):
    def __init__(self, done): self.done = done; self.got = []
    def connection_made(self, transport):
        print('client: connection made')
        transport.write(b'first')
    def data_received(self, data):
        self.got.append(data)
        print('client: got', data)
    def connection_lost(self, exc):
        print('client: lost', exc)
        self.done.set_result(self.got)

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), '127.0.0.1', port)
    print('connected', type(protocol).__name__, transport.is_closing(), transport.is_reading())
    await asyncio.sleep(0.1)
    transport.write(b'last')
    print(await done, transport.is_closing())
    transport.write(b'ignored')
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), '127.0.0.1', port)
    await asyncio.sleep(0.1)
    transport.close()
    print(await done, transport.get_protocol() is protocol)
    server.close()
    try:
        transport.write('text')
    except TypeError as e:
        print(type(e).__name__)

asyncio.run(main())
