"""In which turn a cancelled task ends, and when those who wait for it go on."""
import asyncio

async def sleeper():
    await asyncio.sleep(10)

async def awaiter(name, t, log):
    try:
        await t
    except asyncio.CancelledError:
        log.append(name)

async def main():
    loop = asyncio.get_running_loop()
    log = []
    t = asyncio.create_task(sleeper())
    t.add_done_callback(lambda t: log.append('cb1'))
    a = asyncio.create_task(awaiter('a', t, log))
    b = asyncio.create_task(awaiter('b', t, log))
    await asyncio.sleep(0)
    t.add_done_callback(lambda t: log.append('cb2'))
    t.cancel()
    def tick(n):
        log.append(f'tick{n} {t.done()}')
        if n:
            loop.call_soon(tick, n - 1)
    loop.call_soon(tick, 4)
    await asyncio.wait([a, b])
    for line in log:
        print(line)

asyncio.run(main())
