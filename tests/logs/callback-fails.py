import asyncio

def broken():
    1 / 0

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken)
    handle = loop.call_later(1, print, 'late')
    await asyncio.sleep(0.5)
    handle.cancel()

asyncio.run(main())
