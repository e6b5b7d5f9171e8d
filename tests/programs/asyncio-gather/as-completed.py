"""as_completed: order of completion, errors, timeout, done ones, sets."""
import asyncio

async def val(x, t):
    await asyncio.sleep(t)
    if x == 'bad':
        raise ValueError(x)
    return x

async def main():
    loop = asyncio.get_running_loop()
    for f in asyncio.as_completed([val('c', 3), val('a', 1), val('bad', 2)]):
        try:
            print(await f, loop.time())
        except ValueError as e:
            print(repr(e), loop.time())
    try:
        for f in asyncio.as_completed([val('x', 1), val('y', 5)], timeout=2):
            print(await f)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e), loop.time())
    done = loop.create_future()
    done.set_result('ready')
    for f in asyncio.as_completed([val('later', 1), done]):
        print(await f)
    print(list(asyncio.as_completed([])))
    for bad in (done, 5):
        try:
            list(asyncio.as_completed(bad))
        except TypeError as e:
            print(e)
    fs = list(asyncio.as_completed([val(i, 1 - i / 10) for i in range(4)]))
    print(len(fs), [await f for f in fs])
    it = asyncio.as_completed([val('one', 1), val('two', 2)])
    first = next(iter(it))
    print(await asyncio.wait_for(first, 5))
    print([await f for f in it])

asyncio.run(main())
