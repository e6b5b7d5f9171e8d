"""Semaphores hand a place to the first waiter; fast callers do not starve it."""
import asyncio

async def greedy(name, sem, log, n):
    for i in range(n):
        async with sem:
            log.append(f'{name}{i}')

async def main():
    sem = asyncio.Semaphore(1)
    log = []
    await asyncio.gather(greedy('a', sem, log, 3), greedy('b', sem, log, 3))
    print(log)
    log.clear()
    async def user(name, hold):
        async with sem2:
            log.append(f'{name} in v={sem2._value} locked={sem2.locked()}')
            await asyncio.sleep(hold)
        log.append(f'{name} out')
    sem2 = asyncio.Semaphore(2)
    print(str(sem2).split('[')[1])
    ts = [asyncio.create_task(user(n, h)) for n, h in zip('abcde', (1, 1, 2, .5, .5))]
    await asyncio.sleep(0.5)
    print(str(sem2).split('[')[1])
    await asyncio.wait(ts)
    for x in log:
        print(x)
    sem3 = asyncio.Semaphore(0)
    t = asyncio.create_task(sem3.acquire())
    await asyncio.sleep(0)
    sem3.release()
    sem3.release()
    print(sem3.locked(), sem3._value, await t)
    for v in (-1,):
        try:
            asyncio.Semaphore(v)
        except ValueError as e:
            print(e)
    b = asyncio.BoundedSemaphore(2)
    async with b:
        print(b._value)
    print(str(b).split('[')[1], b._value)

asyncio.run(main())
