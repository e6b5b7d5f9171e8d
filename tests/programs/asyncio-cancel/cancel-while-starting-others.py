"""Cancelling a task that has just made tasks of its own."""
import asyncio

async def child(n, log):
    try:
        await asyncio.sleep(n)
        log.append(f'child {n} done')
    except asyncio.CancelledError:
        log.append(f'child {n} cancelled')
        raise

async def plain(log):
    kids = [asyncio.create_task(child(n, log)) for n in (1, 2)]
    await asyncio.gather(*kids)

async def grouped(log):
    async with asyncio.TaskGroup() as tg:
        for n in (1, 2):
            tg.create_task(child(n, log))

async def loose(log):
    log.append([asyncio.create_task(child(n, log)) for n in (1, 2)])
    await asyncio.sleep(5)

async def main():
    for f in (plain, grouped, loose):
        for when in (0, 1.5):
            log = []
            t = asyncio.create_task(f(log))
            await asyncio.sleep(when)
            t.cancel()
            await asyncio.wait([t])
            await asyncio.sleep(3)
            print(f.__name__, when, [x for x in log if isinstance(x, str)], t.cancelled())

asyncio.run(main())
