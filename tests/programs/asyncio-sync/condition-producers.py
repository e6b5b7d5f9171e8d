"""A bounded buffer with two conditions on one lock, several producers and consumers."""
import asyncio

class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = asyncio.Lock()
        self.not_full, self.not_empty = asyncio.Condition(self.lock), asyncio.Condition(self.lock)
    async def put(self, x):
        async with self.not_full:
            await self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            self.not_empty.notify()
    async def get(self):
        async with self.not_empty:
            await self.not_empty.wait_for(lambda: self.items)
            x = self.items.pop(0)
            self.not_full.notify()
            return x

async def producer(buf, name, n):
    for i in range(n):
        await buf.put(f'{name}{i}')
        await asyncio.sleep(0.1)

async def consumer(buf, n, delay, out):
    for _ in range(n):
        out.append((await buf.get(), round(asyncio.get_running_loop().time(), 2)))
        await asyncio.sleep(delay)

async def main():
    buf, out = Buffer(2), []
    async with asyncio.TaskGroup() as tg:
        for n in 'ab':
            tg.create_task(producer(buf, n, 4))
        for d in (0.3, 0.2):
            tg.create_task(consumer(buf, 4, d, out))
    print(*out, sep='\n')
    print(buf.items, buf.lock.locked())

asyncio.run(main())
