"""Own awaitables: __await__ as generator, as iterator, delegating; and errors in them."""
import asyncio

class Later:
    def __init__(self, delay, value): self.delay, self.value = delay, value
    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return self.value

class Steps:
    """An iterator as awaitable: yields None n times."""
    def __init__(self, n): self.n = n
    def __await__(self): return iter(self)
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration('steps done')
        self.n -= 1

class Coro:
    def __await__(self):
        return asyncio.sleep(0, 'x')

class NotIter:
    def __await__(self):
        return 5

class Fails:
    def __await__(self):
        raise KeyError('in __await__')
        yield

class CachedProperty:
    def __init__(self): self.calls = 0; self.task = None
    async def compute(self):
        self.calls += 1
        await asyncio.sleep(1)
        return 'computed'
    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.compute())
        return self.task.__await__()

async def main():
    loop = asyncio.get_running_loop()
    print(await Later(1, 'later'), loop.time())
    ticks = []
    async def ticker():
        for i in range(4):
            ticks.append(i)
            await asyncio.sleep(0)
    t = asyncio.create_task(ticker())
    print(await Steps(3), ticks)
    await t
    for bad in (Coro(), NotIter(), Fails()):
        try:
            await bad
        except (TypeError, KeyError) as e:
            print(type(e).__name__, e)
    c = CachedProperty()
    async def use(): return await c
    print(await asyncio.gather(use(), use(), use()), c.calls)
    print(await asyncio.wait_for(Later(1, 'w'), 2), await asyncio.gather(Later(1, 'g'), Later(2, 'h')))
    try:
        await asyncio.wait_for(Later(5, 'slow'), 1)
    except asyncio.TimeoutError:
        print('timeout', loop.time())
    print(await asyncio.shield(Later(1, 's')))

asyncio.run(main())
