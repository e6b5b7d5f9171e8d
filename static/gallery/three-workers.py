import asyncio, random

async def worker(name, queue):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        queue.task_done()
        print(f'{name} slept {delay:.2f}')

async def main():
    queue = asyncio.Queue()
    for _ in range(8):
        queue.put_nowait(random.uniform(.05, .3))
    tasks = [asyncio.create_task(
                 worker(name, queue), name=name)
             for name in ('worker-0', 'worker-1',
                          'worker-2')]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks,
                         return_exceptions=True)

asyncio.run(main())
