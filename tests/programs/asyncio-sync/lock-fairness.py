"""A lock is served in order of arrival; a newcomer does not overtake."""
import asyncio

async def user(name, lock, log, rounds=2):
    for i in range(rounds):
        async with lock:
            log.append(f'{name}{i}')
            await asyncio.sleep(0)

async def main():
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked())
    log = []
    ts = [asyncio.create_task(user(n, lock, log)) for n in 'abc']
    await asyncio.sleep(0)
    print(log, [type(w).__name__ for w in lock._waiters])
    lock.release()
    print('free but promised:', lock.locked())
    async def once():
        async with lock:
            return 'got it'
    got = asyncio.create_task(once())
    await asyncio.wait(ts + [got])
    print(log, got.result())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    # Release and acquire at once: the one who waits comes first.
    await lock.acquire()
    order = []
    async def other():
        async with lock:
            order.append('other')
    t = asyncio.create_task(other())
    await asyncio.sleep(0)
    lock.release()
    async with lock:
        order.append('main')
    print(order)
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)

asyncio.run(main())
