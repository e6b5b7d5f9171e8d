"""Periodic jobs without drift, a job queue by time, and stopping them."""
import asyncio
import heapq
import itertools

async def every(seconds, func, *, times=None):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n in itertools.count(1) if times is None else range(1, times + 1):
        await func(n)
        await asyncio.sleep(max(0, start + n * seconds - loop.time()))

class Scheduler:
    def __init__(self): self.heap = []; self.seq = itertools.count(); self.wake = asyncio.Event()
    def at(self, when, func, *args):
        heapq.heappush(self.heap, (when, next(self.seq), func, args))
        self.wake.set()
    async def run(self):
        loop = asyncio.get_running_loop()
        while True:
            self.wake.clear()
            if not self.heap:
                await self.wake.wait()
                continue
            when = self.heap[0][0]
            try:
                await asyncio.wait_for(self.wake.wait(), when - loop.time())
            except asyncio.TimeoutError:
                pass
            while self.heap and self.heap[0][0] <= loop.time():
                _, _, func, args = heapq.heappop(self.heap)
                func(*args)

async def main():
    loop = asyncio.get_running_loop()
    log = []
    async def job(n):
        log.append((n, round(loop.time(), 3)))
        await asyncio.sleep(0.3 if n == 2 else 0.1)
    await every(0.25, job, times=5)
    print(log, round(loop.time(), 3))
    s = Scheduler()
    t = asyncio.create_task(s.run())
    out = []
    base = loop.time()
    def note(x): out.append((x, round(loop.time() - base, 2)))
    s.at(base + 2, note, 'two')
    await asyncio.sleep(0.5)
    s.at(base + 1, note, 'one')
    s.at(base + 1, note, 'one again')
    await asyncio.sleep(2)
    s.at(loop.time() - 1, note, 'overdue')
    await asyncio.sleep(0.1)
    t.cancel()
    print(out, await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
