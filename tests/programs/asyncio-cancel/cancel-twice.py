"""Two requests before the task runs are delivered once; two at different times twice."""
import asyncio

async def stubborn(log):
    for i in range(3):
        try:
            await asyncio.sleep(10)
            log.append('slept')
        except asyncio.CancelledError as e:
            log.append((i, e.args, asyncio.current_task().cancelling()))
    return 'end'

async def main():
    log = []
    t = asyncio.create_task(stubborn(log))
    await asyncio.sleep(1)
    print(t.cancel('a'), t.cancel('b'), t.cancelling())
    await asyncio.sleep(1)
    print(log)
    t.cancel('c')
    await asyncio.sleep(0)
    print(log, t.done())
    t.cancel()
    print(await t, t.cancelling(), asyncio.get_running_loop().time())
    print(log)
    print(t.cancel(), t.uncancel(), t.uncancel(), t.uncancel(), t.uncancel(), t.uncancel())

asyncio.run(main())
