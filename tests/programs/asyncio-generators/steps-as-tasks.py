# One step of an asynchronous generator as a task of its own.
import asyncio
async def ag():
    yield 1
    await asyncio.sleep(1)
    yield 2
    try:
        yield 3
    finally: print('fin')
class It:
    def __init__(s): s.n=0
    def __aiter__(s): return s
    async def __anext__(s): s.n+=1; return s.n
async def main():
    g=ag()
    t=asyncio.create_task(g.__anext__()); print(await t)
    print(await asyncio.gather(g.__anext__(), It().__anext__()))
    print(await asyncio.gather(ag().__anext__(), ag().asend(None), return_exceptions=True))
    print(await asyncio.wait_for(g.asend(None), 1))
    t=asyncio.create_task(g.aclose()); print(await t)
    t=asyncio.ensure_future(anext(ag())); print(await t)
    t=asyncio.ensure_future(anext(ag(), 5)); print(await t)
    g=ag(); print(await asyncio.gather(anext(g), return_exceptions=True))
    t=asyncio.create_task(g.athrow(ValueError('x')))
    print(await asyncio.gather(t, return_exceptions=True))
    t=asyncio.create_task(g.__anext__())
    print(await asyncio.gather(t, return_exceptions=True))
    g=ag(); await anext(g); t=asyncio.create_task(g.__anext__()); await asyncio.sleep(.5); t.cancel(); print(await asyncio.gather(t, return_exceptions=True)); print(await anext(g,'end'))
    async def exc():
        raise ValueError
        yield
    print(await asyncio.gather(exc().__anext__(), ag().__anext__(), return_exceptions=True))
asyncio.run(main())
