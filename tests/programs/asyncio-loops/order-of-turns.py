# In which order what is scheduled runs.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    r = []

    async def w(n):
        for i in range(2):
            r.append((n, i))
            await asyncio.sleep(0)
    ts = [loop.create_task(w(i), name=f'w{i}') for i in range(3)]
    await asyncio.gather(*ts)
    print(r)
    f = loop.create_future()

    def cb1(_):
        r.append('cb1')
        loop.call_soon(lambda: r.append('nested'))
    f.add_done_callback(cb1)
    f.add_done_callback(lambda _: r.append('cb2'))
    r.clear()

    async def aw():
        await f
        r.append('awaiter')
    t = asyncio.create_task(aw())
    await asyncio.sleep(0)
    f.set_result(0)
    r.append('set')
    await t
    await asyncio.sleep(0)
    print(r)
    for d in (0, 0.0, -1, 1e-12):
        await asyncio.sleep(d)
    print(loop.time() < 1e-06)
    r.clear()
    loop.call_later(1, r.append, 'a')
    loop.call_later(0.5, r.append, 'b')
    loop.call_at(1, r.append, 'c')
    loop.call_soon(r.append, 'd')
    loop.call_later(0, r.append, 'e')
    h = loop.call_later(0.7, r.append, 'x')
    loop.call_later(0.6, h.cancel)
    await asyncio.sleep(2)
    print(r)

    async def deep(n):
        return n if n == 0 else await deep(n - 1) + 1
    print(await deep(200))

    async def spin(n, c):
        for _ in range(n):
            await asyncio.sleep(0)
        c.append(n)
    c = []
    await asyncio.gather(spin(3, c), spin(1, c), spin(2, c))
    print(c)
    print(await asyncio.gather(*[asyncio.sleep(i % 3, i) for i in range(6)]))
asyncio.run(main())
