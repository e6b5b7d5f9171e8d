"""An async generator that is left in the middle is closed by the loop."""
import asyncio
import gc
import sys

async def gen(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')

async def first(name):
    async for x in gen(name):
        return x

async def main():
    print(type(sys.get_asyncgen_hooks()).__name__, sys.get_asyncgen_hooks().firstiter is not None)
    print(await first('a'))
    gc.collect()
    print('not yet')
    await asyncio.sleep(0)
    print('one turn')
    await asyncio.sleep(0)
    print('two turns')
    g = gen('kept')
    print(await g.__anext__())
    await asyncio.sleep(1)
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    print('shut down')
    kept.append(gen('at the end'))
    import warnings
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        print(await kept[0].__anext__())
        print([str(x.message).split(' at 0x')[0] for x in w])

kept = []
asyncio.run(main())
print(sys.get_asyncgen_hooks())
