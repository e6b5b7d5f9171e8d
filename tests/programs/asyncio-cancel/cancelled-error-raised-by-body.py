"""CancelledError raised by the body itself, without any request, cancels the task."""
import asyncio

async def raiser():
    await asyncio.sleep(0)
    raise asyncio.CancelledError('on my own')

async def awaits_cancelled_future():
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, fut.cancel, 'by timer')
    await fut

async def main():
    t = asyncio.create_task(raiser())
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelled(), t.cancelling(), asyncio.current_task().cancelling())
    t = asyncio.create_task(awaits_cancelled_future())
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelled(), t.cancelling())
    fut = asyncio.get_running_loop().create_future()
    fut.cancel()
    for _ in range(2):
        try:
            await fut
        except asyncio.CancelledError as e:
            print('await', repr(e))
    try:
        fut.result()
    except asyncio.CancelledError as e:
        print('result', repr(e))
    fut2 = asyncio.get_running_loop().create_future()
    try:
        fut2.set_exception(asyncio.CancelledError('set'))
        await fut2
    except asyncio.CancelledError as e:
        print('set_exception', repr(e), fut2.cancelled())
    print(fut2.exception() if not fut2.cancelled() else None)

asyncio.run(main())
