"""Async comprehensions, nested and with awaits, and async generator expressions."""
import asyncio

async def numbers(n, delay=0.1):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i

async def double(x):
    await asyncio.sleep(0)
    return 2 * x

async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in numbers(3)], loop.time())
    print([await double(x) async for x in numbers(3) if x], loop.time())
    print({x async for x in numbers(3)}, {x: await double(x) async for x in numbers(2)})
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    print([(x, y) async for x in numbers(2) for y in 'ab'])
    print([(x, y) for y in 'ab' async for x in numbers(2)])
    g = (await double(x) for x in range(3))
    print(type(g).__name__, [x async for x in g])
    g = (x async for x in numbers(5))
    async for x in g:
        if x == 2:
            break
    await g.aclose()
    print('closed', [x async for x in g])
    print(all([x < 3 async for x in numbers(3)]), max([x async for x in numbers(4)]))
    async def collect(agen):
        return [x async for x in agen]
    print(await asyncio.gather(collect(numbers(3, 1)), collect(numbers(2, 1.5))), round(loop.time(), 3))
    f = lambda: (x async for x in numbers(2))
    print([x async for x in f()])

asyncio.run(main())
