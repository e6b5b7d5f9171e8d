# Asynchronous context managers and stacks of them.
import asyncio
from contextlib import *

@asynccontextmanager
async def res(n, fail=False):
    print('open', n)
    try:
        yield n
    except Exception as e:
        print('err in', n, repr(e))
        if fail:
            raise RuntimeError('conv') from e
        raise
    finally:
        await asyncio.sleep(0)
        print('close', n)

class AC:

    async def __aenter__(self):
        print('AE')
        return self

    async def __aexit__(self, t, v, tb):
        print('AX', t)
        return t is KeyError

@asynccontextmanager
async def noyield():
    if 0:
        yield

@asynccontextmanager
async def twice():
    yield 1
    yield 2

async def main():
    async with res(1) as a, res(2) as b:
        print(a, b)
    try:
        async with res(3, True):
            raise ValueError('v')
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    async with AC():
        raise KeyError
    for cm in (noyield, twice):
        try:
            async with cm():
                pass
        except RuntimeError as e:
            print(e)

    @res('deco')
    async def fn(x):
        return x
    print(await fn(5))
    async with AsyncExitStack() as s:
        for i in range(3):
            await s.enter_async_context(res(i))
        s2 = s.pop_all()
    await s2.aclose()

    class Closer:

        async def aclose(self):
            print('aclosed')
    async with aclosing(Closer()) as c:
        print(type(c).__name__)
    async with nullcontext(7) as n:
        print(n)
    try:
        async with AsyncExitStack() as s:
            await s.enter_async_context(object())
    except TypeError as e:
        print(e)

    async def agen():
        async with res('gen'):
            yield 1
            yield 2
    async for x in agen():
        print(x)
        break
    print(AbstractAsyncContextManager in AC.__mro__, issubclass(AC, AbstractAsyncContextManager))
    try:
        async with res('c'):
            asyncio.current_task().cancel()
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled out')
asyncio.run(main())
