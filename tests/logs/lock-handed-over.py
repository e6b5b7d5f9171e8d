import asyncio

async def user(name, lock):
    async with lock:
        print(name)
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    a = asyncio.create_task(user('a', lock), name='a')
    b = asyncio.create_task(user('b', lock), name='b')
    await a
    await b

asyncio.run(main())
