"""Timers due at the same time run in the order of their making; shorter ones first."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    def at(name):
        log.append((name, loop.time()))
    loop.call_later(1, at, 'later-1')
    loop.call_at(1, at, 'at-1')
    h = loop.call_later(1, at, 'cancelled')
    loop.call_later(0.5, at, 'half')
    loop.call_later(0, at, 'zero')
    loop.call_later(-1, at, 'negative')
    loop.call_soon(at, 'soon')
    h.cancel()
    async def sleeper(name, t):
        await asyncio.sleep(t)
        at(name)
    ts = [asyncio.create_task(sleeper(n, t)) for n, t in (('s1', 1), ('s1b', 1.0), ('s05', .5), ('s0', 0))]
    await asyncio.sleep(1)
    at('main')
    await asyncio.wait(ts)
    for line in log:
        print(*line)

asyncio.run(main())
