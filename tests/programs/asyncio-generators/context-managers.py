"""contextlib's asynccontextmanager, AsyncExitStack, aclosing and nullcontext."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext, AbstractAsyncContextManager

@asynccontextmanager
async def resource(name, fail=False):
    print('open', name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as e:
        print(name, 'saw', e)
        if not fail:
            raise
    finally:
        await asyncio.sleep(0)
        print('close', name)

async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        print('ticks closed')

@resource('deco')
async def decorated(x):
    print('in decorated', x)
    return x

async def main():
    async with resource('a') as a, resource('b') as b:
        print(a, b)
    try:
        async with resource('c'):
            raise ValueError('v')
    except ValueError as e:
        print('out', e)
    async with resource('d', fail=True):
        raise ValueError('suppressed')
    async with AsyncExitStack() as stack:
        for n in 'xyz':
            await stack.enter_async_context(resource(n))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, 'plain callback')
        print('stack full')
    async with aclosing(ticks()) as t:
        async for i in t:
            print(i)
            break
    async with nullcontext('n') as n:
        print(n)
    print(await decorated(1))
    print(isinstance(resource('q'), AbstractAsyncContextManager))
    @asynccontextmanager
    async def twice():
        yield 1
        yield 2
    try:
        async with twice():
            pass
    except RuntimeError as e:
        print(e)
    @asynccontextmanager
    async def never():
        return
        yield
    try:
        async with never():
            pass
    except RuntimeError as e:
        print(e)

asyncio.run(main())
