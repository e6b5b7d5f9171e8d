# The news is there after one second.
import asyncio

async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return page

async def main():
    pages = await asyncio.gather(
        fetch('news', 1),
        fetch('weather', 2),
        fetch('sport', 3),
    )
    for page in pages:
        print(page)

asyncio.run(main())
