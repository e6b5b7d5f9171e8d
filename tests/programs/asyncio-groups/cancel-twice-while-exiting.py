"""A second cancellation while the group waits for its members."""
import asyncio

async def slow(log):
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            log.append((i, e.args))
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError as e2:
                log.append((i, 'again', e2.args))
            raise

async def parent(log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow(log))
            await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        log.append(('parent', e.args, asyncio.current_task().cancelling()))
        raise

async def main():
    log = []
    loop = asyncio.get_running_loop()
    p = asyncio.create_task(parent(log))
    await asyncio.sleep(1)
    p.cancel('one')
    await asyncio.sleep(1)
    print(p.done(), log)
    p.cancel('two')
    await asyncio.wait([p])
    print(log, loop.time())

    async def failing_group():
        async def fail():
            await asyncio.sleep(1)
            raise ValueError('f')
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow(log))
            tg.create_task(fail())
    log.clear()
    p = asyncio.create_task(failing_group())
    await asyncio.sleep(1.5)
    p.cancel('during abort')
    try:
        await p
    except BaseException as e:
        print(repr(e), p.cancelling())
    print(log)

asyncio.run(main())
