# A tour, as tutorials give it: every lock once.
import asyncio
async def worker(sem, n):
    async with sem:
        print('start', n); await asyncio.sleep(1); print('end', n)
async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(sem, i) for i in range(5)))
    print(sem, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    ev = asyncio.Event()
    async def waiter(n): await ev.wait(); print('ev', n)
    ts = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0); print(ev); ev.set(); await asyncio.gather(*ts); print(ev)
    cond = asyncio.Condition(); items = []
    async def cons(n):
        async with cond:
            await cond.wait_for(lambda: items); print(n, items.pop())
    ts = [asyncio.create_task(cons(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with cond: items.extend('ab'); cond.notify_all(); print(cond)
    await asyncio.gather(*ts)
    bar = asyncio.Barrier(2)
    async def hit(n): r = await bar.wait(); print('bar', n, r)
    await asyncio.gather(hit(1), hit(2))
    try: cond.notify()
    except RuntimeError as e: print(e)
asyncio.run(main())
