"""A token bucket and a sliding window limit calls per second."""
import asyncio
from collections import deque

class TokenBucket:
    def __init__(self, rate, size):
        self.rate, self.size, self.tokens = rate, size, size
        self.updated = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()
    async def take(self):
        async with self.lock:
            loop = asyncio.get_running_loop()
            while True:
                now = loop.time()
                self.tokens = min(self.size, self.tokens + (now - self.updated) * self.rate)
                self.updated = now
                if self.tokens >= 1 - 1e-9:
                    self.tokens -= 1
                    return
                await asyncio.sleep((1 - self.tokens) / self.rate)

class Window:
    def __init__(self, limit, seconds): self.limit, self.seconds, self.calls = limit, seconds, deque()
    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while len(self.calls) >= self.limit:
            wait = self.calls[0] + self.seconds - loop.time()
            if wait <= 0:
                self.calls.popleft()
            else:
                await asyncio.sleep(wait)
        self.calls.append(loop.time())
    async def __aexit__(self, *exc):
        pass

async def main():
    loop = asyncio.get_running_loop()
    bucket = TokenBucket(2, 3)
    times = []
    async def call(i):
        await bucket.take()
        times.append((i, round(loop.time(), 3)))
    await asyncio.gather(*(call(i) for i in range(7)))
    print(times)
    start = loop.time()
    w = Window(2, 1)
    times.clear()
    async def limited(i):
        async with w:
            times.append((i, round(loop.time() - start, 3)))
    await asyncio.gather(*(limited(i) for i in range(5)))
    print(times)

asyncio.run(main())
