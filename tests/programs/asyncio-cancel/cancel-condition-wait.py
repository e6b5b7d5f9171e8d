"""A task cancelled in Condition.wait takes the lock again before the error leaves."""
import asyncio

async def waiter(name, cond, log):
    async with cond:
        log.append(f'{name} waits')
        try:
            await cond.wait()
            log.append(f'{name} notified')
        except asyncio.CancelledError:
            log.append(f'{name} cancelled locked={cond.locked()}')
            raise

async def main():
    cond = asyncio.Condition()
    log = []
    a, b = (asyncio.create_task(waiter(n, cond, log)) for n in 'ab')
    await asyncio.sleep(0.1)
    async with cond:
        a.cancel()
        await asyncio.sleep(1)
        log.append('main releases')
    await asyncio.sleep(0)
    print(log, a.done())
    await asyncio.sleep(0)
    print(log, a.done())
    async with cond:
        cond.notify()
    await asyncio.wait([a, b])
    print(log)
    for op in (cond.notify, cond.notify_all):
        try:
            op()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    try:
        cond.release()
    except RuntimeError as e:
        print(e)

asyncio.run(main())
