# Channels, merged generators, shared results.
import asyncio, weakref
from collections import defaultdict

class Bus:

    def __init__(self):
        self.subs = defaultdict(list)

    def on(self, t):

        def d(f):
            self.subs[t].append(f)
            return f
        return d

    async def emit(self, t, *a):
        res = await asyncio.gather(*(f(*a) for f in self.subs[t]), return_exceptions=True)
        return res

async def main():
    b = Bus()

    @b.on('x')
    async def a(v):
        await asyncio.sleep(0.2)
        return v + 1

    @b.on('x')
    async def c(v):
        raise ValueError(v)
    print(await b.emit('x', 1), await b.emit('none'))

    class Chan:

        def __init__(self):
            self.q = asyncio.Queue()
            self.closed = False

        def __aiter__(self):
            return self

        async def __anext__(self):
            x = await self.q.get()
            if x is None:
                raise StopAsyncIteration
            return x

        async def send(self, x):
            await self.q.put(x)

        async def close(self):
            await self.q.put(None)
    ch = Chan()

    async def prod():
        for i in range(3):
            await ch.send(i)
            await asyncio.sleep(0.1)
        await ch.close()

    async def cons(n):
        return [x async for x in ch]
    print(await asyncio.gather(prod(), cons(1)))

    async def merge(*gens):
        q = asyncio.Queue()
        done = object()

        async def pump(g):
            async for x in g:
                await q.put(x)
            await q.put(done)
        ts = [asyncio.create_task(pump(g)) for g in gens]
        left = len(ts)
        try:
            while left:
                x = await q.get()
                if x is done:
                    left -= 1
                else:
                    yield x
        finally:
            for t in ts:
                t.cancel()

    async def ticker(n, d):
        for i in range(3):
            await asyncio.sleep(d)
            yield (n, i)
    print([x async for x in merge(ticker('a', 0.1), ticker('b', 0.15))])
    async for x in merge(ticker('c', 0.1), ticker('d', 0.1)):
        print(x)
        break
    cache = {}

    def memo(f):

        async def w(*a):
            if a not in cache:
                cache[a] = asyncio.ensure_future(f(*a))
            return await asyncio.shield(cache[a])
        return w
    n = 0

    @memo
    async def slow(x):
        nonlocal n
        n += 1
        await asyncio.sleep(1)
        return x * 2
    print(await asyncio.gather(*(slow(i % 2) for i in range(6))), n)
    ws = weakref.WeakSet()

    async def wk():
        await asyncio.sleep(1)
    for _ in range(3):
        ws.add(asyncio.create_task(wk()))
    print(len(ws))
    await asyncio.sleep(2)
    print(len(ws))
asyncio.run(main())
