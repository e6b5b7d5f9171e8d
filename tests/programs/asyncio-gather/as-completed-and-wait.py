# as_completed and wait with errors and timeouts.
import asyncio

async def v(n, d):
    await asyncio.sleep(d)
    if n < 0:
        raise ValueError(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    for f in asyncio.as_completed([v(3, 0.3), v(1, 0.1), v(-2, 0.2)]):
        try:
            print(await f, loop.time())
        except ValueError as e:
            print('E', e)
    try:
        for f in asyncio.as_completed([v(1, 0.1), v(2, 5)], timeout=1):
            print(await f)
    except TimeoutError as e:
        print('T', repr(e), loop.time())
    t = asyncio.create_task(v(7, 0.1))
    print([await f for f in asyncio.as_completed([t, t, t])])
    for bad in (5, v(1, 0), t):
        try:
            list(asyncio.as_completed(bad))
        except TypeError as e:
            print(e)
        if hasattr(bad, 'close'):
            bad.close()
    print(list(asyncio.as_completed([])))
    it = asyncio.as_completed([v(1, 0.2), v(2, 0.1)])
    fs = list(it)
    print(len(fs))
    print(await fs[1], await fs[0])
    done, pend = await asyncio.wait([asyncio.create_task(v(i, i)) for i in (1, 2, 3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend))
    done, pend = await asyncio.wait(pend | {asyncio.create_task(v(-1, 0.5))}, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pend), [repr(d.exception()) for d in done])
    done, pend = await asyncio.wait(pend, timeout=0)
    print(len(done), len(pend))
    for a, k in ((([],), {}), (([t],), {'return_when': 'x'}), ((t,), {}), ((v(1, 0),), {})):
        try:
            await asyncio.wait(*a, **k)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.wait([v(1, 1)])
    except TypeError as e:
        print(e)
    for p in pend:
        p.cancel()
    done, _ = await asyncio.wait(pend)
    print([d.cancelled() for d in done])

    async def waiter():
        await asyncio.wait([x])
    x = asyncio.create_task(v(1, 5))
    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    w.cancel()
    await asyncio.gather(w, return_exceptions=True)
    print(x.done(), x._callbacks)
    x.cancel()
asyncio.run(main())
