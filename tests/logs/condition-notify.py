import asyncio

async def consumer(cond, items):
    async with cond:
        while not items:
            await cond.wait()
        print(items.pop())

async def main():
    cond = asyncio.Condition()
    items = []
    task = asyncio.create_task(consumer(cond, items), name='consumer')
    await asyncio.sleep(0)
    async with cond:
        items.append('cake')
        cond.notify()
    await task

asyncio.run(main())
