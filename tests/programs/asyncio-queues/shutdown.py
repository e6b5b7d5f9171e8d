"""Queue.shutdown (Python 3.13, by its documentation)."""
import asyncio

async def getter(q, log, name):
    try:
        while True:
            log.append((name, await q.get()))
            q.task_done()
    except asyncio.QueueShutDown:
        log.append((name, 'shut down'))

async def putter(q, log, item):
    try:
        await q.put(item)
        log.append(('put', item))
    except asyncio.QueueShutDown:
        log.append(('refused', item))

async def main():
    log = []
    q = asyncio.Queue(2)
    q.put_nowait(1)
    q.put_nowait(2)
    p = asyncio.create_task(putter(q, log, 3))
    await asyncio.sleep(0)
    q.shutdown()
    await p
    print(log, q.qsize())
    for op in (lambda: q.put_nowait(9),):
        try:
            op()
        except asyncio.QueueShutDown as e:
            print('QueueShutDown', e.args)
    log.clear()
    await getter(q, log, 'late')
    print(log)
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print('empty and shut down')
    await q.join()
    log.clear()
    q = asyncio.Queue()
    gs = [asyncio.create_task(getter(q, log, n)) for n in 'ab']
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.gather(*gs)
    print(log)
    q = asyncio.Queue()
    for i in range(3):
        q.put_nowait(i)
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await j
    print(q.qsize(), q.empty(), issubclass(asyncio.QueueShutDown, Exception))

asyncio.run(main())
