"""Which task runs when: yields, awaits of done things, nested coroutines."""
import asyncio

async def nested(depth, log, name):
    if depth:
        await nested(depth - 1, log, name)
    else:
        log.append(f'{name}>')
        await asyncio.sleep(0)
        log.append(f'<{name}')

async def done_future():
    f = asyncio.get_running_loop().create_future()
    f.set_result(None)
    await f

async def many(name, log):
    for i in range(3):
        await done_future()
        log.append(f'{name}{i}')

async def coroutine_only(log):
    async def nothing(): return 1
    for _ in range(3):
        await nothing()
    log.append('no turn lost')

async def main():
    log = []
    ts = [asyncio.create_task(nested(d, log, n)) for d, n in ((5, 'a'), (0, 'b'))]
    ts += [asyncio.create_task(many(n, log)) for n in 'xy']
    ts.append(asyncio.create_task(coroutine_only(log)))
    await asyncio.gather(*ts)
    print(log)
    log.clear()
    async def ping(n, mine, other, name):
        for i in range(n):
            await mine.wait()
            mine.clear()
            log.append(f'{name}{i}')
            other.set()
    a, b = asyncio.Event(), asyncio.Event()
    a.set()
    await asyncio.gather(ping(3, a, b, 'ping'), ping(3, b, a, 'pong'))
    print(log)
    log.clear()
    async def hare():
        for i in range(3):
            log.append(f'h{i}')
            await asyncio.sleep(0)
    async def tortoise():
        for i in range(3):
            log.append(f't{i}')
            await asyncio.sleep(0.0)
            await asyncio.sleep(0)
    await asyncio.gather(tortoise(), hare())
    print(log)
    log.clear()
    async def returns_task():
        return asyncio.create_task(asyncio.sleep(0, 'inner'))
    print(await (await returns_task()))

asyncio.run(main())
