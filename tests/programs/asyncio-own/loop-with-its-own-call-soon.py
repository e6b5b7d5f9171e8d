# Loops derived from the usual one, with methods of their own.
import asyncio

class LogLoop(asyncio.SelectorEventLoop):
    n = 0

    def call_soon(self, callback, *args, context=None):
        LogLoop.n += 1
        return super().call_soon(callback, *args, context=context)

    def call_later(self, delay, cb, *a, **k):
        print('later', delay)
        return super().call_later(delay, cb, *a, **k)

async def w(n):
    await asyncio.sleep(n)
    return n

async def main():
    print(await asyncio.gather(w(1), w(0)), asyncio.get_running_loop().time())
    t = asyncio.create_task(w(3))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('c')
    f = asyncio.get_running_loop().create_future()
    f.cancel()
    f.add_done_callback(print)
    await asyncio.sleep(0)
    try:
        await f
    except asyncio.CancelledError:
        print('fc')

    async def se():
        raise SystemExit(4)
    e = asyncio.Event()
    asyncio.get_running_loop().call_soon(e.set)
    await e.wait()
    print(LogLoop.n > 8)
with asyncio.Runner(loop_factory=LogLoop) as r:
    r.run(main())

class TLoop(asyncio.SelectorEventLoop):

    def create_task(self, coro, **kw):
        print('create')
        return super().create_task(coro, **kw)

    def create_future(self):
        print('cf')
        return super().create_future()
with asyncio.Runner(loop_factory=TLoop) as r:
    print(r.run(w(1)))
