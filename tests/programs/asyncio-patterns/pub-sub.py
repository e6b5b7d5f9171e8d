"""Publish and subscribe with topics, slow subscribers and back-pressure."""
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager

class Broker:
    def __init__(self): self.topics = defaultdict(list); self.dropped = 0
    @asynccontextmanager
    async def subscribe(self, topic, size=2):
        q = asyncio.Queue(size)
        self.topics[topic].append(q)
        try:
            yield q
        finally:
            self.topics[topic].remove(q)
    async def publish(self, topic, msg, wait=False):
        for q in list(self.topics[topic]):
            if wait:
                await q.put(msg)
            else:
                try:
                    q.put_nowait(msg)
                except asyncio.QueueFull:
                    self.dropped += 1

async def subscriber(broker, topic, name, delay, log, n):
    async with broker.subscribe(topic) as q:
        for _ in range(n):
            msg = await q.get()
            log.append(f'{name}:{msg}')
            await asyncio.sleep(delay)

async def main():
    broker = Broker()
    log = []
    fast = asyncio.create_task(subscriber(broker, 'news', 'fast', 0, log, 6))
    slow = asyncio.create_task(subscriber(broker, 'news', 'slow', 1, log, 4))
    await asyncio.sleep(0)
    for i in range(6):
        await broker.publish('news', i)
        await asyncio.sleep(0.1)
    await fast
    print(log, broker.dropped)
    for i in range(6, 8):
        await broker.publish('news', i, wait=True)
    done, pending = await asyncio.wait([slow], timeout=5)
    print(log, len(pending), asyncio.get_running_loop().time())
    print({k: len(v) for k, v in broker.topics.items()})

asyncio.run(main())
