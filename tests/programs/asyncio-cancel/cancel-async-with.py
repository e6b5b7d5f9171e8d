"""Cancellation in a body of async with, in its enter and in its exit."""
import asyncio
from contextlib import asynccontextmanager

class Cm:
    def __init__(self, where): self.where = where
    async def __aenter__(self):
        print('enter')
        if self.where == 'enter':
            await asyncio.sleep(1)
        return self
    async def __aexit__(self, t, e, tb):
        print('exit', t and t.__name__)
        if self.where == 'exit':
            try:
                await asyncio.sleep(1)
                print('exit complete')
            finally:
                print('exit left')
        return self.where == 'suppress'

@asynccontextmanager
async def managed():
    try:
        yield 'm'
    except asyncio.CancelledError:
        print('managed saw it')
        raise
    finally:
        await asyncio.sleep(0)
        print('managed cleaned')

async def use(where):
    async with managed():
        async with Cm(where):
            await asyncio.sleep(0 if where == 'exit' else 5)
        print('after suppressing')

async def main():
    for where in ('enter', 'body', 'exit', 'suppress'):
        print('--', where)
        t = asyncio.create_task(use(where))
        await asyncio.sleep(0.5)
        t.cancel()
        await asyncio.wait([t])
        print(t.cancelled())

asyncio.run(main())
