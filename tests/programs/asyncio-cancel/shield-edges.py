"""shield: the outer is cancelled, the inner goes on; inner cancelled; errors after."""
import asyncio

async def inner(log, fail=False):
    try:
        await asyncio.sleep(2)
        if fail:
            raise ValueError('inner failed')
        log.append('inner done')
        return 'result'
    except asyncio.CancelledError:
        log.append('inner cancelled')
        raise

async def main():
    loop = asyncio.get_running_loop()
    log = []
    t = asyncio.create_task(inner(log))
    s = asyncio.shield(t)
    print(type(s).__name__, s is t, s.done())
    async def wait(f):
        try:
            return await f
        except asyncio.CancelledError as e:
            log.append(f'waiter cancelled {e.args}')
            raise
    w = asyncio.create_task(wait(s))
    await asyncio.sleep(1)
    w.cancel('w')
    await asyncio.sleep(0)
    print(log, s.cancelled(), t.done(), w.done())
    print(await t, log, loop.time())
    print(asyncio.shield(t) is t)

    log.clear()
    t = asyncio.create_task(inner(log))
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel('inner msg')
    try:
        await s
    except asyncio.CancelledError as e:
        print('shield cancelled', e.args, log)

    errors = []
    loop.set_exception_handler(lambda l, c: errors.append((c['message'], repr(c.get('exception')))))
    t = asyncio.create_task(inner(log, fail=True))
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    s.cancel()
    await asyncio.sleep(2)
    print(t.done(), errors)
    print(repr(t.exception()))

asyncio.run(main())
