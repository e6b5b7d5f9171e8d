import asyncio

async def ok():
    await asyncio.sleep(2)

async def bad():
    await asyncio.sleep(1)
    raise KeyError('bad')

async def main():
    try:
        await asyncio.gather(ok(), bad())
    except KeyError:
        print('one failed')

asyncio.run(main())
