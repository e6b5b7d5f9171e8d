# zip, map and islice for asynchronous iterators.
import asyncio, itertools
from contextlib import aclosing, asynccontextmanager, AsyncExitStack

async def aiter_of(xs):
    for x in xs:
        await asyncio.sleep(0)
        yield x

async def azip(*its):
    its = [aiter(i) for i in its]
    try:
        while True:
            yield tuple([await anext(i) for i in its])
    except StopAsyncIteration:
        return
    finally:
        for i in its:
            if hasattr(i, 'aclose'):
                await i.aclose()

async def tee(it, n=2):
    pass

class borrow:

    def __init__(self, it):
        self.it = it

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.it.__anext__()

async def amap(f, *its):
    async for args in azip(*its):
        r = f(*args)
        yield (await r if hasattr(r, '__await__') else r)

async def islice(it, n):
    async with aclosing(it) as it:
        if n <= 0:
            return
        i = 0
        async for x in it:
            yield x
            i += 1
            if i >= n:
                return

async def count():
    try:
        for i in itertools.count():
            yield i
    finally:
        print('count closed')

async def main():
    print([x async for x in azip(aiter_of('abc'), aiter_of(range(5)))])

    async def sq(x):
        await asyncio.sleep(0.1)
        return x * x
    print([x async for x in amap(sq, aiter_of(range(4)))])
    print([x async for x in islice(count(), 3)])
    print(await anext(aiter_of([]), 'default'))
    try:
        await anext(aiter_of([]))
    except StopAsyncIteration as e:
        print('stop', e.args)
    async with AsyncExitStack() as st:

        @asynccontextmanager
        async def c(n):
            print('enter', n)
            try:
                yield n
            except ValueError as e:
                print('caught', n, e)
                raise KeyError(n) from e
            finally:
                print('exit', n)
        await st.enter_async_context(c(1))

        async def cb(*a):
            print('cb', a)
        st.push_async_callback(cb, 1, 2)

        async def ex(t, e, tb):
            print('push', t)
            return True
        st.push_async_exit(ex)
        await st.enter_async_context(c(2))
        raise ValueError('boom')
    print('end')
    agen = aiter_of([1, 2])
    print(await agen.asend(None))
    try:
        await agen.athrow(KeyError('k'))
    except KeyError as e:
        print('athrow', e)
    print([x async for x in agen])
    g = aiter_of([1, 2, 3])
    a = g.__anext__()
    b = g.__anext__()

    async def t(x):
        return await x
    r = await asyncio.gather(t(a), t(b), return_exceptions=True)
    print(r)
    print(dict([(k, v) async for k, v in azip(aiter_of('xy'), aiter_of([1, 2]))]), {x async for x in aiter_of([3])}, [x for x in [y async for y in aiter_of([1, 2])]])
    print(sum([x async for x in aiter_of(range(10)) if x % 2]))
asyncio.run(main())
