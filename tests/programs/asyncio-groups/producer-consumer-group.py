"""A group of producers and consumers; an error ends all."""
import asyncio

async def producer(q, n, bad=None):
    for i in range(n):
        await asyncio.sleep(0.1)
        if i == bad:
            raise RuntimeError(f'bad item {i}')
        await q.put(i)

async def consumer(q, out):
    try:
        while True:
            out.append(await q.get())
            q.task_done()
    except asyncio.CancelledError:
        out.append('consumer cancelled')
        raise

async def run(bad):
    q, out = asyncio.Queue(), []
    try:
        async with asyncio.TaskGroup() as tg:
            c = tg.create_task(consumer(q, out))
            async with asyncio.TaskGroup() as producers:
                producers.create_task(producer(q, 3, bad))
                producers.create_task(producer(q, 2))
            await q.join()
            c.cancel()
    except* RuntimeError as eg:
        inner = eg.exceptions[0]
        print(type(inner).__name__, inner.exceptions if isinstance(inner, ExceptionGroup) else inner)
    print(out, round(asyncio.get_running_loop().time(), 2))

asyncio.run(run(None))
asyncio.run(run(2))
