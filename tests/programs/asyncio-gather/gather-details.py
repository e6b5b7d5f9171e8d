"""gather: order, doubles, errors, nothing, nested, of futures."""
import asyncio

async def val(x, t=0):
    await asyncio.sleep(t)
    return x

async def err(e, t=0):
    await asyncio.sleep(t)
    raise e

async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(val(1, 3), val(2, 1), val(3, 2)))
    t = asyncio.create_task(val('same'))
    print(await asyncio.gather(t, t, t))
    c = val('c')
    print(await asyncio.gather(c, c))
    r = await asyncio.gather(val(1), err(KeyError('k')), val(3), err(ValueError('v')), return_exceptions=True)
    print(r)
    slow = asyncio.create_task(val('slow', 5))
    try:
        await asyncio.gather(slow, err(ValueError('first'), 1), err(KeyError('second'), 2))
    except ValueError as e:
        print(repr(e), slow.done(), slow.cancelled())
    print(await slow, asyncio.get_running_loop().time())
    g = asyncio.gather(asyncio.gather(val(1), val(2)), asyncio.gather(val(3)))
    print(type(g).__name__, await g)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(OSError('o'))
    print(await asyncio.gather(f, return_exceptions=True))
    g = asyncio.gather(val('x', 1), val('y', 1))
    g.add_done_callback(lambda g: print('gather done', g.result()))
    await asyncio.sleep(2)
    print(g.done())
    try:
        asyncio.gather(5)
    except TypeError as e:
        print(e)
    f = asyncio.get_running_loop().create_future()
    f.cancel('c')
    print(await asyncio.gather(f, val(1), return_exceptions=True))
    try:
        await asyncio.gather(val(1, 1), err(SystemError('s')), return_exceptions=False)
    except SystemError as e:
        print(repr(e))

asyncio.run(main())
