"""A future, a task and a coroutine awaited by many."""
import asyncio

async def value(n):
    await asyncio.sleep(n)
    return n

async def reader(x, log, name):
    log.append((name, await x))

async def main():
    log = []
    t = asyncio.create_task(value(1))
    await asyncio.gather(*(reader(t, log, i) for i in range(4)))
    print(log, await t, await t)
    c = value(0)
    rs = await asyncio.gather(reader(c, log, 'x'), reader(c, log, 'y'), return_exceptions=True)
    print([r if r is None else str(r) for r in rs])
    f = asyncio.get_running_loop().create_future()
    rs = [asyncio.create_task(reader(f, log, n)) for n in 'pqr']
    await asyncio.sleep(0)
    rs[1].cancel()
    try:
        f.set_result('v')
    except asyncio.InvalidStateError as e:
        print('awaiting a future directly shares its cancellation:', e)
    print(await asyncio.gather(*rs, return_exceptions=True))

asyncio.run(main())
