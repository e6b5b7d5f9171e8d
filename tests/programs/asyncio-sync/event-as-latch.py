"""Events as latches, gates and one-shot signals."""
import asyncio

class Latch:
    def __init__(self, n): self.n, self.event = n, asyncio.Event()
    def down(self):
        self.n -= 1
        if self.n == 0:
            self.event.set()
    async def wait(self): await self.event.wait()

async def worker(i, latch, start, log):
    await start.wait()
    await asyncio.sleep(i)
    log.append(i)
    latch.down()

async def main():
    loop = asyncio.get_running_loop()
    latch, start, log = Latch(3), asyncio.Event(), []
    ts = [asyncio.create_task(worker(i, latch, start, log)) for i in (3, 1, 2)]
    await asyncio.sleep(1)
    print(log)
    start.set()
    await latch.wait()
    print(log, loop.time(), [t.done() for t in ts])
    gate = asyncio.Event()
    passed = []
    async def visitor(n):
        await asyncio.sleep(n / 10)
        await gate.wait()
        passed.append((n, round(loop.time(), 2)))
    vs = [asyncio.create_task(visitor(n)) for n in range(6)]
    base = loop.time()
    for pause in (0.25, 0.1, 0.2):
        await asyncio.sleep(pause)
        gate.set() if not gate.is_set() else gate.clear()
    await asyncio.wait(vs, timeout=1)
    print([n for n, _ in passed])

asyncio.run(main())
