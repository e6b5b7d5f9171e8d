"""as_completed as an asynchronous iterator (Python 3.13, by its documentation)."""
import asyncio

async def val(x, t):
    await asyncio.sleep(t)
    if x == 'bad':
        raise ValueError(x)
    return x

async def main():
    loop = asyncio.get_running_loop()
    ts = {asyncio.create_task(val(n, t), name=n): t for n, t in (('a', 3), ('b', 1), ('c', 2))}
    async for done in asyncio.as_completed(ts):
        print(done.get_name(), ts[done], await done, loop.time())
    try:
        async for done in asyncio.as_completed([val('x', 1), val('y', 5)], timeout=2):
            print(done.result())
    except TimeoutError as e:
        print('timeout', repr(e), loop.time())
    t = asyncio.create_task(val('bad', 1))
    async for done in asyncio.as_completed([t]):
        print(done is t)
        try:
            done.result()
        except ValueError as e:
            print(repr(e))
    fut = loop.create_future()
    loop.call_later(1, fut.set_result, 'fut')
    async for done in asyncio.as_completed([fut, val('coro', 0.5)]):
        print(done is fut, done.result())
    async for done in asyncio.as_completed([]):
        print('never')
    it = asyncio.as_completed([val(1, 1), val(2, 2)])
    async for done in it:
        print(done.result())
        break
    print(await next(it))

asyncio.run(main())
