"""map, filter, chunk, zip and take for asynchronous iterators."""
import asyncio

async def count(n, t=0.1):
    for i in range(n):
        await asyncio.sleep(t)
        yield i

async def amap(f, it):
    async for x in it:
        yield f(x)

async def afilter(p, it):
    async for x in it:
        if p(x):
            yield x

async def chunks(it, n):
    part = []
    async for x in it:
        part.append(x)
        if len(part) == n:
            yield part
            part = []
    if part:
        yield part

async def azip(*its):
    its = [aiter(i) for i in its]
    while True:
        try:
            yield tuple(await asyncio.gather(*(anext(i) for i in its)))
        except StopAsyncIteration:
            return

async def enumerate_(it, start=0):
    async for x in it:
        yield start, x
        start += 1

async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in amap(str, afilter(lambda x: x % 2, count(6)))])
    print([x async for x in chunks(count(5), 2)])
    print([x async for x in enumerate_(count(3), 10)], round(loop.time(), 2))

asyncio.run(main())
