# Who waits at a queue, and who is cancelled there.
import asyncio

async def main():
    q = asyncio.Queue(2)
    print(q, q.maxsize, q.empty(), q.full(), q.qsize())
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print('full', repr(e))
    print(q)
    p = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(q, p.done())
    print(q.get_nowait())
    await asyncio.sleep(0)
    print(p.done(), q)
    p.cancel()
    gs = [asyncio.create_task(q.get()) for _ in range(4)]
    await asyncio.sleep(0)
    print(q, [g.done() for g in gs])
    gs[2].cancel()
    await asyncio.sleep(0)
    q.put_nowait('x')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([(g.done(), g.cancelled()) for g in gs])
    gs[3].cancel()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print('empty', repr(e))
    for _ in range(4):
        q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    print('joined')
    pq = asyncio.PriorityQueue()
    for x in [(3, 'c'), (1, 'a'), (2, 'b')]:
        await pq.put(x)
    print([await pq.get() for _ in range(3)], pq)
    lq = asyncio.LifoQueue()
    [lq.put_nowait(i) for i in range(3)]
    print([lq.get_nowait() for _ in range(3)])

    class Q(asyncio.Queue):

        def _init(self, maxsize):
            self._queue = []

        def _put(self, i):
            self._queue.append(i)
            self._queue.sort()

        def _get(self):
            return self._queue.pop()
    q = Q()
    [q.put_nowait(i) for i in (2, 9, 4)]
    print([await q.get() for _ in range(3)], repr(q))
    q = asyncio.Queue(1)

    async def prod():
        for i in range(4):
            await q.put(i)
            print('put', i)

    async def cons():
        while True:
            x = await q.get()
            print('got', x)
            await asyncio.sleep(0.1)
            q.task_done()
    c = asyncio.create_task(cons())
    await prod()
    await q.join()
    c.cancel()
    print(await asyncio.gather(c, return_exceptions=True))
    q = asyncio.Queue(1)
    q.put_nowait(0)
    p1 = asyncio.create_task(q.put(1))
    p2 = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    q.get_nowait()
    p1.cancel()
    await asyncio.gather(p1, p2, return_exceptions=True)
    print(p1.cancelled(), q.get_nowait())
    g1 = asyncio.create_task(q.get())
    g2 = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait('a')
    g1.cancel()
    print(await asyncio.gather(g1, g2, return_exceptions=True))
    print(asyncio.Queue[int])
asyncio.run(main())
