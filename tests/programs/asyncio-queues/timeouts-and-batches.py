"""get with timeouts, batching by size and time, and draining."""
import asyncio

async def batches(q, size, seconds):
    loop = asyncio.get_running_loop()
    while True:
        batch = [await q.get()]
        end = loop.time() + seconds
        while len(batch) < size:
            try:
                batch.append(await asyncio.wait_for(q.get(), end - loop.time()))
            except asyncio.TimeoutError:
                break
        if None in batch:
            yield [x for x in batch if x is not None]
            return
        yield batch

async def producer(q):
    for i, pause in enumerate((0.1, 0.1, 0.1, 1, 0.1, 2, 0)):
        await q.put(i)
        await asyncio.sleep(pause)
    await q.put(None)

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()
    p = asyncio.create_task(producer(q))
    async for b in batches(q, 3, 0.5):
        print(f'{loop.time():.2f}', b)
    await p
    for t in (0, 0.5):
        try:
            await asyncio.wait_for(q.get(), t)
        except asyncio.TimeoutError:
            print('timeout', t, len(q._getters))
    q.put_nowait('x')
    print(q.get_nowait())
    def drain(q):
        out = []
        while not q.empty():
            out.append(q.get_nowait())
        return out
    for i in range(5):
        q.put_nowait(i)
    print(drain(q), q.empty())

asyncio.run(main())
