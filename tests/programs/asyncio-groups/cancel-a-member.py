"""A member that is cancelled, or cancels itself, does not disturb the group."""
import asyncio

async def work(n, log):
    try:
        await asyncio.sleep(n)
        log.append(n)
    except asyncio.CancelledError:
        log.append(-n)
        raise

async def main():
    log = []
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(1, log))
        b = tg.create_task(work(2, log))
        await asyncio.sleep(0.5)
        a.cancel('a')
    print(log, a.cancelled(), b.done())
    log.clear()
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(1, log))
        b = tg.create_task(work(2, log))
        a.cancel()
        try:
            await a
        except asyncio.CancelledError:
            print('body saw the cancellation', asyncio.current_task().cancelling())
    print(log)
    log.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(work(1, log))
            b = tg.create_task(work(2, log))
            await asyncio.sleep(0)
            a.cancel()
            await a
    except asyncio.CancelledError as e:
        print('left the block', repr(e), log, b.cancelled(), asyncio.current_task().cancelling())

asyncio.run(main())
