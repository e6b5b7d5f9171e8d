# Locks, semaphores, events and conditions whose waiters are cancelled.
import asyncio

async def main():
    l = asyncio.Lock()
    print(repr(l).split('[')[1])
    print(await l.acquire(), l.locked(), repr(l).split('[')[1])
    ws = [asyncio.create_task(l.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(repr(l).split('[')[1])
    ws[0].cancel()
    l.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.done() for w in ws], l.locked())
    l.release()
    await ws[2]
    l.release()
    try:
        l.release()
    except RuntimeError as e:
        print(e)
    try:
        with l:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
    s = asyncio.Semaphore(2)
    print(repr(s).split('[')[1])
    order = []

    async def w(n, d):
        async with s:
            order.append(n)
            await asyncio.sleep(d)
    await asyncio.gather(*(w(i, 0.3 - i * 0.05) for i in range(5)))
    print(order, s._value, s.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as e:
        print(e)
    s = asyncio.Semaphore(0)
    t1 = asyncio.create_task(s.acquire())
    t2 = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    print(repr(s).split('[')[1])
    s.release()
    t1.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t1.cancelled(), t2.done(), s._value)
    s.release()
    s.release()
    print(repr(s).split('[')[1], await s.acquire(), s._value)
    e = asyncio.Event()
    print(repr(e).split('[')[1], e.is_set())
    ws = [asyncio.create_task(e.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(repr(e).split('[')[1])
    e.set()
    e.clear()
    print(await asyncio.gather(*ws), e.is_set())
    e.set()
    print(await e.wait())
    c = asyncio.Condition()
    print(repr(c).split('[')[1])
    try:
        await c.wait()
    except RuntimeError as x:
        print(x)
    try:
        c.notify()
    except RuntimeError as x:
        print(x)

    async def cw(n):
        async with c:
            try:
                await c.wait()
                print('woken', n)
            except asyncio.CancelledError:
                print('cw cancelled', n, c.locked())
                raise
    ts = [asyncio.create_task(cw(i)) for i in range(4)]
    await asyncio.sleep(0)
    print(repr(c).split('[')[1])
    async with c:
        c.notify(2)
    await asyncio.sleep(0.01)
    ts[2].cancel()
    await asyncio.sleep(0.01)
    async with c:
        c.notify_all()
    print([str(type(x).__name__) for x in await asyncio.gather(*ts, return_exceptions=True)])
    try:
        asyncio.Condition(lock=5)
    except Exception as x:
        print(type(x).__name__)
    lk = asyncio.Lock()
    c = asyncio.Condition(lk)
    print(c._lock is lk)
    async with c:
        print(lk.locked())
    try:
        await asyncio.wait_for(c.acquire() and l.acquire(), 1)
        print('ok')
    except Exception as x:
        print(type(x).__name__)
asyncio.run(main())
