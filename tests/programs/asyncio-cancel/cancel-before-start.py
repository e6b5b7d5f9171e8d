"""Cancelling a task before its first step: its body never begins."""
import asyncio

async def body(log):
    log.append('begun')
    await asyncio.sleep(1)

async def main():
    log = []
    t = asyncio.create_task(body(log), name='early')
    print(t.cancel('nope'), t.cancelling(), t.done(), t.cancelled())
    print(t)
    try:
        await t
    except asyncio.CancelledError as e:
        print('caught', repr(e), e.__cause__, e.__context__)
    print(log, t.cancelled(), t.done())
    try:
        t.result()
    except asyncio.CancelledError as e:
        print('result raises', repr(e))
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print('exception raises', repr(e))
    print(t)

    async def swallow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return 'swallowed'
    t = asyncio.create_task(swallow())
    t.cancel()
    r = await asyncio.gather(t, return_exceptions=True)
    print(r)
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelling(), t.cancelled())

asyncio.run(main())
