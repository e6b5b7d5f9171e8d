"""Barrier: rounds, indexes, async with, reset and abort."""
import asyncio

async def party(name, barrier, log, delay):
    await asyncio.sleep(delay)
    try:
        i = await barrier.wait()
        log.append((name, i))
    except asyncio.BrokenBarrierError as e:
        log.append((name, str(e)))

async def main():
    b = asyncio.Barrier(3)
    log = []
    print(b.parties, b.n_waiting, b.broken, str(b).split('[')[1])
    ts = [asyncio.create_task(party(n, b, log, d)) for n, d in zip('abcdef', (1, 2, 3, 3, 4, 5))]
    await asyncio.sleep(2.5)
    print(b.n_waiting, str(b).split('[')[1])
    await asyncio.wait(ts)
    print(log, asyncio.get_running_loop().time())
    log.clear()
    ts = [asyncio.create_task(party(n, b, log, 0)) for n in 'ab']
    await asyncio.sleep(1)
    await b.reset()
    await asyncio.wait(ts)
    print(log, b.broken, b.n_waiting)
    log.clear()
    ts = [asyncio.create_task(party(n, b, log, d)) for n, d in zip('abc', (0, 0, 2))]
    await asyncio.sleep(1)
    await b.abort()
    await asyncio.wait(ts)
    print(log, b.broken, str(b).split('[')[1])
    await b.reset()
    print(b.broken)
    log.clear()
    async def with_block(name):
        async with b as pos:
            log.append((name, pos))
    await asyncio.gather(*map(with_block, 'xyz'))
    print(sorted(log))
    for n in (0, -1):
        try:
            asyncio.Barrier(n)
        except ValueError as e:
            print(e)
    c = asyncio.Barrier(2)
    t = asyncio.create_task(c.wait())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(c.n_waiting, c.broken)

asyncio.run(main())
