"""Locks and queues belong to the first loop they have to wait in."""
import asyncio

lock = asyncio.Lock()
event = asyncio.Event()
queue = asyncio.Queue()
sem = asyncio.Semaphore(0)

async def waits(awaitable):
    t = asyncio.ensure_future(awaitable)
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    if t.cancelled():
        return 'waited'
    e = t.exception()
    return str(e).split(' at 0x')[0] + ' ... ' + str(e).split(' is ')[1] if e else 'done'

async def first():
    await lock.acquire()
    for a in (lock.acquire(), event.wait(), queue.get(), sem.acquire()):
        print(await waits(a))

async def second():
    for a in (lock.acquire(), event.wait(), queue.get(), sem.acquire()):
        print(await waits(a))
    lock.release()
    print('uncontended is fine', await lock.acquire())
    event.set()
    print(await event.wait())

asyncio.run(first())
asyncio.run(second())
for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Queue):
    print(cls.__name__, type(cls()).__module__)
