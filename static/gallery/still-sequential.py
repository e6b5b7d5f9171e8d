# Everything is async, and it takes 6 seconds.
import asyncio

async def download(page, seconds):
    print('asking for', page)
    await asyncio.sleep(seconds)
    print('got', page)

async def main():
    await download('news', 1)
    await download('weather', 2)
    await download('sport', 3)

asyncio.run(main())
