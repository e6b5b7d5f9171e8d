"""StreamReader fed by hand: lines, exact numbers, separators, limits and errors."""
import asyncio

async def attempt(coro):
    try:
        print(await coro)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError) as e:
        print(type(e).__name__, e)

async def main():
    loop = asyncio.get_running_loop()
    r = asyncio.StreamReader()
    r.feed_data(b'line one\nline two\nabc')
    print(await r.readline(), await r.readuntil(b'two'), await r.read(2))
    t = asyncio.create_task(r.readexactly(5))
    await asyncio.sleep(0)
    r.feed_data(b'12')
    await asyncio.sleep(0)
    print(t.done())
    r.feed_data(b'345')
    print(await t)
    r.feed_eof()
    print(await r.read(), r.at_eof(), await r.readline())
    await attempt(r.readexactly(3))
    await attempt(r.readuntil())
    r = asyncio.StreamReader(limit=4)
    r.feed_data(b'too long a line\nshort')
    await attempt(r.readline())
    print(await r.read(100))
    r.feed_data(b'abcdefgh')
    await attempt(r.readuntil(b'x'))
    r = asyncio.StreamReader()
    r.feed_data(b'a\nb\nc')
    r.feed_eof()
    print([line async for line in r])
    r = asyncio.StreamReader()
    t = asyncio.create_task(r.read(10))
    await asyncio.sleep(0)
    await attempt_second(r)
    r.set_exception(ConnectionResetError('gone'))
    await attempt(t)
    await attempt(r.readline())
    print(repr(r.exception()), r)
    await attempt(r.readexactly(-1))
    for bad in (0, -1):
        try:
            asyncio.StreamReader(limit=bad)
        except ValueError as e:
            print(e)
    r = asyncio.StreamReader()
    r.feed_data(b'partial')
    r.feed_eof()
    try:
        await r.readexactly(10)
    except asyncio.IncompleteReadError as e:
        print(e.partial, e.expected)

async def attempt_second(r):
    try:
        await r.read(1)
    except RuntimeError as e:
        print(e)

asyncio.run(main())
