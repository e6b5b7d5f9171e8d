# Context variables in tasks, callbacks, threads and generators.
import asyncio, contextvars
v = contextvars.ContextVar('v')

async def child(n):
    print(n, v.get('none'))
    v.set(n)
    await asyncio.sleep(0)
    print(n, v.get())

async def main():
    v.set('main')
    await asyncio.gather(child('a'), child('b'))
    print(v.get())
    await child('direct')
    print(v.get())
    ctx = contextvars.copy_context()
    ctx.run(v.set, 'ctx')
    t = asyncio.create_task(child('t'), context=ctx)
    await t
    print(ctx[v], v.get())
    loop = asyncio.get_running_loop()

    def cb(x):
        print('cb', x, v.get())
    loop.call_soon(cb, 1)
    v.set('changed')
    loop.call_soon(cb, 2)
    loop.call_soon(cb, 3, context=ctx)
    await asyncio.sleep(0)
    f = loop.create_future()
    f.add_done_callback(lambda f: print('done', v.get()))
    v.set('later')
    f.add_done_callback(lambda f: print('done2', v.get()), context=ctx)
    f.set_result(1)
    await asyncio.sleep(0)
    print(await asyncio.to_thread(v.get))

    async def ag():
        v.set('gen')
        yield v.get()
        yield v.get()
    async for x in ag():
        print(x, v.get())
        v.set('consumer')
    async with asyncio.timeout(5):
        v.set('in')
    print(v.get())
    tok = v.set('tok')
    v.reset(tok)
    print(v.get(), tok.old_value)
    try:
        v.reset(tok)
    except RuntimeError as e:
        print(str(e)[:40])
    print(len(ctx), list(ctx.items())[0][1], v in ctx, ctx.get(v))

    def enter():
        try:
            ctx.run(ctx.run, print, 1)
        except RuntimeError as e:
            print(str(e)[:20])
    enter()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child('tg'), context=ctx)
    print(ctx[v])
asyncio.run(main())
