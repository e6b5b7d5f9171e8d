"""Waiters of a lock that are cancelled: order is kept and no wake-up is lost."""
import asyncio

async def user(name, lock, log):
    try:
        async with lock:
            log.append(f'{name} in')
            await asyncio.sleep(1)
            log.append(f'{name} out')
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        raise

async def main():
    lock = asyncio.Lock()
    log = []
    ts = [asyncio.create_task(user(n, lock, log)) for n in 'abcd']
    await asyncio.sleep(0.5)
    ts[1].cancel()
    await asyncio.wait(ts)
    print(log)

    # Cancelled in the very turn in which it is woken.
    log.clear()
    await lock.acquire()
    ts = [asyncio.create_task(user(n, lock, log)) for n in 'ab']
    await asyncio.sleep(0)
    print(lock, len(lock._waiters))
    lock.release()
    ts[0].cancel()
    await asyncio.wait(ts)
    print(log, lock.locked())

    # The holder is cancelled.
    log.clear()
    ts = [asyncio.create_task(user(n, lock, log)) for n in 'ab']
    await asyncio.sleep(0.1)
    ts[0].cancel()
    await asyncio.wait(ts)
    print(log, lock.locked())

asyncio.run(main())
