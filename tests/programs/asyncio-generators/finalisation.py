# Asynchronous generators that are left, closed, cancelled and dropped.
import asyncio, gc

async def ag(name):
    try:
        for i in range(5):
            await asyncio.sleep(0.1)
            yield i
    except GeneratorExit:
        print('GE', name)
        raise
    except asyncio.CancelledError:
        print('CE', name)
        raise
    finally:
        await asyncio.sleep(0.1)
        print('fin', name)

async def main():
    async for x in ag('break'):
        if x == 1:
            break
    print('after break')
    await asyncio.sleep(0.5)
    g = ag('close')
    print(await anext(g))
    await g.aclose()
    print('closed')
    await g.aclose()
    g = ag('del')
    await anext(g)
    del g
    await asyncio.sleep(0.2)
    print('deleted')
    g = ag('throw')
    await anext(g)
    try:
        await g.athrow(ValueError, 'v')
    except ValueError as e:
        print('V', e)

    async def consume():
        async for x in ag('cancel'):
            pass
    t = asyncio.create_task(consume())
    await asyncio.sleep(0.15)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')

    async def ignore():
        try:
            yield 1
        finally:
            yield 2
    g = ignore()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    g = ag('unstarted')
    await g.aclose()
    print('u')
    try:
        await anext(g)
    except StopAsyncIteration:
        print('SAI')

    async def err():
        yield 1
        raise StopAsyncIteration
    try:
        async for x in err():
            print(x)
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    global keep
    keep = ag('kept')
    await anext(keep)
    a = ag('running')
    n1 = asyncio.create_task(anext(a).__await__() and a.__anext__().__await__() and asyncio.sleep(0))
    await n1
asyncio.run(main())
print('end')
