"""Several getters and putters: who is served, and in which turn."""
import asyncio

async def getter(name, q, log):
    log.append(f'{name} got {await q.get()}')

async def putter(name, q, log):
    await q.put(name)
    log.append(f'put {name}')

async def main():
    q = asyncio.Queue(1)
    log = []
    gs = [asyncio.create_task(getter(n, q, log)) for n in 'ABC']
    await asyncio.sleep(0)
    print(str(q))
    for i in range(3):
        q.put_nowait(i) if not q.full() else await q.put(i)
        log.append(f'main put {i}')
    await asyncio.wait(gs)
    print(log)
    log.clear()
    ps = [asyncio.create_task(putter(n, q, log)) for n in 'xyz']
    await asyncio.sleep(0)
    print(str(q))
    for _ in range(3):
        log.append(f'main got {q.get_nowait()}')
        await asyncio.sleep(0)
    await asyncio.wait(ps)
    print(log)
    # A newcomer may overtake a woken getter, which then waits again.
    log.clear()
    g = asyncio.create_task(getter('slow', q, log))
    await asyncio.sleep(0)
    q.put_nowait('first')
    log.append(f'stolen {q.get_nowait()}')
    await asyncio.sleep(0)
    print(log, g.done(), str(q))
    q.put_nowait('second')
    await g
    print(log)

asyncio.run(main())
