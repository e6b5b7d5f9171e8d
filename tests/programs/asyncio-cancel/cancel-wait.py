"""Cancelling asyncio.wait leaves its tasks alone."""
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    ts = {asyncio.create_task(work(n), name=str(n)) for n in (1, 2, 3)}
    w = asyncio.create_task(asyncio.wait(ts))
    await asyncio.sleep(1.5)
    w.cancel('w')
    try:
        await w
    except asyncio.CancelledError as e:
        print('wait cancelled', e.args)
    print(sorted((t.get_name(), t.done()) for t in ts))
    done, pending = await asyncio.wait(ts, timeout=1)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    for p in pending:
        p.cancel()
    done, pending = await asyncio.wait(pending or ts)
    print(sorted((t.get_name(), t.cancelled()) for t in done))

asyncio.run(main())
