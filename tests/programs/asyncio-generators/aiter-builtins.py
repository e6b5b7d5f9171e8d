"""aiter, anext with and without default, and misuse."""
import asyncio

class Count:
    def __init__(self, n): self.n = n; self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0.1)
        return self.i

class Bad:
    def __aiter__(self): return 5

class Sync:
    def __aiter__(self): return self
    def __anext__(self): return 7

async def main():
    it = aiter(Count(2))
    print(await anext(it), await anext(it), await anext(it, 'default'))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print('stop', e.args)
    print([x async for x in Count(3)], {x: x * x async for x in Count(3) if x % 2})
    print([await asyncio.sleep(0, x) for x in range(3)])
    for bad in (Bad(), [1], Sync(), 5):
        try:
            async for x in bad:
                print(x)
        except TypeError as e:
            print(e)
    for f in (aiter, anext):
        try:
            r = f([])
            print(r)
        except TypeError as e:
            print(e)
    async def agen():
        x = yield 1
        print('sent', x)
        try:
            yield 2
        except ValueError as e:
            print('thrown', e)
            yield 3
    g = agen()
    print(await g.asend(None), await g.asend('hello'), await g.athrow(ValueError('v')))
    try:
        await g.asend(None)
    except StopAsyncIteration:
        print('end')
    g = agen()
    try:
        await g.asend('early')
    except TypeError as e:
        print(e)
    total = sum([x async for x in Count(4)])
    print(total, asyncio.get_running_loop().time())

asyncio.run(main())
