# A condition's waiters that are cancelled, and what the error then says.
import asyncio
# behaviour of conditions when cancelled: messages, identity, lost notifications
async def main():
    for hold in (0, 1):
        c = asyncio.Condition()
        async def w():
            async with c:
                try: await c.wait()
                except asyncio.CancelledError as e: print('in', e.args, e.__context__); raise
        t = asyncio.create_task(w()); await asyncio.sleep(0)
        if hold:
            await c.acquire()
        t.cancel('m1'); await asyncio.sleep(0)
        if hold:
            print(t); t.cancel('m2'); await asyncio.sleep(0); print(t); c.release()
        try: await t
        except asyncio.CancelledError as e: print(e.args, c.locked())
    # notified and cancelled while it waits for the lock
    c = asyncio.Condition()
    out = []
    async def v(n):
        try:
            async with c:
                await c.wait(); out.append(n)
        except asyncio.CancelledError as e: out.append(('c', n, e.args))
    ts = [asyncio.create_task(v(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with c:
        c.notify(1); await asyncio.sleep(0); await asyncio.sleep(0); ts[0].cancel('late'); await asyncio.sleep(0)
    await asyncio.sleep(.1); print(out, c)
    async with c: c.notify_all()
    await asyncio.sleep(.1); print(out, c)
    # semaphore / lock / event cancel messages
    for make, wait in ((asyncio.Lock, 'acquire'), (lambda: asyncio.Semaphore(1), 'acquire'), (asyncio.Event, 'wait'), (asyncio.Queue, 'get'), (lambda: asyncio.Barrier(2), 'wait')):
        o = make()
        if wait == 'acquire': await o.acquire()
        t = asyncio.create_task(getattr(o, wait)()); await asyncio.sleep(0); t.cancel('msg')
        try: await t
        except asyncio.CancelledError as e: print(type(o).__name__, e.args, o)
asyncio.run(main())
