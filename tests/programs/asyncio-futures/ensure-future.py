"""ensure_future and wrap_future of all kinds of things."""
import asyncio

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.5).__await__()
        return 'awaitable'

async def coro():
    return 'coro'

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(asyncio.ensure_future(f) is f, asyncio.wrap_future(f) is f)
    t = asyncio.ensure_future(coro())
    print(type(t).__name__, asyncio.ensure_future(t) is t)
    w = asyncio.ensure_future(Awaitable())
    print(isinstance(w, asyncio.Task))
    print(await t, await w)
    for bad in (5, 'text', coro, None, [coro]):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(type(bad).__name__, e)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(f, loop=other)
    except ValueError as e:
        print(e)
    other.close()
    for bad in (5, None, coro):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print('create_task:', str(e).split(' at 0x')[0])
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        await coro
    except TypeError as e:
        print(e)
    print(asyncio.isfuture(f), asyncio.isfuture(t), asyncio.isfuture(coro), asyncio.isfuture(asyncio.Future))
    c = coro()
    print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(coro), asyncio.iscoroutinefunction(c))
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)

asyncio.run(main())
