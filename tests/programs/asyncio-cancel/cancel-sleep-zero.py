"""Cancelling tasks that only yield."""
import asyncio

async def spinner(log):
    try:
        while True:
            log.append('spin')
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append('stop')
        raise

async def main():
    for turns in range(4):
        log = []
        t = asyncio.create_task(spinner(log))
        for _ in range(turns):
            await asyncio.sleep(0)
        t.cancel()
        await asyncio.gather(t, return_exceptions=True)
        print(turns, log, t.cancelled())

asyncio.run(main())
