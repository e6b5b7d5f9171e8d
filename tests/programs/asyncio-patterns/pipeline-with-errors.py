"""A pipeline that sends bad items aside and reports them in the end."""
import asyncio

async def parse(text):
    await asyncio.sleep(0.1)
    return int(text)

async def stage(inp, out, bad, func):
    async for item in drain(inp):
        try:
            await out.put(await func(item))
        except ValueError as e:
            bad.append((item, str(e)))
    await out.put(None)

async def drain(q):
    while (x := await q.get()) is not None:
        yield x

async def main():
    a, b = asyncio.Queue(2), asyncio.Queue(2)
    bad, good = [], []
    async def feed():
        for t in ('1', 'x', '3', '', '5'):
            await a.put(t)
        await a.put(None)
    async def sink():
        async for x in drain(b):
            good.append(x)
    await asyncio.gather(feed(), stage(a, b, bad, parse), sink())
    print(good, bad, round(asyncio.get_running_loop().time(), 2))

asyncio.run(main())
