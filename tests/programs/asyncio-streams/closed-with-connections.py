"""A closed server does not wait for connections that are still served."""
import asyncio


async def slow(reader, writer):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('served no longer')
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(slow, '127.0.0.1', 9003) as server:
        reader, writer = await asyncio.open_connection('127.0.0.1', 9003)
        try:
            await asyncio.wait_for(reader.read(10), 0.2)
        except TimeoutError:
            print('nothing came')
        writer.close()
    print(server.is_serving())
    await server.wait_closed()
    print('closed')

asyncio.run(main())
