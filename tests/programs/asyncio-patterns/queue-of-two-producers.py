# A tour, as tutorials give it: queue of two producers.
import asyncio
async def producer(q, n, name):
    for i in range(n):
        await asyncio.sleep(0.1)
        await q.put((name, i))
        print(f'{name} put {i} size={q.qsize()}')
    await q.put(None)
async def consumer(q, stop):
    seen = 0
    while seen < stop:
        item = await q.get()
        if item is None:
            seen += 1
        else:
            print('got', item)
        q.task_done()
async def main():
    q = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer(q, 3, 'A'))
        tg.create_task(producer(q, 2, 'B'))
        tg.create_task(consumer(q, 2))
    await q.join()
    print(q, q.empty(), q.full())
asyncio.run(main())
