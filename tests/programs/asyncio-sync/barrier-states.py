# A barrier that trips, breaks and is reset.
import asyncio

async def main():
    b = asyncio.Barrier(3)
    print(repr(b).split('[')[1], b.parties, b.n_waiting, b.broken)

    async def w(n, d):
        await asyncio.sleep(d)
        try:
            i = await b.wait()
            print(n, 'pos', i)
            return i
        except asyncio.BrokenBarrierError as e:
            print(n, 'broken', e)
            return -1
    print(await asyncio.gather(*(w(i, i * 0.1) for i in range(3))))
    t = [asyncio.create_task(w(i, 0)) for i in range(2)]
    await asyncio.sleep(0.1)
    print(b.n_waiting, repr(b).split('[')[1])
    await b.abort()
    print(await asyncio.gather(*t), b.broken, repr(b).split('[')[1])
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print('BB', e)
    await b.reset()
    print(b.broken)
    t = [asyncio.create_task(w(i, 0)) for i in range(2)]
    await asyncio.sleep(0.1)
    t[0].cancel()
    await asyncio.sleep(0.1)
    print(b.n_waiting, b.broken)
    await b.reset()
    print(await asyncio.gather(*t, return_exceptions=True))
    async with asyncio.Barrier(1) as pos:
        print(pos)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    t = [asyncio.create_task(w(i, 0)) for i in range(7)]
    await asyncio.sleep(0.1)
    print(b.n_waiting)
    for x in t:
        x.cancel()
    await asyncio.gather(*t, return_exceptions=True)
    b2 = asyncio.Barrier(2)

    async def to():
        try:
            await asyncio.wait_for(b2.wait(), 1)
        except TimeoutError:
            print('TO', b2.broken, b2.n_waiting)
    await to()
    print(await asyncio.gather(b2.wait(), b2.wait()))
asyncio.run(main())
