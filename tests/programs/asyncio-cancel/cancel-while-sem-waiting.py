"""Semaphore waiters cancelled before and after the place was given to them."""
import asyncio

async def user(name, sem, log, hold=1):
    try:
        async with sem:
            log.append((name, 'in', sem._value))
            await asyncio.sleep(hold)
        log.append((name, 'out'))
    except asyncio.CancelledError:
        log.append((name, 'cancelled'))
        raise

async def main():
    sem = asyncio.Semaphore(1)
    log = []
    await sem.acquire()
    ts = [asyncio.create_task(user(n, sem, log)) for n in 'abc']
    await asyncio.sleep(0)
    print(sem.locked(), sem._value, len(sem._waiters))
    sem.release()
    print(sem.locked(), sem._value)
    ts[0].cancel()
    await asyncio.wait(ts)
    print(log, sem._value, sem.locked())

    log.clear()
    sem = asyncio.Semaphore(2)
    ts = [asyncio.create_task(user(n, sem, log, h)) for n, h in zip('abcde', (1, 2, 1, 1, 1))]
    await asyncio.sleep(0.5)
    ts[2].cancel()
    ts[0].cancel()
    await asyncio.wait(ts)
    for entry in log:
        print(*entry)
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)

asyncio.run(main())
