"""A finally clause that awaits: a second cancellation interrupts it, the first does not."""
import asyncio

async def job(log):
    try:
        log.append('work')
        await asyncio.sleep(100)
    finally:
        log.append('cleanup begins')
        try:
            await asyncio.sleep(1)
            log.append('cleanup done')
        except asyncio.CancelledError as e:
            log.append(f'cleanup cancelled {e.args}')
            raise
        finally:
            log.append('inner finally')

async def main():
    loop = asyncio.get_running_loop()
    for second in (False, True):
        log = []
        t = asyncio.create_task(job(log))
        await asyncio.sleep(1)
        t.cancel('one')
        if second:
            await asyncio.sleep(0.5)
            t.cancel('two')
        try:
            await t
        except asyncio.CancelledError as e:
            print('caught', e.args, type(e.__context__).__name__, e.__context__ and e.__context__.args)
        print(log, loop.time())

asyncio.run(main())
