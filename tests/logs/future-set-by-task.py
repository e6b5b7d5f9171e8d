import asyncio

async def setter(fut):
    await asyncio.sleep(1)
    fut.set_result('hello')

async def main():
    fut = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(setter(fut), name='setter')
    print(await fut)
    await task

asyncio.run(main())
