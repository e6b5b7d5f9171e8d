"""Mapping with limits: as results come, in order, with errors collected."""
import asyncio

async def fetch(n):
    await asyncio.sleep((5 - n) / 10)
    if n == 2:
        raise ValueError(n)
    return n * 10

async def as_they_come(items, limit):
    pending, items = set(), iter(items)
    while True:
        while len(pending) < limit and (n := next(items, None)) is not None:
            pending.add(asyncio.create_task(fetch(n), name=f'fetch-{n}'))
        if not pending:
            return
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for t in sorted(done, key=asyncio.Task.get_name):
            yield t.get_name(), t.exception() or t.result()

async def in_order(items, limit):
    sem = asyncio.Semaphore(limit)
    async def one(n):
        async with sem:
            return await fetch(n)
    tasks = [asyncio.create_task(one(n)) for n in items]
    for t in tasks:
        try:
            yield await t
        except ValueError as e:
            yield repr(e)

async def main():
    loop = asyncio.get_running_loop()
    async for name, r in as_they_come(range(5), 2):
        print(name, repr(r), round(loop.time(), 2))
    print([x async for x in in_order(range(5), 2)], round(loop.time(), 2))
    chunks = [range(i, i + 2) for i in (0, 3)]
    print([await asyncio.gather(*map(fetch, c)) for c in chunks], round(loop.time(), 2))

asyncio.run(main())
