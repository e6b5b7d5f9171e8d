# A read-write lock over a condition, and a pool over futures.
import asyncio, collections

class RWLock:

    def __init__(self):
        self._r = 0
        self._w = False
        self._cond = asyncio.Condition()

    async def acquire_read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._w)
            self._r += 1

    async def release_read(self):
        async with self._cond:
            self._r -= 1
            self._cond.notify_all()

    async def acquire_write(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._w and self._r == 0)
            self._w = True

    async def release_write(self):
        async with self._cond:
            self._w = False
            self._cond.notify_all()

async def main():
    l = RWLock()
    loop = asyncio.get_running_loop()
    log = []

    async def reader(n, d):
        await asyncio.sleep(d)
        await l.acquire_read()
        log.append(('r+', n, round(loop.time(), 2)))
        await asyncio.sleep(1)
        await l.release_read()
        log.append(('r-', n))

    async def writer(n, d):
        await asyncio.sleep(d)
        await l.acquire_write()
        log.append(('w+', n, round(loop.time(), 2)))
        await asyncio.sleep(1)
        await l.release_write()
        log.append(('w-', n))
    await asyncio.gather(reader(1, 0), reader(2, 0.1), writer(1, 0.2), reader(3, 0.3), writer(2, 0.4))
    print(log)

    class Pool:

        def __init__(self, n):
            self.free = collections.deque(range(n))
            self.waiters = collections.deque()

        async def get(self):
            if self.free:
                return self.free.popleft()
            f = loop.create_future()
            self.waiters.append(f)
            try:
                return await f
            except asyncio.CancelledError:
                if f.done() and (not f.cancelled()):
                    self.put(f.result())
                else:
                    self.waiters.remove(f)
                raise

        def put(self, c):
            while self.waiters:
                f = self.waiters.popleft()
                if not f.done():
                    f.set_result(c)
                    return
            self.free.append(c)
    p = Pool(2)

    async def use(n):
        c = await p.get()
        try:
            await asyncio.sleep(1)
            print('use', n, c, loop.time())
        finally:
            p.put(c)
    ts = [asyncio.create_task(use(i)) for i in range(5)]
    await asyncio.sleep(0.5)
    ts[2].cancel()
    ts[0].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True), p.free)
asyncio.run(main())
