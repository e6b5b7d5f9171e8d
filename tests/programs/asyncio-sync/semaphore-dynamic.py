"""Growing a semaphore, acquiring several places, and trying without waiting."""
import asyncio

async def try_acquire(sem):
    if sem.locked():
        return False
    await sem.acquire()
    return True

async def user(name, sem, n, log):
    for _ in range(n):
        await sem.acquire()
    log.append(f'{name} has {n}')
    await asyncio.sleep(1)
    for _ in range(n):
        sem.release()

async def main():
    loop = asyncio.get_running_loop()
    sem, log = asyncio.Semaphore(2), []
    print(await try_acquire(sem), await try_acquire(sem), await try_acquire(sem))
    sem.release()
    sem.release()
    await asyncio.gather(user('a', sem, 1, log), user('b', sem, 2, log), user('c', sem, 1, log))
    print(log, loop.time(), sem._value)
    sem = asyncio.Semaphore(0)
    ts = [asyncio.create_task(user(n, sem, 1, log)) for n in 'xyz']
    await asyncio.sleep(0)
    log.clear()
    for _ in range(3):
        sem.release()
    await asyncio.sleep(0)
    print(log)
    await asyncio.gather(*ts)
    print(sem._value, sem.locked())

asyncio.run(main())
