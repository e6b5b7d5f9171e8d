"""A server and clients over streams. What it prints is what it prints over TCP."""
import asyncio

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.write(b'bye\n')
    writer.close()
    await writer.wait_closed()

async def client(name, port, n):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    got = []
    for i in range(n):
        writer.write(f'{name} {i}\n'.encode())
        got.append((await reader.readline()).decode().strip())
    writer.write_eof()
    got.append(await reader.read())
    writer.close()
    await writer.wait_closed()
    return got, reader.at_eof(), writer.is_closing()

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), port > 0)
    async with server:
        for r in await asyncio.gather(client('a', port, 2), client('b', port, 3)):
            print(r)
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as e:
        print(type(e).__name__, e.errno)

asyncio.run(main())
