"""notify(n), notify_all, wait_for, and who gets the lock when."""
import asyncio

async def waiter(name, cond, log):
    async with cond:
        r = await cond.wait()
        log.append((name, r, cond.locked()))

async def main():
    cond = asyncio.Condition()
    log = []
    ts = [asyncio.create_task(waiter(n, cond, log)) for n in 'abcde']
    await asyncio.sleep(0)
    print(cond.locked(), str(cond).split('[')[1])
    async with cond:
        cond.notify(2)
        log.append('notified 2')
    await asyncio.sleep(0)
    log.append('a turn later')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)
    log.clear()
    async with cond:
        cond.notify(0)
        cond.notify_all()
        cond.notify()
    await asyncio.wait(ts)
    print(log)

    state = {'n': 0}
    async def until(n):
        async with cond:
            r = await cond.wait_for(lambda: state['n'] >= n and f'n={state["n"]}')
            log.append((n, r))
    log.clear()
    ts = [asyncio.create_task(until(n)) for n in (2, 1, 0)]
    for _ in range(2):
        await asyncio.sleep(1)
        async with cond:
            state['n'] += 1
            cond.notify_all()
    await asyncio.wait(ts)
    print(log)
    lock = asyncio.Lock()
    c1, c2 = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with c1:
        print(c2.locked(), lock.locked())
    try:
        asyncio.Condition(object())
    except AttributeError as e:
        print(e)
    async def bad():
        raise ValueError
    async with cond:
        try:
            await cond.wait_for(lambda: 1 / 0)
        except ZeroDivisionError as e:
            print(e)

asyncio.run(main())
