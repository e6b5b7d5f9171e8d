"""An async generator that is closed, or cancelled, in the middle of its await."""
import asyncio

async def gen(log):
    try:
        for i in range(5):
            log.append(f'yield {i}')
            yield i
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append('cancelled inside')
        raise
    except GeneratorExit:
        log.append('exit')
        raise
    finally:
        await asyncio.sleep(0.5)
        log.append('cleaned')

async def consume(g, log, limit=10):
    n = 0
    async for x in g:
        log.append(f'got {x}')
        n += 1
        if n == limit:
            break
    return n

async def main():
    loop = asyncio.get_running_loop()
    log = []
    t = asyncio.create_task(consume(gen(log), log))
    await asyncio.sleep(1.5)
    t.cancel()
    await asyncio.wait([t])
    print(log, t.cancelled(), loop.time())
    log.clear()
    g = gen(log)
    print(await consume(g, log, 2), log)
    await g.aclose()
    print(log[4:], loop.time())
    await g.aclose()
    try:
        print(await g.__anext__())
    except StopAsyncIteration:
        print('stopped')
    log.clear()
    g = gen(log)
    await g.__anext__()
    t = asyncio.create_task(g.__anext__())
    await asyncio.sleep(0.1)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    try:
        await g.__anext__()
    except RuntimeError as e:
        print(e)
    t.cancel()
    await asyncio.wait([t])
    print(log)

asyncio.run(main())
