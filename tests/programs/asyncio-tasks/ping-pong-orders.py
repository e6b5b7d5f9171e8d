"""Tasks that hand each other the turn by futures, events and queues."""
import asyncio

async def with_futures(log, n):
    loop = asyncio.get_running_loop()
    box = {'f': loop.create_future()}
    async def player(name):
        for _ in range(n):
            f = box['f']
            turn = await f
            log.append(f'{name}{turn}')
            box['f'] = loop.create_future()
            loop.call_soon(box['f'].set_result, turn + 1)
            await asyncio.sleep(0)
    t = asyncio.create_task(player('p'))
    box['f'].set_result(0)
    await t

async def with_queues(log, n):
    a, b = asyncio.Queue(), asyncio.Queue()
    async def player(name, inp, out):
        for _ in range(n):
            x = await inp.get()
            log.append(f'{name}{x}')
            out.put_nowait(x + 1)
    a.put_nowait(0)
    await asyncio.gather(player('a', a, b), player('b', b, a))

async def main():
    for f in (with_futures, with_queues):
        log = []
        await f(log, 3)
        print(f.__name__, log)

asyncio.run(main())
