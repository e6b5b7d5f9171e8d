"""The task around the group is cancelled: all members are, then CancelledError goes on."""
import asyncio

async def member(n, log, exc=None):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(n)
        log.append(n)
        if exc:
            raise exc
        raise

async def parent(log, *excs, in_body=True):
    try:
        async with asyncio.TaskGroup() as tg:
            for i, exc in enumerate(excs):
                tg.create_task(member(i, log, exc))
            if in_body:
                await asyncio.sleep(10)
    finally:
        log.append(('parent', asyncio.current_task().cancelling()))

async def main():
    for excs in ((None, None), (None, ValueError('v')), (KeyError('k'), ValueError('v'))):
        for in_body in (True, False):
            log = []
            p = asyncio.create_task(parent(log, *excs, in_body=in_body))
            await asyncio.sleep(1)
            p.cancel('stop')
            try:
                await p
            except asyncio.CancelledError as e:
                print('cancelled', e.args, log)
            except BaseExceptionGroup as e:
                print(repr(e), repr(e.__context__), log)

asyncio.run(main())
