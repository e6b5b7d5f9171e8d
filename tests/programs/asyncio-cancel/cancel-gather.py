"""Cancelling gather cancels its children; a cancelled child is an error of gather."""
import asyncio

async def child(n, t, log):
    try:
        await asyncio.sleep(t)
        return n
    except asyncio.CancelledError as e:
        log.append((n, e.args))
        raise

async def main():
    log = []
    g = asyncio.gather(child(1, 1, log), child(2, 2, log), child(3, 3, log))
    await asyncio.sleep(1.5)
    print(g.cancel('all'), g.done(), g)
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather cancelled', e.args, g.cancelled())
    print(log)

    log.clear()
    ts = [asyncio.create_task(child(n, n, log)) for n in (1, 2, 3)]
    g = asyncio.gather(*ts)
    await asyncio.sleep(0)
    ts[1].cancel('two')
    try:
        await g
    except asyncio.CancelledError as e:
        print('child cancelled', e.args, g.cancelled(), [t.done() for t in ts])
    print(await asyncio.gather(*ts, return_exceptions=True))

    log.clear()
    ts = [asyncio.create_task(child(n, n, log)) for n in (1, 2)]
    g = asyncio.gather(*ts, return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel('with exceptions')
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print('still cancelled', e.args)
    async def outer():
        await asyncio.gather(child(7, 5, log), child(8, 5, log))
    log.clear()
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel('outer')
    await asyncio.wait([t])
    print(log, t.cancelled())

asyncio.run(main())
