# Awaits in a row add up; gather waits for the longest.
import asyncio
import time

async def fetch(name, seconds):
    print('ask for', name)
    await asyncio.sleep(seconds)
    print('got', name)
    return name

async def main():
    start = time.monotonic()
    await fetch('menu', 1)
    await fetch('map', 2)
    await fetch('weather', 3)
    print(f'one after the other: {time.monotonic() - start:.1f} s')

    start = time.monotonic()
    await asyncio.gather(
        fetch('menu', 1),
        fetch('map', 2),
        fetch('weather', 3),
    )
    print(f'together: {time.monotonic() - start:.1f} s')

asyncio.run(main())
