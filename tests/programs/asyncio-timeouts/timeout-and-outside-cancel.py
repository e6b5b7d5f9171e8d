"""A cancellation from outside stays one, even when the time is over in the same turn."""
import asyncio

async def limited(log, seconds, swallow=False):
    try:
        async with asyncio.timeout(seconds) as cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                log.append(('in body', asyncio.current_task().cancelling()))
                if not swallow:
                    raise
    except TimeoutError:
        log.append('timeout')
    except asyncio.CancelledError as e:
        log.append(('cancelled', e.args, asyncio.current_task().cancelling()))
        raise
    log.append(('after', cm.expired(), asyncio.current_task().cancelling()))

async def main():
    for when in (0.5, 1, 1.5):
        for swallow in (False, True):
            log = []
            t = asyncio.create_task(limited(log, 1, swallow))
            await asyncio.sleep(when)
            t.cancel('outside')
            await asyncio.wait([t])
            print(when, swallow, log, t.cancelled())

    # The outside request comes first, within the same turn.
    log = []
    t = asyncio.create_task(limited(log, 1))
    loop = asyncio.get_running_loop()
    loop.call_later(1, t.cancel, 'timer')
    await asyncio.wait([t])
    print(log, t.cancelled())

asyncio.run(main())
