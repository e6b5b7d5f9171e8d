"""A pool with a limit, results in order, the first error stops it."""
import asyncio

class Pool:
    def __init__(self, size): self.size = size; self.queue = asyncio.Queue()
    async def __aenter__(self):
        self.workers = [asyncio.create_task(self.work(), name=f'worker-{i}') for i in range(self.size)]
        return self
    async def work(self):
        while True:
            fut, func, args = await self.queue.get()
            try:
                if fut.cancelled():
                    continue
                result = await func(*args)
            except Exception as e:
                if not fut.cancelled():
                    fut.set_exception(e)
            else:
                if not fut.cancelled():
                    fut.set_result((asyncio.current_task().get_name(), result))
            finally:
                self.queue.task_done()
    def submit(self, func, *args):
        fut = asyncio.get_running_loop().create_future()
        self.queue.put_nowait((fut, func, args))
        return fut
    async def __aexit__(self, exc_type, exc, tb):
        if exc is None:
            await self.queue.join()
        for w in self.workers:
            w.cancel()
        print(await asyncio.gather(*self.workers, return_exceptions=True))

async def square(n, t):
    await asyncio.sleep(t)
    if n == 3:
        raise ValueError(n)
    return n * n

async def bounded_map(func, items, limit):
    sem = asyncio.Semaphore(limit)
    async def one(x):
        async with sem:
            return await func(x, x / 10)
    return await asyncio.gather(*map(one, items), return_exceptions=True)

async def main():
    loop = asyncio.get_running_loop()
    async with Pool(2) as pool:
        futs = [pool.submit(square, n, n / 10) for n in range(5)]
        for f in futs:
            try:
                print(await f, round(loop.time(), 2))
            except ValueError as e:
                print(repr(e), round(loop.time(), 2))
        dropped = pool.submit(square, 9, 1)
        dropped.cancel()
        print(await pool.submit(square, 7, 0.1))
    print(await bounded_map(square, range(6), 2), round(loop.time(), 2))

asyncio.run(main())
