# Locks, semaphores and events that are not quite the library's own.
import asyncio


class Counting(asyncio.Lock):
    taken = 0

    async def acquire(self):
        self.taken += 1
        return await super().acquire()

    def release(self):
        print("release")
        super().release()


class Slow(asyncio.Semaphore):
    async def acquire(self):
        await asyncio.sleep(1)
        return await super().acquire()


class Told(asyncio.Event):
    def set(self):
        print("set")
        super().set()


async def use(lock, name, seconds):
    async with lock as given:
        print(name, "in", given, asyncio.get_running_loop().time())
        await asyncio.sleep(seconds)
    print(name, "out")


async def main():
    for lock in (asyncio.Lock(), Counting(), asyncio.Semaphore(2), Slow(1), asyncio.BoundedSemaphore(1)):
        print(type(lock).__name__)
        await asyncio.gather(*(use(lock, n, 0.5) for n in "abc"))
    print(lock.locked(), lock)
    try:
        lock.release()
    except ValueError as error:
        print(error)
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(await lock.acquire(), lock.locked(), lock._locked)
    lock.acquire = "replaced"
    lock.release()
    print(lock.locked())

    event = Told()
    waits = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    waits[0].cancel()
    event.set()
    event.set()
    print(await asyncio.gather(*waits, return_exceptions=True), await event.wait())

    held = asyncio.Lock()
    await held.acquire()
    tasks = [asyncio.create_task(use(held, n, 0)) for n in "xyz"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    held.release()
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], held.locked(), len(held._waiters))


asyncio.run(main())
