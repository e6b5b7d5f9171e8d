# time.sleep stops the whole loop: the heartbeat misses its beats.
import asyncio
import time

async def heartbeat():
    for beat in range(6):
        print(f'beat {beat} at {time.monotonic():.1f} s')
        await asyncio.sleep(0.5)

async def rude():
    await asyncio.sleep(0.7)
    print('rude: time.sleep(2), nobody else runs')
    time.sleep(2)
    print('rude: done')

async def main():
    await asyncio.gather(heartbeat(), rude())

asyncio.run(main())
