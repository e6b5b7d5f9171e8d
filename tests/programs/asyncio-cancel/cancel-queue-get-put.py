"""Cancelled getters and putters leave the queue usable and lose no item."""
import asyncio

async def main():
    q = asyncio.Queue(maxsize=1)
    g1 = asyncio.create_task(q.get(), name='g1')
    g2 = asyncio.create_task(q.get(), name='g2')
    await asyncio.sleep(0)
    q.put_nowait('x')
    g1.cancel()
    done, _ = await asyncio.wait([g1, g2], timeout=1)
    print(sorted(t.get_name() for t in done), g1.cancelled(), g2.done() and g2.result())

    q.put_nowait('full')
    p1 = asyncio.create_task(q.put('p1'))
    p2 = asyncio.create_task(q.put('p2'))
    await asyncio.sleep(0)
    print(q)
    print(q.get_nowait())
    p1.cancel()
    await asyncio.wait([p1, p2], timeout=1)
    print(p1.cancelled(), p2.done(), q.qsize(), str(q))
    print(await q.get(), q.empty())
    try:
        await asyncio.wait_for(q.get(), 1)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e), len(q._getters))
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    print('join waits', not j.done(), q._unfinished_tasks)
    for _ in range(3):
        q.task_done()
    await j
    try:
        q.task_done()
    except ValueError as e:
        print(e)

asyncio.run(main())
