"""cancelling() and uncancel() are a counter, which never goes below zero."""
import asyncio

async def worker():
    task = asyncio.current_task()
    print('start', task.cancelling(), task.uncancel())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('in except', task.cancelling())
        print('uncancel', task.uncancel())
        await asyncio.sleep(1)
        print('after sleep', task.cancelling())
    return 'ok'

async def keeps_count():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
    return asyncio.current_task().cancelling()

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelling())
    t = asyncio.create_task(keeps_count())
    await asyncio.sleep(0)
    t.cancel()
    t.cancel()
    print(await t)

    async def pre():
        print('never')
    t = asyncio.create_task(pre())
    t.cancel()
    t.uncancel()
    print('cancelling', t.cancelling())
    try:
        print('returned', await t)
    except asyncio.CancelledError:
        print('still cancelled')

asyncio.run(main())
