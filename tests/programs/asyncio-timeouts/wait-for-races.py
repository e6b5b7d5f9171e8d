"""wait_for when result and timeout come in the same turn, and awkward inner tasks."""
import asyncio

async def slow_cancel(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append('being cancelled')
        await asyncio.sleep(2)
        log.append('cancel done')
        raise

async def ignores():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'ignored'

async def fails_on_cancel():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise KeyError('on cancel')

async def attempt(what, t):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    try:
        r = await asyncio.wait_for(what, t)
        print('result', r, end=' ')
    except BaseException as e:
        print(repr(e), 'cause', repr(e.__cause__), end=' ')
    print('after', loop.time() - begin)

async def main():
    loop = asyncio.get_running_loop()
    log = []
    await attempt(asyncio.sleep(1, 'same'), 1)
    await attempt(slow_cancel(log), 1)
    print(log)
    await attempt(ignores(), 1)
    await attempt(fails_on_cancel(), 1)
    await attempt(asyncio.sleep(1, 'x'), None)
    await attempt(asyncio.sleep(1, 'zero'), 0)
    await attempt(asyncio.sleep(0, 'z'), 0)
    await attempt(asyncio.sleep(1, 'neg'), -5)
    fut = loop.create_future()
    fut.set_result('done fut')
    await attempt(fut, 0)
    fut = loop.create_future()
    loop.call_later(1, fut.set_result, 'timer first')
    await attempt(fut, 1)
    fut = loop.create_future()
    await attempt(fut, 1)
    print(fut.cancelled())

asyncio.run(main())
