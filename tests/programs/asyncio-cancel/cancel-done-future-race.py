"""A task is cancelled when the future it awaits is done already, but before it has run."""
import asyncio

async def waiter(fut, log):
    try:
        log.append(('got', await fut))
    except asyncio.CancelledError as e:
        log.append(('cancelled', e.args))
        raise

async def main():
    loop = asyncio.get_running_loop()
    log = []
    fut = loop.create_future()
    t = asyncio.create_task(waiter(fut, log))
    await asyncio.sleep(0)
    fut.set_result(1)
    print('cancel', t.cancel('late'), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print('main saw', e.args)
    print(log, fut, t.cancelled())

    log.clear()
    fut = loop.create_future()
    t = asyncio.create_task(waiter(fut, log))
    await asyncio.sleep(0)
    t.cancel('first')
    print(fut.cancelled(), fut.done())
    try:
        fut.set_result(2)
    except asyncio.InvalidStateError as e:
        print('invalid:', e)
    await asyncio.wait([t])
    print(log, t)

    log.clear()
    fut = loop.create_future()
    fut.set_result(3)
    t = asyncio.create_task(waiter(fut, log))
    await t
    print(log, t.cancel(), t.cancelling())

asyncio.run(main())
