"""Cleanup that must not be interrupted: shield in a finally clause."""
import asyncio

async def save(log):
    log.append('saving')
    await asyncio.sleep(2)
    log.append('saved')

async def worker(log):
    try:
        await asyncio.sleep(10)
    finally:
        cleanup = asyncio.ensure_future(save(log))
        while not cleanup.done():
            try:
                await asyncio.shield(cleanup)
            except asyncio.CancelledError:
                log.append('cancelled again')

async def main():
    log = []
    t = asyncio.create_task(worker(log))
    await asyncio.sleep(1)
    t.cancel()
    for _ in range(3):
        await asyncio.sleep(0.5)
        print(t.cancel(), t.done())
    await asyncio.wait([t])
    print(log, t.cancelled(), t.cancelling())

asyncio.run(main())
