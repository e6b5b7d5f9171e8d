# gather of nothing, of the same, of gathers; shields.
import asyncio

async def c(n, d=0, e=None):
    await asyncio.sleep(d)
    if e:
        raise e
    return n

async def main():
    print(await asyncio.gather(), await asyncio.gather(c(1), c(2, 0.1)))
    co = c(1)
    print(await asyncio.gather(co, co))
    t1 = asyncio.create_task(c('slow', 2))
    try:
        await asyncio.gather(t1, c('bad', 0.1, ValueError('v')), c('bad2', 0.2, KeyError('k')))
    except ValueError as e:
        print('V', e, t1.done())
    print(await t1)
    g = asyncio.gather(c(1), c(2))
    print(type(g).__name__, repr(g)[:25], isinstance(g, asyncio.Future))
    print(await g, g.done(), g.result())
    try:
        await asyncio.gather(1, c(2))
    except TypeError as e:
        print(e)
    inner = asyncio.gather(c(1, 5), c(2, 5))
    outer = asyncio.gather(inner, c(3))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print(inner.cancelled(), outer.cancelled())
    f = asyncio.get_running_loop().create_future()
    g = asyncio.gather(f, return_exceptions=True)
    f.set_exception(KeyError('q'))
    print(await g)
    g = asyncio.gather(c(1, 1), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel()
    try:
        print(await g)
    except asyncio.CancelledError:
        print('still cancelled', g.cancelled())

    async def stub():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return 'ignored'
    g = asyncio.gather(stub(), c(1, 10))
    await asyncio.sleep(0)
    g.cancel('gm')
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print('cc', e.args, g.cancelled(), g.done())
    g = asyncio.gather(c(1))
    g.add_done_callback(lambda f: print('cb', f.result()))
    await g
    await asyncio.sleep(0)
    s = asyncio.shield(c(4, 0.1))
    print(await s)
    f = asyncio.get_running_loop().create_future()
    s = asyncio.shield(f)
    s.cancel()
    f.set_exception(ValueError('late'))
    await asyncio.sleep(0)
    del f
    print('x')
    t = asyncio.create_task(c(1, 0, RuntimeError('r')))
    s = asyncio.shield(t)
    try:
        await s
    except RuntimeError as e:
        print(e)
    loop = asyncio.get_running_loop()
    try:
        loop.run_until_complete(c(1))
    except RuntimeError as e:
        print(e)
asyncio.run(main())
try:
    asyncio.gather()
except Exception as e:
    print(type(e).__name__, e)
