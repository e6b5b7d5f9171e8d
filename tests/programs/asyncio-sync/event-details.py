"""asyncio.Event: set, clear, waiters in order, cleared before they run."""
import asyncio

async def waiter(name, ev, log):
    log.append((name, await ev.wait(), ev.is_set()))

async def main():
    ev = asyncio.Event()
    print(ev.is_set(), str(ev).split('[')[1])
    log = []
    ts = [asyncio.create_task(waiter(n, ev, log)) for n in 'abc']
    await asyncio.sleep(0)
    print(str(ev).split('[')[1])
    ev.set()
    ev.clear()
    print('set and cleared', ev.is_set())
    await asyncio.wait(ts)
    print(log)
    log.clear()
    ev.set()
    ev.set()
    await waiter('at once', ev, log)
    print(log, str(ev).split('[')[1])
    ev.clear()
    t = asyncio.create_task(waiter('late', ev, log))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(len(ev._waiters))
    ts = [asyncio.create_task(waiter(n, ev, log)) for n in 'de']
    await asyncio.sleep(0)
    ts[0].cancel()
    ev.set()
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts], log[1:])
    try:
        async with ev:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

asyncio.run(main())
