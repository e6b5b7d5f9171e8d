# Nothing is saved.
import asyncio

async def save(text):
    await asyncio.sleep(1)
    print('saved', text)

async def main():
    save('the letter')
    print('main: done')

asyncio.run(main())
