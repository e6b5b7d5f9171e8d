import asyncio

async def inner():
    await asyncio.sleep(2)
    return 'safe'

async def outer(task):
    await asyncio.shield(task)

async def main():
    task = asyncio.create_task(inner(), name='inner')
    waiting = asyncio.create_task(outer(task), name='outer')
    await asyncio.sleep(1)
    waiting.cancel()
    print(await task)

asyncio.run(main())
