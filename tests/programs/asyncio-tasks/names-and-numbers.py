"""Automatic names count every task that was made."""
import asyncio

async def noop():
    return asyncio.current_task().get_name()

async def main():
    print(asyncio.current_task().get_name())
    print(await asyncio.create_task(noop()))
    print(await asyncio.create_task(noop(), name='own'))
    print(await asyncio.create_task(noop()))
    print(await asyncio.gather(noop(), noop(), noop()))
    print(await asyncio.wait_for(noop(), None), await asyncio.wait_for(noop(), 1))
    print(await asyncio.shield(noop()))
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(noop()), tg.create_task(noop(), name='in group')]
    print([t.result() for t in ts])
    for f in asyncio.as_completed([noop(), noop()]):
        print(await f)
    t = asyncio.create_task(noop())
    t.set_name(42)
    print(await t, repr(t.get_name()))
    print(await asyncio.create_task(noop(), name=None))
    print(await asyncio.create_task(noop(), name=''))

asyncio.run(main())
asyncio.run(main())
