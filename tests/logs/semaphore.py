import asyncio

async def user(sem):
    async with sem:
        await asyncio.sleep(1)

async def main():
    sem = asyncio.Semaphore(2)
    for name in 'abc':
        task = asyncio.create_task(user(sem), name=name)
    await task

asyncio.run(main())
