import asyncio, contextvars

v = contextvars.ContextVar('v', default=0)

async def child(n):
    v.set(v.get() + n)
    await asyncio.sleep(0)
    return v.get()

async def main():
    v.set(10)
    a, b = await asyncio.gather(child(1), child(2))
    print(a, b, v.get())
    ctx = contextvars.copy_context()
    t = asyncio.create_task(child(5), context=ctx)
    await t
    print(ctx[v], v.get(), v in ctx)
    tok = v.set(99)
    print(tok.old_value, v.get())
    v.reset(tok)
    print(v.get())
    loop = asyncio.get_running_loop()
    ctx.run(lambda: loop.call_soon(lambda: print('soon', v.get())))
    await asyncio.sleep(0)
    class Box:
        def __init__(self): self.fut = loop.create_future()
        def __await__(self): return (yield from self.fut)
    box = Box()
    loop.call_later(1, box.fut.set_result, 'boxed')
    print(await box)
    class Box2(Box):
        def __await__(self): return self.fut.__await__()
    box = Box2()
    loop.call_later(1, box.fut.set_result, 'boxed2')
    print(await box)
    class MyTask(asyncio.Task):
        def __init__(self, *a, **k):
            super().__init__(*a, **k)
            self.mine = 1
    loop.set_task_factory(lambda loop, coro, **k: MyTask(coro, loop=loop, **k))
    t = asyncio.create_task(child(1), name='mine')
    print(type(t).__name__, t.get_name(), await t, t.mine)
    loop.set_task_factory(None)
    try:
        await asyncio.sleep('x')
    except TypeError as e:
        print(e)

asyncio.run(main())
