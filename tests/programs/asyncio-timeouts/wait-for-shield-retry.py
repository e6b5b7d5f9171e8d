"""wait_for around shield: waiting again for the same task."""
import asyncio

async def slow():
    await asyncio.sleep(2.5)
    return 'finally'

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(slow())
    for attempt in range(5):
        try:
            print(await asyncio.wait_for(asyncio.shield(t), 1), loop.time())
            break
        except asyncio.TimeoutError:
            print('attempt', attempt, loop.time(), t.done())
    t = asyncio.create_task(slow())
    done, pending = await asyncio.wait({t}, timeout=1)
    print(done, len(pending), t.done())
    try:
        await asyncio.wait_for(t, 0.1)
    except asyncio.TimeoutError:
        print('cancelled', t.cancelled())

asyncio.run(main())
