"""KeyboardInterrupt and SystemExit out of asyncio.run, from tasks and callbacks."""
import asyncio

log = []

async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append('sleeper cancelled')
        raise
    finally:
        log.append('sleeper finally')

async def raises(exc):
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    raise exc

async def in_task(exc):
    t = asyncio.create_task(raises(exc), name='raiser')
    try:
        await t
    except BaseException as e:
        log.append(f'main got {e!r}')
        raise

async def in_callback(exc):
    def cb(): raise exc
    asyncio.get_running_loop().call_later(1, cb)
    try:
        await asyncio.sleep(5)
    finally:
        log.append('main finally')

for how in (raises, in_task, in_callback):
    for exc in (KeyboardInterrupt(), SystemExit(3)):
        log.clear()
        try:
            asyncio.run(how(exc))
        except BaseException as e:
            print(how.__name__, 'run raised', repr(e))
        print('  ', log)
