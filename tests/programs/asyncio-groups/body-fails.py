"""What leaves the block when the body raises, alone or together with tasks."""
import asyncio

async def ok(log):
    try:
        await asyncio.sleep(1)
        log.append('ok')
    except asyncio.CancelledError:
        log.append('ok cancelled')
        raise

async def bad_on_cancel():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise OSError('while cancelled')

async def case(title, body):
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            await body(tg, log)
        print(title, 'no error', log)
    except BaseException as e:
        print(title, repr(e), log)

async def main():
    async def raises(tg, log):
        tg.create_task(ok(log))
        raise ValueError('body')
    async def raises_late(tg, log):
        tg.create_task(ok(log))
        await asyncio.sleep(0)
        raise ValueError('late body')
    async def both(tg, log):
        tg.create_task(bad_on_cancel())
        await asyncio.sleep(0)
        raise ValueError('body')
    async def exits(tg, log):
        tg.create_task(ok(log))
        await asyncio.sleep(0)
        raise SystemExit(3)
    async def cancels(tg, log):
        tg.create_task(ok(log))
        await asyncio.sleep(0)
        raise asyncio.CancelledError('own')
    async def fine(tg, log):
        t = tg.create_task(ok(log), name='named')
        print(t.get_name(), tg)
    for f in (raises, raises_late, both, exits, cancels, fine):
        await case(f.__name__, f)

asyncio.run(main())
