"""A task that cancels itself is interrupted at its next suspension."""
import asyncio

async def selfish(log):
    me = asyncio.current_task()
    log.append(me.cancel('me'))
    log.append('still running')
    try:
        await asyncio.sleep(0)
        log.append('not here')
    except asyncio.CancelledError as e:
        log.append(e.args)
    log.append(await asyncio.sleep(1, 'slept on'))
    return 'done'

async def returns_first():
    asyncio.current_task().cancel()
    return 'returned'

async def raises_first():
    asyncio.current_task().cancel('x')
    raise ValueError('raised')

async def main():
    log = []
    print(await asyncio.create_task(selfish(log)), log)
    t = asyncio.create_task(returns_first())
    print(await asyncio.gather(t, return_exceptions=True), t.cancelled(), t.cancelling())
    t = asyncio.create_task(raises_first())
    print(await asyncio.gather(t, return_exceptions=True), t.cancelled())
    asyncio.current_task().cancel('main')
    fut = asyncio.get_running_loop().create_future()
    fut.set_result('done already')
    print(await fut)
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print('main', e.args)

asyncio.run(main())
