"""Coroutines that are never awaited, and what is said about them."""
import asyncio
import gc
import warnings

async def forgotten(x=1):
    return x

async def outer():
    forgotten()
    t = asyncio.create_task(forgotten(2))
    print(await t)

class C:
    async def method(self): pass

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    forgotten()
    gc.collect()
    C().method()
    asyncio.run(outer())
    c = forgotten()
    c.close()
    del c
    def lazily():
        return forgotten()
    lazily()
    l = [forgotten() for _ in range(2)]
    del l
    gc.collect()
    async def nested():
        async def inner(): pass
        inner()
    asyncio.run(nested())
    asyncio.sleep(1)
for w in caught:
    print(w.category.__name__, w.message)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        forgotten()
        print('no error is raised where it is dropped')
    except RuntimeWarning as e:
        print('raised', e)
