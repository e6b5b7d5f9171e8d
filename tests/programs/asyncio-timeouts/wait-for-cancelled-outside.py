"""Cancelling the task that waits in wait_for cancels the inner task and waits for it."""
import asyncio

async def inner(log, cleanup):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append('inner cancelled')
        await asyncio.sleep(cleanup)
        log.append('inner clean')
        raise

async def outer(log, cleanup):
    try:
        await asyncio.wait_for(inner(log, cleanup), 5)
    except asyncio.CancelledError as e:
        log.append(('outer', e.args))
        raise
    except asyncio.TimeoutError:
        log.append('outer timeout')

async def main():
    loop = asyncio.get_running_loop()
    for cleanup in (0, 1):
        log = []
        t = asyncio.create_task(outer(log, cleanup))
        await asyncio.sleep(1)
        t.cancel('stop')
        t0 = loop.time()
        await asyncio.wait([t])
        print(log, t.cancelled(), loop.time() - t0)
    log = []
    fut = loop.create_future()
    async def on_future():
        try:
            return await asyncio.wait_for(fut, 5)
        except asyncio.CancelledError:
            log.append('was cancelled')
            raise
    t = asyncio.create_task(on_future())
    await asyncio.sleep(1)
    fut.set_result('in time')
    t.cancel()
    try:
        print(await t, log, t.cancelling())
    except asyncio.CancelledError:
        print('cancelled', log)
    sh = asyncio.create_task(asyncio.sleep(3, 'survives'))
    try:
        await asyncio.wait_for(asyncio.shield(sh), 1)
    except asyncio.TimeoutError:
        print('timeout; shielded done:', sh.done())
    print(await sh)

asyncio.run(main())
