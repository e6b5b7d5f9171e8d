"""An async iterator over events with several subscribers, windows and merging."""
import asyncio

class Stream:
    def __init__(self): self.subscribers = []
    def subscribe(self):
        q = asyncio.Queue()
        self.subscribers.append(q)
        async def events():
            try:
                while (item := await q.get()) is not StopAsyncIteration:
                    yield item
            finally:
                self.subscribers.remove(q)
        return events()
    def send(self, item):
        for q in self.subscribers:
            q.put_nowait(item)

async def take(n, source):
    out = []
    async for x in source:
        out.append(x)
        if len(out) == n:
            break
    return out

async def merge(*sources):
    q = asyncio.Queue()
    async def pump(s):
        async for x in s:
            await q.put(x)
    async with asyncio.TaskGroup() as tg:
        left = [tg.create_task(pump(s)) for s in sources]
        while not (all(t.done() for t in left) and q.empty()):
            try:
                yield await asyncio.wait_for(q.get(), 0.5)
            except asyncio.TimeoutError:
                pass

async def every(seconds, n, name):
    for i in range(n):
        await asyncio.sleep(seconds)
        yield f'{name}{i}'

async def main():
    s = Stream()
    a = asyncio.create_task(take(2, s.subscribe()))
    b = asyncio.create_task(take(9, s.subscribe()))
    for i in range(4):
        s.send(i)
        await asyncio.sleep(0.1)
    s.send(StopAsyncIteration)
    print(await a, await b)
    print([x async for x in merge(every(1, 3, 'a'), every(0.7, 3, 'b'))])

asyncio.run(main())
