"""Queue, LifoQueue and PriorityQueue: order, sizes, errors and reprs."""
import asyncio

async def main():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls(4)
        for x in (3, 1, 4, 1):
            q.put_nowait(x)
        print(q, q.qsize(), q.full(), q.empty(), q.maxsize)
        try:
            q.put_nowait(5)
        except asyncio.QueueFull as e:
            print('full', repr(e))
        print([q.get_nowait() for _ in range(4)])
        try:
            q.get_nowait()
        except asyncio.QueueEmpty as e:
            print('empty', repr(e))
        print(q)
    q = asyncio.PriorityQueue()
    for item in ((2, 'b'), (1, 'z'), (2, 'a'), (0, 'x')):
        await q.put(item)
    print([await q.get() for _ in range(4)])
    q.put_nowait((1, {}))
    try:
        q.put_nowait((1, {}))
    except TypeError as e:
        print(e)
    q = asyncio.Queue(-1)
    for i in range(100):
        q.put_nowait(i)
    print(q.full(), q.qsize(), repr(q).split(' ')[0])
    q = asyncio.Queue(2)
    async def producer():
        for i in range(5):
            await q.put(i)
            print('put', i, q.qsize())
    async def consumer():
        for _ in range(5):
            print('got', await q.get(), q.qsize())
            await asyncio.sleep(0)
    await asyncio.gather(producer(), consumer())

asyncio.run(main())
