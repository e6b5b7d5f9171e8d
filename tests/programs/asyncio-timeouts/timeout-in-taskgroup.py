"""A timeout around a task group, and one inside each of its tasks."""
import asyncio

async def work(n, log):
    try:
        await asyncio.sleep(n)
        log.append(f'{n} done')
    except asyncio.CancelledError:
        log.append(f'{n} cancelled')
        raise

async def own_limit(n, log):
    try:
        async with asyncio.timeout(1.5):
            await work(n, log)
    except TimeoutError:
        log.append(f'{n} own timeout')

async def main():
    log = []
    try:
        async with asyncio.timeout(2.5):
            async with asyncio.TaskGroup() as tg:
                for n in (1, 2, 3, 4):
                    tg.create_task(work(n, log))
    except TimeoutError as e:
        print('timed out', repr(e.__cause__), sorted(log))
    log.clear()
    async with asyncio.TaskGroup() as tg:
        for n in (1, 2):
            tg.create_task(own_limit(n, log))
    print(log)
    log.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            async def bad():
                async with asyncio.timeout(1):
                    await asyncio.sleep(9)
            tg.create_task(bad())
            tg.create_task(work(5, log))
            await asyncio.sleep(9)
    except* TimeoutError as eg:
        print(repr(eg), log, asyncio.current_task().cancelling())

asyncio.run(main())
