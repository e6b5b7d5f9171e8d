import asyncio

async def user(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            pass

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    x = asyncio.create_task(user(a, b), name='x')
    y = asyncio.create_task(user(b, a), name='y')
    await x
    await y

asyncio.run(main())
