import asyncio

async def producer(queue):
    for item in range(2):
        await queue.put(item)

async def main():
    queue = asyncio.Queue(1)
    task = asyncio.create_task(producer(queue), name='producer')
    for _ in range(2):
        print(await queue.get())
        queue.task_done()
    await queue.join()

asyncio.run(main())
