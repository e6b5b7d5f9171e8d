"""A circuit breaker, a cache that computes once, and request coalescing."""
import asyncio

class Breaker:
    def __init__(self, limit, pause): self.limit, self.pause, self.failures, self.until = limit, pause, 0, 0
    async def call(self, func):
        loop = asyncio.get_running_loop()
        if loop.time() < self.until:
            raise RuntimeError('open')
        try:
            r = await func()
        except OSError:
            self.failures += 1
            if self.failures >= self.limit:
                self.until = loop.time() + self.pause
                self.failures = 0
            raise
        self.failures = 0
        return r

class Cache:
    def __init__(self, load, ttl): self.load, self.ttl, self.futures, self.loads = load, ttl, {}, 0
    async def get(self, key):
        fut = self.futures.get(key)
        if fut is None:
            self.loads += 1
            fut = self.futures[key] = asyncio.ensure_future(self.load(key))
            fut.add_done_callback(lambda f: self.expire(key))
        return await asyncio.shield(fut)
    def expire(self, key):
        asyncio.get_running_loop().call_later(self.ttl, self.futures.pop, key, None)

async def load(key):
    await asyncio.sleep(1)
    return key * 2

async def main():
    loop = asyncio.get_running_loop()
    b = Breaker(2, 5)
    async def bad(): raise OSError('down')
    async def good(): return 'up'
    for f, pause in ((bad, 1), (bad, 1), (good, 3), (good, 2), (good, 0)):
        try:
            print(loop.time(), await b.call(f))
        except (OSError, RuntimeError) as e:
            print(loop.time(), repr(e))
        await asyncio.sleep(pause)
    c = Cache(load, 2)
    t = asyncio.create_task(c.get('x'))
    await asyncio.sleep(0.5)
    t.cancel()
    print(await asyncio.gather(c.get('x'), c.get('y'), c.get('x')), c.loads)
    await asyncio.sleep(1)
    print(await c.get('x'), c.loads)
    await asyncio.sleep(3)
    print(await c.get('x'), c.loads)

asyncio.run(main())
