# Python 3.9 was the last release with these arguments.
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


async def value(x):
    await asyncio.sleep(0.1 * x, loop=loop)
    return x


async def main():
    lock = asyncio.Lock(loop=loop)
    event = asyncio.Event(loop=loop)
    condition = asyncio.Condition(loop=loop)
    semaphore = asyncio.Semaphore(2, loop=loop)
    bounded = asyncio.BoundedSemaphore(2, loop=loop)
    queues = [
        asyncio.Queue(3, loop=loop),
        asyncio.LifoQueue(loop=loop),
        asyncio.PriorityQueue(maxsize=1, loop=loop),
    ]
    for queue in queues:
        await queue.put(1)
        print(await queue.get(), queue.maxsize)
    async with lock, condition, semaphore, bounded:
        event.set()
        print(lock.locked(), await event.wait())
    print(await asyncio.sleep(0, "slept", loop=loop))
    print(await asyncio.gather(value(2), value(1), loop=loop))
    print(await asyncio.wait_for(value(1), 5, loop=loop))
    print(await asyncio.shield(value(1), loop=loop))
    tasks = [loop.create_task(value(n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, loop=loop, timeout=0.25)
    print(len(done), len(pending))
    for next_one in asyncio.as_completed(tasks, loop=loop):
        print("came", await next_one in (1, 2, 3))
    future = asyncio.Future(loop=loop)
    loop.call_later(0.1, future.set_result, "set")
    print(await future)
    print(await asyncio.Task(value(1), loop=loop))
    print(await asyncio.ensure_future(value(1), loop=loop))


loop.run_until_complete(main())
print(loop.run_until_complete(asyncio.gather(value(1), value(2), loop=loop)))
loop.close()
