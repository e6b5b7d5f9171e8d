# Locks, semaphores and conditions whose waiters are cancelled at the worst moment.
import asyncio
async def main():
    # fairness under cancellation
    for cls in (asyncio.Lock, lambda: asyncio.Semaphore(1), lambda: asyncio.BoundedSemaphore(1), lambda: asyncio.Semaphore(2)):
        for victim in range(4):
            for when in ('before', 'at_release', 'after'):
                l = cls(); log = []
                async def w(n):
                    try:
                        async with l:
                            log.append('+%d' % n); await asyncio.sleep(.1)
                        log.append('-%d' % n)
                    except asyncio.CancelledError: log.append('c%d' % n)
                ts = [asyncio.create_task(w(i)) for i in range(4)]
                await asyncio.sleep(.05)
                if when == 'before': ts[victim].cancel()
                await asyncio.sleep(.05)
                if when == 'at_release': ts[victim].cancel()
                await asyncio.sleep(0)
                if when == 'after': ts[victim].cancel()
                await asyncio.sleep(1)
                print(victim, when, log, l.locked())
    # condition
    for victim in range(3):
        for n in (1, 2):
            c = asyncio.Condition(); log = []
            async def w(i):
                try:
                    async with c:
                        await c.wait(); log.append(i)
                except asyncio.CancelledError: log.append(('c', i, c.locked()))
            ts = [asyncio.create_task(w(i)) for i in range(3)]
            await asyncio.sleep(.1)
            async with c:
                c.notify(n)
                ts[victim].cancel()
            await asyncio.sleep(.1)
            log.append('|')
            async with c: c.notify_all()
            await asyncio.sleep(.1)
            print(victim, n, log, c.locked())
            for t in ts: t.cancel()
    c = asyncio.Condition()
    for f in (c.notify, c.notify_all):
        try: f()
        except RuntimeError as e: print(e)
    try: await c.wait()
    except RuntimeError as e: print(e)
    for o in (asyncio.Lock(), asyncio.BoundedSemaphore(1), c):
        try: o.release()
        except (RuntimeError, ValueError) as e: print(type(e).__name__, e)
    for o in (asyncio.Lock(), asyncio.Semaphore(1), c):
        try:
            with o: pass
        except Exception as e: print(type(e).__name__, e)
    s = asyncio.Semaphore(0)
    ts = [asyncio.create_task(s.acquire()) for _ in range(3)]
    await asyncio.sleep(0); s.release(); s.release(); ts[0].cancel(); await asyncio.sleep(0)
    print([t.done() for t in ts], s); await asyncio.sleep(0); print([t.done() for t in ts], s, s.locked())
    s.release(); s.release(); await asyncio.sleep(0); print(s, s._value)
    e = asyncio.Event(); ts = [asyncio.create_task(e.wait()) for _ in range(2)]; await asyncio.sleep(0); e.set(); e.clear(); await asyncio.sleep(0); print([t.done() for t in ts], e)
    await asyncio.sleep(0); print([t.done() for t in ts])
    b = asyncio.Barrier(2)
    t = asyncio.create_task(b.wait()); await asyncio.sleep(0); print(b, b.parties, b.n_waiting, b.broken); t.cancel(); await asyncio.sleep(0); print(b)
    await asyncio.sleep(0); print(b.broken)
    t = asyncio.create_task(b.wait()); await asyncio.sleep(0); await b.abort(); 
    try: await t
    except asyncio.BrokenBarrierError as ex: print(repr(ex))
    try: await b.wait()
    except asyncio.BrokenBarrierError as ex: print(repr(ex))
    await b.reset(); print(b); print(await asyncio.gather(b.wait(), b.wait())); print(b)
    async with asyncio.timeout(1):
        async def bw():
            async with b as pos: return pos
        print(await asyncio.gather(bw(), bw()))
asyncio.run(main())
