import asyncio

async def main():
    a = asyncio.create_task(asyncio.sleep(1), name='a')
    b = asyncio.create_task(asyncio.sleep(2), name='b')
    done, pending = await asyncio.wait({a, b}, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()

asyncio.run(main())
