# Cancellation before the start, twice, in finally, of gather and shield.
import asyncio

async def main():

    async def inner():
        return 5

    async def outer(t):
        try:
            return await t
        except asyncio.CancelledError as e:
            print('outer cancelled', e.args)
            raise
    t = asyncio.create_task(inner())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(0)
    print(t.done(), o.done())
    print(o.cancel('late'))
    try:
        print(await o)
    except asyncio.CancelledError as e:
        print('C', e.args)

    async def sleeper():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('s', e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(1)
            return 'survived'
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    t.cancel('a')
    t.cancel('b')
    try:
        print(await t)
    except asyncio.CancelledError as e:
        print('got', e.args)
    print(t.cancelling(), t.cancelled(), t)

    async def never():
        print('never')
    t = asyncio.create_task(never())
    t.cancel('x')
    try:
        await t
    except asyncio.CancelledError as e:
        print('pre', e.args)

    async def selfc():
        asyncio.current_task().cancel()
        return 'done'
    t = asyncio.create_task(selfc())
    r = await asyncio.gather(t, return_exceptions=True)
    print(r, t.cancelled())

    async def unc():
        me = asyncio.current_task()
        me.cancel()
        print(me.cancelling())
        print(me.uncancel())
        try:
            await asyncio.sleep(0.1)
            print('slept')
        except asyncio.CancelledError:
            print('still cancelled')
    await asyncio.gather(asyncio.create_task(unc()), return_exceptions=True)

    async def fin():
        try:
            await asyncio.sleep(5)
        finally:
            print('finally')
            await asyncio.sleep(1)
            print('after finally')
    t = asyncio.create_task(fin())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0.5)
    print('second', t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print('done')

    async def child(n):
        try:
            await asyncio.sleep(n)
        except asyncio.CancelledError:
            print('child', n)
            raise
    g = asyncio.gather(child(1), child(2))
    await asyncio.sleep(0)
    print(g.cancel('gmsg'))
    try:
        await g
    except asyncio.CancelledError as e:
        print('g', e.args, g.cancelled(), g)
    c1 = asyncio.create_task(child(1))
    g = asyncio.gather(c1, child(0.5))
    await asyncio.sleep(0)
    c1.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print('gc', e.args, g.cancelled())
    c1 = asyncio.create_task(child(1))
    g = asyncio.gather(c1, child(0.5), return_exceptions=True)
    await asyncio.sleep(0)
    c1.cancel('m')
    print(await g)
    inner_t = asyncio.create_task(child(3))

    async def sh():
        try:
            await asyncio.shield(inner_t)
        except asyncio.CancelledError:
            print('shield cancelled', inner_t.done())
            raise
    s = asyncio.create_task(sh())
    await asyncio.sleep(0)
    s.cancel()
    await asyncio.gather(s, return_exceptions=True)
    inner_t.cancel()
    await asyncio.gather(inner_t, return_exceptions=True)
asyncio.run(main())
