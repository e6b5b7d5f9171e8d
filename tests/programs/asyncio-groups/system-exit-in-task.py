"""SystemExit and KeyboardInterrupt in a member leave the group as they are."""
import asyncio

async def quit(exc):
    await asyncio.sleep(1)
    raise exc

async def other(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append('other cancelled')
        raise

async def main(exc, log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(other(log))
            tg.create_task(quit(exc))
    except BaseException as e:
        log.append(repr(e))
        raise

for exc in (SystemExit(5), KeyboardInterrupt('stop')):
    log = []
    try:
        asyncio.run(main(exc, log))
    except BaseException as e:
        print('run raised', repr(e))
    print(log)
