"""The loop's clock, call_at in the past, and time.sleep in a coroutine."""
import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), time.monotonic())
    log = []
    loop.call_at(loop.time() - 5, log.append, 'past')
    loop.call_later(0.5, log.append, 'half')
    loop.call_later(1, log.append, 'one')
    time.sleep(2)
    print('blocked until', loop.time(), log)
    await asyncio.sleep(0)
    print(log)
    start = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(n) for n in (1, 2, 3)))
    print(time.perf_counter() - start, loop.time())
    await asyncio.sleep(1e-9)
    print(loop.time())
    for bad in ('1', None):
        try:
            await asyncio.sleep(bad)
        except TypeError as e:
            print(type(e).__name__)

asyncio.run(main())
