# Python 3.8 was the last release in which a lock could be awaited.
import asyncio


async def worker(name, lock):
    with await lock:
        print(name, "has it")
        await asyncio.sleep(0.1)
    print(name, "let it go")


@asyncio.coroutine
def old_worker(name, lock):
    with (yield from lock):
        print(name, "has it")
        yield from asyncio.sleep(0.1)
    print(name, "let it go")


async def by_hand(lock):
    await lock
    try:
        print("by hand", lock.locked())
    finally:
        lock.release()


async def with_error(lock):
    try:
        with await lock:
            raise KeyError("inside")
    except KeyError as error:
        print("caught", error, lock.locked())


async def notified(condition):
    with await condition:
        print("waits")
        await condition.wait()
        print("was notified")


async def notifies(condition):
    with await condition:
        condition.notify_all()


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker("a", lock), old_worker("b", lock), worker("c", lock))
    await by_hand(lock)
    await with_error(lock)
    places = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(n, places) for n in "xyz"])
    condition = asyncio.Condition()
    await asyncio.gather(notified(condition), notifies(condition))


asyncio.get_event_loop().run_until_complete(main())
